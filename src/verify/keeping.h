#pragma once
#include <string_view>

namespace hoego {

/// Whether a sentence says of a promise that it was kept or broken; both where a verb of keeping is denied.
struct Keeping {
  bool kept = false;
  bool broken = false;
};

/// Of a sentence in small letters.
Keeping keeping_in(std::string_view folded);

}  // namespace hoego
