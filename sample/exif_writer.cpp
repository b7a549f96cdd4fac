#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "sample/jpeg_writer.h"

namespace hoego::sample {
namespace {

std::string big_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xff);
  return out;
}

// Types of TIFF 6.0, section 2.
enum Type : std::uint16_t { Byte = 1, Ascii = 2, Short = 3, Long = 4, Rational = 5, Undefined = 7 };

struct Entry {
  std::uint16_t tag = 0;
  Type type = Byte;
  std::uint32_t count = 0;
  std::string value;
};

/// One directory; entries are added in the order of their tags, as TIFF wants them.
class Directory {
 public:
  void ascii(std::uint16_t tag, std::string_view text) {
    std::string value(text);
    value += '\0';
    bytes(tag, Ascii, std::move(value));
  }
  void number(std::uint16_t tag, Type type, std::uint32_t value) {
    add(tag, type, 1, big_endian(value, type == Short ? 2 : 4));
  }
  void bytes(std::uint16_t tag, Type type, std::string value) {
    const auto count = static_cast<std::uint32_t>(value.size());
    add(tag, type, count, std::move(value));
  }
  void rationals(std::uint16_t tag, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& values) {
    std::string out;
    for (const auto& [above, below] : values) out += big_endian(above, 4) + big_endian(below, 4);
    add(tag, Rational, static_cast<std::uint32_t>(values.size()), std::move(out));
  }

  std::uint32_t size() const {
    std::size_t total = 2 + 12 * entries_.size() + 4;
    for (const Entry& entry : entries_)
      total += entry.value.size() > 4 ? (entry.value.size() + 1) / 2 * 2 : 0;
    return static_cast<std::uint32_t>(total);
  }

  /// The bytes of the directory, if it begins `begin` bytes into the TIFF structure.
  std::string at(std::uint32_t begin) const {
    std::string head = big_endian(static_cast<std::uint32_t>(entries_.size()), 2);
    std::string data;
    const std::size_t data_begin = begin + 2 + 12 * entries_.size() + 4;
    for (const Entry& entry : entries_) {
      head += big_endian(entry.tag, 2) + big_endian(entry.type, 2) + big_endian(entry.count, 4);
      if (entry.value.size() > 4) {
        head += big_endian(static_cast<std::uint32_t>(data_begin + data.size()), 4);
        data += entry.value;
        if (data.size() % 2 != 0) data += '\0';
      } else {
        head += entry.value + std::string(4 - entry.value.size(), '\0');
      }
    }
    return head + std::string(4, '\0') + data;
  }

 private:
  void add(std::uint16_t tag, Type type, std::uint32_t count, std::string value) {
    entries_.push_back({tag, type, count, std::move(value)});
  }
  std::vector<Entry> entries_;
};

Directory camera_directory(const ExifTags& tags, int width, int height) {
  Directory out;
  out.bytes(0x9000, Undefined, "0232");
  out.ascii(0x9003, tags.date_time);
  out.ascii(0x9004, tags.date_time);
  if (!tags.offset.empty()) {
    for (const std::uint16_t tag : {0x9010, 0x9011, 0x9012}) out.ascii(tag, tags.offset);
  }
  out.bytes(0x9101, Undefined, std::string("\1\2\3\0", 4));
  out.bytes(0xa000, Undefined, "0100");
  out.number(0xa001, Short, 1);
  out.number(0xa002, Short, static_cast<std::uint32_t>(width));
  out.number(0xa003, Short, static_cast<std::uint32_t>(height));
  return out;
}

void angle(Directory& out, std::uint16_t tag, int e5) {
  const auto value = static_cast<std::uint32_t>(std::abs(e5));
  const std::uint32_t degrees = value / 100000;
  const std::uint32_t minutes_e5 = value % 100000 * 60;
  const std::uint32_t seconds_e5 = minutes_e5 % 100000 * 60;
  // 0.00001 degree is 0.036 seconds: thousandths hold it exactly.
  out.rationals(tag, {{degrees, 1}, {minutes_e5 / 100000, 1}, {seconds_e5 / 100, 1000}});
}

Directory position_directory(const ExifPosition& position) {
  Directory out;
  out.bytes(0x0000, Byte, std::string("\2\3\0\0", 4));
  out.ascii(0x0001, position.latitude < 0 ? "S" : "N");
  angle(out, 0x0002, position.latitude);
  out.ascii(0x0003, position.longitude < 0 ? "W" : "E");
  angle(out, 0x0004, position.longitude);
  return out;
}

Directory main_directory(const ExifTags& tags, std::uint32_t camera_at, std::uint32_t position_at) {
  Directory out;
  out.ascii(0x010f, tags.make);
  out.ascii(0x0110, tags.model);
  out.number(0x0112, Short, 1);
  out.rationals(0x011a, {{72, 1}});
  out.rationals(0x011b, {{72, 1}});
  out.number(0x0128, Short, 2);
  out.ascii(0x0132, tags.date_time);
  out.number(0x0213, Short, 1);
  out.number(0x8769, Long, camera_at);
  if (tags.position) out.number(0x8825, Long, position_at);
  return out;
}

}  // namespace

std::string exif(const ExifTags& tags, int width, int height) {
  constexpr std::uint32_t begin = 8;
  const Directory camera = camera_directory(tags, width, height);
  const std::uint32_t camera_at = begin + main_directory(tags, 0, 0).size();
  const std::uint32_t position_at = camera_at + camera.size();
  std::string out = "MM" + big_endian(42, 2) + big_endian(begin, 4);
  out += main_directory(tags, camera_at, position_at).at(begin);
  out += camera.at(camera_at);
  if (tags.position) out += position_directory(*tags.position).at(position_at);
  return out;
}

}  // namespace hoego::sample
