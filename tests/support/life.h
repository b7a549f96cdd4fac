#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/places.h"
#include "record/observation.h"
#include "resolve/timeline.h"

namespace hoego::life {

inline const Coordinates seoul{37.51, 126.95};
inline const Coordinates gimpo{37.62, 126.70};
inline const Coordinates sokcho{38.20, 128.59};
inline const Coordinates nagoya{35.18, 136.90};
inline const Coordinates vancouver_airport{49.19, -123.18};
inline const Coordinates toronto{43.65, -79.38};
inline const Coordinates banff{51.18, -115.57};
inline const Coordinates honolulu{21.31, -157.86};

inline Date day(const char* text) {
  return *Date::parse(text);
}

/// A world of eight towns.
inline Places world() {
  struct Town {
    Coordinates at;
    Place place;
  };
  static const std::vector<Town> towns = {
      {seoul, {1, "Seoul", "서울", "Seoul", "서울", "KR"}},
      {gimpo, {2, "Gimpo", "김포", "Gyeonggi-do", "경기도", "KR"}},
      {sokcho, {3, "Sokcho", "속초", "Gangwon-do", "강원특별자치도", "KR"}},
      {nagoya, {4, "Nagoya", "나고야", "Aichi", "아이치현", "JP"}},
      {vancouver_airport, {5, "Richmond", "", "British Columbia", "브리티시컬럼비아주", "CA"}},
      {toronto, {6, "Toronto", "토론토", "Ontario", "온타리오주", "CA"}},
      {banff, {7, "Banff", "밴프", "Alberta", "앨버타주", "CA"}},
      {honolulu, {8, "Honolulu", "호놀룰루", "Hawaii", "하와이주", "US"}},
  };
  Places places;
  places.place_of = [](Coordinates at) -> std::optional<Place> {
    const Town* nearest = nullptr;
    for (const Town& town : towns) {
      if (nearest == nullptr || distance_km(town.at, at) < distance_km(nearest->at, at)) nearest = &town;
    }
    if (distance_km(nearest->at, at) > 100) return std::nullopt;
    return nearest->place;
  };
  places.find_town = [](std::string_view name) {
    std::vector<std::pair<Place, Coordinates>> found;
    for (const Town& town : towns) {
      if (town.place.town_ko == name || town.place.town_en == name) found.emplace_back(town.place, town.at);
    }
    return found;
  };
  places.country_by_name = [](std::string_view name) -> std::optional<std::string> {
    if (name == "캐나다" || name == "Canada") return "CA";
    if (name == "일본") return "JP";
    return std::nullopt;
  };
  return places;
}

/// Puts a life together, record by record.
class Life {
 public:
  Life& photo(const char* local, Coordinates at, int offset_hours = 9, bool mine = true) {
    Record record = start(Kind::Photo, "photo", local, offset_hours);
    record.position = at;
    record.mine = mine;
    return add(std::move(record));
  }
  Life& bare_photo(const char* local, int offset_hours = 9) {
    return add(start(Kind::Photo, "photo", local, offset_hours));
  }
  /// One photo each evening.
  Life& evenings(Date from, Date to, Coordinates at) {
    for (Date date = from; date <= to; date = date + 1) photo((date.iso() + "T21:00:00").c_str(), at);
    return *this;
  }
  Life& event(const std::string& title, const char* local, double hours = 2,
              const std::string& calendar = "밴드") {
    Record record = start(Kind::Event, title, local, 9);
    record.end = WallTime{record.begin.seconds + static_cast<std::int64_t>(hours * 3600)};
    record.traits[trait::calendar] = calendar;
    return add(std::move(record));
  }
  Life& all_day(const std::string& title, Date from, Date to, const std::string& booked = "") {
    Record record = start(Kind::Event, title, (from.iso() + "T00:00:00").c_str(), 9);
    record.all_day = true;
    record.end = WallTime::at(to + 1);
    record.traits[trait::calendar] = "개인";
    if (!booked.empty()) record.traits[trait::booked] = booked;
    return add(std::move(record));
  }
  Life& reservation(const std::string& title, const char* from, int from_offset, const char* to,
                    int to_offset) {
    Record record = start(Kind::Reservation, title, from, from_offset);
    record.end = *WallTime::parse(to);
    record.end_offset = Offset{to_offset * 3600};
    return add(std::move(record));
  }
  Life& flight(const char* departs, const char* from, const char* lands, const char* to) {
    reservation(std::string(from) + " → " + to, departs, 9, lands, 9);
    return last_with(trait::what, "flight").last_with("departs_name", from).last_with("arrives_name", to);
  }
  Life& visit(const char* from, const char* to, Coordinates at) {
    Record record = start(Kind::Visit, "", from, 9);
    record.end = *WallTime::parse(to);
    record.position = at;
    return add(std::move(record));
  }
  /// At home from each evening to the next noon.
  Life& visits(Date from, Date to, Coordinates at) {
    for (Date date = from; date < to; date = date + 1)
      visit((date.iso() + "T18:00:00").c_str(), ((date + 1).iso() + "T12:00:00").c_str(), at);
    return *this;
  }
  Life& last_is(Kind kind) {
    records_.back().kind = kind;
    return *this;
  }
  Life& expense(const std::string& merchant, const char* local, double amount,
                const std::string& currency = "KRW") {
    Record record = start(Kind::Expense, merchant, local, 9);
    record.quantities["amount:" + currency] = amount;
    return add(std::move(record));
  }
  Life& pull_request(const std::string& title, const char* local, const std::string& login,
                     bool mine = true) {
    Record record = start(Kind::PullRequest, title, local, 9);
    record.traits[trait::author_login] = login;
    record.mine = mine;
    return add(std::move(record));
  }
  Life& last_with(const char* key, const std::string& value) {
    records_.back().traits[key] = value;
    return *this;
  }
  Life& covered(const std::string& calendar, Date from, Date to) {
    coverage_.push_back({"calendars", calendar, Kind::Event, CoverageClass::Complete, {from, to}});
    return *this;
  }
  Life& covered_kind(Kind kind, const std::string& source, Date from, Date to) {
    coverage_.push_back({source, "", kind, CoverageClass::Complete, {from, to}});
    return *this;
  }
  /// A thing of any kind.
  Life& thing(Kind kind, const std::string& title, const char* local, bool mine = true) {
    Record record = start(kind, title, local, 9);
    record.mine = mine;
    return add(std::move(record));
  }
  /// Complete coverage of a scope of any kind.
  Life& covers(Kind kind, const std::string& scope, Date from, Date to) {
    coverage_.push_back({"life", scope, kind, CoverageClass::Complete, {from, to}});
    return *this;
  }
  Life& sensed(Kind kind, const std::string& source, Date from, Date to) {
    coverage_.push_back({source, "", kind, CoverageClass::Sensor, {from, to}});
    return *this;
  }
  Life& last_measures(const char* quantity, double value) {
    records_.back().quantities[quantity] = value;
    return *this;
  }
  Timeline timeline() const { return {records_, coverage_, {}}; }

 private:
  Record start(Kind kind, const std::string& title, const char* local, int offset_hours) {
    Record record;
    record.id = std::string(name(kind)) + "-" + std::to_string(records_.size());
    record.kind = kind;
    record.title = title;
    record.begin = record.end = *WallTime::parse(local);
    record.offset = record.end_offset = Offset{offset_hours * 3600};
    record.origins = {{"life", record.id, ""}};
    return record;
  }
  Life& add(Record record) {
    records_.push_back(std::move(record));
    return *this;
  }
  std::vector<Record> records_;
  std::vector<CoveredSpan> coverage_;
};

}  // namespace hoego::life
