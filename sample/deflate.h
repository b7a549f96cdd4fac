#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace hoego::sample {

/// Compressed as RFC 1951 has it, in one block of the fixed codes (3.2.6). The same bytes on every machine,
/// which no version of a library promises.
std::string deflate(std::string_view bytes);

/// The check of RFC 1952, section 8, that ZIP has too.
std::uint32_t crc32(std::string_view bytes);

}  // namespace hoego::sample
