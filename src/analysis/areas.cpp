#include "analysis/areas.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "analysis/evidence.h"
#include "analysis/share.h"

namespace hoego {
namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day_seconds = 24 * hour;
constexpr std::int64_t half_an_hour = hour / 2;
constexpr double enough_coverage = 0.8;

/// Half-open, in seconds.
struct Stretch {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  auto operator<=>(const Stretch&) const = default;
};

/// A record that took time.
struct Timed {
  const Record* record = nullptr;
  std::int64_t seconds = 0;
};

struct Area {
  std::string id;
  std::vector<const ActivitySeries*> members;  ///< those with timed records in either period
};

std::int64_t seconds_of(const Record& record, std::optional<double> default_hours) {
  if (record.all_day) return 0;
  const std::int64_t stated = record.end_instant().seconds - record.begin_instant().seconds;
  if (stated > 0) return stated;
  return static_cast<std::int64_t>(default_hours.value_or(0) * hour);
}

/// One area's or all areas' view of one period.
class Span {
 public:
  Span(const Assignment& assignment, DateRange days) : assignment_(assignment), days_(days) {}

  std::vector<Timed> timed(const ActivitySeries& series) const {
    std::vector<Timed> found;
    const std::optional<double> hours = assignment_.default_hours(series.id);
    for (const Record* record : within(series.records, days_)) {
      const std::int64_t seconds = seconds_of(*record, hours);
      if (seconds > 0) found.push_back({record, seconds});
    }
    return found;
  }

  std::vector<Timed> timed(const Area& area) const {
    std::vector<Timed> found;
    for (const ActivitySeries* series : area.members) {
      const std::vector<Timed> some = timed(*series);
      found.insert(found.end(), some.begin(), some.end());
    }
    std::sort(found.begin(), found.end(), [](const Timed& a, const Timed& b) {
      return std::pair(a.record->begin_instant(), a.record->id) <
             std::pair(b.record->begin_instant(), b.record->id);
    });
    return found;
  }

  DateRange days() const { return days_; }

