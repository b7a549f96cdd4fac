#include "interview/notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace hoego {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(std::string_view markdown) {
  std::vector<std::string> found;
  for (const OwnWords& note : read_notes(markdown, 2024)) found.push_back(note.on);
  return found;
}

std::string words_on(std::string_view markdown, const std::string& id) {
  for (const OwnWords& note : read_notes(markdown, 2024)) {
    if (note.on == id) return note.text;
  }
  return "(none)";
}

constexpr std::string_view two_notes =
    "# 2024\n\nA line of my own.\n\n## 캐나다 `trip-2024-09-ca`\n\n단풍.\n둘째 줄.\n\n### 덧붙임\n또.\n\n"
    "## 헬스장 `gym-faded-2024-06`\n\n팔이 모자랐다.\n";

TEST(Notes, stand_under_headings_that_end_in_an_id) {
  EXPECT_THAT(ids(two_notes), ElementsAre("trip-2024-09-ca", "gym-faded-2024-06"));
  EXPECT_EQ(words_on(two_notes, "trip-2024-09-ca"), "단풍.\n둘째 줄.\n\n### 덧붙임\n또.");
  EXPECT_EQ(words_on(two_notes, "gym-faded-2024-06"), "팔이 모자랐다.");
  EXPECT_EQ(read_notes(two_notes, 2023).front().year, 2023);
}

TEST(Notes, end_at_the_owners_next_heading) {
  EXPECT_EQ(words_on("## a `x`\nmine\n## diary\nprivate\n### `y`\nyours\n", "x"), "mine");
  EXPECT_EQ(words_on("## a `x`\nmine\n## diary\nprivate\n### `y`\nyours\n", "y"), "yours");
  EXPECT_EQ(words_on("## a `x`\nmine\n# part\n", "x"), "mine");
}

TEST(Notes, headings_are_as_commonmark_has_them) {
  EXPECT_THAT(ids("##`x`\nno blank\n"), IsEmpty());
  EXPECT_THAT(ids("####### seven `x`\nno\n"), IsEmpty());
  EXPECT_THAT(ids("    ## code `x`\nno\n"), IsEmpty());
  EXPECT_THAT(ids("   ## three blanks `x` ##\nyes\n"), ElementsAre("x"));
  EXPECT_THAT(ids("## `x` and more\nno\n"), IsEmpty());
  EXPECT_THAT(ids("## `two words`\nno\n"), IsEmpty());
  EXPECT_THAT(ids("## `x`\n\n  \n"), IsEmpty()) << "nothing is said";
}

TEST(Notes, a_heading_inside_a_code_block_is_none) {
  EXPECT_THAT(ids("```\n## a `x`\nin code\n```\n## b `y`\nout\n"), ElementsAre("y"));
  EXPECT_THAT(ids("~~~ md\n```\n## a `x`\n~~~\n## b `y`\nout\n"), ElementsAre("y"));
  EXPECT_EQ(words_on("## b `y`\n````\n```\n## a `x`\n````\nend\n", "y"), "````\n```\n## a `x`\n````\nend");
}

TEST(Notes, a_fence_that_is_never_closed_swallows_nothing) {
  const std::string_view text = "## a `x`\n```\ncode\n## b `y`\nwords\n";
  EXPECT_THAT(ids(text), ElementsAre("x", "y"));
  EXPECT_EQ(unclosed_fence(text), 2U);
  EXPECT_EQ(unclosed_fence("```\n```\n"), std::nullopt);
}

TEST(Notes, windows_lines_marks_and_a_missing_last_newline_are_read) {
  EXPECT_EQ(words_on("\xEF\xBB\xBF## a `x`\r\n\r\nfirst\r\nsecond\r\n", "x"), "first\nsecond");
  EXPECT_EQ(words_on("## a `x`\nlast", "x"), "last");
  EXPECT_THAT(ids(""), IsEmpty());
  EXPECT_THAT(ids("\xEF\xBB\xBF"), IsEmpty());
}

TEST(Notes, decomposed_hangul_is_read_composed_and_stays_as_it_is_in_the_file) {
  const std::string decomposed = "## `\u1112\u1161\u11AB`\n\u1112\u1161\u11AB\n";
  EXPECT_EQ(words_on(decomposed, "한"), "한");
  const auto edited = with_note(decomposed, "y", "다른", "말");
  ASSERT_TRUE(edited);
  EXPECT_EQ(edited->substr(0, decomposed.size()), decomposed);
  EXPECT_EQ(words_on(*with_note(decomposed, "한", "", "글"), "한"), "글");
}

TEST(Notes, hostile_bytes_are_left_alone) {
  constexpr std::string_view raw("## a `x`\n\xff\xfe\0\x1b[31m\n# \xc3\n", 22);
  const std::string bytes(raw);
  EXPECT_EQ(read_notes(bytes, 2024).size(), 1U);
  EXPECT_EQ(with_note(bytes, "y", "b", "text")->substr(0, bytes.size()), bytes);
}

TEST(WithNote, a_new_one_is_put_at_the_end) {
  EXPECT_EQ(with_note("# 2024\n", "x", "캐나다", "단풍.\n좋았다."),
            "# 2024\n\n## 캐나다 `x`\n\n단풍.\n좋았다.\n");
  EXPECT_EQ(with_note("# 2024", "x", "", "말"), "# 2024\n\n## `x`\n\n말\n");
  EXPECT_EQ(with_note("", "x", "a", "말"), "## a `x`\n\n말\n");
  EXPECT_EQ(with_note("\xEF\xBB\xBF", "x", "a", "말"), "\xEF\xBB\xBF## a `x`\n\n말\n");
  EXPECT_EQ(with_note("# 2024\r\n", "x", "a", "말\n둘"), "# 2024\r\n\r\n## a `x`\r\n\r\n말\r\n둘\r\n");
  EXPECT_EQ(with_note("# 2024\n\n", "x", "a`b\nc", "말"), "# 2024\n\n## a b c `x`\n\n말\n");
}

