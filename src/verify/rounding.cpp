#include <algorithm>
#include <cmath>

#include "verify/amounts.h"

namespace hoego {
namespace {

constexpr double tiny = 1e-6;

/// As it stands: to the last place that is said; counts to the unit.
bool as_it_stands(const Amount& said, double found) {
  const bool measured = said.unit == Unit::Hour || said.unit == Unit::Percent || said.unit == Unit::Point ||
                        said.unit == Unit::Ratio || said.unit == Unit::Minute || said.unit == Unit::Money ||
                        said.unit == Unit::Kilometre || said.step < 1 || said.per.has_value();
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
    case Rounding::About: {
      // A share is about so much within 2.5 points, what is small within half of the last place.
      const double slack = said.unit == Unit::Percent || said.unit == Unit::Fraction
                               ? (said.unit == Unit::Percent ? 2.5 : 0.025)
                               : 0;
      return within(low, found, 0.02, 0.02) || (found >= low - slack && found <= high + slack) ||
             (as_it_stands(said, found) && said.step <= 1 && said.value < 100) ||
             (said.unit != Unit::Fraction && std::abs(std::round(found / said.step) * said.step - low) < tiny);
    }
    case Rounding::Over:
      return found > low + tiny && found <= low * 1.1 + tiny;
    case Rounding::JustOver:
      return found > low + tiny && found <= low * 1.05 + tiny;
    case Rounding::Nearly:
      return found < low - tiny && found >= low * 0.95 - tiny;
    case Rounding::AtLeast:
      return found >= low - tiny && found <= low * 1.1 + tiny;
    case Rounding::AtMost:
      return found <= high + tiny && found >= high * 0.9 - tiny;
    case Rounding::Exact:
      break;
  }
  if (said.high > said.value) return found >= low - tiny && found <= high + tiny;
  if (said.unit == Unit::Fraction) return std::abs(found - said.value) <= 0.025 + tiny;
  return as_it_stands(said, found);
}

}  // namespace hoego
