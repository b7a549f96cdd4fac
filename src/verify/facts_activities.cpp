#include <algorithm>
#include <cmath>

#include "story/change_words.h"
#include "story/plan.h"
#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

constexpr double weeks_a_month = 365.2425 / 12 / 7;

/// Facts of one activity.
class Builder {
 public:
  Builder(const Findings& findings, const Activity& activity, Facts& to)
      : all_(findings), one_(activity), key_(activity_key(activity.id)), to_(to) {}

  void build() {
    to_.done.push_back(key_);
    totals();
    days();
    comparison();
    for (const Change& change : one_.changes) changed(change);
    months();
    best_weeks();
    best_day();
    gaps();
    outcomes();
    costs();
  }

 private:
  NumberFact& number(double value, std::vector<SaidUnit> units, Stated stated) {
    NumberFact fact;
    fact.of = {key_};
    fact.value = value;
    fact.units = std::move(units);
    fact.stated = stated;
    fact.finding = one_.id;
    to_.numbers.push_back(std::move(fact));
    return to_.numbers.back();
  }
  DateFact& date(DateRange days, Cues needs, Cues never = {}) {
    DateFact fact;
    fact.of = {key_};
    fact.days = days;
    fact.needs = needs;
    fact.never = never;
    fact.finding = one_.id;
    to_.dates.push_back(std::move(fact));
    return to_.dates.back();
  }
  double weeks() const { return (all_.period.lived_to() - all_.period.from + 1) / 7.0; }

  void totals() {
    number(one_.count, units_of(one_.kind), Stated::Count).never = {Cue::Streak};
    number(one_.days, {SaidUnit::Day, SaidUnit::Bare}, Stated::Count).never = {Cue::Silence};
    if (one_.hours) {
      number(*one_.hours, {SaidUnit::Hour}, Stated::Duration);
      number(*one_.hours * 60, {SaidUnit::Minute}, Stated::Duration);
      if (one_.count > 0) {
        number(*one_.hours / one_.count, {SaidUnit::Hour}, Stated::Duration).per = SaidUnit::Time;
        number(*one_.hours / one_.count * 60, {SaidUnit::Minute}, Stated::Duration).per = SaidUnit::Time;
        number(*one_.hours / one_.count, {SaidUnit::Hour}, Stated::Duration).needs = {Cue::Average,
                                                                                      Cue::Each};
        number(*one_.hours / one_.count * 60, {SaidUnit::Minute}, Stated::Duration).needs = {Cue::Average,
                                                                                             Cue::Each};
      }
      number(*one_.hours / weeks(), {SaidUnit::Hour}, Stated::Duration).per = SaidUnit::Week;
    }
    rate(one_.count / weeks(), {});
    if (one_.days > 0) {
      number(static_cast<double>(one_.count) / one_.days, units_of(one_.kind), Stated::Count).needs = {
          Cue::Average};
      NumberFact a_day = to_.numbers.back();
      a_day.per = SaidUnit::Day;
      to_.numbers.push_back(a_day);
    }
    for (const auto& [what, sum] : one_.totals) {
      const SaidUnit unit = what == "characters" ? SaidUnit::Character
                            : what == "pages"    ? SaidUnit::Page
                            : what == "messages" ? SaidUnit::Message
                                                 : SaidUnit::Bare;
      if (unit == SaidUnit::Bare) continue;
      number(sum, {unit}, Stated::Count);
      if (one_.count > 0) number(sum / one_.count, {unit}, Stated::Count).per = SaidUnit::Time;
      if (one_.count > 0) number(sum / one_.count, {unit}, Stated::Count).needs = {Cue::Average};
    }
    if (one_.longest_streak_weeks > 0) {
      number(one_.longest_streak_weeks, {SaidUnit::Week}, Stated::Duration).needs = {Cue::Streak,
                                                                                     Cue::Longest};
    }
  }

