#pragma once
#include <filesystem>

#include "app/config.h"

namespace hoego {

/// Reads corrections.toml into the decisions and settings of `config`. Throws UsageError that names the line
/// and what was expected.
void read_corrections(const std::filesystem::path& path, Config& config);

}  // namespace hoego
