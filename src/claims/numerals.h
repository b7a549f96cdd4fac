#pragma once
#include <optional>
#include <string_view>

namespace hoego {

struct Numeral {
  double value = 0;
  double high = 0;      ///< of 두세, 서너
  std::size_t end = 0;  ///< bytes up to its end
};

/// The number that begins at `at` of a text in small letters, if one does: in digits with 만, 천 and 백, as a
/// Korean numeral before a counter (한, 두, 열두, 스무), or an English word.
std::optional<Numeral> numeral(std::string_view folded, std::size_t at);

}  // namespace hoego
