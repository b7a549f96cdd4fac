#include "story/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <tuple>

#include "story/life_for_tests.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego {
namespace {

using testing_life::on;

std::string text_of(const Document& document) {
  std::string text = "# " + document.title + "\n";
  for (const Section& section : document.sections) {
    text += section.title.empty() ? "\n" : "\n## " + section.title + "\n\n";
    for (const Sentence& sentence : section.sentences)
      text += sentence.text + " [" + sentence.finding + "]\n";
  }
  return text;
}

std::vector<Document> all_tellings(const Findings& findings) {
  return {tell(findings, Language::Korean, Tone::Polite), tell(findings, Language::Korean, Tone::Plain),
          tell(findings, Language::English, Tone::Plain)};
}

std::vector<std::string> sentences_of(const Document& document) {
  std::vector<std::string> all;
  for (const Section& section : document.sections) {
    for (const Sentence& sentence : section.sentences) all.push_back(sentence.text);
  }
  return all;
}

/// The text of a golden file; written anew when HOEGO_GOLDEN=write.
void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = HOEGO_SOURCE_DIR "/src/story/golden/" + name;
  const char* mode = std::getenv("HOEGO_GOLDEN");
  if (mode && std::string(mode) == "write") std::ofstream(path) << text;
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(text, golden.str());
}

std::set<std::string> ids_of(const Findings& all) {
  std::set<std::string> ids = {period_id(all.period)};
  for (const auto& one : all.coverage) ids.insert(one.id);
  for (const auto& one : all.homes) ids.insert(one.id);
  for (const auto& one : all.trips) ids.insert(one.id);
  for (const auto& one : all.activities) {
    ids.insert(one.id);
    if (one.against) ids.insert(against_id(one));
  }
  for (const auto& one : all.planned) ids.insert(one.id);
  for (const auto& one : all.clocks) ids.insert(one.id);
  for (const auto& one : all.milestones) ids.insert(one.id);
  return ids;
}

/// Every number that a sentence may hold: what stands in the findings, and differences of their days.
class Numbers {
 public:
  explicit Numbers(const Findings& all) : all_(all) {
    day(all.period.as_of);
    range({all.period.from, all.period.to});
    range(all.against);
    value(all.period.days_left());
    for (const Trip& trip : all.trips) add(trip);
    for (const Activity& activity : all.activities) add(activity);
    for (const Planned& planned : all.planned) add(planned);
    for (const ClockFinding& clock : all.clocks) {
      value(clock.pictures);
      hours(std::abs(clock.shift) / 3600.0);
      range(clock.days);
    }
    for (const Home& home : all.homes) day(home.days.from);
    for (const Milestone& milestone : all.milestones) {
      day(milestone.date);
      day(milestone.since);
      value(milestone.years);
    }
    for (const CoverageFinding& coverage : all.coverage) {
      range(coverage.days);
      for (const DateRange& gap : coverage.gaps) range(gap);
    }
    for (const auto& [title, count] : titles_) value(count);
  }

  bool holds(const std::string& number) const { return seen_.count(number) > 0; }

 private:
  void value(double number) {
    std::ostringstream out;
    out << number;
    seen_.insert(out.str());
  }
  void one_decimal(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    seen_.insert(text);
  }
  void day(Date date) {
    for (const int part : {date.year(), date.month(), date.day()}) value(part);
  }
  void range(DateRange days) {
    day(days.from);
    day(days.to);
  }
  void hours(double hours) {
    const auto minutes = std::llround(hours * 60);
    value(static_cast<double>(minutes / 60));
    value(static_cast<double>(minutes % 60));
  }
  void add(const Trip& trip) {
    range(trip.days);
    for (const int number : {trip.nights, trip.days.days(), trip.photos}) value(number);
    for (const Stay& stay : trip.stays) {
      value(stay.nights);
      value(stay.photos);
    }
    if (!trip.planned) return;
    range(trip.planned->days);
    if (trip.planned->booked) {
      day(*trip.planned->booked);
      const int lead = trip.days.from - *trip.planned->booked;
      value(lead);
      if (lead % 7 == 0) value(lead / 7);
    }
    if (trip.planned->delay_hours) hours(*trip.planned->delay_hours);
  }
  void add(const Activity& activity) {
    for (const int number : {activity.count, activity.days, activity.longest_streak_weeks}) value(number);
    if (activity.hours) hours(*activity.hours);
    if (activity.first) day(*activity.first);
    if (activity.last) {
      day(*activity.last);
      value(all_.period.lived_to() - *activity.last);
    }
    for (const auto& month : activity.by_month) {
      if (month) value(*month);
    }
    if (!activity.against) return;
    value(activity.against->count);
    for (const auto& bound : {activity.against->ratio, activity.against->low}) {
      if (bound) one_decimal(*bound);
    }
    if (activity.against->high) value(std::round((1 - *activity.against->high) * 100));
  }
  void add(const Planned& planned) {
    range(planned.days);
    value(planned.days.days());
    value(planned.days.days() - 1);
    if (planned.booked) day(*planned.booked);
    ++titles_[planned.title];
  }

