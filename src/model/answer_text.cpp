#include "model/answer_text.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t most_blocks = 2000;

bool starts_with(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

/// "<think>", "</script>": a mark around what is no text. `size` 0: none stands here.
struct HidingMark {
  std::size_t size = 0;
  bool closes = false;
  bool thought = false;  ///< rather than a script or a style
};

HidingMark hiding_mark(std::string_view text) {
  constexpr std::array<std::string_view, 7> names = {"think",    "thinking", "thought", "reasoning",
                                                     "analysis", "script",   "style"};
  HidingMark mark;
  mark.closes = text.substr(0, 2) == "</";
  const std::string_view rest = text.substr(mark.closes ? 2 : 1);
  for (const std::string_view name : names) {
    if (!starts_with(rest, name) || rest.substr(name.size(), 1) != ">") continue;
    mark.size = name.size() + (mark.closes ? 3 : 2);
    mark.thought = name != "script" && name != "style";
  }
  return mark;
}

/// Without <think>…</think> and its like, scripts and styles. What is not closed takes the rest; a thought
/// that was not opened takes what is before it, since some servers keep its beginning to themselves.
std::string without_hidden(std::string_view text) {
  std::string out;
  bool hidden = false;
  for (std::size_t i = 0; i < text.size();) {
    const HidingMark mark = text[i] == '<' ? hiding_mark(text.substr(i)) : HidingMark{};
    if (mark.size == 0) {
      if (!hidden) out += text[i];
      ++i;
      continue;
    }
    if (mark.closes && mark.thought && !hidden) out.clear();
    hidden = !mark.closes;
    i += mark.size;
  }
  return out;
}

/// The bracket that closes the one at `open`, if it is near.
std::size_t closing(std::string_view text, std::size_t open, char opens, char closes) {
  constexpr std::size_t near = 500;
  int depth = 0;
  for (std::size_t i = open; i < std::min(text.size(), open + near); ++i) {
    if (text[i] == opens) ++depth;
    if (text[i] == closes && --depth == 0) return i;
  }
  return std::string_view::npos;
}

/// Links as their words, without pictures.
std::string without_links(std::string_view text, int& addresses) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool picture = text[i] == '!' && i + 1 < text.size() && text[i + 1] == '[';
    const std::size_t open = picture ? i + 1 : i;
    const std::size_t close = text[open] == '[' ? closing(text, open, '[', ']') : std::string_view::npos;
    if (close == std::string_view::npos || close + 1 >= text.size()) {
      out += text[i++];
      continue;
    }
    const char next = text[close + 1];
    const std::size_t end = next == '('   ? closing(text, close + 1, '(', ')')
                            : next == '[' ? closing(text, close + 1, '[', ']')
                                          : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[i++];
      continue;
    }
    ++addresses;
    if (!picture) out += text.substr(open + 1, close - open - 1);
    i = end + 1;
  }
  return out;
}

/// HTML, comments and <addresses> cut; a lone < stays.
std::string without_tags(std::string_view text) {
  const std::size_t last = text.rfind('>') == std::string_view::npos ? 0 : text.rfind('>');
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool tag = text[i] == '<' && i + 1 < text.size() &&
                     (is_letter(text[i + 1]) || text[i + 1] == '/' || text[i + 1] == '!');
    const std::size_t end = tag && i < last ? text.find('>', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[i++];
    } else {
      i = end + 1;
    }
  }
  return out;
}

/// Marks of notes: "[^1]".
std::string without_notes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end =
        starts_with(text.substr(i), "[^") ? closing(text, i, '[', ']') : std::string_view::npos;
    if (end == std::string_view::npos)
      out += text[i++];
    else
      i = end + 1;
  }
  return out;
}

bool is_address(std::string_view word) {
  const std::string small = small_letters(word);
  if (small.find("://") != std::string::npos || small.find("www.") != std::string::npos) return true;
  constexpr std::array<std::string_view, 4> schemes = {"mailto:", "javascript:", "vbscript:", "data:"};
  return std::any_of(schemes.begin(), schemes.end(),
                     [&small](std::string_view scheme) { return small.find(scheme) != std::string::npos; });
}

