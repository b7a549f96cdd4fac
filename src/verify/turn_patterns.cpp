#include "verify/turn_patterns.h"

#include <array>
#include <optional>

namespace hoego {
namespace {

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}

/// The end of the next word and the space behind it.
std::optional<std::size_t> past_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (is_letter_byte(text[end]) || text[end] == '\'' || text[end] == '-')) ++end;
  if (end == at || end >= text.size() || text[end] != ' ') return std::nullopt;
  return end + 1;
}

/// Where the words end that begin at `at`; nothing where others stand there.
std::optional<std::size_t> end_of(std::string_view text, std::size_t at, std::string_view words) {
  const std::size_t mark = words.find_first_of("+*");
  const std::string_view plain = words.substr(0, mark);
  if (!begins(text, at, plain)) return std::nullopt;
  at += plain.size();
  if (mark == std::string_view::npos) {
    const bool goes_on =
        !plain.empty() && is_letter_byte(plain.back()) && at < text.size() && is_letter_byte(text[at]);
    return goes_on ? std::nullopt : std::optional(at);
  }
  const std::string_view rest = words.substr(mark + 1);
  if (words[mark] == '+') {
    for (const std::string_view ending : {"ing", "ed", "es", "e", "s", "d", ""}) {
      const std::size_t end = at + ending.size();
      if (!begins(text, at, ending) || (end < text.size() && is_letter_byte(text[end]))) continue;
      if (const auto found = end_of(text, end, rest)) return found;
    }
    return std::nullopt;
  }
  // Behind "a " come no, one or two words, then the rest without its space.
  std::optional<std::size_t> from = at;
  const std::string_view behind = rest.substr(std::min<std::size_t>(1, rest.size()));
  constexpr int most = 2;
  for (int words_between = 0; from && words_between <= most; ++words_between) {
    if (const auto found = end_of(text, *from, behind)) return found;
    from = past_word(text, *from);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Span> places_of_words(std::string_view text, std::string_view words) {
  std::vector<Span> all;
  if (words.empty()) return all;
  const std::string_view head = words.substr(0, words.find_first_of("+*"));
  for (std::size_t at = text.find(head); at != std::string_view::npos; at = text.find(head, at + 1)) {
    if (at > 0 && is_letter_byte(words.front()) && is_letter_byte(text[at - 1])) continue;
    if (const auto end = end_of(text, at, words)) all.push_back({at, *end});
  }
  return all;
}

}  // namespace hoego
