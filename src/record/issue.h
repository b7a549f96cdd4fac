#pragma once
#include <string>

namespace hoego {

/// One bad item of input: reading goes on. Printed as one line.
struct Issue {
  std::string path;    ///< relative to the source's root
  std::string place;   ///< line, byte offset, member, UID; may be empty
  std::string reason;  ///< what is wrong, in a few words
  std::string remedy;  ///< what the person can do
  bool operator==(const Issue&) const = default;
};

}  // namespace hoego
