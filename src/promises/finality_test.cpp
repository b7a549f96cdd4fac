#include <gtest/gtest.h>

#include <optional>

#include "promises/lot.h"
#include "promises/promises.h"
#include "promises/verdict.h"
#include "tests/support/case_life.h"

/// A promise that is kept, broken or missed on one day is so, with the same date, on every later one.
namespace hoego {
namespace {

const DateRange year_2024{*Date::parse("2024-01-01"), *Date::parse("2024-12-31")};

bool is_final(const std::optional<Verdict>& verdict) {
  return verdict == Verdict::Kept || verdict == Verdict::Broken || verdict == Verdict::Missed;
}

struct Said {
  std::optional<Verdict> verdict;
  std::optional<Date> date;
  bool operator==(const Said&) const = default;
};

/// Two years of days: a rate that changes, bursts, and gaps of coverage.
Tally any_year(Lot& lot) {
  Tally tally;
  tally.from = *Date::parse("2023-01-01");
  const int pick = static_cast<int>(lot.below(6));
  double rate = 0.02 + 0.1 * static_cast<double>(lot.below(8));
  bool covered = lot.below(5) != 0;
  for (Date day = tally.from; day <= year_2024.to; day = day + 1) {
    if (lot.below(60) == 0) rate = 0.02 + 0.1 * static_cast<double>(lot.below(8));
    if (lot.below(covered ? 120 : 12) == 0 && pick > 1) covered = !covered;
    DayTally one;
    one.covered = covered;
    while (static_cast<double>(lot.below(1000)) < rate * 400) one.amount += 1;
    if (!covered && lot.below(3) != 0) one.amount = 0;
    if (pick == 2 && lot.below(90) == 0) one.possible = 1;
    one.whole = covered ? one.amount + static_cast<double>(lot.below(3)) : 0;
    tally.days.push_back(one);
  }
  return tally;
}

Check any_check(Lot& lot, Tally& tally) {
  Check check;
  static constexpr std::array<Op, 5> ops = {Op::AtLeast, Op::AtMost, Op::More, Op::Less, Op::Equal};
  check.op = ops[lot.below(5)];
  switch (lot.below(4)) {
    case 0:
      check.pace = CheckPace::Every;
      break;
    case 1:
      check.pace = CheckPace::Per;
      break;
    case 2:
      tally.adding = lot.below(2) == 0 ? Adding::LongestStreak : Adding::Share;
      break;
    default:
      break;
  }
  if (check.pace != CheckPace::None && check.op == Op::Equal) check.op = Op::AtMost;
  if (tally.adding == Adding::Share) {
    check.measure.kind = MeasureKind::Share;
    if (check.op == Op::Equal) check.op = Op::AtMost;
  }
  static constexpr std::array<CheckUnit, 3> units = {CheckUnit::Day, CheckUnit::Week, CheckUnit::Month};
  check.every = units[lot.below(3)];
  const bool small = check.pace != CheckPace::None;
  check.value = small ? static_cast<double>(lot.below(5)) : static_cast<double>(lot.below(200));
  if (lot.below(4) == 0) check.value = 0;
  if (lot.below(6) == 0 && check.pace != CheckPace::Every) check.last_year = true;
  return check;
}

/// What the day knew: nothing of later ones.
Tally up_to(const Tally& tally, Date as_of) {
  Tally cut = tally;
  cut.days.resize(static_cast<std::size_t>(as_of - tally.from + 1));
  return cut;
}

TEST(Finality, of_every_day_of_many_simulated_years) {
  int finals = 0;
  int early = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Lot lot(seed);
    Tally tally = any_year(lot);
    const Check check = any_check(lot, tally);
    std::optional<Said> final;
    for (Date as_of = year_2024.from; as_of <= year_2024.to + 5; as_of = as_of + 1) {
      const Tally known = up_to(tally, std::min(as_of, year_2024.to));
      const Target target = target_of(check, known, year_2024, as_of, 1);
      const Outcome outcome = judge(check, known, target, year_2024, as_of, 1);
      const Said said{outcome.verdict, outcome.date};
      if (final) {
        ASSERT_EQ(said, *final) << "seed " << seed << " on " << as_of.iso();
      } else if (is_final(outcome.verdict)) {
        final = said;
        ++finals;
        if (as_of < year_2024.to) ++early;
        if (outcome.date) {
          EXPECT_LE(*outcome.date, as_of) << "seed " << seed;
        }
      }
      if (as_of >= year_2024.to) {
        EXPECT_TRUE(outcome.verdict) << "seed " << seed;
      }
    }
  }
  // Both sorts occur, or the test says nothing.
  EXPECT_GT(early, 80);
  EXPECT_GT(finals - early, 30);
}

/// What had happened, was entered and was covered on a day.
Timeline known_on(const Timeline& all, Date as_of) {
  std::vector<Record> records;
  for (const Record& record : all.records()) {
    if (record.day() <= as_of || record.kind == Kind::Event) records.push_back(record);
  }
  std::vector<CoveredSpan> coverage;
  for (CoveredSpan span : all.coverage()) {
    span.days.to = std::min(span.days.to, as_of);
    if (span.days.from <= span.days.to) coverage.push_back(span);
  }
  return {std::move(records), std::move(coverage), {}};
}

TEST(Finality, of_every_day_of_a_life_with_trips) {
  const Timeline life =
      life::CaseLife(
          "home KR in 2023-11-01..2024-12-31; transit JP 06-01; trip CA in "
          "06-01..06-09; trip JP in 08-15..08-18; trip sokcho in 10-03..10-05; gym mo,th in "
          "2024-01-01..09-30; "
          "sees gym 2023-09-01..2024-12-31; books 14 in 01-01..12-31; sees books 2023-01-01..2024-12-31")
          .timeline();
  const Settings settings = life::case_settings();
  const Places atlas = life::world();
  const std::vector<std::string> checks = {"trips abroad except CA = 0",
                                           "trips in JP = 0",
                                           "trips <= 1",
                                           "nights away <= 10",
                                           "countries abroad >= 2",
                                           "gym >= 1 every week",
                                           "gym >= 60",
                                           "books >= 12",
                                           "day trips = 0",
                                           "trips abroad >= 3",
                                           "longest streak of gym >= 10"};
  std::map<std::string, Said> finals;
  for (Date as_of = year_2024.from; as_of <= year_2024.to; as_of = as_of + 1) {
    const Timeline known = known_on(life, as_of);
    const AllTime all = over_all_time(known, settings, atlas, as_of);
    const CountingGround ground(all, year_2024.to);
    const Vocabulary vocabulary = vocabulary_of(all);
    for (const std::string& text : checks) {
      const ReadCheck read = read_check(text, vocabulary, year_2024);
      ASSERT_TRUE(read.check) << text;
      const Promise promise = judge_promise(*read.check, ground, year_2024, {});
      const Said said{promise.verdict, promise.date};
      const auto before = finals.find(text);
      if (before != finals.end())
        ASSERT_EQ(said, before->second) << text << " on " << as_of.iso();
      else if (is_final(promise.verdict))
        finals.emplace(text, said);
    }
  }
  EXPECT_EQ(finals["trips abroad except CA = 0"], (Said{Verdict::Broken, Date::parse("2024-08-15")}));
  EXPECT_EQ(finals["day trips = 0"], (Said{Verdict::Kept, std::nullopt}));
  EXPECT_EQ(finals.size(), checks.size());
}

/// The verdicts of one check on every day of the year; a final one must stay.
std::optional<Said> final_of(const Timeline& life, const std::string& text) {
  const Settings settings = life::case_settings();
  const Places atlas = life::world();
  std::optional<Said> final;
  for (Date as_of = year_2024.from; as_of <= year_2024.to + 40; as_of = as_of + 1) {
    const Timeline known = known_on(life, as_of);
    const AllTime all = over_all_time(known, settings, atlas, as_of);
    const CountingGround ground(all, year_2024.to);
    const ReadCheck read = read_check(text, vocabulary_of(all), year_2024);
    EXPECT_TRUE(read.check) << text;
    if (!read.check) return final;
    const Promise promise = judge_promise(*read.check, ground, year_2024, {});
    const Said said{promise.verdict, promise.date};
    if (!final) {
      if (is_final(promise.verdict)) final = said;
      continue;
    }
    EXPECT_EQ(said, *final) << text << " on " << as_of.iso();
    if (!(said == *final)) return final;
  }
  return final;
}

TEST(Finality, of_a_life_whose_calendar_is_left_in_may) {
  const Timeline life = life::CaseLife(
                            "gym cal=club mo,th in 2023-06-01..2024-05-31; drums cal=club 2h tu,sa in "
                            "2023-06-01..2024-05-31; sees cal=club 2023-06-01..2025-02-28")
                            .timeline();
  EXPECT_EQ(final_of(life, "gym >= 1 every week"), (Said{Verdict::Broken, Date::parse("2024-06-09")}));
  EXPECT_EQ(final_of(life, "gym >= 60"), (Said{Verdict::Missed, std::nullopt}));
  EXPECT_EQ(final_of(life, "share of music in evenings <= 11 %"), (Said{Verdict::Broken, year_2024.to}));
}

TEST(Finality, of_a_life_that_begins_another_calendar_in_july) {
  const Timeline life =
      life::CaseLife(
          "gym cal=old mo in 2023-06-01..2024-02-25; gym cal=old mo in 03-04..06-30; gym cal=new "
          "we in 07-01..12-31; sees cal=old 2023-06-01..2025-02-28; sees cal=new 07-01..2025-02-28")
          .timeline();
  EXPECT_EQ(final_of(life, "gym >= 1 every week"), (Said{Verdict::Broken, Date::parse("2024-03-03")}));
  EXPECT_EQ(final_of(life, "gym <= 60"), (Said{Verdict::Kept, std::nullopt}));
}

}  // namespace
}  // namespace hoego
