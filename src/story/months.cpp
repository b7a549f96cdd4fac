#include "story/months.h"

#include <algorithm>
#include <optional>

namespace hoego {
namespace {

constexpr int least_records = 8;
constexpr int least_months = 3;
constexpr std::size_t most_listed = 6;
constexpr std::size_t most_beside_steady = 4;
constexpr int least_steady = 3;

struct Month {
  Date start;
  int count = 0;
};

bool covered_whole(const Findings& findings, const Activity& activity, DateRange month) {
  const Period& period = findings.period;
  if (month.from < period.from || period.lived_to() < month.to) return false;
  for (Date day = month.from; day <= month.to; day = day + 1) {
    const auto at = static_cast<std::size_t>(day - period.from);
    if (at >= activity.by_day.size() || !activity.by_day[at]) return false;
  }
  return true;
}

/// The whole months from the first with records to the last; nothing where one between them is not known.
std::vector<Month> known_months(const Findings& findings, const Activity& activity) {
  std::vector<std::optional<Month>> all;
  Date start = month_start(findings.period.from);
  for (const auto& count : activity.by_month) {
    const Date next = month_start(start + 31);
    const bool whole = count && covered_whole(findings, activity, {start, next - 1});
    all.push_back(whole ? std::optional(Month{start, *count}) : std::nullopt);
    start = next;
  }
  const auto has = [](const std::optional<Month>& month) { return month && month->count > 0; };
  const auto first = std::find_if(all.begin(), all.end(), has);
  const auto last = std::find_if(all.rbegin(), all.rend(), has).base();
  std::vector<Month> months;
  for (auto it = first; it < last; ++it) {
    if (!*it) return {};
    months.push_back(**it);
  }
  return months;
}

MonthRun run_of(const std::vector<Month>& months, std::size_t from, std::size_t to) {
  MonthRun run{months[from].start, months[to].start, months[from].count, months[from].count, 0};
  for (std::size_t i = from; i <= to; ++i) {
    run.low = std::min(run.low, months[i].count);
    run.high = std::max(run.high, months[i].count);
    ++run.months;
  }
  return run;
}

/// Months of one number that follow each other, without those that have none.
void add_equal_runs(const std::vector<Month>& months, std::size_t from, std::size_t to,
                    std::vector<MonthRun>& runs) {
  for (std::size_t i = from; i < to;) {
    std::size_t end = i;
    while (end + 1 < to && months[end + 1].count == months[i].count) ++end;
    if (months[i].count > 0) runs.push_back(run_of(months, i, end));
    i = end + 1;
  }
}

bool steady(const MonthRun& run) {
  return run.low >= 2 && (2 * run.high <= 3 * run.low || run.high - run.low <= 1);
}

std::vector<MonthRun> with_steady_run(const std::vector<Month>& months) {
  std::size_t from = 0;
  std::size_t to = 0;  // one past the end
  for (std::size_t i = 0; i < months.size(); ++i) {
    for (std::size_t end = i + 1; end <= months.size() && steady(run_of(months, i, end - 1)); ++end) {
      if (end - i > to - from) {
        from = i;
        to = end;
      }
    }
  }
  std::vector<MonthRun> runs;
  if (to - from < static_cast<std::size_t>(least_steady)) return runs;
  add_equal_runs(months, 0, from, runs);
  runs.push_back(run_of(months, from, to - 1));
  add_equal_runs(months, to, months.size(), runs);
  return runs;
}

/// The greatest and the least month where each is alone in being so.
std::vector<MonthRun> greatest_and_least(const std::vector<Month>& months) {
  const auto less = [](const Month& a, const Month& b) { return a.count < b.count; };
  const auto [least, greatest] = std::minmax_element(months.begin(), months.end(), less);
  std::vector<MonthRun> runs;
  for (const auto it : {greatest, least}) {
    const int number = it->count;
    const auto same =
        std::count_if(months.begin(), months.end(), [&](const Month& m) { return m.count == number; });
    if (same == 1) runs.push_back({it->start, it->start, number, number});
  }
  return runs.size() == 2 ? runs : std::vector<MonthRun>{};
}

}  // namespace

MonthShape month_shape(const Findings& findings, const Activity& activity) {
  if (!activity.absence_known || activity.count < least_records) return {};
  const std::vector<Month> months = known_months(findings, activity);
  const auto with_records =
      std::count_if(months.begin(), months.end(), [](const Month& month) { return month.count > 0; });
  if (with_records < least_months) return {};
  std::vector<MonthRun> listed;
  add_equal_runs(months, 0, months.size(), listed);
  const std::vector<MonthRun> stretch = with_steady_run(months);
  if (stretch.size() == 1 && listed.size() > 2) return {MonthShape::Form::Steady, stretch};
  if (listed.size() <= most_listed) return {MonthShape::Form::Listed, listed};
  if (!stretch.empty() && stretch.size() <= most_beside_steady + 1)
    return {MonthShape::Form::Steady, stretch};
  const std::vector<MonthRun> ends = greatest_and_least(months);
  return ends.empty() ? MonthShape{} : MonthShape{MonthShape::Form::Ends, ends};
}

}  // namespace hoego
