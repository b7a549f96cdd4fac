#include "interview/month_chart.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hoego {

std::string month_chart(const std::vector<std::optional<int>>& months) {
  constexpr std::array<std::string_view, 5> signs = {"▁", "▂", "▃", "▅", "▇"};
  int most = 0;
  for (const auto& month : months) most = std::max(most, month.value_or(0));
  if (most == 0) return {};
  std::string chart;
  for (const auto& month : months) {
    // The quarter in which the number lies: 1 to 4, so that even one is told from none.
    const auto quarter = [most](int count) {
      return static_cast<std::size_t>((std::int64_t{count} * 4 + most - 1) / most);
    };
    chart += month ? signs.at(*month <= 0 ? 0 : quarter(*month)) : std::string_view("·");
  }
  return chart;
}

}  // namespace hoego
