#include "sources/bibtex.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/bibtex_entries.h"
#include "sources/bibtex_latex.h"
#include "sources/reading.h"
#include "sources/stated_date.h"

namespace hoego {
namespace {

using bibtex::Entry;
using bibtex::plain_text;

constexpr std::uint64_t largest_file = std::uint64_t{64} << 20;
constexpr std::size_t longest_quote = 80;

template <typename Range>
bool is_one_of(std::string_view text, const Range& names) {
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

// ---- what an entry is

enum class Class { Book, Paper, PaperIfNumbered, Other };

/// biblatex's manual, 2.1. What is on the web or in a drawer is a paper only when arXiv or a DOI says so.
Class class_of(std::string_view type) {
  constexpr std::string_view books[] = {"book", "mvbook", "collection", "mvcollection", "booklet"};
  constexpr std::string_view papers[] = {
      "article",     "inproceedings", "conference",     "incollection", "inbook",        "bookinbook",
      "suppbook",    "techreport",    "report",         "phdthesis",    "mastersthesis", "thesis",
      "unpublished", "manual",        "suppcollection", "review",       "preprint"};
  constexpr std::string_view doubtful[] = {"misc", "online",  "electronic",
                                           "www",  "webpage", "suppperiodical"};
  if (is_one_of(type, books)) return Class::Book;
  if (is_one_of(type, papers)) return Class::Paper;
  return is_one_of(type, doubtful) ? Class::PaperIfNumbered : Class::Other;
}

/// An identifier without LaTeX's escapes.
std::string identifier(std::string_view value) {
  if (value.empty()) return {};
  std::string out;
  for (const char c : value) {
    if (c != '\\' && c != '{' && c != '}') out.push_back(c);
  }
  return trim(out);
}

std::string arxiv_of(const Entry& entry) {
  const std::string prefix = small_letters(entry.field("archiveprefix") + entry.field("eprinttype"));
  const std::string eprint = identifier(entry.field("eprint"));
  if (prefix.empty() || prefix.find("arxiv") != std::string::npos) {
    if (auto number = arxiv_number(eprint)) return *number;
  }
  for (const char* name :
       {"eprint", "doi", "number", "journal", "journaltitle", "howpublished", "url", "note", "publisher"}) {
    if (auto number = arxiv_in(identifier(std::string_view(entry.field(name)).substr(0, 4096))))
      return *number;
  }
  return {};
}

std::string doi_of(const Entry& entry) {
  if (auto doi = doi_in(identifier(entry.field("doi")))) return *doi;
  const std::string url = identifier(entry.field("url"));
  const bool resolver = url.find("doi.org/10.") != std::string::npos;
  return resolver ? doi_in(url).value_or("") : "";
}

/// Names are divided by the word "and" outside of braces; "and others" is nobody.
std::vector<std::string> names_in(std::string_view value) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view name) {
    std::string plain = plain_text(name);
    if (!plain.empty() && plain != "others") out.push_back(std::move(plain));
  };
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    depth += value[i] == '{' ? 1 : value[i] == '}' ? -1 : 0;
    const bool divides = depth == 0 && blank(value[i]) && i + 4 < value.size() &&
                         small_letters(value.substr(i + 1, 3)) == "and" && blank(value[i + 4]);
    if (!divides) continue;
    add(value.substr(begin, i - begin));
    begin = i + 4;
    i += 3;
  }
  add(value.substr(begin));
  return out;
}

std::vector<std::string> keywords_in(const std::string& value) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find_first_of(",;", at), value.size());
    std::string word = plain_text(std::string_view(value).substr(at, end - at));
    if (!word.empty()) out.push_back(std::move(word));
    at = end + 1;
  }
  return out;
}

std::optional<double> plain_number(const std::string& text, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::stod(text);
}

/// The year of "2009", "2009-05", "2009/2010".
std::optional<double> year_of(const Entry& entry) {
  for (const char* name : {"date", "year"}) {
    const std::string value = plain_text(entry.field(name));
    const std::string year = value.substr(0, 4);
    if (value.size() == 4 || (value.size() > 4 && !(value[4] >= '0' && value[4] <= '9'))) {
      const auto number = plain_number(year, 4);
      if (number && *number >= 1000) return number;
    }
  }
  return std::nullopt;
}

