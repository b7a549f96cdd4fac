#pragma once
#include <filesystem>

#include "sample/commits.h"

namespace hoego::sample {

/// Makes a git repository below `folder`/repos by `git fast-import`, with its files checked out. The same
/// commits give the same object ids. Throws Error where git is not installed or fails.
void write_repository(const std::filesystem::path& folder, const Repository& repository);

}  // namespace hoego::sample
