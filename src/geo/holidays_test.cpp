#include "geo/holidays.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace hoego {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer one = Gazetteer::open(HOEGO_GEO_BIN);
  return one;
}

/// The days off of a year, each once, as "MM-DD".
std::vector<std::string> days(std::string_view country, int year) {
  std::set<std::string> all;
  for (const Holiday& holiday : holidays(gazetteer(), country, year)) all.insert(holiday.day.iso().substr(5));
  return {all.begin(), all.end()};
}

std::string names(std::string_view country, const char* iso) {
  std::string all;
  for (const Holiday& holiday : holidays(gazetteer(), country, Date::parse(iso)->year())) {
    if (holiday.day.iso() == iso)
      all += (all.empty() ? "" : ", ") + holiday.name_ko + " / " + holiday.name_en;
  }
  return all;
}

using testing::ElementsAre;

// The years' official calendars (월력요항), by the Korea Astronomy and Space Science Institute, and the
// gazette.
TEST(KoreanHolidays, are_the_official_days_of_2022) {
  EXPECT_THAT(days("KR", 2022), ElementsAre("01-01", "01-31", "02-01", "02-02", "03-01", "03-09", "05-05",
                                            "05-08", "06-01", "06-06", "08-15", "09-09", "09-10", "09-11",
                                            "09-12", "10-03", "10-09", "10-10", "12-25"));
}

TEST(KoreanHolidays, are_the_official_days_of_2023) {
  EXPECT_THAT(days("KR", 2023),
              ElementsAre("01-01", "01-21", "01-22", "01-23", "01-24", "03-01", "05-05", "05-27", "05-29",
                          "06-06", "08-15", "09-28", "09-29", "09-30", "10-02", "10-03", "10-09", "12-25"));
}

TEST(KoreanHolidays, are_the_official_days_of_2024) {
  EXPECT_THAT(days("KR", 2024), ElementsAre("01-01", "02-09", "02-10", "02-11", "02-12", "03-01", "04-10",
                                            "05-05", "05-06", "05-15", "06-06", "08-15", "09-16", "09-17",
                                            "09-18", "10-01", "10-03", "10-09", "12-25"));
}

TEST(KoreanHolidays, are_the_official_days_of_2025) {
  EXPECT_THAT(days("KR", 2025), ElementsAre("01-01", "01-27", "01-28", "01-29", "01-30", "03-01", "03-03",
                                            "05-05", "05-06", "06-03", "06-06", "08-15", "10-03", "10-05",
                                            "10-06", "10-07", "10-08", "10-09", "12-25"));
}

TEST(KoreanHolidays, are_the_official_days_of_2026) {
  EXPECT_THAT(days("KR", 2026), ElementsAre("01-01", "02-16", "02-17", "02-18", "03-01", "03-02", "05-05",
                                            "05-24", "05-25", "06-03", "06-06", "07-17", "08-15", "08-17",
                                            "09-24", "09-25", "09-26", "10-03", "10-05", "10-09", "12-25"));
}

TEST(KoreanHolidays, follow_the_law_of_their_year) {
  EXPECT_THAT(days("KR", 2005), testing::IsSupersetOf({"04-05", "07-17"}));
  EXPECT_THAT(days("KR", 2008), testing::Not(testing::Contains("07-17")));
  EXPECT_THAT(days("KR", 2012), testing::Not(testing::Contains("10-09")));
  EXPECT_THAT(days("KR", 2013), testing::Contains("10-09"));
  EXPECT_THAT(days("KR", 2013), testing::Not(testing::Contains("02-12")))
      << "설날 on a Sunday, before the law";
  EXPECT_THAT(days("KR", 2014), testing::Contains("09-10")) << "the first substitute day";
  EXPECT_THAT(days("KR", 2017), testing::IsSupersetOf({"10-02", "10-06"})) << "개천절 within 추석";
  EXPECT_THAT(days("KR", 2020), testing::Contains("08-17"));
  EXPECT_THAT(days("KR", 2021), testing::IsSupersetOf({"08-16", "10-04", "10-11"}));
  EXPECT_THAT(days("KR", 2021), testing::Not(testing::Contains("12-27")));
}

