#include "sources/posts_identity.h"

#include "base/hash.h"
#include "base/text.h"

namespace hoego {

Date post_day(const When& when) {
  const auto wall = stated_wall(when);
  return (wall ? *wall : WallTime{when.seconds}).date();
}

std::string post_identity(std::string_view title, const When& when) {
  std::string normal;
  for (const char c : fold_case(title)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank || (!normal.empty() && normal.back() != ' ')) normal.push_back(blank ? ' ' : c);
  }
  return "post:" + hash_hex(trim(normal) + "\n" + post_day(when).iso());
}

}  // namespace hoego