  const Findings& all_;
  std::map<std::string, int> titles_;
  std::set<std::string> seen_;
};

TEST(Story, a_year_is_told_in_polite_korean) {
  expect_golden("life.ko.polite.txt", text_of(tell(testing_life::life(), Language::Korean, Tone::Polite)));
}

TEST(Story, a_year_is_told_in_plain_korean) {
  expect_golden("life.ko.plain.txt", text_of(tell(testing_life::life(), Language::Korean, Tone::Plain)));
}

TEST(Story, a_year_is_told_in_english) {
  expect_golden("life.en.txt", text_of(tell(testing_life::life(), Language::English, Tone::Plain)));
}

TEST(Story, the_same_findings_give_the_same_bytes) {
  for (const Language language : {Language::Korean, Language::English}) {
    EXPECT_EQ(text_of(tell(testing_life::life(), language, Tone::Polite)),
              text_of(tell(testing_life::life(), language, Tone::Polite)));
  }
}

TEST(Story, every_sentence_has_findings_that_exist) {
  const Findings life = testing_life::life();
  const auto ids = ids_of(life);
  for (const Document& document : all_tellings(life)) {
    for (const Section& section : document.sections) {
      EXPECT_FALSE(section.sentences.empty()) << section.id;
      for (const Sentence& sentence : section.sentences) {
        EXPECT_TRUE(ids.count(sentence.finding)) << sentence.text;
        for (const std::string& id : sentence.also) EXPECT_TRUE(ids.count(id)) << sentence.text;
      }
    }
  }
}

TEST(Story, no_number_is_told_that_no_finding_holds) {
  const Findings life = testing_life::life();
  const Numbers numbers(life);
  const std::regex figure("[0-9][0-9,]*(\\.[0-9]+)?");
  for (const Document& document : all_tellings(life)) {
    for (std::string text : sentences_of(document)) {
      text = std::regex_replace(text, std::regex("FUJIFILM X-T4"), "");
      for (std::sregex_iterator it(text.begin(), text.end(), figure), end; it != end; ++it) {
        std::string number = it->str();
        number.erase(std::remove(number.begin(), number.end(), ','), number.end());
        EXPECT_TRUE(numbers.holds(number)) << number << " in: " << text;
      }
    }
  }
  EXPECT_FALSE(numbers.holds("7613"));
}

TEST(Story, neighbours_do_not_sound_alike) {
  const Document korean = tell(testing_life::life(), Language::Korean, Tone::Polite);
  const Document english = tell(testing_life::life(), Language::English, Tone::Plain);
  std::vector<Sound> sounds;
  for (std::string text : sentences_of(korean)) {
    text.pop_back();
    sounds.push_back(ko::hear(text));
  }
  for (std::size_t i = 1; i < sounds.size(); ++i) {
    // The superlatives of the opening rhyme on purpose.
    if (sounds[i].opening != "가장") {
      EXPECT_NE(sounds[i].opening, sounds[i - 1].opening) << sentences_of(korean)[i];
    }
    if (sounds[i].ending != "#copula") {
      EXPECT_NE(sounds[i].ending, sounds[i - 1].ending) << sentences_of(korean)[i];
    }
    if (i > 1) {
      EXPECT_FALSE(sounds[i].ending == sounds[i - 1].ending && sounds[i].ending == sounds[i - 2].ending)
          << sentences_of(korean)[i];
    }
  }
  const auto told = sentences_of(english);
  for (std::size_t i = 2; i < told.size(); ++i) {
    const bool thrice = en::hear(told[i]).opening == en::hear(told[i - 1]).opening &&
                        en::hear(told[i]).opening == en::hear(told[i - 2]).opening;
    EXPECT_FALSE(thrice) << told[i];
  }
}

