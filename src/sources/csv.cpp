#include "sources/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "base/error.h"
#include "base/hash.h"
#include "base/letters.h"
#include "base/text.h"
#include "base/zone.h"
#include "record/codec.h"
#include "sources/csv_columns.h"
#include "sources/stated_date.h"
#include "sources/table.h"

namespace hoego {
namespace {

constexpr std::size_t longest_title = 1000;
constexpr std::size_t longest_text = 64 * 1024;
constexpr std::size_t longest_quote = 80;

/// "1,234.5" and "-3"; nothing for what has other signs in it.
std::optional<double> number_in(std::string text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 4; at -= 4) {  // commas between thousands
    if (text[at - 4] != ',') break;
    text.erase(at - 4, 1);
  }
  if (text.empty() || text.find_first_not_of("+-.0123456789") != text.npos) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return *end == '\0' && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Seconds of the day of "19:02", "오후 7:02".
std::optional<int> clock_in(const std::string& text) {
  const auto when = text.empty() ? std::nullopt : parse_written_date("2000-01-01 " + text);
  if (!when || when->form != When::Form::Floating) return std::nullopt;
  return WallTime{when->seconds}.second_of_day();
}

bool has_clock(const When& when) {
  return when.form != When::Form::Day;
}

/// Reads a table by the owner's map.
class MappedTable {
 public:
  MappedTable(const Unit& unit, const ReadOptions& options, Sink& sink)
      : unit_(unit), options_(options), sink_(sink) {}

  void read() {
    learn_order();
    const auto file = unit_.open();
    const auto table = open_table(*file, unit_.path);
    TableRow row;
    if (!find_header(*table, row)) return;
    while (table->next(row)) take(row);
    report(*table, unit_.path, sink_);
    tell_undecided();
    claim();
  }