  /// The same rate by the week, the month and the year.
  void rate(double per_week, Cues needs) {
    for (const auto& [per, factor] : {std::pair(SaidUnit::Week, 1.0),
                                      {SaidUnit::Month, weeks_a_month},
                                      {SaidUnit::Year, 365.25 / 7},
                                      {SaidUnit::Day, 1.0 / 7}}) {
      std::vector<SaidUnit> units = units_of(one_.kind);
      NumberFact& fact = number(per_week * factor, units, Stated::Count);
      fact.per = per;
      fact.needs = needs;
      // As one says it: once or twice, about four.
      const Pace said = pace(per_week);
      const SaidUnit in = said.unit == Pace::Unit::Week    ? SaidUnit::Week
                          : said.unit == Pace::Unit::Month ? SaidUnit::Month
                                                           : SaidUnit::Year;
      if (said.unit == Pace::Unit::Never || in != per) continue;
      fact.low = said.low;
      fact.high = said.high;
    }
  }

  void days() {
    if (one_.first) {
      date({*one_.first, *one_.first}, {Cue::Start});
      if (one_.last && *one_.last > *one_.first) {
        date({*one_.first, *one_.last}, {});
        const int length = *one_.last - *one_.first + 1;
        NumberFact& span = number(length, {SaidUnit::Day}, Stated::Duration);
        span.needs = {Cue::Start};
        span.never = {Cue::Silence};
      }
    }
    if (one_.last) {
      date({*one_.last, *one_.last}, {Cue::End, Cue::Silence});
      const int silent = all_.period.lived_to() - *one_.last;
      if (silent > 0) {
        for (const auto& [unit, length] :
             {std::pair(SaidUnit::Day, 1.0), {SaidUnit::Week, 7.0}, {SaidUnit::Month, 30.44}})
          number(silent / length, {unit}, Stated::Duration).needs = {Cue::Silence, Cue::End};
      }
    }
  }

  void comparison() {
    if (!one_.against) return;
    const Comparison& against = *one_.against;
    const std::string id = against_id(one_);
    NumberFact& there = number(against.count, units_of(one_.kind), Stated::Comparison);
    there.last_year = true;
    there.finding = id;
    const double difference = std::abs(one_.count - against.count);
    NumberFact& gap = number(difference, units_of(one_.kind), Stated::Comparison);
    gap.needs = {Cue::Gap, Cue::Up, Cue::Down};
    gap.never = {Cue::Most};
    gap.finding = id;
    ratios(against, id);
    TrendFact trend;
    trend.of = {key_};
    trend.against = true;
    trend.here = one_.count;
    trend.there = against.count;
    trend.finding = id;
    trend.trend = against.told() == Difference::More       ? Trend::Up
                  : against.told() == Difference::Less     ? Trend::Down
                  : against.verdict == Difference::Unknown ? Trend::Unknown
                                                           : Trend::Same;
    to_.trends.push_back(std::move(trend));
  }

  void ratios(const Comparison& against, const std::string& id) {
    std::vector<double> values;
    if (against.ratio) values.push_back(*against.ratio);
    if (against.count > 0) values.push_back(static_cast<double>(one_.count) / against.count);
    for (const double value : values) {
      const auto note = [&](NumberFact& fact, std::optional<double> low) {
        fact.low = low;
        fact.finding = id;
        fact.needs = {Cue::LastYear, Cue::Up, Cue::Down, Cue::Same, Cue::AtLeast, Cue::Most};
      };
      note(number(value, {SaidUnit::Ratio}, Stated::Comparison), against.low);
      if (value < 1) {
        note(number(value, {SaidUnit::Fraction}, Stated::Comparison), std::nullopt);
        note(number(1 - value, {SaidUnit::Fraction}, Stated::Comparison),
             against.high ? std::optional(1 - *against.high) : std::nullopt);
      }
      const double change = std::abs(value - 1) * 100;
      const auto least = value < 1 ? against.high : against.low;
      note(number(change, {SaidUnit::Percent}, Stated::Comparison),
           least ? std::optional(std::abs(*least - 1) * 100) : std::nullopt);
      if (value < 1) note(number(value * 100, {SaidUnit::Percent}, Stated::Comparison), std::nullopt);
      if (value < 1) to_.numbers.back().needs = {Cue::LastYear};
      if (value < 1) to_.numbers.back().never = {Cue::Down, Cue::Up};
    }
  }

