#include "picture/orientation.h"

#include "sources/photos_bytes.h"

namespace hoego {
namespace {

constexpr std::string_view exif_mark("Exif\0\0", 6);

int orientation_in(std::string_view tiff) {
  constexpr std::uint16_t tag = 0x0112;
  const auto numbers = TiffNumbers::of(tiff);
  const auto directory = numbers ? numbers->at(4, 4) : std::nullopt;
  const auto entry = directory ? numbers->entry(*directory, tag) : std::nullopt;
  const auto value = entry ? numbers->at(*entry + 8, 2) : std::nullopt;
  return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
}

}  // namespace

int jpeg_orientation(std::string_view jpeg) {
  std::uint64_t at = 2;
  while (true) {
    const auto marker = big_endian(jpeg, at, 2);
    const auto length = big_endian(jpeg, at + 2, 2);
    const bool ends = !marker || !length || *marker < 0xFFC0 || *marker == 0xFFDA || *length < 2;
    if (ends) return 1;
    const std::string_view segment = slice(jpeg, at + 4, *length - 2);
    if (*marker == 0xFFE1 && segment.substr(0, exif_mark.size()) == exif_mark)
      return orientation_in(segment.substr(exif_mark.size()));
    at += 2 + *length;
  }
}

}  // namespace hoego
