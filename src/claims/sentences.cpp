#include "claims/sentences.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "claims/characters.h"
#include "claims/markdown_inline.h"

namespace hoego {
namespace {

std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ')
      ++columns;
    else if (c == '\t')
      columns += 4 - columns % 4;
    else
      break;
  }
  return columns;
}

/// A line that begins an item, without its mark; nothing for another.
struct ItemHead {
  std::string_view rest;
  std::optional<bool> ticked;
};

std::optional<ItemHead> item_head(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return std::nullopt;
  constexpr std::string_view dot = "•";
  if (line[at] == '-' || line[at] == '*' || line[at] == '+') {
    ++at;
  } else if (line.substr(at, dot.size()) == dot) {
    at += dot.size();
  } else if (const std::string_view box = line.substr(at, 4); box == "[ ] " || box == "[x] ") {
    return ItemHead{line.substr(at + box.size()), box[1] == 'x'};
  } else {
    const std::size_t digits = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    if (at == digits || at - digits > 3 || at >= line.size() || (line[at] != '.' && line[at] != ')'))
      return std::nullopt;
    ++at;
  }
  if (at >= line.size() || (line[at] != ' ' && line[at] != '\t')) return std::nullopt;
  ItemHead head{line.substr(at + 1), std::nullopt};
  while (!head.rest.empty() && head.rest.front() == ' ') head.rest.remove_prefix(1);
  if (head.rest.size() >= 3 && head.rest[0] == '[' && head.rest[2] == ']') {
    const char mark = head.rest[1];
    if (mark == ' ' || mark == 'x' || mark == 'X') {
      head.ticked = mark != ' ';
      head.rest.remove_prefix(3);
    }
  }
  return head;
}

bool is_rule(std::string_view line) {
  const std::string cut = trim(line);
  if (cut.size() < 3) return false;
  const char c = cut.front();
  return (c == '-' || c == '*' || c == '_' || c == '=') &&
         std::all_of(cut.begin(), cut.end(), [&](char other) { return other == c || other == ' '; });
}

/// Whether a line ends as a Korean sentence does, so that the next line begins another.
bool ends_as_sentence(std::string_view text) {
  const std::u32string characters = code_points(text);
  std::size_t end = characters.size();
  while (end > 0 && !is_syllable(characters[end - 1]) && !is_ascii_word(characters[end - 1])) --end;
  if (end == 0) return true;
  if (end < characters.size() && characters[end] != ',' && characters[end] != ')') return true;
  constexpr std::u32string_view endings = U"다요죠까음함";
  return endings.find(characters[end - 1]) != std::u32string_view::npos;
}

/// Reads a text line by line, and holds the paragraph that is open.
class Blocks {
 public:
  explicit Blocks(TextForm form) : form_(form) {}

  void read(std::string_view text) {
    std::size_t at = 0;
    if (form_ == TextForm::Markdown) at = past_front_matter(text);
    while (at < text.size()) {
      std::size_t end = text.find('\n', at);
      if (end == std::string_view::npos) end = text.size();
      std::string_view one = text.substr(at, end - at);
      if (!one.empty() && one.back() == '\r') one.remove_suffix(1);
      ++line_;
      if (form_ == TextForm::Markdown)
        markdown(one);
      else
        plain(one);
      at = end + 1;
    }
    close();
  }

  std::vector<WrittenSentence> take() { return std::move(out_); }

 private:
  std::size_t past_front_matter(std::string_view text) {
    const std::string_view mark = text.substr(0, 3);
    if ((mark != "---" && mark != "+++") || text.size() < 4 || (text[3] != '\n' && text[3] != '\r')) return 0;
    int lines = 1;
    for (std::size_t at = text.find('\n') + 1; at != 0 && at < text.size(); at = text.find('\n', at) + 1) {
      ++lines;
      if (text.substr(at, 3) != mark) continue;
      const std::size_t end = text.find('\n', at);
      line_ = lines;
      return end == std::string_view::npos ? text.size() : end + 1;
    }
    return 0;
  }

  void plain(std::string_view line) {
    close();
    if (trim(line).empty()) return;
    if (const auto head = item_head(line)) {
      begin(true, head->ticked);
      add(head->rest);
    } else {
      begin(false, std::nullopt);
      add(line);
    }
    close();
  }

  /// Lines of code, comments and quotes are passed over; true where this was one of them.
  bool passed_over(std::string_view line, const std::string& cut) {
    if (!fence_.empty()) {
      if (cut.substr(0, fence_.size()) == fence_) fence_.clear();
      return true;
    }
    if (comment_) {
      comment_ = cut.find("-->") == std::string::npos;
      return true;
    }
    const bool fence = cut.substr(0, 3) == "```" || cut.substr(0, 3) == "~~~";
    if (fence) {
      close();
      fence_ = cut.substr(0, 3);
      return true;
    }
    if (cut.substr(0, 4) == "<!--" && cut.find("-->") == std::string::npos) {
      close();
      comment_ = true;
      return true;
    }
    if (!cut.empty() && cut.front() == '>') {
      close();
      quote_ = true;
      return true;
    }
    if (quote_ && !cut.empty() && cut.front() != '#' && !item_head(line)) return true;
    quote_ = false;
    const bool note = cut.substr(0, 2) == "[^" && cut.find("]:") != std::string::npos;
    const bool reference = !cut.empty() && cut.front() == '[' && cut.find("]: ") != std::string::npos;
    if (note || reference || (!cut.empty() && cut.front() == '|')) {
      close();
      return true;
    }
    const bool code = !open_ && !in_list_ && indent_of(line) >= 4 && !cut.empty();
    return code;
  }

