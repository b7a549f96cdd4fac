#include "app/plan_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/activities.h"
#include "app/output.h"
#include "app/plan_amounts.h"
#include "promises/promise_words.h"
#include "story/en_numbers.h"
#include "story/ko_numbers.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego {
namespace {

constexpr std::size_t most_of_a_line = 400;
constexpr double enough_coverage = 0.8;

class PlanWords {
 public:
  PlanWords(const NextYear& next, Date as_of, Language language)
      : next_(next), as_of_(as_of), korean_(language == Language::Korean), language_(language) {}

  std::string text() const {
    std::string out = fmt::format("# {:04}\n\n{}\n", next_.year, introduction());
    const std::string warning = too_many_text(next_, language_);
    if (!warning.empty()) out += "\n" + warning + "\n";
    DateRange days = whole_year(next_.year);
    out += "\n" + items_of(days);
    std::vector<DateRange> told = {days};
    for (const NextPromise& promise : next_.promises) {
      if (std::find(told.begin(), told.end(), promise.days) != told.end()) continue;
      told.push_back(promise.days);
      const std::string items = items_of(promise.days);
      if (items.empty()) continue;
      out += fmt::format("\n## {}..{}\n\n{}", promise.days.from.iso(), promise.days.to.iso(), items);
    }
    for (const NextPromise& promise : next_.promises) {
      if (promise.step == Step::Retired) out += "\n" + retired(promise);
    }
    return out;
  }

 private:
  std::string introduction() const {
    if (korean_)
      return fmt::format("{}년의 다짐을 {}에 옮겨 적었어요. 들여 쓴 줄은 그 까닭이니 지워도 돼요.",
                         next_.year - 1, ko::date(as_of_, next_.year));
    return fmt::format(
        "Carried over from the promises of {} on {}. The indented lines tell why; delete them as you like.",
        next_.year - 1, en::date(as_of_, next_.year));
  }

  std::string items_of(DateRange days) const {
    std::string out;
    for (const NextPromise& promise : next_.promises) {
      if (promise.step == Step::Retired || promise.days != days) continue;
      const std::string words = words_of(promise);
      out += "- [ ] " + words;
      if (!promise.check_text.empty())
        out += fmt::format("{}`{}`", words.empty() ? "" : "   ", promise.check_text);
      out += "\n" + why(promise);
    }
    return out;
  }

  std::string retired(const NextPromise& promise) const {
    const bool open = promise.judged.verdict == Verdict::OnTrack;
    std::string out = open ? say("지키고 있는 다짐: ", "On track: ") : say("지킨 다짐: ", "Kept: ");
    out += one_line(promise.line.text, most_of_a_line);
    if (!promise.line.check.empty() && promise.line.check != promise.line.text)
      out += fmt::format("   `{}`", promise.line.check);
    return out + "\n" + why(promise);
  }

  std::string why(const NextPromise& promise) const {
    std::string line;
    for (const std::string& sentence : {so_far(promise), past(promise), reason(promise)}) {
      if (!sentence.empty()) line += (line.empty() ? "" : " ") + sentence;
    }
    return line.empty() ? "" : "      " + line + "\n";
  }

  /// The owner's words, with the new number in them or behind them.
  std::string words_of(const NextPromise& promise) const {
    const PromiseLine& line = promise.line;
    if (line.text == line.check) return promise.check ? "" : line.text;
    const std::string words = without_last_number(line.text);
    const bool changed = promise.step == Step::Raised || promise.step == Step::Scaled;
    if (!changed) return line.text;
    const bool same_pace = promise.check->pace == promise.old->pace;
    if (const auto replaced = with_number(words, promise.old->value, promise.check->value);
        replaced && same_pace)
      return *replaced;
    return fmt::format("{} ({}{})", words, korean_ ? "이번에는 " : "this time ", promised(promise));
  }

  /// Without what the plan of an earlier year put there.
  static std::string without_last_number(const std::string& text) {
    for (const char* begin : {" (이번에는 ", " (this time "}) {
      const std::size_t at = text.rfind(begin);
      if (at != std::string::npos && text.back() == ')') return text.substr(0, at);
    }
    return text;
  }

