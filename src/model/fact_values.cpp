#include "model/fact_values.h"

#include <cmath>

#include "story/names.h"

namespace hoego {
namespace {

constexpr double certain_enough = 0.8;

double rounded(double value) {
  return std::round(value * 100) / 100;
}

int percent(double share) {
  return static_cast<int>(std::lround(share * 100));
}

class Values {
 public:
  Values(const Findings& findings, Language language) : findings_(findings), language_(language) {
    FactValues& period = add(period_id(findings.period), "period");
    put_days(period, {findings.period.from, findings.period.to});
    period["looked_back_on"] = findings.period.as_of.iso();
    period["days_left"] = findings.period.days_left();
    for (const Trip& trip : findings.trips) put(trip);
    for (const Activity& activity : findings.activities) put(activity);
    for (const Home& home : findings.homes) put(home);
    for (const Planned& planned : findings.planned) put(planned);
    for (const OpenItem& item : findings.open) put(item);
    for (const ClockFinding& clock : findings.clocks) put(clock);
    for (const Milestone& milestone : findings.milestones) put(milestone);
    for (const Occasion& occasion : findings.firsts) put(occasion, "first time");
    for (const Occasion& occasion : findings.lasts) put(occasion, "last time");
    for (const Best& best : findings.bests) put(best);
    for (const AreaTime& area : findings.areas) put(area);
    for (const Promise& promise : findings.promises) put(promise);
    for (const CoverageFinding& coverage : findings.coverage) put(coverage);
    if (findings.commute) put(*findings.commute);
    if (findings.code_and_prompts) put(*findings.code_and_prompts);
  }

  std::map<std::string, FactValues> take() { return std::move(values_); }

 private:
  FactValues& add(const std::string& id, const char* is) {
    FactValues& values = values_[id];
    values = FactValues::object();
    values["is"] = is;
    return values;
  }

  static void put_days(FactValues& values, DateRange days) {
    values["from"] = days.from.iso();
    values["to"] = days.to.iso();
  }
  static void put_day(FactValues& values, const char* key, const std::optional<Date>& day) {
    if (day) values[key] = day->iso();
  }
  static void put_number(FactValues& values, const char* key, const std::optional<double>& number) {
    if (number) values[key] = rounded(*number);
  }

  std::string activity(const std::string& id) const {
    for (const Activity& one : findings_.activities) {
      if (one.id == id) return activity_name(one, language_);
    }
    return id;
  }
  std::string place(const Spot& spot) const { return place_name(spot.place, language_); }

  void put_cost(const std::string& id, const std::string& of, const std::vector<Money>& cost) {
    if (cost.empty()) return;
    FactValues& values = add(cost_id(id), "cost");
    values["of"] = of;
    for (const Money& money : cost)
      values["sums"].push_back(
          {{"amount", rounded(money.amount)}, {"currency", money.currency}, {"payments", money.payments}});
  }

  void put(const Trip& trip) {
    if (trip.certainty < certain_enough) return;
    FactValues& values = add(trip.id, trip.day_trip ? "day trip" : "trip");
    const std::string name = trip.name.empty() ? trip_name(trip, language_) : title_in_text(trip.name);
    values["name"] = name;
    put_days(values, trip.days);
    values["nights"] = trip.nights;
    values["abroad"] = trip.abroad;
    for (const std::string& country : trip.countries)
      values["countries"].push_back(country_of(country, language_));
    for (const Stay& stay : trip.stays)
      values["places"].push_back(
          {{"name", place(stay.spot)}, {"nights", stay.nights}, {"photos", stay.photos}});
    values["photos"] = trip.photos;
    if (trip.planned) {
      put_day(values, "booked", trip.planned->booked);
      if (trip.planned->delay_hours && std::abs(*trip.planned->delay_hours) >= 1)
        put_number(values, "home_later_than_planned_hours", trip.planned->delay_hours);
    }
    put_cost(trip.id, name, trip.cost);
  }

  void put(const Activity& one) {
    FactValues& values = add(one.id, "activity");
    const std::string name = activity_name(one, language_);
    values["name"] = name;
    values["count"] = one.count;
    put_number(values, "hours", one.hours);
    values["days"] = one.days;
    put_day(values, "first", one.first);
    put_day(values, "last", one.last);
    if (one.longest_streak_weeks > 1) values["weeks_in_a_row"] = one.longest_streak_weeks;
    for (std::size_t i = 0; i < one.by_month.size(); ++i) {
      const int month = findings_.period.from.month() + static_cast<int>(i);
      if (one.by_month[i]) values["by_month"][std::to_string((month - 1) % 12 + 1)] = *one.by_month[i];
    }
    for (const auto& [outcome, count] : one.outcomes) values["outcomes"][outcome] = count;
    if (one.against) put(one, *one.against);
    for (const Change& change : one.changes) put(change, name);
    put_cost(one.id, name, one.cost);
  }

  void put(const Activity& one, const Comparison& against) {
    FactValues& values = add(against_id(one), "comparison");
    values["of"] = activity_name(one, language_);
    values["verdict"] = hoego::name(against.told());
    if (against.told() == Difference::Unknown) return;
    values["now"] = one.count;
    values["same_days_before"] = against.count;
    if (against.told() == Difference::NoClearDifference || against.count == 0) return;
    put_number(values, "times", against.ratio);
    put_number(values, "times_at_least", against.low);
    put_number(values, "times_at_most", against.high);
  }

  void put(const Change& change, const std::string& of) {
    if (change.certainty < certain_enough) return;
    FactValues& values = add(change.id, "change");
    values["of"] = of;
    values["kind"] = hoego::name(change.kind);
    values["around"] = change.date.iso();
    values["between"] = {change.low.iso(), change.high.iso()};
    values["a_week_before"] = rounded(change.before_per_week);
    values["a_week_after"] = rounded(change.after_per_week);
  }