/// The words of the design's list of sentences to avoid.
TEST(Story, words_of_reports_and_invented_feelings_never_appear) {
  const std::vector<std::string> avoided = {
      "당신",   "총 ",     "장의 사진", "촬영",    "인해",      "때문에", "덕분",   "탓에",    "대비 ",
      "무려",   "정말",    "은(는)",    "이(가)",  "을(를)",    "진행",   "실패",   "겨우",    "불과",
      "드디어", "아쉽",    "!",         "입니다",  "습니다",    "되었",   "하였",   "중 하나", "지난달",
      "오늘",   " you ",   "whopping",  "because", "finally",   "only ",  "failed", "sadly",   "just ",
      "(s)",    "managed", "thanks",    "due to ", "last month"};
  for (const Document& document : all_tellings(testing_life::life())) {
    for (const std::string& text : sentences_of(document)) {
      for (const std::string& word : avoided)
        EXPECT_EQ(text.find(word), std::string::npos) << word << ": " << text;
    }
  }
}

TEST(Story, nothing_is_said_twice) {
  for (const Document& document : all_tellings(testing_life::life())) {
    auto told = sentences_of(document);
    std::sort(told.begin(), told.end());
    EXPECT_EQ(std::unique(told.begin(), told.end()), told.end());
    // The opening's figures are not repeated on the road.
    std::string text;
    for (const std::string& one : told) text += one;
    const std::size_t first = text.find("7,612");
    EXPECT_NE(first, std::string::npos);
    EXPECT_EQ(text.find("7,612", first + 1), std::string::npos);
  }
}

TEST(Story, a_sentence_in_english_never_opens_with_a_figure) {
  for (const std::string& text : sentences_of(tell(testing_life::life(), Language::English, Tone::Plain))) {
    EXPECT_FALSE(text[0] >= '0' && text[0] <= '9') << text;
    EXPECT_FALSE(text[0] >= 'a' && text[0] <= 'z') << text;
  }
}

TEST(Story, no_findings_are_told_in_one_honest_sentence) {
  const Findings none = testing_life::empty_year();
  EXPECT_EQ(text_of(tell(none, Language::Korean, Tone::Polite)),
            "# 2024년, 10월 20일까지\n\n## 기록이 닿지 않은 곳\n\n"
            "2024년은 기록이 없어서 할 수 있는 말이 없어요. [period-2024]\n");
  EXPECT_EQ(text_of(tell(none, Language::English, Tone::Plain)),
            "# 2024, up to October 20\n\n## Where the records do not reach\n\n"
            "There are no records of 2024, so there is nothing to tell. [period-2024]\n");
}

TEST(Story, one_photo_makes_two_short_sentences) {
  Findings one = testing_life::empty_year();
  Activity photos = testing_life::activity(one, "photos", "사진", "photos", Kind::Photo, {0, 0, 1},
                                           "2024-03-15", "2024-03-15");
  one.activities = {photos};
  const Document korean = tell(one, Language::Korean, Tone::Polite);
  ASSERT_EQ(korean.sections.size(), 2U);
  EXPECT_EQ(korean.sections[1].sentences.size(), 1U);
  EXPECT_EQ(korean.sections[1].sentences[0].text, "사진은 3월 15일에 한 장 찍었어요.");
  const Document english = tell(one, Language::English, Tone::Plain);
  EXPECT_THAT(sentences_of(english).back(), ::testing::HasSubstr("one photo"));
}

TEST(Story, one_event_makes_two_short_sentences) {
  Findings one = testing_life::empty_year();
  Activity show = testing_life::activity(one, "show", "공연", "show", Kind::Event, {0, 0, 0, 0, 1},
                                         "2024-05-04", "2024-05-04");
  show.hours = 1.5;
  one.activities = {show};
  EXPECT_EQ(sentences_of(tell(one, Language::Korean, Tone::Plain)).back(),
            "공연은 5월 4일에 한 번, 1시간 30분이었다.");
  EXPECT_EQ(sentences_of(tell(one, Language::English, Tone::Plain)).back(),
            "Show came once, on May 4, for one and a half hours.");
}

TEST(Story, an_uncertain_trip_is_left_out) {
  Findings life = testing_life::life();
  for (Trip& trip : life.trips) trip.certainty = 0.7;
  for (const Document& document : all_tellings(life)) {
    for (const Section& section : document.sections) EXPECT_NE(section.id, "trips");
  }
}

