#include "app/plan_amounts.h"

#include <fmt/format.h>

#include "analysis/activities.h"
#include "promises/promise_words.h"
#include "story/en_numbers.h"
#include "story/ko_numbers.h"
#include "story/names.h"

namespace hoego {
namespace {

/// What an activity counts: events are times.
Kind kind_of(const Check& check) {
  for (const KindActivity& kind : kind_activities()) {
    if (kind.id == check.measure.name) return kind.kind;
  }
  return Kind::Event;
}

std::string counter_in_korean(const Check& check) {
  switch (check.measure.kind) {
    case MeasureKind::Count: {
      const Kind kind = kind_of(check);
      return kind == Kind::Event ? "번" : std::string(counter(kind));
    }
    case MeasureKind::Hours:
    case MeasureKind::Commute:
      return "시간";
    case MeasureKind::Days:
      return "일";
    case MeasureKind::Distance:
      return "km";
    case MeasureKind::Cost:
    case MeasureKind::CostOfTrips:
      return check.unit == "KRW" ? "원" : " " + check.unit;
    case MeasureKind::LongestStreak:
      return "주";
    case MeasureKind::Share:
      return "%";
    case MeasureKind::Trips:
    case MeasureKind::DayTrips:
      return "번";
    case MeasureKind::NightsAway:
      return "박";
    case MeasureKind::Countries:
      return "개국";
    case MeasureKind::Steps:
      return "걸음";
  }
  return {};
}

std::string noun_in_english(const Check& check) {
  switch (check.measure.kind) {
    case MeasureKind::Count: {
      const Kind kind = kind_of(check);
      return kind == Kind::Event ? "time" : std::string(noun(kind));
    }
    case MeasureKind::Hours:
    case MeasureKind::Commute:
      return "hour";
    case MeasureKind::Days:
      return "day";
    case MeasureKind::LongestStreak:
      return "week";
    case MeasureKind::Trips:
      return "trip";
    case MeasureKind::DayTrips:
      return "day trip";
    case MeasureKind::NightsAway:
      return "night";
    case MeasureKind::Countries:
      return "country";
    case MeasureKind::Steps:
      return "step";
    default:
      return {};
  }
}

}  // namespace

std::string amount_in(const Check& check, double value, Language language) {
  const std::string number = grouped_number(value);
  if (language == Language::Korean) return number + counter_in_korean(check);
  const std::string noun = noun_in_english(check);
  if (noun == "time" && (value == 1 || value == 2)) return en::times(static_cast<long long>(value));
  if (!noun.empty()) return fmt::format("{} {}", number, value == 1 ? noun : en::plural(noun));
  if (check.measure.kind == MeasureKind::Share) return number + " percent";
  return fmt::format("{} {}", number, check.measure.kind == MeasureKind::Distance ? "km" : check.unit);
}

std::string pace_in(const Check& check, Language language) {
  const bool korean = language == Language::Korean;
  switch (check.every) {
    case CheckUnit::Day:
      return korean ? "하루에 " : " a day";
    case CheckUnit::Week:
      return korean ? "한 주에 " : " a week";
    case CheckUnit::Month:
      return korean ? "한 달에 " : " a month";
  }
  return {};
}

std::string unit_in(CheckUnit unit, int count, Language language) {
  const bool korean = language == Language::Korean;
  if (!korean)
    return en::figure(count, unit == CheckUnit::Day ? "day" : unit == CheckUnit::Week ? "week" : "month");
  switch (unit) {
    case CheckUnit::Day:
      return fmt::format("{}일", count);
    case CheckUnit::Week:
      return fmt::format("{}주", count);
    case CheckUnit::Month:
      return ko::counted(count, "달");
  }
  return {};
}

}  // namespace hoego
