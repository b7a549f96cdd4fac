#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "app/text_file.h"
#include "base/error.h"
#include "base/text.h"
#include "sources/text_head.h"
#include "verify/verify.h"

namespace hoego {
namespace {

struct Counts {
  std::array<int, 4> by_standing{};
  int of(Standing standing) const { return by_standing.at(static_cast<std::size_t>(standing)); }
};

Counts counted(const std::vector<VerifiedSentence>& sentences) {
  Counts counts;
  for (const VerifiedSentence& one : sentences)
    ++counts.by_standing.at(static_cast<std::size_t>(one.standing));
  return counts;
}

struct Asked {
  std::string file;
  DateRange period;
  Date as_of;
};

Asked asked_for(const Arguments& arguments, const Life& life) {
  constexpr const char* remedy = "hoego verify FILE.md [YEAR]";
  Asked asked;
  std::optional<DateRange> period;
  for (const std::string& word : arguments.words) {
    const auto days = asked.file.empty() ? std::nullopt : period_from(word);
    if (asked.file.empty())
      asked.file = word;
    else if (days && !period)
      period = days;
    else
      throw UsageError(fmt::format("\"{}\" is one word too many", word), "hoego verify", remedy);
  }
  if (asked.file.empty()) throw UsageError("no text is named", "hoego verify", remedy);
  asked.as_of = arguments.as_of ? day_option("--as-of", *arguments.as_of) : today(life.config());
  asked.period = period.value_or(whole_year(asked.as_of.year()));
  if (asked.period.from > asked.as_of) {
    throw UsageError(fmt::format("the period begins after {}", asked.as_of.iso()), "hoego verify",
                     "choose a period that has begun, or a later --as-of");
  }
  return asked;
}

// --- For machines ---

nlohmann::ordered_json json_of(const VerifiedSentence& one) {
  nlohmann::ordered_json out{
      {"line", one.sentence.line}, {"text", one.sentence.text}, {"standing", name(one.standing)}};
  out["parts"] = nlohmann::ordered_json::array();
  for (const VerifiedPart& part : one.parts) {
    out["parts"].push_back({{"stated", name(part.stated)},
                            {"words", one.sentence.text.substr(part.at, part.end - part.at)},
                            {"at", part.at},
                            {"end", part.end},
                            {"standing", name(part.standing)},
                            {"found", part.found},
                            {"finding", part.finding}});
  }
  return out;
}

std::string json_of(const Asked& asked, const std::vector<VerifiedSentence>& sentences) {
  nlohmann::ordered_json out;
  out["schema"] = "hoego.verify/1";
  out["file"] = asked.file;
  out["period"] = {
      {"from", asked.period.from.iso()}, {"to", asked.period.to.iso()}, {"as_of", asked.as_of.iso()}};
  const Counts counts = counted(sentences);
  for (const Standing one :
       {Standing::Agrees, Standing::Differs, Standing::CannotBeKnown, Standing::NotAClaim})
    out["counts"][std::string(name(one))] = counts.of(one);
  out["sentences"] = nlohmann::ordered_json::array();
  for (const VerifiedSentence& one : sentences) out["sentences"].push_back(json_of(one));
  return out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

// --- For people ---

std::string_view said(Standing standing, bool korean) {
  if (!korean) return name(standing);
  switch (standing) {
    case Standing::Agrees:
      return "맞음";
    case Standing::Differs:
      return "다름";
    case Standing::CannotBeKnown:
      return "알 수 없음";
    case Standing::NotAClaim:
      return "주장 아님";
  }
  return {};
}

std::string_view colour(Standing standing) {
  return standing == Standing::Agrees ? "\033[32m" : standing == Standing::Differs ? "\033[31m" : "\033[33m";
}

/// The parts that do not agree, a line each: the words, how they stand, what is found instead.
std::string reasons(const VerifiedSentence& one, bool korean) {
  std::string out;
  for (const VerifiedPart& part : one.parts) {
    if (part.standing == Standing::Agrees) continue;
    const std::string words = one_line(one.sentence.text.substr(part.at, part.end - part.at));
    out += fmt::format("      {}{}{}: {}", korean ? "“" : "\"", words, korean ? "”" : "\"",
                       said(part.standing, korean));
    if (!part.found.empty()) out += (korean ? ", 기록에는 " : ", found ") + one_line(part.found);
    if (!part.finding.empty()) out += fmt::format(" ({})", one_line(part.finding));
    out += "\n";
  }
  return out;
}

std::string text_of(const std::vector<VerifiedSentence>& sentences, bool korean, bool terminal) {
  std::string out;
  constexpr std::size_t most = 100;
  for (const VerifiedSentence& one : sentences) {
    if (one.standing == Standing::NotAClaim) continue;
    out +=
        fmt::format("{:>4}  {}{}{}  {}\n", one.sentence.line, terminal ? colour(one.standing) : "",
                    said(one.standing, korean), terminal ? "\033[0m" : "", one_line(one.sentence.text, most));
    out += reasons(one, korean);
  }
  const Counts counts = counted(sentences);
  const auto of = [&counts](Standing standing) { return counts.of(standing); };
  if (korean) {
    out += fmt::format("문장 {}개: 맞음 {}, 다름 {}, 알 수 없음 {}, 주장 아님 {}\n", sentences.size(),
                       of(Standing::Agrees), of(Standing::Differs), of(Standing::CannotBeKnown),
                       of(Standing::NotAClaim));
  } else {
    out += fmt::format("{} sentences: {} agree, {} differ, {} cannot be known, {} claim nothing\n",
                       sentences.size(), of(Standing::Agrees), of(Standing::Differs),
                       of(Standing::CannotBeKnown), of(Standing::NotAClaim));
  }
  return out;
}

}  // namespace

int cmd_verify(const Arguments& arguments) {
  Life life = Life::open(arguments);
  const Asked asked = asked_for(arguments, life);
  const std::string bytes = bytes_of_text_file(asked.file);
  if (is_binary_head(bytes))
    throw UsageError("this is no text", asked.file, "name a text: Markdown or plain");
  const std::string text = decode_guess(bytes);
  life.refresh(arguments.jobs);
  ReviewRequest request;
  request.period = asked.period;
  request.as_of = asked.as_of;
  const Reviewed reviewed = review_of(life, request);
  const std::vector<VerifiedSentence> sentences = verify(text, reviewed.review.findings);
  const bool korean = language_of(arguments, life.config()) == Language::Korean;
  write_output({}, arguments.json ? json_of(asked, sentences)
                                  : text_of(sentences, korean, isatty(STDOUT_FILENO) == 1));
  const bool differs = counted(sentences).of(Standing::Differs) > 0;
  return arguments.strict && differs ? 1 : 0;
}

}  // namespace hoego
