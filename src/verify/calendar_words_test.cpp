#include "verify/calendar_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hoego {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST(CalendarWords, are_those_of_the_other_language_and_of_the_noun_alone) {
  EXPECT_TRUE(has(calendar_words("드럼 레슨"), "레슨"));
  EXPECT_TRUE(has(calendar_words("드럼 레슨"), "lesson"));
  EXPECT_TRUE(has(calendar_words("Dentist"), "치과"));
  EXPECT_TRUE(calendar_words("1:1").empty());
}

TEST(CalendarWords, of_a_birthday_say_whose) {
  EXPECT_TRUE(has(calendar_words("지호 생일"), "jiho's birthday"));
  EXPECT_FALSE(has(calendar_words("지호 생일"), "birthday"));
}

TEST(Romanized, goes_by_syllables) {
  EXPECT_EQ(romanized("지호"), "jiho");
  EXPECT_EQ(romanized("민준 A"), "minjun A");
  EXPECT_EQ(romanized("영"), "yeong");
  EXPECT_EQ(romanized("\xEA\xB0"), "\xEA\xB0");
}

}  // namespace
}  // namespace hoego
