#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "sources/input.h"

namespace hoego {

/// Where the members' local headers lie, in the order of the central directory. libzip does not tell, and a
/// stored member can be looked at in the file itself.
/// Source: APPNOTE.TXT 6.3.10, 4.3.12, 4.3.14–4.3.16, 4.5.3.
struct ZipDirectory {
  std::uint64_t count = 0;             ///< members, as the end record says
  std::vector<std::uint64_t> headers;  ///< as many as could be walked, at most `most`
};
/// Nothing where there is no end record. Members beyond `most` are not walked. Throws what `bytes` throws.
std::optional<ZipDirectory> zip_directory(Input& bytes, std::uint64_t most);

/// Where a member's data begin, by its local header; nothing where `size` bytes do not fit.
std::optional<std::uint64_t> zip_data_at(Input& bytes, std::uint64_t header, std::uint64_t size);

}  // namespace hoego
