#include "analysis/occasions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/terms.h"
#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const Period year_2024{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};

Findings look(const Life& life, const Settings& settings = {}, const Period& period = year_2024) {
  return look_back(life.timeline(), settings, world(), period, year_before(period));
}

std::vector<std::string> ids(const std::vector<Occasion>& occasions) {
  std::vector<std::string> all;
  for (const Occasion& one : occasions) all.push_back(one.id);
  return all;
}

const Occasion& find(const std::vector<Occasion>& occasions, const std::string& id) {
  for (const Occasion& one : occasions) {
    if (one.id == id) return one;
  }
  throw std::runtime_error("no occasion " + id);
}

std::string at(Date date, const char* time = "T19:00:00") {
  return date.iso() + time;
}

/// Every week from one day to another.
template <class Add>
void weekly(const char* from, const char* to, Add add) {
  for (Date date = day(from); date <= day(to); date = date + 7) add(at(date));
}

/// Two years of evenings in Seoul, in a calendar of work that reaches back as far.
Life two_years_at_home() {
  Life life;
  life.evenings(day("2022-06-01"), day("2024-10-19"), seoul);
  weekly("2022-06-01", "2024-10-16",
         [&](const std::string& when) { life.event("회의", when.c_str(), 1, "회사"); });
  life.covered("회사", day("2022-06-01"), day("2024-10-20"));
  return life;
}

Life& nagoya_trip(Life& life, bool mine = true) {
  for (const char* date : {"2024-03-15", "2024-03-16", "2024-03-17"}) {
    for (const char* time : {"T11:00:00", "T15:00:00", "T22:00:00"})
      life.photo((std::string(date) + time).c_str(), nagoya, 9, mine);
  }
  return life;
}

/// At home but for the days of the trip to Nagoya.
Life home_but_for_nagoya() {
  Life life;
  life.evenings(day("2022-06-01"), day("2024-03-14"), seoul);
  nagoya_trip(life);
  life.evenings(day("2024-03-18"), day("2024-10-19"), seoul);
  return life;
}

TEST(Firsts, a_country_and_a_town_are_new_where_two_years_of_pictures_know_none_of_them) {
  const Findings findings = look(home_but_for_nagoya());
  const Occasion& country = find(findings.firsts, "first-country-jp");
  EXPECT_EQ(country.date, day("2024-03-15"));
  EXPECT_EQ(country.key, "JP");
  EXPECT_EQ(country.reaches_back_to, day("2022-06-01"));
  EXPECT_EQ(country.count, 9);
  EXPECT_EQ(findings.cited.count(country.evidence.records.front()), 1U);
  EXPECT_EQ(find(findings.firsts, "first-town-jp-nagoya").label.ko, "나고야");
}

TEST(Firsts, none_where_the_pictures_begin_less_than_a_year_before) {
  Life life;
  life.evenings(day("2023-06-01"), day("2024-03-14"), seoul);
  nagoya_trip(life);
  life.evenings(day("2024-03-18"), day("2024-10-19"), seoul);
  EXPECT_THAT(ids(look(life).firsts), IsEmpty());
}

TEST(Firsts, none_where_months_before_have_no_pictures) {
  Life life;
  life.evenings(day("2022-06-01"), day("2023-08-01"), seoul);
  life.evenings(day("2023-11-01"), day("2024-03-14"), seoul);
  nagoya_trip(life);
  life.evenings(day("2024-03-18"), day("2024-10-19"), seoul);
  EXPECT_THAT(ids(look(life).firsts), IsEmpty());
}

TEST(Firsts, a_friends_photos_make_no_first_country) {
  Life life;
  life.evenings(day("2022-06-01"), day("2024-10-19"), seoul);
  nagoya_trip(life, false);
  EXPECT_THAT(ids(look(life).firsts), IsEmpty());
}

TEST(Firsts, a_trip_that_only_the_calendar_knows_makes_a_later_one_no_first) {
  Life life;
  life.evenings(day("2022-06-01"), day("2022-12-31"), seoul);
  life.all_day("나고야 여행", day("2023-02-03"), day("2023-02-06"));
  life.evenings(day("2023-02-08"), day("2024-03-14"), seoul);
  nagoya_trip(life);
  life.evenings(day("2024-03-18"), day("2024-10-19"), seoul);
  EXPECT_THAT(ids(look(life).firsts), Not(Contains("first-country-jp")));
  EXPECT_THAT(ids(look(life).firsts), Not(Contains("first-town-jp-nagoya")));
}

