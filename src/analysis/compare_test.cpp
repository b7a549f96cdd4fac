#include "analysis/compare.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/activities.h"
#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;

/// `total` of whole weeks, as evenly as whole numbers can be.
WeeklyCounts even(int total, int weeks) {
  WeeklyCounts weekly;
  for (int week = 0; week < weeks; ++week) {
    weekly.counts.push_back(total * (week + 1) / weeks - total * week / weeks);
    weekly.covered_days.push_back(7);
  }
  weekly.days = weeks * 7;
  return weekly;
}

Comparison of(const WeeklyCounts& there, const WeeklyCounts& here) {
  Comparison comparison;
  compare(comparison, there, here);
  return comparison;
}

/// P(X > k) + P(X = k) / 2 of a binomial, one term after the other.
double mid_tail(int k, int n, double share) {
  double sum = 0;
  for (int i = k; i <= n; ++i) {
    double term = 1;
    for (int j = 0; j < i; ++j) term *= share * (n - j) / (j + 1);
    for (int j = i; j < n; ++j) term *= 1 - share;
    sum += i == k ? term / 2 : term;
  }
  return sum;
}

// One week a period: nothing tells of the dispersion, so the test is that of plain Poisson counts with one
// degree of freedom, and every step can be taken by hand.
TEST(Compare, is_the_mid_p_test_that_enumeration_gives) {
  const double chance = normal_tail(student_quantile(0.05, 1));
  for (int there = 1; there <= 9; ++there) {
    for (int here = 1; here <= 9; ++here) {
      const Comparison comparison = of(even(there, 1), even(here, 1));
      const double low = *comparison.low / (1 + *comparison.low);
      const double high = *comparison.high / (1 + *comparison.high);
      EXPECT_NEAR(mid_tail(here, there + here, low), chance, 1e-9);
      EXPECT_NEAR(1 - mid_tail(here, there + here, high), chance, 1e-9);
      const double half = mid_tail(here, there + here, 0.5);
      const double z = normal_quantile(std::min(half, 1 - half));
      EXPECT_NEAR(*comparison.p, std::min(1.0, 2 * student_tail(z, 1)), 1e-9);
    }
  }
}

TEST(Compare, interval_and_p_are_one_test) {
  for (int there = 0; there <= 60; there += 4) {
    for (int here = 0; here <= 60; here += 3) {
      if (there + here == 0) continue;
      const Comparison comparison = of(even(there, 40), even(here, 40));
      const bool holds_one = *comparison.low <= 1 && (!comparison.high || 1 <= *comparison.high);
      EXPECT_EQ(holds_one, *comparison.p > 0.1) << there << " against " << here;
      EXPECT_EQ(holds_one, comparison.verdict == Difference::NoClearDifference);
    }
  }
}

TEST(Compare, turned_round_is_the_inverse) {
  const WeeklyCounts few = even(13, 40);
  const WeeklyCounts many = even(31, 40);
  const Comparison up = of(few, many);
  const Comparison down = of(many, few);
  EXPECT_NEAR(*up.low * *down.high, 1, 1e-6);
  EXPECT_NEAR(*up.high * *down.low, 1, 1e-6);
  EXPECT_NEAR(*up.ratio * *down.ratio, 1, 1e-9);
  EXPECT_NEAR(*up.p, *down.p, 1e-9);
  EXPECT_EQ(up.verdict, Difference::More);
  EXPECT_EQ(down.verdict, Difference::Less);
}

TEST(Compare, zero_in_one_period_gives_a_bound_on_one_side) {
  const Comparison from_none = of(even(0, 42), even(21, 42));
  EXPECT_FALSE(from_none.ratio);
  EXPECT_FALSE(from_none.high);
  EXPECT_GT(*from_none.low, 1);
  EXPECT_EQ(from_none.verdict, Difference::More);
  const Comparison to_none = of(even(21, 42), even(0, 42));
  EXPECT_EQ(*to_none.ratio, 0);
  EXPECT_EQ(*to_none.low, 0);
  EXPECT_LT(*to_none.high, 1);
  EXPECT_EQ(to_none.verdict, Difference::Less);
  const Comparison once = of(even(0, 42), even(1, 42));
  EXPECT_EQ(once.verdict, Difference::NoClearDifference) << "once is no change";
  const Comparison never = of(even(0, 42), even(0, 42));
  EXPECT_EQ(never.verdict, Difference::Unknown);
  EXPECT_FALSE(never.low);
  EXPECT_FALSE(never.p);
}

TEST(Compare, a_burst_tells_less_than_as_many_times_apart) {
  WeeklyCounts burst = even(0, 40);
  burst.counts[20] = 24;
  const Comparison apart = of(even(8, 40), even(24, 40));
  const Comparison at_once = of(even(8, 40), burst);
  EXPECT_EQ(apart.verdict, Difference::More);
  EXPECT_EQ(at_once.verdict, Difference::NoClearDifference);
  EXPECT_LT(*at_once.low, *apart.low);
}

