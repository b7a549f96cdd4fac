#include "promises/check_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/letters.h"

namespace hoego {
namespace {

constexpr std::array<std::string_view, 5> words_alone = {"trips", "countries", "steps", "commute", ""};

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string measure_text(const Measure& measure) {
  std::string name = name_text(measure.name);
  switch (measure.kind) {
    case MeasureKind::Count:
      return name;
    case MeasureKind::Hours:
      return "hours of " + name;
    case MeasureKind::Days:
      return "days of " + name;
    case MeasureKind::Distance:
      return "distance of " + name;
    case MeasureKind::Cost:
      return "cost of " + name;
    case MeasureKind::LongestStreak:
      return "longest streak of " + name;
    case MeasureKind::Share:
      return "share of " + name +
             (measure.within == Within::Evenings   ? " in evenings"
              : measure.within == Within::Weekends ? " in weekends"
                                                   : "");
    case MeasureKind::Trips:
      return "trips";
    case MeasureKind::DayTrips:
      return "day trips";
    case MeasureKind::NightsAway:
      return "nights away";
    case MeasureKind::Countries:
      return "countries";
    case MeasureKind::Steps:
      return "steps";
    case MeasureKind::Commute:
      return "commute";
    case MeasureKind::CostOfTrips:
      return "cost of trips";
  }
  return {};
}

std::string filter_text(const Filter& filter) {
  std::string out;
  if (filter.abroad) out += " abroad";
  if (!filter.in.empty()) out += fmt::format(" in {}", fmt::join(filter.in, ","));
  if (!filter.except.empty()) out += fmt::format(" except {}", fmt::join(filter.except, ","));
  for (std::size_t i = 0; i < filter.where.size(); ++i)
    out += fmt::format(" where {} ~ {}", filter.where[i].first, in_quotes(filter.expressions[i]));
  return out;
}

std::string_view operator_text(Op op) {
  switch (op) {
    case Op::AtLeast:
      return ">=";
    case Op::AtMost:
      return "<=";
    case Op::More:
      return ">";
    case Op::Less:
      return "<";
    case Op::Equal:
      return "=";
  }
  return {};
}

std::string value_with_unit(const Check& check) {
  if (check.last_year) return "last year";
  const std::string value = value_text(check.value);
  return check.unit.empty() ? value : value + " " + check.unit;
}

std::string pace_text(const Check& check) {
  if (check.pace == CheckPace::None) return {};
  return fmt::format(" {} {}", check.pace == CheckPace::Per ? "per" : "every",
                     check.every == CheckUnit::Day    ? "day"
                     : check.every == CheckUnit::Week ? "week"
                                                      : "month");
}

}  // namespace

std::string name_text(std::string_view name) {
  const bool plain = name.find_first_of(" \t\",~<>=") == std::string_view::npos;
  const std::string small = small_letters(name);
  const bool reserved = std::find(words_alone.begin(), words_alone.end(), small) != words_alone.end();
  return plain && !reserved ? std::string(name) : in_quotes(name);
}

std::string value_text(double value) {
  std::array<char, 400> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return {digits.data(), end.ptr};
}

std::string text_of(const Check& check) {
  return fmt::format("{}{} {} {}{}{}", measure_text(check.measure), filter_text(check.filter),
                     operator_text(check.op), value_with_unit(check), pace_text(check),
                     check.by ? " by " + check.by->iso() : "");
}

}  // namespace hoego
