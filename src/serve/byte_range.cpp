#include "serve/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hoego {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "-500": the last of them.
ByteRange last_bytes(std::string_view text, std::uint64_t size) {
  const auto count = number(text);
  if (!count) return {};
  if (*count == 0 || size == 0) return {ByteRange::Kind::Beyond, 0, 0};
  const std::uint64_t some = std::min(*count, size);
  return {ByteRange::Kind::Part, size - some, some};
}

}  // namespace

ByteRange byte_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (header.substr(0, unit.size()) != unit) return {};
  header.remove_prefix(unit.size());
  const std::size_t dash = header.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view end = header.substr(dash + 1);
  if (dash == 0) return last_bytes(end, size);
  const auto first = number(header.substr(0, dash));
  const auto last = end.empty() ? size : number(end);
  if (!first || !last || *last < *first) {
    // "9-" of fewer bytes is well written, and there are none.
    return first && end.empty() ? ByteRange{ByteRange::Kind::Beyond, 0, 0} : ByteRange{};
  }
  if (*first >= size) return {ByteRange::Kind::Beyond, 0, 0};
  const std::uint64_t to = std::min(*last, size - 1);
  return {ByteRange::Kind::Part, *first, to - *first + 1};
}

}  // namespace hoego
