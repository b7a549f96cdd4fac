#include "story/document.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "story/life_for_tests.h"

namespace hoego {
namespace {

std::string text_of(const Document& document) {
  std::string text = "# " + document.title + "\n";
  for (const Section& section : document.sections) {
    text += section.title.empty() ? "\n" : "\n## " + section.title + "\n\n";
    for (const Sentence& sentence : section.sentences)
      text += sentence.text + " [" + sentence.finding + "]\n";
  }
  return text;
}

TEST(Story, show) {
  const Findings life = testing_life::life();
  std::cout << text_of(tell(life, Language::Korean, Tone::Polite)) << std::endl;
  std::cout << text_of(tell(life, Language::Korean, Tone::Plain)) << std::endl;
  std::cout << text_of(tell(life, Language::English, Tone::Plain)) << std::endl;
}

}  // namespace
}  // namespace hoego
