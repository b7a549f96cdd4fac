#pragma once
#include <filesystem>
#include <optional>

#include "app/life.h"

namespace hoego {

/// The file that a record *is*: a picture, a film, a post. Nothing where it is one entry of many in a
/// calendar, a repository or a table, or lies in an archive; those are opened by `hoego evidence --open`.
std::optional<std::filesystem::path> original_file(const Life& life, const Record& record);

}  // namespace hoego
