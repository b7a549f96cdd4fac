#pragma once
#include <string>

namespace hoego {

/// The bytes of one text file that a command names, at most 16 MB. Throws UsageError where there is none, or
/// where it is empty or too large.
std::string bytes_of_text_file(const std::string& file);

}  // namespace hoego
