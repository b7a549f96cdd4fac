#include "sources/photos_container.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/hash.h"
#include "sources/photos_bytes.h"

namespace hoego {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t longest_metadata = 8 << 20;
/// A picture with something behind its end is searched this far for the end, so that no large file is read
/// whole.
constexpr std::uint64_t longest_search = 16 << 20;
/// A PNG's chunks are followed this far, for the same reason: walking over them touches most of its pages.
constexpr std::uint64_t longest_walk = 64 << 20;

bool starts(std::string_view bytes, std::string_view prefix) {
  return bytes.substr(0, prefix.size()) == prefix;
}

std::optional<PhotoFormat> base_media_format(std::string_view brand) {
  constexpr std::array heif = {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv,
                               "mif1"sv, "mif2"sv, "msf1"sv, "avif"sv, "avis"sv};
  if (std::find(heif.begin(), heif.end(), brand) != heif.end()) return PhotoFormat::Heif;
  if (brand == "crx ") return PhotoFormat::Cr3;
  return std::nullopt;
}

// --- JPEG ---

bool is_frame_header(std::uint64_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool has_no_length(std::uint64_t marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Offset behind the end-of-image marker that ends the scans beginning at `at`; nothing if the file ends
/// first or the search has gone far enough.
std::optional<std::uint64_t> search_end_of_image(std::string_view file, std::uint64_t at, bool& gave_up) {
  const std::uint64_t limit = std::min<std::uint64_t>(file.size(), at + longest_search);
  while (at + 1 < limit) {
    const void* found = std::memchr(file.data() + at, 0xFF, limit - at - 1);
    if (found == nullptr) break;
    at = static_cast<std::uint64_t>(static_cast<const char*>(found) - file.data());
    const auto marker = static_cast<unsigned char>(file[at + 1]);
    if (marker == 0xD9) return at + 2;
    if (marker == 0xFF) {
      at += 1;
    } else if (marker == 0x00 || has_no_length(marker)) {
      at += 2;
    } else {
      at += 2 + std::max<std::uint64_t>(2, big_endian(file, at + 2, 2).value_or(2));
    }
  }
  gave_up = limit < file.size();
  return std::nullopt;
}

/// Length of the first picture of a file with several, as its index tells (CIPA DC-007, 5.2.3.3.2).
std::uint64_t first_picture_length(std::string_view index) {
  const auto numbers = TiffNumbers::of(index);
  if (!numbers) return 0;
  const auto directory = numbers->at(4, 4);
  if (!directory) return 0;
  const auto entry = numbers->entry(*directory, 0xB002);
  if (!entry) return 0;
  const auto pictures = numbers->at(*entry + 8, 4);
  return pictures ? numbers->at(*pictures + 4, 4).value_or(0) : 0;
}

void cut_out_scans(PhotoParts& parts, std::string_view file, std::uint64_t begin,
                   std::uint64_t stated_length) {
  constexpr std::string_view end_mark = "\xFF\xD9";
  if (stated_length > begin + 2 && slice(file, stated_length - 2, 2) == end_mark) {
    parts.image.push_back(slice(file, begin, stated_length - begin));
    return;
  }
  if (stated_length == 0 && file.size() >= begin + 2 && file.substr(file.size() - 2) == end_mark) {
    parts.image.push_back(slice(file, begin, file.size()));
    return;
  }
  bool gave_up = false;
  const auto end = search_end_of_image(file, begin, gave_up);
  parts.cut_short = !end && !gave_up;
  parts.image.push_back(slice(file, begin, end.value_or(file.size()) - begin));
}

void read_application_segment(PhotoParts& parts, std::string_view segment) {
  constexpr std::string_view xmp = "http://ns.adobe.com/xap/1.0/\0"sv;
  if (starts(segment, "Exif\0"sv) && segment.size() > 6) {
    if (parts.exif.empty()) parts.exif = segment.substr(6);
  } else if (starts(segment, xmp) && parts.xmp.empty()) {
    parts.xmp = segment.substr(xmp.size());
  }
}

// --- PNG ---

void read_png_text(PhotoParts& parts, std::string_view kind, std::string_view data) {
  constexpr std::string_view xmp = "XML:com.adobe.xmp\0\0\0"sv;  // keyword, not compressed
  if (kind == "iTXt" && starts(data, xmp)) {
    const std::size_t language_end = data.find('\0', xmp.size());
    if (language_end == std::string_view::npos) return;
    const std::size_t keyword_end = data.find('\0', language_end + 1);
    if (keyword_end == std::string_view::npos) return;
    parts.xmp = slice(data, keyword_end + 1, longest_metadata);
  } else if (starts(data, "Raw profile type "sv) || starts(data, "XML:com.adobe.xmp"sv)) {
    parts.hidden_metadata = true;
  }
}

std::string_view without_exif_mark(std::string_view block) {
  return starts(block, "Exif\0\0"sv) ? block.substr(6) : block;
}

// --- WebP ---

void read_webp_size(PhotoParts& parts, std::string_view kind, std::string_view data) {
  if (kind == "VP8X") {
    parts.width = static_cast<int>(little_endian(data, 4, 3).value_or(0)) + 1;
    parts.height = static_cast<int>(little_endian(data, 7, 3).value_or(0)) + 1;
  } else if (parts.width > 0) {
    return;
  } else if (kind == "VP8 ") {
    parts.width = static_cast<int>(little_endian(data, 6, 2).value_or(0) & 0x3FFF);
    parts.height = static_cast<int>(little_endian(data, 8, 2).value_or(0) & 0x3FFF);
  } else if (kind == "VP8L") {
    const std::uint64_t bits = little_endian(data, 1, 4).value_or(0);
    parts.width = static_cast<int>(bits & 0x3FFF) + 1;
    parts.height = static_cast<int>(bits >> 14 & 0x3FFF) + 1;
  }
}

}  // namespace

std::optional<PhotoFormat> photo_format(std::string_view head) {
  if (starts(head, "\xFF\xD8\xFF"sv)) return PhotoFormat::Jpeg;
  if (starts(head, "\x89PNG\r\n\x1A\n"sv)) return PhotoFormat::Png;
  if (starts(head, "RIFF"sv) && slice(head, 8, 4) == "WEBP") return PhotoFormat::WebP;
  if (slice(head, 4, 4) == "ftyp") return base_media_format(slice(head, 8, 4));
  for (const std::string_view mark : {"II*\0"sv, "MM\0*"sv, "IIRO"sv, "IIRS"sv, "MMOR"sv, "IIU\0"sv}) {
    if (starts(head, mark)) return PhotoFormat::Tiff;
  }
  if (starts(head, "FUJIFILMCCD-RAW"sv)) return PhotoFormat::Raf;
  if (starts(head, "\0MRM"sv) || slice(head, 6, 8) == "HEAPCCDR") return PhotoFormat::Raw;
  return std::nullopt;
}

PhotoParts jpeg_parts(std::string_view file) {
  PhotoParts parts;
  std::uint64_t stated_length = 0;
  std::uint64_t at = 2;
  while (true) {
    while (slice(file, at, 2) == "\xFF\xFF") ++at;  // fill bytes
    const auto marker = big_endian(file, at + 1, 1);
    if (!marker || file[at] != '\xFF' || *marker == 0xD9) break;
    if (has_no_length(*marker)) {
      at += 2;
      continue;
    }
    const auto length = big_endian(file, at + 2, 2);
    if (!length || *length < 2) break;
    const std::string_view segment = slice(file, at + 4, *length - 2);
    if (*marker == 0xE1) read_application_segment(parts, segment);
    if (*marker == 0xE2 && starts(segment, "MPF\0"sv))
      stated_length = first_picture_length(segment.substr(4));
    if (is_frame_header(*marker) && parts.width == 0) {
      parts.height = static_cast<int>(big_endian(segment, 1, 2).value_or(0));
      parts.width = static_cast<int>(big_endian(segment, 3, 2).value_or(0));
    }
    at += 2 + *length;
    if (*marker == 0xDA && at < file.size()) {
      cut_out_scans(parts, file, at, stated_length);
      return parts;
    }
  }
  parts.cut_short = true;
  return parts;
}

PhotoParts png_parts(std::string_view file) {
  PhotoParts parts;
  std::uint64_t at = 8;
  bool ended = false;
  while (!ended) {
    if (at > longest_walk && at < file.size()) {
      parts.image.push_back(slice(file, at, file.size()));
      return parts;
    }
    const auto length = big_endian(file, at, 4);
    const std::string_view kind = slice(file, at + 4, 4);
    if (!length || kind.size() < 4) break;
    const std::string_view data = slice(file, at + 8, *length);
    if (kind == "IHDR") {
      parts.width = static_cast<int>(big_endian(data, 0, 4).value_or(0) & 0x7FFFFFFF);
      parts.height = static_cast<int>(big_endian(data, 4, 4).value_or(0) & 0x7FFFFFFF);
    } else if (kind == "IDAT") {
      parts.image.push_back(data);
    } else if (kind == "eXIf" && parts.exif.empty()) {
      parts.exif = without_exif_mark(data.substr(0, longest_metadata));
    } else if (kind == "tEXt" || kind == "zTXt" || kind == "iTXt") {
      read_png_text(parts, kind, data);
    }
    at += 12 + *length;
    ended = kind == "IEND" && at <= file.size();
  }
  parts.cut_short = !ended;
  return parts;
}

PhotoParts webp_parts(std::string_view file) {
  PhotoParts parts;
  const std::uint64_t stated = little_endian(file, 4, 4).value_or(0) + 8;
  parts.cut_short = stated > file.size() + 1;  // the last padding byte is often left out
  std::uint64_t at = 12;
  while (true) {
    const std::string_view kind = slice(file, at, 4);
    const auto length = little_endian(file, at + 4, 4);
    if (!length) break;
    const std::string_view data = slice(file, at + 8, *length);
    read_webp_size(parts, kind, data);
    if (kind == "VP8 " || kind == "VP8L" || kind == "ALPH" || kind == "ANMF") parts.image.push_back(data);
    if (kind == "EXIF") parts.exif = without_exif_mark(data.substr(0, longest_metadata));
    if (kind == "XMP ") parts.xmp = data.substr(0, longest_metadata);
    at += 8 + *length + *length % 2;
  }
  return parts;
}

PhotoParts raf_parts(std::string_view file) {
  // https://libopenraw.freedesktop.org/formats/raf/: a JPEG with the metadata, then the sensor's readings
  const auto preview = big_endian(file, 84, 4);
  const auto preview_length = big_endian(file, 88, 4);
  PhotoParts parts;
  if (preview && preview_length) parts = jpeg_parts(slice(file, *preview, *preview_length));
  parts.image.clear();
  const auto begin = big_endian(file, 100, 4);
  const auto length = big_endian(file, 104, 4);
  if (!begin || !length || *begin == 0 || *length == 0) return parts;
  parts.cut_short = *begin + *length > file.size();
  parts.image.push_back(slice(file, *begin, *length));
  return parts;
}

std::string image_identity(const std::vector<std::string_view>& image, std::string_view file) {
  constexpr std::uint64_t sample = 64 << 10;
  std::uint64_t length = 0;
  for (const std::string_view piece : image) length += piece.size();
  if (length == 0 && !file.empty()) return image_identity({file}, file);

  std::string sampled = fmt::format("{}\n", length);
  std::uint64_t at = 0;
  const std::uint64_t tail = length > 2 * sample ? length - sample : sample;
  for (const std::string_view piece : image) {
    if (at < sample) sampled.append(piece.substr(0, sample - at));
    const std::uint64_t end = at + piece.size();
    if (end > tail) sampled.append(piece.substr(tail > at ? tail - at : 0));
    at = end;
  }
  return "image:" + hash_hex(sampled);
}

}  // namespace hoego
