#include "bench/truth/promised_lives.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "bench/truth/habits.h"
#include "promises/forecast.h"
#include "promises/units.h"
#include "promises/verdict.h"

namespace hoego::truth {
namespace {

constexpr int monday = 1;
constexpr int most_tries = 30;

double between(Draw& draw, double low, double high) {
  return low + (high - low) * draw.uniform();
}

double log_between(Draw& draw, double low, double high) {
  return std::exp(between(draw, std::log(low), std::log(high)));
}

/// Around 1, its logarithm of the given standard deviation.
double factor(Draw& draw, double deviation) {
  return std::exp(deviation * draw.normal());
}

int whole_number(double value) {
  return static_cast<int>(std::lround(value));
}

std::vector<int> sparse(Draw& draw, int days) {
  const double a_day = log_between(draw, 1, 12) / 365;
  std::vector<int> counts;
  for (int i = 0; i < days; ++i) counts.push_back(draw.chance(a_day) ? 1 : 0);
  return counts;
}

/// Counts by day; weeks begin on any of them.
std::vector<int> counts_of(Draw& draw, Way way, int days) {
  if (way == Way::Sparse) return sparse(draw, days);
  const int weeks = days / 7 + 2;
  int skipped = draw.below(7);
  DailyCounts daily;
  if (way == Way::Changed) {
    const double one = log_between(draw, 0.3, 6);
    // One of three changes is a start or an end.
    const double other = draw.chance(1.0 / 3) ? 0 : std::min(8.0, one * log_between(draw, 0.2, 5));
    const bool to_other = draw.chance(0.5);
    daily = changed_habit(draw, to_other ? one : other, to_other ? other : one, between(draw, 1, 2.5), weeks);
    skipped += 7 * draw.below(weeks);
  } else {
    constexpr std::array<Temper, 4> tempers = {Temper::Overdispersed, Temper::Autocorrelated,
                                               Temper::Seasonal, Temper::StrictlyWeekly};
    daily = steady_habit(draw, tempers[static_cast<std::size_t>(way)], weeks);
  }
  const auto from = daily.counts.begin() + skipped;
  return {from, from + days};
}

/// A life before anything is promised.
struct Lived {
  Way way = Way::Overdispersed;
  Date from;
  DateRange period;
  Date as_of;
  std::vector<int> counts;  ///< from `from` to the period's end
};

DateRange period_of(Draw& draw) {
  const Date year = *Date::from_ymd(2023 + draw.below(3), 1, 1);
  if (draw.chance(0.6)) return {year, plus_years(year, 1) - 1};
  const Date from = year + draw.below(120);
  return {from, from + (60 + draw.below(241))};
}

Lived lived(Draw& draw, Known known) {
  Lived life;
  life.way = ways[static_cast<std::size_t>(draw.below(static_cast<int>(ways.size())))];
  life.period = period_of(draw);
  if (known == Known::Days) {
    const int seen = 3 + draw.below(25);
    const int before = draw.below(std::min(seen, 14));
    life.from = life.period.from - before;
    life.as_of = life.from + (seen - 1);
  } else {
    life.as_of = life.period.from + draw.below(life.period.days() - 1);
    life.from = std::min(life.as_of - 60, life.period.from) - draw.below(670);
  }
  life.counts = counts_of(draw, life.way, life.period.to - life.from + 1);
  return life;
}

/// One kind of amount a day.
class Amounts {
 public:
  Amounts(Draw& draw, Form form, Way way)
      : draw_(draw), form_(form), away_(way == Way::Sparse && draw.chance(0.4)) {
    mean_ = form == Form::Cost ? log_between(draw, 5000, 80000) : between(draw, 0.5, 3);
    others_ = mean_ * between(draw, 0.2, 3);
  }

  MeasureKind kind() const {
    if (form_ == Form::Days) return away_ ? MeasureKind::NightsAway : MeasureKind::Days;
    if (form_ == Form::Hours) return MeasureKind::Hours;
    if (form_ == Form::Cost) return MeasureKind::Cost;
    if (form_ == Form::Streak) return MeasureKind::LongestStreak;
    if (form_ == Form::Share || form_ == Form::Evenings) return MeasureKind::Share;
    return MeasureKind::Count;
  }

  DayTally day(int count) {
    DayTally day;
    day.covered = true;
    switch (form_) {
      case Form::Days:
        day.amount = busy(count) ? 1 : 0;
        break;
      case Form::Hours:
      case Form::Cost:
        day.amount = time(count, form_ == Form::Cost ? 1.5 : 5);
        break;
      case Form::Share:
        day.amount = time(count, 5);
        day.whole = day.amount + draw_.gamma(1, others_ / 2);
        break;
      case Form::Evenings:
        day.amount = count > 0 ? 1 : 0;
        day.whole = 1;
        break;
      default:
        day.amount = count;
    }
    return day;
  }