  void changed(const Change& change) {
    const bool down = change.kind == ChangeKind::Faded || change.kind == ChangeKind::Stopped;
    DateFact& day = date({change.date, change.date},
                         down ? Cues{Cue::Down, Cue::End, Cue::Silence, Cue::Up} : Cues{Cue::Up, Cue::Start});
    day.loose = {std::min(change.low, change.date), std::max(change.high, change.date)};
    day.gradual = change.kind == ChangeKind::Faded || change.kind == ChangeKind::Grew;
    day.finding = change.id;
    if (change.kind == ChangeKind::Stopped) {
      if (const auto last = last_before(change, all_)) {
        date({*last, *last}, {Cue::End, Cue::Silence}).finding = change.id;
      }
    }
    const std::size_t from = to_.numbers.size();
    rate(change.before_per_week, {Cue::Up, Cue::Down, Cue::End, Cue::Start, Cue::Before, Cue::Silence});
    rate(change.after_per_week, {Cue::Up, Cue::Down, Cue::End, Cue::Start, Cue::After, Cue::Silence});
    const Afterwards since = after(change, one_, all_);
    if (since.days > 0) {
      const Cues near =
          down ? Cues{Cue::Down, Cue::End, Cue::Silence} : Cues{Cue::Up, Cue::Start, Cue::After};
      number(since.days, {SaidUnit::Day}, Stated::Duration).needs = near;
      const int weeks = (since.days + 3) / 7;
      number(weeks, {SaidUnit::Week}, Stated::Duration).needs = near;
      to_.numbers.back().never = {Cue::Streak};
      number(since.count, units_of(one_.kind), Stated::Count).needs = near;
    }
    for (std::size_t i = from; i < to_.numbers.size(); ++i) to_.numbers[i].finding = change.id;
    TrendFact trend;
    trend.of = {key_};
    trend.trend = down ? Trend::Down : Trend::Up;
    trend.day = change.date;
    const bool gradual = change.kind == ChangeKind::Faded || change.kind == ChangeKind::Grew;
    if (gradual)
      trend.when = DateRange{std::min(change.low, change.date), std::max(change.high, change.date)};
    trend.finding = change.id;
    to_.trends.push_back(std::move(trend));
  }

  void months() {
    std::optional<std::size_t> most;
    std::optional<std::size_t> least;
    for (std::size_t i = 0; i < one_.by_month.size(); ++i) {
      if (!one_.by_month[i]) continue;
      if (!most || *one_.by_month[i] > *one_.by_month[*most]) most = i;
      const bool lived = month_end(i) <= all_.period.lived_to();
      if (lived && *one_.by_month[i] > 0 && (!least || *one_.by_month[i] < *one_.by_month[*least])) least = i;
    }
    const auto note = [&](std::size_t index, Cue cue) {
      to_.orders.push_back({{key_}, {cue}, {}, DateRange{month_begin(index), month_end(index)}, one_.id});
    };
    for (std::size_t i = 0; i < one_.by_month.size(); ++i) {
      if (most && one_.by_month[i] && *one_.by_month[i] == *one_.by_month[*most]) note(i, Cue::Most);
      if (least && one_.by_month[i] && *one_.by_month[i] == *one_.by_month[*least]) note(i, Cue::Least);
    }
  }
  Date month_begin(std::size_t index) const {
    Date start = month_start(all_.period.from);
    for (std::size_t i = 0; i < index; ++i) start = month_start(start + 31);
    return start;
  }
  Date month_end(std::size_t index) const { return month_start(month_begin(index) + 31) - 1; }

