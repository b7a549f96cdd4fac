#include "sources/photos_moment.h"

#include <array>
#include <cstdlib>
#include <string>

#include "base/text.h"

namespace hoego {
namespace {

constexpr int first_photograph = 1826;
constexpr int last_year = 2099;

/// The number of exactly `count` digits at `at`, which then moves behind them.
std::optional<int> digits(std::string_view text, std::size_t& at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i, ++at) {
    if (at >= text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
    value = value * 10 + (text[at] - '0');
  }
  return value;
}

bool skip_one_of(std::string_view text, std::size_t& at, std::string_view set) {
  if (at >= text.size() || set.find(text[at]) == std::string_view::npos) return false;
  ++at;
  return true;
}

/// `12:01:02`, `12:01`; -1 where it is written wrong.
int second_of_day(std::string_view text, std::size_t& at) {
  const auto hour = digits(text, at, 2);
  if (!hour || !skip_one_of(text, at, ":.")) return -1;
  const auto minute = digits(text, at, 2);
  if (!minute || *hour > 23 || *minute > 59) return -1;
  int second = 0;
  if (skip_one_of(text, at, ":.")) {
    const auto read = digits(text, at, 2);
    if (!read || *read > 60) return -1;
    second = *read == 60 ? 59 : *read;  // a leap second has no place on this time line
  }
  if (skip_one_of(text, at, ".,")) {
    while (skip_one_of(text, at, "0123456789")) continue;
  }
  return *hour * 3600 + *minute * 60 + second;
}

/// Something is written, but it is no moment.
Moment no_moment() {
  return {std::nullopt, true};
}

std::string without_padding(std::string_view text) {
  return trim(text.substr(0, text.find('\0')));
}

}  // namespace

Moment moment(std::string_view text, std::string_view offset) {
  const std::string stated = without_padding(text);
  if (stated.find_first_of("0123456789") == std::string::npos) return {};
  std::size_t at = 0;
  const auto year = digits(stated, at, 4);
  if (!year) return no_moment();
  if (at == stated.size()) return {};
  skip_one_of(stated, at, ":-/.");
  const auto month = digits(stated, at, 2);
  if (!month) return no_moment();
  if (at == stated.size()) return {};
  skip_one_of(stated, at, ":-/.");
  const auto day = digits(stated, at, 2);
  if (!day || *year < first_photograph || *year > last_year) return no_moment();
  const auto date = Date::from_ymd(*year, *month, *day);
  if (!date) return no_moment();
  if (at == stated.size()) return {When::on(*date), false};
  if (!skip_one_of(stated, at, " T:")) return no_moment();
  const int second = second_of_day(stated, at);
  if (second < 0) return no_moment();
  const WallTime wall = WallTime::at(*date, second);
  auto distance = Offset::parse(trim(std::string_view(stated).substr(at)));
  if (!distance) distance = Offset::parse(without_padding(offset));
  return {distance ? When::at(wall, *distance) : When::floating(wall), false};
}

std::optional<Offset> offset_between(WallTime wall, Instant utc) {
  // Half and quarter hours that clocks are really set to (IANA tzdata, zones since 1990), in minutes.
  constexpr std::array odd = {-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 585, 630, 690, 765, 825};
  constexpr std::int64_t minute = 60;
  constexpr std::int64_t hour = 60 * minute;
  constexpr std::int64_t quarter = 15 * minute;
  const std::int64_t difference = wall.seconds - utc.seconds;
  if (std::llabs(difference) > 15 * hour) return std::nullopt;
  const std::int64_t half = difference < 0 ? -quarter / 2 : quarter / 2;
  const std::int64_t rounded = (difference + half) / quarter * quarter;
  if (std::llabs(difference - rounded) > 2 * minute || std::llabs(rounded) > 14 * hour) return std::nullopt;
  bool used = rounded % hour == 0;
  for (const int minutes : odd) used = used || rounded == minutes * minute;
  if (!used) return std::nullopt;
  return Offset{static_cast<std::int32_t>(rounded)};
}

}  // namespace hoego
