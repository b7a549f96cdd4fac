#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/life.h"

namespace hoego {

/// Things that bear one name: pictures of a camera, things of an account, entries of a calendar.
struct NamedThings {
  std::string name;
  std::uint64_t count = 0;
  bool mine = false;      ///< what they are taken for
  bool doubtful = false;  ///< of a calendar: it seems to be no one's or another's
};

/// Whose things cameras, accounts, calendars and writers of chats are taken for, by name; each list only
/// where the owner has not decided it under [me] yet, and calendars only where one is doubtful.
struct WhoseThings {
  std::vector<NamedThings> cameras;
  std::vector<NamedThings> accounts;
  std::vector<NamedThings> writers;
  std::vector<NamedThings> calendars;
};
WhoseThings undecided_things(const Life& life);

/// Prints them, with the reason, as lines for `[me]` in hoego.toml.
void print_proposals(const Life& life);

}  // namespace hoego
