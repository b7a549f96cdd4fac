#pragma once
#include <set>
#include <string>
#include <vector>

#include "resolve/decisions.h"
#include "resolve/identity.h"

namespace hoego {

/// Whose things they are: what the owner named, else what the data propose.
class Ownership {
 public:
  /// Without named cameras, a camera is the owner's unless it took under a tenth of what the busiest camera
  /// did. Without named emails and names, the author of most commits is the owner.
  Ownership(const Decisions& decisions, const std::vector<MergedThing>& things);

  /// Friends' cameras, pictures saved from a chat, other authors' commits and sources marked `mine = false`
  /// are shown, not counted.
  bool is_mine(const MergedThing& thing) const;

  /// Set when the owner of the commits was guessed: name and address.
  const std::string& assumed_author() const { return assumed_author_; }

 private:
  bool is_own_picture(const Observation& picture) const;
  bool is_own_commit(const Observation& commit) const;

  std::set<std::string> cameras_;
  std::set<std::string> emails_;  ///< case folded
  std::set<std::string> names_;   ///< case folded
  std::set<std::string> foreign_sources_;
  std::string assumed_author_;
};

}  // namespace hoego
