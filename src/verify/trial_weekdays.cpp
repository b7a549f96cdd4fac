#include <algorithm>

#include "verify/trial.h"

namespace hoego {

/// The days of the week that a number is said of: in Korean those before it, in English those behind it
/// before those.
const SaidWeekdays* Trial::weekdays_of(std::size_t amount) const {
  const auto& amounts = said_.amounts();
  if (!said_.korean() && said_.is_whole(amount)) return nullptr;
  const bool part = !said_.korean() && amount + 1 < amounts.size() && said_.is_whole(amount + 1);
  const std::size_t next = amount + (part ? 2 : 1);
  const std::size_t left = amount > 0 ? amounts[amount - 1].end : 0;
  const std::size_t right = next < amounts.size() ? amounts[next].at : said_.folded().size();
  const SaidWeekdays* before = nullptr;
  const SaidWeekdays* behind = nullptr;
  for (const SaidWeekdays& one : said_.weekdays()) {
    if (one.end <= amounts[amount].at && one.at >= left) before = &one;
    if (one.at >= amounts[amount].end && one.end <= right && behind == nullptr) behind = &one;
  }
  if (said_.korean()) return before;
  return behind != nullptr ? behind : before;
}

/// How often it came on some days of the week, where all that is counted has its day.
std::optional<int> Trial::count_on(const Activity& activity, const SaidWeekdays& weekdays,
                                   DateRange days) const {
  const Period& period = known_.findings.period;
  int all = 0;
  int found = 0;
  for (std::size_t i = 0; i < activity.by_day.size(); ++i) {
    const Date day = period.from + static_cast<int>(i);
    const int count = activity.by_day[i].value_or(0);
    all += count;
    if (weekdays.holds(day) && days.contains(day)) found += count;
  }
  return all == activity.count && all > 0 ? std::optional(found) : std::nullopt;
}

/// "드럼은 주말에만 78번", "fourteen visits on a Monday".
std::optional<Trial::Finding> Trial::on_weekdays(std::size_t amount, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  const SaidWeekdays* weekdays = weekdays_of(amount);
  if (weekdays == nullptr || said.per) return std::nullopt;
  DateRange range{known_.findings.period.from, known_.findings.period.lived_to()};
  const std::vector<std::size_t> days = said_.days_of(amount);
  if (!days.empty()) range = said_range(days.front());
  for (const Activity& activity : known_.findings.activities) {
    NumberFact fact;
    fact.of = {"activity:" + activity.id};
    fact.units = units_of(activity.kind);
    if (!meet(fact.of, keys) || !unit_fits(amount, fact)) continue;
    const auto count = count_on(activity, *weekdays, range);
    if (!count) continue;
    Finding found;
    found.finding = activity.id;
    found.scoped = true;
    found.standing = fits(said, *count) ? Standing::Agrees : Standing::Differs;
    found.found = told(amount, *count);
    return found;
  }
  return std::nullopt;
}

/// "3월 15일 금요일", "posts went up on Sundays", "토요일에 올린 PR은 없다": days of the week of which no
/// number is said.
void Trial::weekdays(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  for (const SaidWeekdays& one : said_.weekdays()) {
    const bool in_date = std::any_of(said_.days().begin(), said_.days().end(), [&one](const SaidDays& day) {
      return day.at <= one.at && one.end <= day.end;
    });
    if (in_date) continue;
    const bool counted = std::any_of(said_.amounts().begin(), said_.amounts().end(),
                                     [](const Amount& amount) { return !amount.none; });
    VerifiedPart part;
    part.stated = Stated::Date;
    part.at = one.at;
    part.end = one.end;
    const auto dated = std::find_if(said_.days().begin(), said_.days().end(), [&](const SaidDays& day) {
      const bool beside = day.end + 1 == one.at || one.end + 1 == day.at || one.end + 2 == day.at;
      return beside && day.fineness == Fineness::Day;
    });
    if (dated != said_.days().end()) {
      part.standing = one.holds(dated->days.from) ? Standing::Agrees : Standing::Differs;
      to.push_back(part);
      continue;
    }
    if (counted) continue;
    const Cues cues = said_.all_cues();
    const bool none = cues.any_of({Cue::Negative, Cue::None}) || !said_.amounts().empty();
    const bool only = text.find("모두") != std::string_view::npos ||
                      text.find("all ") != std::string_view::npos ||
                      text.find("every ") != std::string_view::npos;
    for (const Keys& keys : tiers_around({one.at, one.end})) {
      const auto activity =
          std::find_if(known_.findings.activities.begin(), known_.findings.activities.end(),
                       [&](const Activity& other) { return meet({"activity:" + other.id}, keys); });
      if (activity == known_.findings.activities.end()) continue;
      const Period& period = known_.findings.period;
      const auto count = count_on(*activity, one, {period.from, period.lived_to()});
      if (!count) break;
      part.finding = activity->id;
      const bool so = none ? *count == 0 : only ? *count == activity->count : *count > 0;
      part.standing = so ? Standing::Agrees : Standing::Differs;
      to.push_back(part);
      break;
    }
  }
}

}  // namespace hoego