  void put(const Home& home) {
    FactValues& values = add(home.id, "home");
    values["place"] = place(home.spot);
    put_days(values, home.days);
  }

  /// Entries of one name stand together, at the first of them.
  void put(const Planned& planned) {
    const std::string title = title_in_text(planned.title);
    if (!planned.trip) {
      const auto [same, is_first] = named_.emplace("planned " + title, planned.id);
      if (!is_first) {
        values_[same->second]["also_on"].push_back(planned.days.from.iso());
        return;
      }
    }
    FactValues& values = add(planned.id, planned.trip ? "planned trip" : "planned");
    values["title"] = title;
    put_days(values, planned.days);
    if (planned.where) values["place"] = place(*planned.where);
    if (planned.trip) put_day(values, "booked", planned.booked);
  }

  void put(const OpenItem& item) {
    const std::string title = title_in_text(item.title);
    const auto [same, is_first] = named_.emplace((item.asked ? "asked " : "open ") + title, item.id);
    if (!is_first) {
      values_[same->second]["also_since"].push_back(item.since.iso());
      return;
    }
    FactValues& values = add(item.id, item.asked ? "waits for the owner" : "not done yet");
    values["title"] = title;
    values["kind"] = kind_name(item.kind, language_);
    values["since"] = item.since.iso();
  }

  void put(const ClockFinding& clock) {
    FactValues& values = add(clock.id, "camera clock set right");
    values["camera"] = title_in_text(clock.camera);
    values["hours_off"] = rounded(std::abs(clock.shift) / 3600.0);
    values["photos"] = clock.pictures;
  }

  void put(const Milestone& milestone) {
    FactValues& values = add(milestone.id, "anniversary");
    values["name"] = label_in(milestone.label, language_);
    values["date"] = milestone.date.iso();
    values["years"] = milestone.years;
  }

  void put(const Occasion& occasion, const char* is) {
    FactValues& values = add(occasion.id, is);
    const bool country = occasion.subject == Subject::Country;
    values["of"] = country ? country_of(occasion.key, language_) : label_in(occasion.label, language_);
    values["subject"] = hoego::name(occasion.subject);
    values["date"] = occasion.date.iso();
    values["count"] = occasion.count;
    put_day(values, "records_reach_back_to", occasion.reaches_back_to);
  }

  void put(const Best& best) {
    FactValues& values = add(best.id, "record");
    values["what"] = hoego::name(best.what);
    if (!best.activity.empty()) values["of"] = activity(best.activity);
    values["value"] = rounded(best.value);
    put_days(values, best.days);
    put_day(values, "best_since", best.reaches_back_to);
  }

  void put(const AreaTime& area) {
    FactValues& values = add(area_id(area), "area");
    values["name"] = label_in(area.label, language_);
    values["hours"] = rounded(area.hours);
    if (area.share) values["percent_of_hours"] = percent(*area.share);
    if (area.share_of_evenings) {
      values["percent_of_evenings"] = percent(*area.share_of_evenings);
      values["evenings_with_it"] = area.evenings[0];
      values["evenings_known"] = area.evenings[1];
    }
    if (area.against_share_of_evenings)
      values["percent_of_evenings_before"] = percent(*area.against_share_of_evenings);
  }

  void put(const Promise& promise) {
    FactValues& values = add(promise.id, "promise");
    values["text"] = promise.text;
    values["verdict"] = promise.verdict ? hoego::name(*promise.verdict) : "for the owner to judge";
    if (promise.ticked) values["ticked"] = true;
    put_days(values, promise.days);
    put_day(values, "date", promise.date);
    put_number(values, "value", promise.value);
    put_number(values, "target", promise.target);
    if (!promise.unit.empty()) values["unit"] = promise.unit;
    if (promise.periods) {
      values["held"] = promise.periods->held;
      values["held_of"] = promise.periods->of;
    }
    if (!promise.forecast) return;
    put_number(values, "needed_a_week", promise.forecast->needed_per_week);
    put_number(values, "best_a_week", promise.forecast->best_per_week);
    values["chance_percent"] = percent(promise.forecast->chance);
  }

  void put(const CoverageFinding& coverage) {
    FactValues& values = add(coverage.id, "records");
    values["of"] = kind_name(coverage.kind, language_);
    put_days(values, coverage.days);
    for (const DateRange& gap : coverage.gaps) {
      constexpr std::size_t most = 12;
      if (values.value("nothing_known", FactValues::array()).size() < most)
        values["nothing_known"].push_back({gap.from.iso(), gap.to.iso()});
    }
  }

  void put(const Commute& commute) {
    FactValues& values = add(commute.id, "way to work");
    values["hours"] = rounded(commute.hours);
    values["journeys"] = commute.journeys;
    for (const CommuteLeg& leg : commute.by_home)
      values["minutes_one_way"].push_back(std::lround(leg.minutes));
  }

  void put(const CodeAndPrompts& found) {
    FactValues& values = add(found.id, "days of code and of prompts");
    values["code_days_before_and_now"] = found.code_days;
    values["prompt_days_before_and_now"] = found.prompt_days;
    values["verdict"] = hoego::name(found.verdict);
  }

  const Findings& findings_;
  Language language_;
  std::map<std::string, FactValues> values_;
  std::map<std::string, std::string> named_;  ///< title of what is to come or open, id of the first
};

}  // namespace

std::map<std::string, FactValues> fact_values(const Findings& findings, Language language) {
  return Values(findings, language).take();
}

}  // namespace hoego
