#include "resolve/timeline.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace hoego {

Timeline::Timeline(std::vector<Record> records, std::vector<CoveredSpan> coverage,
                   std::vector<ClockCorrection> clocks)
    : records_(std::move(records)), coverage_(std::move(coverage)), clocks_(std::move(clocks)) {
  const auto earlier = [](const Record& a, const Record& b) {
    return std::tuple(a.begin_instant(), std::string_view(a.id)) <
           std::tuple(b.begin_instant(), std::string_view(b.id));
  };
  // The index gives them in this order.
  if (!std::is_sorted(records_.begin(), records_.end(), earlier))
    std::sort(records_.begin(), records_.end(), earlier);
  by_day_.reserve(records_.size());
  by_id_.reserve(records_.size());
  for (std::size_t i = 0; i < records_.size(); ++i) {
    by_day_.emplace_back(records_[i].day(), i);
    by_id_.emplace_back(std::hash<std::string>()(records_[i].id), i);
  }
  std::sort(by_day_.begin(), by_day_.end());
  std::sort(by_id_.begin(), by_id_.end());
}

std::vector<const Record*> Timeline::on(DateRange days) const {
  const auto first = std::lower_bound(by_day_.begin(), by_day_.end(), std::pair(days.from, std::size_t{0}));
  std::vector<const Record*> found;
  for (auto at = first; at != by_day_.end() && at->first <= days.to; ++at)
    found.push_back(&records_[at->second]);
  return found;
}

const Record* Timeline::find(const std::string& id) const {
  const std::size_t hash = std::hash<std::string>()(id);
  for (auto at = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair(hash, std::size_t{0}));
       at != by_id_.end() && at->first == hash; ++at) {
    if (records_[at->second].id == id) return &records_[at->second];
  }
  return nullptr;
}

}  // namespace hoego