TEST(Story, a_trip_of_the_calendar_alone_is_told_as_such) {
  Findings doubtful = testing_life::empty_year();
  for (const auto& [id, from, to] : {std::tuple{"a", "2024-03-15", "2024-03-18"},
                                     {"b", "2024-05-01", "2024-05-03"},
                                     {"c", "2024-07-01", "2024-07-04"},
                                     {"d", "2024-08-01", "2024-08-04"}}) {
    Trip trip = testing_life::trip(id, from, to, {}, 0);
    trip.certainty = 0.6;
    trip.planned = Plan{"나고야 여행", trip.days, std::nullopt, std::nullopt};
    doubtful.trips.push_back(trip);
  }
  const auto korean = sentences_of(tell(doubtful, Language::Korean, Tone::Polite));
  ASSERT_EQ(korean.size(), 4U) << "the period and at most three of them";
  EXPECT_EQ(korean[1],
            "달력에는 3월 15일부터 18일까지 나고야 여행이 적혀 있는데, 사진이나 위치가 없어서 다녀왔는지는 "
            "알 수 없어요.");
  EXPECT_EQ(sentences_of(tell(doubtful, Language::English, Tone::Plain)).size(), 4U);
}

TEST(Story, there_is_nothing_to_tell_only_where_there_is_no_record) {
  Findings nights = testing_life::empty_year();
  nights.activities = {testing_life::activity(nights, "sleep", "잠", "sleep", Kind::Sleep, {31, 29},
                                              "2024-01-01", "2024-02-29")};
  EXPECT_THAT(text_of(tell(nights, Language::Korean, Tone::Polite)),
              ::testing::Not(::testing::HasSubstr("기록이 없어서")));
}

Findings one_activity(std::initializer_list<int> months, const char* first, const char* last) {
  Findings one = testing_life::empty_year();
  one.activities = {testing_life::activity(one, "gym", "헬스장", "gym", Kind::Event, months, first, last)};
  return one;
}

TEST(Story, the_months_of_an_activity_are_listed_or_drawn_together) {
  const auto told = [](const Findings& one) { return text_of(tell(one, Language::Korean, Tone::Polite)); };
  EXPECT_THAT(told(one_activity({0, 0, 10, 11, 11, 3, 1, 2, 0, 0}, "2024-03-04", "2024-08-24")),
              ::testing::HasSubstr("3월에 10번, 4월과 5월에 11번씩, 6월에 3번, 7월에 1번, 8월에 2번"));
  EXPECT_THAT(told(one_activity({9, 8, 24, 20, 22, 24, 21, 23, 21, 3}, "2024-01-06", "2024-10-19")),
              ::testing::HasSubstr("1월에 9번, 2월에 8번, 3월부터 9월까지는 달마다 20번에서 24번"));
  EXPECT_THAT(told(one_activity({0, 4, 3, 4, 3, 3}, "2024-02-06", "2024-06-25")),
              ::testing::HasSubstr("2월부터 6월까지는 달마다 서너 번"));
  EXPECT_THAT(told(one_activity({2, 9, 1, 14, 3, 11, 5, 20, 6, 3}, "2024-01-06", "2024-10-19")),
              ::testing::HasSubstr("8월의 20번"));
  EXPECT_THAT(told(one_activity({1, 1, 1, 2}, "2024-01-06", "2024-04-02")),
              ::testing::Not(::testing::HasSubstr("4월에 2번")));
}

TEST(Story, a_month_that_is_not_covered_is_not_told_as_zero) {
  Findings one = one_activity({8, 9, 4, 7, 6}, "2024-01-06", "2024-05-25");
  one.activities[0].by_day[70] = std::nullopt;  // in March
  const std::string text = text_of(tell(one, Language::Korean, Tone::Polite));
  EXPECT_EQ(text.find("3월에 4번"), std::string::npos) << text;
  EXPECT_EQ(text.find("1월에 8번, 2월에 9번, 4월"), std::string::npos) << text;
}

TEST(Story, a_return_later_than_entered_is_told) {
  Findings life = testing_life::life();
  life.trips.back().planned->delay_hours.reset();
  EXPECT_THAT(text_of(tell(life, Language::Korean, Tone::Polite)), ::testing::HasSubstr("10월 8일까지"));
  EXPECT_THAT(text_of(tell(life, Language::English, Tone::Plain)), ::testing::HasSubstr("October 8"));
}

TEST(Story, a_silence_needs_every_day_since_to_be_covered) {
  Findings life = testing_life::life();
  for (Activity& activity : life.activities) {
    if (activity.id == "posts") activity.by_day[200] = std::nullopt;
  }
  const auto told = sentences_of(tell(life, Language::Korean, Tone::Polite));
  for (const std::string& text : told) EXPECT_EQ(text.find("189일째"), std::string::npos) << text;
}

