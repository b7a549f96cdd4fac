#include "serve/route.h"

namespace hoego {
namespace {

/// Up to the next slash, which is taken off too.
std::string_view next_part(std::string_view& rest) {
  const std::size_t slash = rest.find('/');
  const std::string_view part = rest.substr(0, slash);
  rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  return part;
}

std::size_t slashes(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += c == '/' ? 1 : 0;
  return count;
}

}  // namespace

std::optional<std::vector<std::string>> match_path(std::string_view pattern, std::string_view path) {
  if (slashes(pattern) != slashes(path)) return std::nullopt;
  std::vector<std::string> parts;
  for (std::size_t left = slashes(pattern) + 1; left > 0; --left) {
    const std::string_view wanted = next_part(pattern);
    const std::string_view given = next_part(path);
    if (wanted.substr(0, 1) != "{") {
      if (wanted != given) return std::nullopt;
      continue;
    }
    if (given.empty()) return std::nullopt;
    parts.emplace_back(given);
  }
  return parts;
}

}  // namespace hoego
