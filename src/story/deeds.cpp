#include "story/deeds.h"

#include <algorithm>
#include <cstdlib>

namespace hoego {
namespace {

constexpr int least_silence = 42;

}  // namespace

bool is_deed(Kind kind) {
  return kind != Kind::Sleep && kind != Kind::Measurement && kind != Kind::Expense && kind != Kind::Message &&
         kind != Kind::Comment;
}

bool remarkable_silence(const Findings& findings, const Activity& activity) {
  const int silence = silent_days(findings, activity);
  if (silence < least_silence || activity.count < 3 || !activity.first || !activity.last) return false;
  const double usual = static_cast<double>(*activity.last - *activity.first) / (activity.count - 1);
  return silence > 4 * usual;
}

const Activity* longest_silence(const Findings& findings) {
  const Activity* longest = nullptr;
  for (const Activity& activity : findings.activities) {
    if (!is_deed(activity.kind) || !remarkable_silence(findings, activity)) continue;
    if (!longest || silent_days(findings, activity) > silent_days(findings, *longest)) longest = &activity;
  }
  return longest;
}

bool all_or_none(const Activity& activity) {
  const auto& against = activity.against;
  return against && (activity.count == 0 || against->count == 0) &&
         (against->verdict == Difference::More || against->verdict == Difference::Less);
}

int silent_days(const Findings& findings, const Activity& activity) {
  if (!activity.absence_known || !activity.last || *activity.last < findings.period.from) return 0;
  const int from = *activity.last - findings.period.from + 1;
  const int to = findings.period.lived_to() - findings.period.from;
  for (int i = from; i <= to; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (at >= activity.by_day.size() || !activity.by_day[at]) return 0;
  }
  return std::max(0, to - from + 1);
}

bool late_first(const Findings& findings, const Activity& activity) {
  if (!activity.absence_known || !activity.first || *activity.first - findings.period.from < 31) return false;
  const int until = *activity.first - findings.period.from;
  for (int i = 0; i < until; ++i) {
    if (static_cast<std::size_t>(i) >= activity.by_day.size() ||
        !activity.by_day[static_cast<std::size_t>(i)]) {
      return false;
    }
  }
  return true;
}

bool unequal_cover(const Comparison& against) {
  return std::abs(against.covered_days[0] - against.covered_days[1]) * 20 > against.covered_days[1];
}

}  // namespace hoego
