#include "base/hash.h"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace hoego {
namespace {

struct Hash128 {
  std::uint64_t low;
  std::uint64_t high;
};

std::uint64_t mix(std::uint64_t k) {
  k ^= k >> 33;
  k *= 0xff51afd7ed558ccdULL;
  k ^= k >> 33;
  k *= 0xc4ceb9fe1a85ec53ULL;
  k ^= k >> 33;
  return k;
}

std::uint64_t load(const char* at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
  }
  return value;
}

Hash128 murmur3(std::string_view bytes) {
  constexpr std::uint64_t c1 = 0x87c37b91114253d5ULL;
  constexpr std::uint64_t c2 = 0x4cf5ad432745937fULL;
  std::uint64_t h1 = 0;
  std::uint64_t h2 = 0;
  const std::size_t blocks = bytes.size() / 16;
  for (std::size_t i = 0; i < blocks; ++i) {
    const std::uint64_t k1 = load(bytes.data() + i * 16, 8);
    const std::uint64_t k2 = load(bytes.data() + i * 16 + 8, 8);
    h1 ^= std::rotl(k1 * c1, 31) * c2;
    h1 = (std::rotl(h1, 27) + h2) * 5 + 0x52dce729;
    h2 ^= std::rotl(k2 * c2, 33) * c1;
    h2 = (std::rotl(h2, 31) + h1) * 5 + 0x38495ab5;
  }
  const std::size_t rest = bytes.size() % 16;
  const char* tail = bytes.data() + blocks * 16;
  if (rest > 8) h2 ^= std::rotl(load(tail + 8, rest - 8) * c2, 33) * c1;
  if (rest > 0) h1 ^= std::rotl(load(tail, rest < 8 ? rest : 8) * c1, 31) * c2;
  h1 ^= bytes.size();
  h2 ^= bytes.size();
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  return {h1, h2};
}

}  // namespace

void Hasher::add(std::string_view bytes) {
  bytes_.append(bytes);
}
std::string Hasher::hex() const {
  return hash_hex(bytes_);
}

std::string hash_hex(std::string_view bytes) {
  const Hash128 hash = murmur3(bytes);
  return fmt::format("{:016x}{:016x}", hash.low, hash.high);
}

std::uint64_t hash64(std::string_view bytes) {
  return murmur3(bytes).low;
}

}  // namespace hoego
