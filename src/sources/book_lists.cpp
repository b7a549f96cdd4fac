#include "sources/book_lists.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"
#include "sources/stated_date.h"

namespace hoego {
namespace {

constexpr std::size_t most_readings = 100;

std::optional<Date> day_in(std::string_view text) {
  const auto when = parse_written_date(text);
  return when ? std::optional(day_of(*when)) : std::nullopt;
}

std::vector<BookList> make_lists() {
  std::vector<BookList> out;
  out.push_back({.service = "Goodreads",
                 .telling = {"book id", "title", "author", "exclusive shelf", "date read"},
                 .title = "title",
                 .author = "author",
                 .more_authors = "additional authors",
                 .isbn13 = "isbn13",
                 .isbn10 = "isbn",
                 .status = "exclusive shelf",
                 .read = "date read",
                 .added = "date added",
                 .rating = "my rating",
                 .pages = "number of pages",
                 .published = "original publication year",
                 .tags = "bookshelves",
                 .id = "book id"});
  out.push_back({.service = "StoryGraph",
                 .telling = {"title", "authors", "read status", "last date read", "dates read"},
                 .title = "title",
                 .author = "authors",
                 .author_divider = ",",
                 .isbn13 = "isbn/uid",
                 .status = "read status",
                 .read = "last date read",
                 .readings = "dates read",
                 .added = "date added",
                 .rating = "star rating",
                 .tags = "tags"});
  out.push_back({.service = "BookWyrm",
                 .telling = {"title", "author_text", "remote_id", "openlibrary_key"},
                 .title = "title",
                 .author = "author_text",
                 .author_divider = ",",
                 .isbn13 = "isbn_13",
                 .isbn10 = "isbn_10",
                 .status = "shelf",
                 .status_decides = false,
                 .read = "finish_date",
                 .started = "start_date",
                 .added = "shelf_date",
                 .stopped = "stopped_date",
                 .rating = "rating",
                 .id = "remote_id"});
  out.push_back({.service = "Openreads",
                 .telling = {"title", "author", "status", "olid", "readings"},
                 .title = "title",
                 .author = "author",
                 .isbn13 = "isbn",
                 .status = "status",
                 .readings = "readings",
                 .added = "date_added",
                 .rating = "rating",
                 .pages = "pages",
                 .published = "publication_year",
                 .tags = "tags",
                 .id = "olid"});
  out.push_back({.service = "calibre",
                 .telling = {"title", "authors", "author_sort", "title_sort", "uuid"},
                 .title = "title",
                 .author = "authors",
                 .author_divider = "&",
                 .isbn13 = "isbn",
                 .status_decides = false,
                 .read = "#date_read",
                 .added = "timestamp",
                 .rating = "rating",
                 .tags = "tags",
                 .id = "uuid"});
  out.push_back({.service = "Open Library",
                 .telling = {"work id", "edition id", "bookshelf"},
                 .status = "bookshelf",
                 .id = "work id",
                 .id_prefix = "openlibrary:"});
  out.push_back({.service = "a list of books",
                 .telling = {"title", "author", "isbn13", "shelf", "finished"},
                 .title = "title",
                 .author = "author",
                 .isbn13 = "isbn13",
                 .status = "shelf",
                 .read = "finished",
                 .added = "added",
                 .rating = "rating",
                 .id = "id"});
  return out;
}

}  // namespace

std::span<const BookList> book_lists() {
  static const std::vector<BookList> lists = make_lists();
  return lists;
}

const BookList* find_book_list(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  names.reserve(header.size());
  for (const std::string& name : header) names.push_back(small_letters(trim(name)));
  for (const BookList& list : book_lists()) {
    const bool all = std::all_of(list.telling.begin(), list.telling.end(), [&](std::string_view column) {
      return std::find(names.begin(), names.end(), column) != names.end();
    });
    if (all) return &list;
  }
  return nullptr;
}

std::vector<TimeRead> readings_in(std::string_view text) {
  std::vector<TimeRead> out;
  while (!text.empty() && out.size() < most_readings) {
    const std::size_t end = std::min(text.find_first_of(",;"), text.size());
    const std::string one = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    TimeRead time;
    const std::size_t bar = one.find('|');
    const std::size_t dash = one.find('-');
    if (bar != std::string::npos) {
      time.started = day_in(std::string_view(one).substr(0, bar));
      const std::string_view rest = std::string_view(one).substr(bar + 1);
      time.finished = day_in(rest.substr(0, rest.find('|')));
    } else if (const auto day = day_in(one)) {
      time.finished = day;
    } else if (dash != std::string::npos) {
      time.started = day_in(std::string_view(one).substr(0, dash));
      time.finished = day_in(std::string_view(one).substr(dash + 1));
    }
    if (time.started || time.finished) out.push_back(time);
  }
  return out;
}

std::string status_word(std::string_view text) {
  struct Word {
    std::string_view written;
    std::string_view meaning;
  };
  constexpr std::array<Word, 16> words = {{{"already read", "read"},
                                           {"finished", "read"},
                                           {"want to read", "to-read"},
                                           {"planned", "to-read"},
                                           {"for_later", "to-read"},
                                           {"for later", "to-read"},
                                           {"reading", "currently-reading"},
                                           {"currently reading", "currently-reading"},
                                           {"in_progress", "currently-reading"},
                                           {"in progress", "currently-reading"},
                                           {"unfinished", "did-not-finish"},
                                           {"abandoned", "did-not-finish"},
                                           {"stopped", "did-not-finish"},
                                           {"stopped-reading", "did-not-finish"},
                                           {"dnf", "did-not-finish"},
                                           {"읽음", "read"}}};
  const std::string word = small_letters(trim(text));
  const auto* found =
      std::find_if(words.begin(), words.end(), [&](const Word& known) { return known.written == word; });
  return found == words.end() ? word : std::string(found->meaning);
}

TitleInSeries without_series(std::string_view title) {
  const std::string whole = trim(title);
  const std::size_t open = whole.rfind(" (");
  if (open == std::string::npos || open == 0 || whole.back() != ')') return {whole, ""};
  std::string series = whole.substr(open + 2, whole.size() - open - 3);
  if (series.find('#') == std::string::npos) return {whole, ""};
  return {trim(std::string_view(whole).substr(0, open)), std::move(series)};
}

}  // namespace hoego
