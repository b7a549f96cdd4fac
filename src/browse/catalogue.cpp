#include "browse/catalogue.h"

#include <algorithm>
#include <tuple>

namespace hoego {

std::uint32_t Names::number_of(std::string_view name) {
  if (name.empty()) return 0;
  const auto found = numbers_.find(name);
  if (found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  numbers_.emplace(name, number);
  return number;
}

std::uint32_t Names::find(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? 0 : found->second;
}

void Catalogue::sort() {
  std::stable_sort(all.begin(), all.end(), [](const Row& a, const Row& b) {
    return std::tie(a.day.days, a.begin) < std::tie(b.day.days, b.begin);
  });
}

std::pair<std::size_t, std::size_t> Catalogue::on(DateRange days) const {
  const auto before = [](const Row& row, Date day) { return row.day < day; };
  const auto after = [](Date day, const Row& row) { return day < row.day; };
  const auto first = std::lower_bound(all.begin(), all.end(), days.from, before);
  const auto last = std::upper_bound(first, all.end(), days.to, after);
  return {static_cast<std::size_t>(first - all.begin()), static_cast<std::size_t>(last - all.begin())};
}

}  // namespace hoego