 private:
  const Assignment& assignment_;
  DateRange days_;
};

std::vector<Stretch> united(std::vector<Stretch> all) {
  std::sort(all.begin(), all.end());
  std::vector<Stretch> joined;
  for (const Stretch& next : all) {
    if (!joined.empty() && next.begin <= joined.back().end)
      joined.back().end = std::max(joined.back().end, next.end);
    else
      joined.push_back(next);
  }
  return joined;
}

std::vector<Stretch> stretches(const std::vector<Timed>& timed) {
  std::vector<Stretch> all;
  for (const Timed& one : timed) {
    const std::int64_t begin = one.record->begin_instant().seconds;
    all.push_back({begin, begin + one.seconds});
  }
  return united(std::move(all));
}

/// On the local clock, with the owner's days beginning at midnight.
std::vector<Stretch> stretches_on_the_clock(const std::vector<Timed>& timed, std::int64_t day_starts) {
  std::vector<Stretch> all;
  for (const Timed& one : timed) {
    const std::int64_t begin = one.record->begin.seconds - day_starts;
    all.push_back({begin, begin + one.seconds});
  }
  return united(std::move(all));
}

/// Hours of each area: every moment is divided between the areas it belongs to.
std::vector<double> divided_hours(const std::vector<std::vector<Stretch>>& areas) {
  std::map<std::int64_t, std::vector<std::pair<std::size_t, bool>>> edges;
  for (std::size_t area = 0; area < areas.size(); ++area) {
    for (const Stretch& stretch : areas[area]) {
      edges[stretch.begin].emplace_back(area, true);
      edges[stretch.end].emplace_back(area, false);
    }
  }
  std::vector<double> hours(areas.size(), 0);
  std::set<std::size_t> open;
  std::int64_t since = 0;
  for (const auto& [at, changes] : edges) {
    for (const std::size_t area : open)
      hours[area] += static_cast<double>(at - since) / hour / static_cast<double>(open.size());
    for (const auto& [area, opens] : changes) {
      if (opens)
        open.insert(area);
      else
        open.erase(area);
    }
    since = at;
  }
  return hours;
}

/// Days of `days` that hold half an hour or more between the two times of day.
std::set<Date> days_with(const std::vector<Stretch>& clock, DateRange days, std::int64_t from,
                         std::int64_t to) {
  std::map<Date, std::int64_t> seconds;
  for (const Stretch& stretch : clock) {
    const Date first = std::max(days.from, WallTime{stretch.begin}.date());
    const Date last = std::min(days.to, WallTime{stretch.end - 1}.date());
    for (Date day = first; day <= last; day = day + 1) {
      const std::int64_t midnight = WallTime::at(day).seconds;
      seconds[day] += std::max<std::int64_t>(
          0, std::min(stretch.end, midnight + to) - std::max(stretch.begin, midnight + from));
    }
  }
  std::set<Date> found;
  for (const auto& [day, sum] : seconds) {
    if (sum >= half_an_hour) found.insert(day);
  }
  return found;
}

bool is_covered(const Area& area, Date day) {
  return !area.members.empty() &&
         std::all_of(area.members.begin(), area.members.end(),
                     [day](const ActivitySeries* series) { return series->covered.contains(day); });
}

/// How many of the covered days that `counts` had the area, by weeks; nothing where too few are covered.
template <class Counts>
std::optional<WeeklyShare> weekly_share(const Area& area, DateRange days, const std::set<Date>& with,
                                        Counts counts) {
  WeeklyShare weeks;
  const auto length = static_cast<std::size_t>((days.days() + 6) / 7);
  weeks.trials.assign(length, 0);
  weeks.successes.assign(length, 0);
  int possible = 0;
  int covered = 0;
  for (int offset = 0; offset < days.days(); ++offset) {
    const Date day = days.from + offset;
    if (!counts(day)) continue;
    ++possible;
    if (!is_covered(area, day)) continue;
    ++covered;
    const auto week = static_cast<std::size_t>(offset / 7);
    ++weeks.trials[week];
    weeks.successes[week] += with.count(day) > 0 ? 1 : 0;
  }
  if (covered == 0 || covered < enough_coverage * possible) return std::nullopt;
  return weeks;
}

std::array<int, 2> totals(const WeeklyShare& weeks) {
  std::array<int, 2> sums{};
  for (std::size_t week = 0; week < weeks.trials.size(); ++week) {
    sums[0] += weeks.successes[week];
    sums[1] += weeks.trials[week];
  }
  return sums;
}

std::optional<WeeklyShare> evenings(const Area& area, const std::vector<Timed>& timed, DateRange days) {
  // An evening is one of the clock's days, whenever the owner's day begins.
  const std::set<Date> with = days_with(stretches_on_the_clock(timed, 0), days, 18 * hour, day_seconds);
  return weekly_share(area, days, with, [](Date) { return true; });
}

std::optional<WeeklyShare> weekend_days(const Area& area, const std::vector<Timed>& timed, DateRange days) {
  const std::int64_t day_starts = timed.empty() ? 0 : timed.front().record->day_starts;
  const std::set<Date> with = days_with(stretches_on_the_clock(timed, day_starts), days, 0, day_seconds);
  return weekly_share(area, days, with, [](Date day) { return day.weekday() >= 6; });
}

/// Each area's share of the hours of all; absent where any of them is not covered well enough, or there are
/// no hours.
std::vector<std::optional<double>> shares(const std::vector<Area>& areas, const std::vector<double>& hours,
                                          DateRange days) {
  double all = 0;
  for (const double some : hours) all += some;
  const bool known = all > 0 && std::all_of(areas.begin(), areas.end(), [days](const Area& area) {
                       return weekly_share(area, days, {}, [](Date) { return true; }).has_value();
                     });
  std::vector<std::optional<double>> found(areas.size());
  for (std::size_t i = 0; known && i < areas.size(); ++i) found[i] = hours[i] / all;
  return found;
}

std::vector<Area> areas_of(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                           const std::array<Span, 2>& periods) {
  std::map<std::string, Area> areas;
  for (const ActivitySeries& series : all) {
    const std::string id = assignment.area_of(series.id);
    const bool any = std::any_of(periods.begin(), periods.end(),
                                 [&series](const Span& span) { return !span.timed(series).empty(); });
    if (id.empty() || !any) continue;
    areas[id].id = id;
    areas[id].members.push_back(&series);
  }
  std::vector<Area> list;
  for (auto& [id, area] : areas) list.push_back(std::move(area));
  return list;
}

Label label_of(const Settings& settings, const std::string& id) {
  for (const AreaRule& rule : settings.areas) {
    if (rule.id == id) return rule.label;
  }
  return {id, id};
}

AreaTime time_of(const Area& area, const Span& here, const Span& there) {
  AreaTime time;
  time.id = area.id;
  const std::vector<Timed> now = here.timed(area);
  const std::vector<Timed> then = there.timed(area);
  const auto weeks = evenings(area, now, here.days());
  const auto weeks_there = evenings(area, then, there.days());
  const auto share = weeks ? share_of(*weeks) : std::nullopt;
  const auto share_there = weeks_there ? share_of(*weeks_there) : std::nullopt;
  if (share) {
    time.share_of_evenings = share->share;
    time.low = share->low;
    time.high = share->high;
    time.evenings = totals(*weeks);
  }
  if (share_there) time.against_share_of_evenings = share_there->share;
  if (share && share_there) time.against_evenings = difference(*share_there, *share);
  if (const auto weekends = weekend_days(area, now, here.days())) {
    time.weekend_days = totals(*weekends);
    time.share_of_weekends = static_cast<double>(time.weekend_days[0]) / time.weekend_days[1];
  }
  std::vector<const Record*> records;
  for (const Timed& one : now.empty() ? then : now) records.push_back(one.record);
  time.evidence = evidence_of(records);
  return time;
}

std::vector<double> hours_of(const std::vector<Area>& areas, const Span& span) {
  std::vector<std::vector<Stretch>> all;
  for (const Area& area : areas) all.push_back(stretches(span.timed(area)));
  return divided_hours(all);
}

}  // namespace

