#include "resolve/timeline.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace hoego {

Timeline::Timeline(std::vector<Record> records, std::vector<CoveredSpan> coverage,
                   std::vector<ClockCorrection> clocks)
    : records_(std::move(records)),
      coverage_(std::move(coverage)),
      clocks_(std::move(clocks)),
      by_day_(records_.size()),
      by_id_(records_.size()) {
  std::sort(records_.begin(), records_.end(), [](const Record& a, const Record& b) {
    return std::tuple(a.begin_instant(), std::string_view(a.id)) <
           std::tuple(b.begin_instant(), std::string_view(b.id));
  });
  std::iota(by_day_.begin(), by_day_.end(), std::size_t{0});
  std::iota(by_id_.begin(), by_id_.end(), std::size_t{0});
  std::stable_sort(by_day_.begin(), by_day_.end(),
                   [this](std::size_t a, std::size_t b) { return records_[a].day() < records_[b].day(); });
  std::sort(by_id_.begin(), by_id_.end(),
            [this](std::size_t a, std::size_t b) { return records_[a].id < records_[b].id; });
}

std::vector<const Record*> Timeline::on(DateRange days) const {
  const auto first = std::lower_bound(by_day_.begin(), by_day_.end(), days.from,
                                      [this](std::size_t i, Date day) { return records_[i].day() < day; });
  std::vector<const Record*> found;
  for (auto at = first; at != by_day_.end() && records_[*at].day() <= days.to; ++at) {
    found.push_back(&records_[*at]);
  }
  return found;
}

const Record* Timeline::find(const std::string& id) const {
  const auto at =
      std::lower_bound(by_id_.begin(), by_id_.end(), id,
                       [this](std::size_t i, const std::string& wanted) { return records_[i].id < wanted; });
  return at != by_id_.end() && records_[*at].id == id ? &records_[*at] : nullptr;
}

}  // namespace hoego
