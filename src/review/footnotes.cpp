#include "review/footnotes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "story/ko_numbers.h"
#include "story/names.h"
#include "story/promise_terms.h"

namespace hoego {
namespace {

/// The words of a note in one language.
class Writer {
 public:
  Writer(const Findings& findings, Language language)
      : findings_(findings), korean_(language == Language::Korean) {}

  std::string say(const char* ko, const char* en) const { return korean_ ? ko : en; }
  Language language() const { return korean_ ? Language::Korean : Language::English; }

  std::string span(DateRange days) const {
    return days.from == days.to
               ? days.from.iso()
               : fmt::format(fmt::runtime(korean_ ? "{} ~ {}" : "{} to {}"), days.from.iso(), days.to.iso());
  }

  /// "사진 7,624개(2024-09-28 ~ 2024-10-09)": how many, of what, and over which days.
  std::string evidence(const Evidence& evidence) const {
    if (evidence.count == 0) return {};
    std::vector<Kind> kinds;
    std::optional<DateRange> days;
    for (const std::string& id : evidence.records) {
      const auto found = findings_.cited.find(id);
      if (found == findings_.cited.end()) continue;
      const Record& record = found->second;
      if (std::find(kinds.begin(), kinds.end(), record.kind) == kinds.end()) kinds.push_back(record.kind);
      if (!days) days = DateRange{record.day(), record.last_day()};
      days->from = std::min(days->from, record.day());
      days->to = std::max(days->to, record.last_day());
    }
    std::string what;
    for (const Kind kind : kinds) what += (what.empty() ? "" : ", ") + kind_name(kind, language());
    if (what.empty()) what = say("기록", "records");
    // Only where all of it is kept are its ends known.
    const bool whole = days && evidence.records.size() == evidence.count;
    const std::string count = ko::grouped(static_cast<long long>(evidence.count));
    return (korean_ ? fmt::format("{} {}건", what, count) : fmt::format("{}: {}", what, count)) +
           (whole ? fmt::format(fmt::runtime(korean_ ? "({})" : " ({})"), span(*days)) : std::string{});
  }

  std::string certainty(double certainty) const {
    return fmt::format(fmt::runtime(korean_ ? "확실함 {:.2f}" : "certainty {:.2f}"), certainty);
  }

  std::string join(const std::vector<std::string>& parts) const {
    std::string text;
    for (const std::string& part : parts) {
      if (part.empty()) continue;
      if (!text.empty()) text += " · ";
      text += part;
    }
    return text;
  }

  std::string about(const Trip& trip) const {
    const std::string where = trip_name(trip, language());
    return join({trip.day_trip ? say("당일치기", "day trip") : say("여행", "trip"), where,
                 name_beside(trip.name, where), span(trip.days), evidence(trip.evidence),
                 certainty(trip.certainty)});
  }

  /// The name that its owner or a calendar gives it, where that says more than where it went.
  std::string name_beside(const std::string& given, const std::string& where) const {
    const std::string name = title_in_text(given);
    if (name.empty() || name.find(where) != std::string::npos) return {};
    return fmt::format(fmt::runtime(korean_ ? "「{}」" : "“{}”"), name);
  }

  std::string about(const Activity& activity) const {
    return join({say("횟수", "count"), activity_name(activity, language()), evidence(activity.evidence),
                 activity.absence_known ? coverage(activity) : std::string{}});
  }

  std::string about_against(const Activity& activity) const {
    const Comparison& against = *activity.against;
    std::string interval;
    if (against.ratio && against.low && against.high) {
      interval = fmt::format(fmt::runtime(korean_ ? "비 {:.2f}, 90% 구간 {:.2f} ~ {:.2f}"
                                                  : "ratio {:.2f}, 90% interval {:.2f} to {:.2f}"),
                             *against.ratio, *against.low, *against.high);
    }
    const std::string counts =
        fmt::format("{} : {}", ko::grouped(activity.count), ko::grouped(against.count));
    const std::string days =
        fmt::format(fmt::runtime(korean_ ? "기록이 있는 날 {} : {}" : "covered days {} : {}"),
                    against.covered_days[1], against.covered_days[0]);
    return join({say("비교", "comparison"), activity_name(activity, language()), counts, span(against.days),
                 days, interval, verdict(against)});
  }

  std::string about(const Home& home) const {
    return join({say("집", "home"), place_name(home.spot.place, language()), span(home.days),
                 evidence(home.evidence), certainty(home.certainty)});
  }

