#include "app/toml_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const by_hand =
    "# 내가 고친 것들\n"
    "\n"
    "[[trip]]            # 봄\n"
    "at   = 2024-03-16   # 토요일\n"
    "name = \"나고야\"\n"
    "\n"
    "# 여기서 나눈다\n"
    "[[trip]]\n"
    "# 몬트리올까지\n"
    "split = 2024-10-03\n"
    "\n"
    "[[record]]\n"
    "id = \"photo-1\"\n";

std::string edited(const std::string& text, const std::function<void(TomlText&)>& change) {
  TomlText toml(text, "corrections.toml");
  change(toml);
  return toml.text();
}

std::string with_trip(const std::string& text) {
  return edited(text, [](TomlText& toml) { toml.add("trip", {{"split", "2024-05-01"}}); });
}

std::string crlf(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
    text.replace(at, 1, "\r\n");
  return text;
}

TEST(TomlText, a_table_is_put_at_the_end_in_the_texts_own_style) {
  EXPECT_EQ(with_trip(""), "[[trip]]\nsplit = 2024-05-01\n");
  EXPECT_EQ(with_trip("# a\n"), "# a\n\n[[trip]]\nsplit = 2024-05-01\n");
  EXPECT_EQ(with_trip("# a\n\n"), "# a\n\n[[trip]]\nsplit = 2024-05-01\n");
  EXPECT_EQ(with_trip("# a"), "# a\n\n[[trip]]\nsplit = 2024-05-01") << "no line end at the end";
  EXPECT_EQ(with_trip("# a\r\n"), "# a\r\n\r\n[[trip]]\r\nsplit = 2024-05-01\r\n");
  EXPECT_EQ(with_trip("\xEF\xBB\xBF# a\n"), "\xEF\xBB\xBF# a\n\n[[trip]]\nsplit = 2024-05-01\n");
  EXPECT_EQ(with_trip(by_hand), std::string(by_hand) + "\n[[trip]]\nsplit = 2024-05-01\n");
}

TEST(TomlText, a_list_that_is_written_in_a_line_gets_one_more) {
  EXPECT_EQ(with_trip("trip = [{ at = 2024-03-16, name = \"가\" }] # 여기\n"),
            "trip = [{ at = 2024-03-16, name = \"가\" }, { split = 2024-05-01 }] # 여기\n");
  EXPECT_EQ(with_trip("trip = [\n  { split = 2024-01-01 }, # 하나\n]\n"),
            "trip = [\n  { split = 2024-01-01 }, { split = 2024-05-01 }, # 하나\n]\n");
  EXPECT_EQ(with_trip("trip = []\n"), "trip = [{ split = 2024-05-01 }]\n");
}

TEST(TomlText, a_value_takes_the_place_of_another_and_nothing_else_moves) {
  const auto rename = [](TomlText& toml) { toml.set({"trip", 0}, {"name", toml_string("나고\"야")}); };
  std::string wanted = by_hand;
  wanted.replace(wanted.find("\"나고야\""), std::string("\"나고야\"").size(), "\"나고\\\"야\"");
  EXPECT_EQ(edited(by_hand, rename), wanted);
  EXPECT_EQ(edited(crlf(by_hand), rename), crlf(wanted));
  EXPECT_EQ(edited("\xEF\xBB\xBF[[trip]]\nname='''가\n나''' # 끝", rename),
            "\xEF\xBB\xBF[[trip]]\nname=\"나고\\\"야\" # 끝");
}

