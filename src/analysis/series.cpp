#include "analysis/series.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analysis/costs.h"

namespace hoego {
namespace {

/// The records of one kind in a series.
struct OfKind {
  int count = 0;
  std::set<std::string> scopes;
};
using Kinds = std::map<Kind, OfKind>;

Kind most_frequent(const Kinds& kinds) {
  if (kinds.empty()) return Kind::Event;  // paid for, and never seen done
  return std::max_element(kinds.begin(), kinds.end(),
                          [](const auto& a, const auto& b) { return a.second.count < b.second.count; })
      ->first;
}

/// Sets the days that prove an absence, and the kinds that do not take part in it.
void cover(ActivitySeries& series, const Kinds& kinds, const Timeline& timeline) {
  constexpr std::size_t rare = 10;  // one in so many
  const auto main = kinds.find(series.kind);
  series.covered = days_that_prove_absence(
      timeline, series.kind, main == kinds.end() ? std::set<std::string>() : main->second.scopes);
  for (const auto& [kind, own] : kinds) {
    if (kind == series.kind) continue;
    const Days seen = days_that_prove_absence(timeline, kind, own.scopes);
    if (seen.empty() || static_cast<std::size_t>(own.count) * rare < series.records.size())
      series.aside.insert(kind);
    else
      series.covered = series.covered.common(seen);
  }
}

/// What a calendar last told of, and whether of several activities until then.
class Calendar {
 public:
  void add(const std::string& activity, Date day) { days_[activity].push_back(day); }

  /// The last day before it was left; nothing where it still tells of something, or of one thing only.
  std::optional<Date> left_after(Date as_of) const {
    constexpr int silent = 28;
    const Date last = last_day();
    if (as_of - last < silent) return std::nullopt;
    const auto alive =
        std::count_if(days_.begin(), days_.end(), [last](const auto& one) { return alive_at(one, last); });
    return alive >= 2 ? std::optional(last) : std::nullopt;
  }

 private:
  using Times = std::pair<const std::string, std::vector<Date>>;

  Date last_day() const {
    Date last = days_.begin()->second.back();
    for (const auto& [activity, days] : days_) last = std::max(last, days.back());
    return last;
  }

  /// Whether it came regularly up to about that day.
  static bool alive_at(const Times& times, Date last) {
    constexpr int about = 28;
    constexpr int before = 84;
    constexpr std::ptrdiff_t regularly = 4;
    const auto& [activity, days] = times;
    if (activity.empty() || last - days.back() > about) return false;
    const auto recent = std::lower_bound(days.begin(), days.end(), last - before);
    return days.end() - recent >= regularly;
  }

  std::map<std::string, std::vector<Date>> days_;  ///< by activity, sorted; under no name what is of none
};

/// Nothing is covered after a calendar of the activity was left.
void close_after_leaving(ActivitySeries& series, const Kinds& kinds,
                         const std::map<std::string, Calendar>& calendars, Date as_of) {
  const auto entries = kinds.find(Kind::Event);
  if (entries == kinds.end()) return;
  for (const std::string& scope : entries->second.scopes) {
    const auto calendar = calendars.find(scope);
    if (calendar == calendars.end()) continue;
    const std::optional<Date> last = calendar->second.left_after(as_of);
    if (!last) continue;
    Days until;
    until.add({*Date::from_ymd(Date::min_year, 1, 1), *last});
    series.covered = series.covered.common(until);
  }
}

/// Whether it may be one time of an activity, as far as one can know.
bool is_a_time(const Record& record, const std::vector<Trip>& trips) {
  if (!record.mine) return false;
  if (record.kind == Kind::Event) return was_held(record, trips);
  return record.kind != Kind::Expense || money_of(record).has_value();
}

}  // namespace

std::string calendar_or_repository(const Record& record) {
  for (const char* key : {trait::calendar, trait::repository}) {
    if (const std::string* value = record.find_trait(key)) return *value;
  }
  return {};
}

std::vector<ActivitySeries> activity_series(const Timeline& timeline, const Assignment& assignment,
                                            const std::vector<Trip>& trips, Date as_of) {
  std::map<std::string, ActivitySeries> all;
  std::map<std::string, Kinds> kinds;
  std::map<std::string, Calendar> calendars;
  for (const Record& record : timeline.records()) {
    const bool counts = record.day() <= as_of && is_a_time(record, trips);
    const std::string id = counts ? assignment.of(record) : std::string();
    // An entry that was not kept, or is for a day ahead, shows all the same that its calendar is.
    if (record.kind == Kind::Event) calendars[calendar_or_repository(record)].add(id, record.day());
    if (id.empty()) continue;
    ActivitySeries& series = all[id];
    if (record.kind == Kind::Expense) {
      series.payments.push_back(&record);
      if (!assignment.counts_payments(id)) continue;
    }
    series.records.push_back(&record);
    OfKind& of_kind = kinds[id][record.kind];
    ++of_kind.count;
    if (const std::string scope = calendar_or_repository(record); !scope.empty()) {
      of_kind.scopes.insert(scope);
      series.scopes.insert(scope);
    }
  }
  std::vector<ActivitySeries> list;
  for (auto& [id, series] : all) {
    series.id = id;
    series.kind = most_frequent(kinds[id]);
    cover(series, kinds[id], timeline);
    close_after_leaving(series, kinds[id], calendars, as_of);
    list.push_back(std::move(series));
  }
  return list;
}

std::vector<const Record*> within(const std::vector<const Record*>& records, DateRange days) {
  std::vector<const Record*> found;
  std::copy_if(records.begin(), records.end(), std::back_inserter(found),
               [days](const Record* record) { return days.contains(record->day()); });
  return found;
}

WeeklyCounts weekly(const std::vector<const Record*>& records, const Days& covered, DateRange days) {
  WeeklyCounts counts;
  counts.days = days.days();
  const auto weeks = static_cast<std::size_t>((days.days() + 6) / 7);
  counts.counts.assign(weeks, 0);
  counts.covered_days.assign(weeks, 0);
  for (int offset = 0; offset < days.days(); ++offset) {
    if (covered.contains(days.from + offset)) ++counts.covered_days[static_cast<std::size_t>(offset / 7)];
  }
  for (const Record* record : records) {
    if (covered.contains(record->day()))
      ++counts.counts[static_cast<std::size_t>((record->day() - days.from) / 7)];
  }
  return counts;
}

int week_of(Date day, int week_starts) {  // weeks since one that began on `week_starts`
  const int monday_based = day.days + 3 - (week_starts - 1);
  return monday_based >= 0 ? monday_based / 7 : (monday_based - 6) / 7;
}

}  // namespace hoego
