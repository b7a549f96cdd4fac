#include <algorithm>
#include <cmath>

#include "bench/truth/told_facts_parts.h"
#include "geo/gazetteer.h"

namespace hoego::truth::parts {
namespace {

/// Puts in the place of a person those of whom the same would be false: another month, another number; who
/// fell silent before has sent no word after it either.
void add_others(const Occasion& one, const std::vector<Occasion>& of, bool of_lasts, Told& told) {
  for (const Occasion& other : of) {
    if (other.subject != Subject::Person || other.key == one.key) continue;
    const bool may_do = of_lasts ? other.date > one.date : true;
    if (may_do && other.date.month() != one.date.month() && other.count != one.count)
      told.wrong.push_back({Falsehood::Person, Value::of(other.label)});
  }
}

/// Whether a person's first and last times are one finding each and in the year.
void add_people(const Findings& findings, std::vector<Fact>& facts) {
  for (const Occasion& first : findings.firsts) {
    if (first.subject != Subject::Person) continue;
    Fact fact;
    fact.kind = "first-person";
    fact.finding = first.id;
    Told& told = fact.told["person"] = name(first.label);
    add_others(first, findings.firsts, false, told);
    const int last = findings.period.lived_to().month();
    std::vector<int> months;
    for (int month = 1; month <= last; ++month) {
      if (month != first.date.month()) months.push_back(month);
    }
    fact.told["month"] = month(first.date.month(), months);
    fact.told["date"] = day(first.date, last);
    fact.told["n"] = count(first.count);
    facts.push_back(std::move(fact));
  }
  for (const Occasion& last : findings.lasts) {
    if (last.subject != Subject::Person) continue;
    Fact fact;
    fact.kind = "last-person";
    fact.finding = last.id;
    Told& told = fact.told["person"] = name(last.label);
    add_others(last, findings.lasts, true, told);
    // That there was no word after August is true of who fell silent in June as well: earlier months only.
    std::vector<int> months;
    for (int month = 1; month < last.date.month(); ++month) months.push_back(month);
    fact.told["month"] = month(last.date.month(), months);
    fact.told["date"] = day(last.date, last.date.month());
    facts.push_back(std::move(fact));
  }
}

void add_first_countries(const Findings& findings, std::vector<Fact>& facts) {
  for (const Occasion& first : findings.firsts) {
    if (first.subject != Subject::Country) continue;
    Fact fact;
    fact.kind = "first-country";
    fact.finding = first.id;
    Told& told = fact.told["country"] = name({country_name(first.key, "ko"), country_name(first.key, "en")});
    for (const char* code : {"JP", "CA", "US", "VN", "TW", "FR", "DE", "IT", "ES", "GB", "AU", "PT"}) {
      const bool was_there =
          std::any_of(findings.trips.begin(), findings.trips.end(), [code](const Trip& trip) {
            return std::find(trip.countries.begin(), trip.countries.end(), code) != trip.countries.end();
          });
      if (!was_there)
        told.wrong.push_back(
            {Falsehood::Country, Value::of(Label{country_name(code, "ko"), country_name(code, "en")})});
    }
    fact.told["date"] = day(first.date, findings.period.lived_to().month());
    facts.push_back(std::move(fact));
  }
}

void add_milestones(const Findings& findings, std::vector<Fact>& facts) {
  for (const Milestone& milestone : findings.milestones) {
    if (milestone.what != MilestoneKind::Given) continue;
    Fact fact;
    fact.kind = "milestone";
    fact.finding = milestone.id;
    fact.told["label"] = name(milestone.label);
    fact.told["years"] = count(milestone.years);
    fact.told["date"] = day(milestone.date, findings.period.lived_to().month());
    facts.push_back(std::move(fact));
  }
}

void add_promises(const Findings& findings, std::vector<Fact>& facts) {
  for (const Promise& promise : findings.promises) {
    if (!promise.verdict) continue;
    const bool is_kept = *promise.verdict == Verdict::Kept;
    if (!is_kept && *promise.verdict != Verdict::Broken && *promise.verdict != Verdict::Missed) continue;
    Fact fact;
    fact.kind = "promise";
    fact.finding = promise.id;
    fact.up = is_kept;
    fact.told["text"] = name({promise.text, promise.text});
    facts.push_back(std::move(fact));
  }
}

void add_areas(const Findings& findings, std::vector<Fact>& facts) {
  constexpr double least = 0.03;
  for (const AreaTime& area : findings.areas) {
    if (!area.share_of_evenings || *area.share_of_evenings < least) continue;
    Fact fact;
    fact.kind = "area";
    fact.finding = area_id(area);
    fact.told["area"] = name(area.label);
    fact.told["share"] = {Value::of(std::round(100 * *area.share_of_evenings))};
    facts.push_back(std::move(fact));
  }
}

}  // namespace

void add_occasions(const Findings& findings, std::vector<Fact>& facts) {
  add_people(findings, facts);
  add_first_countries(findings, facts);
  add_milestones(findings, facts);
  add_promises(findings, facts);
  add_areas(findings, facts);
}

}  // namespace hoego::truth::parts
