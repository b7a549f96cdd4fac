#include "review/into.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "base/error.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* end = "<!-- hoego:end -->\n";

std::string begin(const std::string& name) {
  return "<!-- hoego:begin " + name + " -->\n";
}

Review review(Language language = Language::Korean) {
  Findings findings = testing_life::life();
  Document story = tell(findings, language, Tone::Polite);
  return {std::move(findings), std::move(story), language};
}

std::string into(const std::string& text) {
  return refreshed(text, "글.md", review());
}

std::string problem(const std::string& text) {
  try {
    refreshed(text, "글.md", review());
  } catch (const UsageError& error) {
    return error.where() + ": " + error.what() + "; " + error.remedy();
  }
  return "none";
}

TEST(Into, a_block_for_the_whole_text_has_headings_and_notes_and_no_title) {
  const std::string text = into("앞\n" + begin("review") + end + "뒤\n");
  EXPECT_EQ(text.rfind("앞\n<!-- hoego:begin review -->\n\n", 0), 0U);
  EXPECT_THAT(text, HasSubstr("## 길 위에서\n"));
  EXPECT_THAT(text, HasSubstr("\n[^hoego-1]: 기간 · "));
  EXPECT_THAT(text, Not(HasSubstr("# 2024년")));
  EXPECT_THAT(text, ::testing::EndsWith("\n\n<!-- hoego:end -->\n뒤\n"));
}

TEST(Into, sections_have_their_blocks_and_notes_a_place_of_their_own) {
  const std::string text = into("## 여행\n" + begin("trips") + "옛 글\n" + end + "## 남은 날\n" +
                                begin("ahead") + end + "---\n" + begin("footnotes") + end);
  EXPECT_THAT(text, HasSubstr("## 여행\n<!-- hoego:begin trips -->\n\n"));
  EXPECT_THAT(text, Not(HasSubstr("옛 글")));
  EXPECT_THAT(text, Not(HasSubstr("길 위에서"))) << "the heading is the owner's";
  const std::size_t notes = text.find("footnotes");
  EXPECT_GT(text.find("[^hoego-1]:"), notes);
  EXPECT_LT(text.find("[^hoego-1]"), notes);
}

TEST(Into, notes_above_the_text_know_what_is_told_below) {
  const std::string text = into(begin("footnotes") + end + begin("trips") + end);
  EXPECT_LT(text.find("[^hoego-1]:"), text.find("hoego:begin trips"));
}

TEST(Into, every_mark_has_one_note_and_every_note_a_mark) {
  for (const std::string& text :
       {begin("review") + end, begin("opening") + end + begin("activities") + end + begin("comparison") + end,
        begin("trips") + end + begin("footnotes") + end + begin("limits") + end}) {
    const std::string told = into(text);
    std::set<std::string> marks;
    std::vector<std::string> notes;
    const std::regex mark("\\[\\^(hoego-[0-9]+)\\](:?)");
    for (std::sregex_iterator it(told.begin(), told.end(), mark), last; it != last; ++it) {
      if ((*it)[2].length() > 0)
        notes.push_back((*it)[1]);
      else
        marks.insert((*it)[1]);
    }
    EXPECT_FALSE(marks.empty());
    EXPECT_EQ(std::set<std::string>(notes.begin(), notes.end()), marks);
    EXPECT_EQ(notes.size(), marks.size()) << "none is there twice";
  }
}

TEST(Into, the_owners_own_footnotes_stay_theirs) {
  const std::string own = "내 각주[^1]와 둘째[^note].\n\n[^1]: 하나\n[^note]: 둘\n\n";
  const std::string text = into(own + begin("review") + end);
  EXPECT_EQ(text.rfind(own, 0), 0U);
  EXPECT_EQ(text.find("[^1]", own.size()), std::string::npos);
}

TEST(Into, the_same_review_gives_the_same_bytes_again) {
  for (const std::string& text :
       {begin("review") + end, std::string("글\r\n<!-- hoego:begin trips -->\r\n<!-- hoego:end -->\r\n끝"),
        begin("occasions") + end + begin("trips") + end + begin("footnotes") + end}) {
    const std::string once = into(text);
    EXPECT_NE(once, text);
    EXPECT_EQ(into(once), once);
  }
}

TEST(Into, all_that_is_outside_stays_byte_for_byte) {
  const std::string before = "\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\n\t탭  끝 빈칸  \r\n\r\n\r\n섞인 줄\n\r\n";
  const std::string after = "마지막 줄은 끝이 없다";
  const std::string old = "<!--hoego:begin   trips-->\r\n";
  const std::string text = into(before + old + "x\r\n  <!-- hoego:end -->\r\n" + after);
  EXPECT_EQ(text.rfind(before + old, 0), 0U);
  EXPECT_THAT(text, ::testing::EndsWith("\r\n\r\n  <!-- hoego:end -->\r\n" + after));
  const std::size_t from = before.size() + old.size();
  const std::string inside = text.substr(from, text.rfind("  <!--") - from);
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\n') {
      EXPECT_TRUE(i > 0 && inside[i - 1] == '\r') << "at " << i;
    }
  }
}

