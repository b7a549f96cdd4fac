#include "app/draft_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/output.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

/// How the sentences of a draft stand.
struct Tally {
  std::size_t all = 0;
  std::size_t agree = 0;
  std::size_t no_claim = 0;
  std::size_t struck = 0;
};

Tally tally(const Draft& draft) {
  Tally tally;
  for (const DraftSentence* sentence : draft.sentences()) {
    ++tally.all;
    if (sentence->standing == Standing::Agrees) ++tally.agree;
    if (sentence->standing == Standing::NotAClaim) ++tally.no_claim;
    if (!sentence->stands()) ++tally.struck;
  }
  return tally;
}

/// Of the sentences that claim something, those that agree: "41 of 43 (95 %)".
std::string share(std::size_t agree, std::size_t claims) {
  if (claims == 0) return "none";
  const double part = static_cast<double>(agree) / static_cast<double>(claims);
  return fmt::format("{} of {} ({:.0f} %)", agree, claims, std::floor(part * 100));
}

std::string tokens(const Usage& usage) {
  return (usage.stated ? "" : "about ") + thousands(static_cast<std::uint64_t>(usage.all()));
}

std::string_view name(Ending ending) {
  switch (ending) {
    case Ending::Whole:
      return "whole";
    case Ending::Length:
      return "length";
    case Ending::Filtered:
      return "filtered";
    case Ending::BrokeOff:
      return "broke off";
    case Ending::TooMuch:
      return "too much";
    case Ending::Cancelled:
      break;
  }
  return "cancelled";
}

}  // namespace

std::string summary_line(const DraftRun& run) {
  const Writing& writing = run.writing;
  const Tally count = tally(writing.draft);
  std::string line = fmt::format("{}: sentences that agree {}, without a claim {}, struck out {}", run.prompt,
                                 count.agree, count.no_claim, count.struck);
  if (writing.failed > 0)
    line += fmt::format(" ({} did not stand at first, {} mended)", writing.failed, writing.mended);
  if (writing.draft.addresses > 0)
    line += fmt::format("; {} links or pictures left out", writing.draft.addresses);
  return line + fmt::format("; {} of {} findings told; {} tokens; {:.1f} s", writing.told, writing.given,
                            tokens(writing.usage), run.seconds);
}

std::string comparison_table(const std::vector<DraftRun>& runs) {
  std::vector<std::vector<std::string>> rows = {
      {"prompt", "verified", "at first struck", "struck", "findings told", "tokens", "time"}};
  for (const DraftRun& run : runs) {
    const Tally count = tally(run.writing.draft);
    rows.push_back({run.prompt, share(count.agree, count.agree + count.struck),
                    std::to_string(run.writing.failed), std::to_string(count.struck),
                    fmt::format("{} of {}", run.writing.told, run.writing.given), tokens(run.writing.usage),
                    fmt::format("{:.1f} s", run.seconds)});
  }
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += fmt::format("{:<{}}  ", row[i], widths[i]);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string drafts_json(const std::vector<DraftRun>& runs, const std::string& endpoint,
                        const std::string& model) {
  Json json;
  json["schema"] = "hoego.draft/1";
  json["endpoint"] = endpoint;
  json["model"] = model;
  json["drafts"] = Json::array();
  for (const DraftRun& run : runs) {
    const Writing& writing = run.writing;
    const Tally count = tally(writing.draft);
    Json one;
    one["prompt"] = run.prompt;
    one["ending"] = name(writing.ending);
    one["sentences"] = {{"all", count.all},
                        {"agree", count.agree},
                        {"no_claim", count.no_claim},
                        {"struck", count.struck},
                        {"struck_at_first", writing.failed},
                        {"mended", writing.mended}};
    one["findings"] = {{"given", writing.given}, {"told", writing.draft.told()}};
    one["tokens"] = {
        {"prompt", writing.usage.prompt}, {"answer", writing.usage.answer}, {"stated", writing.usage.stated}};
    one["seconds"] = std::round(run.seconds * 10) / 10;
    one["remarks"] = writing.remarks;
    one["text"] = run.text;
    json["drafts"].push_back(std::move(one));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoego
