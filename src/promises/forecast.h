#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "promises/check.h"
#include "promises/tally.h"

namespace hoego {

/// What an unfinished period still needs, and the chance that it is kept in the end.
///
/// `tally`: the days up to `as_of`, those before the period too, as far as they are known. `planned`: amounts
/// of what is entered for the days from `as_of` + 1 to the period's end, one a day; fewer are as many days
/// with nothing entered.
///
/// `chance`: of a few hundred ways in which the rest may go, those that keep the promise
/// (`holds_in_the_end`). The rest, and lived days that no source could see, are drawn from the person's own
/// weeks (OwnWeeks); what is entered counts where it comes to more than the week drawn, each day of it being
/// held with the probability `planned_is_held`, and never of a share. The fraction is never 0 or 1
/// (Jeffreys), and is drawn toward a half by as much as a week and a half weigh, so that a few known weeks
/// say little and none says 0.5. Only what no course of things can turn is exactly 0 or 1. The same days and
/// the same seed give the same chance.
///
/// `needed_per_week`: of a total what is missing, of "per" what the days left must bring, of "every" the sum
/// of what the whole units that are left still miss, each a week; 0 where nothing is missing. Absent of
/// limits, shares, streaks, and where no day is left. `best_per_week`: the most of as many successive covered
/// days of the period (of all of them, if fewer); absent where `needed_per_week` is, or no day was covered.
Forecast forecast(const Check& check, const Tally& tally, const std::vector<double>& planned,
                  const Target& target, DateRange period, Date as_of, int week_starts, std::uint64_t seed);

/// 1 or 0 where whatever the days left (and those that no source could see) bring, the promise is kept or is
/// not; absent where it is open.
std::optional<double> decided(const Check& check, const Tally& tally, const Target& target, DateRange period,
                              Date as_of, int week_starts);

constexpr double planned_is_held = 0.9;

}  // namespace hoego
