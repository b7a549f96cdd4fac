#include "geo/gazetteer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numbers>
#include <system_error>

#include "base/error.h"
#include "geo/names.h"
#include "geo/table.h"

namespace hoego {
namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double earth_km = 6371.0088;
constexpr double degree_km = earth_km * radian;
constexpr double farthest_town_km = 100;
constexpr double farthest_region_km = 250;
constexpr double farthest_border_km = 50;
constexpr double unit_e7 = 1e7;

bool is_valid(Coordinates at) {
  return std::abs(at.latitude) <= 90 && std::abs(at.longitude) <= 180;  // false for NaN
}

/// Column of a grid that goes round the world in `count` columns.
std::size_t column_of(double longitude, int count) {
  return static_cast<std::size_t>(
      std::clamp(static_cast<int>(std::floor((longitude + 180) / 360 * count)), 0, count - 1));
}

std::size_t row_of(double latitude, int count) {
  return static_cast<std::size_t>(
      std::clamp(static_cast<int>(std::floor((90 - latitude) / 180 * count)), 0, count - 1));
}

/// At most 50 km from land, to the grain of the table (0.05 degrees).
bool near_land(const GeoTable& table, Coordinates at) {
  const std::size_t row = row_of(at.latitude, 3600);
  const std::size_t column = column_of(at.longitude, 7200);
  for (std::uint32_t i = table.coast_rows[row]; i < table.coast_rows[row + 1]; ++i) {
    const GeoTable::Run run = table.coast_runs[i];
    if (column < run.end) return column >= run.begin;
  }
  return false;
}

/// Whether a ray eastwards crosses the ring an odd number of times (the same rule as country-coder's).
bool crosses_oddly(const GeoTable& table, const GeoTable::Ring& ring, double x, double y) {
  if (ring.count == 0) return false;
  bool odd = false;
  GeoTable::Vertex before = table.vertices[std::size_t{ring.first} + ring.count - 1];
  for (std::uint32_t i = 0; i < ring.count; ++i) {
    const GeoTable::Vertex vertex = table.vertices[std::size_t{ring.first} + i];
    const double x1 = vertex.longitude;
    const double y1 = vertex.latitude;
    const double x2 = before.longitude;
    const double y2 = before.latitude;
    if ((y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) odd = !odd;
    before = vertex;
  }
  return odd;
}

std::uint16_t country_by_rings(const GeoTable& table, double x, double y) {
  bool inside = false;
  std::uint16_t feature = GeoTable::nowhere;
  std::uint16_t country = GeoTable::nowhere;
  for (std::size_t i = 0; i < table.rings.size(); ++i) {
    const GeoTable::Ring ring = table.rings[i];
    if (ring.feature != feature) {
      if (inside) return country;
      feature = ring.feature;
      country = ring.country;
    }
    if (x < ring.west || x > ring.east || y < ring.south || y > ring.north) continue;
    if (crosses_oddly(table, ring, x, y)) inside = !inside;
  }
  return inside ? country : GeoTable::nowhere;
}

/// Kilometres from the point to the line between two vertices, on a plane that touches the earth at the
/// point.
double distance_to_line_km(Coordinates at, GeoTable::Vertex a, GeoTable::Vertex b) {
  const double scale = std::cos(at.latitude * radian);
  const double ax = (a.longitude / unit_e7 - at.longitude) * scale;
  const double ay = a.latitude / unit_e7 - at.latitude;
  const double dx = (b.longitude - static_cast<double>(a.longitude)) / unit_e7 * scale;
  const double dy = (b.latitude - static_cast<double>(a.latitude)) / unit_e7;
  const double length = dx * dx + dy * dy;
  const double along = length == 0 ? 0 : std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0);
  return degree_km * std::hypot(ax + along * dx, ay + along * dy);
}

/// For land between the polygons and beaches just outside of them.
std::uint16_t nearest_country(const GeoTable& table, Coordinates at) {
  double nearest = farthest_border_km;
  std::uint16_t country = GeoTable::nowhere;
  for (std::size_t i = 0; i < table.rings.size(); ++i) {
    const GeoTable::Ring ring = table.rings[i];
    for (std::uint32_t v = 1; v < ring.count; ++v) {
      const std::size_t vertex = std::size_t{ring.first} + v;
      const double distance = distance_to_line_km(at, table.vertices[vertex - 1], table.vertices[vertex]);
      if (distance < nearest) {
        nearest = distance;
        country = ring.country;
      }
    }
  }
  return country;
}

std::uint16_t country_at(const GeoTable& table, Coordinates at) {
  const std::uint16_t cell =
      table.country_cells[row_of(at.latitude, 180) * 360 + column_of(at.longitude, 360)];
  std::uint16_t country = cell;
  if (cell == GeoTable::mixed) {
    country = country_by_rings(table, at.longitude * unit_e7, at.latitude * unit_e7);
  }
  return country == GeoTable::nowhere ? nearest_country(table, at) : country;
}

struct Nearest {
  std::uint32_t town = 0;
  double distance_km = std::numeric_limits<double>::infinity();
  double score_km = std::numeric_limits<double>::infinity();  ///< distance less reach
};

void search_cell(const GeoTable& table, std::size_t cell, const std::array<double, 3>& at,
                 std::uint16_t country, Nearest& best) {
  for (std::uint32_t i = table.point_cells[cell]; i < table.point_cells[cell + 1]; ++i) {
    const GeoTable::Point point = table.points[i];
    const double dx = point.x - at[0];
    const double dy = point.y - at[1];
    const double dz = point.z - at[2];
    // A chord is shorter than its arc by a metre in 250 km.
    const double distance = earth_km * std::sqrt(dx * dx + dy * dy + dz * dz);
    const double score = distance - point.reach_km;
    if (score < best.score_km && table.towns[point.town].country == country) {
      best = {point.town, distance, score};
    }
  }
}

/// The town of `country` that the point belongs to, complete for towns up to `radius_km` away.
Nearest search(const GeoTable& table, Coordinates at, std::uint16_t country, double radius_km) {
  const std::array<double, 3> unit = {std::cos(at.latitude * radian) * std::cos(at.longitude * radian),
                                      std::cos(at.latitude * radian) * std::sin(at.longitude * radian),
                                      std::sin(at.latitude * radian)};
  const double high = radius_km / degree_km;
  const double outermost = std::min(90.0, std::abs(at.latitude) + high);
  // Towards a pole a circle spans ever more degrees, in the end all of them.
  const double wide = outermost > 89.5 ? 180 : std::min(180.0, high / std::cos(outermost * radian));
  const std::size_t top = row_of(at.latitude + high, 180);
  const std::size_t bottom = row_of(at.latitude - high, 180);
  const int west = static_cast<int>(std::floor(at.longitude - wide + 180));
  const int columns = std::min(360, static_cast<int>(std::floor(at.longitude + wide + 180)) - west + 1);
  Nearest best;
  for (std::size_t row = top; row <= bottom; ++row) {
    for (int i = 0; i < columns; ++i) {
      search_cell(table, row * 360 + static_cast<std::size_t>((west + i + 360) % 360), unit, country, best);
    }
  }
  return best;
}

/// Widening circles, until nothing outside of the circle can be better.
Nearest nearest_town(const GeoTable& table, Coordinates at, std::uint16_t country) {
  Nearest best;
  for (const double radius : {15.0, 40.0, 110.0, farthest_region_km}) {
    best = search(table, at, country, radius);
    if (best.score_km <= radius - GeoTable::greatest_reach_km) break;
  }
  return best;
}

std::filesystem::path find_table() {
  std::vector<std::filesystem::path> candidates;
  if (const char* named = std::getenv("HOEGO_DATA"); named != nullptr && *named != '\0') {
    std::filesystem::path path = named;
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored) ? path / "geo.bin" : path;
  }
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) candidates.push_back(program.parent_path().parent_path() / "share/hoego/geo.bin");
  candidates.emplace_back("/usr/share/hoego/geo.bin");
  candidates.emplace_back("/usr/local/share/hoego/geo.bin");
  for (const auto& candidate : candidates) {
    if (std::filesystem::exists(candidate, error)) return candidate;
  }
  throw Error("the table of places is nowhere to be found", candidates.front().string(),
              "build it (cmake --build makes it), install hoego, or name it in HOEGO_DATA");
}

}  // namespace

