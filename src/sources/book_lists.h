#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/reading.h"

namespace hoego {

/// How one service's CSV calls its columns. Names in small letters; empty where it has no such column.
struct BookList {
  std::string_view service = {};
  std::vector<std::string_view> telling = {};  ///< columns that all must be there to know it by
  std::string_view title = {}, author = {}, more_authors = {};
  std::string_view author_divider = {};  ///< between several in `author`; empty: it is one
  std::string_view isbn13 = {}, isbn10 = {};
  std::string_view status = {};
  bool status_decides = true;      ///< a date read counts only where the status is "read"
  std::string_view read = {};      ///< one day
  std::string_view readings = {};  ///< all readings, as `readings_in` reads them
  std::string_view started = {}, added = {}, stopped = {};
  std::string_view rating = {}, pages = {}, published = {}, tags = {};
  std::string_view id = {};         ///< native id: the locator
  std::string_view id_prefix = {};  ///< of an identity by that id, where there is no title
};

/// Goodreads, StoryGraph, BookWyrm, Open Library, Openreads, calibre, and a plain list with a column
/// "finished". Their exports' headers are the source.
std::span<const BookList> book_lists();
/// The list whose telling columns all are in a header; null where there is none.
const BookList* find_book_list(const std::vector<std::string>& header);

/// One time that a book was read.
struct TimeRead {
  std::optional<Date> started;
  std::optional<Date> finished;
  bool operator==(const TimeRead&) const = default;
};
/// StoryGraph's `2023/11/01-2023/11/14, 2024/02/03` and Openreads' `2023-10-27T00:00:00.000|2023-11-28T…|;…`.
/// At most 100; what is no date is left out.
std::vector<TimeRead> readings_in(std::string_view text);

/// "read", "to-read", "currently-reading", "did-not-finish" for the words that services use; else the word.
std::string status_word(std::string_view text);

/// "Gideon the Ninth (The Locked Tomb #1)" without what stands in brackets, and that: Goodreads writes the
/// series into the title.
struct TitleInSeries {
  std::string title;
  std::string series;
};
TitleInSeries without_series(std::string_view title);

}  // namespace hoego
