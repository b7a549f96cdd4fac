#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include "story/document.h"
#include "story/promises_for_tests.h"
#include "verify/falsehoods_for_tests.h"
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

/// A sentence behind those that stand before it in its section, made false in one word.
TEST(ToldYear, catches_what_is_made_false_in_it) {
  const Findings findings = testing_life::life_with_promises();
  std::map<std::string_view, std::array<int, 2>> passed;  // those passed, all
  for (const Telling telling : {Telling{Language::Korean, Tone::Polite}, Telling{Language::English, Tone::Plain}}) {
    for (const Section& section : tell(findings, telling.language, telling.tone).sections) {
      for (std::size_t i = 0; i < section.sentences.size(); ++i) {
        std::string before = "## -\n\n";
        for (std::size_t j = i > 3 ? i - 3 : 0; j < i; ++j) before += section.sentences[j].text + "\n\n";
        for (const falsehoods::False& one : falsehoods::of(section.sentences[i].text)) {
          const Standing standing = verify(before + one.text, findings).back().standing;
          const bool through = standing == Standing::Agrees || standing == Standing::NotAClaim;
          ++passed[one.kind][1];
          passed[one.kind][0] += through ? 1 : 0;
          if (through) std::cerr << one.kind << " passed: " << one.text << "\n";
        }
      }
    }
  }
  EXPECT_EQ(passed.size(), 6U);
  for (const auto& [kind, counts] : passed) EXPECT_LE(counts[0], counts[1] / 100) << kind << " of " << counts[1];
}

}  // namespace
}  // namespace hoego