  /// The most in a week and on a day, where every day is known.
  void best_weeks() {
    int most = 0;
    std::vector<Date> starts;
    for (Date start = all_.period.from - (all_.period.from.weekday() - all_.week_starts + 7) % 7;
         start <= all_.period.lived_to(); start = start + 7) {
      const auto week = intersect({start, start + 6}, {all_.period.from, all_.period.lived_to()});
      const auto count = week ? count_in(one_, *week, all_.period) : std::nullopt;
      if (!count || *count < most || *count < 2) continue;
      if (*count > most) starts.clear();
      most = *count;
      starts.push_back(start);
    }
    if (most == 0) return;
    number(most, units_of(one_.kind), Stated::Count).needs = {Cue::Most};
    to_.numbers.back().never = {Cue::MonthWord};
    number(most, units_of(one_.kind), Stated::Count).needs = {Cue::Most};
    to_.numbers.back().per = SaidUnit::Week;
    for (const Date start : starts) date({start, start + 6}, {Cue::Most}, {Cue::MonthWord});
  }

  /// The most on one day: "하루에 열두 번", "on my busiest day".
  void best_day() {
    int most = 0;
    int all = 0;
    for (const auto& count : one_.by_day) {
      most = std::max(most, count.value_or(0));
      all += count.value_or(0);
    }
    if (most < 2 || all != one_.count) return;
    for (const bool rate : {false, true}) {
      NumberFact& fact = number(most, units_of(one_.kind), Stated::Count);
      fact.also = rate ? Cues{Cue::Most} : Cues{Cue::Most, Cue::Day};
      fact.never = {Cue::MonthWord, Cue::Week};
      if (rate) fact.per = SaidUnit::Day;
    }
  }

  /// The longest times without, told by the days before and after.
  void gaps() {
    struct Gap {
      Date last;
      Date next;
    };
    std::vector<Gap> all;
    std::optional<Date> last;
    int found = 0;
    for (std::size_t i = 0; i < one_.by_day.size(); ++i) {
      if (one_.by_day[i].value_or(0) == 0) continue;
      found += *one_.by_day[i];
      const Date day = all_.period.from + static_cast<int>(i);
      if (last) all.push_back({*last, day});
      last = day;
    }
    if (found != one_.count) return;
    std::stable_sort(all.begin(), all.end(),
                     [](const Gap& a, const Gap& b) { return a.next - a.last > b.next - b.last; });
    constexpr std::size_t most = 3;
    constexpr int shortest = 14;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
      const int days = all[i].next - all[i].last;
      if (days < shortest) break;
      const Cues without = {Cue::Silence, Cue::Negative, Cue::None};
      date({all[i].last, all[i].next}, without).pause = true;
      for (const Date end : {all[i].last, all[i].last + 1, all[i].next})
        date({end, end}, without).pause = true;
      for (const auto& [unit, length] :
           {std::pair(SaidUnit::Day, 1.0), {SaidUnit::Week, 7.0}, {SaidUnit::Month, 30.44}}) {
        const double whole = unit == SaidUnit::Day ? days - 1 : days / length;
        NumberFact& fact = number(whole, {unit}, Stated::Duration);
        fact.needs = without;
        fact.never = {Cue::Streak};
        fact.days = DateRange{all[i].last, all[i].next};
      }
    }
  }

  void outcomes() {
    for (const auto& [what, count] : one_.outcomes) {
      NumberFact& fact = number(count, {SaidUnit::Case, SaidUnit::Item, SaidUnit::Bare}, Stated::Count);
      fact.needs = what == "merged" ? Cues{Cue::Merged}
                   : what == "open" ? Cues{Cue::Open}
                                    : Cues{Cue::Closed};
      fact.of.push_back("outcomes");
      if (one_.count == 0) continue;
      const double share = static_cast<double>(count) / one_.count;
      for (const auto& [unit, factor] : {std::pair(SaidUnit::Percent, 100.0), {SaidUnit::Fraction, 1.0}}) {
        const Cues words = to_.numbers.back().needs;
        number(share * factor, {unit}, Stated::Share).needs = words;
      }
    }
  }

  void costs() {
    for (const Money& sum : one_.cost) {
      NumberFact& fact = number(sum.amount, {SaidUnit::Money}, Stated::Money);
      fact.currency = sum.currency;
      fact.finding = cost_id(one_.id);
      if (one_.count == 0) continue;
      NumberFact& each = number(sum.amount / one_.count, {SaidUnit::Money}, Stated::Money);
      each.currency = sum.currency;
      each.per = SaidUnit::Time;
      each.finding = cost_id(one_.id);
    }
  }

  const Findings& all_;
  const Activity& one_;
  std::string key_;
  Facts& to_;
};

}  // namespace

