#include "sources/goodreads.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/book_lists.h"
#include "sources/stated_date.h"
#include "sources/table.h"

namespace hoego {
namespace {

constexpr std::size_t longest_quote = 80;

/// A number over zero: services write 0 for "none".
std::optional<double> number_in(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(value) || value <= 0 || value > 100'000)
    return std::nullopt;
  return value;
}

std::vector<std::string> divided(const std::string& text, std::string_view divider) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = divider.empty() ? text.size() : std::min(text.find(divider, at), text.size());
    std::string part = trim(std::string_view(text).substr(at, end - at));
    if (!part.empty()) out.push_back(std::move(part));
    at = end + std::max<std::size_t>(divider.size(), 1);
  }
  return out;
}

/// Reads a list of books into a sink.
class BookTable {
 public:
  BookTable(const Unit& unit, Sink& sink) : unit_(unit), sink_(sink) {}

  void read() {
    const auto file = unit_.open();
    const auto table = open_delimited(*file);
    TableRow row;
    if (!table->next(row) || (list_ = find_book_list(row.cells)) == nullptr)
      throw Error("no list of books that is known: its header has none of the known sets of columns",
                  unit_.path, "export it again as CSV, or read it with --as csv and a map of its columns");
    for (std::size_t i = 0; i < row.cells.size(); ++i) columns_.emplace(small_letters(trim(row.cells[i])), i);
    width_ = row.cells.size();
    while (table->next(row)) take(row);
    report(*table, unit_.path, sink_);
    days_.claim(clean_text(unit_.path), sink_);
  }

 private:
  std::string cell(const TableRow& row, std::string_view column) const {
    const auto found = columns_.find(column);
    if (column.empty() || found == columns_.end() || found->second >= row.cells.size()) return {};
    return trim(row.cells[found->second]);
  }
  void take(const TableRow& row);
  Reading known(const TableRow& row) const;
  std::vector<TimeRead> times_read(const TableRow& row, const Reading& book);
  std::optional<Date> day_in(const TableRow& row, std::string_view column);
  void hand_out(const TableRow& row, const Reading& book, const std::string& suffix);
  void issue(const TableRow& row, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, fmt::format("line {}", row.line), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  const BookList* list_ = nullptr;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::size_t width_ = 0;
  ReadingDays days_;
};

std::optional<Date> BookTable::day_in(const TableRow& row, std::string_view column) {
  const std::string text = cell(row, column);
  if (text.empty()) return std::nullopt;
  const auto when = parse_written_date(text);
  if (when) return day_of(*when);
  issue(row, fmt::format("{} = \"{}\" is not understood as a day", column, clipped(text, longest_quote)),
        "write it as 2024-03-15");
  return std::nullopt;
}

/// All that does not depend on when it was read.
Reading BookTable::known(const TableRow& row) const {
  Reading book;
  book.kind = Kind::Book;
  TitleInSeries title = without_series(cell(row, list_->title));
  book.work.title = std::move(title.title);
  book.series = std::move(title.series);
  book.authors = divided(cell(row, list_->author), list_->author_divider);
  if (!book.authors.empty()) book.work.first_author = book.authors.front();
  for (std::string& name : divided(cell(row, list_->more_authors), ","))
    book.authors.push_back(std::move(name));
  book.work.isbn = isbn_in(cell(row, list_->isbn13)).value_or("");
  if (book.work.isbn.empty()) book.work.isbn = isbn_in(cell(row, list_->isbn10)).value_or("");
  book.status = status_word(cell(row, list_->status));
  book.rating = number_in(cell(row, list_->rating));
  book.pages = number_in(cell(row, list_->pages));
  book.published = number_in(cell(row, list_->published));
  for (std::string& tag : divided(cell(row, list_->tags), ","))
    if (tag.find("|||||") == std::string::npos) book.tags.push_back(std::move(tag));
  const std::string id = cell(row, list_->id);
  book.locator = id.empty() ? fmt::format("line {}", row.line) : clipped(id, longest_quote * 4);
  return book;
}

/// In order of their ends, each day once; none for a book that was put away.
std::vector<TimeRead> BookTable::times_read(const TableRow& row, const Reading& book) {
  std::vector<TimeRead> times = readings_in(cell(row, list_->readings));
  const auto last = day_in(row, list_->read);
  const auto started = day_in(row, list_->started);
  const bool listed =
      std::any_of(times.begin(), times.end(), [&](const TimeRead& t) { return t.finished == last; });
  if (last && !listed) times.push_back({started, last});
  const bool put_away = day_in(row, list_->stopped) || (list_->status_decides && book.status != "read");
  std::erase_if(times, [&](const TimeRead& t) { return put_away || !t.finished; });
  std::sort(times.begin(), times.end(),
            [](const TimeRead& a, const TimeRead& b) { return *a.finished < *b.finished; });
  const auto same_day = [](const TimeRead& a, const TimeRead& b) { return a.finished == b.finished; };
  times.erase(std::unique(times.begin(), times.end(), same_day), times.end());
  return times;
}

void BookTable::hand_out(const TableRow& row, const Reading& book, const std::string& suffix) {
  days_.see(book);
  auto observation = observation_of(book);
  if (!observation && !list_->id_prefix.empty() && !cell(row, list_->id).empty()) {
    observation = Observation{};
    observation->kind = Kind::Book;
    observation->identity = clipped(std::string(list_->id_prefix) + cell(row, list_->id), longest_quote * 4);
    observation->locator = book.locator;
    if (!book.status.empty()) observation->traits[trait::status] = book.status;
  }
  if (!observation)
    return issue(row, "a book without title or ISBN: nothing tells which it is",
                 "give it a title, or delete the line");
  observation->identity += suffix;
  sink_.observation(std::move(*observation));
}

void BookTable::take(const TableRow& row) {
  const auto width = static_cast<std::ptrdiff_t>(std::min(width_, row.cells.size()));
  if (std::any_of(row.cells.begin() + width, row.cells.end(), [](const auto& c) { return !trim(c).empty(); }))
    return issue(row, fmt::format("{} cells where the header has {}", row.cells.size(), width_),
                 "put quotes around texts with the delimiter in them");
  Reading book = known(row);
  if (const auto day = day_in(row, list_->added)) book.added = When::on(*day);
  const auto times = times_read(row, book);
  book.is_read = book.status == "read" || !times.empty();
  if (times.empty()) return hand_out(row, book, "");
  for (std::size_t i = 0; i < times.size(); ++i) {
    book.started = times[i].started;
    book.read = When::on(*times[i].finished);
    // The last reading is the book itself, as the lists that know only one date say it.
    hand_out(row, book, i + 1 == times.size() ? "" : "#" + times[i].finished->iso());
  }
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const std::string extension = small_letters(candidate.path.extension().string());
  if (extension != ".csv" && extension != ".tsv" && extension != ".txt") return Sureness::No;
  return find_book_list(sniff_header(candidate.head)) != nullptr ? Sureness::Sure : Sureness::No;
}

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  BookTable(unit, sink).read();
}

}  // namespace

const Source goodreads_source = {
    .type = "goodreads",
    .version = 1,
    .describe = "lists of books as CSV: Goodreads, StoryGraph, BookWyrm, Openreads, calibre, Open Library",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
