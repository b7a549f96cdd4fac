#include "sources/csl.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "sources/json_items.h"
#include "sources/json_items_head.h"
#include "sources/reading.h"
#include "sources/stated_date.h"

namespace hoego {
namespace {

constexpr std::size_t most_names = 200;
constexpr std::size_t longest_note = 64 * 1024;

template <typename Range>
bool is_one_of(std::string_view text, const Range& names) {
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

enum class Class { Book, Paper, PaperIfNumbered, Other };

/// CSL 1.0.2, appendix III. What is on the web is a paper only when arXiv or a DOI says so.
Class class_of(std::string_view type) {
  constexpr std::string_view papers[] = {"article-journal", "paper-conference", "article",    "chapter",
                                         "report",          "thesis",           "manuscript", "review"};
  constexpr std::string_view doubtful[] = {"webpage", "post-weblog", "post", "document"};
  if (type == "book") return Class::Book;
  if (is_one_of(type, papers)) return Class::Paper;
  return is_one_of(type, doubtful) ? Class::PaperIfNumbered : Class::Other;
}

/// A number, or a text of digits: exporters write both.
std::optional<int> small_number(const JsonValue& value) {
  if (const auto number = value.number()) {
    if (*number < 1 || *number > 9999 || *number != static_cast<int>(*number)) return std::nullopt;
    return static_cast<int>(*number);
  }
  const std::string_view text = value.text();
  if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != text.npos)
    return std::nullopt;
  return std::stoi(std::string(text));
}

/// The first day of a CSL date: `{"date-parts": [["2019", 4, 28]]}`, or `raw`. Nothing for a year or a month.
std::optional<Date> day_in(const JsonValue& date) {
  const auto& ranges = date["date-parts"].values();
  if (!ranges.empty() && ranges[0].values().size() >= 3) {
    const auto& parts = ranges[0].values();
    const auto year = small_number(parts[0]);
    const auto month = small_number(parts[1]);
    const auto day = small_number(parts[2]);
    return year && month && day ? Date::from_ymd(*year, *month, *day) : std::nullopt;
  }
  const auto raw = parse_written_date(date["raw"].text());
  return raw ? std::optional(day_of(*raw)) : std::nullopt;
}

std::optional<double> year_in(const JsonValue& date) {
  const auto& ranges = date["date-parts"].values();
  if (ranges.empty() || ranges[0].values().empty()) return std::nullopt;
  const auto year = small_number(ranges[0].values()[0]);
  return year ? std::optional<double>(*year) : std::nullopt;
}

/// Titles are HTML in part: `<i>Library Quarterly</i>`.
std::string without_tags(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '<' ? text.find('>', at) : text.npos;
    const bool tag = close != text.npos && close - at <= 40 && close - at >= 2 &&
                     (text[at + 1] == '/' || (text[at + 1] >= 'a' && text[at + 1] <= 'z'));
    if (tag)
      at = close + 1;
    else
      out.push_back(text[at++]);
  }
  return trim(out);
}

std::vector<std::string> names_in(const JsonValue& people) {
  std::vector<std::string> out;
  for (const JsonValue& person : people.values()) {
    if (out.size() >= most_names) break;
    std::string family = person["family"].line();
    if (family.empty()) family = person["literal"].line();
    const std::string given = person["given"].line();
    if (!family.empty()) out.push_back(given.empty() ? family : family + ", " + given);
  }
  return out;
}

/// Fills in what tells which work it is; false for what is neither book nor paper.
bool identify(const JsonValue& item, Reading& reading) {
  const Class sort = class_of(item["type"].text());
  if (sort == Class::Other) return false;
  reading.kind = sort == Class::Book ? Kind::Book : Kind::Paper;
  const std::string url = item["URL"].line();
  reading.work.doi = doi_in(item["DOI"].line()).value_or("");
  if (reading.work.doi.empty() && url.find("doi.org/10.") != url.npos)
    reading.work.doi = doi_in(url).value_or("");
  for (const std::string& text : {reading.work.doi, item["number"].line(), item["container-title"].line(),
                                  url, item["note"].line(longest_note).substr(0, 4096)}) {
    if (reading.work.arxiv.empty()) reading.work.arxiv = arxiv_in(text).value_or("");
  }
  if (reading.kind == Kind::Book) reading.work.isbn = isbn_in(item["ISBN"].line()).value_or("");
  reading.work.title = without_tags(item["title"].line());
  reading.authors = names_in(item["author"]);
  if (reading.authors.empty()) reading.authors = names_in(item["editor"]);
  if (!reading.authors.empty()) reading.work.first_author = reading.authors.front();
  return sort != Class::PaperIfNumbered || !reading.work.doi.empty() || !reading.work.arxiv.empty();
}

std::vector<std::string> keywords_in(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(",;", at), text.size());
    if (std::string word = trim(std::string_view(text).substr(at, end - at)); !word.empty())
      out.push_back(std::move(word));
    at = end + 1;
  }
  return out;
}