/// Marks of emphasis and code cut, blanks made single, words that hold an address replaced.
std::string plain_words(std::string_view text, int& addresses) {
  std::string unmarked;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size() &&
        std::string_view("\\`*_{}[]()#+-.!|<>~").find(text[i + 1]) != std::string_view::npos)
      continue;
    const bool doubled = i + 1 < text.size() && text[i + 1] == c;
    if (c == '*' || c == '`') continue;
    if ((c == '_' || c == '~') && doubled) {
      ++i;
      continue;
    }
    unmarked += c;
  }
  std::string out;
  for (std::size_t at = 0; at < unmarked.size();) {
    const std::size_t end = std::min(unmarked.find_first_of(" \t\n", at), unmarked.size());
    const std::string_view word = std::string_view(unmarked).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    const bool address = is_address(word);
    addresses += address ? 1 : 0;
    out += address ? std::string_view("…") : word;
  }
  return out;
}

std::string plain(std::string_view line, int& addresses) {
  return plain_words(without_tags(without_links(without_notes(line), addresses)), addresses);
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-*_= ") == std::string_view::npos;
}

/// "| a | b |" as "a, b"; nothing for the row of dashes.
std::string cells(std::string_view row) {
  std::string out;
  if (row.find_first_not_of("|-: ") == std::string_view::npos) return out;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t bar = std::min(row.find('|', at), row.size());
    const std::string cell = trim(row.substr(at, bar - at));
    at = bar + 1;
    if (cell.empty()) continue;
    if (!out.empty()) out += ", ";
    out += cell;
  }
  return out;
}

/// Length of an item's mark with its blank ("- ", "12. "); 0 where the line has none.
std::size_t item_mark(std::string_view line) {
  std::size_t at = 0;
  if (!line.empty() && std::string_view("-*+").find(line[0]) != std::string_view::npos) {
    at = 1;
  } else if (starts_with(line, "•")) {
    at = std::string_view("•").size();
  } else {
    while (at < line.size() && at < 3 && is_digit(line[at])) ++at;
    if (at == 0 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return 0;
    ++at;
  }
  return at < line.size() && line[at] == ' ' ? at + 1 : 0;
}

class Reader {
 public:
  void line(std::string_view written) {
    std::string cut = trim(written);
    if (cut.empty() || starts_with(cut, "```") || starts_with(cut, "~~~")) return end();
    if (cut.front() == '>') cut.erase(0, std::min(cut.find_first_not_of("> \t"), cut.size()));
    if (cut.empty() || is_rule(cut)) return end();
    const bool definition = cut.front() == '[' && cut.find("]:") != std::string::npos;
    if (definition) {
      ++text_.addresses;
      return end();
    }
    if (const std::size_t level = cut.find_first_not_of('#'); level != 0 && level <= 6 && cut[level] == ' ')
      return block(AnswerBlock::Form::Heading, static_cast<int>(level), std::string_view(cut).substr(level));
    if (cut.front() == '|') return block(AnswerBlock::Form::Item, 0, cells(cut));
    if (const std::size_t mark = item_mark(cut); mark > 0) {
      end();
      open_ = {AnswerBlock::Form::Item, 0, std::string(cut.substr(mark))};
      return;
    }
    open_.text += (open_.text.empty() ? "" : " ") + cut;
  }

  AnswerText take() {
    end();
    return std::move(text_);
  }

 private:
  void block(AnswerBlock::Form form, int level, std::string_view words) {
    end();
    open_ = {form, level, std::string(words)};
    end();
  }
  void end() {
    open_.text = plain(open_.text, text_.addresses);
    if (!open_.text.empty() && text_.blocks.size() < most_blocks) text_.blocks.push_back(std::move(open_));
    open_ = {};
  }

  AnswerText text_;
  AnswerBlock open_;
};

}  // namespace

AnswerText read_answer(std::string_view markdown) {
  const std::string text = without_hidden(clean_text(markdown));
  Reader reader;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    reader.line(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  return reader.take();
}

}  // namespace hoego
