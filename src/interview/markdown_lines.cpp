#include "interview/markdown_lines.h"

#include <algorithm>
#include <array>
#include <limits>

namespace hoego {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_indented = 3;

std::string_view without_indent(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent > most_indented ? std::string_view{} : line.substr(indent);
}

std::string_view trimmed_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

struct Fence {
  char mark = '`';
  std::size_t length = 0;
  bool bare = false;  ///< nothing follows: it can close
};

std::optional<Fence> fence_in(std::string_view line) {
  const std::string_view text = without_indent(line);
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return std::nullopt;
  Fence fence;
  fence.mark = text.front();
  fence.length = std::min(text.find_first_not_of(fence.mark), text.size());
  const std::string_view rest = trimmed_end(text.substr(fence.length));
  fence.bare = rest.empty();
  const bool code_span = fence.mark == '`' && rest.find('`') != std::string_view::npos;
  if (fence.length < 3 || code_span) return std::nullopt;
  return fence;
}

}  // namespace

std::vector<MarkdownLine> markdown_lines(std::string_view markdown) {
  std::vector<MarkdownLine> lines;
  const bool marked = markdown.substr(0, byte_order_mark.size()) == byte_order_mark;
  for (std::size_t at = marked ? byte_order_mark.size() : 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    std::string_view text = markdown.substr(at, end - at);
    if (end < markdown.size() && !text.empty() && text.back() == '\r') text.remove_suffix(1);
    lines.push_back({at, text, std::min(end + 1, markdown.size())});
    at = end + 1;
  }
  return lines;
}

std::optional<MarkdownHeading> heading_in(std::string_view line) {
  std::string_view text = without_indent(line);
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  if (level < 1 || level > 6) return std::nullopt;
  text.remove_prefix(level);
  if (!text.empty() && text.front() != ' ' && text.front() != '\t') return std::nullopt;
  text = trimmed_end(text);
  const std::size_t closing = text.find_last_not_of('#');
  if (closing != std::string_view::npos && (text[closing] == ' ' || text[closing] == '\t'))
    text = trimmed_end(text.substr(0, closing));
  MarkdownHeading heading{static_cast<int>(level), {}};
  if (text.empty() || text.back() != '`') return heading;
  text.remove_suffix(1);
  const std::size_t opening = text.rfind('`');
  if (opening == std::string_view::npos) return heading;
  const std::string_view id = text.substr(opening + 1);
  if (id.find_first_of(" \t") == std::string_view::npos) heading.id = id;
  return heading;
}

bool is_fence(std::string_view line) {
  return fence_in(line).has_value();
}

std::vector<Fenced> fenced(const std::vector<MarkdownLine>& lines) {
  std::vector<Fenced> found(lines.size(), Fenced::No);
  // No fence of a mark closes one of this length or more: it was looked for already.
  std::array<std::size_t, 2> hopeless;
  hopeless.fill(std::numeric_limits<std::size_t>::max());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto opening = fence_in(lines[i].text);
    if (!opening) continue;
    std::size_t& limit = hopeless.at(opening->mark == '`' ? 0 : 1);
    std::size_t end = i + 1;
    const auto closes = [&](std::size_t at) {
      const auto fence = fence_in(lines[at].text);
      return fence && fence->bare && fence->mark == opening->mark && fence->length >= opening->length;
    };
    if (opening->length >= limit) end = lines.size();
    while (end < lines.size() && !closes(end)) ++end;
    if (end == lines.size()) {
      limit = std::min(limit, opening->length);
      found[i] = Fenced::Unclosed;
      continue;
    }
    std::fill(found.begin() + static_cast<std::ptrdiff_t>(i),
              found.begin() + static_cast<std::ptrdiff_t>(end) + 1, Fenced::Yes);
    i = end;
  }
  return found;
}

}  // namespace hoego