void add_activity_facts(const Findings& findings, Facts& to) {
  for (const Activity& one : findings.activities) Builder(findings, one, to).build();
  for (const Best& one : findings.bests) {
    NumberFact fact;
    if (!one.activity.empty()) fact.of = {activity_key(one.activity)};
    fact.value = one.value;
    fact.finding = one.id;
    const auto activity = std::find_if(findings.activities.begin(), findings.activities.end(),
                                       [&](const Activity& a) { return a.id == one.activity; });
    const Kind kind = activity == findings.activities.end() ? Kind::Event : activity->kind;
    switch (one.what) {
      case BestKind::Week:
      case BestKind::Day:
        fact.units = units_of(kind);
        fact.needs = {Cue::Most, Cue::Week, Cue::Day};
        fact.never = {Cue::MonthWord};
        break;
      case BestKind::Streak:
        fact.units = {SaidUnit::Week};
        fact.needs = {Cue::Streak, Cue::Longest};
        break;
      case BestKind::Gap:
        fact.units = {SaidUnit::Day};
        fact.needs = {Cue::Silence, Cue::Longest};
        fact.never = {Cue::Streak};
        break;
      case BestKind::Lull:
        fact.units = {SaidUnit::Day};
        fact.needs = {Cue::Silence, Cue::Down, Cue::Return};
        if (!one.after.empty()) {
          for (const Trip& trip : findings.trips) {
            if (trip.id != one.after) continue;
            for (const std::string& country : trip.countries) fact.of.push_back(country_key(country));
            for (const Stay& stay : trip.stays) fact.of.push_back(town_key(stay.spot.place));
          }
        }
        break;
      case BestKind::RoundCount:
        fact.units = units_of(kind);
        fact.needs = {Cue::Reach, Cue::Kept, Cue::Start};
        break;
    }
    DateFact date;
    date.of = fact.of;
    date.days = one.days;
    date.finding = one.id;
    date.needs = fact.needs;
    if (one.what == BestKind::Week || one.what == BestKind::Day) date.never = {Cue::MonthWord};
    if (one.what == BestKind::Lull) {
      DateFact back = date;
      back.days = {one.days.to + 1, one.days.to + 1};
      to.dates.push_back(back);
    }
    to.dates.push_back(date);
    date.days.to = date.days.from;
    to.dates.push_back(date);
    if (one.reaches_back_to) {
      DateFact reach = date;
      reach.days = {*one.reaches_back_to, *one.reaches_back_to};
      reach.needs = {Cue::Reach, Cue::Most, Cue::Start};
      to.dates.push_back(reach);
    }
    to.numbers.push_back(fact);
    if (one.what != BestKind::Gap && one.what != BestKind::Lull) continue;
    for (const auto& [unit, length] : {std::pair(SaidUnit::Week, 7.0), {SaidUnit::Month, 30.44}}) {
      fact.value = one.value / length;
      fact.units = {unit};
      to.numbers.push_back(fact);
    }
  }
}

}  // namespace hoego
