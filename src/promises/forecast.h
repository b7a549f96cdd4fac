#pragma once
#include <cstdint>
#include <vector>

#include "analysis/finding.h"
#include "promises/check.h"
#include "promises/tally.h"

namespace hoego {

/// What an unfinished period still needs, and the chance that it is kept in the end.
///
/// `tally`: the days up to `as_of`, those before the period too, as far as they are known. `planned`: amounts
/// of what is entered for the days from `as_of` + 1 to the period's end, one a day. The chance is that of
/// a block bootstrap of the person's own weeks (Politis and Romano, JASA 89, 1994): the same weeks, the same
/// seed, the same chance.
Forecast forecast(const Check& check, const Tally& tally, const std::vector<double>& planned,
                  const Target& target, DateRange period, Date as_of, int week_starts, std::uint64_t seed);

}  // namespace hoego