 private:
  bool find_header(TableReader& table, TableRow& row);
  void learn_order();
  std::string cell(const TableRow& row, const std::string& meaning) const;
  std::optional<When> date_in(const TableRow& row, const std::string& meaning);
  std::optional<When> begin_of(const TableRow& row);
  std::optional<When> end_of(const TableRow& row, const When& begin);
  When with_zone(const TableRow& row, When when) const;
  void take(const TableRow& row);
  bool take_kind(const TableRow& row, Observation& out);
  void take_place(const TableRow& row, Observation& out);
  void take_rest(const TableRow& row, Observation& out);
  void take_length(const TableRow& row, Observation& out);
  void identify(const TableRow& row, Observation& out);
  void tell_undecided();
  void claim();
  void issue(const TableRow& row, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, fmt::format("line {}", row.line), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  const ReadOptions& options_;
  Sink& sink_;
  csv::Columns columns_;
  std::string family_;  ///< of tables with the same header: their native ids are of one sort
  std::size_t width_ = 0;
  std::map<std::string, DayOrder> orders_;
  std::map<std::string, std::size_t> undecided_;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;
  std::optional<Date> first_;
  std::optional<Date> last_;
};

/// The first row of more than one cell. Titles that banks write above their tables are passed over so.
bool MappedTable::find_header(TableReader& table, TableRow& row) {
  do {
    if (!table.next(row))
      throw Error("the table has no rows", unit_.path, "export it again, or leave it out");
  } while (std::count_if(row.cells.begin(), row.cells.end(), [](const auto& c) { return !trim(c).empty(); }) <
               2 &&
           options_.columns.size() > 1);
  if (options_.columns.empty()) {
    const std::string proposal = csv::proposed_map(row.cells);
    throw Error("nothing tells what the columns of this table mean", unit_.path,
                proposal.empty()
                    ? "add a map to its [[source]]: map = { \"COLUMN\" = \"begin\" }; see doc/sources/csv.md"
                    : "add a map to its [[source]], such as: " + proposal);
  }
  columns_ = csv::lay_over(options_.columns, row.cells, unit_.path);
  width_ = row.cells.size();
  Hasher hasher;
  for (const std::string& name : row.cells) hasher.add(trim(name) + "\n");
  family_ = hasher.hex().substr(0, 8);
  return true;
}

/// A first reading of the whole table: 03/04 means what all rows together allow.
void MappedTable::learn_order() {
  const auto file = unit_.open();
  const auto table = open_table(*file, unit_.path);
  TableRow row;
  if (!find_header(*table, row)) return;
  const auto stated = columns_.constants.find("dates");
  std::map<std::string, DayOrderVote> votes;
  while (table->next(row)) {
    for (const char* meaning : {"begin", "day", "end"}) {
      if (columns_.places.count(meaning) != 0) votes[meaning].see(cell(row, meaning));
    }
  }
  for (const auto& [meaning, vote] : votes) {
    orders_[meaning] = vote.order();
    if (stated == columns_.constants.end()) continue;
    if (stated->second != "dmy" && stated->second != "mdy")
      throw Error("\"=dates\" is neither \"dmy\" nor \"mdy\"", unit_.path, "write \"=dates\" = \"dmy\"");
    orders_[meaning] = stated->second == "dmy" ? DayOrder::DayFirst : DayOrder::MonthFirst;
  }
}

std::string MappedTable::cell(const TableRow& row, const std::string& meaning) const {
  const auto place = columns_.places.find(meaning);
  if (place != columns_.places.end() && place->second < row.cells.size())
    return trim(row.cells[place->second]);
  const auto constant = columns_.constants.find(meaning);
  return place == columns_.places.end() && constant != columns_.constants.end() ? clean_text(constant->second)
                                                                                : "";
}

std::optional<When> MappedTable::date_in(const TableRow& row, const std::string& meaning) {
  const std::string text = cell(row, meaning);
  if (text.empty()) return std::nullopt;
  const auto order = orders_.find(meaning);
  if (auto when = parse_written_date(text, order == orders_.end() ? DayOrder::Unknown : order->second))
    return when;
  if (parse_written_date(text, DayOrder::DayFirst) || parse_written_date(text, DayOrder::MonthFirst)) {
    ++undecided_[meaning];  // told once for the column
    return std::nullopt;
  }
  issue(row, fmt::format("\"{}\" is not understood as a date", clipped(text, longest_quote)),
        "write it as 2024-03-15 or 2024-03-15 19:02");
  return std::nullopt;
}

When MappedTable::with_zone(const TableRow& row, When when) const {
  const std::string zone = cell(row, "zone");
  if (when.form != When::Form::Floating || zone.empty()) return when;
  if (const auto offset = Offset::parse(zone)) return When::at(WallTime{when.seconds}, *offset);
  return Zone::find(zone) ? When::at(WallTime{when.seconds}, zone) : when;
}

std::optional<When> MappedTable::begin_of(const TableRow& row) {
  auto when = date_in(row, "begin");
  if (!when) when = date_in(row, "day");
  if (!when) return std::nullopt;
  const auto clock = clock_in(cell(row, "time"));
  if (!has_clock(*when) && clock) when = When::floating(WallTime{when->seconds + *clock});
  return with_zone(row, *when);
}

/// A whole date, or a clock on the day of the beginning: past midnight when it is earlier.
std::optional<When> MappedTable::end_of(const TableRow& row, const When& begin) {
  const std::string text = cell(row, "end");
  const auto clock = clock_in(text);
  if (!clock || !has_clock(begin)) {
    const auto end = date_in(row, "end");
    if (!end) return std::nullopt;
    // The last day of an all-day thing is its last, not the day after.
    if (!has_clock(*end) && !has_clock(begin)) return When::on(day_of(*end) + 1);
    return with_zone(row, *end);
  }
  if (begin.form == When::Form::Instant) return std::nullopt;
  When end = begin;
  const Date day = WallTime{begin.seconds}.date();
  end.seconds = WallTime::at(day, *clock).seconds;
  if (end.seconds < begin.seconds) end.seconds = WallTime::at(day + 1, *clock).seconds;
  return end;
}

bool MappedTable::take_kind(const TableRow& row, Observation& out) {
  const std::string word = fold_case(cell(row, "kind"));
  if (word.empty()) return true;
  if (const auto kind = kind_from(word)) {
    out.kind = *kind;
    return true;
  }
  issue(row, fmt::format("\"{}\" is no kind", clipped(word, longest_quote)),
        "map the column to trait:NAME and give \"=kind\" = \"event\"");
  return false;
}

void MappedTable::take_place(const TableRow& row, Observation& out) {
  const std::string latitude = cell(row, "latitude");
  const std::string longitude = cell(row, "longitude");
  if (latitude.empty() || longitude.empty()) return;
  const auto north = number_in(latitude);
  const auto east = number_in(longitude);
  if (north && east) out.position = coordinates(*north, *east);
  if (!out.position)
    issue(row,
          fmt::format("({}, {}) is no place", clipped(latitude, longest_quote),
                      clipped(longitude, longest_quote)),
          "write degrees, such as 37.5665 and 126.9780");
}

/// A length gives the end where nothing else does.
void MappedTable::take_length(const TableRow& row, Observation& out) {
  for (const auto& [meaning, minutes] : {std::pair{"minutes", 1.0}, std::pair{"hours", 60.0}}) {
    const std::string text = cell(row, meaning);
    if (text.empty()) continue;
    const auto number = number_in(text);
    if (!number || *number < 0 || *number > 60.0 * 24 * 366) {
      issue(row, fmt::format("\"{}\" is no number of {}", clipped(text, longest_quote), meaning),
            "write a number alone");
      continue;
    }
    out.quantities["minutes"] = *number * minutes;
    if (out.end || !has_clock(*out.begin)) continue;
    out.end = out.begin;
    out.end->seconds += std::llround(*number * minutes * 60);
  }
}

void MappedTable::take_rest(const TableRow& row, Observation& out) {
  for (const auto& [meaning, name] : {std::pair{"place", trait::location}, std::pair{"person", trait::person},
                                      std::pair{"url", trait::url}}) {
    if (std::string text = clipped(cell(row, meaning), longest_title); !text.empty())
      out.traits[name] = std::move(text);
  }
  const auto take_named = [&](const std::string& meaning) {
    const std::string text = cell(row, meaning);
    const std::string name = clean_text(meaning.substr(meaning.find(':') + 1));
    if (text.empty() || meaning.find(':') == meaning.npos) return;
    if (meaning.compare(0, 6, "trait:") == 0) {
      out.traits[name] = clipped(text, longest_text);
    } else if (const auto number = number_in(text)) {
      out.quantities[name] = *number;
    } else {
      issue(row, fmt::format("{} = \"{}\" is no number", name, clipped(text, longest_quote)),
            "write a number alone");
    }
  };
  for (const auto& [meaning, place] : columns_.places) take_named(meaning);
  for (const auto& [meaning, value] : columns_.constants) take_named(meaning);
}

/// The table's own id, else all that is mapped and which of the equal rows this is.
void MappedTable::identify(const TableRow& row, Observation& out) {
  if (const std::string id = clipped(cell(row, "id"), longest_title); !id.empty()) {
    out.identity = "csv:" + family_ + ":" + id;
    out.locator = id;
    return;
  }
  Hasher hasher;
  for (const auto& [meaning, place] : columns_.places) hasher.add(meaning + "\t" + cell(row, meaning) + "\n");
  const std::string hash = hasher.hex();
  const std::uint32_t before = seen_[hash64(hash)]++;
  out.identity = "csv:" + hash + (before == 0 ? "" : "#" + std::to_string(before + 1));
  out.locator = fmt::format("line {}", row.line);
}

void MappedTable::take(const TableRow& row) {
  const bool surplus = row.cells.size() > width_ &&
                       std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width_), row.cells.end(),
                                   [](const std::string& c) { return !trim(c).empty(); });
  if (surplus)
    return issue(row, fmt::format("{} cells where the header has {}", row.cells.size(), width_),
                 "put quotes around texts with the delimiter in them");
  Observation out;
  out.begin = begin_of(row);
  if (!out.begin) {
    const bool empty = cell(row, "begin").empty() && cell(row, "day").empty();
    const bool blank =
        std::all_of(row.cells.begin(), row.cells.end(), [](const auto& c) { return trim(c).empty(); });
    if (empty && !blank) issue(row, "a row without a date", "give it one, or delete it");
    return;
  }
  if (!take_kind(row, out)) return;
  out.title = clipped(cell(row, "title"), longest_title);
  out.end = end_of(row, *out.begin);
  take_length(row, out);
  take_place(row, out);
  take_rest(row, out);
  identify(row, out);
  if (std::string broken = broken_invariant(out); !broken.empty()) {
    issue(row, broken, "correct the row; it was read without its end");
    out.end.reset();
    if (!broken_invariant(out).empty()) return;
  }
  const Date day = day_of(*out.begin);
  if (!first_ || day < *first_) first_ = day;
  if (!last_ || day > *last_) last_ = day;
  sink_.observation(std::move(out));
}

void MappedTable::tell_undecided() {
  for (const auto& [meaning, count] : undecided_)
    sink_.issue({unit_.path, meaning,
                 fmt::format("{} dates may have the day or the month first, and no row decides", count),
                 "add \"=dates\" = \"dmy\" or \"mdy\" to the map"});
}

/// Only where the owner says what the absence of a row means.
void MappedTable::claim() {
  const auto said = columns_.constants.find("coverage");
  if (said == columns_.constants.end() || !first_) return;
  if (said->second != "complete" && said->second != "window")
    throw Error("\"=coverage\" is neither \"complete\" nor \"window\"", unit_.path,
                "write \"=coverage\" = \"complete\"");
  const auto constant = columns_.constants.find("kind");
  const auto kind = constant == columns_.constants.end() ? Kind::Event : kind_from(constant->second);
  if (!kind) return;
  const auto sort = said->second == "complete" ? CoverageClass::Complete : CoverageClass::Window;
  sink_.coverage({*kind, sort, clean_text(unit_.path), first_, last_});
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const std::string extension = fold_case(candidate.path.extension().string());
  if (extension == ".xlsx") return candidate.head.substr(0, 2) == "PK" ? Sureness::Maybe : Sureness::No;
  if (extension != ".csv" && extension != ".tsv" && extension != ".txt" && extension != ".xls")
    return Sureness::No;
  return sniff_header(candidate.head).size() > 1 ? Sureness::Maybe : Sureness::No;
}

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  MappedTable(unit, options, sink).read();
}

}  // namespace

const Source csv_source = {
    .type = "csv",
    .version = 1,
    .describe = "any table, by a map of its columns",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
