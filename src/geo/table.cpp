#include "geo/table.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <string>

#include "base/error.h"

namespace hoego {
namespace {

static_assert(std::endian::native == std::endian::little, "geo.bin is little-endian");
static_assert(sizeof(GeoTable::Town) == 28 && sizeof(GeoTable::Point) == 20 && sizeof(GeoTable::Ring) == 28);
static_assert(sizeof(GeoTable::HolidayCountry) == 12 && sizeof(GeoTable::HolidayRow) == 4);

constexpr std::string_view magic = "HOEGOGEO";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_size = 24;
constexpr std::size_t entry_size = 24;
constexpr std::uint32_t most_sections = 64;
constexpr std::string_view remedy = "build it anew (cmake --build makes it), or install hoego again";

template <class T>
T read_at(const std::byte* bytes) {
  T value;
  std::memcpy(&value, bytes, sizeof(T));
  return value;
}

}  // namespace

void damaged_table(std::string_view what) {
  throw Error("the table of places is damaged: " + std::string(what), "geo.bin", std::string(remedy));
}

std::shared_ptr<const GeoTable> GeoTable::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw Error("the table of places cannot be opened", file.string(), std::string(remedy));
  }
  struct stat status {};
  void* mapped = MAP_FAILED;
  if (::fstat(descriptor, &status) == 0 && status.st_size >= static_cast<off_t>(header_size)) {
    mapped = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
  }
  ::close(descriptor);
  if (mapped == MAP_FAILED) {
    throw Error("the table of places is empty or no file", file.string(), std::string(remedy));
  }
  const std::shared_ptr<GeoTable> table(
      new GeoTable(static_cast<const std::byte*>(mapped), static_cast<std::size_t>(status.st_size)));
  table->find_sections();
  return table;
}

GeoTable::~GeoTable() {
  ::munmap(const_cast<std::byte*>(bytes_), size_);
}

template <class T>
void GeoTable::section(std::string_view tag, Rows<T>& rows) {
  const auto count = read_at<std::uint32_t>(bytes_ + 12);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::byte* entry = bytes_ + header_size + i * entry_size;
    if (std::memcmp(entry, tag.data(), tag.size()) != 0) continue;
    const auto offset = read_at<std::uint64_t>(entry + 8);
    const auto length = read_at<std::uint64_t>(entry + 16);
    if (offset > size_ || length > size_ - offset || length % sizeof(T) != 0) {
      damaged_table("section " + std::string(tag) + " is cut off");
    }
    rows = Rows<T>(bytes_ + offset, length / sizeof(T));
    return;
  }
  damaged_table("section " + std::string(tag) + " is missing");
}

void GeoTable::find_sections() {
  if (std::memcmp(bytes_, magic.data(), magic.size()) != 0) damaged_table("it does not start with HOEGOGEO");
  if (read_at<std::uint32_t>(bytes_ + 8) != version) damaged_table("it is of another version of hoego");
  const auto count = read_at<std::uint32_t>(bytes_ + 12);
  if (count > most_sections || header_size + count * entry_size > size_) {
    damaged_table("its directory is cut off");
  }
  if (read_at<std::uint64_t>(bytes_ + 16) != size_) damaged_table("it is not as long as it says");
  section("STRS", strings_);
  section("CTRY", countries);
  section("ADMN", regions);
  section("TOWN", towns);
  section("PNTS", points);
  section("GRID", point_cells);
  section("NAMH", name_hashes);
  section("NAMT", name_towns);
  section("RING", rings);
  section("VERT", vertices);
  section("CELL", country_cells);
  section("COAS", coast_rows);
  section("CRUN", coast_runs);
  section("ZNAM", zone_names);
  section("ZGRD", zone_grid);
  section("HCTY", holiday_countries);
  section("HDAY", holidays);
  section("HNAM", holiday_names);
}

std::string_view GeoTable::text(std::uint32_t reference) const {
  const std::size_t length = strings_[reference] | strings_[std::size_t{reference} + 1] << 8;
  return strings_.bytes(std::size_t{reference} + 2, length);
}

}  // namespace hoego
