#include "claims/proposed_check.h"

#include <gtest/gtest.h>

#include <fstream>

#include "claims/promise_reader.h"

namespace hoego {
namespace {

const Vocabulary& words() {
  static const Vocabulary all = {{{"books", "books"},
                                  {"books", "책"},
                                  {"gym", "gym"},
                                  {"gym", "헬스"},
                                  {"posts", "posts"},
                                  {"posts", "글"},
                                  {"drums", "drums"},
                                  {"drums", "드럼"},
                                  {"papers", "papers"},
                                  {"papers", "논문"},
                                  {"글쓰기 모임", "글쓰기 모임"},
                                  {"commits", "commits"},
                                  {"commits", "커밋"}},
                                 {{"music", "음악"}, {"music", "music"}}};
  return all;
}

std::optional<std::string> country(std::string_view name) {
  if (name == "캐나다" || name == "Canada" || name == "canada") return "CA";
  return std::nullopt;
}

std::string check_for(const std::string& text) {
  const PromiseReader reader(2024);
  const auto found = reader.read(sentences_of(text));
  return found.empty() ? "no promise" : proposed_check(found[0], words(), country);
}

TEST(ProposedChecks, say_what_the_sentence_says) {
  const std::vector<std::pair<std::string, std::string>> all = {
      {"- [ ] 책 24권 읽기", "books >= 24"},
      {"책 24권 읽기", "books >= 24"},
      {"내년에는 책을 서른 권 읽겠다.", "books >= 30"},
      {"주 2회 운동", "gym >= 2 per week"},
      {"일주일에 두 번은 운동을 하려고 한다.", "gym >= 2 per week"},
      {"한 달에 글 한 편은 꼭 쓰려고 한다.", "posts >= 1 every month"},
      {"- 매주 논문 한 편 읽기", "papers >= 1 every week"},
      {"내년에도 해외여행은 캐나다만 가기로 했다.", "trips abroad except CA = 0"},
      {"- [ ] 캐나다 말고는 해외여행 가지 않기", "trips abroad except CA = 0"},
      {"내년에는 해외여행을 가지 않겠다.", "trips abroad = 0"},
      {"하루 만 보 걷기", "steps >= 10000 per day"},
      {"내년에는 드럼을 100시간 치겠다.", "hours of drums >= 100"},
      {"내년에는 올해보다 책을 더 많이 읽으려고 한다.", "books > last year"},
      {"저녁의 반은 음악 없이 보내자.", "share of music in evenings <= 50 %"},
      {"- [ ] 글쓰기 모임 10번 나가기", "\"글쓰기 모임\" >= 10"},
      {"6월까지 책 12권을 읽겠다.", "books >= 12 by 06-30"},
      {"- [ ] Go to the gym twice a week", "gym >= 2 per week"},
      {"My goal for next year is to read 24 books.", "books >= 24"},
      {"I will write one post a month.", "posts >= 1 every month"},
      {"I will not travel abroad next year.", "trips abroad = 0"},
      {"- [ ] 더 자주 웃기", ""},
      {"내년에는 오로라를 보러 가고 싶다.", ""},
  };
  const DateRange year{*Date::from_ymd(2024, 1, 1), *Date::from_ymd(2024, 12, 31)};
  for (const auto& [text, check] : all) {
    EXPECT_EQ(check_for(text), check) << text;
    if (check.empty()) continue;
    EXPECT_TRUE(read_check(check, words(), year).check) << check;
  }
}

TEST(ProposedChecks, are_read_by_the_language_of_checks) {
  const DateRange year{*Date::from_ymd(2024, 1, 1), *Date::from_ymd(2024, 12, 31)};
  const PromiseReader reader(2024);
  std::ifstream in(HOEGO_SOURCE_DIR "/tests/claims/sentences.tsv");
  int checks = 0;
  for (std::string line; std::getline(in, line);) {
    for (const FoundPromise& found : reader.read(sentences_of(line.substr(line.rfind('\t') + 1)))) {
      const std::string check = proposed_check(found, words(), country);
      if (check.empty()) continue;
      ++checks;
      EXPECT_TRUE(read_check(check, words(), year).check) << check << ": " << found.sentence.text;
    }
  }
  EXPECT_GE(checks, 30);
}

}  // namespace
}  // namespace hoego
