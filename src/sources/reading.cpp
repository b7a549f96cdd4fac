#include "sources/reading.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "sources/stated_date.h"

namespace hoego {
namespace {

constexpr std::size_t longest_title = 1000;
constexpr std::size_t longest_name = 300;
constexpr std::size_t most_authors = 50;
constexpr std::size_t most_tags = 100;

std::string joined(const std::vector<std::string>& items, std::size_t most, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < items.size() && i < most; ++i) {
    if (items[i].empty()) continue;
    if (!out.empty()) out += separator;
    out += clipped(items[i], longest_name);
  }
  return out;
}

/// Tags are divided by commas: one inside of a tag becomes a blank.
std::string joined_tags(std::vector<std::string> tags) {
  for (std::string& tag : tags) std::replace(tag.begin(), tag.end(), ',', ' ');
  return joined(tags, most_tags, ",");
}

void earliest(std::optional<Date>& kept, Date day) {
  if (!kept || day < *kept) kept = day;
}
void latest(std::optional<Date>& kept, Date day) {
  if (!kept || day > *kept) kept = day;
}

}  // namespace

std::optional<Observation> observation_of(const Reading& reading) {
  Observation out;
  out.kind = reading.kind;
  out.identity = clean_text(work_identity(reading.work));
  if (out.identity.empty()) return std::nullopt;
  if (reading.read) {
    out.begin = reading.read;
  } else if (reading.kind == Kind::Paper) {
    if (!reading.added) return std::nullopt;
    out.begin = reading.added;
    out.traits[trait::time_from] = reading.added_from;
  }
  out.locator = reading.locator;
  out.title = clipped(reading.work.title, longest_title);
  const auto put = [&](const char* name, std::string value) {
    if (!value.empty()) out.traits[name] = clean_text(value);
  };
  put(trait::author, joined(reading.authors, most_authors, "; "));
  put(trait::doi, reading.work.doi);
  put("arxiv", reading.work.arxiv);
  put(trait::isbn, reading.work.isbn);
  put(trait::tags, joined_tags(reading.tags));
  put("series", clipped(reading.series, longest_title));
  put("venue", clipped(reading.venue, longest_title));
  put(trait::status, clipped(reading.status, longest_name));
  put(trait::as_of, reading.as_of);
  put(trait::added, reading.added ? day_of(*reading.added).iso() : "");
  put("started", reading.started ? reading.started->iso() : "");
  put("read", reading.is_read || reading.read ? "1" : "");
  if (reading.pages) out.quantities["pages"] = *reading.pages;
  if (reading.published) out.quantities["published"] = *reading.published;
  if (reading.rating) out.quantities["rating"] = *reading.rating;
  return out;
}

void ReadingDays::see(const Reading& reading) {
  Days& days = reading.kind == Kind::Book ? books_ : papers_;
  if (reading.read) earliest(days.first_read, day_of(*reading.read));
  if (reading.read) latest(days.newest, day_of(*reading.read));
  const bool added = reading.added && reading.added_from == "added";
  days.all_added = days.all_added && added;
  if (!added) return;
  earliest(days.first_added, day_of(*reading.added));
  latest(days.newest, day_of(*reading.added));
}

void ReadingDays::claim(Kind kind, const Days& days, const std::string& scope, Sink& sink) {
  if (days.first_read)
    sink.coverage({kind, CoverageClass::Complete, scope, days.first_read, days.newest});
  else if (kind == Kind::Paper && days.all_added && days.first_added)
    sink.coverage({kind, CoverageClass::Window, scope, days.first_added, days.newest});
}

void ReadingDays::claim(const std::string& scope, Sink& sink) const {
  claim(Kind::Book, books_, scope, sink);
  claim(Kind::Paper, papers_, scope, sink);
}

ZoteroExtra read_zotero_extra(std::string_view note) {
  ZoteroExtra out;
  const auto after = [&](std::string_view name) {
    const std::size_t at = note.find(name);
    if (at == std::string_view::npos) return std::string_view();
    std::string_view rest = note.substr(at + name.size());
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    return rest;
  };
  const std::string_view status = after("Read_Status:");
  if (status.substr(0, 4) != "Read") return out;
  const std::string_view next = status.substr(4, 1);
  out.is_read = next.empty() || next == " " || next == "\n" || next == "\r";
  if (!out.is_read) return out;
  const std::string_view date = after("Read_Status_Date:");
  out.since = parse_written_date(date.substr(0, date.find_first_of(" \n\r")));
  return out;
}

}  // namespace hoego
