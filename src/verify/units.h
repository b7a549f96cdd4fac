#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "verify/amounts.h"

namespace hoego {

/// A counter or noun behind a number, and where it ends.
struct UnitWord {
  Unit unit = Unit::Bare;
  std::string_view currency;
  std::size_t end = 0;
};

/// A Korean counter that begins at `at`; "분" of a fraction and "주" of a word are none.
std::optional<UnitWord> korean_unit(std::string_view text, std::size_t at);

/// An English noun from `at` on, with up to two words before it ("two more day trips"). Other for a noun that
/// no table holds, nothing where no noun follows.
std::optional<UnitWord> english_unit(std::string_view text, std::size_t at);

}  // namespace hoego
