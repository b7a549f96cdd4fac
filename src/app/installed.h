#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace hoego {

/// What was installed with the program under share/hoego: beside the program first, then under /usr/local and
/// /usr. Nothing where it is in none of them.
std::optional<std::filesystem::path> installed(const std::string& name);
/// Where it should be, for a message.
std::filesystem::path beside_the_program(const std::string& name);

}  // namespace hoego
