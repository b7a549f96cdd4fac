#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "geo/gazetteer.h"

namespace hoego {

struct Holiday {
  Date day;
  std::string name_ko;  ///< the English or local name where no Korean one is known
  std::string name_en;
  bool operator==(const Holiday&) const = default;
};

/// Public holidays of a country (ISO 3166-1 alpha-2) in a year, sorted by day; a day that is two holidays
/// comes twice. Empty where the country or the year is unknown. Korea, 2000..2100: lunar days by ICU's dangi
/// calendar, substitute days by rule, temporary days and elections from a dated table (korean_holidays.cpp).
/// Elsewhere, 2000..2035: npm date-holidays, nation-wide days only.
std::vector<Holiday> holidays(const Gazetteer& data, std::string_view country, int year);

}  // namespace hoego
