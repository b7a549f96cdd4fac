#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/bests.h"
#include "analysis/compare.h"
#include "analysis/evidence.h"

namespace hoego {
namespace {

constexpr int least_nights = 7;
constexpr int days_before = 56;
constexpr int fewest_days_before = 28;
constexpr int shortest = 3;
constexpr int longest = 42;
constexpr double clearly_lower = 0.05;

/// How many of the everyday activities came on a day.
class Everyday {
 public:
  Everyday(const std::vector<ActivitySeries>& all, DateRange days) {
    for (const ActivitySeries& series : all) {
      const bool picture = series.kind == Kind::Photo || series.kind == Kind::Video;
      if (picture || !is_done(series.kind) || !series.covered.gaps(days).empty()) continue;
      for (const Record* record : within(series.records, days)) active_[record->day()].insert(series.id);
    }
  }
  int on(Date day) const {
    const auto found = active_.find(day);
    return found == active_.end() ? 0 : static_cast<int>(found->second.size());
  }

 private:
  std::map<Date, std::set<std::string>> active_;
};

struct Usual {
  int total = 0;
  int days = 0;
  double dispersion = 1;
  double rate() const { return static_cast<double>(total) / days; }
};

/// Mean and dispersion of the days before, without those of other trips.
Usual usual_before(const Everyday& everyday, const Trip& trip, const std::vector<Trip>& trips) {
  std::vector<int> counts;
  for (int i = days_before; i >= 1; --i) {
    const Date day = trip.days.from - i;
    const bool away = std::any_of(trips.begin(), trips.end(), [day](const Trip& other) {
      return !other.day_trip && other.days.contains(day);
    });
    if (!away) counts.push_back(everyday.on(day));
  }
  Usual usual;
  usual.days = static_cast<int>(counts.size());
  for (const int count : counts) usual.total += count;
  if (usual.days < fewest_days_before || usual.total == 0) return usual;
  double pearson = 0;
  for (const int count : counts) pearson += (count - usual.rate()) * (count - usual.rate()) / usual.rate();
  usual.dispersion = std::max(1.0, pearson / (usual.days - 1));
  return usual;
}

/// Gain in log-likelihood of `count` over `days` at a rate of its own, if that is lower than the usual one.
double gain(int count, int days, double usual) {
  const double expected = usual * days;
  if (count >= expected) return 0;
  return (count > 0 ? count * std::log(count / expected) : 0) - count + expected;
}

/// Chance of so few, if the rate were the usual one.
double chance(int count, int days, const Usual& usual) {
  const double few = count / usual.dispersion;
  const double many = usual.total / usual.dispersion;
  const double share = static_cast<double>(days) / (days + usual.days);
  // P(X <= few) of few + many tries with chance `share`.
  return incomplete_beta(1 - share, many, few + 1);
}

/// Days of the lull after the return; 0 for none, or where its end was not seen.
int lull_days(const Everyday& everyday, Date back, Date last, const Usual& usual) {
  const int seen = std::min(longest, last - back);
  int best = 0;
  double most = 0;
  int count = 0;
  int count_in_best = 0;
  for (int days = 1; days <= seen; ++days) {
    count += everyday.on(back + days);
    const double here = gain(count, days, usual.rate());
    if (days < shortest || here <= most) continue;
    most = here;
    best = days;
    count_in_best = count;
  }
  const int tried = seen - shortest + 1;
  if (best == 0 || best == seen || tried * chance(count_in_best, best, usual) > clearly_lower) return 0;
  return best;
}

}  // namespace

std::vector<Best> find_lulls(const std::vector<ActivitySeries>& all, const std::vector<Trip>& trips,
                             const Period& period) {
  const DateRange days{period.from, period.lived_to()};
  std::vector<Best> found;
  for (const Trip& trip : trips) {
    if (trip.nights < least_nights || !days.contains(trip.days.to)) continue;
    const DateRange around{trip.days.from - days_before, std::min(period.as_of, trip.days.to + longest)};
    const Everyday everyday(all, around);
    const Usual usual = usual_before(everyday, trip, trips);
    if (usual.days < fewest_days_before || usual.total == 0) continue;
    const int length = lull_days(everyday, trip.days.to, around.to, usual);
    if (length == 0) continue;
    Best lull;
    lull.id = "lull-" + trip.id;
    lull.what = BestKind::Lull;
    lull.value = length;
    lull.days = {trip.days.to + 1, trip.days.to + length};
    lull.after = trip.id;
    std::vector<const Record*> back;
    for (const ActivitySeries& series : all) {
      if (!is_done(series.kind) || series.kind == Kind::Photo || series.kind == Kind::Video) continue;
      // What came before the departure, and what ended the lull.
      const DateRange before{trip.days.from - days_before, trip.days.from - 1};
      for (const DateRange& span : {before, DateRange{lull.days.to + 1, lull.days.to + 7}}) {
        const auto records = within(series.records, span);
        back.insert(back.end(), records.begin(), records.end());
      }
    }
    std::stable_sort(back.begin(), back.end(),
                     [](const Record* a, const Record* b) { return a->day() < b->day(); });
    lull.evidence = evidence_of(back);
    found.push_back(std::move(lull));
  }
  return found;
}

}  // namespace hoego
