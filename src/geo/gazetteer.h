#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/place.h"

namespace hoego {

/// Names of where a point is. Text is NFC. Empty where unknown.
struct Place {
  std::uint32_t town_id = 0;  ///< GeoNames id of the town; 0 for none
  std::string town_en;
  std::string town_ko;
  std::string admin_en;
  std::string admin_ko;
  std::string country;  ///< ISO 3166-1 alpha-2, "" over open ocean
  bool operator==(const Place&) const = default;
};

}  // namespace hoego
