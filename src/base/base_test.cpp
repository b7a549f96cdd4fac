#include <gtest/gtest.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/letters.h"
#include "base/text.h"
#include "base/zone.h"

namespace hoego {
namespace {

TEST(Date, knows_its_weekday_and_its_text) {
  const auto day = Date::parse("2024-03-15");
  ASSERT_TRUE(day);
  EXPECT_EQ(day->weekday(), 5);
  EXPECT_EQ(day->iso(), "2024-03-15");
  EXPECT_EQ(Date{0}.weekday(), 4);
}

TEST(Date, refuses_days_that_do_not_exist) {
  EXPECT_FALSE(Date::from_ymd(2023, 2, 29));
  EXPECT_FALSE(Date::from_ymd(0, 1, 1));
  EXPECT_FALSE(Date::from_ymd(2024, 13, 1));
  EXPECT_FALSE(Date::parse("2024-3-15"));
  EXPECT_TRUE(Date::from_ymd(2024, 2, 29));
}

TEST(Date, survives_a_round_trip_over_four_centuries) {
  for (int days = -80000; days < 80000; days += 13) {
    const Date date{days};
    EXPECT_EQ(Date::from_ymd(date.year(), date.month(), date.day()), date);
  }
}

TEST(WallTime, before_1970_has_its_own_day) {
  const auto wall = WallTime::parse("1969-12-31T23:59:59");
  ASSERT_TRUE(wall);
  EXPECT_EQ(wall->date().iso(), "1969-12-31");
  EXPECT_EQ(wall->iso(), "1969-12-31T23:59:59");
}

TEST(Offset, reads_what_files_write) {
  EXPECT_EQ(Offset::parse("+09:00")->seconds, 32400);
  EXPECT_EQ(Offset::parse("-0330")->seconds, -12600);
  EXPECT_EQ(Offset::parse("Z")->seconds, 0);
  EXPECT_FALSE(Offset::parse("+25:00"));
  EXPECT_FALSE(Offset::parse("KST"));
  EXPECT_EQ((Offset{-12600}.iso()), "-03:30");
}

TEST(Zone, an_hour_that_comes_twice_is_the_first_and_one_that_never_comes_moves_on) {
  const auto zone = Zone::find("America/Toronto");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->resolve(*WallTime::parse("2024-11-03T01:30:00")), (Instant{1730611800}));
  EXPECT_EQ(zone->resolve(*WallTime::parse("2024-03-10T02:30:00")), (Instant{1710055800}));
  EXPECT_FALSE(Zone::find("Asia/Nowhere"));
  EXPECT_FALSE(Zone::find("../etc/passwd"));
}

TEST(Text, hangul_from_macos_arrives_composed) {
  EXPECT_EQ(clean_text("\xE1\x84\x92\xE1\x85\xAC\xE1\x84\x80\xE1\x85\xA9"), "회고");
  EXPECT_EQ(clean_text("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(clean_text(std::string_view("a\0b", 3)), "ab");
}

TEST(Text, guesses_cp949_when_it_is_not_utf8) {
  EXPECT_EQ(decode_guess("\xC8\xB8\xB0\xED"), "회고");
  EXPECT_EQ(decode_guess("\xEF\xBB\xBF회고"), "회고");
  EXPECT_EQ(decode("\xC8\xB8\xB0\xED", "euc-kr"), "회고");
  EXPECT_FALSE(decode("x", "no-such-encoding"));
}

TEST(Pattern, matches_korean_and_latin_without_case) {
  const Pattern pattern("드럼|Ensemble");
  EXPECT_TRUE(pattern.matches("토요일 드럼 합주"));
  EXPECT_TRUE(pattern.matches("ENSEMBLE"));
  EXPECT_FALSE(pattern.matches("헬스장"));
  EXPECT_THROW(Pattern("(unclosed"), UsageError);
}

TEST(Text, trims_ideographic_blanks_too) {
  EXPECT_EQ(trim("　 회고\xC2\xA0 "), "회고");
}

TEST(Letters, are_those_of_ascii_alone) {
  EXPECT_EQ(small_letters("Sony ILCE-7M3 회고 É"), "sony ilce-7m3 회고 É");
  EXPECT_TRUE(is_digits("2024"));
  EXPECT_FALSE(is_digits(""));
  EXPECT_FALSE(is_digits("２"));
  EXPECT_FALSE(is_letter('[') || is_letter('`') || is_digit(':') || is_digit('/'));
}

TEST(Letters, a_text_is_cut_between_characters) {
  EXPECT_EQ(clipped("회고", 6), "회고");
  EXPECT_EQ(clipped("회고", 5), "회");
  EXPECT_EQ(clipped("회고", 3), "회");
  EXPECT_EQ(clipped("회고", 2), "");
  EXPECT_EQ(clipped(std::string(100, 'x')).size(), 80U);
}

TEST(Hash, is_the_published_function) {
  // MurmurHash3_x64_128 of "hello", seed 0.
  EXPECT_EQ(hash_hex("hello"), "cbd8a7b341bd9b025b1e906a48ae1d19");
  EXPECT_EQ(hash_hex(""), "00000000000000000000000000000000");
}

}  // namespace
}  // namespace hoego
