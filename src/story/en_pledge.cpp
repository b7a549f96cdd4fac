#include "story/en_pledge.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "story/en_numbers.h"
#include "story/names.h"

namespace hoego::en {
std::string own_words(const Promise& promise) {
  std::string text = title_in_text(promise.text);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> inner = {{{"“", "‘"}, {"”", "’"}}};
  for (const auto& [from, to] : inner) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  }
  return "“" + text + "”";
}

std::string rate(double value, const PromiseTerms& terms, int places) {
  if (terms.of_money()) return money(terms.currency, value);
  const std::string number = decimal(value, places);
  if (terms.what == MeasureKind::Distance) return number + " km";
  if (terms.what == MeasureKind::Share) return number + " percent";
  if (number == "1" && noun(terms.what, terms.kind()) == "time") return "once";
  return fmt::format(
      "{} {}", number,
      number == "1" ? std::string(noun(terms.what, terms.kind())) : plural(noun(terms.what, terms.kind())));
}

std::string units_said(int count, CheckUnit unit) {
  const std::string_view noun = unit == CheckUnit::Day ? "day" : unit == CheckUnit::Week ? "week" : "month";
  return counted(count, noun);
}

/// About three times in ten: never a per cent, never none, never all.
std::string odds_said(double chance) {
  const Odds said = odds(chance);
  if (said.below) return "less than one in ten";
  if (said.above) return "better than nine in ten";
  return said.in_ten == 5 ? "about even" : fmt::format("about {} in ten", small(said.in_ten));
}

Pledge::Pledge(const Point& of, const Setting& in)
    : point(of),
      setting(in),
      promise(*of.promises.front()),
      terms(terms_of(promise, in.findings)),
      name(own_words(promise)) {}

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
  return terms.pace == CheckPace::Per ? fmt::format("{} a {}", amount(value()), pace_noun())
                                      : amount(value());
}

std::string Pledge::alone(double number) const {
  const bool plain = terms.of_hours() || terms.of_money() || terms.what == MeasureKind::Distance ||
                     terms.what == MeasureKind::Share;
  const bool whole = std::abs(number - std::round(number)) < 1e-9;
  return plain || !whole ? amount(number) : counted(std::llround(number), noun(terms.what, terms.kind()));
}

std::string Pledge::lacking() const {
  const bool noun = terms.of_hours() || terms.of_money();
  return noun ? amount(target() - value()) : decimal(target() - value(), 1);
}

std::string Pledge::held_against() const {
  if (!terms.last_year) return amount(target());
  return fmt::format("the {} of {}", amount(target()), promise.days.from.year() - 1);
}

std::string_view Pledge::pace_noun() const {
  if (terms.unit == CheckUnit::Day) return "day";
  return terms.unit == CheckUnit::Week ? "week" : "month";
}

std::string Pledge::day() const {
  return date(*promise.date, setting.year);
}

}  // namespace hoego::en
