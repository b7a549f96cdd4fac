#include "story/ko_numbers.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "story/particles.h"
#include "story/simple_part.h"

namespace hoego::ko {
namespace {

constexpr std::array<std::string_view, 11> native = {"",     "한",   "두",   "세",   "네", "다섯",
                                                     "여섯", "일곱", "여덟", "아홉", "열"};
constexpr double days_in_a_month = 365.2425 / 12;

struct Currency {
  std::string_view code;
  std::string_view name;
};
constexpr std::array<Currency, 8> currencies = {{{"USD", "달러"},
                                                 {"CAD", "캐나다 달러"},
                                                 {"AUD", "호주 달러"},
                                                 {"EUR", "유로"},
                                                 {"JPY", "엔"},
                                                 {"GBP", "파운드"},
                                                 {"CNY", "위안"},
                                                 {"TWD", "대만 달러"}}};

/// 석 달, 넉 달 are said so; the rest as counted.
std::string months_long(int months) {
  if (months == 3) return "석 달";
  if (months == 4) return "넉 달";
  return months <= 10 ? fmt::format("{} 달", native.at(static_cast<std::size_t>(months)))
                      : fmt::format("{}개월", months);
}

/// 123만 4,500: groups of ten thousand, as amounts are said.
std::string in_ten_thousands(long long amount) {
  constexpr long long man = 10'000;
  constexpr long long eok = man * man;
  std::string said;
  if (amount >= eok) said = grouped(amount / eok) + "억";
  if (const long long rest = amount % eok / man; rest > 0)
    said += fmt::format("{}{}만", said.empty() ? "" : " ", grouped(rest));
  if (const long long rest = amount % man; rest > 0 || said.empty())
    said += fmt::format("{}{}", said.empty() ? "" : " ", grouped(rest));
  return said;
}

}  // namespace

std::string grouped(long long number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3)
    digits.insert(static_cast<std::size_t>(i), ",");
  return number < 0 ? "-" + digits : digits;
}

std::string counted(long long number, std::string_view counter) {
  if (number < 1 || number > 10) return figure(number, counter);
  return fmt::format("{} {}", native.at(static_cast<std::size_t>(number)), counter);
}

std::string figure(long long number, std::string_view counter) {
  return grouped(number) + std::string(counter);
}

std::string round_figure(long long number, std::string_view counter) {
  if (number < 10'000) return figure(number, counter);
  const bool spaced = number % 10'000 == 0;
  return in_ten_thousands(number) + (spaced ? " " : "") + std::string(counter);
}

std::string several(long long number) {
  constexpr std::array<std::string_view, 11> words = {"",     "하나", "둘",   "셋",   "넷", "다섯",
                                                      "여섯", "일곱", "여덟", "아홉", "열"};
  return number >= 1 && number <= 10 ? std::string(words.at(static_cast<std::size_t>(number)))
                                     : figure(number, "개");
}

std::string date(Date day, int year) {
  const std::string said = fmt::format("{}월 {}일", day.month(), day.day());
  return day.year() == year ? said : fmt::format("{}년 {}", day.year(), said);
}

std::string span(DateRange days, int year) {
  if (days.from == days.to) return date(days.from, year);
  const bool one_month = days.from.year() == days.to.year() && days.from.month() == days.to.month();
  const std::string to = one_month ? fmt::format("{}일", days.to.day()) : date(days.to, days.from.year());
  return fmt::format("{}부터 {}까지", date(days.from, year), to);
}

std::string month(Date day, int year) {
  return day.year() == year ? fmt::format("{}월", day.month())
                            : fmt::format("{}년 {}월", day.year(), day.month());
}

std::vector<std::string> dates(const std::vector<Date>& days, int year) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool same = i > 0 && days[i - 1].year() == days[i].year() && days[i - 1].month() == days[i].month();
    said.push_back(same ? fmt::format("{}일", days[i].day())
                        : date(days[i], i > 0 ? days[i - 1].year() : year));
  }
  return said;
}

std::string nights_and_days(int nights, int days) {
  return fmt::format("{}박 {}일", nights, days);
}

std::string hours(double hours) {
  const auto minutes = std::llround(hours * 60);
  if (minutes % 60 == 0) return figure(minutes / 60, "시간");
  if (minutes < 60) return figure(minutes, "분");
  return fmt::format("{} {}", figure(minutes / 60, "시간"), figure(minutes % 60, "분"));
}

std::string lead(int days) {
  if (days < 14) return figure(days, "일");
  if (days % 7 == 0) return figure(days / 7, "주");
  if (days < 60) return figure(days, "일");
  const double months = days / days_in_a_month;
  const int nearest = static_cast<int>(std::lround(months));
  const int below = static_cast<int>(std::floor(months));
  if (std::abs(months - nearest) <= 0.02 * months) {
    return nearest == 12 ? "1년쯤" : months_long(nearest) + "쯤";
  }
  if (months - below <= 0.1 * below) return months_long(below) + " 넘게";
  if (below + 1 - months <= 0.05 * (below + 1)) return months_long(below + 1) + " 가까이";
  return figure(days, "일");
}

std::string times(double ratio) {
  return ratio >= 10 ? figure(std::llround(ratio), "배") : fmt::format("{:.1f}배", ratio);
}

std::string percent(double share) {
  return fmt::format("{}%", std::llround(share * 100));
}

std::string part_of_them(double share, std::string_view counter) {
  const auto part = simple_part(share);
  if (!part) return "그 " + percent(share);
  if (part->of == 2) return "그 절반";
  if (part->of < 10) return fmt::format("그 {}분의 {}", part->of, part->parts);
  return fmt::format("열 {} 가운데 {}", counter, counted(part->parts, counter));
}

std::string money(const std::string& currency, double amount) {
  if (currency == "KRW") {
    const std::string said = in_ten_thousands(std::llround(amount));
    const bool round = std::llround(amount) % 10'000 == 0;
    return said + (round ? " 원" : "원");
  }
  const bool whole = currency == "JPY" || std::abs(amount - std::round(amount)) < 0.005;
  const long long before = whole ? std::llround(amount) : static_cast<long long>(std::floor(amount));
  std::string said = grouped(before);
  if (!whole) said += fmt::format(".{:02}", std::llround((amount - static_cast<double>(before)) * 100));
  for (const Currency& one : currencies) {
    if (one.code == currency) return fmt::format("{} {}", said, one.name);
  }
  return fmt::format("{} {}", said, currency);
}

std::string all_of(const std::vector<std::string>& items) {
  std::string said;
  for (std::size_t i = 0; i < items.size(); ++i) {
    said += i + 1 < items.size() ? with_particle(items[i], Particle::And) + " " : items[i];
  }
  return said;
}

std::string listed(const std::vector<std::string>& items) {
  std::string said;
  for (const std::string& item : items) said += (said.empty() ? "" : ", ") + item;
  return said;
}

}  // namespace hoego::ko