  /// Of one thing entered.
  double entered() const { return form_ == Form::Hours || form_ == Form::Cost ? mean_ : 1; }

 private:
  double time(int count, double shape) { return count == 0 ? 0 : draw_.gamma(count * shape, mean_ / shape); }

  /// A journey goes on for some nights.
  bool busy(int count) {
    if (count > 0 && away_) nights_ = std::max(nights_, 1 + draw_.below(9));
    if (!away_) return count > 0;
    return nights_-- > 0;
  }

  Draw& draw_;
  Form form_;
  bool away_;
  double mean_ = 1;
  double others_ = 1;
  int nights_ = 0;
};

Tally tally_of(Lived& life, Form form, Amounts& amounts) {
  Tally tally;
  tally.adding = form == Form::Streak                            ? Adding::LongestStreak
                 : form == Form::Share || form == Form::Evenings ? Adding::Share
                                                                 : Adding::Sum;
  tally.from = life.from;
  for (const int count : life.counts) tally.days.push_back(amounts.day(count));
  return tally;
}

/// To the day of looking back, with what the sources did not see.
Tally seen_of(Draw& draw, const Tally& whole, Date as_of) {
  Tally seen = whole;
  seen.days.resize(static_cast<std::size_t>(as_of - whole.from) + 1);
  if (!draw.chance(0.25) || seen.days.size() < 60) return seen;
  for (int gaps = 1 + draw.below(3); gaps > 0; --gaps) {
    const auto length = std::size_t{3} + static_cast<std::size_t>(draw.below(20));
    const auto at = static_cast<std::size_t>(draw.below(static_cast<int>(seen.days.size() - length)));
    for (std::size_t i = at; i < at + length; ++i) {
      const bool asked = seen.days[i].asked;
      seen.days[i] = {};
      seen.days[i].asked = asked;
    }
  }
  return seen;
}

/// Some of what comes in the next weeks is entered already; one in twenty to one in five of what is entered
/// will not be.
std::vector<double> planned_of(Draw& draw, const Tally& whole, const Lived& life, double one) {
  std::vector<double> planned(static_cast<std::size_t>(life.period.to - life.as_of), 0);
  if (!draw.chance(1.0 / 3)) return planned;
  const int horizon = std::min(14 + draw.below(70), static_cast<int>(planned.size()));
  const double entered = between(draw, 0.2, 0.9);
  const double fails = between(draw, 0.05, 0.2);
  for (int i = 0; i < horizon; ++i) {
    const double amount = whole.on(life.as_of + 1 + i).amount;
    if (amount <= 0 || !draw.chance(entered)) continue;
    // Of what takes time the usual length is entered; how many come on a day is known.
    planned[static_cast<std::size_t>(i)] += one == 1 ? amount : one;
    if (draw.chance(fails / (1 - fails))) planned[static_cast<std::size_t>(draw.below(horizon))] += one;
  }
  return planned;
}

/// Mean amount of a covered day (of shares: of what it is a share of) in a stretch that ends on the last day
/// seen or, of half the lives, anywhere.
double own_rate(Draw& draw, const Tally& seen) {
  const int known = static_cast<int>(seen.days.size());
  const int length = std::min(known, 21 + draw.below(345));
  const int from = draw.chance(0.5) ? known - length : draw.below(known - length + 1);
  double sum = 0;
  double of = 0;
  for (int i = from; i < from + length; ++i) {
    const DayTally& day = seen.days[static_cast<std::size_t>(i)];
    sum += day.amount;
    of += seen.adding == Adding::Share ? day.whole : day.covered ? 1 : 0;
  }
  return sum > 0 && of > 0 ? sum / of : 0.5 / std::max(of, 7.0);
}

double amount_of(const Tally& tally, DateRange days) {
  double sum = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) sum += tally.on(day).amount;
  return sum;
}

/// What the whole period may be thought to come to.
double total_of(Draw& draw, const Tally& seen, const Lived& life) {
  const double rate = own_rate(draw, seen);
  if (draw.chance(0.4)) return rate * life.period.days() * factor(draw, 0.25);
  const int left = life.period.to - life.as_of;
  return amount_of(seen, life.period) + rate * left * factor(draw, 0.4);
}

Op either(Draw& draw) {
  constexpr std::array<Op, 6> ops = {Op::AtLeast, Op::AtLeast, Op::More, Op::AtMost, Op::AtMost, Op::Less};
  return ops[static_cast<std::size_t>(draw.below(6))];
}

/// The least, or the most, of the units lived, or one beside it.
double every(Draw& draw, const Tally& seen, const Lived& life, Check& check) {
  check.pace = CheckPace::Every;
  check.every = draw.chance(0.5) ? CheckUnit::Week : CheckUnit::Month;
  check.op = draw.chance(0.7) ? Op::AtLeast : Op::AtMost;
  double least = std::numeric_limits<double>::infinity();
  double most = 0;
  for (const CalendarUnit& unit : units_in({seen.from, life.as_of}, check.every, monday)) {
    if (!unit.whole) continue;
    const double sum = amount_of(seen, unit.days);
    if (unit.days.to >= life.period.from) least = std::min(least, sum);
    most = std::max(most, sum);
  }
  if (check.op == Op::AtMost) return std::max(1.0, most - 1 + draw.below(3));
  if (!std::isfinite(least)) least = std::floor(own_rate(draw, seen) * 5);
  return std::max(1.0, least - draw.below(2));
}

double target_of(Draw& draw, const Tally& whole, const Tally& seen, const Lived& life, Form form,
                 Check& check) {
  check.op = either(draw);
  switch (form) {
    case Form::Per:
      check.pace = CheckPace::Per;
      check.every = draw.chance(0.7) ? CheckUnit::Week : CheckUnit::Month;
      return std::round(10 * total_of(draw, seen, life) / life.period.days() *
                        (check.every == CheckUnit::Week ? 7 : 30.4)) /
             10;
    case Form::Every:
      return every(draw, seen, life, check);
    case Form::Share:
    case Form::Evenings:
      return std::clamp(std::round(100 * own_rate(draw, seen) * factor(draw, 0.12)), 1.0, 99.0);
    case Form::Streak: {
      check.op = Op::AtLeast;
      const double longest = value_of(check, seen, {seen.from, life.as_of}, monday).value_or(0);
      return std::max(2.0, std::round((longest + 1) * factor(draw, 0.35)));
    }
    case Form::LastYear: {
      check.last_year = true;
      const DateRange there{plus_years(life.period.from, -1), plus_years(life.period.to, -1)};
      return amount_of(whole, there);
    }
    case Form::Exactly:
      check.op = Op::Equal;
      return amount_of(seen, life.period) + draw.below(3);
    default: {
      const double total = total_of(draw, seen, life);
      return form == Form::Cost ? 1000 * std::round(total / 1000) : std::max(1, whole_number(total));
    }
  }
}

bool can_be(Form form, const Lived& life) {
  if (form == Form::LastYear)
    return life.from <= plus_years(life.period.from, -1) && life.period.to < plus_years(life.period.from, 1);
  if (form == Form::Exactly) return life.way == Way::Sparse;
  // Of what comes a few times a year nobody promises so much.
  if (life.way == Way::Sparse) return form != Form::Per && form != Form::Every && form != Form::Evenings;
  return true;
}

}  // namespace

