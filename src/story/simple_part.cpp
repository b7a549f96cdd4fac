#include "story/simple_part.h"

#include <cmath>

namespace hoego {

std::optional<SimplePart> simple_part(double share) {
  constexpr double near = 0.025;
  constexpr double no_nearer = 1e-9;
  std::optional<SimplePart> best;
  double least = near;
  for (const int of : {2, 3, 4, 10}) {
    const int parts = static_cast<int>(std::lround(share * of));
    const double off = std::abs(share - static_cast<double>(parts) / of);
    if (parts < 1 || parts >= of || off > least - (best ? no_nearer : 0)) continue;
    best = SimplePart{parts, of};
    least = off;
  }
  return best;
}

}  // namespace hoego
