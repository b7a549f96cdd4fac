#include "story/promise_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "story/ko_numbers.h"

namespace hoego {
namespace {

using What = PromiseTerms::What;

struct MeasureWord {
  std::string_view word;
  What what;
};
/// Longer ones before those they begin with.
constexpr std::array<MeasureWord, 13> measure_words = {{{"cost of trips", What::Money},
                                                        {"longest streak of ", What::Streak},
                                                        {"hours of ", What::Hours},
                                                        {"days of ", What::Days},
                                                        {"distance of ", What::Distance},
                                                        {"cost of ", What::Money},
                                                        {"share of ", What::Share},
                                                        {"day trips", What::DayTrips},
                                                        {"nights away", What::Nights},
                                                        {"trips", What::Trips},
                                                        {"countries", What::Countries},
                                                        {"steps", What::Steps},
                                                        {"commute", What::Hours}}};

bool starts(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

/// Where the operator begins: none inside of quotes, which hold names and patterns.
std::size_t operator_at(std::string_view check) {
  bool quoted = false;
  for (std::size_t i = 0; i < check.size(); ++i) {
    if (check[i] == '"') quoted = !quoted;
    if (!quoted && std::string_view("<>=").find(check[i]) != std::string_view::npos) return i;
  }
  return check.size();
}

/// The activity whose id or label `text` begins with, the longest.
const Activity* activity_at(std::string_view text, const Findings& findings) {
  const bool quoted = starts(text, "\"");
  if (quoted) text.remove_prefix(1);
  const Activity* found = nullptr;
  std::size_t longest = 0;
  for (const Activity& activity : findings.activities) {
    for (const std::string& written : {activity.id, activity.label.ko, activity.label.en}) {
      const std::string name = fold_case(written);
      if (name.size() <= longest || !starts(text, name)) continue;
      const std::string_view rest = text.substr(name.size());
      if (!rest.empty() && rest.front() != (quoted ? '"' : ' ')) continue;
      found = &activity;
      longest = name.size();
    }
  }
  return found;
}

void read_unit(std::string_view unit, PromiseTerms& terms) {
  const bool per = unit.find("per ") != std::string_view::npos;
  const bool every = unit.find("every ") != std::string_view::npos;
  if (!per && !every) return;
  terms.pace = per ? PromiseTerms::Pace::Per : PromiseTerms::Pace::Every;
  const std::string_view word = unit.substr(unit.rfind(' ') + 1);
  terms.unit = word == "day"    ? PromiseTerms::Unit::Day
               : word == "week" ? PromiseTerms::Unit::Week
                                : PromiseTerms::Unit::Month;
}

}  // namespace

PromiseTerms terms_of(const Promise& promise, const Findings& findings) {
  PromiseTerms terms;
  const std::string check = fold_case(promise.check);
  const std::size_t at = operator_at(check);
  std::string_view measure = std::string_view(check).substr(0, at);
  while (!measure.empty() && measure.back() == ' ') measure.remove_suffix(1);
  for (const auto& [word, what] : measure_words) {
    if (!starts(measure, word)) continue;
    terms.what = what;
    measure.remove_prefix(word.size());
    break;
  }
  if (terms.what != What::Share && !terms.of_journeys()) terms.activity = activity_at(measure, findings);
  const std::string_view from_operator = std::string_view(check).substr(at);
  const bool equal = from_operator.find('=') != std::string_view::npos;
  terms.strict = !from_operator.empty() && !equal;
  terms.exact = starts(from_operator, "=");
  terms.last_year = from_operator.find("last year") != std::string_view::npos;
  read_unit(promise.unit, terms);
  if (terms.what == What::Money) terms.currency = promise.unit.substr(0, promise.unit.find(' '));
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
  return promise.verdict == Verdict::Unknown && promise.course.empty() && !promise.target &&
         promise.coverage.empty();
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