TEST(Compare, what_comes_every_week_shows_a_difference_sooner) {
  WeeklyCounts lessons = even(40, 40);
  WeeklyCounts fewer = lessons;
  for (const std::size_t missed : {3, 9, 14, 20, 25, 30, 36, 39}) fewer.counts[missed] = 0;
  EXPECT_LT(long_run_dispersion(lessons, fewer).factor, 0.4);
  EXPECT_EQ(of(lessons, fewer).verdict, Difference::Less) << "32 of 40 lessons";
}

TEST(Dispersion, weeks_that_run_on_make_sums_scatter_more_than_weeks_do) {
  WeeklyCounts mixed = even(0, 40);
  WeeklyCounts runs = mixed;
  for (std::size_t week = 0; week < 40; ++week) {
    mixed.counts[week] = week % 2 == 0 ? 1 : 7;
    runs.counts[week] = week / 10 % 2 == 0 ? 1 : 7;  // the same weeks, in runs of ten
  }
  const WeeklyCounts steady = even(160, 40);
  EXPECT_GT(long_run_dispersion(steady, runs).factor, 2 * long_run_dispersion(steady, mixed).factor);
}

TEST(Dispersion, a_season_of_both_years_cancels) {
  WeeklyCounts season = even(0, 40);
  for (std::size_t week = 0; week < 40; ++week) season.counts[week] = week < 20 ? 6 : 1;
  WeeklyCounts twice = season;
  for (int& count : twice.counts) count *= 2;
  const Comparison comparison = of(season, twice);
  EXPECT_EQ(comparison.verdict, Difference::More);
  EXPECT_NEAR(*comparison.ratio, 2, 1e-9);
  EXPECT_GT(*comparison.low, 1.7);
  EXPECT_LT(long_run_dispersion(season, twice).factor, long_run_dispersion(season, even(280, 40)).factor / 4);
}

TEST(Dispersion, a_week_half_covered_counts_by_its_days) {
  WeeklyCounts whole = even(0, 20);
  WeeklyCounts half = whole;
  for (std::size_t week = 0; week < 20; ++week) {
    whole.counts[week] = 14;
    half.covered_days[week] = week % 2 == 0 ? 7 : 6;
    half.counts[week] = 2 * half.covered_days[week];  // two a day, always
  }
  const Comparison comparison = of(whole, half);
  EXPECT_NEAR(*comparison.ratio, 1, 1e-9);
  EXPECT_LT(long_run_dispersion(whole, half).factor, 0.2) << "as regular as can be";
  WeeklyCounts blind = half;
  for (int& days : blind.covered_days) days = 7;
  EXPECT_GT(long_run_dispersion(whole, blind).factor, long_run_dispersion(whole, half).factor);
}

TEST(Compare, four_fifths_of_both_periods_must_be_covered) {
  WeeklyCounts part = even(20, 10);
  part.covered_days = {7, 7, 7, 7, 7, 7, 7, 7, 0, 0};
  EXPECT_NE(of(even(20, 10), part).verdict, Difference::Unknown);
  part.covered_days[0] = 6;
  EXPECT_EQ(of(even(20, 10), part).verdict, Difference::Unknown);
  EXPECT_EQ(of(part, even(20, 10)).verdict, Difference::Unknown);
  WeeklyCounts broken{{3, 1}, {7, 1}, 8};  // a period of eight days
  EXPECT_NE(of(broken, broken).verdict, Difference::Unknown);
}

// The example of Benjamini and Hochberg (1995, 3): fifteen endpoints of the thrombolysis trial; at 0.05 the
// first four are rejected, where Bonferroni's rule rejects three.
TEST(Adjusted, the_fifteen_endpoints_of_the_paper) {
  const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const std::vector<double> q = adjusted(p);
  for (std::size_t i = 0; i < p.size(); ++i) EXPECT_EQ(q[i] <= 0.05, i < 4) << i;
  EXPECT_NEAR(q[0], 0.0015, 1e-12);
  EXPECT_NEAR(q[3], 0.035625, 1e-12);
  EXPECT_NEAR(q[14], 1, 1e-12);
}

TEST(Adjusted, keeps_the_order_it_is_given) {
  const std::vector<double> q = adjusted({0.9, 0.001, 0.04});
  EXPECT_NEAR(q[0], 0.9, 1e-12);
  EXPECT_NEAR(q[1], 0.003, 1e-12);
  EXPECT_NEAR(q[2], 0.06, 1e-12);
  EXPECT_TRUE(adjusted({}).empty());
}

