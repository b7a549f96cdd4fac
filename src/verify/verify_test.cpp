#include "verify/verify.h"

#include <gtest/gtest.h>

#include <fstream>

#include "story/promises_for_tests.h"

namespace hoego {
namespace {

Findings seen_life() {
  Findings all = testing_life::life_with_promises();
  all.journeys_seen = 294;
  return all;
}

VerifiedSentence of(const std::string& text) {
  WrittenSentence sentence;
  sentence.text = text;
  sentence.line = 1;
  return verify_sentence(sentence, seen_life());
}

std::string told(const VerifiedSentence& one) {
  std::string text = one.sentence.text + ": " + std::string(name(one.standing));
  for (const VerifiedPart& part : one.parts) {
    text += "\n    " + std::string(name(part.stated)) + " \"" + one.sentence.text.substr(part.at, part.end - part.at) + "\" " +
            std::string(name(part.standing)) + " " + part.found;
  }
  return text;
}

/// Each line of cases.tsv: a standing, or "false" for either way of being caught, and a sentence.
TEST(Verify, stands_by_hand_written_sentences) {
  std::ifstream in(HOEGO_SOURCE_DIR "/src/verify/cases.tsv");
  std::string line;
  int cases = 0;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    const std::string wanted = line.substr(0, tab);
    const VerifiedSentence got = of(line.substr(tab + 1));
    ++cases;
    if (wanted == "false") {
      EXPECT_TRUE(got.standing == Standing::Differs || got.standing == Standing::CannotBeKnown) << told(got);
    } else {
      EXPECT_EQ(name(got.standing), wanted) << told(got);
    }
  }
  EXPECT_GE(cases, 150);
}

TEST(Verify, says_what_is_found_and_where) {
  const VerifiedSentence got = of("글은 7편 썼다.");
  ASSERT_EQ(got.parts.size(), 1U);
  EXPECT_EQ(got.standing, Standing::Differs);
  EXPECT_EQ(got.parts[0].found, "6");
  EXPECT_EQ(got.parts[0].finding, "posts");
  EXPECT_EQ(got.sentence.text.substr(got.parts[0].at, got.parts[0].end - got.parts[0].at), "7편");
}

TEST(Verify, knows_what_a_sentence_before_spoke_of) {
  const Findings all = seen_life();
  const auto got = verify("드럼은 171번 쳤다. 9월에는 31번이었다. 8월에는 31번이었다.", all);
  ASSERT_EQ(got.size(), 3U);
  EXPECT_EQ(got[1].standing, Standing::Agrees) << told(got[1]);
  EXPECT_EQ(got[2].standing, Standing::Differs) << told(got[2]);
  // Not under another heading.
  const auto apart = verify("드럼은 171번 쳤다.\n\n## 책\n\n9월에는 31번이었다.", all);
  ASSERT_EQ(apart.size(), 2U);
  EXPECT_EQ(apart[1].standing, Standing::CannotBeKnown) << told(apart[1]);
}

TEST(Verify, holds_for_no_text_and_for_odd_ones) {
  const Findings all = seen_life();
  EXPECT_TRUE(verify("", all).empty());
  for (const char* odd : {"3월", "일", "0월 0일부터 99월까지 0번", "9/99", "1/3의 1", "“", "「드럼", "%", "December 32", "1,2,3,4,5,6,7,8,9,0", "만 만 만 원",
                          "9999999999999999999999번", "-1번", "한 한 한 번", "in in in 2024", "May May May", "한", "3월 3월 3월부터 3월까지"}) {
    for (const VerifiedSentence& one : verify(odd, all)) {
      for (const VerifiedPart& part : one.parts) {
        EXPECT_LE(part.at, part.end) << odd;
        EXPECT_LE(part.end, one.sentence.text.size()) << odd;
      }
    }
  }
}

TEST(Verify, of_an_empty_year_nothing_can_be_known) {
  const Findings all = testing_life::empty_year();
  const auto got = verify("드럼은 171번 쳤다. 3월에 나고야에 다녀왔다.", all);
  ASSERT_EQ(got.size(), 2U);
  for (const VerifiedSentence& one : got) EXPECT_EQ(one.standing, Standing::CannotBeKnown) << told(one);
}

}  // namespace
}  // namespace hoego
