#pragma once
#include <cstdint>
#include <filesystem>

namespace hoego::sample {

struct SampleOptions {
  std::uint64_t seed =
      2024;  ///< the person of the README; any other number is another life of the same shape
};

/// Writes an invented life (2022-01-01 .. 2024-10-20) as real files into `folder`, and what a review of it
/// should find into `folder`/truth.json. The same seed gives the same bytes on every machine. A sample life
/// that is there already is replaced; what else lies beside it (notes, corrections, the cache) is left alone.
/// Throws Error for a folder that holds anything else, one that cannot be written to, or where git is
/// missing.
void write_sample_life(const std::filesystem::path& folder, const SampleOptions& options = {});

}  // namespace hoego::sample
