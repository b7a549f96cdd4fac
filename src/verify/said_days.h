#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// How finely a date is said.
enum class Fineness { Day, Third, Month, Season, Half, Year };

/// Whether a date is one end of what is meant.
enum class Open { No, Onwards, UpTo };

/// A date of a sentence, as the days it may mean: of "6월 초" the first to the tenth.
struct SaidDays {
  DateRange days;
  Fineness fineness = Fineness::Day;
  bool about = false;      ///< 무렵, around
  bool year_said = false;  ///< with its year
  std::size_t at = 0;      ///< bytes before it
  std::size_t end = 0;
  std::optional<std::size_t> to;  ///< index of the date that ends a span which this one begins
  bool ends_span = false;
  Open open = Open::No;
  bool backwards = false;               ///< it begins a span that ends before it
  bool listed = false;                  ///< "in March and April": named together with the date before
  std::vector<DateRange> or_days = {};  ///< what else may be meant: weeks of a month are read in several ways
};

/// All dates of a sentence, in order: days, months, thirds of months, seasons, halves, relative dates. A date
/// without a year is of the year looked back on, or, where that has passed by, of the one named just before.
/// `text` is the sentence as written, `folded` the same in small letters.
std::vector<SaidDays> said_days(std::string_view text, std::string_view folded, const Period& period);

}  // namespace hoego
