#include "promises/check.h"

#include <gtest/gtest.h>

namespace hoego {
namespace {

const DateRange year{*Date::parse("2024-01-01"), *Date::parse("2024-12-31")};

Vocabulary vocabulary() {
  return {{{"drums", "drums"},
           {"drums", "드럼"},
           {"gym", "gym"},
           {"gym", "헬스"},
           {"posts", "posts"},
           {"posts", "글"},
           {"books", "books"},
           {"band", "band practice"},
           {"days", "days"}},
          {{"music", "music"}, {"music", "음악"}}};
}

Check read(std::string_view text, DateRange period = year) {
  const ReadCheck read = read_check(text, vocabulary(), period);
  EXPECT_TRUE(read.check) << text << ": " << read.error.column << " " << read.error.expected;
  return read.check.value_or(Check{});
}

CheckError refused(std::string_view text, DateRange period = year) {
  const ReadCheck read = read_check(text, vocabulary(), period);
  EXPECT_FALSE(read.check) << text;
  return read.error;
}

TEST(Check, reads_every_line_of_the_contract) {
  const Check trips = read("trips abroad except CA = 0");
  EXPECT_EQ(trips.measure.kind, MeasureKind::Trips);
  EXPECT_TRUE(trips.filter.abroad);
  EXPECT_EQ(trips.filter.except, std::vector<std::string>{"CA"});
  EXPECT_EQ(trips.op, Op::Equal);
  EXPECT_TRUE(trips.is_limit());

  const Check gym = read("gym >= 2 per week");
  EXPECT_EQ(gym.measure.name, "gym");
  EXPECT_EQ(gym.pace, CheckPace::Per);
  EXPECT_EQ(gym.every, CheckUnit::Week);

  EXPECT_EQ(read("posts >= 1 every month").pace, CheckPace::Every);
  EXPECT_EQ(read("books >= 24 by 12-31").by, Date::parse("2024-12-31"));
  EXPECT_TRUE(read("books > last year").last_year);
  const Check share = read("share of music in evenings <= 50 %");
  EXPECT_EQ(share.measure.kind, MeasureKind::Share);
  EXPECT_EQ(share.measure.within, Within::Evenings);
  EXPECT_EQ(share.value, 50);
}

TEST(Check, names_are_korean_or_english_whatever_the_case) {
  EXPECT_EQ(read("드럼 >= 90").measure.name, "drums");
  EXPECT_EQ(read("Hours of DRUMS >= 250h").measure.name, "drums");
  EXPECT_EQ(read("share of 음악 in weekends < 30%").measure.within, Within::Weekends);
  EXPECT_EQ(read("\"band practice\" >= 40").measure.name, "band");
}

TEST(Check, a_word_of_the_language_is_one_only_before_its_of) {
  EXPECT_EQ(read("days >= 3").measure.name, "days");
  EXPECT_EQ(read("days of days >= 3").measure.kind, MeasureKind::Days);
}

TEST(Check, reserved_measures) {
  EXPECT_EQ(read("day trips in JP,KR >= 3").measure.kind, MeasureKind::DayTrips);
  EXPECT_EQ(read("nights away <= 30").measure.kind, MeasureKind::NightsAway);
  EXPECT_EQ(read("countries >= 2").measure.kind, MeasureKind::Countries);
  EXPECT_EQ(read("steps >= 3,000,000").value, 3000000);
  EXPECT_EQ(read("commute <= 300 h").unit, "h");
  EXPECT_EQ(read("cost of trips <= 3000000 KRW").measure.kind, MeasureKind::CostOfTrips);
  EXPECT_EQ(read("cost of gym <= 500000 krw").unit, "KRW");
  EXPECT_EQ(read("longest streak of gym >= 10").unit, "weeks");
  EXPECT_EQ(read("distance of gym >= 100 km per month").unit, "km");
}

TEST(Check, a_pattern_narrows_it) {
  const Check check = read(R"(books where title ~ "파이썬|C\+\+" >= 3)");
  ASSERT_EQ(check.filter.where.size(), 1U);
  EXPECT_TRUE(check.filter.where[0].second->matches("Effective C++"));
  EXPECT_FALSE(check.filter.where[0].second->matches("CCC"));
}

TEST(Check, an_error_points_at_its_column) {
  struct Case {
    std::string_view text;
    std::size_t column;
    std::string_view expected;
  };
  const std::vector<Case> cases = {
      {"", 1, "a measure"},
      {"gim >= 2", 1, "a measure"},
      {"gym 2", 5, "one of >="},
      {"gym >=", 7, "a number"},
      {"gym >= two", 8, "a number"},
      {"gym >= 2 h", 10, "no unit"},
      {"gym >= 2 a week", 10, "no unit"},
      {"gym >= 2 per fortnight", 14, "day, week or month"},
      {"드럼 >= 90시간", 9, "no unit"},
      {"hours of drums >= 250 km", 23, "\"h\""},
      {"hours of drums = 250", 16, "whole counts"},
      {"gym = 2.5", 7, "a whole number"},
      {"gym = 2 per week", 9, "no pace"},
      {"share of music <= 0.5", 22, "\"%\""},
      {"share of drums <= 50 %", 10, "an area"},
      {"share of music in evenings <= 50 % every week", 36, "no pace"},
      {"cost of gym <= 500000", 22, "a currency"},
      {"trips except XX = 0", 14, "a country"},
      {"trips except 캐나다 = 0", 14, "a country"},
      {"trips where calendar ~ \"x\" = 0", 13, "a key"},
      {"books where title ~ \"(\" >= 1", 21, "a regular expression"},
      {"books where title ~ \"a >= 1", 21, "a second quotation mark"},
      {"books >= 24 by 02-30", 16, "a day between"},
      {"books >= 24 by 2025-01-01", 16, "a day between"},
      {"books >= 24 gym >= 2", 13, "no unit"},
      {"books >= 24 per week gym >= 2", 22, "two lines"},
      {"commute abroad <= 3", 9, "no filter"},
      {"gym >= last year every week", 18, "\"per\""},
  };
  for (const Case& one : cases) {
    const CheckError error = refused(one.text);
    EXPECT_EQ(error.column, one.column) << one.text << ": " << error.expected;
    EXPECT_NE(error.expected.find(one.expected), std::string::npos) << one.text << ": " << error.expected;
  }
}

TEST(Check, an_unknown_name_is_told_with_the_nearest) {
  EXPECT_EQ(refused("gim >= 2").nearest, std::vector<std::string>{"gym"});
  EXPECT_EQ(refused("드럽 >= 2").nearest, std::vector<std::string>{"드럼"});
  EXPECT_EQ(refused("band >= 2").nearest, std::vector<std::string>{"\"band practice\""});
  EXPECT_EQ(refused("trip abroad = 0").nearest, std::vector<std::string>{"trips"});
  EXPECT_EQ(refused("trips in 일본 = 0").nearest, std::vector<std::string>{"JP"});
}

TEST(Check, a_day_that_comes_twice_needs_its_year) {
  const DateRange two_years{*Date::parse("2024-10-20"), *Date::parse("2025-12-31")};
  EXPECT_EQ(refused("posts >= 12 by 12-31", two_years).nearest,
            (std::vector<std::string>{"2024-12-31", "2025-12-31"}));
  EXPECT_EQ(read("posts >= 12 by 06-30", two_years).by, Date::parse("2025-06-30"));
  EXPECT_EQ(read("posts >= 12 by 2025-12-31", two_years).by, Date::parse("2025-12-31"));
}

TEST(Check, a_very_long_one_is_refused_and_does_not_hang) {
  EXPECT_EQ(refused(std::string(5000, 'x')).column, 1U);
}

}  // namespace
}  // namespace hoego
