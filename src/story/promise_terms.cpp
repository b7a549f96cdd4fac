#include "story/promise_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "story/ko_numbers.h"

namespace hoego {
namespace {

const Activity* activity_called(const std::string& id, const Findings& findings) {
  const auto found = std::find_if(findings.activities.begin(), findings.activities.end(),
                                  [&id](const Activity& activity) { return activity.id == id; });
  return found == findings.activities.end() ? nullptr : &*found;
}

}  // namespace

PromiseTerms terms_of(const Promise& promise, const Findings& findings) {
  PromiseTerms terms;
  if (!promise.terms) return terms;
  const CheckTerms& check = *promise.terms;
  terms.what = check.measure;
  if (check.measure != MeasureKind::Share) terms.activity = activity_called(check.name, findings);
  terms.pace = check.pace;
  terms.unit = check.every;
  terms.strict = check.op == Op::More || check.op == Op::Less;
  terms.exact = check.op == Op::Equal;
  terms.last_year = check.last_year;
  if (terms.of_money()) terms.currency = promise.unit.substr(0, promise.unit.find(' '));
  return terms;
}

bool none_at_all(const Promise& promise, const PromiseTerms& terms) {
  return promise.limit && promise.target && (*promise.target < 1 || (terms.strict && *promise.target <= 1));
}

int uncovered_days(const Promise& promise, const Findings& findings) {
  const Date last = std::min(promise.days.to, findings.period.as_of);
  if (last < promise.days.from) return 0;
  return std::max(0, last - promise.days.from + 1 - promise.covered_days);
}

bool is_unread(const Promise& promise) {
  return !promise.check.empty() && !promise.terms;
}

std::string decimal(double value, int places) {
  const double scale = std::pow(10, places);
  const long long all = std::llround(value * scale);
  const auto step = std::llround(scale);
  std::string said = ko::grouped(all / step);
  const long long rest = std::llabs(all % step);
  if (rest == 0) return said;
  std::string digits = fmt::format("{:0{}}", rest, places);
  digits.erase(digits.find_last_not_of('0') + 1);
  return fmt::format("{}.{}", said, digits);
}

int places_between(double one, double other) {
  constexpr int most = 3;
  int places = 1;
  while (places < most && decimal(one, places) == decimal(other, places) && std::abs(one - other) > 1e-9)
    ++places;
  return places;
}

Odds odds(double chance) {
  constexpr double edge = 0.05;
  Odds odds;
  odds.in_ten = static_cast<int>(std::clamp(std::lround(chance * 10), 1L, 9L));
  odds.below = chance < edge;
  odds.above = chance > 1 - edge;
  return odds;
}

}  // namespace hoego