  std::string about(const Planned& planned) const {
    return join({say("예정", "planned"), title_in_text(planned.title), span(planned.days),
                 evidence(planned.evidence)});
  }

  std::string about(const OpenItem& item) const {
    return join({say("열려 있음", "open"), title_in_text(item.title),
                 fmt::format(fmt::runtime(korean_ ? "{}부터" : "since {}"), item.since.iso()),
                 item.repository, evidence(item.evidence)});
  }

  std::string about(const AreaTime& area) const {
    const auto evenings = fmt::format(fmt::runtime(korean_ ? "저녁 {}번 가운데 {}번" : "of {} evenings {}"),
                                      area.evenings[1], area.evenings[0]);
    return join({say("영역", "area"), title_in_text(korean_ ? area.label.ko : area.label.en),
                 fmt::format(fmt::runtime(korean_ ? "{:.1f}시간" : "{:.1f} hours"), area.hours),
                 area.share_of_evenings ? evenings : std::string{}, interval(area.low, area.high),
                 area.against_share_of_evenings ? verdict(area.against_evenings) : std::string{},
                 evidence(area.evidence)});
  }

  std::string about(const Commute& commute) const {
    return join({say("통근", "commute"), place_name(commute.between[0].place, language()),
                 place_name(commute.between[1].place, language()),
                 fmt::format(fmt::runtime(korean_ ? "편도 {}번" : "{} one way"), commute.journeys),
                 fmt::format(fmt::runtime(korean_ ? "위치가 있는 날 {}일" : "positions on {} days"),
                             commute.covered_days),
                 evidence(commute.evidence)});
  }

  std::string about(const CodeAndPrompts& found) const {
    const auto days = [&](const std::array<int, 2>& of) { return fmt::format("{} : {}", of[1], of[0]); };
    return join(
        {say("커밋과 프롬프트", "code and prompts"),
         fmt::format(fmt::runtime(korean_ ? "커밋한 날 {}" : "days with commits {}"), days(found.code_days)),
         fmt::format(fmt::runtime(korean_ ? "프롬프트를 쓴 날 {}" : "days with prompts {}"),
                     days(found.prompt_days)),
         span(findings_.against), interval(found.low, found.high), verdict(found.verdict),
         evidence(found.evidence)});
  }

  /// What was paid for a trip or an activity, payment by payment.
  std::string about_cost(const std::string& name, const Evidence& payments) const {
    return join({say("비용", "cost"), name, evidence(payments)});
  }

  std::string about(const ClockFinding& clock) const {
    return join({say("시계", "clock"), title_in_text(clock.camera), span(clock.days), shift(clock.shift),
                 evidence(clock.evidence),
                 clock.stated ? say("설정", "settings") : certainty(clock.certainty)});
  }

  std::string about(const Milestone& milestone) const {
    return join({say("기념", "milestone"), label_in(milestone.label, language()), milestone.date.iso(),
                 from_on(milestone.since), evidence(milestone.evidence)});
  }

  /// "처음 · 도구 Claude · 2024-03-06 · 2022-12-05까지 거슬러 올라감".
  std::string about(const Occasion& one) const {
    const bool first = one.reaches_back_to.has_value();
    std::string seen;
    if (first)
      seen = fmt::format(fmt::runtime(korean_ ? "{}까지 거슬러 올라감" : "seen back to {}"),
                         one.reaches_back_to->iso());
    else if (one.silent_to)
      seen = fmt::format(fmt::runtime(korean_ ? "{}까지 다시 없음" : "none up to {}"), one.silent_to->iso());
    return join({first ? say("처음", "first") : say("마지막", "last"),
                 subject(one.subject) + " " + label_in(one.label, language()), one.date.iso(), seen,
                 evidence(one.evidence)});
  }

  std::string about(const Best& best) const {
    std::string name;
    for (const Activity& activity : findings_.activities) {
      if (activity.id == best.activity) name = activity_name(activity, language());
    }
    for (const Trip& trip : findings_.trips) {
      if (trip.id == best.after) name = trip_name(trip, language());
    }
    return join({mark(best.what), name, ko::grouped(static_cast<long long>(best.value)), span(best.days),
                 best.reaches_back_to ? from_on(*best.reaches_back_to) : std::string{},
                 evidence(best.evidence)});
  }

