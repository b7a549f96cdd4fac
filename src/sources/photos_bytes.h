#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace hoego {

/// `length` bytes from `at`, or as many as there are; empty beyond the end.
inline std::string_view slice(std::string_view bytes, std::uint64_t at, std::uint64_t length) {
  return at >= bytes.size() ? std::string_view{} : bytes.substr(at, length);
}

/// Unsigned big-endian number of `width` bytes (1 to 8) at `at`; nothing where the bytes end before it does.
inline std::optional<std::uint64_t> big_endian(std::string_view bytes, std::uint64_t at, unsigned width) {
  if (at > bytes.size() || bytes.size() - at < width) return std::nullopt;
  std::uint64_t value = 0;
  for (unsigned i = 0; i < width; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

inline std::optional<std::uint64_t> little_endian(std::string_view bytes, std::uint64_t at, unsigned width) {
  if (at > bytes.size() || bytes.size() - at < width) return std::nullopt;
  std::uint64_t value = 0;
  for (unsigned i = width; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Numbers of a TIFF block, in the byte order that its first two bytes tell.
class TiffNumbers {
 public:
  /// Nothing unless the block begins `II*\0` or `MM\0*`.
  static std::optional<TiffNumbers> of(std::string_view block) {
    if (block.substr(0, 4) == std::string_view("II*\0", 4)) return TiffNumbers(block, true);
    if (block.substr(0, 4) == std::string_view("MM\0*", 4)) return TiffNumbers(block, false);
    return std::nullopt;
  }
  std::optional<std::uint64_t> at(std::uint64_t offset, unsigned width) const {
    return little_ ? little_endian(block_, offset, width) : big_endian(block_, offset, width);
  }
  /// Offset of the directory entry with `tag` in the directory at `directory`.
  std::optional<std::uint64_t> entry(std::uint64_t directory, std::uint16_t tag) const {
    const auto count = at(directory, 2);
    if (!count) return std::nullopt;
    for (std::uint64_t i = 0; i < *count; ++i) {
      const std::uint64_t offset = directory + 2 + 12 * i;
      const auto found = at(offset, 2);
      if (!found) return std::nullopt;
      if (*found == tag) return offset;
    }
    return std::nullopt;
  }

 private:
  TiffNumbers(std::string_view block, bool little) : block_(block), little_(little) {}
  std::string_view block_;
  bool little_;
};

}  // namespace hoego
