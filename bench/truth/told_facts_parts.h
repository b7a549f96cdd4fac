#pragma once
#include "bench/truth/told_facts.h"
#include "bench/truth/told_year.h"

/// The parts of `facts_of`.
namespace hoego::truth::parts {

/// A number that is told exactly, and those beside it. `not_these`: other numbers of the same subject, that
/// a reader might take for it.
Told count(double number, const std::vector<double>& not_these = {});
/// Only one more would be false: so many is in it.
Told count_or_less(double number);
/// A month, and those in which it was otherwise.
Told month(int number, const std::vector<int>& otherwise);
/// A day, and the same day of the other months of the year up to `last` (1..12), but for those `not_these`.
Told day(Date date, int last, const std::vector<int>& not_these = {});
Told name(const Label& label);

/// What is known of every month of an activity; nothing beyond the last day lived.
void add_activities(const Findings& findings, std::vector<Fact>& facts);
void add_changes(const Findings& findings, std::vector<Fact>& facts);
void add_bests(const Findings& findings, std::vector<Fact>& facts);
void add_journeys(const Findings& findings, std::vector<Fact>& facts);
void add_occasions(const Findings& findings, std::vector<Fact>& facts);

}  // namespace hoego::truth::parts
