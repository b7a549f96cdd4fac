#include "story/ko_pledge.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "story/ko_numbers.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

std::string months_said(int months) {
  constexpr std::array<std::string_view, 13> words = {"",     "한",   "두",   "석", "넉",   "다섯", "여섯",
                                                      "일곱", "여덟", "아홉", "열", "열한", "열두"};
  if (months < 1 || months > 12) return figure(months, "개월");
  return fmt::format("{} 달", words.at(static_cast<std::size_t>(months)));
}

}  // namespace

std::string own_words(const Promise& promise) {
  std::string text = title_in_text(promise.text);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> inner = {
      {{"「", "『"}, {"」", "』"}}};
  for (const auto& [from, to] : inner) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  }
  return "「" + text + "」";
}

std::string rate(double value, const PromiseTerms& terms, int places) {
  if (terms.of_money()) return money(terms.currency, value);
  return decimal(value, places) + std::string(counter(terms.what, terms.kind()));
}

std::string units_said(int count, CheckUnit unit) {
  if (unit == CheckUnit::Day) return figure(count, "일");
  return unit == CheckUnit::Week ? counted(count, "주") : months_said(count);
}

std::string odds_said(double chance) {
  constexpr std::array<std::string_view, 10> words = {"",     "하나", "둘",   "셋",   "넷",
                                                      "다섯", "여섯", "일곱", "여덟", "아홉"};
  const Odds said = odds(chance);
  if (said.below) return "열에 하나도 안 돼요";
  if (said.above) return "열에 아홉보다 높아요";
  if (said.in_ten == 5) return "반반쯤이에요";
  return fmt::format("열에 {}쯤이에요", words.at(static_cast<std::size_t>(said.in_ten)));
}

Pledge::Pledge(const Point& of, const Setting& in)
    : point(of),
      setting(in),
      promise(*of.promises.front()),
      terms(terms_of(promise, in.findings)),
      name(own_words(promise)),
      topic(with_particle(name, Particle::Topic)) {}

double Pledge::value() const {
  return promise.value.value_or(0);
}

double Pledge::target() const {
  return promise.target.value_or(0);
}

std::string Pledge::amount(double number) const {
  return terms.of_hours() ? hours(number) : rate(number, terms, places_between(value(), target()));
}

std::string Pledge::so_far() const {
  return terms.pace == CheckPace::Per ? fmt::format("{} {}", pace_word(), amount(value())) : amount(value());
}

std::string Pledge::alone(double number) const {
  const bool whole = std::abs(number - std::round(number)) < 1e-9;
  const bool native = whole && (terms.what == MeasureKind::Count || terms.what == MeasureKind::Trips);
  return native ? counted(std::llround(number), counter(terms.what, terms.kind())) : amount(number);
}

std::string Pledge::held_against() const {
  return terms.last_year ? fmt::format("{}의 {}", year_before(), amount(target())) : amount(target());
}

std::string Pledge::year_before() const {
  const int year = promise.days.from.year() - 1;
  return setting.current && year + 1 == setting.year ? "작년" : fmt::format("{}년", year);
}

std::string_view Pledge::pace_word() const {
  if (terms.unit == CheckUnit::Day) return "하루에";
  return terms.unit == CheckUnit::Week ? "한 주에" : "한 달에";
}

std::string Pledge::day() const {
  return date(*promise.date, setting.year);
}

}  // namespace hoego::ko
