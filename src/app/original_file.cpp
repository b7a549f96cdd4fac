#include "app/original_file.h"

namespace hoego {
namespace {

bool is_a_file(Kind kind) {
  switch (kind) {
    case Kind::Photo:
    case Kind::Video:
    case Kind::Post:
    case Kind::Note:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<std::filesystem::path> original_file(const Life& life, const Record& record) {
  if (!is_a_file(record.kind)) return std::nullopt;
  for (const Origin& origin : record.origins) {
    if (!origin.locator.empty()) continue;
    Life::Original original = life.original(origin);
    std::error_code ignored;
    if (original.member.empty() && std::filesystem::is_regular_file(original.file, ignored))
      return std::move(original.file);
  }
  return std::nullopt;
}

}  // namespace hoego