  /// "다짐 · 책 24권 · books >= 24 · 지키는 중 · 9 / 24 · resolutions/2024.md:6".
  std::string about(const Promise& promise) const {
    const std::string numbers =
        promise.value && promise.target
            ? fmt::format("{} / {}{}{}", decimal(*promise.value, 2), decimal(*promise.target, 2),
                          promise.unit.empty() ? "" : " ", promise.unit)
            : std::string{};
    const std::string units =
        promise.periods ? fmt::format(fmt::runtime(korean_ ? "{}번 가운데 {}번, 모르는 것 {}"
                                                           : "{} units, {} held, {} unknown"),
                                      promise.periods->of, promise.periods->held, promise.periods->unknown)
                        : std::string{};
    const std::string days =
        promise.check.empty() ? std::string{}
                              : fmt::format(fmt::runtime(korean_ ? "기록이 닿는 날 {}일" : "{} covered days"),
                                            promise.covered_days);
    return join({say("다짐", "promise"), title_in_text(promise.text), promise.check,
                 promise.verdict ? verdict(*promise.verdict) : say("본인이 판단", "the owner's to judge"),
                 promise.date ? promise.date->iso() : std::string{}, numbers, units, span(promise.days), days,
                 evidence(promise.evidence), promise.where});
  }

  std::string about_change(const Activity& activity, const Change& change) const {
    constexpr std::array<std::string_view, 5> korean = {"시작", "늘어남", "뜸해짐", "멈춤", "다시 시작"};
    const std::string_view kind =
        korean_ ? korean.at(static_cast<std::size_t>(change.kind)) : name(change.kind);
    return join({std::string(kind), activity_name(activity, language()), change.date.iso(),
                 fmt::format(fmt::runtime(korean_ ? "90% 구간 {}" : "90 % interval {}"),
                             span({change.low, change.high})),
                 fmt::format(fmt::runtime(korean_ ? "주 {:.1f} → {:.1f}" : "{:.1f} → {:.1f} a week"),
                             change.before_per_week, change.after_per_week),
                 certainty(change.certainty), evidence(change.evidence)});
  }

  std::string about(const CoverageFinding& coverage) const {
    const std::string kind = kind_name(coverage.kind, language());
    const std::string source = source_name(coverage.source);
    return join(
        {say("기록 범위", "coverage"), kind, source == kind ? std::string{} : source, span(coverage.days),
         fmt::format(fmt::runtime(korean_ ? "{}일" : "{} days"), ko::grouped(coverage.covered_days))});
  }

  std::string about(const Period& period) const {
    return join({say("기간", "period"), span({period.from, period.to}),
                 fmt::format(fmt::runtime(korean_ ? "{} 기준" : "as of {}"), period.as_of.iso())});
  }

 private:
  /// -13:00, +0:30; seconds only where there are any.
  static std::string shift(std::int32_t seconds) {
    const long long size = std::llabs(seconds);
    const std::string minutes =
        fmt::format("{}{}:{:02}", seconds < 0 ? "-" : "+", size / 3600, size / 60 % 60);
    return size % 60 == 0 ? minutes : fmt::format("{}:{:02}", minutes, size % 60);
  }

  /// Of a share.
  std::string interval(std::optional<double> low, std::optional<double> high) const {
    if (!low || !high) return {};
    return fmt::format(
        fmt::runtime(korean_ ? "90% 구간 {:.0f}% ~ {:.0f}%" : "90% interval {:.0f}% to {:.0f}%"), *low * 100,
        *high * 100);
  }

  /// With why it is not told as a change, where it is not.
  std::string verdict(const Comparison& against) const {
    std::string word = verdict(against.verdict);
    if (against.told() == against.verdict) return word;
    return fmt::format(fmt::runtime(korean_ ? "{}, 여럿을 견주면 우연일 수 있음 (q {:.2f})"
                                            : "{}, but may be chance among so many (q {:.2f})"),
                       word, *against.q);
  }

  std::string from_on(Date day) const {
    return fmt::format(fmt::runtime(korean_ ? "{}부터" : "since {}"), day.iso());
  }

  std::string subject(Subject subject) const {
    static constexpr std::array<const char*, 9> ko = {"나라", "곳",   "활동", "저장소", "언어",
                                                      "도구", "사람", "책",   "이름"};
    return korean_ ? ko.at(static_cast<std::size_t>(subject)) : std::string(name(subject));
  }

  std::string mark(BestKind what) const {
    static constexpr std::array<const char*, 6> ko = {"가장 많은 주", "가장 긴 연속",   "가장 긴 공백",
                                                      "채운 횟수",    "여행 뒤의 공백", "가장 많은 날"};
    return korean_ ? ko.at(static_cast<std::size_t>(what)) : std::string(name(what));
  }

