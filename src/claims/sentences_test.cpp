#include "claims/sentences.h"

#include <gmock/gmock.h>

namespace hoego {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> out;
  for (const WrittenSentence& one : sentences_of(text)) out.push_back(one.text);
  return out;
}

TEST(Sentences, end_as_korean_and_english_sentences_do) {
  EXPECT_THAT(
      split_sentences("올해는 바빴다. 내년에는 쉬고 싶다 ㅎㅎ 그래도 좋았어요! Dr. Kim said 3.5 km. Fine?"),
      ElementsAre("올해는 바빴다.", "내년에는 쉬고 싶다 ㅎㅎ", "그래도 좋았어요!", "Dr. Kim said 3.5 km.",
                  "Fine?"));
  EXPECT_THAT(split_sentences("그런데… 다시 시작했다 🥁 좋다"),
              ElementsAre("그런데… 다시 시작했다 🥁", "좋다"));
}

TEST(Sentences, a_quotation_is_not_cut) {
  EXPECT_THAT(split_sentences("\"내년에는 꼭 가자. 약속.\"라고 친구가 말했다. 그랬다."),
              ElementsAre("\"내년에는 꼭 가자. 약속.\"라고 친구가 말했다.", "그랬다."));
}

TEST(Sentences, only_the_writers_own_running_text_is_read) {
  EXPECT_THAT(texts("---\ntitle: 목표\n---\n# 회고\n본문이다.\n\n> 남의 "
                    "말이다.\n\n```\n코드다.\n```\n![그림이다.](a.png)\n[링크](http://a.b)를 "
                    "봤다.[^1]\n\n[^1]: 각주다.\n"),
              ElementsAre("본문이다.", "링크를 봤다."));
}

TEST(Sentences, items_know_their_line_heading_and_box) {
  const auto all =
      sentences_of("# 2024\n## 내년 목표\n- [ ] 책 24권 `books >= 24`\n- [x] 운동\n- 글\n  이어서 쓴다\n");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].text, "책 24권");
  EXPECT_EQ(all[0].line, 3);
  EXPECT_EQ(all[0].heading, "2024 / 내년 목표");
  EXPECT_EQ(all[0].ticked, false);
  EXPECT_EQ(all[1].ticked, true);
  EXPECT_EQ(all[2].text, "글 이어서 쓴다");
}

TEST(Sentences, a_line_below_a_list_is_not_of_its_last_item) {
  EXPECT_THAT(texts("- 책 24권\n- 한 달에 글 한 편\n해외여행은 캐나다만 가려고 한다.\n"),
              ElementsAre("책 24권", "한 달에 글 한 편", "해외여행은 캐나다만 가려고 한다."));
}

TEST(Sentences, a_paragraph_goes_on_over_lines_and_each_sentence_has_its_own) {
  const auto all = sentences_of("첫 줄에서 시작해\n둘째 줄에서 끝난다. 셋째는\n여기서 끝난다.\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].line, 1);
  EXPECT_EQ(all[1].text, "셋째는 여기서 끝난다.");
  EXPECT_EQ(all[1].line, 2);
}

}  // namespace
}  // namespace hoego
