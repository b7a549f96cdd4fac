#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/place.h"

namespace hoego {

class GeoTable;

/// Names of where a point is. Text is NFC. Empty where unknown.
struct Place {
  std::uint32_t town_id = 0;  ///< GeoNames id of the town (from 4,000,000,000 on: our own); 0 for none
  std::string town_en;
  std::string
      town_ko;  ///< without a Korean name: the region's Korean name and the Latin name ("앨버타 Olds")
  std::string admin_en;
  std::string admin_ko;  ///< as officially written today ("강원특별자치도"); see short_region
  std::string country;   ///< ISO 3166-1 alpha-2, "" over open ocean
  bool operator==(const Place&) const = default;
};

/// Reverse geocoding without a network, from the table that data/ builds: GeoNames' towns, country-coder's
/// borders, Natural Earth's coast, tz-lookup's zones. A cheap handle on a read-only mapping: copies share it,
/// and const calls are safe from several threads.
///
/// Of the towns of a country, a point belongs to the one whose distance, less the radius its people would
/// fill at 10,000 a square kilometre (at most 10 km), is smallest: a suburb with a name is a town of its own,
/// a district (GeoNames PPLX) is its city.
class Gazetteer {
 public:
  /// $HOEGO_DATA (a file, or a folder that holds geo.bin), else ../share/hoego/geo.bin beside the program's
  /// folder, else /usr/share/hoego/geo.bin, /usr/local/share/hoego/geo.bin. Throws Error where there is none
  /// or it is damaged.
  static Gazetteer open();
  static Gazetteer open(const std::filesystem::path& file);

  /// The town is in the same country and at most 100 km away, else region and country only. Up to 50 km off a
  /// coast the country is that of the waters; beyond, nothing.
  std::optional<Place> place_of(Coordinates at) const;

  /// IANA zone of a coordinate, also at sea (`Etc/GMT±n`).
  std::string zone_of(Coordinates at) const;

  /// Towns by name (Korean or Latin, with or without accents, exact after case folding), greatest population
  /// first, at most 10. For titles such as "나고야 여행".
  std::vector<std::pair<Place, Coordinates>> find_town(std::string_view name) const;

  const GeoTable& table() const { return *table_; }

 private:
  explicit Gazetteer(std::shared_ptr<const GeoTable> table) : table_(std::move(table)) {}
  Place place(std::uint32_t town) const;

  std::shared_ptr<const GeoTable> table_;
};

/// Name of a country for people ("캐나다", "Canada"), by language ("ko", "en"); the code itself where ICU
/// knows none.
std::string country_name(std::string_view country, std::string_view language);

/// ISO code of a country by a name in Korean or English ("캐나다", "Canada", "미국", "USA"), if it is one.
std::optional<std::string> country_by_name(std::string_view name);

/// A region as people write it in Korean: 서울특별시 -> 서울, 강원특별자치도 -> 강원, 충청북도 -> 충북,
/// 앨버타 주 -> 앨버타, 아이치 현 -> 아이치. What has no such ending stays.
std::string short_region(std::string_view admin_ko);

}  // namespace hoego
