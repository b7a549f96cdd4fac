#include "story/chooser.h"

#include <cassert>

#include "base/hash.h"

namespace hoego {

int Chooser::strain(Topic topic, std::size_t mould, const Sound& sound) const {
  int strain = 0;
  const auto used = used_.find({topic, mould});
  if (used != used_.end()) strain += 3 * used->second;
  if (heard_.empty()) return strain;
  const Sound& last = heard_.back();
  if (sound.opening == last.opening) strain += 4;
  if (!sound.ending.empty() && sound.ending == last.ending) {
    strain += 2;
    if (heard_.size() > 1 && heard_[heard_.size() - 2].ending == sound.ending) strain += 8;
  }
  return strain;
}

std::string Chooser::pick(const Point& point, const std::vector<std::string>& moulds) {
  const std::size_t n = moulds.size();
  assert(n > 0);
  const auto start = static_cast<std::size_t>(
      hash64(point.finding + "/" + std::to_string(static_cast<int>(point.topic))) % n);
  std::size_t best = n;
  int least = 0;
  for (std::size_t step = 0; step < n; ++step) {
    const std::size_t mould = (start + step) % n;
    if (moulds[mould].empty()) continue;
    const int strain_here = strain(point.topic, mould, hear_(moulds[mould]));
    if (best == n || strain_here < least) {
      best = mould;
      least = strain_here;
    }
  }
  assert(best < n);
  ++used_[{point.topic, best}];
  heard_.push_back(hear_(moulds[best]));
  if (heard_.size() > 2) heard_.erase(heard_.begin());
  return moulds[best];
}

}  // namespace hoego
