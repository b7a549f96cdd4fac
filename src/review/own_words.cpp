#include "review/own_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace hoego {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Whether a line may be something else than a line of a paragraph.
bool may_open_block(std::string_view line) {
  constexpr std::string_view signs = "#>-+*=|`~<[\t";
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  if (indent == line.size() || indent > 3) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789", indent), line.size());
  const bool numbered =
      digits > indent && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return numbered || signs.find(line[indent]) != std::string_view::npos;
}

std::string without_footnotes(std::string_view line) {
  std::string out(line);
  for (std::size_t at = out.find("[^"); at != std::string::npos; at = out.find("[^", at + 3))
    out.insert(at, "\\");
  return out;
}

std::string_view whose(const Sentence& words, Language language) {
  const bool korean = language == Language::Korean;
  if (words.voice == Voice::Own) return korean ? "직접 쓴 말" : "my own words";
  return korean ? "그때 직접 쓴 말" : "my own words then";
}

}  // namespace

std::string block_quote(const Sentence& words, Language language) {
  const std::vector<std::string_view> lines = lines_of(words.text);
  const std::string owner(whose(words, language));
  const bool paragraph = std::none_of(lines.begin(), lines.end(), may_open_block);
  // In front of a list, a heading or a code block the mark would change what it is.
  std::string quote = paragraph ? "> ❝ " : "> ❝ " + owner + "\n>\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool marked = paragraph && i == 0;
    if (i > 0) quote += "\n";
    if (!marked) quote += lines[i].empty() ? ">" : "> ";
    quote += without_footnotes(lines[i]);
  }
  return paragraph ? quote + " — " + owner : quote;
}

bool leads_to_words(const Section& section, std::size_t sentence) {
  const auto& all = section.sentences;
  return sentence + 1 < all.size() && all[sentence].voice == Voice::Told &&
         all[sentence + 1].voice != Voice::Told && all[sentence].text.back() == ':';
}

}  // namespace hoego