  std::string verdict(Verdict verdict) const {
    static constexpr std::array<const char*, 6> ko = {"지킴",     "깨짐",    "순조로움",
                                                      "위태로움", "못 채움", "알 수 없음"};
    static constexpr std::array<const char*, 6> en = {"kept",    "broken", "on track",
                                                      "at risk", "missed", "unknown"};
    return (korean_ ? ko : en).at(static_cast<std::size_t>(verdict));
  }

  std::string verdict(Difference verdict) const {
    switch (verdict) {
      case Difference::More:
        return say("많음", "more");
      case Difference::Less:
        return say("적음", "less");
      case Difference::NoClearDifference:
        return say("뚜렷한 차이 없음", "no clear difference");
      default:
        return say("알 수 없음", "unknown");
    }
  }

  /// Which days the activity's own sources could have seen: what stands behind a claim of absence.
  std::string coverage(const Activity& activity) const {
    constexpr std::size_t most = 3;
    std::vector<std::string> sources;
    for (const CoverageFinding& one : findings_.coverage) {
      const auto& own = activity.coverage;
      if (std::find(own.begin(), own.end(), one.id) == own.end() || sources.size() == most) continue;
      // The last few lines of a feed stand for no absence.
      if (one.coverage != CoverageClass::Complete && one.coverage != CoverageClass::Sensor) continue;
      sources.push_back(fmt::format(fmt::runtime(korean_ ? "{} 전체, {}" : "whole of {}, {}"),
                                    source_name(one.source), span(one.days)));
    }
    return join(sources);
  }

  const Findings& findings_;
  bool korean_;
};

template <class Items>
std::optional<std::string> find(const Items& items, const std::string& id, const Writer& writer) {
  for (const auto& item : items) {
    if (item.id == id) return writer.about(item);
  }
  return std::nullopt;
}

std::string words(const Findings& all, const std::string& id, const Writer& writer) {
  if (id == period_id(all.period)) return writer.about(all.period);
  for (const Activity& activity : all.activities) {
    if (activity.against && against_id(activity) == id) return writer.about_against(activity);
    for (const Change& change : activity.changes) {
      if (change.id == id) return writer.about_change(activity, change);
    }
    if (cost_id(activity.id) == id)
      return writer.about_cost(activity_name(activity, writer.language()), activity.cost_evidence);
  }
  for (const Trip& trip : all.trips) {
    if (cost_id(trip.id) == id)
      return writer.about_cost(trip_name(trip, writer.language()), trip.cost_evidence);
  }
  for (const AreaTime& area : all.areas) {
    if (area_id(area) == id) return writer.about(area);
  }
  if (all.commute && all.commute->id == id) return writer.about(*all.commute);
  if (all.code_and_prompts && all.code_and_prompts->id == id) return writer.about(*all.code_and_prompts);
  for (const auto& found :
       {find(all.trips, id, writer), find(all.activities, id, writer), find(all.homes, id, writer),
        find(all.planned, id, writer), find(all.open, id, writer), find(all.clocks, id, writer),
        find(all.milestones, id, writer), find(all.firsts, id, writer), find(all.lasts, id, writer),
        find(all.bests, id, writer), find(all.promises, id, writer), find(all.coverage, id, writer)}) {
    if (found) return *found;
  }
  return {};
}

}  // namespace

std::string Footnotes::marks(const Sentence& sentence) {
  if (silent_) return {};
  constexpr std::size_t most = 3;
  std::vector<std::string> ids = {sentence.finding};
  ids.insert(ids.end(), sentence.also.begin(), sentence.also.end());
  if (ids.size() > most) ids.resize(most);
  std::string marks;
  for (const std::string& id : ids) {
    auto at = std::find(told_.begin(), told_.end(), id);
    if (at == told_.end()) at = told_.insert(told_.end(), id);
    marks += label(static_cast<std::size_t>(at - told_.begin()));
  }
  return marks;
}

std::string Footnotes::label(std::size_t at) const {
  return fmt::format("[^{}{}]", prefix_, at + 1);
}

Note Footnotes::note(const std::string& id) const {
  std::string plain = id;
  std::replace(plain.begin(), plain.end(), '`', '\'');
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  return {words(findings_, id, Writer(findings_, language_)), plain};
}

}  // namespace hoego