TEST(Distribution, is_the_beta_distribution_of_the_tables) {
  EXPECT_NEAR(incomplete_beta(0.5, 2, 2), 0.5, 1e-12);
  EXPECT_NEAR(incomplete_beta(0.3, 2, 5), 0.579825, 1e-6);
  EXPECT_NEAR(incomplete_beta(0.9, 0.5, 0.5), 2 / 3.14159265358979 * std::asin(std::sqrt(0.9)), 1e-9);
}

TEST(Distribution, tails_of_the_tables) {
  EXPECT_NEAR(normal_tail(1.6448536), 0.05, 1e-8);
  EXPECT_NEAR(normal_quantile(0.025), 1.9599640, 1e-6);
  EXPECT_NEAR(student_quantile(0.05, 1), 6.3137515, 1e-5);
  EXPECT_NEAR(student_quantile(0.05, 10), 1.8124611, 1e-6);
  EXPECT_NEAR(student_tail(-2.2281389, 10), 0.975, 1e-7);
}

const Activity* find(const Findings& findings, const std::string& id) {
  for (const Activity& activity : findings.activities) {
    if (activity.id == id) return &activity;
  }
  return nullptr;
}

void weekly_lesson(Life& life, Date from, int count) {
  for (int week = 0; week < count; ++week)
    life.event("레슨", ((from + 7 * week).iso() + "T19:00:00").c_str());
}

TEST(Against, any_year_is_cut_to_the_same_dates) {
  Life life;
  life.covered("밴드", day("2021-01-01"), day("2024-12-31"));
  weekly_lesson(life, day("2022-01-04"), 52);
  const auto against = [&life](const char* from, const char* to, Period period) {
    const Findings findings = look_back(life.timeline(), {}, world(), period, {day(from), day(to)});
    return findings.against.from.iso() + ".." + findings.against.to.iso();
  };
  const Period so_far{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};
  EXPECT_EQ(against("2023-01-01", "2023-12-31", so_far), "2023-01-01..2023-10-20") << "2024 has a leap day";
  EXPECT_EQ(against("2022-01-01", "2022-12-31", so_far), "2022-01-01..2022-10-20");
  EXPECT_EQ(against("2023-01-01", "2023-06-30", so_far), "2023-01-01..2023-06-30")
      << "never longer than asked";
  const Period leap{day("2024-01-01"), day("2024-02-29"), day("2024-10-20")};
  EXPECT_EQ(against("2023-01-01", "2023-02-28", leap), "2023-01-01..2023-02-28");
  const Period year{day("2023-01-01"), day("2023-12-31"), day("2024-10-20")};
  EXPECT_EQ(against("2024-01-01", "2024-12-31", year), "2024-01-01..2024-12-31")
      << "a day more, the same dates";
  const Period spring{day("2024-03-01"), day("2024-05-31"), day("2024-10-20")};
  EXPECT_EQ(against("2023-09-01", "2023-12-31", spring), "2023-09-01..2023-12-01") << "92 days beside 92";
}

TEST(Against, a_calendar_that_begins_later_leaves_it_unknown) {
  Life life;
  life.covered("밴드", day("2023-06-01"), day("2024-12-31"));
  weekly_lesson(life, day("2023-06-06"), 70);
  const Period period{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};
  const Findings findings = look_back(life.timeline(), {}, world(), period, year_before(period));
  const Comparison& comparison = *find(findings, "레슨")->against;
  EXPECT_EQ(comparison.verdict, Difference::Unknown);
  EXPECT_FALSE(comparison.ratio);
  EXPECT_FALSE(comparison.q);
  EXPECT_EQ(comparison.count, 20) << "what is known is said all the same";
}

TEST(Against, pictures_prove_presence_alone) {
  Life life;
  life.evenings(day("2023-01-01"), day("2023-04-30"), seoul)
      .evenings(day("2024-01-01"), day("2024-01-20"), seoul);
  const Period period{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};
  const Findings findings = look_back(life.timeline(), {}, world(), period, year_before(period));
  const Activity* photos = find(findings, "photos");
  ASSERT_NE(photos, nullptr);
  EXPECT_EQ(photos->against->verdict, Difference::Unknown)
      << "a fifth of the pictures may be a lost telephone";
  EXPECT_EQ(photos->against->count, 120);
}

TEST(Against, one_small_p_among_many_is_not_told) {
  Comparison comparison = of(even(20, 40), even(36, 40));
  ASSERT_EQ(comparison.verdict, Difference::More);
  EXPECT_EQ(comparison.told(), Difference::More) << "alone it would be";
  comparison.q = 0.3;
  EXPECT_EQ(comparison.told(), Difference::NoClearDifference);
  EXPECT_EQ(comparison.verdict, Difference::More) << "the interval stays what it is";
  comparison.q = 0.1;
  EXPECT_EQ(comparison.told(), Difference::More);
}

}  // namespace
}  // namespace hoego
