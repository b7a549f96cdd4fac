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
    text += "\n    " + std::string(name(part.stated)) + " \"" +
            one.sentence.text.substr(part.at, part.end - part.at) + "\" " + std::string(name(part.standing)) +
            " " + part.found;
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
  EXPECT_EQ(got.parts[0].found, "6편");
  EXPECT_EQ(got.parts[0].finding, "posts");
  EXPECT_EQ(got.sentence.text.substr(got.parts[0].at, got.parts[0].end - got.parts[0].at), "7편");
}

std::string found_in(const std::string& text) {
  for (const VerifiedPart& part : of(text).parts) {
    if (part.standing == Standing::Differs) return part.found;
  }
  return {};
}

TEST(Verify, says_what_is_found_with_its_counter) {
  EXPECT_EQ(found_in("드럼을 172번 쳤어요."), "171번");
  EXPECT_EQ(found_in("드럼을 친 시간은 319시간 30분이에요."), "318시간 30분");
  EXPECT_EQ(found_in("책은 열 권 읽었다."), "9권");
  EXPECT_EQ(found_in("I read ten books this year."), "9 books");
  EXPECT_EQ(found_in("글을 마지막으로 쓴 날은 5월 14일이다."), "4월 14일");
  EXPECT_EQ(found_in("The last post was on May 14."), "April 14");
}

TEST(Verify, knows_quarters_of_the_year) {
  EXPECT_EQ(of("4분기에는 글을 한 편도 쓰지 않았다.").standing, Standing::Agrees);
  EXPECT_EQ(of("1분기에는 글을 한 편도 쓰지 않았다.").standing, Standing::Differs);
  EXPECT_EQ(of("There was no post in the third quarter.").standing, Standing::Agrees);
  EXPECT_EQ(of("There was no post in the first quarter.").standing, Standing::Differs);
}

TEST(Verify, judges_the_place_of_a_superlative) {
  Findings all = seen_life();
  const auto standing = [&all](const char* text) {
    WrittenSentence sentence;
    sentence.text = text;
    return verify_sentence(sentence, all);
  };
  const auto told_of = [&](const char* text) { return told(standing(text)); };
  EXPECT_EQ(standing("사진은 밴프에서 가장 많이 찍었다.").standing, Standing::Agrees)
      << told_of("사진은 밴프에서 가장 많이 찍었다.");
  EXPECT_EQ(standing("사진은 퀘벡에서 가장 많이 찍었다.").standing, Standing::Differs)
      << told_of("사진은 퀘벡에서 가장 많이 찍었다.");
  EXPECT_EQ(standing("I took the most pictures in Banff.").standing, Standing::Agrees)
      << told_of("I took the most pictures in Banff.");
  EXPECT_EQ(standing("Canada was the farthest.").standing, Standing::Agrees)
      << told_of("Canada was the farthest.");
  EXPECT_EQ(standing("가장 멀리 간 곳은 나고야였다.").standing, Standing::Differs)
      << told_of("가장 멀리 간 곳은 나고야였다.");
}

TEST(Verify, counts_what_is_entered_beside_what_was_named) {
  Findings all = seen_life();
  all.planned.clear();
  for (int i = 0; i < 5; ++i) {
    Planned one;
    one.id = "planned-" + std::to_string(i);
    one.title = i < 2 ? "합주" : "치과";
    one.days = {*Date::from_ymd(2024, 11, 3 + i), *Date::from_ymd(2024, 11, 3 + i)};
    all.planned.push_back(one);
  }
  const auto rest = [&all](const std::string& text) { return verify(text, all).back(); };
  EXPECT_EQ(rest("달력에는 「합주」가 두 번 더 있다. 이 밖에도 달력에 3건이 더 있다.").standing,
            Standing::Agrees);
  EXPECT_EQ(rest("달력에는 「합주」가 두 번 더 있다. 이 밖에도 달력에 4건이 더 있다.").standing,
            Standing::Differs);
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

TEST(Verify, notices_persons_and_towns_that_nothing_found_knows) {
  for (const char* text : {"3월에 지영에게서 연락이 왔다.", "민수한테 편지를 썼다.",
                           "9월에 부다페스트를 여행했다.", "돌아오는 길에 부다페스트에 들렀다."})
    EXPECT_NE(of(text).standing, Standing::Agrees) << told(of(text));
  EXPECT_EQ(of("회사 사람들에게 선물을 샀다.").standing, Standing::NotAClaim);
}

TEST(Verify, holds_for_no_text_and_for_odd_ones) {
  const Findings all = seen_life();
  EXPECT_TRUE(verify("", all).empty());
  for (const char* odd :
       {"3월", "일", "0월 0일부터 99월까지 0번", "9/99", "1/3의 1", "“", "「드럼", "%", "December 32",
        "1,2,3,4,5,6,7,8,9,0", "만 만 만 원", "9999999999999999999999번", "-1번", "한 한 한 번",
        "in in in 2024", "May May May", "한", "3월 3월 3월부터 3월까지"}) {
    for (const VerifiedSentence& one : verify(odd, all)) {
      for (const VerifiedPart& part : one.parts) {
        EXPECT_LE(part.at, part.end) << odd;
        EXPECT_LE(part.end, one.sentence.text.size()) << odd;
      }
    }
  }
}

TEST(Verify, a_judge_gives_the_same_answer_however_often_it_is_asked) {
  const Findings& all = seen_life();
  Judge judge(all);
  const std::string text = "드럼은 171번 쳤다. 9월에는 31번이었다. I drummed 172 times.";
  const auto standings = [](const std::vector<VerifiedSentence>& sentences) {
    std::vector<Standing> found;
    for (const VerifiedSentence& one : sentences) found.push_back(one.standing);
    return found;
  };
  const auto once = standings(verify(text, all));
  EXPECT_EQ(once, (std::vector{Standing::Agrees, Standing::Agrees, Standing::Differs}));
  for (int times = 0; times < 3; ++times) EXPECT_EQ(standings(judge.text(text)), once);
  // What a text spoke of is not remembered.
  WrittenSentence sentence;
  sentence.text = "9월에는 31번이었다.";
  EXPECT_EQ(judge.sentence(sentence).standing, verify_sentence(sentence, all).standing);
}

TEST(Verify, of_an_empty_year_nothing_can_be_known) {
  const Findings all = testing_life::empty_year();
  const auto got = verify("드럼은 171번 쳤다. 3월에 나고야에 다녀왔다.", all);
  ASSERT_EQ(got.size(), 2U);
  for (const VerifiedSentence& one : got) EXPECT_EQ(one.standing, Standing::CannotBeKnown) << told(one);
}

}  // namespace
}  // namespace hoego