TEST(KoreanHolidays, have_names) {
  EXPECT_EQ(names("KR", "2024-09-17"), "추석 / Chuseok");
  EXPECT_EQ(names("KR", "2024-09-16"), "추석 연휴 / Chuseok holiday");
  EXPECT_EQ(names("KR", "2024-05-06"), "대체공휴일(어린이날) / Substitute holiday (Children's Day)");
  EXPECT_EQ(names("KR", "2025-05-05"), "어린이날 / Children's Day, 부처님오신날 / Buddha's Birthday");
  EXPECT_EQ(names("KR", "2024-04-10"), "국회의원 선거일 / National Assembly election");
}

/// date-holidays has the Korean days of 2014 to 2035 too, from another hand; but it lists only the first day
/// of 설날 and 추석, and knows neither elections nor temporary days.
TEST(KoreanHolidays, agree_with_another_table_but_for_its_known_faults) {
  std::map<int, std::set<std::string>> theirs;
  std::ifstream file(HOEGO_GEO_ORACLE);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string day;
    words >> kind >> day;
    if (kind == "korea") theirs[Date::parse(day)->year()].insert(day);
  }
  ASSERT_EQ(theirs.size(), 22U);
  for (const auto& [year, listed] : theirs) {
    std::set<std::string> ours;
    for (const Holiday& holiday : holidays(gazetteer(), "KR", year)) ours.insert(holiday.day.iso());
    // Theirs gives only the first day of the three of 설날 and 추석: each of theirs must be one of ours.
    for (const std::string& day : listed) {
      // 2033 has its leap month after the eleventh, which date-holidays puts before the eighth: 추석 is
      // September 8.
      EXPECT_TRUE(ours.count(day) == 1 || day == "2033-10-06") << day;
    }
    for (const Holiday& holiday : holidays(gazetteer(), "KR", year)) {
      const bool unknown_to_them = holiday.name_ko.find("연휴") != std::string::npos ||
                                   holiday.name_ko == "추석" ||
                                   holiday.name_ko.find("선거") != std::string::npos ||
                                   holiday.name_ko.find("임시") != std::string::npos;
      EXPECT_TRUE(unknown_to_them || listed.count(holiday.day.iso()) == 1)
          << holiday.day.iso() << " " << holiday.name_ko;
    }
  }
}

TEST(Holidays, of_other_countries_come_from_the_table) {
  EXPECT_THAT(days("CA", 2024), testing::IsSupersetOf({"01-01", "07-01", "09-02", "12-25"}));
  EXPECT_THAT(days("JP", 2024), testing::IsSupersetOf({"01-01", "05-03", "08-12", "11-04"}));
  EXPECT_EQ(names("CA", "2024-07-01"), "캐나다의 날 / Canada Day");
  EXPECT_THAT(days("US", 2024), testing::Contains("11-28"));
  EXPECT_THAT(days("DE", 2000), testing::Contains("10-03"));
  EXPECT_THAT(days("DE", 2035), testing::Contains("10-03"));
}

TEST(Holidays, come_in_order_and_within_their_year) {
  for (const char* country : {"KR", "CA", "JP", "CN", "SA", "US"}) {
    for (int year = 2000; year <= 2035; ++year) {
      const auto all = holidays(gazetteer(), country, year);
      EXPECT_FALSE(all.empty()) << country << year;
      EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                                 [](const Holiday& a, const Holiday& b) { return a.day < b.day; }));
      for (const Holiday& holiday : all) {
        EXPECT_EQ(holiday.day.year(), year);
        EXPECT_NE(holiday.name_ko, "");
        EXPECT_NE(holiday.name_en, "");
      }
    }
  }
}

TEST(Holidays, are_none_where_nothing_is_known) {
  EXPECT_TRUE(holidays(gazetteer(), "QQ", 2024).empty());
  EXPECT_TRUE(holidays(gazetteer(), "", 2024).empty());
  EXPECT_TRUE(holidays(gazetteer(), "CA", 1999).empty());
  EXPECT_TRUE(holidays(gazetteer(), "CA", 2036).empty());
  EXPECT_TRUE(holidays(gazetteer(), "KR", 1999).empty());
}

}  // namespace
}  // namespace hoego
