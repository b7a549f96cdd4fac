#include "analysis/finding.h"

#include <array>

namespace hoego {

std::string_view name(Difference difference) {
  constexpr std::array<std::string_view, 4> names = {"more", "less", "no clear difference", "unknown"};
  return names.at(static_cast<std::size_t>(difference));
}

}  // namespace hoego
