#include "review/addresses.h"

#include <gtest/gtest.h>

#include <chrono>

namespace hoego {
namespace {

TEST(Addresses, what_leads_to_a_person_or_a_machine_goes) {
  const Addresses addresses;
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"회의 https://meet.example/j/1?pwd=x 에서", "회의 … 에서"},
      {"www.example.com/a 보기", "… 보기"},
      {"host.example/login?token=abc", "…"},
      {"mailto:a@b.example", "…"},
      {"min.ji+x@mail.example 에게", "… 에게"},
      {"민지@회사.한국", "…"},
      {"/home/minji/plan.txt 읽기", "… 읽기"},
      {"~/Pictures/2024", "…"},
      {"~/secret", "…"},
      {"C:\\Users\\minji\\a.txt", "…"},
      {"\\\\server\\share", "…"},
      {"010-1234-5678로 전화", "…로 전화"},
      {"01012345678", "…"},
      {"02) 123-4567", "…"},
      {"+82 10-1234-5678", "…"},
      {"(415) 555-2671", "…"},
      {"415-555-2671", "…"},
      {"계좌 110-123-456789", "계좌 …"},
      {"910713-1234567", "…"},
      {"4111 1111 1111 1111", "…"},
      {"37.5012, 127.0396", "…"},
      {"테헤란로 152 앞", "… 앞"},
      {"독립문로12길 5-3", "…"},
      {"세종대로 110", "…"},
      {"망원동 57-121번지", "…"},
      {"101동 1203호", "…"},
      {"at 221 Baker Street", "at …"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(addresses.without(text), expected) << text;
}

TEST(Addresses, days_amounts_and_words_stay) {
  const Addresses addresses;
  for (const char* text : {"2024-10-20 합주",
                           "2024.10.20 18:30",
                           "앞으로 3번",
                           "서울로 3박 4일",
                           "제주도로 2주",
                           "3,000,000 KRW",
                           "and/or",
                           "합주/레슨",
                           "드럼 8시",
                           "트랙 3호선 2번 출구",
                           "v1.2.3",
                           "Fix #1234",
                           "trips abroad except CA = 0",
                           "활동 3회",
                           "12.5 km",
                           "Route 66",
                           "24/7",
                           "월드컵로",
                           "1/2",
                           ""})
    EXPECT_EQ(addresses.without(text), text);
}

TEST(Addresses, no_text_takes_long) {
  const Addresses addresses;
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& piece :
       {std::string("a."), std::string("1-"), std::string("1 "), std::string("/a"), std::string("가로"),
        std::string("A "), std::string("a@"), std::string("+1(")}) {
    std::string text;
    while (text.size() < 4096) text += piece;
    addresses.without(text);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace hoego