Gazetteer Gazetteer::open() {
  return open(find_table());
}

Gazetteer Gazetteer::open(const std::filesystem::path& file) {
  return Gazetteer(GeoTable::open(file));
}

Place Gazetteer::place(std::uint32_t town_index) const {
  const GeoTable::Town town = table_->towns[town_index];
  const GeoTable::Region region = table_->regions[town.region];
  const auto country = table_->countries[town.country];
  Place place;
  place.town_id = town.id;
  place.town_en = table_->text(town.en);
  place.town_ko = table_->text(town.ko);
  place.admin_en = table_->text(region.en);
  place.admin_ko = table_->text(region.ko);
  place.country.assign(country.data(), country.size());
  if (place.town_ko.empty()) {
    const std::string before = short_region(place.admin_ko);
    place.town_ko = before.empty() ? place.town_en : before + " " + place.town_en;
  }
  return place;
}

std::optional<Place> Gazetteer::place_of(Coordinates at) const {
  if (!is_valid(at) || !near_land(*table_, at)) return std::nullopt;
  const std::uint16_t country = country_at(*table_, at);
  if (country == GeoTable::nowhere) return std::nullopt;
  const Nearest nearest = nearest_town(*table_, at, country);
  if (nearest.distance_km <= farthest_town_km) return place(nearest.town);
  Place vague;
  if (nearest.distance_km <= farthest_region_km) {
    vague = place(nearest.town);
    vague.town_id = 0;
    vague.town_en.clear();
    vague.town_ko.clear();
  } else {
    const auto code = table_->countries[country];
    vague.country.assign(code.data(), code.size());
  }
  return vague;
}

