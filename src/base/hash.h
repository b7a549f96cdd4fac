#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace hoego {

/// A 128-bit hash for identities, the same on every machine and in every version (MurmurHash3 x64_128 by
/// Austin Appleby, public domain). Not for secrets.
class Hasher {
 public:
  void add(std::string_view bytes);
  /// 32 hexadecimal digits of everything added, in order.
  std::string hex() const;

 private:
  std::string bytes_;
};

std::string hash_hex(std::string_view bytes);
/// 64 bits of the same hash.
std::uint64_t hash64(std::string_view bytes);

}  // namespace hoego