  std::string promised(const NextPromise& promise) const {
    std::string amount = amount_in(*promise.check, promise.check->value, language_);
    if (promise.check->is_limit()) amount = korean_ ? amount + "까지" : "up to " + amount;
    if (promise.check->pace == CheckPace::None) return amount;
    const std::string pace = pace_in(*promise.check, language_);
    const bool averaged = promise.check->pace != promise.old->pace;
    if (korean_) return pace + (averaged ? "평균 " : "") + amount;
    return amount + pace + (averaged ? " on average" : "");
  }

  /// What it came to, or when it was broken.
  std::string so_far(const NextPromise& promise) const {
    const Promise& judged = promise.judged;
    if (!promise.old || !judged.verdict || promise.reason == StepReason::NotReadable) return {};
    const bool broken = judged.verdict == Verdict::Broken && judged.date;
    if (broken && promise.old->pace == CheckPace::None && judged.date < judged.days.to)
      return korean_ ? fmt::format("{}에 깨졌어요.", ko::date(*judged.date, next_.year))
                     : fmt::format("It was broken on {}.", en::date(*judged.date, next_.year));
    if (promise.old->pace == CheckPace::Every && judged.periods) return units_so_far(promise);
    if (!judged.value || promise.reason == StepReason::CannotBeLess) return {};
    const bool unknown = promise.reason == StepReason::NotKnown;
    if (unknown && *judged.value == 0) return {};
    Check check = *promise.old;
    const std::string amount = amount_in(check, rounded(*judged.value), language_);
    if (unknown && korean_) return fmt::format("보인 것만 세면 {}.", with_particle(amount, Particle::Is));
    if (unknown) return fmt::format("What was seen came to {}.", amount);
    if (korean_)
      return fmt::format("{} {}{}.", until(judged.days),
                         check.pace == CheckPace::None ? "" : pace_in(check, language_),
                         with_particle(amount, Particle::Was));
    return fmt::format("{} it came to {}{}.", until(judged.days), amount,
                       check.pace == CheckPace::None ? "" : pace_in(check, language_));
  }

  std::string units_so_far(const NextPromise& promise) const {
    const PromisePeriods& periods = *promise.judged.periods;
    const std::string unit = unit_in(promise.old->every, periods.of, language_);
    if (korean_)
      return fmt::format("{} {} 가운데 {}번 지켰어요.", until(promise.judged.days), unit, periods.held);
    return fmt::format("{} it held in {} of {}.", until(promise.judged.days), periods.held, unit);
  }

  std::string until(DateRange days) const {
    const Date last = std::min(as_of_, days.to);
    if (last.month() == 12 && last.day() == 31)
      return fmt::format(fmt::runtime(korean_ ? "{}년에는" : "In {}"), last.year());
    return korean_ ? ko::date(last, next_.year) + "까지" : "By " + en::date(last, next_.year);
  }

  static double rounded(double value) {
    const double tenths = value < 10 ? 10 : 1;
    return std::round(value * tenths) / tenths;
  }

  /// The quantile of what went before.
  std::string past(const NextPromise& promise) const {
    if (promise.part <= 0) return {};
    Check check = *promise.check;
    if (promise.step == Step::Retired || promise.step == Step::Carried) check = *promise.old;
    const std::string amount = amount_in(check, rounded(promise.at), language_);
    const auto count = static_cast<long long>(promise.past.values.size());
    if (korean_) {
      const std::string which =
          promise.part == 0.5 ? "가운데값은" : fmt::format("{:.0f}번째 백분위는", promise.part * 100);
      return fmt::format("{} {} {}{}.", past_in_korean(promise, count), which, scope(promise, check),
                         with_particle(amount, Particle::Is));
    }
    const std::string which =
        promise.part == 0.5 ? "The median" : fmt::format("The {:.0f}th percentile", promise.part * 100);
    return fmt::format("{} of {} is {}{}.", which, past_in_english(promise, count), amount,
                       scope(promise, check));
  }

  static std::string past_in_korean(const NextPromise& promise, long long count) {
    switch (promise.past.of) {
      case PastValues::Of::Stretches:
        return fmt::format("{} 13주 단위 {}의", promise.past.since_first ? "시작한 뒤" : "지난",
                           ko::counted(count, "번"));
      case PastValues::Of::Streaks:
        return fmt::format("지난 두 해에 이어진 {}의", ko::counted(count, "번"));
      case PastValues::Of::Units:
        return fmt::format("지난 13주 단위 {}마다 가장 {} 때의", ko::counted(count, "번"),
                           promise.old->is_limit() ? "많았던" : "적었던");
    }
    return {};
  }

