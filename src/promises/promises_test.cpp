#include "promises/promises.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "tests/support/case_life.h"

namespace hoego {
namespace {

using life::case_day;
using life::case_days;
using life::case_settings;
using life::CaseLife;

const DateRange year_2024{*Date::parse("2024-01-01"), *Date::parse("2024-12-31")};

std::string cut(const std::string& text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string::npos) return "";
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<std::string> parts(const std::string& text, const std::string& mark) {
  std::vector<std::string> found;
  std::size_t at = 0;
  for (std::size_t next = text.find(mark); next != std::string::npos; next = text.find(mark, at)) {
    found.push_back(cut(text.substr(at, next - at)));
    at = next + mark.size();
  }
  found.push_back(cut(text.substr(at)));
  return found;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string out = text;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

/// As the cases write it: "broken, 2024-03-15, 1", and of units "44/45+7".
std::string told(const Promise& promise) {
  std::string out = promise.verdict ? std::string(name(*promise.verdict)) : "open";
  out += ", " + (promise.date ? promise.date->iso() : "-");
  out += ", " + (promise.value ? number(*promise.value) : "-");
  if (promise.periods) {
    out += ", " + std::to_string(promise.periods->held) + "/" + std::to_string(promise.periods->of);
    if (promise.periods->unknown > 0) out += "+" + std::to_string(promise.periods->unknown);
  }
  return out;
}

Promise judged(const std::string& check_text, const Timeline& timeline, Date as_of, DateRange period) {
  const Settings settings = case_settings();
  const Places atlas = life::world();
  const AllTime all = over_all_time(timeline, settings, atlas, as_of);
  const CountingGround ground(all, period.to);
  const ReadCheck read = read_check(check_text, vocabulary_of(all), period);
  EXPECT_TRUE(read.check) << check_text << ": " << read.error.column << " " << read.error.expected;
  return read.check ? judge_promise(*read.check, ground, period, {}) : Promise{};
}

TEST(Promises, a_thousand_lines_alike_have_ids_of_their_own) {
  const Settings settings = case_settings();
  const Places atlas = life::world();
  const CaseLife nobody("");
  const Timeline timeline = nobody.timeline();
  const AllTime all = over_all_time(timeline, settings, atlas, year_2024.to);
  std::string text = "- 책 3\n- 책 2\n";
  for (int i = 0; i < 1000; ++i) text += "- 책\n";
  const JudgedPromises judged = judge_promises({read_resolutions(text, "2024", 2024)}, all, year_2024, {});
  std::set<std::string> ids;
  for (const Promise& promise : judged.promises) ids.insert(promise.id);
  EXPECT_EQ(judged.promises.size(), 1002U);
  EXPECT_EQ(ids.size(), 1002U);
}

TEST(Promises, every_case_of_the_table) {
  std::ifstream in(HOEGO_SOURCE_DIR "/src/promises/verdict_cases.txt");
  ASSERT_TRUE(in);
  int cases = 0;
  std::string life;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto sides = parts(line, "→");
    ASSERT_EQ(sides.size(), 2U) << line;
    const auto given = parts(sides[0], " | ");
    ASSERT_EQ(given.size(), 3U) << line;
    if (given[1] != "same") life = given[1];
    const auto when = parts(given[2], " of ");
    const DateRange period = when.size() == 2 ? case_days(when[1]) : year_2024;
    const Promise promise = judged(given[0], CaseLife(life).timeline(), case_day(when[0]), period);
    EXPECT_EQ(told(promise), sides[1]) << line;
    ++cases;
  }
  EXPECT_GE(cases, 120);
}

}  // namespace
}  // namespace hoego