/// The walk of tz-lookup (github.com/photostructure/tz-lookup, CC0): a 48 by 24 grid of two-character nodes,
/// each either a zone or the place of four nodes that cut its square in four.
std::string Gazetteer::zone_of(Coordinates at) const {
  if (!is_valid(at) || at.latitude >= 90) return "Etc/GMT";
  const auto& grid = table_->zone_grid;
  const int zones = static_cast<int>(table_->zone_names.size());
  const auto node = [&grid](int i) {
    return 56 * grid[static_cast<std::size_t>(i)] + grid[static_cast<std::size_t>(i) + 1] - 1995;
  };
  double x = 48 * (180 + at.longitude) / 360.00000000000006;
  double y = 24 * (90 - at.latitude) / 180.00000000000003;
  int column = static_cast<int>(x);
  int row = static_cast<int>(y);
  int value = node(96 * row + 2 * column);
  int base = -1;
  for (int depth = 0; value + zones < 3136; ++depth) {
    if (depth == 32) damaged_table("the zones go round in a circle");
    base += value + 1;
    x = std::fmod(2 * (x - column), 2);
    y = std::fmod(2 * (y - row), 2);
    column = static_cast<int>(x);
    row = static_cast<int>(y);
    value = node(8 * base + 4 * row + 2 * column + 2304);
  }
  return std::string(table_->text(table_->zone_names[static_cast<std::size_t>(value + zones - 3136)]));
}

std::vector<std::pair<Place, Coordinates>> Gazetteer::find_town(std::string_view name) const {
  constexpr std::size_t most = 10;
  const std::uint64_t hash = name_hash(name);
  std::size_t low = 0;
  for (std::size_t high = table_->name_hashes.size(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (table_->name_hashes[middle] < hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::vector<std::uint32_t> towns;
  for (; low < table_->name_hashes.size() && table_->name_hashes[low] == hash; ++low) {
    towns.push_back(table_->name_towns[low]);
  }
  std::stable_sort(towns.begin(), towns.end(), [this](std::uint32_t a, std::uint32_t b) {
    return table_->towns[a].population > table_->towns[b].population;
  });
  std::vector<std::pair<Place, Coordinates>> found;
  for (const std::uint32_t index : towns) {
    if (found.size() == most) break;
    const GeoTable::Town town = table_->towns[index];
    found.emplace_back(place(index), Coordinates{town.latitude_e5 / 1e5, town.longitude_e5 / 1e5});
  }
  return found;
}

}  // namespace hoego
