#include "story/en_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

#include "story/ko_numbers.h"
#include "story/simple_part.h"

namespace hoego::en {
namespace {

constexpr std::array<std::string_view, 20> words = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr double days_in_a_month = 365.2425 / 12;

bool is_vowel(char c) {
  return std::string_view("aeiou").find(static_cast<char>(std::tolower(static_cast<unsigned char>(c)))) !=
         std::string_view::npos;
}

bool starts(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// Eight, eighty, 800, eleven, eighteen, 11,000, 18,000.
bool number_opens_with_vowel(std::string_view digits) {
  std::size_t length = 0;
  while (length < digits.size() && std::isdigit(static_cast<unsigned char>(digits[length])) != 0) ++length;
  const std::string_view head = digits.substr(0, length);
  if (head.front() == '8') return true;
  const bool teens = starts(head, "11") || starts(head, "18");
  return teens && (length == 2 || length % 3 == 2);
}

std::string month_name(int month) {
  return std::string(months.at(static_cast<std::size_t>(month - 1)));
}

}  // namespace

std::string grouped(long long number) {
  return ko::grouped(number);
}

std::string small(long long number) {
  return number >= 0 && number <= 10 ? std::string(words.at(static_cast<std::size_t>(number)))
                                     : grouped(number);
}

std::string spelled(long long number) {
  constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                     "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (number < 0 || number > 99) return grouped(number);
  if (number < 20) return std::string(words.at(static_cast<std::size_t>(number)));
  const std::string ten(tens.at(static_cast<std::size_t>(number / 10)));
  return number % 10 == 0 ? ten : fmt::format("{}-{}", ten, words.at(static_cast<std::size_t>(number % 10)));
}

std::string plural(std::string_view noun) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> irregular = {{{"person", "people"},
                                                                                       {"child", "children"},
                                                                                       {"series", "series"},
                                                                                       {"half", "halves"},
                                                                                       {"life", "lives"},
                                                                                       {"man", "men"},
                                                                                       {"woman", "women"},
                                                                                       {"sleep", "sleep"}}};
  for (const auto& [one, many] : irregular) {
    if (noun == one) return std::string(many);
  }
  if (noun.empty()) return {};
  if (noun.back() == 'y' && noun.size() > 1 && !is_vowel(noun[noun.size() - 2])) {
    return std::string(noun.substr(0, noun.size() - 1)) + "ies";
  }
  const bool hissing =
      noun.back() == 's' || noun.back() == 'x' || noun.back() == 'z' || ends(noun, "ch") || ends(noun, "sh");
  return std::string(noun) + (hissing ? "es" : "s");
}

std::string counted(long long number, std::string_view noun) {
  return fmt::format("{} {}", small(number), number == 1 ? std::string(noun) : plural(noun));
}

std::string figure(long long number, std::string_view noun) {
  return fmt::format("{} {}", grouped(number), number == 1 ? std::string(noun) : plural(noun));
}

std::string times(long long number) {
  if (number == 1) return "once";
  if (number == 2) return "twice";
  return small(number) + " times";
}

std::string ordinal(long long number) {
  constexpr std::array<std::string_view, 10> first = {"",      "first", "second",  "third",  "fourth",
                                                      "fifth", "sixth", "seventh", "eighth", "ninth"};
  if (number >= 1 && number <= 9) return std::string(first.at(static_cast<std::size_t>(number)));
  const long long last = number % 10;
  const bool teen = number % 100 / 10 == 1;
  const std::string_view tail = teen || last == 0 || last > 3 ? "th"
                                : last == 1                   ? "st"
                                : last == 2                   ? "nd"
                                                              : "rd";
  return grouped(number) + std::string(tail);
}

std::string_view article(std::string_view next) {
  if (next.empty()) return "a";
  if (std::isdigit(static_cast<unsigned char>(next.front())) != 0) {
    return number_opens_with_vowel(next) ? "an" : "a";
  }
  const std::string_view word = next.substr(0, next.find_first_of(" -"));
  const bool initials = word.size() > 1 && word.size() <= 5 &&
                        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (initials)
    return std::string_view("AEFHILMNORSX").find(word.front()) != std::string_view::npos ? "an" : "a";
  std::string low(word);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view silent : {"hour", "honest", "honor", "honour", "heir"}) {
    if (starts(low, silent)) return "an";
  }
  for (const std::string_view you : {"uni", "use", "usu", "eu", "one", "once", "ubiq", "ut"}) {
    if (starts(low, you) && !starts(low, "unim") && !starts(low, "unin") && !starts(low, "utter")) return "a";
  }
  return is_vowel(low.front()) ? "an" : "a";
}

