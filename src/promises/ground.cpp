#include "promises/ground.h"

#include <algorithm>

#include "analysis/year.h"
#include "promises/lasting_coverage.h"

namespace hoego {
namespace {

bool is_among(const std::vector<std::string>& countries, const std::string& country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

}  // namespace

CountingGround::CountingGround(const AllTime& all, Date until)
    : all_(all),
      journeys_seen_(hoego::journeys_seen(all.timeline, all.as_of)),
      planned_(find_planned(all.timeline, all.settings, all.homes, all.atlas, {all.as_of, until, all.as_of})),
      series_(all.series) {
  for (ActivitySeries& series : series_) series.covered = lasting_coverage(series, all);
}

const ActivitySeries* CountingGround::series_of(const std::string& id) const {
  const auto found =
      std::find_if(series_.begin(), series_.end(), [&id](const ActivitySeries& one) { return one.id == id; });
  return found == series_.end() ? nullptr : &*found;
}

std::string CountingGround::home_country(Date day) const {
  const Home* home = home_on(all_.homes, day);
  return home == nullptr ? std::string() : home->spot.place.country;
}

Answer CountingGround::is_meant(const Filter& filter, const std::string& country, Date day) const {
  if (!filter.is_of_place()) return Answer::Yes;
  if (country.empty()) return Answer::Perhaps;
  if (!filter.in.empty() && !is_among(filter.in, country)) return Answer::No;
  if (is_among(filter.except, country)) return Answer::No;
  if (!filter.abroad) return Answer::Yes;
  const std::string home = home_country(day);
  if (home.empty()) return Answer::Perhaps;
  return country == home ? Answer::No : Answer::Yes;
}

Answer CountingGround::whereabouts_meant(const Filter& filter, Date day) const {
  std::set<Answer> answers;
  for (const Trip& trip : all_.trips) {
    if (trip.certainty < likely_trip || !trip.days.contains(day)) continue;
    for (const Stay& stay : trip.stays) {
      if (stay.days.contains(day)) answers.insert(is_meant(filter, stay.spot.place.country, day));
    }
    // On the way there or back one is at home for a part of the day.
    const bool edge = day == trip.days.from || day == trip.days.to;
    if (edge || answers.empty()) answers.insert(is_meant(filter, home_country(day), day));
  }
  if (answers.empty()) {
    if (!journeys_seen_.at_all.contains(day)) return Answer::Perhaps;
    return is_meant(filter, home_country(day), day);
  }
  return answers.size() == 1 ? *answers.begin() : Answer::Perhaps;
}

Answer CountingGround::is_meant(const Filter& filter, const Record& record) const {
  for (const auto& [key, pattern] : filter.where) {
    Matcher matcher;
    matcher.patterns.emplace_back(key, pattern);
    if (!matcher.matches(record)) return Answer::No;
  }
  if (!filter.is_of_place()) return Answer::Yes;
  if (record.position) {
    const auto place = all_.atlas.place_of(*record.position);
    return is_meant(filter, place ? place->country : std::string(), record.day());
  }
  return whereabouts_meant(filter, record.day());
}

Vocabulary vocabulary_of(const AllTime& all) {
  Vocabulary names;
  const auto add = [](std::vector<Vocabulary::Name>& list, const std::string& id, const Label& label) {
    for (const std::string& written : {id, label.ko, label.en}) {
      const bool known = std::any_of(list.begin(), list.end(),
                                     [&](const Vocabulary::Name& name) { return name.written == written; });
      if (!written.empty() && !known) list.push_back({id, written});
    }
  };
  for (const ActivityRule& rule : all.settings.activities) add(names.activities, rule.id, rule.label);
  for (const ActivitySeries& series : all.series)
    add(names.activities, series.id, all.assignment.label_of(series.id));
  for (const KindActivity& kind : kind_activities()) add(names.activities, kind.id, kind.label);
  for (const AreaRule& area : all.settings.areas) add(names.areas, area.id, area.label);
  for (const ActivityRule& rule : all.settings.activities) {
    if (!rule.area.empty()) add(names.areas, rule.area, {rule.area, rule.area});
  }
  return names;
}

}  // namespace hoego