TEST(Story, a_year_that_is_over_is_not_called_this_year) {
  Findings past = testing_life::life();
  past.period.as_of = on("2025-06-01");
  past.planned.clear();
  for (const Document& document : all_tellings(past)) {
    const std::string text = text_of(document);
    for (const char* word : {"올해", "작년", "this year", "so far"}) {
      EXPECT_EQ(text.find(word), std::string::npos) << word << "\n" << text;
    }
  }
  EXPECT_EQ(tell(past, Language::Korean, Tone::Polite).title, "2024년");
}

TEST(Story, a_spring_is_told_with_its_own_bounds) {
  Findings spring = testing_life::life();
  spring.period = {on("2024-03-01"), on("2024-05-31"), on("2024-10-20")};
  spring.against = {on("2023-03-01"), on("2023-05-31")};
  const Document korean = tell(spring, Language::Korean, Tone::Polite);
  EXPECT_EQ(korean.title, "2024년 3월 1일부터 5월 31일까지");
  EXPECT_EQ(tell(spring, Language::English, Tone::Plain).title, "March 1 to May 31, 2024");
  for (const std::string& text : sentences_of(korean))
    EXPECT_EQ(text.find("올해"), std::string::npos) << text;
}

TEST(Story, foreign_titles_stay_on_one_short_line) {
  Findings life = testing_life::life();
  std::string title = "# 제목\n<script>alert(1)</script> **굵게** ";
  while (title.size() < 10000) title += "가나다 ";
  for (Planned& planned : life.planned) planned.title = title;
  for (Activity& activity : life.activities) activity.label = {title, title};
  life.trips[0].name = title;
  life.clocks[0].camera = title;
  for (const Document& document : all_tellings(life)) {
    for (const std::string& text : sentences_of(document)) {
      EXPECT_EQ(text.find('\n'), std::string::npos);
      EXPECT_LT(text.size(), 2500U);
    }
  }
  EXPECT_EQ(title_in_text("짧은\t제목\n둘째  줄"), "짧은 제목 둘째 줄");
  EXPECT_EQ(title_in_text(std::string(500, 'a')), std::string(59, 'a') + "…");
}

TEST(Story, many_trips_are_told_by_weight_and_the_rest_by_name) {
  Findings life = testing_life::life();
  const Trip sokcho = life.trips[3];
  for (int i = 0; i < 12; ++i) {
    Trip again = sokcho;
    again.id += "-" + std::to_string(i);
    again.days = {on("2024-01-10") + 7 * i, on("2024-01-12") + 7 * i};
    life.trips.push_back(again);
  }
  const Document document = tell(life, Language::Korean, Tone::Polite);
  EXPECT_LE(document.sections[1].sentences.size(), 20U);
  EXPECT_THAT(text_of(document), ::testing::HasSubstr("이 밖에 속초에도 다녀왔어요"));
}

TEST(Story, a_place_without_a_korean_name_stays_latin) {
  Place place;
  place.town_en = "Whistler";
  place.country = "CA";
  EXPECT_EQ(place_name(place, Language::Korean), "Whistler");
  place.town_en.clear();
  EXPECT_EQ(place_name(place, Language::Korean), "캐나다");
  EXPECT_EQ(place_name(place, Language::English), "Canada");
  EXPECT_EQ(place_name({}, Language::English), "");
  EXPECT_EQ(country_of("../etc", Language::English), "../etc");
}

TEST(Story, every_polite_mould_has_a_plain_form) {
  EXPECT_EQ(ko::plain("드럼이에요"), "드럼이다");
  EXPECT_EQ(ko::plain("나고야예요"), "나고야다");
  EXPECT_EQ(ko::plain("나고야였어요"), "나고야였다");
  EXPECT_EQ(ko::plain("사진을 찍었어요"), "사진을 찍었다");
  EXPECT_EQ(ko::plain("하기 어려워요"), "하기 어렵다");
  EXPECT_EQ(ko::plain("말하지 않을게요"), "말하지 않겠다");
  EXPECT_EQ(ko::plain("우연히도 생겨요"), "우연히도 생긴다");
  EXPECT_EQ(ko::plain("들어 있지 않아요"), "들어 있지 않다");
  EXPECT_EQ(ko::plain("날만 말해 줘요"), "날만 말해 준다");
}

}  // namespace
}  // namespace hoego