TEST(TomlText, a_new_key_stands_after_the_last_one_in_its_column) {
  const auto mine = [](TomlText& toml) { toml.set({"source", 0}, {"mine", "false"}); };
  EXPECT_EQ(edited("[[source]]\npath = \"a\" # 사진\n\n[[source]]\npath = \"b\"", mine),
            "[[source]]\npath = \"a\" # 사진\nmine = false\n\n[[source]]\npath = \"b\"");
  EXPECT_EQ(edited("[[source]]\n  path     = \"a\"\n  complete = [\n    2022-01-01,\n    2024-01-01 ]", mine),
            "[[source]]\n  path     = \"a\"\n  complete = [\n    2022-01-01,\n    2024-01-01 ]\n  mine     = "
            "false");
  EXPECT_EQ(edited("[[source]] # leer\n[me]\n", mine), "[[source]] # leer\nmine = false\n[me]\n");
  EXPECT_EQ(edited("source = [{ path = \"a\" }, {}]\n", mine),
            "source = [{ path = \"a\", mine = false }, {}]\n");
}

TEST(TomlText, a_name_in_a_table_of_its_own_is_found_however_it_is_written) {
  const auto rename = [](TomlText& toml) { toml.set({"activity", 1, "label"}, {"ko", toml_string("북")}); };
  const std::string first = "[[activity]]\nid = \"a\"\n[[activity]]\nid = \"drums\"\n";
  EXPECT_EQ(edited(first + "label = { ko = \"드럼\", en = \"drums\" } # 이름\n", rename),
            first + "label = { ko = \"북\", en = \"drums\" } # 이름\n");
  EXPECT_EQ(edited(first + "label.ko = \"드럼\"\n", rename), first + "label.ko = \"북\"\n");
  EXPECT_EQ(edited(first + "[activity.label]\nen = \"drums\"\n", rename),
            first + "[activity.label]\nen = \"drums\"\nko = \"북\"\n");
  EXPECT_EQ(edited(first + "label.en = \"drums\" # 이름\n", rename),
            first + "label.en = \"drums\" # 이름\nlabel.ko = \"북\"\n");
}

TEST(TomlText, a_table_goes_with_one_empty_line_and_the_comments_of_their_own_lines_stay) {
  const auto remove = [](std::size_t nth) { return [nth](TomlText& toml) { toml.remove("trip", nth); }; };
  const std::string wanted =
      "# 내가 고친 것들\n\n[[trip]]            # 봄\nat   = 2024-03-16   # 토요일\nname = \"나고야\"\n\n"
      "# 여기서 나눈다\n# 몬트리올까지\n\n[[record]]\nid = \"photo-1\"\n";
  EXPECT_EQ(edited(by_hand, remove(1)), wanted);
  EXPECT_EQ(edited(crlf(by_hand), remove(1)), crlf(wanted));
  EXPECT_EQ(edited("trip = [{ split = 2024-01-01 }, { split = 2024-01-02 }]\n", remove(1)),
            "trip = [{ split = 2024-01-01 }]\n");
  EXPECT_EQ(edited("trip = [{ split = 2024-01-01 }, { split = 2024-01-02 }]\n", remove(0)),
            "trip = [{ split = 2024-01-02 }]\n");
}

TEST(TomlText, what_was_put_at_the_end_leaves_no_trace_when_it_goes) {
  for (const std::string& text :
       {std::string(by_hand), crlf(by_hand), std::string("# a\n"), std::string("# a"), std::string(),
        std::string("trip = [{ split = 2024-01-01 }]\n")}) {
    EXPECT_EQ(edited(text,
                     [](TomlText& toml) {
                       toml.add("trip", {{"at", "2024-05-01"}, {"name", "\"가\""}});
                       toml.remove("trip", toml.count("trip") - 1);
                     }),
              text);
  }
}

