#include <algorithm>
#include <cmath>

#include "verify/amounts.h"

namespace hoego {
namespace {

constexpr double tiny = 1e-6;
constexpr double fraction_slack = 0.1;  ///< how far above it "more than half" may lie

bool is_length(SaidUnit unit) {
  return unit == SaidUnit::Day || unit == SaidUnit::Week || unit == SaidUnit::Month ||
         unit == SaidUnit::Year || unit == SaidUnit::Hour;
}

/// A length in weeks or months that comes out between two numbers is said as the one within an eighth of it.
bool is_broken_length(const Amount& said, double found) {
  constexpr double coarse = 0.125;
  return is_length(said.unit) && std::abs(found - std::round(found)) > tiny &&
         std::abs(found - said.value) <= coarse * said.value;
}

/// How far above and below a small length or ratio "over" and "nearly" may lie: "두 달 넘게", "거의 두 배".
double small_slack(const Amount& said) {
  constexpr double small = 10;
  const bool coarse = (is_length(said.unit) || said.unit == SaidUnit::Ratio) && said.step >= 0.5;
  return coarse && said.value < small ? said.step / 2 : 0;
}

/// As it stands: to the last place that is said; counts to the unit.
bool as_it_stands(const Amount& said, double found) {
  const bool measured =
      said.unit == SaidUnit::Hour || said.unit == SaidUnit::Percent || said.unit == SaidUnit::Point ||
      said.unit == SaidUnit::Ratio || said.unit == SaidUnit::Minute || said.unit == SaidUnit::Money ||
      said.unit == SaidUnit::Kilometre || said.step < 1 || said.per.has_value() ||
      is_broken_length(said, found) || (!is_length(said.unit) && std::abs(found - std::round(found)) > tiny);
  if (!measured) return std::abs(found - said.value) < tiny;
  const double places = std::round(found / said.step) * said.step;
  return std::abs(places - said.value) < said.step / 100 + tiny ||
         std::abs(found - said.value) < said.step / 2 - tiny;
}

bool within(double value, double found, double below, double above) {
  return found >= value * (1 - below) - tiny && found <= value * (1 + above) + tiny;
}

}  // namespace

bool fits(const Amount& said, double found) {
  const double low = said.value;
  const double high = std::max(said.value, said.high);
  switch (said.rounding) {
    case SaidRounding::About: {
      // A share is about so much within 2.5 points, what is small within half of the last place.
      const double slack = said.unit == SaidUnit::Percent || said.unit == SaidUnit::Fraction
                               ? (said.unit == SaidUnit::Percent ? 2.5 : 0.03)
                               : 0;
      return within(low, found, 0.02, 0.02) || (found >= low - slack && found <= high + slack) ||
             (as_it_stands(said, found) && said.step <= 1 && said.value < 100) ||
             (said.unit != SaidUnit::Fraction &&
              std::abs(std::round(found / said.step) * said.step - low) < tiny);
    }
    case SaidRounding::Over:
      return found > low + tiny && (found <= low * 1.1 + tiny || found < low + small_slack(said) ||
                                    (said.unit == SaidUnit::Fraction && found < low + fraction_slack));
    case SaidRounding::JustOver:
      return found > low + tiny && found <= low * 1.05 + tiny;
    case SaidRounding::Nearly:
      return found < low - tiny && (found >= low * 0.95 - tiny || found > low - small_slack(said) / 2 ||
                                    (said.unit == SaidUnit::Fraction && found >= low - 0.03));
    case SaidRounding::AtLeast:
      return found >= low - tiny && found <= low * 1.1 + tiny;
    case SaidRounding::AtMost:
      return found <= high + tiny && found >= high * (said.unit == SaidUnit::Fraction ? 0.5 : 0.9) - tiny;
    case SaidRounding::Exact:
      break;
  }
  if (said.high > said.value) return found >= low - tiny && found <= high + tiny;
  if (said.unit == SaidUnit::Fraction) return std::abs(found - said.value) <= 0.03 + tiny;
  return as_it_stands(said, found);
}

}  // namespace hoego
