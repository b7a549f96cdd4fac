#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "story/document.h"
#include "story/promises_for_tests.h"
#include "verify/verify.h"

namespace hoego {
namespace {

struct Telling {
  Language language;
  Tone tone;
};

std::string text_of(const Document& document) {
  std::string text;
  for (const Section& section : document.sections) {
    if (!section.title.empty()) text += "## " + section.title + "\n\n";
    for (const Sentence& sentence : section.sentences) text += sentence.text + "\n\n";
  }
  return text;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void expect_told_year_agrees(const Findings& findings, Telling telling) {
  int numbers = 0;
  int agree = 0;
  for (const VerifiedSentence& one : verify(text_of(tell(findings, telling.language, telling.tone)), findings)) {
    std::string parts;
    for (const VerifiedPart& part : one.parts)
      parts += "\n    " + std::string(name(part.stated)) + " " + one.sentence.text.substr(part.at, part.end - part.at) + ": " +
               std::string(name(part.standing)) + " " + part.found + " " + part.finding;
    EXPECT_NE(one.standing, Standing::Differs) << one.sentence.text << parts;
    EXPECT_NE(one.standing, Standing::CannotBeKnown) << one.sentence.text << parts;
    if (!has_digit(one.sentence.text)) continue;
    ++numbers;
    agree += one.standing == Standing::Agrees ? 1 : 0;
  }
  EXPECT_GE(agree, numbers * 97 / 100) << numbers;
}

TEST(ToldYear, agrees_with_its_own_findings) {
  for (const Findings& findings : {testing_life::life(), testing_life::life_with_promises()}) {
    expect_told_year_agrees(findings, {Language::Korean, Tone::Polite});
    expect_told_year_agrees(findings, {Language::Korean, Tone::Plain});
    expect_told_year_agrees(findings, {Language::English, Tone::Plain});
  }
}

}  // namespace
}  // namespace hoego
