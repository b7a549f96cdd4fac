#include <algorithm>

#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

std::vector<std::string> keys_of(const Occasion& one) {
  std::vector<std::string> keys = {finding_key(one.id)};
  if (one.subject == Subject::Activity) keys.push_back(activity_key(one.key));
  if (one.subject == Subject::Country) keys.push_back(country_key(one.key));
  if (one.subject == Subject::Town) keys.push_back("town:" + one.key);
  return keys;
}

void add_occasion(const Occasion& one, bool first, Facts& to) {
  const std::vector<std::string> keys = keys_of(one);
  for (const std::string& key : keys) {
    to.done.push_back(key);
    const bool place = one.subject == Subject::Country || one.subject == Subject::Town;
    if (place) to.been.push_back(key);
    if (place && first) to.firsts.push_back(key);
  }
  const auto date = [&](DateRange days, Cues needs) {
    DateFact fact;
    fact.of = keys;
    fact.days = days;
    fact.needs = needs;
    fact.places = keys;
    fact.finding = one.id;
    to.dates.push_back(std::move(fact));
  };
  if (first)
    date({one.date, one.date}, {Cue::First});
  else
    date({one.date, one.date}, {Cue::End});
  if (one.reaches_back_to) date({*one.reaches_back_to, *one.reaches_back_to}, {Cue::Reach});
  if (one.silent_to) date({*one.silent_to, *one.silent_to}, {Cue::End, Cue::Silence});
  if (one.subject != Subject::Country && one.subject != Subject::Town && one.subject != Subject::Activity) {
    NumberFact count;
    count.of = keys;
    count.value = one.count;
    count.units = units_of(one.kind);
    count.units.push_back(SaidUnit::Time);
    count.finding = one.id;
    to.numbers.push_back(std::move(count));
  }
  if (one.silent_to) {
    NumberFact silence;
    silence.of = keys;
    silence.value = *one.silent_to - one.date;
    silence.units = {SaidUnit::Day};
    silence.needs = {Cue::Silence, Cue::End};
    silence.stated = Stated::Duration;
    silence.finding = one.id;
    to.numbers.push_back(std::move(silence));
  }
}

void add_milestone(const Milestone& one, Facts& to) {
  DateFact date;
  if (one.what != MilestoneKind::Age) date.of = {finding_key(one.id)};
  date.days = {one.date, one.date};
  date.finding = one.id;
  if (one.what == MilestoneKind::Age) date.needs = {Cue::Birthday};
  to.dates.push_back(date);
  DateFact since = date;
  since.days = {one.since, one.since};
  since.needs = {Cue::Start, Cue::End, Cue::Birthday};
  to.dates.push_back(since);
  NumberFact years;
  years.of = date.of;
  years.value = one.years;
  years.units = {SaidUnit::Year, SaidUnit::Age, SaidUnit::Bare};
  years.stated = Stated::Duration;
  years.finding = one.id;
  if (one.what == MilestoneKind::Age) years.needs = {Cue::Birthday};
  to.numbers.push_back(std::move(years));
}

}  // namespace

void add_occasion_facts(const Findings& findings, Facts& to) {
  for (const Occasion& one : findings.firsts) add_occasion(one, true, to);
  for (const Occasion& one : findings.lasts) add_occasion(one, false, to);
  for (const Milestone& one : findings.milestones) add_milestone(one, to);
}

}  // namespace hoego
