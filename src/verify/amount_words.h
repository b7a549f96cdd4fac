#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "verify/amounts.h"

namespace hoego {

/// An exact amount that its words at `at` to `end` say.
Amount plain_amount(double value, SaidUnit unit, std::size_t at, std::size_t end);

/// Amounts that are said without a plain number, where one begins at `at` of a sentence in small letters.

/// 한 번도 … 없, not once, never, no: a count of none.
std::optional<Amount> none_at(std::string_view text, std::size_t at);
/// 이틀, 열흘 밤, 반년.
std::optional<Amount> native_days_at(std::string_view text, std::size_t at);
/// once, twice, an hour.
std::optional<Amount> word_at(std::string_view text, std::size_t at);
/// 3분의 1, 열에 여덟, 열 장 가운데 여덟 장, two thirds, eight in ten, half.
std::optional<Amount> fraction_at(std::string_view text, std::size_t at);

}  // namespace hoego
