#include "app/extracting.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/year.h"
#include "app/output.h"
#include "app/text_file.h"
#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "claims/past_claim.h"
#include "claims/promise_reader.h"
#include "claims/proposed_check.h"
#include "geo/gazetteer.h"
#include "promises/ground.h"
#include "sources/html_text.h"
#include "sources/text_head.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// What the command says of a text.
struct Extract {
  std::string file;
  int year = 0;
  std::vector<FoundPromise> promises;
  std::vector<CheckedClaim> claims;
};

bool is_html(const std::string& file, std::string_view bytes) {
  const std::string extension = small_letters(fs::u8path(file).extension().string());
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return true;
  const std::string head = small_letters(bytes.substr(0, 512));
  return head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos;
}

/// The year of a text's front matter or name: "date: 2023-12-30", "2023-retrospective.md".
std::optional<int> year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (!is_digits(text.substr(at, 4)) || (at > 0 && is_digit(text[at - 1]))) continue;
    if (at + 4 < text.size() && is_digit(text[at + 4])) continue;
    const int year = std::stoi(std::string(text.substr(at, 4)));
    if (year >= 1990 && year < 2100) return year;
  }
  return std::nullopt;
}

std::optional<int> front_matter_year(std::string_view text) {
  if (text.substr(0, 3) != "---" && text.substr(0, 3) != "+++") return std::nullopt;
  const std::size_t end = std::min(text.find("\n" + std::string(text.substr(0, 3)), 3), text.size());
  const std::string_view head = text.substr(0, end);
  const std::size_t date = head.find("\ndate");
  if (date == std::string_view::npos) return std::nullopt;
  return year_in(head.substr(date, head.find('\n', date + 1) - date));
}

int text_year(const Arguments& arguments, const std::string& file, std::string_view text, Date as_of) {
  for (const std::string& word : arguments.words) {
    if (word.size() == 4 && is_digits(word)) return std::stoi(word);
  }
  if (const auto year = front_matter_year(text)) return *year;
  if (const auto year = year_in(fs::u8path(file).filename().string())) return *year;
  return as_of.year();
}

Findings findings_of(Life& life, int year, Date as_of) {
  const Date last = *Date::from_ymd(year, 12, 31);
  const Period period{*Date::from_ymd(year, 1, 1), last, std::min(as_of, last)};
  return look_back(life.timeline(period.as_of), life.config().settings, places(), period,
                   year_before(period));
}

/// What a text may name: all that was ever done, as a promise for next year may be of something new.
Vocabulary names_until(Life& life, Date as_of) {
  const Timeline timeline = life.timeline(as_of);
  const Places atlas = places();
  return vocabulary_of(over_all_time(timeline, life.config().settings, atlas, as_of));
}

Extract extract(Life& life, const Arguments& arguments, const std::string& file) {
  const std::string bytes = bytes_of_text_file(file);
  const bool html = is_html(file, bytes);
  if (is_binary_head(bytes))
    throw UsageError("this is no text", file, "name a text: Markdown, plain or HTML");
  const std::string text = html ? html_text(decode_html(bytes)).text : decode_guess(bytes);
  const Date as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  Extract out;
  out.file = file;
  out.year = text_year(arguments, file, text, as_of);
  const Findings findings = findings_of(life, out.year, as_of);
  const Vocabulary vocabulary = names_until(life, as_of);
  const CountryByName country = [](std::string_view name) { return country_by_name(name); };
  const PromiseReader reader(out.year);
  std::vector<WrittenSentence> rest;
  for (const WrittenSentence& sentence : sentences_of(text, html ? TextForm::Lines : TextForm::Markdown)) {
    if (auto found = reader.read(sentence)) {
      found->check = proposed_check(*found, vocabulary, country);
      out.promises.push_back(std::move(*found));
    } else {
      rest.push_back(sentence);
    }
  }
  for (const PastClaim& claim : past_claims(rest, vocabulary, country))
    out.claims.push_back(checked(claim, findings));
  return out;
}

// --- For people ---

std::string_view said_in(Intention kind, bool korean) {
  if (!korean) return name(kind);
  return kind == Intention::Promise ? "다짐" : kind == Intention::Plan ? "계획" : "바람";
}

std::string period_in(const SaidPeriod& period, bool korean) {
  if (period.said == SaidWhen::Other && period.days)
    return period.days->from.iso().substr(0, period.days->days() > 31 ? 4 : 7);
  if (!korean) return period.said == SaidWhen::NotSaid ? "no time said" : std::string(name(period.said));
  switch (period.said) {
    case SaidWhen::NotSaid:
      return "때를 말하지 않음";
    case SaidWhen::ThisYear:
      return "올해";
    case SaidWhen::NextYear:
      return "내년";
    case SaidWhen::RestOfYear:
      return "남은 올해";
    case SaidWhen::Other:
      return "다른 때";
  }
  return {};
}

std::string figure(double value) {
  const double tenth = std::round(value * 10) / 10;
  if (tenth != std::floor(tenth)) return fmt::format("{:.1f}", tenth);
  return (tenth < 0 ? "-" : "") + thousands(static_cast<std::uint64_t>(std::fabs(tenth)));
}

std::string why_in(Unknown why, bool korean) {
  if (!korean) return std::string(name(why));
  switch (why) {
    case Unknown::None:
      return {};
    case Unknown::NothingTells:
      return "여기 있는 기록에는 그 이야기가 없어요";
    case Unknown::AbsenceNotSeen:
      return "기록에 남지 않은 것이 더 있을 수 있어요";
    case Unknown::NotCompared:
      return "지난해와 견줄 만큼 기록이 이어지지 않아요";
    case Unknown::NoHours:
      return "걸린 시간은 알 수 없어요";
  }
  return {};
}

