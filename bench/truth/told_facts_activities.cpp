#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "bench/truth/told_facts_parts.h"

namespace hoego::truth::parts {
namespace {

struct Part {
  const char* ko;
  const char* en;
  int from;
  int to;
};
constexpr std::array<Part, 9> year_parts = {{{"상반기", "the first half of the year", 1, 6},
                                             {"하반기", "the second half of the year", 7, 12},
                                             {"봄", "spring", 3, 5},
                                             {"여름", "summer", 6, 8},
                                             {"가을", "autumn", 9, 11},
                                             {"1분기", "the first quarter", 1, 3},
                                             {"2분기", "the second quarter", 4, 6},
                                             {"3분기", "the third quarter", 7, 9},
                                             {"4분기", "the fourth quarter", 10, 12}}};

/// An activity with what is known of its months.
class Months {
 public:
  Months(const Activity& activity, const Period& period) : activity_(activity) {
    const Date last = period.lived_to();
    for (int month = 1; month <= 12; ++month) {
      const Date end = *Date::from_ymd(period.from.year(), month, days_in_month(period.from.year(), month));
      if (end > last || activity.by_month.size() < 12) break;
      whole_ = month;
    }
  }

  /// Of a month that is over and known.
  std::optional<int> in(int month) const {
    if (month > whole_) return std::nullopt;
    return activity_.by_month[static_cast<std::size_t>(month - 1)];
  }
  std::optional<int> in(const Part& part) const {
    int sum = 0;
    for (int month = part.from; month <= part.to; ++month) {
      const auto count = in(month);
      if (!count) return std::nullopt;
      sum += *count;
    }
    return sum;
  }
  /// Known months in which it came another number of times.
  std::vector<int> otherwise(int count) const {
    std::vector<int> months;
    for (int month = 1; month <= whole_; ++month) {
      if (in(month) && *in(month) != count) months.push_back(month);
    }
    return months;
  }
  bool all_known() const {
    for (int month = 1; month <= whole_; ++month) {
      if (!in(month)) return false;
    }
    return whole_ > 1;
  }
  int whole() const { return whole_; }

 private:
  const Activity& activity_;
  int whole_ = 0;
};

class ActivityFacts {
 public:
  ActivityFacts(const Activity& activity, const Period& period, std::vector<Fact>& facts)
      : activity_(activity),
        said_(truth::name(*said_of(activity.id))),
        period_(period),
        months_(activity, period),
        facts_(facts) {
    if (activity.hours && activity.count > 0) hours_each_ = *activity.hours / activity.count;
    numbers_ = {static_cast<double>(activity.days), static_cast<double>(activity.count)};
    if (activity.against) numbers_.push_back(activity.against->count);
    if (activity.hours) numbers_.push_back(std::round(*activity.hours));
  }

  void add_all() {
    add_totals();
    add_months();
    add_parts();
    add_ends();
    add_comparison();
  }

 private:
  Fact& add(const char* kind) {
    Fact fact;
    fact.kind = kind;
    fact.said = said_;
    fact.finding = activity_.id;
    fact.hours_each = hours_each_;
    fact.told["act"] = name(activity_.label);
    facts_.push_back(std::move(fact));
    return facts_.back();
  }

  void add_totals() {
    add("year").told["n"] = count(activity_.count, numbers_);
    Fact& days = add("days");
    days.told["days"] = count(activity_.days, numbers_);
    days.hours_each.reset();
    if (!activity_.hours) return;
    Fact& hours = add("hours");
    hours.told["n"] = count(activity_.count, numbers_);
    hours.told["hours"] = count(*activity_.hours, numbers_);
  }

