#include "geo/holidays.h"

#include <algorithm>
#include <array>

#include "geo/korean_holidays.h"
#include "geo/table.h"

namespace hoego {
namespace {

std::vector<Holiday> listed(const GeoTable& table, const GeoTable::HolidayCountry& country, int year) {
  const Date epoch = *Date::from_ymd(2000, 1, 1);
  std::vector<Holiday> found;
  for (std::uint32_t i = 0; i < country.count; ++i) {
    const GeoTable::HolidayRow row = table.holidays[std::size_t{country.first} + i];
    const Date day = epoch + row.day;
    if (day.year() != year) continue;
    const GeoTable::HolidayName name = table.holiday_names[row.name];
    found.push_back({day, std::string(table.text(name.ko)), std::string(table.text(name.en))});
  }
  return found;
}

}  // namespace

std::vector<Holiday> holidays(const Gazetteer& data, std::string_view country, int year) {
  if (country == "KR") return korean_holidays(year);
  if (year < 2000 || year > 2035) return {};
  const GeoTable& table = data.table();
  for (std::size_t i = 0; i < table.holiday_countries.size(); ++i) {
    const GeoTable::HolidayCountry row = table.holiday_countries[i];
    if (std::string_view(row.code.data(), row.code.size()) == country) return listed(table, row, year);
  }
  return {};
}

}  // namespace hoego