// ---- reading

/// Reads a bibliography into a sink.
class Bibliography {
 public:
  Bibliography(const Unit& unit, Sink& sink) : unit_(unit), sink_(sink) {}

  void read() {
    const auto file = unit_.open();
    const std::string text = decoded(file->whole(largest_file));
    bibtex::Entries entries(text, [this](std::size_t line, const std::string& reason) {
      issue(line, "an entry cannot be read: " + reason, "mend it; the entries after it were read");
    });
    while (const auto entry = entries.next()) take(*entry);
    days_.claim(clean_text(unit_.path), sink_);
  }

 private:
  static std::string decoded(std::string_view bytes);
  void take(const Entry& entry);
  void take_dates(const Entry& entry, Reading& reading);
  void take_read_date(const Entry& entry, Reading& reading);
  std::optional<When> date_in(const Entry& entry, const char* field);
  void issue(std::size_t line, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, fmt::format("line {}", line), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  ReadingDays days_;
};

/// JabRef states its encoding in the first line ("% Encoding: ISO8859_1"), BibDesk below its own.
std::string Bibliography::decoded(std::string_view bytes) {
  const std::string head = small_letters(bytes.substr(0, 1024));
  const bool western =
      head.find("encoding: cp1252") != head.npos || head.find("encoding: windows-1252") != head.npos ||
      head.find("encoding: iso8859_1") != head.npos || head.find("encoding: iso-8859-1") != head.npos ||
      head.find("western (iso latin 1)") != head.npos;
  if (western && !is_utf8(bytes)) return decode(bytes, "windows-1252").value_or("");
  return decode_guess(bytes);
}

std::optional<When> Bibliography::date_in(const Entry& entry, const char* field) {
  const std::string text = plain_text(entry.field(field));
  if (text.empty()) return std::nullopt;
  auto when = parse_written_date(text);
  if (!when)
    issue(entry.line,
          fmt::format("{} = \"{}\" is not understood as a date", field, clipped(text, longest_quote)),
          "write it as 2024-03-15");
  return when;
}

/// The date read, apart from the date added.
void Bibliography::take_read_date(const Entry& entry, Reading& reading) {
  for (const char* field : {"dateread", "date-read", "date_read", "readdate"}) {
    if (!reading.read) reading.read = date_in(entry, field);
  }
  constexpr std::string_view yes[] = {"1", "yes", "true", "read", "done"};
  for (const char* field : {"read", "readstatus"}) {  // BibDesk writes a number, JabRef a word, people dates
    const std::string value = plain_text(entry.field(field));
    if (const auto when = parse_written_date(value); when && !reading.read) reading.read = when;
    if (is_one_of(small_letters(value), yes)) reading.is_read = true;
  }
  const ZoteroExtra extra = read_zotero_extra(plain_text(entry.field("note")));
  reading.is_read = reading.is_read || extra.is_read;
  if (!reading.read) reading.read = extra.since;
  for (const std::string& tag : reading.tags) {
    const std::string word = small_letters(tag);
    if (word == "read" || word == "읽음" || word == "다 읽음") reading.is_read = true;
    for (const std::string_view start : {"read:", "read-", "read "}) {
      if (word.compare(0, start.size(), start) != 0 || reading.read) continue;
      reading.read = parse_written_date(std::string_view(tag).substr(start.size()));
    }
  }
  reading.is_read = reading.is_read || reading.read.has_value();
}

/// When it was put on the list, the owner's own date before those of the sites it was fetched from.
void Bibliography::take_dates(const Entry& entry, Reading& reading) {
  take_read_date(entry, reading);
  for (const char* field :
       {"date-added", "dateadded", "date_added", "creationdate", "timestamp", "added-at", "posted-at"}) {
    // DBLP's own timestamp ("Mon, 13 Aug 2018 16:46:08 +0200") tells when DBLP changed the entry.
    const bool dblp =
        std::string_view(field) == "timestamp" && entry.field(field).find(", ") != std::string::npos &&
        small_letters(entry.field("bibsource") + entry.field("biburl")).find("dblp") != std::string::npos;
    if (!reading.added && !dblp) reading.added = date_in(entry, field);
  }
  if (!reading.added) {
    reading.added = parse_written_date(plain_text(entry.field("urldate")));
    if (reading.added) reading.added_from = "urldate";
  }
  const auto changed = parse_written_date(plain_text(entry.field("date-modified")));
  const auto at = changed ? stated_instant(*changed) : std::nullopt;
  if (at) reading.as_of = wall_time(*at, Offset{0}).iso() + "Z";
}

void Bibliography::take(const Entry& entry) {
  const Class sort = class_of(entry.type);
  if (sort == Class::Other) return;
  Reading reading;
  reading.kind = sort == Class::Book ? Kind::Book : Kind::Paper;
  reading.work.doi = doi_of(entry);
  reading.work.arxiv = arxiv_of(entry);
  if (sort == Class::PaperIfNumbered && reading.work.doi.empty() && reading.work.arxiv.empty()) return;
  if (reading.kind == Kind::Book) reading.work.isbn = isbn_in(entry.field("isbn")).value_or("");
  reading.work.title = plain_text(entry.field("title"));
  if (const std::string subtitle = plain_text(entry.field("subtitle")); !subtitle.empty())
    reading.work.title += (reading.work.title.empty() ? "" : ": ") + subtitle;
  reading.authors = names_in(entry.field("author"));
  if (reading.authors.empty()) reading.authors = names_in(entry.field("editor"));
  if (!reading.authors.empty()) reading.work.first_author = reading.authors.front();
  reading.locator = clean_text(entry.key);
  reading.tags = keywords_in(entry.field("keywords"));
  for (const char* field : {"journal", "journaltitle", "booktitle", "school", "institution"}) {
    if (reading.venue.empty()) reading.venue = plain_text(entry.field(field));
  }
  reading.published = year_of(entry);
  for (const char* field : {"pagetotal", "numpages", "pages"}) {
    const bool of_all = std::string_view(field) != "pages" || reading.kind == Kind::Book;
    if (of_all && !reading.pages) reading.pages = plain_number(plain_text(entry.field(field)), 5);
  }
  take_dates(entry, reading);
  if (reading.is_read) reading.status = "read";
  days_.see(reading);
  if (auto observation = observation_of(reading))
    sink_.observation(std::move(*observation));
  else if (work_identity(reading.work).empty() && (reading.read || reading.added))
    issue(entry.line, "neither title nor DOI nor ISBN: nothing tells what this is", "give it a title");
}

/// `@word{` at the front of a line, with a key or a field behind it, and nothing else that begins a line so.
bool looks_like_an_entry(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  if (line.substr(0, 1) != "@") return false;
  std::size_t end = 1;
  while (end < line.size() && small_letter(line[end]) >= 'a' && small_letter(line[end]) <= 'z') ++end;
  const std::string type = small_letters(line.substr(1, end - 1));
  while (end < line.size() && line[end] == ' ') ++end;
  if (line.substr(end, 1) != "{" && line.substr(end, 1) != "(") return false;
  constexpr std::string_view known[] = {"string",  "preamble", "comment", "proceedings", "video", "software",
                                        "dataset", "patent",   "set",     "xdata",       "movie"};
  return class_of(type) != Class::Other || is_one_of(type, known);
}

Sureness recognise(const Candidate& candidate) {
  constexpr std::string_view extensions[] = {".bib", ".bibtex", ".txt"};
  const std::string extension = small_letters(candidate.path.extension().string());
  if (candidate.is_directory || !is_one_of(extension, extensions)) return Sureness::No;
  const bool named = extension != ".txt";
  std::string_view rest = candidate.head;
  if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (looks_like_an_entry(line)) return named ? Sureness::Sure : Sureness::Maybe;
  }
  return named ? Sureness::Maybe : Sureness::No;
}

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  Bibliography(unit, sink).read();
}

}  // namespace

const Source bibtex_source = {
    .type = "bibtex",
    .version = 1,
    .describe = "bibliographies (.bib) of Zotero, Mendeley, JabRef and BibDesk: papers and books",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