Settings drums_rule() {
  Settings settings;
  ActivityRule drums;
  drums.id = "drums";
  drums.label = {"드럼", "drums"};
  Matcher matcher;
  matcher.patterns.emplace_back("title", std::make_shared<const Pattern>("드럼"));
  drums.match = {matcher};
  settings.activities = {drums};
  return settings;
}

Life& drum_lessons(Life& life, const char* from, const char* to = "2024-10-16") {
  weekly(from, to, [&](const std::string& when) { life.event("드럼 레슨", when.c_str()); });
  return life.covered("밴드", day(from), day("2024-10-20"));
}

TEST(Firsts, a_habit_with_a_calendar_of_its_own_began_where_other_calendars_reach_back) {
  Life life = two_years_at_home();
  drum_lessons(life, "2024-02-07");
  const Findings findings = look(life, drums_rule());
  const Occasion& drums = find(findings.firsts, "first-activity-drums");
  EXPECT_EQ(drums.date, day("2024-02-07"));
  EXPECT_EQ(drums.reaches_back_to, day("2022-06-01"));
  EXPECT_EQ(drums.count, 37);
}

TEST(Firsts, none_where_the_export_begins_only_then) {
  Life life;
  drum_lessons(life, "2024-02-07");
  EXPECT_THAT(ids(look(life, drums_rule()).firsts), IsEmpty());
}

TEST(Firsts, none_where_a_calendar_with_a_whole_life_in_it_begins_only_then) {
  Life life = two_years_at_home();
  drum_lessons(life, "2024-02-07");
  for (const char* title : {"저녁 약속", "치과", "장보기"}) {
    weekly("2024-02-07", "2024-10-16", [&](const std::string& when) { life.event(title, when.c_str()); });
  }
  EXPECT_THAT(ids(look(life, drums_rule()).firsts), Not(Contains("first-activity-drums")));
}

TEST(Firsts, another_persons_calendar_reaches_back_for_nobody) {
  Life life;
  drum_lessons(life, "2024-02-07");
  life.covered("대한민국의 휴일", day("2010-01-01"), day("2024-10-20"));
  EXPECT_THAT(ids(look(life, drums_rule()).firsts), IsEmpty());
}

TEST(Firsts, an_assistant_is_new_beside_one_used_for_longer) {
  Life life;
  weekly("2022-12-05", "2024-10-14", [&](const std::string& when) {
    life.thing(Kind::Chat, "번역 질문", when.c_str()).last_with(trait::tool, "ChatGPT");
  });
  weekly("2024-03-06", "2024-10-16", [&](const std::string& when) {
    life.thing(Kind::Chat, "질문", when.c_str()).last_with(trait::tool, "Claude");
  });
  life.covers(Kind::Chat, "ChatGPT", day("2022-12-05"), day("2024-10-20"));
  life.covers(Kind::Chat, "Claude", day("2024-03-06"), day("2024-10-20"));
  const Findings findings = look(life);
  EXPECT_THAT(ids(findings.firsts), ElementsAre("first-tool-claude"));
  EXPECT_EQ(findings.firsts[0].date, day("2024-03-06"));
  EXPECT_EQ(findings.firsts[0].reaches_back_to, day("2022-12-05"));
  EXPECT_THAT(ids(look(life, {}, {day("2022-01-01"), day("2022-12-31"), day("2024-10-20")}).firsts),
              IsEmpty());
}

Life& commits(Life& life, const char* repository, const char* language, const char* from, const char* to,
              const char* title = "Fix a typo") {
  weekly(from, to, [&](const std::string& when) {
    life.thing(Kind::Commit, title, when.c_str())
        .last_with(trait::repository, repository)
        .last_with(trait::language, language);
  });
  return life.covers(Kind::Commit, repository, day(from), day("2024-10-20"));
}

TEST(Firsts, a_repository_and_a_language_but_no_markup) {
  Life life;
  commits(life, "work", "Python", "2022-01-03", "2024-10-14");
  commits(life, "tools", "Rust", "2024-05-06", "2024-10-14");
  commits(life, "docs", "Markdown", "2024-06-03", "2024-10-14");
  EXPECT_THAT(ids(look(life).firsts),
              ElementsAre("first-repository-tools", "first-language-rust", "first-repository-docs"));
}