std::vector<AreaTime> find_areas(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                                 const Settings& settings, const Period& period, DateRange against) {
  const Span here(assignment, {period.from, period.lived_to()});
  const Span there(assignment, against);
  const std::vector<Area> areas = areas_of(all, assignment, {here, there});
  const std::vector<double> hours = hours_of(areas, here);
  const auto share = shares(areas, hours, here.days());
  const auto share_there = shares(areas, hours_of(areas, there), there.days());
  std::vector<AreaTime> found;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    AreaTime time = time_of(areas[i], here, there);
    time.label = label_of(settings, areas[i].id);
    time.hours = hours[i];
    time.share = share[i];
    time.against_share = share_there[i];
    found.push_back(std::move(time));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const AreaTime& a, const AreaTime& b) { return a.hours > b.hours; });
  return found;
}

namespace {

/// Hours of each area on each day of `days`, on the local clock, every moment divided between its areas.
std::vector<std::vector<double>> hours_by_day(const std::vector<Area>& areas, const Span& span,
                                              std::int64_t day_starts) {
  std::vector<std::vector<Stretch>> clock;
  for (const Area& area : areas) clock.push_back(stretches_on_the_clock(span.timed(area), day_starts));
  std::vector<std::vector<double>> hours;
  for (Date day = span.days().from; day <= span.days().to; day = day + 1) {
    const std::int64_t midnight = WallTime::at(day).seconds;
    std::vector<std::vector<Stretch>> of_day(areas.size());
    for (std::size_t area = 0; area < areas.size(); ++area) {
      auto next = std::lower_bound(clock[area].begin(), clock[area].end(), midnight,
                                   [](const Stretch& one, std::int64_t at) { return one.end <= at; });
      for (; next != clock[area].end() && next->begin < midnight + day_seconds; ++next)
        of_day[area].push_back(
            {std::max(next->begin, midnight), std::min(next->end, midnight + day_seconds)});
    }
    hours.push_back(divided_hours(of_day));
  }
  return hours;
}

std::int64_t day_starts_of(const std::vector<Timed>& timed) {
  return timed.empty() ? 0 : timed.front().record->day_starts;
}

AreaDays hour_days(const std::vector<Area>& areas, std::size_t wanted, const Span& span) {
  AreaDays found;
  const auto timed = span.timed(areas[wanted]);
  const auto hours = hours_by_day(areas, span, day_starts_of(timed));
  for (int offset = 0; offset < span.days().days(); ++offset) {
    const Date day = span.days().from + offset;
    AreaDay one;
    const auto& of_day = hours[static_cast<std::size_t>(offset)];
    one.part = of_day[wanted];
    for (const double some : of_day) one.whole += some;
    one.covered =
        std::all_of(areas.begin(), areas.end(), [day](const Area& area) { return is_covered(area, day); });
    found.days.push_back(one);
  }
  return found;
}

AreaDays yes_or_no_days(const Area& area, Within within, const Span& span) {
  AreaDays found;
  const auto timed = span.timed(area);
  const bool evenings = within == Within::Evenings;
  const std::int64_t day_starts = evenings ? 0 : day_starts_of(timed);
  const std::set<Date> with = days_with(stretches_on_the_clock(timed, day_starts), span.days(),
                                        evenings ? 18 * hour : 0, day_seconds);
  for (int offset = 0; offset < span.days().days(); ++offset) {
    const Date day = span.days().from + offset;
    AreaDay one;
    one.asked = evenings || day.weekday() >= 6;
    one.covered = is_covered(area, day);
    one.whole = one.asked && one.covered ? 1 : 0;
    one.part = one.whole > 0 && with.count(day) > 0 ? 1 : 0;
    found.days.push_back(one);
  }
  return found;
}

}  // namespace

AreaDays area_days(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                   const std::string& area, Within within, DateRange days) {
  const DateRange ever{*Date::from_ymd(Date::min_year, 1, 1), days.to};
  const std::vector<Area> areas = areas_of(all, assignment, {Span(assignment, ever), Span(assignment, ever)});
  const auto wanted =
      std::find_if(areas.begin(), areas.end(), [&area](const Area& one) { return one.id == area; });
  const Span span(assignment, days);
  if (wanted == areas.end()) return {std::vector<AreaDay>(static_cast<std::size_t>(days.days())), {}};
  AreaDays found = within == Within::All
                       ? hour_days(areas, static_cast<std::size_t>(wanted - areas.begin()), span)
                       : yes_or_no_days(*wanted, within, span);
  for (const Timed& one : span.timed(*wanted)) found.records.push_back(one.record);
  return found;
}

}  // namespace hoego