TEST(Into, a_file_that_begins_with_a_mark_may_begin_with_a_block) {
  EXPECT_EQ(
      into("\xEF\xBB\xBF" + begin("trips") + end).rfind("\xEF\xBB\xBF<!-- hoego:begin trips -->\n\n", 0), 0U);
}

TEST(Into, a_section_that_is_not_told_leaves_its_block_empty) {
  const std::string text = begin("promises") + end;
  EXPECT_EQ(into(begin("promises") + "작년 것\n" + end), text) << "nothing was promised";
}

TEST(Into, markers_in_fenced_code_are_code) {
  const std::string code =
      "````\n```\n<!-- hoego:begin trips -->\n```\n````\n~~~md\n<!-- hoego:end -->\n~~~\n";
  const std::string text = into(code + begin("ahead") + end);
  EXPECT_EQ(text.rfind(code + begin("ahead"), 0), 0U);
  EXPECT_EQ(problem("`````` `x` ```` \n" + begin("trips")).find("none"), std::string::npos) << "no fence";
}

TEST(Into, what_a_block_held_does_not_matter) {
  const std::string text = into(begin("trips") + "```\nunclosed\n" + end + "뒤\n");
  EXPECT_EQ(text, into(begin("trips") + end + "뒤\n"));
}

TEST(Into, the_owners_words_cannot_end_a_block) {
  Review all = review();
  all.story.sections[0].sentences[0].text = "x";
  all.story.sections[0].sentences[0].voice = Voice::Own;
  all.story.sections[0].sentences[0].text = "앞\n<!-- hoego:end -->\n뒤 <!-- <!-- hoego:begin ahead -->";
  const std::string name = all.story.sections[0].id;
  const std::string once = refreshed(begin(name) + end, "글.md", all);
  EXPECT_EQ(refreshed(once, "글.md", all), once);
  EXPECT_EQ(blocks_in(once, "글.md").size(), 1U);
}

TEST(Into, says_which_lines_to_paste_where_there_are_none) {
  for (const std::string& text : {std::string(), std::string("# 글\n"), begin("footnotes") + end}) {
    EXPECT_THAT(problem(text), HasSubstr("the text has no place for the review"));
    EXPECT_THAT(problem(text), HasSubstr("<!-- hoego:begin review -->\n       <!-- hoego:end -->"));
  }
}

TEST(Into, names_the_line_of_what_is_wrong) {
  EXPECT_THAT(problem("\n" + begin("trips") + "x\n"),
              HasSubstr("글.md, line 2: the block \"trips\" has no end"));
  EXPECT_THAT(problem("\n\n" + std::string(end)), HasSubstr("line 3: an end without a beginning"));
  EXPECT_THAT(problem(begin("trips") + begin("ahead") + end),
              HasSubstr("line 2: the block \"ahead\" begins inside"));
  EXPECT_THAT(problem(begin("trips") + end + begin("trips") + end),
              HasSubstr("line 3: the block \"trips\" is there twice, first on line 1"));
  EXPECT_THAT(problem(begin("review") + end + begin("footnotes") + end + begin("trips") + end),
              HasSubstr("line 5: \"trips\" stands beside \"review\" of line 1"));
  EXPECT_THAT(problem(begin("trips") + end + begin("review") + end), HasSubstr("line 3"));
  EXPECT_THAT(problem(begin("tirps") + end),
              HasSubstr("line 1: there is no section \"tirps\"; one of review, opening"));
  EXPECT_THAT(problem("<!-- hoego:start trips -->\n"),
              HasSubstr("line 1: \"<!-- hoego:start trips -->\" is no marker"));
  EXPECT_THAT(problem("<!-- hoego:begin -->\n"), HasSubstr("is no marker"));
  EXPECT_THAT(problem("<!-- hoego:begin trips ahead -->\n"), HasSubstr("is no marker"));
  EXPECT_THAT(problem("<!-- a --> <!-- hoego:end -->\n"), HasSubstr("is no marker"));
  EXPECT_THAT(problem("> <!-- hoego:end -->\n"), HasSubstr("is no marker"));
  EXPECT_THAT(problem("<!-- hoego:begin trips\n-->\n"), HasSubstr("is no marker"));
  EXPECT_THAT(problem("\xC7\xD1\xB1\xDB\n" + begin("trips") + end), HasSubstr("is not UTF-8"));
}

TEST(Into, knows_every_section_that_is_told) {
  for (const Language language : {Language::Korean, Language::English}) {
    for (const Section& section : review(language).story.sections)
      EXPECT_NO_THROW(refreshed(begin(section.id) + end, "x.md", review(language))) << section.id;
  }
}

TEST(Into, long_hostile_texts_end_soon) {
  std::string comments;
  for (int i = 0; i < 300000; ++i) comments += "<!--";
  EXPECT_THAT(problem(comments), HasSubstr("no place"));
  EXPECT_THAT(problem(std::string(2000000, ' ')), HasSubstr("no place"));
  EXPECT_THAT(problem(std::string(2000000, '`')), HasSubstr("no place"));
  EXPECT_THAT(problem("<!-- hoego:begin " + std::string(2000000, 'x')), HasSubstr("is no marker"));
}

}  // namespace
}  // namespace hoego
