#pragma once
#include <cstdint>
#include <string_view>

namespace hoego {

/// Which bytes of a whole a Range header (RFC 9110, 14.1.2) asks for.
struct ByteRange {
  enum class Kind {
    Whole,  ///< no range, one that cannot be read, or several: all of it is sent
    Part,
    Beyond,  ///< there are no such bytes
  };
  Kind kind = Kind::Whole;
  std::uint64_t offset = 0;
  std::uint64_t count = 0;
};

ByteRange byte_range(std::string_view header, std::uint64_t size);

}  // namespace hoego
