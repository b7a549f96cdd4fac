#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/civil.h"
#include "geo/gazetteer.h"

namespace hoego {

/// What the analysis asks of geography; the gazetteer answers, and in tests a world of a few towns.
struct Places {
  std::function<std::optional<Place>(Coordinates)> place_of;
  /// Towns of a name, the most populous first.
  std::function<std::vector<std::pair<Place, Coordinates>>(std::string_view)> find_town;
  std::function<std::optional<std::string>(std::string_view)> country_by_name;
  /// Public holidays of a country (ISO 3166-1 alpha-2) in a year, by day; may be absent.
  std::function<std::vector<Date>(std::string_view, int)> holidays;
};

/// A place named in a title: a town with its point, or a country.
struct NamedPlace {
  Place place;
  std::optional<Coordinates> at;
};

/// The first words of a title, three at most, that name a country or a town ("캐나다 여행", "나고야여행 3박",
/// "Trip to Paris").
std::optional<NamedPlace> place_in_title(const Places& atlas, std::string_view title);

}  // namespace hoego
