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
  /// did. Without named emails and names, the author of most commits is the owner; likewise the account that
  /// made most pull requests, reviews, issues and comments, where none of those accounts is named; and of
  /// messages the person who writes in every one of several chats.
  Ownership(const Decisions& decisions, const std::vector<MergedThing>& things);

  /// Calendars that are not among the named ones, friends' cameras, pictures saved from a chat, other
  /// authors' commits, other accounts' pull requests, what others wrote in a chat, and sources marked `mine =
  /// false` are shown, not counted.
  bool is_mine(const MergedThing& thing) const;

  /// Set when the owner of the commits was guessed: name and address.
  const std::string& assumed_author() const { return assumed_author_; }

 private:
  bool is_own_picture(const MergedThing& thing) const;
  bool is_own_commit(const Observation& commit) const;
  bool is_own_message(const Observation& message) const;
  void guess_author(const std::vector<MergedThing>& things);
  void guess_account(const std::vector<MergedThing>& things);
  void guess_writer(const std::vector<MergedThing>& things);

  std::set<std::string> cameras_;
  std::set<std::string> emails_;     ///< case folded
  std::set<std::string> names_;      ///< case folded
  std::set<std::string> accounts_;   ///< case folded
  std::set<std::string> writers_;    ///< as chats write them
  std::set<std::string> calendars_;  ///< empty: all are own
  std::set<std::string> foreign_sources_;
  std::string assumed_author_;
};

}  // namespace hoego
