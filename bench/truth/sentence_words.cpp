#include "bench/truth/sentence_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "bench/truth/draw.h"
#include "bench/truth/sentence_units.h"
#include "story/en_numbers.h"
#include "story/ko_numbers.h"
#include "story/particles.h"

namespace hoego::truth {
namespace {

/// The coarsest number that is near enough to say it so.
std::optional<double> rounded(double exact, Rounding rounding) {
  for (const double step : {1000.0, 500.0, 100.0, 50.0, 10.0, 5.0, 1.0}) {
    if (rounding == Rounding::About) {
      const double near = std::round(exact / step) * step;
      if (near != exact && near > 0 && std::abs(near - exact) <= 0.02 * exact) return near;
    } else if (rounding == Rounding::Above) {
      const double below = std::floor(exact / step) * step;
      if (below > 0 && below < exact && exact - below <= 0.1 * below) return below;
    } else {
      const double above = std::ceil(exact / step) * step;
      if (above > exact && above - exact <= 0.05 * above) return above;
    }
  }
  return std::nullopt;
}

std::string with_article(const std::string& country) {
  constexpr std::array<std::string_view, 7> plural_or_union = {
      "United States", "United Kingdom", "Netherlands",         "Philippines",
      "Maldives",      "Bahamas",        "United Arab Emirates"};
  const bool has_one =
      std::find(plural_or_union.begin(), plural_or_union.end(), country) != plural_or_union.end();
  return has_one ? "the " + country : country;
}

class Writer {
 public:
  Writer(const Fact& fact, const Alteration& alteration, Language language, std::uint64_t style)
      : fact_(fact), alteration_(alteration), language_(language), draw_(style, "style of a sentence") {}

  std::optional<std::string> write(const Mould& mould) {
    for (const Piece& piece : mould.pieces) {
      // As much is drawn for each piece, whatever it says.
      const double chance = draw_.uniform();
      switch (piece.is) {
        case Piece::Is::Words:
          text_ += piece.words;
          break;
        case Piece::Is::Either:
          text_ += (*fact_.up != (alteration_.by == Falsehood::Direction)) ? piece.words : piece.other;
          break;
        case Piece::Is::Particle:
          text_ += particle(piece);
          break;
        case Piece::Is::Place:
          if (!add_value(piece, chance)) return std::nullopt;
      }
    }
    return language_ == Language::English ? en::capitalized(text_) : text_;
  }

 private:
  std::string particle(const Piece& piece) const {
    const Final end = spoken_final(text_);
    const bool open = end == Final::Vowel || (end == Final::Rieul && piece.words == "으로");
    return open ? piece.other : piece.words;
  }

  bool is_changed(const Piece& piece, Falsehood by) const {
    return alteration_.by == by && alteration_.role == piece.role;
  }

  bool add_value(const Piece& piece, double chance) {
    const bool other_unit = is_changed(piece, Falsehood::Unit);
    const bool replaced = alteration_.by && !other_unit && alteration_.role == piece.role;
    const Value& value = replaced ? alteration_.value : fact_.told.at(piece.role).value;
    switch (value.is) {
      case Value::Is::Number:
        return add_number(piece, value.number, other_unit, chance);
      case Value::Is::Day:
        text_ += date(value.day, chance);
        break;
      case Value::Is::Month:
        text_ += month(value.month);
        break;
      case Value::Is::Name:
        text_ += name(piece, value.name);
    }
    return true;
  }

  bool add_number(const Piece& piece, double exact, bool other_unit, double chance) {
    std::optional<double> told = exact;
    if (piece.rounding != Rounding::None) told = rounded(exact, piece.rounding);
    if (!told) return false;
    std::string unit = unit_of(piece, fact_, language_);
    if (other_unit) unit = *wrong_unit(unit, language_);
    text_ += quantity(*told, unit, language_, chance < 0.5 ? Numerals::Words : Numerals::Figures);
    return true;
  }

  std::string month(int number) const {
    const Date day = *Date::from_ymd(2024, number, 1);
    return language_ == Language::Korean ? ko::month(day, 2024) : en::month(day, 2024);
  }

  std::string name(const Piece& piece, const Label& label) const {
    if (language_ == Language::Korean) return label.ko;
    if (piece.role == "act" && fact_.said.rfind("place", 0) == 0) return "the " + label.en;
    return piece.role == "country" ? with_article(label.en) : label.en;
  }

  std::string date(Date day, double chance) const {
    constexpr double mostly = 0.8;
    if (language_ == Language::Korean)
      return chance < 0.95 ? ko::date(day, day.year()) : fmt::format("{}/{}", day.month(), day.day());
    const std::string month = en::month(day, day.year());
    if (chance < mostly) return en::date(day, day.year());
    if (chance < 0.9) return fmt::format("{} {}", day.day(), month);
    return fmt::format("{} {}", month.substr(0, 3), day.day());
  }

  const Fact& fact_;
  const Alteration& alteration_;
  Language language_;
  Draw draw_;
  std::string text_;
};

/// Whether so many of another unit might be true as well.
bool may_be_true(const Piece& piece, const Fact& fact, const std::string& other) {
  const double number = fact.told.at(piece.role).value.number;
  if (other == "시간" || other == "hours") {
    constexpr double like_an_hour = 0.1;
    const bool counted = piece.role != "minutes";
    return counted && (!fact.hours_each || std::abs(*fact.hours_each - 1) <= like_an_hour);
  }
  // One night is a day away.
  return (other == "일" || other == "days") && number <= 1;
}

/// Nights are told as days only where the sentence does not tell the days beside them.
bool is_doubled(const Mould& mould, const Piece& piece, const std::string& other) {
  const bool days = other == "일" || other == "days";
  return piece.role == "nights" && days && mould.tells("days");
}

}  // namespace

std::optional<std::string> written(const Mould& mould, const Fact& fact, const Alteration& alteration,
                                   Language language, std::uint64_t style) {
  return Writer(fact, alteration, language, style).write(mould);
}

std::vector<Alteration> alterations(const Mould& mould, const Fact& fact, Language language) {
  std::vector<Alteration> all;
  for (const Piece& piece : mould.pieces) {
    if (piece.is == Piece::Is::Either) all.push_back({Falsehood::Direction, {}, {}});
    if (piece.is != Piece::Is::Place) continue;
    const Told& told = fact.told.at(piece.role);
    for (const Wrong& wrong : told.wrong) {
      const bool exact = piece.rounding == Rounding::None;
      if (wrong.by != Falsehood::Count || exact) all.push_back({wrong.by, piece.role, wrong.value});
    }
    if (told.value.is != Value::Is::Number || piece.unit.empty()) continue;
    const auto other = wrong_unit(unit_of(piece, fact, language), language);
    if (other && !may_be_true(piece, fact, *other) && !is_doubled(mould, piece, *other))
      all.push_back({Falsehood::Unit, piece.role, {}});
  }
  return all;
}

}  // namespace hoego::truth