  static std::string past_in_english(const NextPromise& promise, long long count) {
    switch (promise.past.of) {
      case PastValues::Of::Stretches:
        return fmt::format("the last {} stretches of 13 weeks{}", en::small(count),
                           promise.past.since_first ? ", since it began," : "");
      case PastValues::Of::Streaks:
        return fmt::format("{} of the last two years", en::counted(count, "streak"));
      case PastValues::Of::Units:
        return fmt::format("the {} of each of the last {} stretches of 13 weeks",
                           promise.old->is_limit() ? "most" : "least", en::small(count));
    }
    return {};
  }

  /// Over what a value counts: "한 주에 ", "한 해로 치면 "; English behind the amount.
  std::string scope(const NextPromise& promise, const Check& check) const {
    if (check.pace != CheckPace::None) return pace_in(check, language_);
    if (check.measure.kind == MeasureKind::Share || promise.past.of == PastValues::Of::Streaks) return {};
    const Date to = promise.check->by.value_or(promise.days.to);
    if (to - promise.days.from >= 364) return korean_ ? "한 해로 치면 " : " over a year";
    return korean_ ? "이 기간으로 치면 " : " over this period";
  }

  std::string reason(const NextPromise& promise) const {
    switch (promise.reason) {
      case StepReason::PastReachesMore:
        if (promise.old->is_limit()) return say("그래서 낮추어 보았어요.", "So it is drawn tighter.");
        return say("그래서 높여 보았어요.", "So it is raised.");
      case StepReason::PastReachesLess:
        if (!promise.old->is_limit() && promise.check->value > promise.at * 1.5)
          return say("그래서 가장 작은 수부터 다시 시작하게 바꾸었어요.",
                     "So it begins again with the smallest number.");
        return say("그래서 닿을 만한 만큼으로 바꾸었어요.", "So it is scaled to what is within reach.");
      case StepReason::NotEveryUnitHeld:
        return say("빠짐없이 지키기보다 평균으로 바꾸어 보았어요.",
                   "So it asks for the average, not for every one.");
      case StepReason::BrokenTwice:
        return say("두 해 이어서 깨져서, 아주 없애는 대신 조금은 두었어요.",
                   "It was broken two years running, so it allows a little.");
      case StepReason::MedianReachesIt:
        return say("평소대로면 닿을 수 있어서 그대로 두었어요.", "The usual pace reaches it, so it stays.");
      case StepReason::SmallestAlready:
        return say("더 작은 수가 없어서 그대로 두었어요.", "There is no smaller number, so it stays.");
      case StepReason::NotBegun:
        return say("아직 시작하지 않은 다짐이라 그대로 옮겼어요.",
                   "Its days are still to come, so it stays.");
      case StepReason::NoneAtAll:
        return say("아예 하지 않기로 한 것이라 그대로 옮겼어요.", "It is about none at all, so it stays.");
      case StepReason::AllUnitsHeld:
        return say("아직 어긴 때는 없어서 그대로 옮겼어요.", "None was missed so far, so it stays.");
      case StepReason::ExactCount:
        return say("딱 그만큼이 목표라 그대로 옮겼어요.", "It is about exactly so many, so it stays.");
      case StepReason::AgainstLastYear:
        return say("지난해와 견주는 다짐이라 그대로 옮겼어요.",
                   "It measures itself by the year before, so it stays.");
      case StepReason::TooLittleSeen:
        return say("기록이 이어진 때가 짧아 알맞은 수를 알 수 없어서 그대로 옮겼어요.",
                   "Too little was seen to tell which number fits, so it stays.");
      case StepReason::NotKnown:
        return not_known(promise);
      case StepReason::NotReadable:
        return not_readable(promise);
      case StepReason::ByHand:
        return {};
      case StepReason::PastReachesNoMore:
        return say("다짐한 것보다 뚜렷이 더 나아가지는 않아서 접어 두었어요.",
                   "That is not clearly beyond what was promised, so it rests here.") +
               to_keep_it();
      case StepReason::CannotBeLess:
        return say("지켰고, 더 줄일 수도 없어서 접어 두었어요.",
                   "It holds and cannot be less, so it rests here.") +
               to_keep_it();
      case StepReason::Ticked:
        return say("지켰다고 표시해 두셨어요.", "You ticked it.");
    }
    return {};
  }

  std::string to_keep_it() const {
    return say(" 이어 가려면 위의 줄을 - [ ]로 시작하게 고치면 돼요.",
               " To keep it, begin the line above with - [ ].");
  }

