#include "analysis/trip_plans.h"

#include <algorithm>
#include <iterator>

#include "analysis/trips.h"

namespace hoego {
namespace {

int days_in_common(DateRange a, DateRange b) {
  const auto common = intersect(a, b);
  return common ? common->days() : 0;
}

/// The calendar entry that tells most of the trip beforehand.
const Record* plan_of(const Timeline& timeline, DateRange days, const Home* home, const Places& atlas) {
  const Record* best = nullptr;
  int most = 0;
  for (const Record* event : timeline.on({days.from - 40, days.to})) {
    if (event->kind != Kind::Event || !event->mine || !still_stands(*event)) continue;
    const DateRange entered{event->day(), event->last_day()};
    if (entered.days() < 2 || entered.days() > days.days() + 6 || !tells_of_a_trip(*event, home, atlas))
      continue;
    const int common = days_in_common(entered, days);
    if (common > most) {
      most = common;
      best = event;
    }
  }
  return most * 2 >= days.days() ? best : nullptr;
}

Offset offset_at_home(const Journey& journey) {
  return (journey.before ? *journey.before : journey.away.front()).record->offset;
}

}  // namespace

Plan plan_from(const Record& event, Offset home) {
  Plan plan;
  plan.title = event.title;
  plan.days = {event.day(), event.last_day()};
  plan.booked = booked_on(event, home);
  if (plan.booked && *plan.booked > plan.days.from) plan.booked.reset();  // entered afterwards
  return plan;
}

/// What tickets alone tell beforehand: from the first departure to the last landing.
Plan plan_from(const std::vector<Leg>& tickets) {
  Plan plan;
  plan.title = tickets.front().record->title;
  plan.days = {tickets.front().departs_on, tickets.front().lands_on};
  for (const Leg& ticket : tickets) plan.days.to = std::max(plan.days.to, ticket.lands_on);
  return plan;
}

Entered entered_for(const Journey& journey, const Timeline& timeline, const Home* home, const Places& atlas) {
  Entered entered;
  entered.event = plan_of(timeline, journey.days, home, atlas);
  entered.legs = legs_of(timeline, journey.days, offset_at_home(journey));
  std::copy_if(entered.legs.begin(), entered.legs.end(), std::back_inserter(entered.tickets),
               [](const Leg& leg) { return leg.record->kind == Kind::Reservation; });
  return entered;
}

int date_by_plan(Journey& journey, const Entered& entered) {
  std::optional<Date> out;
  std::optional<Date> back;
  if (entered.event != nullptr) {
    if (journey.departs.contains(entered.event->day())) out = entered.event->day();
    if (journey.returns.contains(entered.event->last_day())) back = entered.event->last_day();
  }
  for (auto leg = entered.tickets.rbegin(); leg != entered.tickets.rend(); ++leg) {
    if (leg->departs <= journey.away.front().time && journey.departs.contains(leg->departs_on))
      out = leg->departs_on;
  }
  for (const Leg& leg : entered.tickets) {
    if (leg.lands >= journey.away.back().time && journey.returns.contains(leg.lands_on)) back = leg.lands_on;
  }
  if (out && journey.departs.days() > 1) journey.days.from = *out;
  if (back && journey.returns.days() > 1) journey.days.to = std::max(*back, journey.days.from);
  return (out && *out == journey.days.from ? 1 : 0) + (back && *back == journey.days.to ? 1 : 0);
}

std::optional<Plan> plan_for(const Journey& journey, const Entered& entered, const Timeline& timeline,
                             std::vector<const Record*>& told_by) {
  const std::vector<Leg>& tickets = entered.tickets;
  std::optional<Plan> plan;
  if (entered.event != nullptr) {
    plan = plan_from(*entered.event, offset_at_home(journey));
    told_by.push_back(entered.event);
  } else if (!tickets.empty()) {
    plan = plan_from(tickets);
  }
  if (!plan) return plan;
  for (const Leg& ticket : tickets) {
    told_by.push_back(ticket.record);
    const bool earlier = ticket.booked && (!plan->booked || *ticket.booked < *plan->booked);
    if (earlier && *ticket.booked <= plan->days.from) plan->booked = ticket.booked;
  }
  for (const Record* reserved : reservations_on(timeline, journey.days)) told_by.push_back(reserved);
  plan->delay_hours = delay_of(journey, entered.legs);
  return plan;
}

}  // namespace hoego
