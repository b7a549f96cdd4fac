#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace hoego {

/// A text of the life folder that its owner edits as a whole on the page.
struct OwnerText {
  std::optional<std::string> text;  ///< its bytes, UTF-8; nothing where there is no file
  std::string tag;                  ///< another word for other bytes; empty where there is no file
};

/// As the file is now. Throws Refusal 500 where it is no UTF-8, and Error as `owners_file` does.
OwnerText owner_text(const std::filesystem::path& file);
/// The tag alone, also of what is no text.
std::string owner_text_tag(const std::filesystem::path& file);

/// Puts `text` there, byte for byte (nothing: takes the file away), where it still is what `known` is the tag
/// of. Throws Refusal 409 otherwise, and nothing is changed. Returns the new tag.
std::string keep_owner_text(const std::filesystem::path& file, const std::optional<std::string>& text,
                            const std::string& known);

}  // namespace hoego
