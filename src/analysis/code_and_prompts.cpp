#include "analysis/code_and_prompts.h"

#include <algorithm>
#include <set>

#include "analysis/evidence.h"
#include "analysis/share.h"

namespace hoego {
namespace {

constexpr double enough_coverage = 0.8;

using Activities = std::vector<const ActivitySeries*>;

Activities of_kind(const std::vector<ActivitySeries>& all, Kind kind) {
  Activities found;
  for (const ActivitySeries& series : all) {
    if (series.kind == kind && !series.records.empty()) found.push_back(&series);
  }
  return found;
}

/// Those of one area with any of the prompts; all where none is.
Activities code_beside(const Activities& prompts, const Activities& code, const Assignment& assignment) {
  std::set<std::string> areas;
  for (const ActivitySeries* series : prompts) areas.insert(assignment.area_of(series->id));
  areas.erase("");
  Activities found;
  std::copy_if(code.begin(), code.end(), std::back_inserter(found),
               [&](const ActivitySeries* series) { return areas.count(assignment.area_of(series->id)) > 0; });
  return found.empty() ? code : found;
}

std::set<Date> days_of(const ActivitySeries& series, DateRange days) {
  std::set<Date> found;
  for (const Record* record : within(series.records, days)) found.insert(record->day());
  return found;
}

std::set<Date> days_of(const Activities& activities, DateRange days) {
  std::set<Date> all;
  for (const ActivitySeries* series : activities) {
    const std::set<Date> some = days_of(*series, days);
    all.insert(some.begin(), some.end());
  }
  return all;
}

bool is_covered(const Activities& activities, Date day) {
  return std::all_of(activities.begin(), activities.end(),
                     [day](const ActivitySeries* series) { return series->covered.contains(day); });
}

struct Counted {
  WeeklyShare weeks;  ///< prompt days among prompt days and code days
  int code = 0;
  int prompts = 0;
};

std::optional<Counted> counted(const Activities& code, const Activities& prompts, DateRange days) {
  const std::set<Date> code_days = days_of(code, days);
  const std::set<Date> prompt_days = days_of(prompts, days);
  Counted result;
  const auto length = static_cast<std::size_t>((days.days() + 6) / 7);
  result.weeks.successes.assign(length, 0);
  result.weeks.trials.assign(length, 0);
  int covered = 0;
  for (int offset = 0; offset < days.days(); ++offset) {
    const Date day = days.from + offset;
    if (!is_covered(code, day) || !is_covered(prompts, day)) continue;
    ++covered;
    const int wrote = code_days.count(day) > 0 ? 1 : 0;
    const int asked = prompt_days.count(day) > 0 ? 1 : 0;
    const auto week = static_cast<std::size_t>(offset / 7);
    result.weeks.successes[week] += asked;
    result.weeks.trials[week] += asked + wrote;
    result.code += wrote;
    result.prompts += asked;
  }
  if (covered < enough_coverage * days.days()) return std::nullopt;
  return result;
}

std::string most_days(const Activities& activities, DateRange days) {
  const auto most = std::max_element(activities.begin(), activities.end(),
                                     [days](const ActivitySeries* a, const ActivitySeries* b) {
                                       return days_of(*a, days).size() < days_of(*b, days).size();
                                     });
  return (*most)->id;
}

Evidence evidence_for(const Activities& code, const Activities& prompts, DateRange days) {
  std::vector<const Record*> records;
  for (const Activities* activities : {&code, &prompts}) {
    for (const ActivitySeries* series : *activities) {
      const std::vector<const Record*> some = within(series->records, days);
      records.insert(records.end(), some.begin(), some.end());
    }
  }
  std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
    return std::pair(a->begin_instant(), a->id) < std::pair(b->begin_instant(), b->id);
  });
  return evidence_of(records);
}

}  // namespace

std::optional<CodeAndPrompts> find_code_and_prompts(const std::vector<ActivitySeries>& all,
                                                    const Assignment& assignment, const Period& period,
                                                    DateRange against) {
  const DateRange lived{period.from, period.lived_to()};
  const Activities prompts = of_kind(all, Kind::Chat);
  const Activities code = code_beside(prompts, of_kind(all, Kind::Commit), assignment);
  if (prompts.empty() || code.empty()) return std::nullopt;
  const auto here = counted(code, prompts, lived);
  const auto there = counted(code, prompts, against);
  if (!here || !there) return std::nullopt;
  const auto share = share_of(here->weeks);
  const auto share_there = share_of(there->weeks);
  if (!share || !share_there) return std::nullopt;
  CodeAndPrompts found;
  found.code = most_days(code, lived);
  found.prompts = most_days(prompts, lived);
  found.code_days = {there->code, here->code};
  found.prompt_days = {there->prompts, here->prompts};
  found.share = {share_there->share, share->share};
  found.low = share->low;
  found.high = share->high;
  found.verdict = difference(*share_there, *share);
  found.evidence = evidence_for(code, prompts, lived);
  return found;
}

}  // namespace hoego