  std::string not_known(const NextPromise& promise) const {
    const DateRange lived{promise.judged.days.from, std::min(promise.judged.days.to, as_of_)};
    const int covered = promise.judged.covered_days;
    std::string kinds;
    for (const Kind kind : promise.seen_by) {
      const std::string name = kind_name(kind, language_);
      if (!name.empty()) kinds += (kinds.empty() ? "" : ", ") + name;
    }
    if (covered >= enough_coverage * lived.days())
      return say(
          "셀지 말지 알 수 없는 것이 있어서 판단하지 못했어요. 어디서 한 일인지, 얼마나 걸렸는지, 어느 "
          "돈인지가 "
          "기록에 있으면 알 수 있어요.",
          "It was not judged, as it is open whether some things count: it can be, where the records tell "
          "their "
          "place, length and currency.");
    if (kinds.empty())
      return say("이것을 보여 줄 기록이 없어서 알 수 없었어요. 그런 기록이 있으면 hoego add로 더해 주세요.",
                 "It is not known, as no source would show it; add one with `hoego add`.");
    if (covered == 0)
      return fmt::format(fmt::runtime(korean_ ? "빠짐없이 보여 주는 기록({})이 있어야 알 수 있어요."
                                              : "It can be known only where a source shows all of it ({})."),
                         kinds);
    if (korean_)
      return fmt::format(
          "{}일 가운데 {}일만 보여서 알 수 없었어요. 기록({})이 빠짐없이 이어지면 알 수 있어요.",
          lived.days(), covered, kinds);
    return fmt::format(
        "It is not known, as only {} of {} days were seen; it can be, where the records ({}) have no gaps.",
        covered, lived.days(), kinds);
  }

  std::string not_readable(const NextPromise& promise) const {
    if (!promise.line.days)
      return say("제목에 적힌 날짜가 달력에 없어서 한 해의 다짐으로 옮겼어요.",
                 "The days of its heading do not exist, so it is for the whole year.");
    if (korean_) return fmt::format("검사식을 읽지 못해서 말만 옮겼어요: {}", one_line(promise.line.check));
    return fmt::format("Its check could not be read, so only the words are here: {}",
                       one_line(promise.line.check));
  }

  std::string say(const char* ko, const char* en) const { return korean_ ? ko : en; }

  const NextYear& next_;
  Date as_of_;
  bool korean_;
  Language language_;
};

std::string in_korean(const NextYear& next, const KeptInYear& last) {
  std::string text = fmt::format(
      "{}년에는 {} 중 {}", last.year, ko::counted(last.of, "가지"),
      last.kept == 0 ? "지킨 것이 없어요"
                     : with_particle(ko::counted(last.kept, "가지"), Particle::Object) + " 지켰어요");
  if (last.open > 0)
    text += fmt::format("({} 아직 진행 중이에요)",
                        with_particle(ko::counted(last.open, "가지"), Particle::Topic));
  text += ".";
  if (last.unknown > 0)
    text +=
        fmt::format(" {} 알 수 없었어요.", with_particle(ko::counted(last.unknown, "가지"), Particle::Topic));
  text += " 여기에 옮긴 만큼을 한 해에 지킨 적은 아직 없어요.";
  return next.fewer_held_better ? text + " 적을수록 잘 지켜졌어요." : text;
}

std::string in_english(const NextYear& next, const KeptInYear& last) {
  std::string text = fmt::format("In {} you kept {} of {}", last.year,
                                 last.kept == 0 ? "none" : en::small(last.kept), en::small(last.of));
  if (last.open > 0)
    text += fmt::format("; {} still open", en::small(last.open) + (last.open == 1 ? " is" : " are"));
  if (last.unknown > 0)
    text += fmt::format("; {} unknown", en::small(last.unknown) + (last.unknown == 1 ? " is" : " are"));
  text += ". As many as are here were never kept in one year.";
  return next.fewer_held_better ? text + " Fewer held better." : text;
}

}  // namespace

std::string too_many_text(const NextYear& next, Language language) {
  if (!next.too_many || next.past.empty()) return {};
  const KeptInYear& last = next.past.back();
  if (last.of == 0) return {};
  return language == Language::Korean ? in_korean(next, last) : in_english(next, last);
}

std::string plan_text(const NextYear& next, Date as_of, Language language) {
  return PlanWords(next, as_of, language).text();
}

}  // namespace hoego
