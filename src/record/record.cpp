#include "record/record.h"

#include <array>

namespace hoego {

std::string_view name(ZoneFrom from) {
  constexpr std::array<std::string_view, 6> names = {"stated", "coordinates", "whereabouts",
                                                     "home",   "assumed",     "corrected"};
  return names.at(static_cast<std::size_t>(from));
}

}  // namespace hoego
