#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hoego::sample {

/// Writes a whole new file; throws Error where that cannot be done.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// What such a file holds; throws Error where it cannot be read.
std::string bytes_of(const std::filesystem::path& path);

/// Runs a program found in PATH, without a shell, its standard input from `input` (empty: nothing to read),
/// with no git configuration but the repository's. Throws Error if it cannot be started or fails.
void run(const std::vector<std::string>& arguments, const std::filesystem::path& input = {});

}  // namespace hoego::sample
