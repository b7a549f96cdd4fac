#include "sample/deflate.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hoego::sample {
namespace {

constexpr std::size_t shortest = 3;
constexpr std::size_t longest = 258;
constexpr std::size_t window = 32768;

/// What a code of RFC 1951, 3.2.5 begins with, and how many bits follow it.
struct Step {
  std::uint32_t base = 0;
  int extra = 0;
};

constexpr std::array lengths = {Step{3, 0},   Step{4, 0},   Step{5, 0},   Step{6, 0},   Step{7, 0},
                                Step{8, 0},   Step{9, 0},   Step{10, 0},  Step{11, 1},  Step{13, 1},
                                Step{15, 1},  Step{17, 1},  Step{19, 2},  Step{23, 2},  Step{27, 2},
                                Step{31, 2},  Step{35, 3},  Step{43, 3},  Step{51, 3},  Step{59, 3},
                                Step{67, 4},  Step{83, 4},  Step{99, 4},  Step{115, 4}, Step{131, 5},
                                Step{163, 5}, Step{195, 5}, Step{227, 5}, Step{258, 0}};

constexpr std::array distances = {
    Step{1, 0},     Step{2, 0},     Step{3, 0},     Step{4, 0},      Step{5, 1},      Step{7, 1},
    Step{9, 2},     Step{13, 2},    Step{17, 3},    Step{25, 3},     Step{33, 4},     Step{49, 4},
    Step{65, 5},    Step{97, 5},    Step{129, 6},   Step{193, 6},    Step{257, 7},    Step{385, 7},
    Step{513, 8},   Step{769, 8},   Step{1025, 9},  Step{1537, 9},   Step{2049, 10},  Step{3073, 10},
    Step{4097, 11}, Step{6145, 11}, Step{8193, 12}, Step{12289, 12}, Step{16385, 13}, Step{24577, 13}};

template <typename Table>
std::uint32_t code_of(const Table& table, std::uint32_t value) {
  std::uint32_t code = 0;
  while (code + 1 < table.size() && table[code + 1].base <= value) ++code;
  return code;
}

class Bits {
 public:
  /// The lowest bit first.
  void number(std::uint32_t value, int bits) {
    for (int i = 0; i < bits; ++i) bit((value >> i) & 1);
  }
  /// A code: its highest bit first.
  void code(std::uint32_t value, int bits) {
    for (int i = bits - 1; i >= 0; --i) bit((value >> i) & 1);
  }
  void symbol(std::uint32_t value) {
    if (value < 144) {
      code(0x30 + value, 8);
    } else if (value < 256) {
      code(0x190 + value - 144, 9);
    } else if (value < 280) {
      code(value - 256, 7);
    } else {
      code(0xc0 + value - 280, 8);
    }
  }
  std::string finish() {
    while (filled_ != 0) bit(0);
    return std::move(out_);
  }

 private:
  void bit(std::uint32_t value) {
    byte_ |= value << filled_;
    if (++filled_ < 8) return;
    out_ += static_cast<char>(byte_);
    byte_ = 0;
    filled_ = 0;
  }

  std::string out_;
  std::uint32_t byte_ = 0;
  int filled_ = 0;
};

void copy(Bits& bits, std::size_t length, std::size_t distance) {
  const auto count = static_cast<std::uint32_t>(length);
  const std::uint32_t length_code = code_of(lengths, count);
  bits.symbol(257 + length_code);
  bits.number(count - lengths[length_code].base, lengths[length_code].extra);
  const auto back = static_cast<std::uint32_t>(distance);
  const std::uint32_t distance_code = code_of(distances, back);
  bits.code(distance_code, 5);
  bits.number(back - distances[distance_code].base, distances[distance_code].extra);
}

std::uint32_t key_at(std::string_view bytes, std::size_t at) {
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < shortest; ++i) key = key * 613 + static_cast<unsigned char>(bytes[at + i]);
  return key & 0xffff;
}

std::size_t same(std::string_view bytes, std::size_t a, std::size_t b) {
  const std::size_t room = std::min(longest, bytes.size() - b);
  std::size_t length = 0;
  while (length < room && bytes[a + length] == bytes[b + length]) ++length;
  return length;
}

}  // namespace

std::string deflate(std::string_view bytes) {
  // Where three bytes with that key were last, plus one.
  std::vector<std::size_t> last(0x10000, 0);
  Bits bits;
  bits.number(1, 1);
  bits.number(1, 2);
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = 0;
    std::size_t distance = 0;
    if (at + shortest <= bytes.size()) {
      std::size_t& seen = last[key_at(bytes, at)];
      if (seen != 0 && at + 1 - seen <= window) {
        distance = at + 1 - seen;
        length = same(bytes, seen - 1, at);
      }
      seen = at + 1;
    }
    if (length < shortest) {
      bits.symbol(static_cast<unsigned char>(bytes[at++]));
      continue;
    }
    copy(bits, length, distance);
    at += length;
  }
  bits.symbol(256);
  return bits.finish();
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xffffffff;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
  }
  return ~crc;
}

}  // namespace hoego::sample
