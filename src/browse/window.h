#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "browse/catalogue.h"
#include "record/kind.h"

namespace hoego {

/// How wide a bucket of a window is. A week begins on Monday; a quarter hour counts on the local clock.
enum class BucketWidth : std::uint8_t { Decade, Year, Month, Week, Day, Hour, QuarterHour };
std::string_view name(BucketWidth width);
std::optional<BucketWidth> width_from(std::string_view word);

/// The finest width of which `days` has at most `most` buckets (`most` >= 1); decades where none has so few.
BucketWidth width_for(DateRange days, std::size_t most);

/// What is looked for. What is empty asks nothing.
struct WindowFilter {
  std::vector<Kind> kinds;
  std::vector<std::uint32_t> activities;
  std::vector<std::uint32_t> towns;
  std::vector<std::uint16_t> countries;
  std::vector<std::uint16_t> people;
  /// What a search found: records by number, and all that was at these places. Absent: no search.
  struct Found {
    std::vector<std::int64_t> numbers;
    std::vector<std::uint32_t> towns;
    std::vector<std::uint16_t> countries;
  };
  std::optional<Found> found;
};

/// The rows of these days that pass, in the order of the catalogue, which must outlive them.
using Rows = std::vector<const Row*>;
Rows sift(const Catalogue& catalogue, DateRange days, const WindowFilter& filter);

constexpr std::size_t kind_count = kind_names.size();

struct Bucket {
  Date day;                 ///< its first
  std::int32_t second = 0;  ///< of `day`; 0 but for hours and their quarters
  std::array<std::uint32_t, kind_count> by_kind{};
  std::uint32_t total = 0;
  std::int64_t picture = 0;  ///< number of a picture from the middle of its pictures; 0 where there is none
};

/// Buckets that hold something, in order. A record counts where it begins, on its day as lived; what has no
/// hour (all-day) counts at the beginning of its day.
struct Window {
  BucketWidth width = BucketWidth::Year;
  std::vector<Bucket> buckets;
  std::uint64_t total = 0;
};
Window window(const Rows& rows, BucketWidth width);

/// Numbers of their records, from the `skip`th on, at most `most`, in order.
std::vector<std::int64_t> numbers_of(const Rows& rows, std::size_t skip, std::size_t most);

/// How many of the rows each value has, the most first: what one may filter by next.
struct Facets {
  std::vector<std::pair<Kind, std::uint64_t>> kinds;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> activities, towns;
  std::vector<std::pair<std::uint16_t, std::uint64_t>> countries, people;
};
Facets facets(const Rows& rows, const Catalogue& catalogue);

}  // namespace hoego
