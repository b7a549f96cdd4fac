#include "analysis/occasions.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/evidence.h"
#include "analysis/first_places.h"
#include "analysis/topics.h"
#include "analysis/trips.h"

namespace hoego {
namespace {

std::size_t fewest_times(Subject subject) {
  const bool passing =
      subject == Subject::Repository || subject == Subject::Language || subject == Subject::Person;
  return passing ? 3 : 1;
}

Kind usual_kind(const std::vector<const Record*>& records) {
  std::map<Kind, int> kinds;
  for (const Record* record : records) ++kinds[record->kind];
  return std::max_element(kinds.begin(), kinds.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

Occasion occasion(const char* what, const Traces::value_type& trace,
                  const std::vector<const Record*>& in_period) {
  const auto& [subject, key] = trace.first;
  Occasion one;
  one.id = fmt::format("{}-{}-{}", what, name(subject), slug(key));
  one.subject = subject;
  one.key = key;
  one.label = trace.second.label;
  one.count = static_cast<int>(in_period.size());
  one.kind = usual_kind(trace.second.records);
  one.evidence = evidence_of(in_period);
  return one;
}

void add_firsts(const Traces& traces, const Reach& reach, DateRange days, std::vector<Occasion>& to) {
  for (const auto& trace : traces) {
    const std::vector<const Record*>& all = trace.second.records;
    const std::vector<const Record*> records = within(all, days);
    if (!days.contains(all.front()->day()) || records.size() < fewest_times(trace.first.first)) continue;
    const auto since = reach.before(all);
    if (!since) continue;
    Occasion first = occasion("first", trace, records);
    first.date = all.front()->day();
    first.reaches_back_to = since;
    to.push_back(std::move(first));
  }
}

/// How the times of something lie: the day it was last done, and how it went before.
struct Rhythm {
  Date first;
  Date last;
  double usual = 0;  ///< days between two days of it
  int longest = 0;   ///< of these distances
};

Rhythm rhythm_of(const std::vector<const Record*>& records) {
  std::set<Date> days;
  for (const Record* record : records) days.insert(record->day());
  Rhythm rhythm{*days.begin(), *days.rbegin()};
  std::optional<Date> before;
  for (const Date day : days) {
    if (before) rhythm.longest = std::max(rhythm.longest, day - *before);
    before = day;
  }
  if (days.size() > 1)
    rhythm.usual = static_cast<double>(rhythm.last - rhythm.first) / static_cast<double>(days.size() - 1);
  return rhythm;
}

/// Up to when every source that showed these records would have shown another one, without a break from the
/// day after `last`.
std::optional<Date> watched_to(const Timeline& timeline, const std::vector<const Record*>& records,
                               Date last) {
  std::map<Kind, std::set<std::string>> scopes;
  for (const Record* record : records) {
    std::set<std::string>& of_kind = scopes[record->kind];
    if (const std::string scope = scope_in(*record); !scope.empty()) of_kind.insert(scope);
  }
  std::optional<Date> to;
  for (const auto& [kind, names] : scopes) {
    const auto run = run_of(days_that_prove_absence(timeline, kind, names), last + 1);
    if (!run) return std::nullopt;
    to = to ? std::min(*to, run->to) : run->to;
  }
  return to;
}

/// Whether something of the activity is entered for a day after `as_of`.
std::set<std::string> planned_activities(const Lived& lived, Date as_of) {
  std::set<std::string> planned;
  for (const Record& record : lived.timeline.records()) {
    if (record.day() > as_of && record.mine && still_stands(record))
      planned.insert(lived.assignment.of(record));
  }
  return planned;
}

bool can_have_a_last(Subject subject) {
  return subject != Subject::Country && subject != Subject::Town && subject != Subject::Topic;
}

void give_each_an_id(std::vector<Occasion>& occasions) {
  std::stable_sort(occasions.begin(), occasions.end(),
                   [](const Occasion& a, const Occasion& b) { return a.date < b.date; });
  std::set<std::string> used;
  for (Occasion& one : occasions) {
    const std::string base = one.id;
    for (int again = 2; !used.insert(one.id).second; ++again) one.id = fmt::format("{}-{}", base, again);
  }
}

}  // namespace

std::vector<Occasion> find_firsts(const Lived& lived, const Period& period) {
  const DateRange days{period.from, period.lived_to()};
  std::vector<Occasion> firsts;
  add_first_places(lived, days, firsts);
  add_firsts(lived.traces, lived.reach, days, firsts);
  add_first_topics(lived, days, firsts);
  give_each_an_id(firsts);
  return firsts;
}

std::vector<Occasion> find_lasts(const Lived& lived, const Period& period) {
  constexpr std::size_t fewest = 5;
  constexpr int least_span = 56;
  constexpr int least_silence = 60;
  const DateRange days{period.from, period.lived_to()};
  const std::set<std::string> planned = planned_activities(lived, period.as_of);
  std::vector<Occasion> lasts;
  for (const auto& trace : lived.traces) {
    const auto& [subject, key] = trace.first;
    const std::vector<const Record*>& records = trace.second.records;
    if (!can_have_a_last(subject) || records.size() < fewest) continue;
    const Rhythm rhythm = rhythm_of(records);
    if (!days.contains(rhythm.last) || rhythm.last - rhythm.first < least_span) continue;
    if (subject == Subject::Activity && planned.count(key) > 0) continue;
    const auto to = watched_to(lived.timeline, records, rhythm.last);
    const int silence = to ? std::min(*to, period.as_of) - rhythm.last : 0;
    if (silence < least_silence || silence <= rhythm.longest || silence <= 4 * rhythm.usual) continue;
    Occasion last = occasion("last", trace, within(records, days));
    last.date = rhythm.last;
    last.silent_to = std::min(*to, period.as_of);
    lasts.push_back(std::move(last));
  }
  give_each_an_id(lasts);
  return lasts;
}

}  // namespace hoego
