#include "app/life_catalogue.h"

#include <cmath>
#include <limits>
#include <unordered_map>

#include "record/observation.h"

namespace hoego {
namespace {

/// Places of points, each hundred metres asked once: a life is lived in few of them.
class Whereabouts {
 public:
  explicit Whereabouts(LifeCatalogue& out) : out_(out), atlas_(places()) { out_.towns.emplace_back(); }

  void put(const Coordinates& at, Row& row) {
    const auto key =
        std::int64_t{std::lround(at.latitude * 1000)} * 1'000'000 + std::lround(at.longitude * 1000);
    const auto known = known_.find(key);
    const auto [town, country] =
        known != known_.end() ? known->second : known_.emplace(key, look_up(at)).first->second;
    row.town = town;
    row.country = country;
  }

 private:
  std::pair<std::uint32_t, std::uint16_t> look_up(const Coordinates& at) {
    const auto place = atlas_.place_of(at);
    if (!place) return {0, 0};
    const auto country = static_cast<std::uint16_t>(out_.records.countries.number_of(place->country));
    if (place->town_id == 0) return {0, country};
    const std::uint32_t town = out_.records.towns.number_of(std::to_string(place->town_id));
    if (town == out_.towns.size()) out_.towns.push_back(*place);
    return {town, country};
  }

  LifeCatalogue& out_;
  Places atlas_;
  std::unordered_map<std::int64_t, std::pair<std::uint32_t, std::uint16_t>> known_;
};

std::uint16_t person_of(const Record& record, Names& people) {
  const std::string* person = record.find_trait(trait::person);
  if (person == nullptr) return 0;
  const bool full = people.size() > std::numeric_limits<std::uint16_t>::max();
  return static_cast<std::uint16_t>(full ? people.find(*person) : people.number_of(*person));
}

}  // namespace

LifeCatalogue catalogue_of(const Life& life, const Assignment& assignment) {
  LifeCatalogue out;
  Whereabouts whereabouts(out);
  life.store().each_record([&](std::int64_t number, const Record& record) {
    Row row;
    row.number = number;
    row.begin = record.begin_instant().seconds;
    row.day = record.day();
    row.second = static_cast<std::int32_t>(record.begin.seconds - WallTime::at(row.day, 0).seconds);
    row.activity = out.records.activities.number_of(assignment.of(record));
    row.person = person_of(record, out.records.people);
    row.kind = record.kind;
    row.all_day = record.all_day;
    row.mine = record.mine;
    if (record.position) whereabouts.put(*record.position, row);
    out.records.all.push_back(row);
  });
  out.records.sort();
  return out;
}

}  // namespace hoego
