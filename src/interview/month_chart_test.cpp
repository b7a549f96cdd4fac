#include "interview/month_chart.h"

#include <gtest/gtest.h>

namespace hoego {
namespace {

TEST(MonthChart, tells_none_from_little_and_from_not_covered) {
  EXPECT_EQ(month_chart({0, 1, 5, 10, 20, std::nullopt}), "▁▂▂▃▇·");
  EXPECT_EQ(month_chart({12, 13, 16, 4}), "▅▇▇▂");
  EXPECT_EQ(month_chart({1}), "▇");
}

TEST(MonthChart, shows_nothing_where_nothing_was) {
  EXPECT_EQ(month_chart({}), "");
  EXPECT_EQ(month_chart({0, 0, std::nullopt}), "");
}

TEST(MonthChart, bears_the_greatest_numbers) {
  EXPECT_EQ(month_chart({2147483647, 1, 0}), "▇▂▁");
}

}  // namespace
}  // namespace hoego
