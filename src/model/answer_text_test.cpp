#include "model/answer_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "story/markdown_text.h"

namespace hoego {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> lines(std::string_view markdown) {
  std::vector<std::string> out;
  for (const AnswerBlock& block : read_answer(markdown).blocks) {
    std::string mark;
    if (block.form == AnswerBlock::Form::Heading)
      mark = std::string(static_cast<std::size_t>(block.level), '#') + " ";
    if (block.form == AnswerBlock::Form::Item) mark = "- ";
    out.push_back(mark + block.text);
  }
  return out;
}

TEST(Answer, is_read_as_headings_paragraphs_and_items) {
  EXPECT_THAT(
      lines("# 2024년\n\n드럼을 **많이** 쳤어요.\n다음 줄.\n\n## 길 위에서\n- 하나\n- `둘`\n1. 셋\n"),
      ElementsAre("# 2024년", "드럼을 많이 쳤어요. 다음 줄.", "## 길 위에서", "- 하나", "- 둘", "- 셋"));
}

TEST(Answer, a_fence_around_all_of_it_is_taken_off) {
  EXPECT_THAT(lines("```markdown\n# A\ntext\n```"), ElementsAre("# A", "text"));
}

TEST(Answer, thoughts_are_no_part_of_it) {
  EXPECT_THAT(lines("<think>\n171? 172?\n</think>\n\nThe text."), ElementsAre("The text."));
  EXPECT_THAT(lines("hm, they want…\n</think>\nThe text."), ElementsAre("The text."));
  EXPECT_THAT(lines("<think>I never stop"), IsEmpty());
  EXPECT_THAT(lines("One.<thinking>hm</thinking> Two."), ElementsAre("One. Two."));
}

TEST(Answer, pictures_links_and_addresses_are_only_their_words) {
  EXPECT_THAT(lines("![드럼](https://evil.example/?year=171) 쳤어요."), ElementsAre("쳤어요."));
  EXPECT_THAT(lines("[여기](http://evil.example) [저기][1]를 보세요.\n\n[1]: http://evil.example"),
              ElementsAre("여기 저기를 보세요."));
  EXPECT_THAT(lines("see <https://evil.example> or https://evil.example/x, www.evil.example too"),
              ElementsAre("see or … … too"));
  EXPECT_THAT(lines("a[![b](x)](javascript:alert(1))c"), ElementsAre(Not(HasSubstr("javascript"))));
  EXPECT_EQ(read_answer("![a](b) https://c").addresses, 2);
}

TEST(Answer, html_and_notes_are_cut) {
  EXPECT_THAT(lines("<b>bold</b> <img src=x onerror=alert(1)> text<!-- hidden -->[^1]\n\n[^1]: note"),
              ElementsAre("bold text"));
  EXPECT_THAT(lines("3 < 4 and 5 > 4"), ElementsAre("3 < 4 and 5 > 4"));
}

TEST(Answer, quotes_and_tables_are_told_as_words) {
  EXPECT_THAT(lines("> 171번 쳤어요.\n\n| 책 | 9권 |\n|---|---|\n| 글 | 6편 |"),
              ElementsAre("171번 쳤어요.", "- 책, 9권", "- 글, 6편"));
}

TEST(Answer, no_nesting_of_marks_brings_an_address_back) {
  for (const char* hostile :
       {"[a](http://x", "[[a](http://x)](http://y)", "![[a]](http://x)", "ht<b>tp://x</b>",
        "<<b>img src=\"http://x\">", "htt[p](a)://x y", "\\![a](http://x)", "[a]\\(http://x)",
        "[a] (http://x)", "<a href='http://x'>a</a>", "`![a](http://x)`", "&lt;img src=http://x&gt;",
        "[^1]: ![a](http://x)", "HTTP://X", "w[^1]ww.x.example", "<scr<script>ipt src=//x>",
        "data:text/html;base64,AA"}) {
    for (const AnswerBlock& block : read_answer(hostile).blocks) {
      const std::string shown = as_markdown(block.text);
      EXPECT_THAT(shown, AllOf(Not(HasSubstr("://")), Not(HasSubstr("](")), Not(HasSubstr("<")),
                               Not(HasSubstr("www.")), Not(HasSubstr("data:"))))
          << hostile;
    }
  }
}

TEST(Answer, long_hostile_texts_are_read_in_time) {
  const auto begun = std::chrono::steady_clock::now();
  for (const char* piece : {"[", "![a](", "<a", "<think>", "</think>", "[^", "`", "*", "|", ">", "# ",
                            "- a\n", "\\", "_", "<!--", "](", "a\n\n"}) {
    std::string text;
    while (text.size() < 500'000) text += piece;
    EXPECT_LE(read_answer(text).blocks.size(), 2000U);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
}

}  // namespace
}  // namespace hoego
