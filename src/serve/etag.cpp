#include "serve/etag.h"

#include "base/hash.h"

namespace hoego {

std::string etag_of(std::string_view bytes) {
  return '"' + hash_hex(bytes) + '"';
}

bool none_match_names(std::string_view header, std::string_view etag) {
  if (etag.empty()) return false;
  while (!header.empty()) {
    const std::size_t begin = header.find_first_not_of(" \t,");
    if (begin == std::string_view::npos) return false;
    header.remove_prefix(begin);
    if (header.front() == '*') return true;
    if (header.substr(0, 2) == "W/") header.remove_prefix(2);
    if (header.substr(0, etag.size()) == etag) return true;
    // A comma may stand inside of quotes: the tag ends with the second one.
    const std::size_t quote = header.substr(0, 1) == "\"" ? header.find('"', 1) : header.find(',');
    if (quote == std::string_view::npos) return false;
    header.remove_prefix(quote + 1);
  }
  return false;
}

}  // namespace hoego
