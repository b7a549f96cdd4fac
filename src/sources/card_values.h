#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace hoego::card {

/// What a cell of a statement says of a moment.
struct Stated {
  Date day;
  std::optional<int> second;  ///< of the day; nothing where no clock is stated
};

/// How days are written that do not begin with a year of four digits.
enum class DayOrder { YearFirst, MonthFirst, DayFirst };

/// `2024.03.15 19:02`, `24.03.15`, `20240315`, `20240315190211`, `2024년 03월 15일 (금) 오후 7시 2분`,
/// `03/15/2024`, `15 Mar 2024`, `Mar 15, 2024`, `2024-03-15T19:02:11`. Nothing for what is no day.
std::optional<Stated> parse_moment(std::string_view text, DayOrder order);
/// `19:02`, `19:02:11`, `190211`, `1902`, `19시 02분`, `오후 7:02`, `7:02 PM`: second of the day.
std::optional<int> parse_clock(std::string_view text);

/// A number of money.
struct Money {
  double value = 0;
  std::string currency;  ///< ISO 4217, where the text says it
};

/// `1,234`, `-1,234`, `(1,234)`, `1,234-`, `△1,234`, `₩12,000`, `12,000원`, `KRW 1,234`, `US$12.50`, `12,50
/// €`. Nothing for what is no number, or beyond 10^13.
std::optional<Money> parse_money(std::string_view text);

/// ISO 4217 code of a code, sign or Korean word for a currency; nothing for others.
std::optional<std::string> currency_of(std::string_view text);

/// The last four digits of a number of a card or an account, however it is masked; the text itself where it
/// holds fewer digits than four.
std::string account_name(std::string_view text);

}  // namespace hoego::card
