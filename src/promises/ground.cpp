#include "promises/ground.h"

#include <algorithm>

#include "analysis/year.h"

namespace hoego {
namespace {

constexpr int longest_hole = 21;

bool proves_absence(CoverageClass coverage) {
  return coverage == CoverageClass::Sensor || coverage == CoverageClass::Complete;
}

/// Sources that have told a position of the owner's, and the calendars that hold entries of the owner's.
struct Shown {
  std::set<std::string> sources_of_positions;
  std::set<std::string> calendars;
  std::vector<Date> pictures;  ///< days of own pictures with a position, sorted
};

Shown shown_in(const Timeline& timeline) {
  Shown shown;
  for (const Record& record : timeline.records()) {
    if (!record.mine) continue;
    if (record.kind == Kind::Event) {
      const std::string* calendar = record.find_trait(trait::calendar);
      shown.calendars.insert(calendar == nullptr ? std::string() : *calendar);
    }
    if (!record.position) continue;
    if (record.kind == Kind::Photo || record.kind == Kind::Video) shown.pictures.push_back(record.day());
    if (record.kind == Kind::Measurement || record.kind == Kind::Visit) {
      for (const Origin& origin : record.origins) shown.sources_of_positions.insert(origin.source);
    }
  }
  std::sort(shown.pictures.begin(), shown.pictures.end());
  return shown;
}

/// Days no farther from a picture than the longest hole between two allows.
Days with_pictures(const std::vector<Date>& sorted, Date as_of) {
  Days days;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const bool last = i + 1 == sorted.size();
    const Date next = last ? std::min(sorted[i] + longest_hole, as_of) : sorted[i + 1];
    if (i == 0) days.add({sorted[i] - longest_hole, sorted[i]});
    if (next - sorted[i] <= longest_hole)
      days.add({sorted[i], next});
    else
      days.add({sorted[i], sorted[i]});
  }
  return days;
}

/// The two classes that prove absence, of kinds that tell positions.
Days days_with_positions(const Timeline& timeline, const Shown& shown) {
  Days seen;
  for (const CoveredSpan& span : timeline.coverage()) {
    const bool tells_positions = span.kind == Kind::Measurement || span.kind == Kind::Visit;
    if (tells_positions && proves_absence(span.coverage) && shown.sources_of_positions.count(span.source) > 0)
      seen.add(span.days);
  }
  return seen;
}

Days days_with_calendar_and_pictures(const Timeline& timeline, const Shown& shown, Date as_of) {
  Days both;
  if (shown.pictures.empty()) return both;
  Days by_calendar;
  for (const CoveredSpan& span : timeline.coverage()) {
    if (span.kind == Kind::Event && proves_absence(span.coverage) && shown.calendars.count(span.scope) > 0)
      by_calendar.add(span.days);
  }
  const DateRange ever{shown.pictures.front() - longest_hole, std::max(as_of, shown.pictures.back())};
  Days missing;
  for (const DateRange& gap : by_calendar.gaps(ever)) missing.add(gap);
  for (const DateRange& gap : with_pictures(shown.pictures, as_of).gaps(ever)) missing.add(gap);
  for (const DateRange& range : missing.gaps(ever)) both.add(range);
  return both;
}

bool is_among(const std::vector<std::string>& countries, const std::string& country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

}  // namespace

CountingGround::CountingGround(const AllTime& all, Date until) : all_(all) {
  const Shown shown = shown_in(all.timeline);
  positions_seen_ = days_with_positions(all.timeline, shown);
  journeys_seen_ = days_with_calendar_and_pictures(all.timeline, shown, all.as_of);
  const DateRange ever{*Date::from_ymd(Date::min_year, 1, 1), *Date::from_ymd(Date::max_year, 12, 31)};
  Days without;
  for (const DateRange& gap : positions_seen_.gaps(ever)) without.add(gap);
  for (const DateRange& range : without.gaps(ever)) journeys_seen_.add(range);
  planned_ = find_planned(all.timeline, all.settings, all.homes, all.atlas, {all.as_of, until, all.as_of});
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
    if (!journeys_seen_.contains(day)) return Answer::Perhaps;
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
