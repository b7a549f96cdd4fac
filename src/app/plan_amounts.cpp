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

}  // namespace

std::string amount_in(const Check& check, double value, Language language) {
  const std::string number = grouped_number(value);
  const MeasureKind what = check.measure.kind;
  const bool korean = language == Language::Korean;
  if (what == MeasureKind::Cost || what == MeasureKind::CostOfTrips)
    return korean && check.unit == "KRW" ? number + "원" : number + " " + check.unit;
  if (korean) return number + std::string(counter(what, kind_of(check)));
  const std::string_view noun = hoego::noun(what, kind_of(check));
  if (noun == "time" && (value == 1 || value == 2)) return en::times(static_cast<long long>(value));
  const bool measure = what == MeasureKind::Distance || what == MeasureKind::Share;
  return fmt::format("{} {}", number, value == 1 || measure ? std::string(noun) : en::plural(noun));
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