TEST(WithNote, replaces_what_stood_there_and_nothing_else) {
  const std::string edited = *with_note(two_notes, "trip-2024-09-ca", "ignored", "새 말");
  EXPECT_EQ(edited,
            "# 2024\n\nA line of my own.\n\n## 캐나다 `trip-2024-09-ca`\n\n새 말\n\n"
            "## 헬스장 `gym-faded-2024-06`\n\n팔이 모자랐다.\n");
  EXPECT_EQ(with_note("## a `x`\nold", "x", "", "new"), "## a `x`\nnew\n");
  EXPECT_EQ(with_note("## a `x`", "x", "", "new"), "## a `x`\n\nnew\n");
  EXPECT_EQ(with_note("## a `x`\n\n## b `y`\nz\n", "x", "", "new"), "## a `x`\n\nnew\n\n## b `y`\nz\n");
  EXPECT_EQ(with_note("## a `x`\n1\n## a `x`\n2\n", "x", "", "3"), "## a `x`\n3\n## a `x`\n2\n");
}

TEST(WithNote, a_text_without_words_takes_the_note_out) {
  EXPECT_EQ(with_note(two_notes, "gym-faded-2024-06", "", " \n"),
            two_notes.substr(0, two_notes.find("## 헬스장")));
  EXPECT_EQ(with_note(two_notes, "not-there", "", ""), two_notes);
}

TEST(WithNote, lines_that_would_end_the_note_come_back_as_typed) {
  for (const std::string text :
       {"# 큰 제목\n말", "말\n## 작은 `trip-2024-01-kr`\n또", "### 깊은 제목\n말", "#드럼 #합주",
        "```\n# in code\n```", "```\n# 닫지 않은", "~~~~\n```\nx\n```", "\\# 빗금", "\\\\## 둘", "   # 세 칸",
        "```\n`````\n~~~", "\\```", "    # 네 칸", "첫째\n\n\n둘째", "  들여쓴 말", "- 하나\n- 둘",
        "> 따온 말"}) {
    for (const std::string_view file : {std::string_view("# 2024\n"), two_notes}) {
      const auto edited = with_note(file, "x", "a", text);
      ASSERT_TRUE(edited) << text;
      EXPECT_EQ(words_on(*edited, "x"), text);
      const auto again = with_note(*edited, "after", "b", "그 뒤의 말");
      ASSERT_TRUE(again) << text;
      EXPECT_EQ(words_on(*again, "x"), text);
      EXPECT_EQ(words_on(*again, "after"), "그 뒤의 말");
      EXPECT_EQ(again->substr(0, file.size()), file);
    }
  }
}

TEST(WithNote, refuses_where_an_unclosed_fence_would_swallow_notes) {
  const std::string_view file = "## a `x`\n```\nnever closed\n";
  EXPECT_TRUE(with_note(file, "y", "b", "words")) << "nothing closes it";
  EXPECT_FALSE(with_note(file, "y", "b", "```\ncode\n```"));
  EXPECT_TRUE(with_note(file, "x", "a", "```\ncode\n```")) << "the fence itself is replaced";
}

/// Lines that mean something to Markdown, put together without sense.
std::string nonsense(std::mt19937& random, int most) {
  static const std::vector<std::string> pieces = {
      "# a",   "## b",    "## c `x`",    "```",   "~~~", "````", "",    "말",
      "\\# d", "\\\\```", "   ## e `y`", "### f", "  ",  "> g",  "- h", "#"};
  std::string text;
  const int lines = static_cast<int>(random() % static_cast<unsigned>(most));
  for (int i = 0; i < lines; ++i)
    text += pieces[random() % pieces.size()] + (random() % 9 == 0 ? "\r\n" : "\n");
  return text;
}

TEST(WithNote, no_file_and_no_text_loses_anything) {
  std::mt19937 random(20240615);  // NOLINT(bugprone-random-generator-seed): the same cases every time
  int edited_files = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string file = nonsense(random, 12);
    std::string text = "말\n" + nonsense(random, 8) + "끝";
    const std::string id = random() % 2 == 0 ? "x" : "z";
    const auto edited = with_note(file, id, "h", text);
    if (!edited) {
      EXPECT_TRUE(unclosed_fence(file)) << file;
      continue;
    }
    ++edited_files;
    for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r')) text.erase(at, 1);
    EXPECT_EQ(words_on(*edited, id), text) << file << "\n---\n" << *edited;
    const auto back = with_note(*edited, "w", "h", "another");
    ASSERT_TRUE(back || unclosed_fence(*edited)) << *edited;
    EXPECT_EQ(words_on(back.value_or(*edited), id), text);
  }
  EXPECT_GT(edited_files, 15'000);
}

TEST(WithNote, ten_thousand_lines_are_no_burden) {
  std::string file = "# 2024\n";
  for (int i = 0; i < 2'500; ++i) file += "## `note-" + std::to_string(i) + "`\n\n```a\nwords\n";
  const std::string edited = *with_note(file, "note-1200", "", "changed");
  EXPECT_EQ(words_on(edited, "note-1200"), "changed");
  EXPECT_EQ(read_notes(edited, 2024).size(), 2'500U);
}

}  // namespace
}  // namespace hoego
