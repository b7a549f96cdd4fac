#include <fmt/format.h>

#include <cmath>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

/// Rounded as one says a price: to a hundredth of its size.
double about(double amount) {
  if (amount < 100) return amount;
  const double step = std::pow(10, std::floor(std::log10(amount)) - 2);
  return std::round(amount / step) * step;
}

std::string sums(const std::vector<Money>& cost) {
  std::vector<std::string> items;
  for (const Money& sum : cost) {
    if (sum.amount > 0 && items.size() < 3) items.push_back(money(sum.currency, sum.amount));
  }
  return all_of(items);
}

std::vector<std::string> trip_cost(const Trip& trip) {
  const std::string name = trip_name(trip, Language::English);
  return {fmt::format("What I paid in {}, as far as statements tell, came to {}", name, sums(trip.cost)),
          fmt::format("The statements of the days in {} add up to {}", name, sums(trip.cost))};
}

std::vector<std::string> activity_cost(const Activity& activity) {
  const std::string name = activity_name(activity, Language::English);
  const std::string sum = sums(activity.cost);
  const bool visited = activity.count > 0 && (activity.kind == Kind::Event ||
                                              activity.kind == Kind::Workout || activity.kind == Kind::Visit);
  if (!visited) return {fmt::format("I paid {} for {}", sum, name)};
  const double each = activity.cost.front().amount / activity.count;
  return {fmt::format("I paid {} for {}, about {} each time", sum, name,
                      money(activity.cost.front().currency, about(each)))};
}

std::vector<std::string> prompts(const Activity& activity) {
  const long long each = std::llround(activity.totals.at("characters") / activity.count);
  const double a_day = static_cast<double>(activity.count) / activity.days;
  const std::string many = a_day < 10 ? fmt::format("{:.1f}", a_day) : grouped(std::llround(a_day));
  return {fmt::format("I asked on {}, {} times a day on average, in about {} each time",
                      figure(activity.days, "day"), many, figure(each, "character"))};
}

int outcome(const Activity& activity, const char* what) {
  const auto found = activity.outcomes.find(what);
  return found == activity.outcomes.end() ? 0 : found->second;
}

std::vector<std::string> merged(const Activity& activity) {
  const int done = outcome(activity, "merged");
  const int open = outcome(activity, "open");
  if (done == activity.count) return {"All of them were merged", "Every one of them was merged"};
  const std::string were =
      fmt::format("{} of them {} merged", capitalized(small(done)), done == 1 ? "was" : "were");
  if (open == 0) return {were};
  return {fmt::format("{}, and {} {} still open", were, small(open), open == 1 ? "is" : "are")};
}

std::string kinds_of(const Point& point) {
  int requests = 0;
  int issues = 0;
  for (const OpenItem* item : point.open) ++(item->kind == Kind::PullRequest ? requests : issues);
  std::vector<std::string> items;
  if (requests > 0) items.push_back(counted(requests, "pull request"));
  if (issues > 0) items.push_back(counted(issues, "issue"));
  return all_of(items);
}

std::vector<std::string> open_items(const Point& point, const Setting& setting, bool asked) {
  const OpenItem& item = *point.open.front();
  const std::string what = capitalized(kinds_of(point));
  const bool one = point.open.size() == 1;
  const std::string state =
      asked ? (one ? "waits for me" : "wait for me") : (one ? "is still open" : "are still open");
  return {fmt::format("{} {}, {}“{}” of {}", what, state, one ? "" : "the oldest being ",
                      title_in_text(item.title), date(item.since, setting.year))};
}

}  // namespace

std::vector<std::string> account_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::TripCost:
      return trip_cost(*point.trips[0]);
    case Topic::Cost:
      return activity_cost(*point.activities[0]);
    case Topic::Prompts:
      return prompts(*point.activities[0]);
    case Topic::Merged:
      return merged(*point.activities[0]);
    default:
      return open_items(point, setting, point.topic == Topic::Asked);
  }
}

}  // namespace hoego::en
