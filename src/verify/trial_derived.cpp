#include <algorithm>
#include <cmath>

#include "verify/trial.h"

namespace hoego {
namespace {

bool counts_things(SaidUnit unit) {
  return unit != SaidUnit::Percent && unit != SaidUnit::Fraction && unit != SaidUnit::Ratio &&
         unit != SaidUnit::Point && unit != SaidUnit::Clock && unit != SaidUnit::Age;
}

/// Two numbers of one unit, or of things counted with and without it.
bool same_sort(const Amount& a, const Amount& b) {
  const auto bare = [](const Amount& one, const Amount& other) {
    const bool measured = other.unit == SaidUnit::Percent || other.unit == SaidUnit::Money ||
                          other.unit == SaidUnit::Ratio || other.unit == SaidUnit::Fraction;
    return one.unit == SaidUnit::Bare && !measured;
  };
  return a.unit == b.unit || bare(a, b) || bare(b, a);
}

}  // namespace

bool is_relation(SaidUnit unit) {
  return unit == SaidUnit::Percent || unit == SaidUnit::Fraction || unit == SaidUnit::Ratio;
}

bool may_be_ratio(const Amount& said, double ratio) {
  if (said.unit == SaidUnit::Percent && ratio < 1)
    return fits(said, ratio * 100) || fits(said, (1 - ratio) * 100);
  if (said.unit == SaidUnit::Percent) return fits(said, (ratio - 1) * 100);
  return fits(said, ratio) || (ratio < 1 && fits(said, 1 - ratio));
}

/// What numbers of an activity may be put beside: all of it, last year's, and those of the days that the
/// sentence names.
std::vector<double> Trial::wholes_of(const Activity& activity, std::size_t amount) const {
  std::vector<double> wholes;
  const Period& period = known_.findings.period;
  for (const std::size_t i : said_.days_of(amount)) {
    if (const auto count = count_in(activity, said_range(i), period)) wholes.push_back(*count);
  }
  if (!wholes.empty()) return wholes;
  if (said_.all_cues().has(Cue::LastYear)) {
    if (activity.against) wholes.push_back(activity.against->count);
    return wholes;
  }
  wholes.push_back(activity.count);
  if (activity.hours) wholes.push_back(*activity.hours);
  return wholes;
}

/// "10월에만 6,439장으로 한 해 사진의 7할": a share of what the sentence does not count itself.
bool Trial::is_share_of_whole(std::size_t amount, const std::vector<Finding>& numbers) const {
  const Amount& said = said_.amounts()[amount];
  for (std::size_t j = 0; j < numbers.size(); ++j) {
    const Amount& part = said_.amounts()[j];
    if (j == amount || numbers[j].standing != Standing::Agrees || part.per || !counts_things(part.unit))
      continue;
    for (const Activity& activity : known_.findings.activities) {
      if (activity.id != numbers[j].finding) continue;
      for (const double whole : wholes_of(activity, amount)) {
        if (whole > 0 && may_be_ratio(said, part.value / whole)) return true;
      }
    }
    const Period& period = known_.findings.period;
    const bool of_days = part.unit == SaidUnit::Day;
    if (of_days && may_be_ratio(said, part.value / (period.lived_to() - period.from + 1))) return true;
  }
  return false;
}

/// "음악에 쓴 시간이 몸에 쓴 시간의 여섯 배": two things that the sentence names beside each other.
bool Trial::is_ratio_of_named(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  std::vector<const NamedThing*> named;
  for (const NamedThing& one : said_.names()) {
    if (one.what == Named::Activity || one.what == Named::Thing || one.what == Named::Place)
      named.push_back(&one);
  }
  if (named.size() != 2 || meet(named[0]->keys, named[1]->keys)) return false;
  const auto values = [&](const NamedThing& one) {
    std::vector<std::pair<SaidUnit, double>> all;
    for (const std::size_t i : facts_under(known_.facts.numbers_of, one.keys)) {
      const NumberFact& fact = known_.facts.numbers[i];
      const bool plain = !fact.per && !fact.last_year && fact.needs.empty() && !fact.units.empty() &&
                         fact.value > 0 && counts_things(fact.units.front());
      if (plain) all.emplace_back(fact.units.front(), fact.value);
    }
    return all;
  };
  const auto there = values(*named[1]);
  for (const auto& here : values(*named[0])) {
    const bool so = std::any_of(there.begin(), there.end(), [&](const auto& other) {
      return here.first == other.first &&
             (fits(said, here.second / other.second) ||
              (here.second < other.second && may_be_ratio(said, here.second / other.second)));
    });
    if (so) return true;
  }
  return false;
}

/// "10월 사진이 9월보다 다섯 배", "5월에 두 배로 뛰었다": a month beside another, or beside the one before.
bool Trial::is_ratio_of_days(std::size_t amount) const {
  std::vector<DateRange> ranges;
  for (const SaidDays& one : said_.days()) {
    const bool part =
        one.fineness == Fineness::Month || one.fineness == Fineness::Season || one.fineness == Fineness::Half;
    if (part && !one.to && !one.ends_span) ranges.push_back(one.days);
  }
  if (ranges.empty() || ranges.size() > 2) return false;
  if (ranges.size() == 1) {
    const Date before = ranges.front().from - 1;
    ranges.push_back({month_start(before), before});
    if (ranges.front().days() > 31) return false;
  }
  const Period& period = known_.findings.period;
  for (const Activity& activity : known_.findings.activities) {
    const bool named = std::any_of(said_.names().begin(), said_.names().end(), [&](const NamedThing& name) {
      return meet({"activity:" + activity.id}, name.keys);
    });
    if (!named) continue;
    const int first = count_in(activity, ranges[0], period).value_or(0);
    const int second = count_in(activity, ranges[1], period).value_or(0);
    if (first == 0 || second == 0) continue;
    const double ratio = static_cast<double>(first) / second;
    if (fits(said_.amounts()[amount], ratio) || fits(said_.amounts()[amount], 1 / ratio)) return true;
  }
  return false;
}

/// "캐나다와 나고야를 합쳐 170만 원": the sum of what is known of each thing that the sentence names.
bool Trial::is_sum_of_named(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  if (!said_.all_cues().has(Cue::Sum) || said.per || is_relation(said.unit)) return false;
  double sum = 0;
  int parts = 0;
  std::vector<std::string> seen;
  for (const NamedThing& one : said_.names()) {
    if (one.what == Named::General || one.keys.empty() || meet(one.keys, seen)) continue;
    const auto facts = facts_under(known_.facts.numbers_of, one.keys);
    const auto fact = std::find_if(facts.begin(), facts.end(), [&](std::size_t i) {
      const NumberFact& other = known_.facts.numbers[i];
      return other.needs.empty() && !other.last_year && !other.per && unit_fits(amount, other);
    });
    if (fact == facts.end()) continue;
    seen.insert(seen.end(), one.keys.begin(), one.keys.end());
    sum += known_.facts.numbers[*fact].value;
    ++parts;
  }
  return parts > 1 && fits(said, sum);
}

/// A number that nothing holds alone may be the sum, the difference or the share of those that hold beside
/// it.
void Trial::settle_sums(std::vector<Finding>& numbers) const {
  const Cues cues = said_.all_cues();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].standing == Standing::Agrees) continue;
    const Amount& said = said_.amounts()[i];
    std::vector<const Amount*> others;
    for (std::size_t j = 0; j < numbers.size(); ++j) {
      const Amount& other = said_.amounts()[j];
      if (j != i && numbers[j].standing == Standing::Agrees && !other.per) others.push_back(&other);
    }
    const std::size_t here = others.size();
    for (const Amount& other : context_.numbers) others.push_back(&other);
    const auto agrees = [&](double value) {
      if (!fits(said, value)) return false;
      numbers[i].standing = Standing::Agrees;
      return true;
    };
    double sum = 0;
    int same = 0;
    for (std::size_t j = 0; j < here; ++j) {
      if (others[j]->unit != said.unit) continue;
      sum += others[j]->value;
      ++same;
    }
    if (same > 1 && cues.has(Cue::Sum) && agrees(sum)) continue;
    bool settled = false;
    for (std::size_t a = 0; a < others.size() && !settled; ++a) {
      for (std::size_t b = 0; b < others.size() && !settled; ++b) {
        if (a == b || !same_sort(*others[a], *others[b]) || others[b]->value == 0) continue;
        const double ratio = others[a]->value / others[b]->value;
        if (said.unit == others[a]->unit && cues.any_of({Cue::Gap, Cue::Up, Cue::Down}))
          settled = agrees(std::abs(others[a]->value - others[b]->value));
        else if (is_relation(said.unit))
          settled = may_be_ratio(said, ratio);
      }
    }
    settled = settled || is_sum_of_named(i) ||
              (is_relation(said.unit) &&
               (is_share_of_whole(i, numbers) || is_ratio_of_named(i) || is_ratio_of_days(i)));
    if (settled) numbers[i].standing = Standing::Agrees;
  }
}

}  // namespace hoego
