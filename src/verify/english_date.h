#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace hoego {

/// A date as English writes it: "late September", "the 28th of September", "Sept 28, 2024", "May last year".
struct EnglishDate {
  int month = 1;
  std::optional<int> day;                   ///< 1..31, of whatever month
  std::optional<std::pair<int, int>> part;  ///< of the month, the first and the last day
  std::optional<int> year;
  bool last_year = false;  ///< of the year before the one in which it is said
  std::size_t end = 0;     ///< the byte behind it
};

/// The date that begins at `at`; nothing where none does. `text` is the sentence as written, `folded` the
/// same in small letters.
std::optional<EnglishDate> english_date_at(std::string_view text, std::string_view folded, std::size_t at);

/// Behind the "th" of "28th", where there is one at `end`; else `end`.
std::size_t past_ordinal(std::string_view folded, std::size_t end);

}  // namespace hoego
