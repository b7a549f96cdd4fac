#include "promises/check_text.h"

#include <gtest/gtest.h>

#include <fstream>

#include "promises/ground.h"
#include "tests/support/case_life.h"

namespace hoego {
namespace {

const DateRange two_years{*Date::parse("2023-01-01"), *Date::parse("2025-12-31")};

void expect_same(const Check& a, const Check& b, const std::string& text) {
  EXPECT_EQ(a.measure.kind, b.measure.kind) << text;
  EXPECT_EQ(a.measure.name, b.measure.name) << text;
  EXPECT_EQ(a.measure.within, b.measure.within) << text;
  EXPECT_EQ(a.filter.abroad, b.filter.abroad) << text;
  EXPECT_EQ(a.filter.in, b.filter.in) << text;
  EXPECT_EQ(a.filter.except, b.filter.except) << text;
  EXPECT_EQ(a.filter.expressions, b.filter.expressions) << text;
  ASSERT_EQ(a.filter.where.size(), b.filter.where.size()) << text;
  for (std::size_t i = 0; i < a.filter.where.size(); ++i)
    EXPECT_EQ(a.filter.where[i].first, b.filter.where[i].first) << text;
  EXPECT_EQ(a.op, b.op) << text;
  EXPECT_EQ(a.value, b.value) << text;
  EXPECT_EQ(a.last_year, b.last_year) << text;
  EXPECT_EQ(a.unit, b.unit) << text;
  EXPECT_EQ(a.pace, b.pace) << text;
  EXPECT_EQ(a.every, b.every) << text;
  EXPECT_EQ(a.by, b.by) << text;
}

/// Every check of the cases, over their own period.
std::vector<std::pair<std::string, DateRange>> checks_of_cases() {
  std::ifstream in(HOEGO_SOURCE_DIR "/src/promises/verdict_cases.txt");
  std::vector<std::pair<std::string, DateRange>> checks;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    DateRange period{*Date::parse("2024-01-01"), *Date::parse("2024-12-31")};
    const std::string given = line.substr(0, line.find("→"));
    if (const std::size_t of = given.find(" of ", given.rfind('|')); of != std::string::npos)
      period = life::case_days(given.substr(of + 4, given.find_last_not_of(' ') - of - 3));
    checks.emplace_back(line.substr(0, line.find(" | ")), period);
  }
  return checks;
}

Vocabulary vocabulary() {
  const life::CaseLife nobody("");
  const Timeline timeline = nobody.timeline();
  const Settings settings = life::case_settings();
  const Places atlas = life::world();
  return vocabulary_of(over_all_time(timeline, settings, atlas, two_years.to));
}

TEST(CheckText, is_read_back_as_the_same_check) {
  const Vocabulary names = vocabulary();
  const auto checks = checks_of_cases();
  EXPECT_GE(checks.size(), 120U);
  for (const auto& [text, period] : checks) {
    const ReadCheck first = read_check(text, names, period);
    ASSERT_TRUE(first.check) << text;
    const ReadCheck again = read_check(text_of(*first.check), names, period);
    ASSERT_TRUE(again.check) << text << " -> " << text_of(*first.check) << ": " << again.error.expected;
    expect_same(*first.check, *again.check, text + " -> " + text_of(*first.check));
  }
}

TEST(CheckText, names_and_patterns_keep_their_marks) {
  const Vocabulary names{{{"band", "band practice"}, {"trips", "trips"}, {"say", "say \"hi\", now"}}, {}};
  for (const std::string& name :
       {std::string("band practice"), std::string("trips"), std::string("say \"hi\", now")}) {
    const ReadCheck read =
        read_check(name_text(name) + R"( where title ~ "a\"b\\d|\"" >= 3)", names, two_years);
    ASSERT_TRUE(read.check) << name_text(name) << ": " << read.error.expected;
    EXPECT_EQ(read.check->measure.kind, MeasureKind::Count);
    Check written = *read.check;
    written.measure.name = name;
    const ReadCheck again = read_check(text_of(written), names, two_years);
    ASSERT_TRUE(again.check) << text_of(written);
    expect_same(*read.check, *again.check, text_of(written));
  }
}

TEST(CheckText, values_have_no_exponent) {
  EXPECT_EQ(value_text(24), "24");
  EXPECT_EQ(value_text(2.5), "2.5");
  EXPECT_EQ(value_text(3000000), "3000000");
  EXPECT_EQ(value_text(999999999999999), "999999999999999");
  EXPECT_EQ(value_text(0.00001), "0.00001");
}

}  // namespace
}  // namespace hoego
