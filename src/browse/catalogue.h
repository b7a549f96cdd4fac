#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "record/kind.h"

namespace hoego {

/// Words that many records share, each kept once. 0 is none.
class Names {
 public:
  std::uint32_t number_of(std::string_view name);
  /// 0 where it was never numbered.
  std::uint32_t find(std::string_view name) const;
  const std::string& name(std::uint32_t number) const { return names_[number]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_{std::string()};
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

/// A record as a window sees it: 40 bytes, so that a million of them are looked through in milliseconds.
struct Row {
  std::int64_t number = 0;  ///< of the record in the index
  std::int64_t begin = 0;   ///< Unix seconds
  Date day;                 ///< local, as lived
  std::int32_t second =
      0;  ///< of that day, local clock; 86,400 and more after midnight of a day that goes on
  std::uint32_t activity = 0;  ///< in Catalogue::activities
  std::uint32_t town = 0;      ///< in Catalogue::towns
  std::uint16_t country = 0;   ///< in Catalogue::countries
  std::uint16_t person = 0;    ///< in Catalogue::people
  Kind kind = Kind::Event;
  bool all_day = false;
  bool mine = true;
};
static_assert(sizeof(Row) == 40);

/// All records, small, by day and begin; where these are one, as they were added.
struct Catalogue {
  std::vector<Row> all;
  Names activities;
  Names towns;      ///< ids of towns, in decimal
  Names countries;  ///< ISO 3166-1 alpha-2
  Names people;     ///< 65,535 at most; who comes later is nobody

  /// Puts them in order. To be called once, after the last was added.
  void sort();
  /// Those of these days.
  std::pair<std::size_t, std::size_t> on(DateRange days) const;
};

}  // namespace hoego
