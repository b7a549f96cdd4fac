#include "sources/card_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/letters.h"
#include "base/text.h"

namespace hoego::card {
namespace {

constexpr std::size_t longest_value = 100;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

int small_number(std::string_view digits) {
  int out = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

/// The runs of digits of a text.
std::vector<std::string_view> digit_runs(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    out.push_back(text.substr(i, end - i));
    i = end;
  }
  return out;
}

/// 1 to 12 for the first English name of a month in a text of small letters; 0 for none.
int month_named(std::string_view text) {
  constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t at = text.find(names[i]);
    if (at != std::string_view::npos && (at == 0 || text[at - 1] < 'a' || text[at - 1] > 'z'))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

int full_year(int year, std::size_t digits) {
  return digits > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

struct Halves {
  std::optional<Date> day;
  std::size_t used = 0;  ///< runs of digits that were the day
  std::string_view clock_digits;
};

/// 20240315, 240315, 20240315190211, 202403151902.
Halves day_of_one_run(std::string_view run) {
  const std::size_t year = run.size() == 6 ? 2 : 4;
  return {Date::from_ymd(full_year(small_number(run.substr(0, year)), year),
                         small_number(run.substr(year, 2)), small_number(run.substr(year + 2, 2))),
          1, run.substr(year + 4)};
}

Halves day_of_runs(const std::vector<std::string_view>& runs, DayOrder order) {
  const auto number = [&](std::size_t i) { return small_number(runs[i]); };
  const auto day = [&](std::size_t year, std::size_t month, std::size_t of_month) -> Halves {
    return {
        Date::from_ymd(full_year(number(year), runs[year].size()), number(month), number(of_month)), 3, {}};
  };
  if (runs[0].size() == 4) return day(0, 1, 2);
  if (runs[2].size() != 4 && order == DayOrder::YearFirst) return day(0, 1, 2);
  if (number(0) > 12) return day(2, 1, 0);
  if (number(1) > 12) return day(2, 0, 1);
  return order == DayOrder::DayFirst ? day(2, 1, 0) : day(2, 0, 1);
}

/// With the month's name: "15 Mar 2024", "Mar 15, 2024", "2024 Mar 15".
Halves day_of_named_month(const std::vector<std::string_view>& runs, int month) {
  const bool year_first = runs[0].size() == 4;
  const std::string_view year = runs[year_first ? 0 : 1];
  const std::string_view day = runs[year_first ? 1 : 0];
  return {Date::from_ymd(full_year(small_number(year), year.size()), month, small_number(day)), 2, {}};
}

Halves find_day(std::string_view small, const std::vector<std::string_view>& runs, DayOrder order) {
  if (runs.empty()) return {};
  const std::size_t length = runs[0].size();
  if (length == 8 || length == 14 || length == 12 || (length == 6 && runs.size() == 1))
    return day_of_one_run(runs[0]);
  if (length != 1 && length != 2 && length != 4) return {};
  if (const int month = month_named(small); month > 0 && runs.size() >= 2)
    return day_of_named_month(runs, month);
  if (runs.size() < 3 || runs[1].size() > 2 || (runs[2].size() > 2 && runs[2].size() != 4)) return {};
  return day_of_runs(runs, order);
}

/// Second of the day of hour, minute and second, with a word for the half of the day.
std::optional<int> second_of(int hour, int minute, int second, std::string_view small) {
  const bool afternoon = contains(small, "오후") || contains(small, "pm") || contains(small, "p.m");
  const bool morning = contains(small, "오전") || contains(small, "am") || contains(small, "a.m");
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour == 12) hour = 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  return hour * 3600 + minute * 60 + second;
}

std::optional<int> second_of_digits(std::string_view digits, std::string_view small) {
  if (digits.size() != 4 && digits.size() != 6) return std::nullopt;
  return second_of(small_number(digits.substr(0, 2)), small_number(digits.substr(2, 2)),
                   digits.size() == 6 ? small_number(digits.substr(4, 2)) : 0, small);
}

std::optional<int> second_of_runs(const std::vector<std::string_view>& runs, std::size_t from,
                                  std::string_view small) {
  if (from >= runs.size()) return std::nullopt;
  if (runs.size() == from + 1) return second_of_digits(runs[from], small);
  if (runs[from].size() > 2 || runs[from + 1].size() > 2) return std::nullopt;
  const bool has_second = runs.size() > from + 2 && runs[from + 2].size() <= 2;
  return second_of(small_number(runs[from]), small_number(runs[from + 1]),
                   has_second ? small_number(runs[from + 2]) : 0, small);
}

/// Only characters of which numbers are made, without the signs: "1234.5".
std::optional<double> plain_value(std::string digits) {
  const std::size_t comma = digits.rfind(',');
  const bool comma_is_point = comma != std::string::npos && digits.find('.') == std::string::npos &&
                              digits.find(',') == comma && digits.size() - comma == 3;
  if (comma_is_point) digits[comma] = '.';
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  double out = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), out, std::chars_format::fixed);
  if (error != std::errc() || end != digits.data() + digits.size() || !(std::abs(out) < 1e13))
    return std::nullopt;
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

std::optional<Stated> parse_moment(std::string_view text, DayOrder order) {
  if (text.size() > longest_value) return std::nullopt;
  const std::string small = fold_case(text);
  const auto runs = digit_runs(small);
  const Halves halves = find_day(small, runs, order);
  if (!halves.day) return std::nullopt;
  if (!halves.clock_digits.empty()) {
    const auto second = second_of_digits(halves.clock_digits, {});
    return second ? std::optional<Stated>({*halves.day, second}) : std::nullopt;
  }
  return Stated{*halves.day, second_of_runs(runs, halves.used, small)};
}

std::optional<int> parse_clock(std::string_view text) {
  if (text.size() > longest_value) return std::nullopt;
  const std::string small = fold_case(text);
  const auto runs = digit_runs(small);
  if (runs.size() == 1 && (runs[0].size() == 3 || runs[0].size() == 5))  // a number lost its zero: 93015
    return second_of_digits("0" + std::string(runs[0]), small);
  return second_of_runs(runs, 0, small);
}

std::optional<std::string> currency_of(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"원", "KRW"},     {"원화", "KRW"},     {"₩", "KRW"},    {"￦", "KRW"},   {"\\", "KRW"},
      {"won", "KRW"},    {"$", "USD"},        {"us$", "USD"},  {"달러", "USD"}, {"미화", "USD"},
      {"미달러", "USD"}, {"미국달러", "USD"}, {"€", "EUR"},    {"유로", "EUR"}, {"£", "GBP"},
      {"파운드", "GBP"}, {"엔", "JPY"},       {"엔화", "JPY"}, {"円", "JPY"},   {"위안", "CNY"},
      {"c$", "CAD"},     {"ca$", "CAD"},      {"a$", "AUD"},   {"hk$", "HKD"},  {"nt$", "TWD"},
      {"s$", "SGD"},     {"฿", "THB"},        {"₫", "VND"},
  };
  const std::string small = fold_case(trim(text));
  for (const auto& [word, code] : known) {
    if (small == word) return std::string(code);
  }
  static constexpr std::string_view codes[] = {
      "krw", "usd", "eur", "jpy", "gbp", "cny", "cad", "aud", "nzd", "hkd", "twd", "sgd", "thb", "vnd", "php",
      "idr", "myr", "inr", "mop", "chf", "sek", "nok", "dkk", "czk", "pln", "huf", "try", "aed", "ils", "brl",
      "mxn", "rub", "zar", "isk", "mnt", "lak", "khr", "sar", "qar", "kzt", "uzs", "clp", "pen", "cop"};
  if (std::find(std::begin(codes), std::end(codes), small) == std::end(codes)) return std::nullopt;
  std::string upper = small;
  for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

std::optional<Money> parse_money(std::string_view text) {
  std::string rest = trim(text);
  if (rest.empty() || rest.size() > longest_value) return std::nullopt;
  for (const std::string_view minus : {"\xE2\x88\x92", "\xE2\x80\x93", "△", "▲", "▵", "－"})
    replace_all(rest, minus, "-");
  bool negative = false;
  if (rest.front() == '(' && rest.back() == ')') {
    negative = true;
    rest = rest.substr(1, rest.size() - 2);
  }
  std::string digits;
  std::string others;
  for (const char c : rest) {
    if (is_digit(c) || c == ',' || c == '.')
      digits.push_back(c);
    else if (c == '-')
      negative = true;
    else if (c != '+' && c != ' ')
      others.push_back(c);
  }
  Money out;
  replace_all(others, "\xC2\xA0", "");
  if (!others.empty()) {
    const auto currency = currency_of(others);
    if (!currency) return std::nullopt;
    out.currency = *currency;
  }
  const std::size_t dashes = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '-'));
  if (digits.empty() || !is_digit(digits.back()) || dashes > 1) return std::nullopt;
  const auto value = plain_value(std::move(digits));
  if (!value) return std::nullopt;
  out.value = negative && *value != 0 ? -*value : *value;
  return out;
}

std::string account_name(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits.push_back(c);
  }
  if (digits.size() >= 4) return digits.substr(digits.size() - 4);
  std::string name = trim(text);
  return name.size() <= longest_value ? name : std::string();
}

}  // namespace hoego::card
