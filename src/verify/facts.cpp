#include "verify/facts.h"

#include <algorithm>

namespace hoego {

std::vector<SaidUnit> units_of(Kind kind) {
  switch (kind) {
    case Kind::Photo:
      return {SaidUnit::Photo, SaidUnit::Bare};
    case Kind::Video:
      return {SaidUnit::Item, SaidUnit::Piece, SaidUnit::Video, SaidUnit::Bare};
    case Kind::Commit:
      return {SaidUnit::Item, SaidUnit::Commit, SaidUnit::Time, SaidUnit::Bare};
    case Kind::PullRequest:
    case Kind::Issue:
      return {SaidUnit::Case, SaidUnit::Item, SaidUnit::Bare};
    case Kind::Review:
      return {SaidUnit::Time, SaidUnit::Case, SaidUnit::Review, SaidUnit::Item, SaidUnit::Bare};
    case Kind::Comment:
      return {SaidUnit::Item, SaidUnit::Bare, SaidUnit::Other};
    case Kind::Post:
      return {SaidUnit::Piece, SaidUnit::Post, SaidUnit::Item, SaidUnit::Bare};
    case Kind::Note:
      return {SaidUnit::Item, SaidUnit::Piece, SaidUnit::Post, SaidUnit::Bare};
    case Kind::Book:
      return {SaidUnit::Book, SaidUnit::Bare};
    case Kind::Paper:
      return {SaidUnit::Piece, SaidUnit::Paper, SaidUnit::Bare};
    case Kind::Listen:
      return {SaidUnit::Time, SaidUnit::Song, SaidUnit::Bare};
    case Kind::Watch:
      return {SaidUnit::Time, SaidUnit::Piece, SaidUnit::Video, SaidUnit::Bare};
    case Kind::Chat:
      return {SaidUnit::Item, SaidUnit::Chat, SaidUnit::Time, SaidUnit::Bare};
    case Kind::Message:
      return {SaidUnit::Item, SaidUnit::Message, SaidUnit::Case, SaidUnit::Bare};
    case Kind::Visit:
      return {SaidUnit::Time, SaidUnit::Place, SaidUnit::Bare};
    case Kind::Expense:
    case Kind::Reservation:
      return {SaidUnit::Case, SaidUnit::Item, SaidUnit::Time, SaidUnit::Bare};
    default:
      return {SaidUnit::Time, SaidUnit::Bare};
  }
}

std::vector<std::size_t> facts_under(const std::map<std::string, std::vector<std::size_t>>& by_key,
                                     const std::vector<std::string>& keys) {
  std::vector<std::size_t> all;
  const auto take = [&](const std::string& key) {
    const auto found = by_key.find(key);
    if (found != by_key.end()) all.insert(all.end(), found->second.begin(), found->second.end());
  };
  if (keys.empty()) take("");
  for (const std::string& key : keys) take(key);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

namespace {

/// What is recorded of some days where not every day is known; 0 where that is not all there is.
int recorded_in(const Activity& activity, DateRange days, const Period& period) {
  int all = 0;
  int found = 0;
  for (std::size_t i = 0; i < activity.by_day.size(); ++i) {
    const int count = activity.by_day[i].value_or(0);
    all += count;
    if (days.contains(period.from + static_cast<int>(i))) found += count;
  }
  return all == activity.count ? found : 0;
}

}  // namespace

std::optional<int> count_in(const Activity& activity, DateRange days, const Period& period) {
  const auto lived = intersect(days, {period.from, period.lived_to()});
  if (!lived || days.from < period.from) return std::nullopt;
  int by_day = 0;
  bool known = !activity.by_day.empty();
  for (Date day = lived->from; known && day <= lived->to; day = day + 1) {
    const auto at = static_cast<std::size_t>(day - period.from);
    known = at < activity.by_day.size() && activity.by_day[at].has_value();
    if (known) by_day += *activity.by_day[at];
  }
  // Whole months are told by their own numbers, which tell of photos too.
  const bool whole = lived->from == month_start(lived->from) &&
                     (lived->to == period.lived_to() || month_start(lived->to + 1) == lived->to + 1);
  if (whole && !activity.by_month.empty()) {
    int sum = 0;
    bool all = true;
    for (Date month = lived->from; month <= lived->to; month = month_start(month + 31)) {
      const int index = (month.year() - period.from.year()) * 12 + month.month() - period.from.month();
      const auto at = static_cast<std::size_t>(index);
      all = all && at < activity.by_month.size() && activity.by_month[at].has_value();
      if (!all) break;
      sum += *activity.by_month[at];
    }
    if (all) return sum;
  }
  if (known) return by_day;
  const int recorded = recorded_in(activity, *lived, period);
  return recorded > 0 ? std::optional(recorded) : std::nullopt;
}

Facts facts_of(const Findings& findings) {
  Facts all;
  add_activity_facts(findings, all);
  add_trip_facts(findings, all);
  add_place_orders(findings, all);
  add_travel_totals(findings, all);
  add_promise_facts(findings, all);
  add_time_facts(findings, all);
  add_occasion_facts(findings, all);
  add_ahead_facts(findings, all);
  add_limit_facts(findings, all);
  const auto index = [](const auto& facts, auto& by_key) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i].of.empty()) by_key[""].push_back(i);
      for (const std::string& key : facts[i].of) by_key[key].push_back(i);
    }
  };
  index(all.numbers, all.numbers_of);
  index(all.dates, all.dates_of);
  return all;
}

}  // namespace hoego
