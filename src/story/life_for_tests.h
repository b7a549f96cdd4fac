#pragma once
#include <initializer_list>
#include <string>
#include <utility>

#include "analysis/finding.h"

/// A life made by hand, for the tests of the story and of the review. Invented.
namespace hoego::testing_life {

inline Date on(const char* iso) {
  return *Date::parse(iso);
}

inline Spot spot(const char* ko, const char* en, const char* country, double latitude, double longitude) {
  Place place;
  place.town_ko = ko;
  place.town_en = en;
  place.country = country;
  return {place, coordinates(latitude, longitude)};
}

/// Cites `n` records made up for a finding and returns them as its evidence.
inline Evidence evidence(Findings& all, Kind kind, const std::string& stem, Date day, int n,
                         std::size_t count) {
  Evidence evidence;
  evidence.count = count;
  for (int i = 0; i < n; ++i) {
    Record record;
    record.id = stem + "-" + std::to_string(i);
    record.kind = kind;
    record.title = kind == Kind::Event ? stem : std::string{};
    record.begin = WallTime::at(day + i, 9 * 3600);
    record.end = record.begin;
    record.offset = record.end_offset = Offset{9 * 3600};
    record.zone_from = ZoneFrom::Stated;
    record.origins = {{"~/life", stem + ".dat", std::to_string(i)}};
    evidence.records.push_back(record.id);
    all.cited.emplace(record.id, record);
  }
  return evidence;
}

inline Trip trip(const char* id, const char* from, const char* to, std::initializer_list<Stay> stays,
                 int photos) {
  Trip trip;
  trip.id = id;
  trip.days = {on(from), on(to)};
  trip.nights = trip.days.to - trip.days.from;
  trip.day_trip = trip.nights == 0;
  trip.stays = stays;
  trip.photos = photos;
  trip.certainty = 0.98;
  for (const Stay& stay : trip.stays) {
    const std::string& country = stay.spot.place.country;
    trip.abroad = trip.abroad || country != "KR";
    if (trip.countries.empty() || trip.countries.back() != country) trip.countries.push_back(country);
  }
  return trip;
}

inline Activity activity(const Findings& all, const char* id, const char* ko, const char* en, Kind kind,
                         std::initializer_list<int> months, const char* first, const char* last) {
  Activity activity;
  activity.id = id;
  activity.label = {ko, en};
  activity.kind = kind;
  activity.absence_known = kind != Kind::Photo;
  for (const int month : months) {
    activity.by_month.push_back(month);
    activity.count += month;
  }
  activity.by_month.resize(12);
  activity.days = activity.count;
  activity.first = on(first);
  activity.last = on(last);
  for (Date day = all.period.from; day <= all.period.to; day = day + 1) {
    const bool seen = day <= all.period.as_of && activity.absence_known;
    activity.by_day.push_back(seen ? std::optional<int>(day == *activity.last ? 1 : 0) : std::nullopt);
  }
  return activity;
}

inline Comparison comparison(const Findings& all, int count, Difference verdict, double ratio, double low,
                             double high) {
  Comparison comparison;
  comparison.days = all.against;
  comparison.count = count;
  comparison.covered_days = {293, 294};
  comparison.verdict = verdict;
  if (verdict != Difference::Unknown) {
    comparison.ratio = ratio;
    comparison.low = low;
    comparison.high = high;
  }
  return comparison;
}

inline Planned planned(const char* id, const char* title, const char* from, const char* to,
                       const char* activity) {
  Planned planned;
  planned.id = id;
  planned.title = title;
  planned.days = {on(from), on(to)};
  planned.activity = activity;
  return planned;
}

inline Findings empty_year() {
  Findings all;
  all.period = {on("2024-01-01"), on("2024-12-31"), on("2024-10-20")};
  all.against = {on("2023-01-01"), on("2023-10-20")};
  return all;
}

inline void add_trips(Findings& all) {
  const auto days = [](const char* from, const char* to) { return DateRange{on(from), on(to)}; };
  Trip nagoya =
      trip("trip-2024-03-jp", "2024-03-15", "2024-03-18",
           {{spot("나고야", "Nagoya", "JP", 35.18, 136.91), days("2024-03-15", "2024-03-18"), 3, 742}}, 742);
  nagoya.planned = Plan{"나고야", nagoya.days, on("2024-02-20"), std::nullopt};
  nagoya.evidence = evidence(all, Kind::Photo, "photo-nagoya", on("2024-03-15"), 3, 742);
  Trip sokcho =
      trip("trip-2024-08-kr-sokcho", "2024-08-15", "2024-08-17",
           {{spot("속초", "Sokcho", "KR", 38.2, 128.59), days("2024-08-15", "2024-08-17"), 2, 163}}, 163);
  sokcho.evidence = evidence(all, Kind::Photo, "photo-sokcho", on("2024-08-15"), 2, 163);
  Trip canada =
      trip("trip-2024-09-ca", "2024-09-28", "2024-10-09",
           {{spot("토론토", "Toronto", "CA", 43.7, -79.4), days("2024-09-28", "2024-10-01"), 3, 1204},
            {spot("퀘벡", "Québec", "CA", 46.8, -71.2), days("2024-10-01", "2024-10-03"), 2, 1918},
            {spot("몬트리올", "Montréal", "CA", 45.5, -73.6), days("2024-10-03", "2024-10-05"), 2, 1106},
            {spot("밴프", "Banff", "CA", 51.18, -115.57), days("2024-10-05", "2024-10-07"), 2, 3021},
            {spot("밴쿠버", "Vancouver", "CA", 49.28, -123.1), days("2024-10-07", "2024-10-08"), 1, 363}},
           7612);
  canada.planned = Plan{"캐나다", days("2024-09-28", "2024-10-08"), on("2023-11-30"), 20.5};
  canada.evidence = evidence(all, Kind::Photo, "photo-canada", on("2024-09-28"), 5, 7624);
  Trip chuncheon =
      trip("trip-2024-04-20-kr-chuncheon", "2024-04-20", "2024-04-20",
           {{spot("춘천", "Chuncheon", "KR", 37.88, 127.73), days("2024-04-20", "2024-04-20"), 0, 61}}, 61);
  chuncheon.evidence = evidence(all, Kind::Photo, "photo-chuncheon", on("2024-04-20"), 1, 61);
  Trip paju =
      trip("trip-2024-06-kr-paju", "2024-06-02", "2024-06-02",
           {{spot("파주", "Paju", "KR", 37.76, 126.78), days("2024-06-02", "2024-06-02"), 0, 18}}, 18);
  paju.evidence = evidence(all, Kind::Photo, "photo-paju", on("2024-06-02"), 1, 18);
  all.trips = {nagoya, chuncheon, paju, sokcho, canada};
}

inline void add_activities(Findings& all) {
  Activity drums = activity(all, "drums", "드럼", "drums", Kind::Event,
                            {12, 13, 14, 16, 17, 19, 20, 21, 31, 8}, "2024-01-06", "2024-10-19");
  drums.hours = 318.5;
  drums.days = 160;
  drums.area = "music";
  drums.coverage = {"coverage-calendar"};
  drums.longest_streak_weeks = 24;
  drums.against = comparison(all, 71, Difference::More, 2.4, 1.9, 3.1);
  drums.against->evidence = evidence(all, Kind::Event, "event-drums-2023", on("2023-03-01"), 2, 71);
  drums.evidence = evidence(all, Kind::Event, "event-drums", on("2024-01-06"), 4, 171);
  Activity photos = activity(all, "photos", "사진", "photos", Kind::Photo,
                             {60, 45, 790, 210, 120, 95, 88, 240, 1320, 6372}, "2024-01-02", "2024-10-19");
  photos.days = 142;
  photos.evidence = evidence(all, Kind::Photo, "photo-all", on("2024-01-02"), 2, 9340);
  Activity commits = activity(all, "commits", "커밋", "commits", Kind::Commit,
                              {55, 48, 46, 44, 42, 41, 40, 38, 40, 18}, "2024-01-02", "2024-10-18");
  commits.days = 150;
  commits.against = comparison(all, 701, Difference::Less, 0.59, 0.49, 0.70);
  commits.evidence = evidence(all, Kind::Commit, "commit-x", on("2024-01-02"), 2, 412);
  Activity gym = activity(all, "gym", "헬스장", "gym", Kind::Event, {0, 0, 9, 11, 10, 4, 2, 2, 0, 0},
                          "2024-03-04", "2024-08-24");
  gym.hours = 44.5;
  gym.area = "health";
  gym.coverage = {"coverage-calendar-sport"};
  gym.longest_streak_weeks = 14;
  gym.against = comparison(all, 41, Difference::NoClearDifference, 0.92, 0.64, 1.3);
  gym.evidence = evidence(all, Kind::Event, "event-gym", on("2024-03-04"), 3, 38);
  Activity reviews = activity(all, "reviews", "리뷰", "reviews", Kind::Review, {0, 1, 4, 3, 3, 2, 3, 3, 3, 1},
                              "2024-02-20", "2024-10-12");
  reviews.against = comparison(all, 0, Difference::More, 23, 5, 90);
  reviews.evidence = evidence(all, Kind::Review, "review-x", on("2024-02-20"), 2, 23);
  Activity posts = activity(all, "posts", "글", "posts", Kind::Post, {2, 1, 2, 1, 0, 0, 0, 0, 0, 0},
                            "2024-01-07", "2024-04-14");
  posts.against = comparison(all, 17, Difference::Less, 0.35, 0.16, 0.75);
  posts.evidence = evidence(all, Kind::Post, "post-x", on("2024-01-07"), 2, 6);
  Activity books = activity(all, "books", "책", "books", Kind::Book, {1, 2, 1, 1, 1, 1, 0, 1, 1, 0},
                            "2024-01-20", "2024-09-22");
  books.against = comparison(all, 14, Difference::NoClearDifference, 0.64, 0.30, 1.35);
  books.evidence = evidence(all, Kind::Book, "book-x", on("2024-01-20"), 2, 9);
  Activity steps = activity(all, "sleep", "잠", "sleep", Kind::Sleep, {30, 28, 31, 30, 19, 0, 0, 0, 14, 19},
                            "2024-01-01", "2024-10-20");
  steps.absence_known = false;
  steps.against = comparison(all, 0, Difference::Unknown, 0, 0, 0);
  steps.evidence = evidence(all, Kind::Sleep, "sleep-x", on("2024-01-01"), 2, 171);
  all.activities = {drums, photos, commits, gym, reviews, posts, books, steps};
}

inline void add_planned(Findings& all) {
  Planned sapporo = planned("planned-2024-12-jp", "삿포로", "2024-12-21", "2024-12-24", "");
  sapporo.trip = true;
  sapporo.where = spot("삿포로", "Sapporo", "JP", 43.06, 141.35);
  sapporo.booked = on("2024-08-30");
  all.planned = {planned("planned-2024-10-27-writers", "글쓰기 모임", "2024-10-27", "2024-10-27", ""),
                 planned("planned-2024-11-16-show", "공연", "2024-11-16", "2024-11-16", "drums"),
                 planned("planned-2024-12-14-show", "공연", "2024-12-14", "2024-12-14", "drums")};
  for (int i = 0; i < 9; ++i) {
    Planned ensemble = planned("", "합주", "2024-10-22", "2024-10-22", "drums");
    ensemble.days = {on("2024-10-22") + 6 * i, on("2024-10-22") + 6 * i};
    ensemble.id = "planned-" + ensemble.days.from.iso() + "-ensemble";
    all.planned.push_back(ensemble);
  }
  all.planned.push_back(sapporo);
  for (Planned& one : all.planned) one.evidence = evidence(all, Kind::Event, one.id, one.days.from, 1, 1);
}

inline void add_coverage(Findings& all) {
  CoverageFinding calendar{"coverage-calendar",
                           "calendars · 밴드",
                           Kind::Event,
                           CoverageClass::Complete,
                           {on("2022-01-01"), on("2024-10-20")},
                           294,
                           {}};
  CoverageFinding sport = calendar;
  sport.id = "coverage-calendar-sport";
  sport.source = "calendars · 운동";
  CoverageFinding photos{"coverage-photos",
                         "~/Pictures",
                         Kind::Photo,
                         CoverageClass::Opportunistic,
                         {on("2024-01-02"), on("2024-10-19")},
                         142,
                         {}};
  CoverageFinding sleep{"coverage-sleep",
                        "health",
                        Kind::Sleep,
                        CoverageClass::Sensor,
                        {on("2024-01-01"), on("2024-10-20")},
                        175,
                        {{on("2024-05-20"), on("2024-09-15")}}};
  CoverageFinding cards{"coverage-cards",
                        "cards.csv",
                        Kind::Expense,
                        CoverageClass::Complete,
                        {on("2024-02-01"), on("2024-10-20")},
                        263,
                        {}};
  all.coverage = {calendar, sport, photos, sleep, cards};
}

/// The year of the design's specimen, as far as the findings go today.
inline Findings life() {
  Findings all = empty_year();
  add_trips(all);
  add_activities(all);
  add_planned(all);
  add_coverage(all);
  Home seoul{"home-2022-01",
             {on("2022-01-01"), on("2024-02-02")},
             spot("서울", "Seoul", "KR", 37.5, 126.95),
             0.99,
             {}};
  Home gimpo{"home-2024-02",
             {on("2024-02-03"), on("2024-10-20")},
             spot("김포", "Gimpo", "KR", 37.62, 126.72),
             0.99,
             {}};
  gimpo.evidence = evidence(all, Kind::Visit, "visit-home", on("2024-02-03"), 2, 240);
  all.homes = {seoul, gimpo};
  ClockFinding clock{"clock-2024-09-fujifilm-x-t4",
                     "FUJIFILM X-T4",
                     {on("2024-09-28"), on("2024-10-09")},
                     -46800,
                     4106,
                     false,
                     0.96,
                     {}};
  clock.evidence = evidence(all, Kind::Photo, "photo-clock", on("2024-09-28"), 2, 4106);
  all.clocks = {clock};
  Milestone developer{
      "milestone-developer-3", {"개발자", "developer"}, on("2021-10-18"), on("2024-10-18"), 3, {}};
  all.milestones = {developer};
  return all;
}

}  // namespace hoego::testing_life
