#include "model/prompt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* good =
    "---\n"
    "name: mine\n"
    "# a remark\n"
    "language: ko   # or en\n"
    "tone: plain\n"
    "temperature: 0.7\n"
    "length: 800자\n"
    "sections: trips, promises\n"
    "---\n"
    "Write in {{language}}, {{length}}.\n\n{{findings}}\n\nNow.\n";

std::string refusal(const std::string& text) {
  try {
    read_prompt(text, "mine.md");
  } catch (const UsageError& error) {
    return error.where() + ": " + error.what() + "; " + error.remedy();
  }
  return "";
}

TEST(PromptFile, is_read_with_its_front_matter) {
  const PromptFile prompt = read_prompt(good, "mine.md");
  EXPECT_EQ(prompt.name, "mine");
  EXPECT_EQ(prompt.language, Language::Korean);
  EXPECT_EQ(prompt.tone, Tone::Plain);
  EXPECT_EQ(prompt.temperature, 0.7);
  EXPECT_THAT(prompt.sections, ElementsAre("trips", "promises"));
  EXPECT_EQ(prompt.before, "Write in {{language}}, {{length}}.");
  EXPECT_EQ(prompt.after, "Now.");
}

TEST(PromptFile, says_on_which_line_it_cannot_be_read) {
  EXPECT_THAT(refusal("Write."), HasSubstr("mine.md, line 1: a prompt begins with its front matter"));
  EXPECT_THAT(refusal("---\nname: x\n"), HasSubstr("no end"));
  EXPECT_THAT(refusal("---\nname: x\ntemprature: 1\n---\nt"),
              HasSubstr("line 3: unknown key \"temprature\"; did you mean \"temperature\"?"));
  EXPECT_THAT(refusal("---\nname: x\ntemperature: hot\n---\nt"), HasSubstr("a number from 0 to 2"));
  EXPECT_THAT(refusal("---\nname: x\nlanguage: fr\n---\nt"), HasSubstr("unknown language"));
  EXPECT_THAT(refusal("---\nname: x\nsections: trips, sport\n---\nt"),
              HasSubstr("unknown section \"sport\""));
  EXPECT_THAT(refusal("---\nname: x\n---\none\n{{lenght}}"),
              HasSubstr("line 5: unknown placeholder \"lenght\"; did you mean \"length\"?"));
  EXPECT_THAT(refusal("---\nname: x\n---\n{{length"), HasSubstr("without its end"));
  EXPECT_THAT(refusal("---\nname: x\n---\na {{findings}} b {{findings}}"), HasSubstr("twice"));
  EXPECT_THAT(refusal("---\nname: x\n---\n{{findings}} b"), HasSubstr("no instructions"));
  EXPECT_THAT(refusal("---\nlanguage: en\n---\ntext"), HasSubstr("no name"));
}

TEST(PromptFile, what_fills_a_placeholder_is_not_read_again) {
  EXPECT_EQ(filled("{{a}}-{{b}}-{{c", {{"a", "{{b}}"}, {"b", "2"}}), "{{b}}-2-{{c");
}

TEST(PromptFile, those_that_come_with_the_program_can_be_read) {
  int korean = 0;
  int english = 0;
  for (const auto& entry : std::filesystem::directory_iterator(HOEGO_SOURCE_DIR "/prompts")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    const PromptFile prompt = read_prompt(text.str(), entry.path().filename().string());
    EXPECT_EQ(prompt.name, entry.path().stem().string());
    EXPECT_FALSE(prompt.after.empty()) << entry.path();
    if (prompt.name.rfind("repair", 0) == 0) continue;
    ++(prompt.language == Language::Korean ? korean : english);
  }
  EXPECT_GE(korean, 2);
  EXPECT_GE(english, 2);
}

}  // namespace
}  // namespace hoego
