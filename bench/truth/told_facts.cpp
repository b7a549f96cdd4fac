#include "bench/truth/told_facts.h"

#include <algorithm>
#include <array>

#include "bench/truth/told_facts_parts.h"

namespace hoego::truth {

std::string_view name(Falsehood falsehood) {
  constexpr std::array<std::string_view, 6> names = {"month",     "count by one", "country or town",
                                                     "direction", "unit",         "person"};
  return names.at(static_cast<std::size_t>(falsehood));
}

Value Value::of(double number) {
  Value value;
  value.number = number;
  return value;
}

Value Value::of(Date day) {
  Value value;
  value.is = Is::Day;
  value.day = day;
  return value;
}

Value Value::of(const Label& name) {
  Value value;
  value.is = Is::Name;
  value.name = name;
  return value;
}

Value Value::of_month(int month) {
  Value value;
  value.is = Is::Month;
  value.month = month;
  return value;
}

namespace parts {

Told count(double number, const std::vector<double>& not_these) {
  Told told{Value::of(number)};
  for (const double other : {number + 1, number - 1}) {
    const bool is_true_of_something = std::find(not_these.begin(), not_these.end(), other) != not_these.end();
    if (other >= 1 && !is_true_of_something) told.wrong.push_back({Falsehood::Count, Value::of(other)});
  }
  return told;
}

Told count_or_less(double number) {
  return count(number, {number - 1});
}

Told month(int number, const std::vector<int>& otherwise) {
  Told told{Value::of_month(number)};
  for (const int other : otherwise) told.wrong.push_back({Falsehood::Month, Value::of_month(other)});
  return told;
}

Told day(Date date, int last, const std::vector<int>& not_these) {
  Told told{Value::of(date)};
  for (int month = 1; month <= last; ++month) {
    const auto other = Date::from_ymd(date.year(), month, date.day());
    const bool left_out = std::find(not_these.begin(), not_these.end(), month) != not_these.end();
    if (other && month != date.month() && !left_out)
      told.wrong.push_back({Falsehood::Month, Value::of(*other)});
  }
  return told;
}

Told name(const Label& label) {
  return {Value::of(label)};
}

}  // namespace parts

std::vector<Fact> facts_of(const Findings& findings) {
  std::vector<Fact> facts;
  parts::add_activities(findings, facts);
  parts::add_changes(findings, facts);
  parts::add_bests(findings, facts);
  parts::add_journeys(findings, facts);
  parts::add_occasions(findings, facts);
  return facts;
}

}  // namespace hoego::truth