std::string compared_in(const CheckedClaim& one, bool korean) {
  const std::string numbers =
      one.found_then
          ? fmt::format(fmt::runtime(korean ? "올해 {}, 지난해 같은 기간 {}"
                                            : "{} this year, {} in the same days of the year before"),
                        figure(one.found.value_or(0)), figure(*one.found_then))
          : std::string{};
  switch (one.outcome) {
    case ClaimOutcome::Agrees:
      return fmt::format(fmt::runtime(korean ? "맞아요 ({})" : "agrees ({})"), numbers);
    case ClaimOutcome::Differs:
      return fmt::format(fmt::runtime(korean ? "기록은 조금 달라요 ({})" : "the records say otherwise ({})"),
                         numbers);
    case ClaimOutcome::NoClearDifference:
      return fmt::format(fmt::runtime(korean ? "뚜렷한 차이는 아니에요 ({})" : "no clear difference ({})"),
                         numbers);
    case ClaimOutcome::CannotBeKnown:
      break;
  }
  return fmt::format(fmt::runtime(korean ? "알 수 없어요: {}" : "cannot be known: {}"),
                     why_in(one.why, korean));
}

std::string counted_in(const CheckedClaim& one, bool korean) {
  const std::string found = one.found ? figure(*one.found) : std::string{};
  switch (one.outcome) {
    case ClaimOutcome::Agrees:
      return fmt::format(fmt::runtime(korean ? "맞아요 (기록에는 {})" : "agrees ({} found)"), found);
    case ClaimOutcome::Differs:
      return fmt::format(
          fmt::runtime(korean ? "기록에는 {}, 글에는 {} (차이 {})" : "{} found, {} told (off by {})"), found,
          figure(one.claim.value), figure(std::fabs(one.found.value_or(0) - one.claim.value)));
    case ClaimOutcome::NoClearDifference:
    case ClaimOutcome::CannotBeKnown:
      break;
  }
  const std::string seen =
      found.empty() ? "" : fmt::format(fmt::runtime(korean ? " (보이는 것은 {})" : " ({} seen)"), found);
  return fmt::format(fmt::runtime(korean ? "알 수 없어요: {}{}" : "cannot be known: {}{}"),
                     why_in(one.why, korean), seen);
}

/// "- [ ] words `check`", to be pasted.
std::string paste_line(const FoundPromise& one) {
  const std::string check = one.check.empty() ? "" : fmt::format("   `{}`", one.check);
  return fmt::format("- [ ] {}{}", one_line(one.sentence.text, 120), check);
}

std::string for_people(const Extract& all, bool korean) {
  std::string out;
  for (const FoundPromise& one : all.promises)
    out += fmt::format("{}: {} · {} · \"{}\"\n    -> {}\n", one.sentence.line, said_in(one.kind, korean),
                       period_in(one.period, korean), one_line(one.sentence.text, 120), paste_line(one));
  if (all.promises.empty())
    out += korean ? "다짐이나 계획, 바람은 찾지 못했어요.\n" : "No promise, plan or wish was found.\n";
  if (!all.claims.empty())
    out += fmt::format(fmt::runtime(korean ? "\n{}년에 대해 한 말\n" : "\nWhat it says of {}\n"), all.year);
  for (const CheckedClaim& one : all.claims)
    out += fmt::format("{}: \"{}\" -> {}\n", one.claim.sentence.line, one_line(one.claim.sentence.text, 120),
                       one.claim.beside ? compared_in(one, korean) : counted_in(one, korean));
  return out;
}

// --- For machines ---

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json json_of(const FoundPromise& one) {
  Json period;
  period["said"] = name(one.period.said);
  period["from"] = one.period.days ? Json(one.period.days->from.iso()) : Json();
  period["to"] = one.period.days ? Json(one.period.days->to.iso()) : Json();
  return {{"line", one.sentence.line},
          {"kind", name(one.kind)},
          {"period", period},
          {"text", one.sentence.text},
          {"heading", one.sentence.heading},
          {"check", one.check.empty() ? Json() : Json(one.check)},
          {"rule", one.rule}};
}

Json json_of(const CheckedClaim& one) {
  const bool comparison = one.claim.beside.has_value();
  const bool numbered = !comparison || *one.claim.beside == Beside::Times;
  return {{"line", one.claim.sentence.line},
          {"text", one.claim.sentence.text},
          {"kind", comparison ? "comparison" : "count"},
          {"what", name(one.claim.what)},
          {"activity", one.claim.activity.empty() ? Json() : Json(one.claim.activity)},
          {"claimed", numbered ? Json(one.claim.value) : Json()},
          {"outcome", name(one.outcome)},
          {"found", or_null(one.found)},
          {"found_then", or_null(one.found_then)},
          {"ratio", or_null(one.ratio)},
          {"low", or_null(one.low)},
          {"high", or_null(one.high)},
          {"why", one.why == Unknown::None ? Json() : Json(name(one.why))},
          {"finding", one.finding.empty() ? Json() : Json(one.finding)},
          {"evidence", one.evidence}};
}

std::string for_machines(const Extract& all) {
  Json out;
  out["schema"] = "hoego.extract/1";
  out["file"] = all.file;
  out["year"] = all.year;
  out["promises"] = Json::array();
  for (const FoundPromise& one : all.promises) out["promises"].push_back(json_of(one));
  out["claims"] = Json::array();
  for (const CheckedClaim& one : all.claims) out["claims"].push_back(json_of(one));
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int extract_promises(Life& life, const Arguments& arguments, const std::string& file) {
  const Extract all = extract(life, arguments, file);
  const bool korean = language_of(arguments, life.config()) == Language::Korean;
  write_output(arguments.output, arguments.json ? for_machines(all) : for_people(all, korean));
  return 0;
}

}  // namespace hoego
