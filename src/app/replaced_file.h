#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// The bytes of a file that its owner writes, at most `most`. Nothing where there is none. Throws Error where
/// it cannot be read, is longer, or is no file.
std::optional<std::string> owners_file(const std::filesystem::path& file, std::uintmax_t most);

/// Another word for other bytes; empty where there is no file.
std::string owners_tag(const std::optional<std::string>& bytes);

/// Writes the file whole or not at all, and only where it still holds what `before` says (nothing: is not
/// there): false otherwise, and nothing is changed. It is on the disk when this returns. A link is followed,
/// its folder made, the file's permissions kept. Throws Error where it cannot be written.
bool replace_file(const std::filesystem::path& file, const std::optional<std::string>& before,
                  std::string_view text);

/// Takes the file away, only where it still holds what `before` says: false otherwise. Throws Error where it
/// cannot be taken away.
bool remove_file(const std::filesystem::path& file, std::string_view before);

}  // namespace hoego
