#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// The owner's words with another number: "책 24권" -> "책 20권". Only where the old number stands in them in
/// digits ("1,000" too), once; nothing elsewhere, as nobody knows which is meant.
std::optional<std::string> with_number(std::string_view text, double old, double now);

/// 1,000; 2.5.
std::string grouped_number(double value);

}  // namespace hoego
