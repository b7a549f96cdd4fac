#include <fmt/format.h>

#include <array>
#include <cmath>

#include "story/ko_deeds.h"
#include "story/ko_numbers.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

std::string with(std::string_view stem, Particle particle) {
  return with_particle(stem, particle);
}

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
  const std::string sum = sums(trip.cost);
  const std::string name = trip_name(trip, Language::Korean);
  return {fmt::format("{}에서 쓴 돈은 내역에 남은 것만 {}", name, with(sum, Particle::Was)),
          fmt::format("{}에서의 지출 내역을 더하면 {}", name, with(sum, Particle::Was))};
}

std::vector<std::string> activity_cost(const Activity& activity, const Setting& setting) {
  const std::string name = activity_name(activity, Language::Korean);
  const std::string sum = sums(activity.cost);
  const bool visited = activity.count > 0 && (activity.kind == Kind::Event ||
                                              activity.kind == Kind::Workout || activity.kind == Kind::Visit);
  if (!visited) return {fmt::format("{}에 쓴 돈은 {}", name, be(sum, setting))};
  const double each = activity.cost.front().amount / activity.count;
  const std::string price = money(activity.cost.front().currency, about(each));
  const std::string time = deed(activity).to_a_place ? "한 번 갈 때마다" : "한 번에";
  return {fmt::format("{}에 쓴 돈은 {}, {} {}꼴이에요", name, sum, time, price)};
}

std::vector<std::string> prompts(const Activity& activity) {
  const long long each = std::llround(activity.totals.at("characters") / activity.count);
  const double a_day = static_cast<double>(activity.count) / activity.days;
  const std::string many = a_day < 10 ? fmt::format("{:.1f}개", a_day) : figure(std::llround(a_day), "개");
  return {fmt::format("물어본 날은 {}, 그런 날에는 평균 {} 물었고 한 번에 {}쯤 적었어요",
                      figure(activity.days, "일"), with(many, Particle::Object), figure(each, "자"))};
}

int outcome(const Activity& activity, const char* what) {
  const auto found = activity.outcomes.find(what);
  return found == activity.outcomes.end() ? 0 : found->second;
}

std::vector<std::string> merged(const Activity& activity) {
  const int done = outcome(activity, "merged");
  const int open = outcome(activity, "open");
  const std::string_view one = counter(activity.kind);
  if (done == activity.count) return {"올린 것은 모두 합쳐졌어요", "하나도 남김없이 모두 합쳐졌어요"};
  const std::string merged = with(figure(done, one), Particle::Subject);
  if (open == 0) return {fmt::format("그 가운데 {} 합쳐졌어요", merged)};
  return {fmt::format("그 가운데 {} 합쳐졌고, {} 아직 열려 있어요", merged,
                      with(figure(open, one), Particle::Topic))};
}

/// PR 두 건, 이슈 한 건.
std::string kinds_of(const Point& point) {
  int requests = 0;
  int issues = 0;
  for (const OpenItem* item : point.open) ++(item->kind == Kind::PullRequest ? requests : issues);
  std::vector<std::string> items;
  if (requests > 0) items.push_back("PR " + counted(requests, "건"));
  if (issues > 0) items.push_back("이슈 " + counted(issues, "건"));
  return all_of(items);
}

std::string oldest(const Point& point, const Setting& setting) {
  const OpenItem& item = *point.open.front();
  return fmt::format("{}에 올라온 “{}”", date(item.since, setting.year), title_in_text(item.title));
}

std::vector<std::string> open_items(const Point& point, const Setting& setting, bool asked) {
  const std::string what = kinds_of(point);
  const std::string head = asked ? "내 차례를 기다리는 것은" : "아직 열려 있는 것은";
  if (point.open.size() == 1) {
    return {fmt::format("{} {}, {}", head, what, be(oldest(point, setting), setting))};
  }
  return {fmt::format("{} {}, 가장 오래된 것은 {}", head, what, be(oldest(point, setting), setting))};
}

}  // namespace

std::vector<std::string> account_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::TripCost:
      return trip_cost(*point.trips[0]);
    case Topic::Cost:
      return activity_cost(*point.activities[0], setting);
    case Topic::Prompts:
      return prompts(*point.activities[0]);
    case Topic::Merged:
      return merged(*point.activities[0]);
    default:
      return open_items(point, setting, point.topic == Topic::Asked);
  }
}

}  // namespace hoego::ko
