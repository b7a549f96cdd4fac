#pragma once
// Small pictures and films for tests, made here byte by byte.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hoego::made {

inline std::string big(std::uint64_t value, int width) {
  std::string bytes;
  for (int i = width - 1; i >= 0; --i)
    bytes.push_back(i < 8 ? static_cast<char>(value >> (8 * i) & 0xFF) : 0);
  return bytes;
}

inline std::string box(const std::string& kind, const std::string& content) {
  return big(content.size() + 8, 4) + kind + content;
}

// --- pictures ---

/// What the EXIF of a made picture states; empty fields are left out.
struct ExifTags {
  std::string original;            ///< "2024:03:15 12:01:02"
  std::string offset;              ///< "+09:00"
  std::string content_identifier;  ///< in Apple's maker note
};

inline std::string apple_maker_note(const std::string& identifier) {
  const std::string text = identifier + std::string(1, '\0');
  const std::string entry = big(0x0011, 2) + big(2, 2) + big(text.size(), 4) + big(16 + 12 + 4, 4);
  return std::string("Apple iOS\0\0\x01MM", 14) + big(1, 2) + entry + big(0, 4) + text;
}

/// A TIFF block: one directory that points to the EXIF directory, whose values lie behind it.
inline std::string exif_block(const ExifTags& tags) {
  std::vector<std::pair<std::uint16_t, std::string>> fields;
  if (!tags.original.empty()) fields.emplace_back(0x9003, tags.original + std::string(1, '\0'));
  if (!tags.offset.empty()) fields.emplace_back(0x9011, tags.offset + std::string(1, '\0'));
  if (!tags.content_identifier.empty())
    fields.emplace_back(0x927C, apple_maker_note(tags.content_identifier));
  constexpr std::size_t directory_at = 8 + 2 + 12 + 4;
  std::string directory = big(fields.size(), 2);
  std::string values;
  const std::size_t values_at = directory_at + 2 + 12 * fields.size() + 4;
  for (const auto& [tag, value] : fields) {
    const int type = tag == 0x927C ? 7 : 2;
    directory += big(tag, 2) + big(static_cast<std::uint64_t>(type), 2) + big(value.size(), 4) +
                 big(values_at + values.size(), 4);
    values += value;
  }
  return std::string("MM\0*", 4) + big(8, 4) + big(1, 2) + big(0x8769, 2) + big(4, 2) + big(1, 4) +
         big(directory_at, 4) + big(0, 4) + directory + big(0, 4) + values;
}

inline std::string segment(char marker, const std::string& content) {
  return std::string("\xFF") + marker + big(content.size() + 2, 2) + content;
}

/// A JPEG of 64 by 48 as far as its headers go.
inline std::string jpeg(const ExifTags& tags, const std::string& scan = "pixels of a maple") {
  const std::string frame = "\x08" + big(48, 2) + big(64, 2) + std::string("\x01\x01\x11\x00", 4);
  return "\xFF\xD8" + segment('\xE1', std::string("Exif\0\0", 6) + exif_block(tags)) +
         segment('\xC0', frame) + segment('\xDA', std::string("\x01\x01\x00\x00\x3F\x00", 6)) + scan +
         "\xFF\xD9";
}

// --- films ---

/// Seconds from 1904 to 1970.
constexpr std::uint64_t from_1904 = 2'082'844'800;

struct Film {
  std::string brand = "qt  ";
  std::uint64_t created = 0;  ///< seconds since 1904 (UTC)
  std::uint32_t milliseconds = 2500;
  std::vector<std::pair<std::string, std::string>> keys;       ///< QuickTime metadata, without its prefix
  std::vector<std::pair<std::string, std::string>> user_data;  ///< "\xA9xyz" and the like
  std::string media = "a film of drums";
  std::string handler = "vide";
  bool header_first = false;
  bool wide = false;  ///< 64-bit times and lengths
};

inline std::string movie_header(const Film& film) {
  const int width = film.wide ? 8 : 4;
  return box("mvhd", (film.wide ? "\x01" : std::string(1, '\0')) + big(0, 3) + big(film.created, width) +
                         big(film.created, width) + big(1000, 4) + big(film.milliseconds, width) +
                         big(0x10000, 4) + big(0x100, 2) + big(0, 10) + std::string(36, '\0') +
                         std::string(24, '\0') + big(2, 4));
}

inline std::string track(const Film& film) {
  const std::string header = box("tkhd", big(7, 4) + big(film.created, 4) + big(film.created, 4) + big(1, 4) +
                                             big(0, 4) + big(film.milliseconds, 4) + big(0, 8) + big(0, 8) +
                                             std::string(36, '\0') + big(1920 << 16, 4) + big(1080 << 16, 4));
  const std::string media_header = box("mdhd", big(0, 4) + big(film.created, 4) + big(film.created, 4) +
                                                   big(1000, 4) + big(film.milliseconds, 4) + big(0, 4));
  const std::string handler = box("hdlr", big(0, 4) + "mhlr" + film.handler + big(0, 12) + big(0, 1));
  return box("trak", header + box("mdia", media_header + handler));
}

inline std::string metadata(const Film& film) {
  if (film.keys.empty()) return {};
  std::string keys;
  std::string items;
  std::uint64_t index = 0;
  for (const auto& [key, value] : film.keys) {
    const std::string name = "com.apple.quicktime." + key;
    keys += big(name.size() + 8, 4) + "mdta" + name;
    items += box(big(++index, 4), box("data", big(1, 4) + big(0, 4) + value));
  }
  const std::string handler = box("hdlr", big(0, 8) + "mdta" + big(0, 12) + big(0, 1));
  const std::string before = film.brand == "qt  " ? "" : big(0, 4);  // ISO's meta has a version
  return box("meta", before + handler + box("keys", big(0, 4) + big(film.keys.size(), 4) + keys) +
                         box("ilst", items));
}

inline std::string film(const Film& film) {
  std::string user_data;
  for (const auto& [kind, text] : film.user_data)
    user_data += box(kind, big(text.size(), 2) + big(0x15C7, 2) + text);
  if (!user_data.empty()) user_data = box("udta", user_data);
  const std::string moov = box("moov", movie_header(film) + track(film) + user_data + metadata(film));
  const std::string media =
      film.wide ? big(1, 4) + "mdat" + big(film.media.size() + 16, 8) + film.media : box("mdat", film.media);
  const std::string type = box("ftyp", film.brand + big(0, 4) + film.brand);
  return film.header_first ? type + moov + media : type + media + moov;
}

}  // namespace hoego::made