std::string capitalized(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string date(Date day, int year) {
  const std::string said = fmt::format("{} {}", month_name(day.month()), day.day());
  return day.year() == year ? said : fmt::format("{}, {}", said, day.year());
}

std::string span(DateRange days, int year) {
  if (days.from == days.to) return date(days.from, year);
  const bool one_year = days.from.year() == days.to.year();
  const bool one_month = one_year && days.from.month() == days.to.month();
  const std::string from = date(days.from, one_year ? days.from.year() : year);
  const std::string to =
      one_month ? std::to_string(days.to.day()) : date(days.to, one_year ? days.to.year() : year);
  const std::string tail = one_year && days.to.year() != year ? fmt::format(", {}", days.to.year()) : "";
  return fmt::format("{} to {}{}", from, to, tail);
}

std::string month(Date day, int year) {
  return day.year() == year ? month_name(day.month())
                            : fmt::format("{} {}", month_name(day.month()), day.year());
}

std::vector<std::string> dates(const std::vector<Date>& days, int year) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool same = i > 0 && days[i - 1].year() == days[i].year() && days[i - 1].month() == days[i].month();
    said.push_back(same ? std::to_string(days[i].day()) : date(days[i], year));
  }
  return said;
}

std::string days_and_nights(int days, int nights) {
  const bool figures = days > 10 || nights > 10;
  return fmt::format("{} and {}", figures ? figure(days, "day") : counted(days, "day"),
                     figures ? figure(nights, "night") : counted(nights, "night"));
}

std::string hours(double hours) {
  const auto minutes = std::llround(hours * 60);
  const long long whole = minutes / 60;
  const long long rest = minutes % 60;
  if (rest == 0) return counted(whole, "hour");
  if (minutes == 30) return "half an hour";
  if (whole == 0) return figure(rest, "minute");
  if (rest == 30) return fmt::format("{} and a half hours", small(whole));
  return fmt::format("{} and {}", figure(whole, "hour"), figure(rest, "minute"));
}

std::string lead(int days) {
  if (days < 14) return counted(days, "day");
  if (days % 7 == 0) return counted(days / 7, "week");
  if (days < 60) return counted(days, "day");
  const double exact = days / days_in_a_month;
  const int nearest = static_cast<int>(std::lround(exact));
  const int below = static_cast<int>(std::floor(exact));
  if (std::abs(exact - nearest) <= 0.02 * exact) {
    return nearest == 12 ? "about a year" : fmt::format("about {}", counted(nearest, "month"));
  }
  if (exact - below <= 0.1 * below) return fmt::format("more than {}", counted(below, "month"));
  if (below + 1 - exact <= 0.05 * (below + 1)) return fmt::format("nearly {}", counted(below + 1, "month"));
  return counted(days, "day");
}

std::string ratio(double ratio) {
  return ratio >= 10 ? fmt::format("{} times", grouped(std::llround(ratio)))
                     : fmt::format("{:.1f} times", ratio);
}

std::string percent(double share) {
  return fmt::format("{} percent", std::llround(share * 100));
}

std::string part_of(double share) {
  const auto part = simple_part(share);
  if (!part) return percent(share);
  if (part->of == 2) return "half";
  if (part->of == 10) return fmt::format("{} in ten", small(part->parts));
  const std::string_view name = part->of == 3 ? "third" : "quarter";
  return part->parts == 1 ? fmt::format("a {}", name) : fmt::format("{} {}s", small(part->parts), name);
}

std::string money(const std::string& currency, double amount) {
  const bool whole = currency == "KRW" || currency == "JPY" || std::abs(amount - std::round(amount)) < 0.005;
  const long long before = whole ? std::llround(amount) : static_cast<long long>(std::floor(amount));
  std::string said = grouped(before);
  if (!whole) said += fmt::format(".{:02}", std::llround((amount - static_cast<double>(before)) * 100));
  if (currency == "KRW") return "₩" + said;
  if (currency == "USD") return "$" + said;
  return currency + " " + said;
}

std::string all_of(const std::vector<std::string>& items) {
  std::string said;
  for (std::size_t i = 0; i < items.size(); ++i) {
    said += i == 0 ? "" : i + 1 == items.size() ? " and " : ", ";
    said += items[i];
  }
  return said;
}

}  // namespace hoego::en
