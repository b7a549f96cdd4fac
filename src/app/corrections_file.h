#pragma once
#include <string_view>

#include "app/config.h"

namespace hoego {

/// Reads the text of corrections.toml into the decisions and settings of `config`. Throws UsageError that
/// names the line and what was expected.
void read_corrections(std::string_view text, Config& config);

}  // namespace hoego
