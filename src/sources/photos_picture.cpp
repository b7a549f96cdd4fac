#include "sources/photos_picture.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/text.h"
#include "sources/photos_bytes.h"
#include "sources/photos_moment.h"

namespace hoego {
namespace {

using namespace std::string_view_literals;

PhotoParts parts_of(PhotoFormat format, std::string_view file) {
  PhotoParts parts;
  switch (format) {
    case PhotoFormat::Jpeg:
      return jpeg_parts(file);
    case PhotoFormat::Png:
      return png_parts(file);
    case PhotoFormat::WebP:
      return webp_parts(file);
    case PhotoFormat::Heif:
      return heif_parts(file);
    case PhotoFormat::Raf:
      return raf_parts(file);
    case PhotoFormat::Cr3:
      parts = heif_parts(file);
      break;
    case PhotoFormat::Tiff:
    case PhotoFormat::Raw:
      break;
  }
  parts.hidden_metadata = true;
  return parts;
}

bool mentions_any(std::string_view packet, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return packet.find(name) != std::string_view::npos; });
}

/// XMP is slow to decode and mostly repeats the EXIF: it is asked only for what the EXIF leaves open.
bool is_xmp_needed(const ExifFacts& exif, std::string_view packet) {
  const bool undated = !moment(exif.original, {}).when && !moment(exif.digitized, {}).when;
  if (undated && mentions_any(packet, {"DateTimeOriginal", "DateCreated", "CreateDate", "GPSTimeStamp"}))
    return true;
  if (!exif.gps.position && mentions_any(packet, {"GPSLatitude"})) return true;
  return exif.model.empty() && mentions_any(packet, {"Model"});
}

}  // namespace

Picture read_picture(PhotoFormat format, std::string_view file) {
  Picture picture;
  PhotoParts parts = parts_of(format, file);
  picture.width = parts.width;
  picture.height = parts.height;
  if (parts.hidden_metadata) {
    RawFacts raw = read_raw(file);
    picture.damage = raw.problem;
    picture.exif = std::move(raw.exif);
    picture.xmp = std::move(raw.xmp);
    if (parts.image.empty()) parts.image = std::move(raw.image);
    if (picture.width == 0) picture.width = raw.width;
    if (picture.height == 0) picture.height = raw.height;
  } else {
    picture.content_identifier = apple_content_identifier(parts.exif);
    picture.exif = read_exif(std::move(parts.exif));
    picture.damage = picture.exif.problem;
    if (is_xmp_needed(picture.exif, parts.xmp)) picture.xmp = read_xmp(parts.xmp);
    if (picture.damage.empty()) picture.damage = picture.xmp.problem;
  }
  if (parts.cut_short) picture.damage = "the file is cut short";
  picture.identity = image_identity(parts.image, file);
  return picture;
}

std::string apple_content_identifier(std::string_view block) {
  constexpr std::uint64_t longest = 64;
  const auto numbers = TiffNumbers::of(block);
  const auto directory = numbers ? numbers->at(4, 4) : std::nullopt;
  const auto pointer = directory ? numbers->entry(*directory, 0x8769) : std::nullopt;
  const auto exif = pointer ? numbers->at(*pointer + 8, 4) : std::nullopt;
  const auto note = exif ? numbers->entry(*exif, 0x927C) : std::nullopt;
  const auto length = note ? numbers->at(*note + 4, 4) : std::nullopt;
  const auto offset = note ? numbers->at(*note + 8, 4) : std::nullopt;
  if (!length || !offset) return {};
  // Always big-endian, with offsets from its own beginning.
  const std::string_view maker = slice(block, *offset, *length);
  if (maker.substr(0, 10) != "Apple iOS\0"sv || slice(maker, 12, 2) != "MM") return {};
  const std::uint64_t count = big_endian(maker, 14, 2).value_or(0);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t at = 16 + 12 * i;
    const auto tag = big_endian(maker, at, 2);
    if (!tag) break;
    if (*tag != 0x0011) continue;
    const std::uint64_t size = std::min(big_endian(maker, at + 4, 4).value_or(0), longest);
    const std::string_view text = slice(maker, big_endian(maker, at + 8, 4).value_or(maker.size()), size);
    return trim(clean_text(text.substr(0, text.find('\0'))));
  }
  return {};
}

}  // namespace hoego
