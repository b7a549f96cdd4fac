#include "analysis/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "analysis/change_points.h"
#include "analysis/evidence.h"

namespace hoego {
namespace {

/// Of stops of all that a source tells, how many are none of recording.
constexpr double recording_went_on = 0.9;
constexpr int known_before = 728;  ///< days before the first record that are looked at

/// A habit day by day.
struct Diary {
  Date from;
  DailyCounts daily;

  std::size_t at(Date day) const { return static_cast<std::size_t>(day - from); }
  bool holds(Date day) const { return from <= day && day - from < static_cast<int>(daily.counts.size()); }
  void close(DateRange days) {
    for (Date day = std::max(days.from, from); day <= days.to && holds(day); day = day + 1)
      daily.exposure[at(day)] = 0;
  }
};

/// Share of a week that each weekday is exposed, as the habit keeps them; drawn a little towards none.
std::array<double, 7> shares_of_week(const std::vector<const Record*>& records) {
  std::array<double, 7> shares{};
  shares.fill(1);
  for (const Record* record : records) shares[static_cast<std::size_t>(record->day().weekday() - 1)] += 1;
  for (double& share : shares) share /= static_cast<double>(records.size()) + 7;
  return shares;
}

/// Whether holidays keep it from coming: two or more were to be expected on them, and not half as many came.
bool rests_on(const Diary& diary, const std::vector<Date>& holidays, DateRange lived) {
  constexpr double enough = 2;
  double count = 0;
  double exposure = 0;
  for (Date day = lived.from; day <= lived.to && diary.holds(day); day = day + 1) {
    const double here = diary.daily.exposure[diary.at(day)];
    exposure += here;
    if (here > 0) count += diary.daily.counts[diary.at(day)];
  }
  if (exposure <= 0) return false;
  double expected = 0;
  double came = 0;
  for (const Date day : std::set<Date>(holidays.begin(), holidays.end())) {
    if (!lived.contains(day) || !diary.holds(day) || diary.daily.exposure[diary.at(day)] <= 0) continue;
    expected += diary.daily.exposure[diary.at(day)] * count / exposure;
    came += diary.daily.counts[diary.at(day)];
  }
  return expected >= enough && came < expected / 2;
}

Diary diary_of(const ActivitySeries& series, const Exceptions& exceptions, Date as_of) {
  const Date first = series.records.front()->day();
  Diary diary{first - known_before, {}};
  const int days = as_of - diary.from + 1;
  const std::array<double, 7> shares = shares_of_week(series.records);
  diary.daily.counts.assign(static_cast<std::size_t>(days), 0);
  for (Date day = diary.from; day <= as_of; day = day + 1)
    diary.daily.exposure.push_back(shares[static_cast<std::size_t>(day.weekday() - 1)]);
  for (const Record* record : series.records) {
    if (series.counts(*record)) ++diary.daily.counts[diary.at(record->day())];
  }
  for (const DateRange& gap : series.covered.gaps({diary.from, as_of})) diary.close(gap);
  for (const DateRange& trip : exceptions.away) diary.close(trip);
  if (rests_on(diary, exceptions.holidays, {first, series.records.back()->day()})) {
    for (const Date day : exceptions.holidays) diary.close({day, day});
  }
  return diary;
}

/// Whether there ever had been a rate before the stretch that ends with this change.
bool came_before(const std::vector<ChangePoint>& points, std::size_t i) {
  for (std::size_t k = 0; k < i; ++k) {
    if (!points[k].none_before || points[k].after > points[i].before) return true;
  }
  return false;
}

ChangeKind kind_of(const std::vector<ChangePoint>& points, std::size_t i) {
  const ChangePoint& point = points[i];
  if (point.after < point.before) return point.none_after ? ChangeKind::Stopped : ChangeKind::Faded;
  if (!point.none_before) return ChangeKind::Grew;
  return came_before(points, i) ? ChangeKind::Resumed : ChangeKind::Started;
}

/// Some records on both sides of the day, as far as the rates reach; of a stop the last ones.
Evidence evidence_around(const ActivitySeries& series, const Change& change, DateRange stretches) {
  constexpr std::ptrdiff_t a_side = 10;
  const std::vector<const Record*> near = within(series.records, stretches);
  const auto at = std::find_if(near.begin(), near.end(),
                               [&](const Record* record) { return record->day() >= change.date; });
  const auto from = at - std::min(a_side, at - near.begin());
  const auto to = at + std::min(a_side, near.end() - at);
  return evidence_of({from, to});
}

/// A record of a day that does not count, on a trip or a holiday, still shows that it had not stopped yet, or
/// had begun.
void respect_all_records(Change& change, const std::vector<const Record*>& records, DateRange stretches) {
  for (const Record* record : within(records, {change.date, std::min(change.high, stretches.to)})) {
    if (change.kind == ChangeKind::Stopped) change.date = record->day() + 1;
  }
  if (change.kind == ChangeKind::Started || change.kind == ChangeKind::Resumed) {
    const auto early = within(records, {std::max(change.low, stretches.from), change.date});
    if (!early.empty()) change.date = early.front()->day();
  }
  change.low = std::min(change.low, change.date);
  change.high = std::max(change.high, change.date);
}

Change change_of(const ActivitySeries& series, const Diary& diary, const std::vector<ChangePoint>& points,
                 std::size_t i) {
  const ChangePoint& point = points[i];
  Change change;
  change.kind = kind_of(points, i);
  const DateRange stretches{diary.from + point.from, diary.from + (point.to - 1)};
  // Nothing at all before is a start, however short the time seen before it.
  if (change.kind == ChangeKind::Grew && point.before <= 0) change.kind = ChangeKind::Started;
  if (change.kind == ChangeKind::Started && series.records.front()->day() < stretches.from)
    change.kind = ChangeKind::Resumed;
  change.date = diary.from + point.day;
  change.low = diary.from + point.low;
  change.high = diary.from + point.high;
  respect_all_records(change, series.records, stretches);
  change.before_per_week = point.before;
  change.after_per_week = point.after;
  change.certainty = point.certainty;
  change.id = fmt::format("{}-{}-{}", series.id, name(change.kind), change.date.iso().substr(0, 7));
  change.evidence = evidence_around(series, change, stretches);
  return change;
}

bool is_about(const ChangeCorrection& correction, const std::string& activity, Date date) {
  return correction.activity == activity && std::abs(correction.near - date) <= near_days;
}

/// Of each confirmation the nearest change is certain.
void confirm(std::vector<Change>& changes, const std::string& activity,
             const std::vector<ChangeCorrection>& corrections) {
  for (const ChangeCorrection& one : corrections) {
    if (one.what != ChangeCorrection::What::Sure || changes.empty()) continue;
    const auto nearest =
        std::min_element(changes.begin(), changes.end(), [&one](const Change& a, const Change& b) {
          return std::abs(a.date - one.near) < std::abs(b.date - one.near);
        });
    if (is_about(one, activity, nearest->date)) nearest->certainty = 1;
  }
}

/// The change points but for those that the owner rejects: of each rejection the nearest one.
std::vector<ChangePoint> without_rejected(const Diary& diary, const std::string& activity,
                                          const std::vector<ChangeCorrection>& rejected,
                                          std::optional<double> penalty) {
  std::vector<ChangePoint> points = find_change_points(diary.daily, penalty);
  for (const ChangeCorrection& one : rejected) {
    if (one.what != ChangeCorrection::What::Reject) continue;
    const auto apart = [&](const ChangePoint& point) { return std::abs(diary.from + point.day - one.near); };
    const auto nearest =
        std::min_element(points.begin(), points.end(),
                         [&](const ChangePoint& a, const ChangePoint& b) { return apart(a) < apart(b); });
    if (nearest == points.end() || !is_about(one, activity, diary.from + nearest->day)) continue;
    points = without(points, static_cast<std::size_t>(nearest - points.begin()), diary.daily);
  }
  return points;
}

/// A correction of what was not found, with the changes of that activity, or the activities there are.
std::optional<UnusedCorrection> unused_correction(const ChangeCorrection& one,
                                                  const std::vector<ActivitySeries>& all,
                                                  const Exceptions& exceptions, Date as_of) {
  constexpr std::size_t most = 5;
  UnusedCorrection unused{written(one), one.where, {}};
  const auto series = std::find_if(all.begin(), all.end(),
                                   [&](const ActivitySeries& other) { return other.id == one.activity; });
  if (series == all.end()) {
    for (const ActivitySeries& other : all) {
      if (unused.candidates.size() < most) unused.candidates.push_back(other.id);
    }
    return unused;
  }
  for (const Change& change : find_changes(*series, exceptions, {}, as_of)) {
    if (is_about(one, one.activity, change.date)) return std::nullopt;
    if (unused.candidates.size() < most)
      unused.candidates.push_back(fmt::format("{} ({})", change.id, change.date.iso()));
  }
  return unused;
}

}  // namespace

Exceptions exceptions_in(DateRange days, const std::vector<Trip>& trips, const Settings& settings,
                         const Places& atlas) {
  constexpr double likely = 0.5;
  Exceptions exceptions;
  for (const Trip& trip : trips) {
    if (!trip.day_trip && trip.nights > 0 && trip.certainty >= likely) exceptions.away.push_back(trip.days);
  }
  if (settings.holidays.empty() || !atlas.holidays) return exceptions;
  for (int year = days.from.year(); year <= days.to.year(); ++year) {
    for (const Date day : atlas.holidays(settings.holidays, year)) exceptions.holidays.push_back(day);
  }
  return exceptions;
}

std::vector<Date> seams_of(const ActivitySeries& series, const Timeline& timeline, Date as_of) {
  constexpr int still_up_to_date = 14;
  std::vector<Date> seams;
  if (!series.scopes.empty()) return seams;
  for (const CoveredSpan& span : timeline.coverage()) {
    const bool proves = span.coverage == CoverageClass::Sensor || span.coverage == CoverageClass::Complete;
    if (span.kind != series.kind || !proves) continue;
    seams.push_back(span.days.from);
    if (as_of - span.days.to > still_up_to_date) seams.push_back(span.days.to + 1);
  }
  return seams;
}

std::vector<Change> find_changes(const ActivitySeries& series, const Exceptions& exceptions,
                                 const std::vector<Date>& seams, Date as_of,
                                 const std::vector<ChangeCorrection>& rejected,
                                 std::optional<double> penalty) {
  constexpr int next_to = 14;
  if (series.records.empty() || series.records.front()->day() > as_of) return {};
  const Diary diary = diary_of(series, exceptions, as_of);
  const std::vector<ChangePoint> points = without_rejected(diary, series.id, rejected, penalty);
  std::vector<Change> changes;
  for (std::size_t i = 0; i < points.size(); ++i) {
    Change change = change_of(series, diary, points, i);
    const auto near = [&](Date seam) {
      return change.low - next_to <= seam && seam <= change.high + next_to;
    };
    if (std::none_of(seams.begin(), seams.end(), near)) changes.push_back(std::move(change));
  }
  return changes;
}

bool sources_fell_silent(const ActivitySeries& series, const Timeline& timeline, const Change& stop,
                         Date as_of) {
  for (const CoveredSpan& span : timeline.coverage()) {
    const bool reads = span.coverage == CoverageClass::Sensor && span.kind == series.kind;
    if (reads && span.days.to >= stop.high) return false;
  }
  std::set<std::string> sources;
  for (const Record* record : series.records) {
    for (const Origin& origin : record->origins) sources.insert(origin.source);
  }
  const std::vector<const Record*> since = timeline.on({stop.date, as_of});
  return std::none_of(since.begin(), since.end(), [&sources](const Record* record) {
    return std::any_of(record->origins.begin(), record->origins.end(),
                       [&sources](const Origin& origin) { return sources.count(origin.source) > 0; });
  });
}

std::vector<UnusedCorrection> add_changes(std::vector<Activity>& activities,
                                          const std::vector<ActivitySeries>& all, const Timeline& timeline,
                                          const std::vector<Trip>& trips, const Settings& settings,
                                          const Places& atlas, const Period& period) {
  const DateRange lived{period.from, period.lived_to()};
  Date first = lived.from;
  for (const ActivitySeries& series : all) {
    if (!series.records.empty()) first = std::min(first, series.records.front()->day());
  }
  const Exceptions exceptions = exceptions_in({first, period.as_of}, trips, settings, atlas);
  const std::vector<ChangeCorrection>& corrections = settings.corrections.changes;
  for (Activity& activity : activities) {
    const auto series = std::find_if(all.begin(), all.end(),
                                     [&](const ActivitySeries& one) { return one.id == activity.id; });
    if (series == all.end()) continue;
    const std::vector<Date> seams = seams_of(*series, timeline, period.as_of);
    std::vector<Change> changes = find_changes(*series, exceptions, seams, period.as_of, corrections);
    for (Change& change : changes) {
      const bool stopped = change.kind == ChangeKind::Stopped && lived.contains(change.date);
      if (stopped && sources_fell_silent(*series, timeline, change, period.as_of))
        change.certainty *= recording_went_on;
    }
    confirm(changes, activity.id, corrections);
    for (Change& change : changes) {
      if (lived.contains(change.date)) activity.changes.push_back(std::move(change));
    }
  }
  std::vector<UnusedCorrection> unused;
  for (const ChangeCorrection& one : corrections) {
    if (auto found = unused_correction(one, all, exceptions, period.as_of))
      unused.push_back(*std::move(found));
  }
  return unused;
}

}  // namespace hoego
