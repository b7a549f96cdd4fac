#include "verify/weekdays.h"

#include <gtest/gtest.h>

#include "verify/weeks_of_months.h"

namespace hoego {
namespace {

constexpr unsigned long saturday_and_sunday = 0b1100000;

TEST(Weekdays, are_read_alone_and_together) {
  const auto days = [](std::string_view text) {
    const auto all = weekdays_in(text);
    return all.empty() ? 0UL : all.front().days.to_ulong();
  };
  EXPECT_EQ(days("토요일에만 58번"), 32UL);
  EXPECT_EQ(days("주말에는 78번"), saturday_and_sunday);
  EXPECT_EQ(days("on a monday"), 1UL);
  EXPECT_EQ(days("mondays and fridays"), 17UL);
  EXPECT_EQ(days("월, 수, 금요일"), 21UL);
  EXPECT_EQ(days("이번 주"), 0UL);
  EXPECT_TRUE(weekdays_in("월, 수, 금요일").size() == 1);
}

TEST(Weekdays, hold_the_days_of_the_calendar) {
  const SaidWeekdays friday = weekdays_in("금요일").front();
  EXPECT_TRUE(friday.holds(*Date::from_ymd(2024, 3, 15)));
  EXPECT_FALSE(friday.holds(*Date::from_ymd(2024, 3, 16)));
}

std::vector<SaidDays> days_of(std::string_view text) {
  const Period year{*Date::from_ymd(2024, 1, 1), *Date::from_ymd(2024, 12, 31),
                    *Date::from_ymd(2024, 10, 20)};
  const std::string folded = [text] {
    std::string small(text);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return small;
  }();
  return said_days(text, folded, year);
}

TEST(WeeksOfMonths, a_day_of_the_week_is_counted_in_its_month) {
  EXPECT_EQ(days_of("9월 마지막 토요일에 떠났다").at(0).days.from, *Date::from_ymd(2024, 9, 28));
  EXPECT_EQ(days_of("the first Saturday of February").at(0).days.from, *Date::from_ymd(2024, 2, 3));
}

TEST(WeeksOfMonths, a_week_of_a_month_may_mean_several) {
  const auto days = days_of("4월 마지막 주에는");
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].days.from, *Date::from_ymd(2024, 4, 29));
  ASSERT_EQ(days[0].or_days.size(), 2U);
  EXPECT_EQ(days[0].or_days[0].from, *Date::from_ymd(2024, 4, 22));
  EXPECT_EQ(days_of("in the week of April 24").at(0).days.from, *Date::from_ymd(2024, 4, 22));
}

TEST(WeeksOfMonths, quarters_are_counted_on) {
  const auto days = days_of("Seven in the first quarter, ten in the second.");
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days[1].days.from, *Date::from_ymd(2024, 4, 1));
  EXPECT_EQ(days[1].days.to, *Date::from_ymd(2024, 6, 30));
}

TEST(SaidDays, months_of_a_list_need_no_word_each) {
  const auto days = days_of("1, 2월에 두 편씩");
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days[0].days.from, *Date::from_ymd(2024, 1, 1));
}

}  // namespace
}  // namespace hoego
