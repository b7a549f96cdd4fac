#include "sample/jpeg_writer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace hoego::sample {
namespace {

constexpr int columns = 8;
constexpr int rows = 6;

/// Writes bits, the highest first, with a zero after each 0xff (T.81, B.1.1.5).
class Bits {
 public:
  void put(std::uint32_t value, int count) {
    for (int i = count - 1; i >= 0; --i) {
      held_ = (held_ << 1) | ((value >> i) & 1);
      if (++waiting_ == 8) flush();
    }
  }
  std::string finish() {
    while (waiting_ != 0) put(1, 1);
    return std::move(out_);
  }

 private:
  void flush() {
    out_ += static_cast<char>(held_ & 0xff);
    if ((held_ & 0xff) == 0xff) out_ += '\0';
    held_ = 0;
    waiting_ = 0;
  }
  std::string out_;
  std::uint32_t held_ = 0;
  int waiting_ = 0;
};

struct Code {
  std::uint32_t bits = 0;
  int length = 0;
};

// Table K.3 of T.81, codes for differences of 0 .. 11 bits.
constexpr std::array<Code, 12> difference_codes = {{{0b00, 2},
                                                    {0b010, 3},
                                                    {0b011, 3},
                                                    {0b100, 3},
                                                    {0b101, 3},
                                                    {0b110, 3},
                                                    {0b1110, 4},
                                                    {0b11110, 5},
                                                    {0b111110, 6},
                                                    {0b1111110, 7},
                                                    {0b11111110, 8},
                                                    {0b111111110, 9}}};

/// A flat block: its level's difference from the block before, then the end of the block.
void block(Bits& bits, int difference) {
  int length = 0;
  while ((std::abs(difference) >> length) != 0) ++length;
  const Code& code = difference_codes[static_cast<std::size_t>(length)];
  bits.put(code.bits, code.length);
  const int value = difference < 0 ? difference + (1 << length) - 1 : difference;
  if (length > 0) bits.put(static_cast<std::uint32_t>(value), length);
  bits.put(0, 1);
}

int mix(int a, int b, int part, int whole) {
  return a + (b - a) * part / whole;
}

Colour colour_at(const Picture& picture, int row, int column) {
  if (row < picture.horizon) {
    const Colour& sky = picture.sky;
    return {mix(sky.y, 235, row, 2 * rows), mix(sky.cb, 128, row, rows), mix(sky.cr, 132, row, rows)};
  }
  const int texture =
      static_cast<int>((picture.number * 7 + static_cast<std::uint32_t>(row * 13 + column * 29)) % 24);
  return {picture.ground.y - 12 + texture, picture.ground.cb, picture.ground.cr};
}

std::string scan(const Picture& picture) {
  Bits bits;
  Colour before{128, 128, 128};
  for (int i = 0; i < rows * columns; ++i) {
    Colour now = colour_at(picture, i / columns, i % columns);
    now.y = std::clamp(now.y, 0, 255);
    // Three bits of the number in each block of the first row: too little to be seen.
    if (i < columns) now.y = (now.y & ~7) | static_cast<int>((picture.number >> (3 * i)) & 7);
    block(bits, now.y - before.y);
    block(bits, now.cb - before.cb);
    block(bits, now.cr - before.cr);
    before = now;
  }
  return bits.finish();
}

void segment(std::string& out, int marker, std::string_view body) {
  out += '\xff';
  out += static_cast<char>(marker);
  const std::size_t length = body.size() + 2;
  out += static_cast<char>(length >> 8);
  out += static_cast<char>(length & 0xff);
  out += body;
}

std::string tables() {
  std::string out;
  // All steps are 8: a level of one is then one step of brightness.
  segment(out, 0xdb, std::string(1, '\0') + std::string(64, '\x08'));
  std::string frame = {8, 0, rows * 8, 0, columns * 8, 3};
  for (const int component : {1, 2, 3}) frame += {static_cast<char>(component), 0x11, 0};
  segment(out, 0xc0, frame);
  std::string differences = {0x00, 0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
  for (int length = 0; length < 12; ++length) differences += static_cast<char>(length);
  segment(out, 0xc4, differences);
  // The only other code there is: the end of a block.
  std::string rest = {0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  segment(out, 0xc4, rest);
  segment(out, 0xda, std::string{3, 1, 0, 2, 0, 3, 0, 0, 63, 0});
  return out;
}

std::string whole(const std::string& head, const Picture& picture) {
  static const std::string fixed = tables();
  return "\xff\xd8" + head + fixed + scan(picture) + "\xff\xd9";
}

}  // namespace

std::string jpeg(const Picture& picture, const ExifTags& tags) {
  std::string head;
  segment(head, 0xe1, std::string("Exif\0\0", 6) + exif(tags, columns * 8, rows * 8));
  return whole(head, picture);
}

std::string jpeg_without_exif(const Picture& picture) {
  std::string head;
  segment(head, 0xe0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
  return whole(head, picture);
}

}  // namespace hoego::sample