std::string_view name(Way way) {
  constexpr std::array<std::string_view, 6> names = {"over-dispersed",  "autocorrelated", "seasonal",
                                                     "strictly weekly", "changed",        "sparse"};
  return names[static_cast<std::size_t>(way)];
}

std::string_view name(Form form) {
  constexpr std::array<std::string_view, 11> names = {"times",  "days",      "hours",  "cost",
                                                      "per",    "every",     "share",  "share of evenings",
                                                      "streak", "last year", "exactly"};
  return names[static_cast<std::size_t>(form)];
}

std::optional<PromisedLife> promised_life(Draw& draw, Known known) {
  Lived life = lived(draw, known);
  for (int i = 0; i < most_tries; ++i) {
    const Form form = forms[static_cast<std::size_t>(draw.below(static_cast<int>(forms.size())))];
    if (!can_be(form, life)) continue;
    Amounts amounts(draw, form, life.way);
    const Tally whole = tally_of(life, form, amounts);
    PromisedLife promised;
    promised.way = life.way;
    promised.form = form;
    promised.period = life.period;
    promised.as_of = life.as_of;
    promised.seen = seen_of(draw, whole, life.as_of);
    promised.check.measure.kind = amounts.kind();
    if (form == Form::Evenings) promised.check.measure.within = Within::Evenings;
    promised.target.value = target_of(draw, whole, promised.seen, life, form, promised.check);
    promised.check.value = promised.target.value;
    if (decided(promised.check, promised.seen, promised.target, life.period, life.as_of, monday)) continue;
    promised.planned = planned_of(draw, whole, life, amounts.entered());
    promised.kept = holds_in_the_end(promised.check, whole, promised.target, life.period, monday);
    return promised;
  }
  return std::nullopt;
}

}  // namespace hoego::truth
