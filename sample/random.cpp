#include "sample/random.h"

#include <cassert>

namespace hoego::sample {

Random::Random(std::uint64_t seed, std::string_view stream) : state_(0xcbf29ce484222325ULL) {
  for (const char letter : stream) {
    state_ = (state_ ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
  }
  state_ ^= seed * 0x9e3779b97f4a7c15ULL;
}

std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
  return mixed ^ (mixed >> 31);
}

int Random::below(int count) {
  assert(count > 0);
  return static_cast<int>((next() >> 33) % static_cast<std::uint64_t>(count));
}

std::string Random::hex(int digits) {
  std::string out;
  while (static_cast<int>(out.size()) < digits) {
    out += "0123456789abcdef"[below(16)];
  }
  return out;
}

std::string Random::uuid() {
  std::string out = hex(8);
  out += '-' + hex(4);
  out += "-4" + hex(3);
  out += "-a" + hex(3);
  out += '-' + hex(12);
  return out;
}

}  // namespace hoego::sample
