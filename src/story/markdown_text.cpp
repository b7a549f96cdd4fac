#include "story/markdown_text.h"

#include <algorithm>

namespace hoego {

std::string as_markdown(std::string_view words) {
  const std::size_t number = std::min(words.find_first_not_of("0123456789"), words.size());
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '{' && i + 1 < words.size() && (words[i + 1] == '{' || words[i + 1] == '%')) {
      out += "&#123;";  // Jekyll's and Hugo's own signs, which they read before Markdown
    } else {
      const bool sign = std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos;
      const bool opens = i == 0 && std::string_view("#>+-=").find(c) != std::string_view::npos;
      const bool counts = i == number && i > 0 && (c == '.' || c == ')');  // an item of a list
      if (sign || opens || counts) out += '\\';
      out += c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return out;
}

}  // namespace hoego
