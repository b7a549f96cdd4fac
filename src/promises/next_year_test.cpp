#include "promises/next_year.h"

#include <gtest/gtest.h>

#include "promises/promise_words.h"
#include "tests/support/case_life.h"

namespace hoego {
namespace {

using life::case_day;
using life::case_settings;
using life::CaseLife;

struct Written {
  int year;
  std::string text;
};

/// A life, its files, and the year that is planned.
NextYear planned(const std::string& evidence, const std::vector<Written>& written,
                 const char* as_of = "12-31", int year = 2025) {
  const Settings settings = case_settings();
  const Places atlas = life::world();
  const CaseLife life(evidence);
  const Timeline timeline = life.timeline();
  const AllTime all = over_all_time(timeline, settings, atlas, case_day(as_of));
  std::vector<Resolutions> files;
  for (const Written& one : written)
    files.push_back(read_resolutions(one.text, std::to_string(one.year), one.year));
  return next_year(files, all, year);
}

/// Of a single promise of 2024.
NextPromise next_of(const std::string& check, const std::string& evidence, const char* as_of = "12-31") {
  NextYear next = planned(evidence, {{2024, "# 2024\n- [ ] 다짐 `" + check + "`\n"}}, as_of);
  EXPECT_EQ(next.promises.size(), 1U) << check;
  return next.promises.empty() ? NextPromise{} : next.promises.front();
}

const std::string two_years_of_books =
    "books 24 in 2023-01-01..2023-12-31; books 24 in 01-01..12-31; sees books "
    "2022-12-01..2024-12-31";
const std::string at_home = "home KR in 2023-01-01..2024-12-31; positions 2023-01-01..2024-12-31";

TEST(NextYear, what_was_kept_is_raised_where_the_past_reaches_more) {
  // 6, 6, 6 and 12 books in the quarters of 2024, 6 in those of 2023.
  const NextPromise next =
      next_of("books >= 20",
              "books 24 in 2023-01-01..2023-12-31; books 12 in 01-01..06-30; books 24 in 07-01..12-31; sees "
              "books 2022-12-01..2024-12-31");
  EXPECT_EQ(next.judged.verdict, Verdict::Kept);
  EXPECT_EQ(next.step, Step::Raised);
  EXPECT_EQ(next.part, 0.75);
  EXPECT_EQ(next.past.values.size(), 8U);
  EXPECT_GT(next.check->value, 20);
  EXPECT_LE(next.check->value, 48);
  EXPECT_EQ(next.check->value, round_number(next.at, CheckPace::None, Rounding::Down));
}

TEST(NextYear, what_was_kept_and_goes_no_further_is_retired) {
  const NextPromise next = next_of("books >= 24", two_years_of_books);
  EXPECT_EQ(next.judged.verdict, Verdict::Kept);
  EXPECT_EQ(next.step, Step::Retired);
  EXPECT_EQ(next.reason, StepReason::PastReachesNoMore);
}

TEST(NextYear, what_was_missed_is_scaled_to_the_median_and_never_beyond) {
  const NextPromise missed = next_of("books >= 40", two_years_of_books);
  EXPECT_EQ(missed.step, Step::Scaled);
  EXPECT_EQ(missed.part, 0.5);
  EXPECT_EQ(missed.check_text, "books >= 24");
  const NextPromise near = next_of("books >= 25",
                                   "books 40 in 2023-01-01..2023-12-31; books 24 in 01-01..12-31; sees "
                                   "books 2022-12-01..2024-12-31");
  EXPECT_EQ(near.judged.verdict, Verdict::Missed);
  EXPECT_EQ(near.step, Step::Carried);
  EXPECT_EQ(near.reason, StepReason::MedianReachesIt);
  EXPECT_EQ(near.check_text, "books >= 25");
}

TEST(NextYear, a_pace_is_rounded_to_halves_and_has_a_smallest) {
  const NextPromise next =
      next_of("헬스 >= 3 per week", "gym mo,th in 2023-01-01..2024-12-31; sees gym 2023-01-01..12-31");
  EXPECT_EQ(next.check_text, "헬스 >= 2 per week");
  const NextPromise once = next_of("gym >= 3 per week", "gym on 2023-01-05; sees gym 2023-01-01..12-31");
  EXPECT_EQ(once.check_text, "gym >= 0.5 per week");
  EXPECT_EQ(once.at, 0);
}

TEST(NextYear, a_habit_counts_from_when_it_began) {
  // Once a week since April: the year before it says nothing of the pace.
  const NextPromise next = next_of("gym >= 2 per week", "gym mo in 04-01..12-31; sees gym 2023-01-01..12-31");
  EXPECT_EQ(next.check_text, "gym >= 1 per week");
  EXPECT_TRUE(next.past.since_first);
  const NextPromise late = next_of("gym >= 2 per week", "gym mo in 09-01..12-31; sees gym 2023-01-01..12-31");
  EXPECT_EQ(late.reason, StepReason::TooLittleSeen);
  EXPECT_EQ(late.check_text, "gym >= 2 per week");
}

TEST(NextYear, weeks_without_coverage_are_no_empty_weeks) {
  const NextPromise next = next_of("gym >= 3 per week",
                                   "gym mo,th in 2023-01-01..2023-12-31; gym mo,th in 02-05..12-31; sees gym "
                                   "2023-01-01..2023-06-30; sees gym 02-01..12-31");
  EXPECT_EQ(next.judged.verdict, Verdict::Missed);
  EXPECT_EQ(next.check_text, "gym >= 2 per week");
  EXPECT_LT(next.past.values.size(), 8U);
  EXPECT_GT(next.past.values.front(), 1.8);
}

TEST(NextYear, a_limit_is_mirrored) {
  const std::string gym = "gym mo in 2023-01-01..2024-12-31; sees gym 2023-01-01..12-31";
  const NextPromise broken = next_of("gym <= 10", gym);
  EXPECT_EQ(broken.step, Step::Scaled);
  EXPECT_EQ(broken.check_text, "gym <= 55");
  const NextPromise kept = next_of("gym < 200", gym);
  EXPECT_EQ(kept.step, Step::Raised);
  EXPECT_EQ(kept.part, 0.25);
  EXPECT_EQ(kept.check_text, "gym <= 55");
  EXPECT_EQ(next_of("gym <= 2 per week", gym).check_text, "gym <= 1 per week");
  EXPECT_EQ(next_of("gym <= 54", gym).step, Step::Retired);
}

TEST(NextYear, none_at_all_stays_unless_it_was_broken_twice) {
  const std::string trips = at_home + "; trip JP in 03-15..03-18; trip CA in 2023-06-01..2023-06-05";
  EXPECT_EQ(next_of("trips abroad = 0", trips).reason, StepReason::NoneAtAll);
  EXPECT_EQ(next_of("trips abroad = 0", trips).check_text, "trips abroad = 0");
  const NextPromise kept = next_of("trips abroad = 0", at_home);
  EXPECT_EQ(kept.step, Step::Retired);
  EXPECT_EQ(kept.reason, StepReason::CannotBeLess);
  const NextYear twice =
      planned(trips, {{2023, "- 2023 `trips abroad = 0`\n"}, {2024, "- 2024 `trips  abroad=0`\n"}});
  ASSERT_EQ(twice.promises.size(), 1U);
  EXPECT_EQ(twice.promises[0].reason, StepReason::BrokenTwice);
  EXPECT_EQ(twice.promises[0].check_text, "trips abroad <= 1");
}

TEST(NextYear, every_becomes_per_where_not_all_held) {
  const std::string posts =
      "posts on 2023-02-10 2023-05-10 2023-08-10 2023-11-10 01-10 02-10 05-10 08-10 11-10; sees "
      "posts 2022-12-01..2024-12-31";
  const NextPromise broken = next_of("posts >= 1 every month", posts);
  EXPECT_EQ(broken.reason, StepReason::NotEveryUnitHeld);
  EXPECT_EQ(broken.check_text, "posts >= 0.5 per month");
  const NextPromise open = next_of("posts >= 1 every month", posts, "02-20");
  EXPECT_EQ(open.judged.verdict, Verdict::AtRisk);
  EXPECT_EQ(open.reason, StepReason::AllUnitsHeld);
  EXPECT_EQ(open.check_text, "posts >= 1 every month");
  const NextPromise kept =
      next_of("gym >= 1 every week", "gym mo,th in 2023-01-01..2024-12-31; sees gym 2023-01-01..2024-12-31");
  EXPECT_EQ(kept.step, Step::Raised);
  EXPECT_EQ(kept.past.of, PastValues::Of::Units);
  EXPECT_EQ(kept.check_text, "gym >= 2 every week");
}

TEST(NextYear, shares_and_streaks_have_values_of_their_own) {
  const NextPromise share =
      next_of("share of music in evenings <= 40 %",
              "drums 2h mo,we,fr in 2023-01-01..12-31; sees drums 2023-01-01..12-31; gym on "
              "01-05; sees gym 2023-01-01..12-31");
  EXPECT_EQ(share.judged.verdict, Verdict::Broken);
  EXPECT_EQ(share.check_text, "share of music in evenings <= 43 %");
  // Streaks of 2, 4 and 6 weeks.
  const NextPromise streak = next_of(
      "longest streak of gym >= 9",
      "gym mo in 02-05..02-18; gym mo in 03-04..03-31; gym mo in 05-06..06-16; sees gym 2023-01-01..12-31");
  EXPECT_EQ(streak.past.of, PastValues::Of::Streaks);
  EXPECT_EQ(streak.past.values, (std::vector<double>{2, 4, 6}));
  EXPECT_EQ(streak.check_text, "longest streak of gym >= 4 weeks");
}

TEST(NextYear, what_is_not_known_is_carried_over) {
  const NextPromise unknown =
      next_of("books >= 24", "books 22 in 01-01..08-31; sees books 2023-01-01..2024-08-31");
  EXPECT_EQ(unknown.reason, StepReason::NotKnown);
  EXPECT_EQ(unknown.check_text, "books >= 24");
  EXPECT_EQ(unknown.seen_by, std::set<Kind>{Kind::Book});
}

TEST(NextYear, what_has_not_begun_is_carried_over) {
  const NextYear next = planned(two_years_of_books, {{2025, "# 2025\n- 책 `books >= 30`\n"}}, "12-31", 2026);
  ASSERT_EQ(next.promises.size(), 1U);
  EXPECT_EQ(next.promises[0].reason, StepReason::NotBegun);
  EXPECT_EQ(next.promises[0].check_text, "books >= 30");
}

TEST(NextYear, days_move_on_by_a_year) {
  EXPECT_EQ(next_of("books > last year by 06-30", two_years_of_books).check_text,
            "books > last year by 06-30");
  EXPECT_EQ(next_of("books > last year by 2024-06-30", two_years_of_books).check_text,
            "books > last year by 2025-06-30");
  const NextYear next = planned(two_years_of_books, {{2024,
                                                      "# 2024\n## 2024-02-29..2024-06-30\n- 봄 `books = 7`\n"
                                                      "## 2024-10-20..2025-12-31\n- 겨울 `books >= 9`\n"}});
  ASSERT_EQ(next.promises.size(), 1U);
  EXPECT_EQ(next.promises[0].days, (DateRange{case_day("2025-02-28"), case_day("2025-06-30")}));
  EXPECT_EQ(next.promises[0].reason, StepReason::ExactCount);
}

TEST(NextYear, what_is_by_hand_is_carried_or_retired_by_its_tick) {
  const NextYear next =
      planned(two_years_of_books, {{2024, "- [ ] 더 웃기\n- [x] 이사\n- [ ] 못 읽음 `bokks >= 2`\n"}});
  ASSERT_EQ(next.promises.size(), 3U);
  EXPECT_EQ(next.promises[0].step, Step::Carried);
  EXPECT_EQ(next.promises[1].step, Step::Retired);
  EXPECT_EQ(next.promises[2].reason, StepReason::NotReadable);
  EXPECT_FALSE(next.promises[2].check);
  EXPECT_EQ(next.issues.size(), 1U);
}

TEST(NextYear, too_many_is_said_only_where_every_file_bears_it_out) {
  const std::string few = "# 2023\n- a `books >= 20`\n";
  const std::string many = "# 2024\n- a `books >= 20`\n- b `books >= 90`\n- c `books >= 91`\n";
  const NextYear warned = planned(two_years_of_books, {{2023, few}, {2024, many}});
  EXPECT_TRUE(warned.too_many);
  EXPECT_TRUE(warned.fewer_held_better);
  ASSERT_EQ(warned.past.size(), 2U);
  EXPECT_EQ(warned.past[1].of, 3);
  EXPECT_EQ(warned.past[1].kept, 1);
  // Three of three were kept once: as many are not too many.
  const std::string all_kept = "# 2023\n- a `books >= 20`\n- b `books >= 21`\n- c `books >= 22`\n";
  const NextYear not_warned = planned(two_years_of_books, {{2023, all_kept}, {2024, many}});
  EXPECT_FALSE(not_warned.too_many);
  EXPECT_FALSE(not_warned.fewer_held_better);
  // What is unknown may have been kept.
  const std::string unknown = "# 2023\n- a `papers >= 20`\n- b `papers >= 21`\n- c `papers >= 22`\n";
  const NextYear open = planned(two_years_of_books, {{2023, unknown}, {2024, many}});
  EXPECT_FALSE(open.too_many);
  EXPECT_FALSE(open.fewer_held_better);
}

TEST(Stretches, numbers_are_those_that_people_use) {
  EXPECT_EQ(round_number(1.3, CheckPace::Per, Rounding::Nearest), 1.5);
  EXPECT_EQ(round_number(12.4, CheckPace::Per, Rounding::Nearest), 12);
  EXPECT_EQ(round_number(20.4, CheckPace::None, Rounding::Nearest), 20);
  EXPECT_EQ(round_number(50, CheckPace::None, Rounding::Nearest), 50);
  EXPECT_EQ(round_number(371, CheckPace::None, Rounding::Nearest), 370);
  EXPECT_EQ(round_number(2349, CheckPace::None, Rounding::Nearest), 2300);
  EXPECT_EQ(round_number(52.1, CheckPace::None, Rounding::Down), 50);
  EXPECT_EQ(round_number(52.1, CheckPace::None, Rounding::Up), 55);
  EXPECT_EQ(round_number(8.02, CheckPace::None, Rounding::Up), 8);
  EXPECT_EQ(round_number(483219, CheckPace::None, Rounding::Nearest), 480000);
}

TEST(Stretches, a_quantile_lies_on_a_line_between_two) {
  EXPECT_EQ(quantile({1, 2, 3, 4}, 0.5), 2.5);
  EXPECT_EQ(quantile({1, 2, 3, 4}, 0.75), 3.25);
  EXPECT_EQ(quantile({7}, 0.25), 7);
}

TEST(PromiseWords, a_number_in_digits_gives_way_to_the_new_one) {
  EXPECT_EQ(with_number("책 24권", 24, 20), "책 20권");
  EXPECT_EQ(with_number("2024년에 책 24권", 24, 20), "2024년에 책 20권");
  EXPECT_EQ(with_number("1,000 km", 1000, 1500), "1,500 km");
  EXPECT_EQ(with_number("주 2.5번", 2.5, 2), "주 2번");
  EXPECT_EQ(with_number("책 24.5권", 24, 20), std::nullopt);
  EXPECT_EQ(with_number("하루 24시간, 책 24권", 24, 20), std::nullopt);
  EXPECT_EQ(with_number("일주일에 두 번", 2, 1.5), std::nullopt);
}

}  // namespace
}  // namespace hoego