TEST(Firsts, a_new_name_in_titles_with_its_particles_cut) {
  Life life;
  for (int week = 0; week < 120; ++week)
    life.thing(Kind::Post, "모델을 다시 학습한 주", at(day("2022-06-06") + 7 * week).c_str());
  life.covers(Kind::Post, "blog", day("2022-06-06"), day("2024-10-20"));
  for (const char* title : {"Streamlit으로 만든 첫 화면", "streamlit을 고치며", "Streamlit과 보낸 주말"})
    life.thing(Kind::Post, title,
               at(day("2024-05-01") + static_cast<int>(std::string(title).size())).c_str());
  for (const char* title : {"쿠버네티스를 배우며", "쿠버네티스에서 막힌 곳", "다시 쿠버네티스"})
    life.thing(Kind::Post, title,
               at(day("2024-07-01") + static_cast<int>(std::string(title).size())).c_str());
  const Findings findings = look(life);
  EXPECT_THAT(ids(findings.firsts), ElementsAre("first-topic-streamlit", "first-topic-쿠버네티스"));
  EXPECT_EQ(findings.firsts[0].label.en, "Streamlit");
  EXPECT_EQ(findings.firsts[0].count, 3);
  EXPECT_EQ(findings.firsts[0].reaches_back_to, day("2022-06-06"));
}

TEST(Firsts, a_name_is_no_first_where_so_few_titles_came_before_that_chance_explains_it) {
  Life life;
  for (int month = 0; month < 24; ++month)
    life.thing(Kind::Post, "한 달", at(day("2022-06-06") + 30 * month).c_str());
  for (int week = 0; week < 20; ++week)
    life.thing(Kind::Post, "한 주", at(day("2024-06-03") + 7 * week).c_str());
  for (int i = 0; i < 60; ++i)
    life.thing(Kind::Post, i % 20 == 0 ? "Streamlit 화면" : "짧은 글", at(day("2024-06-04") + 2 * i).c_str());
  life.covers(Kind::Post, "blog", day("2022-06-06"), day("2024-10-20"));
  EXPECT_THAT(ids(look(life).firsts), IsEmpty());
}

TEST(Firsts, people_one_writes_with_are_new_where_the_conversation_itself_reaches_back) {
  Life life;
  const auto message = [&](const char* who, const std::string& when) {
    life.thing(Kind::Message, "밴드", when.c_str(), false)
        .last_with(trait::sent_by, who)
        .last_with(trait::chat, "밴드");
  };
  weekly("2022-09-05", "2024-10-14", [&](const std::string& when) { message("지훈", when); });
  weekly("2024-04-01", "2024-10-14", [&](const std::string& when) { message("서연", when); });
  life.covers(Kind::Message, "밴드", day("2022-09-05"), day("2024-10-20"));
  EXPECT_THAT(ids(look(life).firsts), ElementsAre("first-person-서연"));
}

TEST(Lasts, a_repository_left_alone_for_months) {
  Life life;
  commits(life, "work", "Python", "2022-01-03", "2024-10-14");
  commits(life, "thesis", "R", "2022-09-05", "2024-03-04");
  const Findings findings = look(life);
  EXPECT_THAT(ids(findings.lasts), ElementsAre("last-repository-thesis", "last-language-r"));
  EXPECT_EQ(findings.lasts[0].date, day("2024-03-04"));
  EXPECT_EQ(findings.lasts[0].silent_to, day("2024-10-20"));
  EXPECT_THAT(ids(look(life, {}, {day("2023-01-01"), day("2023-12-31"), day("2024-10-20")}).lasts),
              IsEmpty());
}

TEST(Lasts, none_where_the_coverage_ended) {
  Life life = two_years_at_home();
  weekly("2022-09-07", "2024-03-06", [&](const std::string& when) { life.event("드럼 레슨", when.c_str()); });
  life.covered("밴드", day("2022-09-07"), day("2024-03-20"));
  EXPECT_THAT(ids(look(life, drums_rule()).lasts), IsEmpty());
  life.covered("밴드", day("2022-09-07"), day("2024-10-20"));
  EXPECT_THAT(ids(look(life, drums_rule()).lasts), ElementsAre("last-activity-drums"));
}