  void add_months() {
    int best = 0;
    int top = 0;
    bool alone = false;
    std::optional<int> before;
    for (int number = 1; number <= months_.whole(); ++number) {
      const auto here = months_.in(number);
      if (!here) continue;
      if (*here >= best) {
        alone = *here > best;
        best = *here;
        top = number;
      }
      if (*here == 0) {
        if (activity_.absence_known) add("month-none").told["month"] = month(number, months_.otherwise(0));
        continue;
      }
      Fact& one = add("month");
      one.told["month"] = month(number, months_.otherwise(*here));
      one.told["n"] = count(*here);
      if (before) add_two(number, *before);
      before = number;
    }
    if (!alone || !months_.all_known()) return;
    Fact& most = add("top-month");
    most.told["month"] = month(top, months_.otherwise(best));
    most.told["n"] = count(best);
  }

  void add_two(int number, int other) {
    Fact& two = add("months");
    const int here = *months_.in(number);
    const int there = *months_.in(other);
    const auto but = [&](int counted, int not_this) {
      std::vector<int> otherwise = months_.otherwise(counted);
      otherwise.erase(std::remove(otherwise.begin(), otherwise.end(), not_this), otherwise.end());
      return otherwise;
    };
    two.told["month"] = month(other, but(there, number));
    two.told["n"] = count(there);
    two.told["month2"] = month(number, but(here, other));
    two.told["n2"] = count(here);
  }

  void add_parts() {
    for (const Part& part : year_parts) {
      const auto here = months_.in(part);
      if (!here || *here == 0) continue;
      Fact& fact = add("part");
      Told& told = fact.told["part"] = name({part.ko, part.en});
      for (const Part& other : year_parts) {
        const auto there = months_.in(other);
        if (there && *there != *here)
          told.wrong.push_back({Falsehood::Month, Value::of(Label{other.ko, other.en})});
      }
      fact.told["n"] = count(*here);
    }
  }

  /// Whether nothing came after the last time, up to the day of looking back, which is in the year.
  bool is_last_known() const {
    if (!activity_.last || !activity_.absence_known || period_.as_of > period_.to) return false;
    for (Date day = *activity_.last + 1; day <= period_.lived_to(); day = day + 1) {
      const auto at = static_cast<std::size_t>(day - period_.from);
      if (at >= activity_.by_day.size() || !activity_.by_day[at]) return false;
    }
    return true;
  }

  void add_ends() {
    if (activity_.first && activity_.absence_known && activity_.by_day.front())
      add("first-of").told["date"] = day(*activity_.first, period_.lived_to().month());
    if (!is_last_known()) return;
    // "Since July 3 I have not been there" is true of any day after the last time as well.
    add("last-of").told["date"] = day(*activity_.last, activity_.last->month());
  }

  void add_comparison() {
    if (!activity_.against) return;
    const Comparison& against = *activity_.against;
    const Difference told = against.told();
    if (told == Difference::Unknown) return;
    Fact& fact = add(told == Difference::NoClearDifference ? "same" : "against");
    fact.up = told != Difference::Less;
    fact.told["n"] = count(activity_.count, numbers_);
    if (against.count > 0) fact.told["m"] = count(against.count, numbers_);
    fact.hours_each.reset();
  }

  const Activity& activity_;
  std::string said_;
  const Period& period_;
  Months months_;
  std::vector<Fact>& facts_;
  std::optional<double> hours_each_;
  std::vector<double> numbers_;
};

void add_pair(const Activity& one, const Activity& other, std::vector<Fact>& facts) {
  Fact fact;
  fact.kind = "pair";
  fact.said = std::string(truth::name(*said_of(one.id))) + "," + std::string(truth::name(*said_of(other.id)));
  fact.finding = one.id;
  fact.told["act"] = name(one.label);
  fact.told["n"] = count(one.count, {static_cast<double>(one.days)});
  fact.told["n2"] = count(other.count, {static_cast<double>(other.days)});
  facts.push_back(std::move(fact));
}

}  // namespace

void add_activities(const Findings& findings, std::vector<Fact>& facts) {
  for (const Activity& activity : findings.activities) {
    if (!said_of(activity.id) || activity.count == 0) continue;
    ActivityFacts(activity, findings.period, facts).add_all();
    for (const Activity& other : findings.activities) {
      if (other.id != activity.id && said_of(other.id) && other.count > 0) add_pair(activity, other, facts);
    }
  }
}

}  // namespace hoego::truth::parts