TEST(TomlText, a_key_goes_with_its_line) {
  const auto take = [](TomlText& toml) { toml.unset({"trip", 0}, "name"); };
  EXPECT_EQ(edited("[[trip]]\nat = 2024-01-01 # a\nname = \"b\" # c\n# d\n", take),
            "[[trip]]\nat = 2024-01-01 # a\n# d\n");
  EXPECT_EQ(edited("[[trip]]\nname = \"b\"\nat = 2024-01-01", take), "[[trip]]\nat = 2024-01-01");
  EXPECT_EQ(edited("[[trip]]\nat = 2024-01-01\nname = \"b\"", take), "[[trip]]\nat = 2024-01-01");
  EXPECT_EQ(edited("trip = [{ name = \"b\", at = 2024-01-01 }]", take), "trip = [{ at = 2024-01-01 }]");
  EXPECT_EQ(edited("trip = [{ at = 2024-01-01, name = \"b\" }]", take), "trip = [{ at = 2024-01-01 }]");
}

TEST(TomlText, a_list_gets_one_more_or_is_made) {
  const auto push = [](TomlText& toml) { toml.push("me", {"names", "\"하늘\""}); };
  EXPECT_EQ(edited("[me]\nnames  = [\"a\", # b\n]\nemails = []\n", push),
            "[me]\nnames  = [\"a\", \"하늘\", # b\n]\nemails = []\n");
  EXPECT_EQ(edited("[me]\nnames = [ ]\n", push), "[me]\nnames = [\"하늘\"]\n");
  EXPECT_EQ(edited("[me]\nemails = []\n", push), "[me]\nemails = []\nnames = [\"하늘\"]\n");
  EXPECT_EQ(edited("language = \"ko\"\n", push), "language = \"ko\"\n\n[me]\nnames = [\"하늘\"]\n");
  EXPECT_THROW(edited("me = 1\n", push), UsageError);
}

TEST(TomlText, tells_the_lines_that_go_and_come) {
  TomlText toml(by_hand, "corrections.toml");
  EXPECT_THAT(toml.lines("trip", 1), ElementsAre("[[trip]]", "split = 2024-10-03"));
  EXPECT_EQ(toml.line("trip", 1), 8U);
  toml.set({"trip", 0}, {"name", "\"도쿄\""});
  toml.add("trip", {{"split", "2024-05-01"}});
  ASSERT_EQ(toml.edits().size(), 2U);
  EXPECT_EQ(toml.edits()[0].line, 5U);
  EXPECT_THAT(toml.edits()[0].removed, ElementsAre("name = \"나고야\""));
  EXPECT_THAT(toml.edits()[0].added, ElementsAre("name = \"도쿄\""));
  EXPECT_THAT(toml.edits()[1].removed, IsEmpty());
  EXPECT_THAT(toml.edits()[1].added, ElementsAre("", "[[trip]]", "split = 2024-05-01"));
}

TEST(TomlText, what_cannot_be_edited_safely_is_refused_and_stays_as_it_was) {
  EXPECT_THROW(TomlText("[[trip]\n", "corrections.toml"), UsageError);
  EXPECT_THROW(TomlText("# \xC7\xD1\xB1\xDB\n", "corrections.toml"), UsageError) << "not UTF-8";
  EXPECT_THROW(with_trip("[trip]\nat = 2024-01-01\n"), UsageError) << "a table, not a list of them";
  TomlText toml(by_hand, "corrections.toml");
  EXPECT_THROW(toml.set({"trip", 7}, {"name", "\"a\""}), UsageError);
  EXPECT_THROW(toml.set({"trip", 0}, {"name", "\"a\"\nsplit = 2024-01-01"}), UsageError);
  EXPECT_THROW(toml.set({"trip", 0}, {"name", "oops"}), UsageError);
  EXPECT_EQ(toml.text(), by_hand);
  EXPECT_THAT(toml.edits(), IsEmpty());
}

TEST(TomlText, a_text_is_written_so_that_it_is_read_back) {
  for (const std::string text : {"가\"나\\다", "tab\there", "\x7f", "'''", "줄\n끝"}) {
    const TomlText toml("a = " + toml_string(text) + "\n", "x");
    EXPECT_EQ(toml.root()["a"].value<std::string>(), text);
  }
}

}  // namespace
}  // namespace hoego
