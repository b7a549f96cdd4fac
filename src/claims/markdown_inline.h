#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// A line of Markdown as it is read: emphasis and code marks cut, links as their text, images, addresses,
/// footnote marks, struck-out words, HTML tags and comments, Liquid and attribute braces left out. A code
/// span that holds a comparison (a check of resolutions/YEAR.md) is left out too.
std::string read_inline(std::string_view line);

}  // namespace hoego
