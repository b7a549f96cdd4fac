#pragma once
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "story/plan.h"

namespace hoego {

/// How a sentence sounds where it meets its neighbours.
struct Sound {
  std::string opening;  ///< first word, or a class such as "#date"
  std::string ending;   ///< predicate, or a class such as "#copula"; may be empty
};

/// Picks among the moulds of a point without chance: it begins at a stable hash of the finding and steps on
/// while the sentence would sound like the one before it. The same plan gives the same choice.
class Chooser {
 public:
  using Hear = Sound (*)(std::string_view sentence);
  explicit Chooser(Hear hear) : hear_(hear) {}

  /// One of `moulds` (empty ones do not apply; at least one must), which becomes the sentence before the
  /// next.
  std::string pick(const Point& point, const std::vector<std::string>& moulds);
  /// A new chapter: its moulds are fresh.
  void begin_chapter() { used_.clear(); }

 private:
  int strain(Topic topic, std::size_t mould, const std::string& sentence) const;

  Hear hear_;
  std::map<std::pair<Topic, std::size_t>, int> used_;
  std::vector<Sound> heard_;                  ///< the last two
  std::vector<std::set<std::string>> words_;  ///< of the last few sentences, without numbers
};

}  // namespace hoego
