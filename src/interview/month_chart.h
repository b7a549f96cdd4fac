#pragma once
#include <optional>
#include <string>
#include <vector>

namespace hoego {

/// A line of text, a sign a month: ▁ for none, then ▂▃▅▇ by quarters of the greatest month, and · for a month
/// that no source covered. Empty where no month has anything.
std::string month_chart(const std::vector<std::optional<int>>& months);

}  // namespace hoego
