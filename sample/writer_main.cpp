#include <charconv>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <string>

#include "base/error.h"
#include "sample/life.h"

namespace {

/// Nothing but digits, and all of them.
bool read_seed(const char* text, std::uint64_t& seed) {
  const char* end = text + std::strlen(text);
  const auto [stopped, error] = std::from_chars(text, end, seed);
  return error == std::errc{} && stopped == end && stopped != text;
}

}  // namespace

int main(int argc, char** argv) {
  hoego::sample::SampleOptions options;
  if (argc < 2 || argc > 3 || (argc == 3 && !read_seed(argv[2], options.seed))) {
    std::cerr << "usage: hoego_sample_writer DIR [SEED]\n";
    return 2;
  }
  try {
    hoego::sample::write_sample_life(argv[1], options);
  } catch (const hoego::Error& error) {
    std::cerr << error.where() << ": " << error.what() << "\n  " << error.remedy() << '\n';
    return 3;
  }
  return 0;
}