void take(const JsonItem& found, const std::string& path, ReadingDays& days, Sink& sink) {
  const JsonValue& item = found.value;
  Reading reading;
  if (!identify(item, reading)) return;
  for (const char* name : {"citation-key", "id"}) {
    if (reading.locator.empty()) reading.locator = item[name].line();
  }
  reading.venue = without_tags(item["container-title"].line());
  reading.tags = keywords_in(item["keyword"].line());
  reading.published = year_in(item["issued"]);
  if (const auto pages = small_number(item["number-of-pages"])) reading.pages = *pages;
  if (const auto day = day_in(item["accessed"])) {
    reading.added = When::on(*day);
    reading.added_from = "accessed";
  }
  const ZoteroExtra extra = read_zotero_extra(clean_text(item["note"].text().substr(0, longest_note)));
  reading.is_read = extra.is_read;
  reading.read = extra.since;
  if (reading.is_read) reading.status = "read";
  days.see(reading);
  if (auto observation = observation_of(reading)) {
    sink.observation(std::move(*observation));
  } else if (work_identity(reading.work).empty() && (reading.read || reading.added)) {
    sink.issue({path, fmt::format("byte {}", found.offset),
                "neither title nor DOI nor ISBN: nothing tells what it is",
                "give it a title where it was exported from"});
  }
}

/// Types that hardly any other list of JSON objects has.
bool is_telling(std::string_view type) {
  constexpr std::string_view types[] = {
      "article-journal",  "article-magazine",       "article-newspaper", "paper-conference",
      "entry-dictionary", "entry-encyclopedia",     "legal_case",        "motion_picture",
      "musical_score",    "personal_communication", "post-weblog",       "review-book"};
  return is_one_of(type, types);
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory || candidate.head.find('[') == candidate.head.npos) return Sureness::No;
  const auto keys = keys_in_head(candidate.head);
  if (find_key(keys, "[].id") == nullptr && find_key(keys, "[].citation-key") == nullptr) return Sureness::No;
  for (const char* date : {"[].issued.date-parts", "[].accessed.date-parts"}) {
    if (find_key(keys, date) != nullptr) return Sureness::Sure;
  }
  if (find_key(keys, "[].citation-key") != nullptr) return Sureness::Sure;
  const std::string* type = find_key(keys, "[].type");
  if (type == nullptr || find_key(keys, "[].title") == nullptr) return Sureness::No;
  if (is_telling(*type)) return Sureness::Sure;
  return class_of(*type) == Class::Other ? Sureness::No : Sureness::Maybe;
}

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  const auto file = unit.open();
  JsonItems items(*file, {"items", "references"}, unit.path, sink);
  ReadingDays days;
  while (const auto item = items.next()) take(*item, unit.path, days, sink);
  days.claim(clean_text(unit.path), sink);
}

}  // namespace

const Source csl_source = {
    .type = "csl",
    .version = 1,
    .describe = "bibliographies in CSL JSON of Zotero: papers and books",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