  void markdown(std::string_view line) {
    const std::string cut = trim(line);
    if (passed_over(line, cut)) return;
    if (cut.empty()) {
      close();
      return;
    }
    if (heading(cut)) return;
    if (is_rule(line) && !item_head(line)) {
      if (open_ && !item_ && (cut.front() == '=' || cut.front() == '-')) {
        set_heading(cut.front() == '=' ? 1 : 2, paragraph_text());
        open_ = false;
        parts_.clear();
      }
      close();
      return;
    }
    if (is_rule(line)) {
      close();
      return;
    }
    if (const auto head = item_head(line)) {
      close();
      begin(true, head->ticked);
      in_list_ = true;
      add(head->rest);
      return;
    }
    // Who writes a line below a list without a blank one between means another sentence.
    if (indent_of(line) == 0 && open_ && item_) close();
    if (indent_of(line) < 2 && !open_) in_list_ = false;
    if (!open_) begin(false, std::nullopt);
    if (!parts_.empty() && ends_as_sentence(parts_.back().text)) split_here();
    add(line);
    if (line.size() > 2 && line.substr(line.size() - 2) == "  ") split_here();
  }

  bool heading(const std::string& cut) {
    std::size_t level = 0;
    while (level < cut.size() && cut[level] == '#') ++level;
    if (level == 0 || level > 6 || level == cut.size() || cut[level] != ' ') return false;
    close();
    std::string text = cut.substr(level);
    while (!text.empty() && (text.back() == '#' || text.back() == ' ')) text.pop_back();
    set_heading(static_cast<int>(level), read_inline(text));
    return true;
  }

  void set_heading(int level, std::string text) {
    while (!headings_.empty() && headings_.back().first >= level) headings_.pop_back();
    headings_.emplace_back(level, std::move(text));
    in_list_ = false;
  }

  std::string headings() const {
    std::string out;
    for (const auto& [level, text] : headings_) {
      if (!out.empty()) out += " / ";
      out += text;
    }
    return out;
  }

  void begin(bool item, std::optional<bool> ticked) {
    open_ = true;
    item_ = item;
    ticked_ = ticked;
    parts_.clear();
  }

  void add(std::string_view line) { parts_.push_back({std::string(line), line_, false}); }

  void split_here() {
    if (!parts_.empty()) parts_.back().last = true;
  }

  std::string paragraph_text() const {
    std::string text;
    for (const Part& part : parts_) text += (text.empty() ? "" : " ") + read_inline(part.text);
    return text;
  }

  /// A paragraph that is bold as a whole, or one that ends in a colon, is a heading of what follows.
  bool is_small_heading() const {
    if (item_ || parts_.size() != 1 || form_ != TextForm::Markdown) return false;
    const std::string cut = trim(parts_.front().text);
    if (cut.size() > 120) return false;
    if (cut.back() == ':') return true;
    return cut.size() > 4 && cut.substr(0, 2) == "**" && cut.substr(cut.size() - 2) == "**" &&
           cut.find("**", 2) == cut.size() - 2;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    const std::size_t before = out_.size();
    if (is_small_heading()) {
      const std::string text = paragraph_text();
      emit_run(0, parts_.size());
      set_heading(7, text);
    } else {
      std::size_t from = 0;
      for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!parts_[i].last && i + 1 < parts_.size()) continue;
        emit_run(from, i + 1);
        from = i + 1;
      }
    }
    if (out_.size() == before + 1) out_.back().alone = true;
    if (out_.size() > before && item_) {
      out_[before].item = true;
      for (std::size_t i = before; i < out_.size(); ++i) out_[i].ticked = ticked_;
    }
    parts_.clear();
  }

  /// Sentences of parts [from, to), each with the line on which it begins.
  void emit_run(std::size_t from, std::size_t to) {
    std::string text;
    std::vector<std::pair<std::size_t, int>> starts;  // bytes before a line's text, its number
    for (std::size_t i = from; i < to; ++i) {
      if (!text.empty()) text += ' ';
      starts.emplace_back(text.size(), parts_[i].line);
      text += read_inline(parts_[i].text);
    }
    std::size_t at = 0;
    for (std::string& sentence : split_sentences(text)) {
      at = text.find(sentence, at);
      int line = starts.empty() ? line_ : starts.front().second;
      for (const auto& [begins, number] : starts) {
        if (begins <= at) line = number;
      }
      at += sentence.size();
      out_.push_back({std::move(sentence), line, headings(), false, std::nullopt, false});
    }
  }

  struct Part {
    std::string text;
    int line = 0;
    bool last = false;  ///< a sentence ends with it
  };

  TextForm form_;
  std::vector<WrittenSentence> out_;
  std::vector<std::pair<int, std::string>> headings_;
  std::vector<Part> parts_;
  std::string fence_;
  std::optional<bool> ticked_;
  int line_ = 0;
  bool open_ = false;
  bool item_ = false;
  bool in_list_ = false;
  bool quote_ = false;
  bool comment_ = false;
};

}  // namespace

std::vector<WrittenSentence> sentences_of(std::string_view text, TextForm form) {
  Blocks blocks(form);
  blocks.read(text);
  return blocks.take();
}

}  // namespace hoego
