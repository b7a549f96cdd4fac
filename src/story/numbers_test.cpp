#include <gtest/gtest.h>

#include "story/en_numbers.h"
#include "story/ko_numbers.h"

namespace hoego {
namespace {

Date on(const char* iso) {
  return *Date::parse(iso);
}

TEST(KoreanNumbers, are_native_up_to_ten_and_figures_after) {
  EXPECT_EQ(ko::counted(1, "번"), "한 번");
  EXPECT_EQ(ko::counted(4, "번"), "네 번");
  EXPECT_EQ(ko::counted(9, "권"), "아홉 권");
  EXPECT_EQ(ko::counted(10, "편"), "열 편");
  EXPECT_EQ(ko::counted(11, "편"), "11편");
  EXPECT_EQ(ko::counted(7612, "장"), "7,612장");
  EXPECT_EQ(ko::counted(0, "번"), "0번");
  EXPECT_EQ(ko::figure(4, "건"), "4건");
  EXPECT_EQ(ko::grouped(1234567), "1,234,567");
  EXPECT_EQ(ko::grouped(100), "100");
  EXPECT_EQ(ko::several(3), "셋");
  EXPECT_EQ(ko::round_figure(1000, "개"), "1,000개");
  EXPECT_EQ(ko::round_figure(10000, "장"), "1만 장");
  EXPECT_EQ(ko::round_figure(125000, "보"), "12만 5,000보");
}

TEST(KoreanNumbers, days_of_the_year_told_need_no_year) {
  EXPECT_EQ(ko::date(on("2024-03-15"), 2024), "3월 15일");
  EXPECT_EQ(ko::date(on("2023-11-30"), 2024), "2023년 11월 30일");
  EXPECT_EQ(ko::span({on("2024-03-15"), on("2024-03-18")}, 2024), "3월 15일부터 18일까지");
  EXPECT_EQ(ko::span({on("2024-09-28"), on("2024-10-09")}, 2024), "9월 28일부터 10월 9일까지");
  EXPECT_EQ(ko::span({on("2023-12-28"), on("2024-01-02")}, 2024), "2023년 12월 28일부터 2024년 1월 2일까지");
  EXPECT_EQ(ko::span({on("2024-03-15"), on("2024-03-15")}, 2024), "3월 15일");
  EXPECT_EQ(ko::listed(ko::dates({on("2024-05-05"), on("2024-05-12"), on("2024-06-01")}, 2024)),
            "5월 5일, 12일, 6월 1일");
}

TEST(KoreanNumbers, spans_are_said_as_one_says_them) {
  EXPECT_EQ(ko::nights_and_days(11, 12), "11박 12일");
  EXPECT_EQ(ko::hours(318.5), "318시간 30분");
  EXPECT_EQ(ko::hours(20), "20시간");
  EXPECT_EQ(ko::hours(0.5), "30분");
  EXPECT_EQ(ko::lead(9), "9일");
  EXPECT_EQ(ko::lead(24), "24일");
  EXPECT_EQ(ko::lead(42), "6주");
  EXPECT_EQ(ko::lead(303), "열 달쯤");
  EXPECT_EQ(ko::lead(91), "13주");
  EXPECT_EQ(ko::lead(92), "석 달쯤");
  EXPECT_EQ(ko::lead(365), "1년쯤");
  EXPECT_EQ(ko::lead(285), "아홉 달 넘게");
  EXPECT_EQ(ko::times(2.41), "2.4배");
  EXPECT_EQ(ko::times(12.4), "12배");
}

TEST(KoreanNumbers, parts_are_said_in_words_where_they_are_near_enough) {
  EXPECT_EQ(ko::part_of_them(0.815, "장"), "열 장 가운데 여덟 장");
  EXPECT_EQ(ko::part_of_them(0.49, "장"), "그 절반");
  EXPECT_EQ(ko::part_of_them(0.34, "장"), "그 3분의 1");
  EXPECT_EQ(ko::part_of_them(0.74, "장"), "그 4분의 3");
  EXPECT_EQ(ko::part_of_them(0.63, "장"), "그 63%");
  EXPECT_EQ(ko::part_of_them(0.99, "장"), "그 99%");
}

TEST(KoreanNumbers, lists_carry_their_particles) {
  EXPECT_EQ(ko::all_of({"퀘벡", "몬트리올", "밴프"}), "퀘벡과 몬트리올과 밴프");
  EXPECT_EQ(ko::all_of({"나고야", "도쿄"}), "나고야와 도쿄");
}

TEST(EnglishNumbers, are_words_up_to_ten) {
  EXPECT_EQ(en::counted(9, "book"), "nine books");
  EXPECT_EQ(en::counted(1, "post"), "one post");
  EXPECT_EQ(en::counted(0, "activity"), "zero activities");
  EXPECT_EQ(en::counted(7612, "photo"), "7,612 photos");
  EXPECT_EQ(en::figure(6, "post"), "6 posts");
  EXPECT_EQ(en::spelled(36), "thirty-six");
  EXPECT_EQ(en::spelled(20), "twenty");
  EXPECT_EQ(en::spelled(171), "171");
  EXPECT_EQ(en::times(1), "once");
  EXPECT_EQ(en::times(2), "twice");
  EXPECT_EQ(en::times(38), "38 times");
}

TEST(EnglishNumbers, plurals_articles_and_ordinals_follow_the_tongue) {
  EXPECT_EQ(en::plural("activity"), "activities");
  EXPECT_EQ(en::plural("day"), "days");
  EXPECT_EQ(en::plural("series"), "series");
  EXPECT_EQ(en::plural("person"), "people");
  EXPECT_EQ(en::plural("box"), "boxes");
  EXPECT_EQ(en::article("hour"), "an");
  EXPECT_EQ(en::article("user"), "a");
  EXPECT_EQ(en::article("MRI"), "an");
  EXPECT_EQ(en::article("8-week gap"), "an");
  EXPECT_EQ(en::article("11-day trip"), "an");
  EXPECT_EQ(en::article("110-day trip"), "a");
  EXPECT_EQ(en::article("LLM"), "an");
  EXPECT_EQ(en::article("PR"), "a");
  EXPECT_EQ(en::article("ensemble"), "an");
  EXPECT_EQ(en::ordinal(3), "third");
  EXPECT_EQ(en::ordinal(11), "11th");
  EXPECT_EQ(en::ordinal(22), "22nd");
  EXPECT_EQ(en::ordinal(101), "101st");
  EXPECT_EQ(en::ordinal(111), "111th");
}

TEST(EnglishNumbers, spans_are_said_as_one_says_them) {
  EXPECT_EQ(en::date(on("2024-03-15"), 2024), "March 15");
  EXPECT_EQ(en::date(on("2023-11-30"), 2024), "November 30, 2023");
  EXPECT_EQ(en::span({on("2024-03-15"), on("2024-03-18")}, 2024), "March 15 to 18");
  EXPECT_EQ(en::span({on("2024-09-28"), on("2024-10-09")}, 2024), "September 28 to October 9");
  EXPECT_EQ(en::span({on("2023-12-01"), on("2023-12-09")}, 2024), "December 1 to 9, 2023");
  EXPECT_EQ(en::span({on("2023-12-28"), on("2024-01-02")}, 2024), "December 28, 2023 to January 2");
  EXPECT_EQ(en::days_and_nights(4, 3), "four days and three nights");
  EXPECT_EQ(en::days_and_nights(12, 11), "12 days and 11 nights");
  EXPECT_EQ(en::hours(318.5), "318 and a half hours");
  EXPECT_EQ(en::hours(20.25), "20 hours and 15 minutes");
  EXPECT_EQ(en::hours(0.5), "half an hour");
  EXPECT_EQ(en::lead(24), "24 days");
  EXPECT_EQ(en::lead(42), "six weeks");
  EXPECT_EQ(en::lead(303), "about ten months");
  EXPECT_EQ(en::part_of(0.815), "eight in ten");
  EXPECT_EQ(en::part_of(0.66), "two thirds");
  EXPECT_EQ(en::part_of(0.26), "a quarter");
  EXPECT_EQ(en::part_of(0.45), "45 percent");
  EXPECT_EQ(en::all_of({"Québec", "Montréal", "Banff"}), "Québec, Montréal and Banff");
}

}  // namespace
}  // namespace hoego
