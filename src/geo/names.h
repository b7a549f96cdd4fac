#pragma once
#include <cstdint>
#include <string_view>

namespace hoego {

/// The key by which a town's name is found: FNV-1a (64 bits, by Fowler, Noll and Vo) over the name in folded
/// case without accents. data/build.mjs computes the same.
std::uint64_t name_hash(std::string_view name);

}  // namespace hoego