TEST(Lasts, none_where_such_a_silence_was_there_before) {
  Life life = two_years_at_home();
  weekly("2022-06-08", "2022-08-31", [&](const std::string& when) { life.event("드럼 레슨", when.c_str()); });
  weekly("2023-08-02", "2024-06-05", [&](const std::string& when) { life.event("드럼 레슨", when.c_str()); });
  life.covered("밴드", day("2022-06-08"), day("2024-10-20"));
  EXPECT_THAT(ids(look(life, drums_rule()).lasts), IsEmpty());
}

TEST(Lasts, none_where_more_of_it_is_planned) {
  Life life = two_years_at_home();
  drum_lessons(life, "2022-09-07", "2024-03-06");
  life.event("드럼 공연", "2024-11-16T19:00:00");
  EXPECT_THAT(ids(look(life, drums_rule()).lasts), IsEmpty());
}

TEST(Anniversaries, of_a_first_lesson_only_where_the_records_know_the_time_before) {
  Life life = two_years_at_home();
  drum_lessons(life, "2023-06-14");
  const Findings findings = look(life, drums_rule());
  ASSERT_EQ(findings.milestones.size(), 1U);
  EXPECT_EQ(findings.milestones[0].what, MilestoneKind::Found);
  EXPECT_EQ(findings.milestones[0].date, day("2024-06-14"));
  EXPECT_EQ(findings.milestones[0].years, 1);
  Life alone;
  drum_lessons(alone, "2023-06-14");
  EXPECT_THAT(look(alone, drums_rule()).milestones, IsEmpty());
}

TEST(Anniversaries, ages_and_the_owners_own) {
  Settings settings;
  settings.born = day("1996-02-29");
  settings.milestones = {{{"개발자", "developer"}, day("2021-11-18")}};
  const Findings findings = look(Life(), settings, {day("2025-01-01"), day("2025-12-31"), day("2025-10-20")});
  ASSERT_EQ(findings.milestones.size(), 2U);
  EXPECT_EQ(findings.milestones[0].id, "milestone-age-29");
  EXPECT_EQ(findings.milestones[0].date, day("2025-02-28"));
  EXPECT_EQ(findings.milestones[1].id, "milestone-developer-4") << "still ahead, and told as such";
}

TEST(Terms, words_are_runs_of_one_script) {
  const auto text = [](std::string_view title) {
    std::vector<std::string> words;
    for (const Word& word : words_in(title)) words.push_back(word.text);
    return words;
  };
  EXPECT_THAT(text("feat(streamlit): GPT-4o로 C 번역기 v2.1 고치기 a"),
              ElementsAre("feat", "streamlit", "GPT-4o", "번역기", "고치기"));
  EXPECT_THAT(text("\xEA\xB0"), IsEmpty()) << "a syllable cut short";
}

TEST(Terms, a_spelling_tells_a_name_unless_every_word_is_a_capital) {
  const auto marked = [](std::string_view title) {
    std::vector<std::string> words;
    for (const Word& word : words_in(title)) {
      if (word.marked) words.push_back(word.text);
    }
    return words;
  };
  EXPECT_THAT(marked("Deploy the model with Streamlit and PyTorch"), ElementsAre("Streamlit", "PyTorch"));
  EXPECT_THAT(marked("Notes On Deploying Models"), IsEmpty());
  EXPECT_THAT(marked("streamlit 화면"), ElementsAre("streamlit"));
}

TEST(Terms, a_particle_is_cut_only_where_the_rest_is_known) {
  Stems stems;
  for (const char* word :
       {"회의", "회의를", "회의에서", "고양이", "고양이가", "쿠버네티스를", "쿠버네티스에"})
    stems.learn(word);
  EXPECT_EQ(stems.stem("회의"), "회의");
  EXPECT_EQ(stems.stem("회의에서"), "회의");
  EXPECT_EQ(stems.stem("고양이가"), "고양이");
  EXPECT_EQ(stems.stem("쿠버네티스를"), "쿠버네티스");
  EXPECT_EQ(stems.stem("캐나다로"), "캐나다로") << "seen once, and once only";
}

}  // namespace
}  // namespace hoego
