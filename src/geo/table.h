#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>

namespace hoego {

/// Rows of `T` inside a mapped file. Every access is checked: a damaged file ends in hoego::Error, never
/// outside of its bytes.
template <class T>
class Rows {
 public:
  Rows() = default;
  Rows(const std::byte* begin, std::size_t count) : begin_(begin), count_(count) {}

  std::size_t size() const { return count_; }
  T operator[](std::size_t index) const {
    if (index >= count_) fail();
    T row;
    std::memcpy(&row, begin_ + index * sizeof(T), sizeof(T));
    return row;
  }
  /// Bytes of the rows `index` to `index + count`, borrowed.
  std::string_view bytes(std::size_t index, std::size_t count) const {
    if (index > count_ || count > count_ - index) fail();
    return {reinterpret_cast<const char*>(begin_ + index * sizeof(T)), count * sizeof(T)};
  }

 private:
  [[noreturn]] static void fail();

  const std::byte* begin_ = nullptr;
  std::size_t count_ = 0;
};

/// Throws the Error of a damaged table.
[[noreturn]] void damaged_table(std::string_view what);

template <class T>
void Rows<T>::fail() {
  damaged_table("a row outside of its section");
}

/// geo.bin, mapped read-only; its layout is documented in README.md of this folder. All text references are
/// to `text`. Immutable, so safe to share between threads.
class GeoTable {
 public:
  struct Region {
    std::uint32_t en, ko;
  };
  struct Town {
    std::uint32_t id, en, ko, population;
    std::int32_t latitude_e5, longitude_e5;
    std::uint16_t region, country;
  };
  struct Point {
    float x, y, z;       ///< on the unit sphere
    float reach_km;      ///< 0..10
    std::uint32_t town;  ///< index
  };
  struct Ring {
    std::int32_t west, south, east, north;  ///< 1e-7 degrees
    std::uint32_t first, count;             ///< vertices
    std::uint16_t country, feature;
  };
  struct Vertex {
    std::int32_t longitude, latitude;  ///< 1e-7 degrees
  };
  struct Run {
    std::uint16_t begin, end;  ///< columns of 0.05 degrees, half-open
  };
  struct HolidayCountry {
    std::array<char, 2> code;
    std::uint16_t unused;
    std::uint32_t first, count;
  };
  struct HolidayRow {
    std::uint16_t day;  ///< days since 2000-01-01
    std::uint16_t name;
  };
  struct HolidayName {
    std::uint32_t en, ko;
  };

  static constexpr float greatest_reach_km = 10;
  static constexpr std::uint16_t nowhere = 0xffff;
  static constexpr std::uint16_t mixed = 0xfffe;

  /// Throws Error where the file is missing, of another version, or its sections do not lie inside of it.
  static std::shared_ptr<const GeoTable> open(const std::filesystem::path& file);
  ~GeoTable();
  GeoTable(const GeoTable&) = delete;
  GeoTable& operator=(const GeoTable&) = delete;

  /// Borrowed from the table.
  std::string_view text(std::uint32_t reference) const;

  Rows<std::array<char, 2>> countries;
  Rows<Region> regions;
  Rows<Town> towns;
  Rows<Point> points;               ///< sorted by 1-degree cell
  Rows<std::uint32_t> point_cells;  ///< first point of each cell, and one more
  Rows<std::uint64_t> name_hashes;  ///< sorted
  Rows<std::uint32_t> name_towns;
  Rows<Ring> rings;  ///< those of one feature follow each other
  Rows<Vertex> vertices;
  Rows<std::uint16_t> country_cells;  ///< a country's index, `nowhere`, or `mixed`: ask the rings
  Rows<std::uint32_t> coast_rows;     ///< first run of each row of 0.05 degrees, and one more
  Rows<Run> coast_runs;               ///< columns at most 50 km from land
  Rows<std::uint32_t> zone_names;
  Rows<std::uint8_t> zone_grid;
  Rows<HolidayCountry> holiday_countries;
  Rows<HolidayRow> holidays;
  Rows<HolidayName> holiday_names;

 private:
  GeoTable(const std::byte* bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  void find_sections();
  template <class T>
  void section(std::string_view tag, Rows<T>& rows);

  const std::byte* bytes_;
  std::size_t size_;
  Rows<std::uint8_t> strings_;
};

}  // namespace hoego
