#pragma once
#include <string_view>

namespace hoego {

/// Whether the beginning of a file is no text in any encoding that is read here: it holds a zero byte and
/// does not say that it is UTF-16. Asked before a head is decoded: most files of a life are pictures.
inline bool is_binary_head(std::string_view head) {
  const std::string_view mark = head.substr(0, 2);
  return mark != "\xFF\xFE" && mark != "\xFE\xFF" && head.find('\0') != std::string_view::npos;
}

}  // namespace hoego
