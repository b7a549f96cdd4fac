#include "review/into.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "review/markdown_parts.h"
#include "story/markdown_text.h"

namespace hoego {
namespace {

constexpr std::string_view whole = "review";
constexpr std::string_view notes_name = "footnotes";
constexpr std::string_view area_prefix = "area-";

/// A line that is a marker, or means to be one.
struct Marker {
  enum class Kind { Begin, End, Unknown } kind = Kind::Unknown;
  std::string name;  ///< of a beginning
};

std::string_view trimmed(std::string_view line) {
  const std::size_t from = line.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return line.substr(from, line.find_last_not_of(" \t\r\n") + 1 - from);
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
}

/// Nothing where the line does not speak to us at all.
std::optional<Marker> marker_in(std::string_view whole_line) {
  constexpr std::string_view opens = "<!--";
  constexpr std::string_view closes = "-->";
  const std::size_t indent = std::min(whole_line.find_first_not_of(' '), whole_line.size());
  const std::string_view line = trimmed(whole_line);
  for (std::size_t at = line.find(opens); at != std::string_view::npos; at = line.find(opens, at + 1)) {
    const std::size_t word = std::min(line.find_first_not_of(" \t", at + opens.size()), line.size());
    if (line.substr(word, 6) != "hoego:") continue;
    const bool alone = at == 0 && indent <= 3 && line.size() >= word + closes.size() &&
                       line.substr(line.size() - closes.size()) == closes;
    if (!alone) return Marker{};
    const std::string_view words = trimmed(line.substr(word, line.size() - closes.size() - word));
    constexpr std::string_view begins = "hoego:begin ";
    if (words == "hoego:end") return Marker{Marker::Kind::End, {}};
    const std::string_view name = trimmed(words.substr(std::min(words.size(), begins.size())));
    if (words.substr(0, begins.size()) != begins || !is_name(name)) return Marker{};
    return Marker{Marker::Kind::Begin, std::string(name)};
  }
  return std::nullopt;
}

/// Fenced code (CommonMark 0.31, 4.5): what stands in it speaks to nobody.
class Fence {
 public:
  /// Whether the line is a fence, or lies between two.
  bool holds(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view text = line.substr(indent);
    const char sign = text.empty() ? '\0' : text.front();
    const std::size_t length = std::min(text.find_first_not_of(sign), text.size());
    const bool fence = indent <= 3 && (sign == '`' || sign == '~') && length >= 3;
    if (length_ == 0) {
      // Backticks with another one behind them are code within a line.
      if (!fence || (sign == '`' && text.find('`', length) != std::string_view::npos)) return false;
      sign_ = sign;
      length_ = length;
      return true;
    }
    if (fence && sign == sign_ && length >= length_ && trimmed(text.substr(length)).empty()) length_ = 0;
    return true;
  }

 private:
  char sign_ = '\0';
  std::size_t length_ = 0;  ///< of the opening fence; 0: outside
};

[[noreturn]] void refuse(const std::string& name, std::size_t line, const std::string& what,
                         const std::string& remedy) {
  throw UsageError(what, fmt::format("{}, line {}", name, line), remedy);
}

/// Puts the blocks together from the lines.
class BlockReader {
 public:
  BlockReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  std::vector<Block> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
      ++line_;
      std::string_view line = text_.substr(at, end - at);
      if (at == 0 && line.substr(0, mark.size()) == mark) line.remove_prefix(mark.size());
      take(line, at, end);
      at = end;
    }
    if (open_)
      refuse(name_, open_->line, fmt::format("the block \"{}\" has no end", open_->name),
             "put <!-- hoego:end --> on a line of its own behind it");
    return std::move(blocks_);
  }

 private:
  static constexpr std::string_view mark = "\xEF\xBB\xBF";

  void take(std::string_view line, std::size_t at, std::size_t end) {
    if (!open_ && fence_.holds(line)) return;
    const auto marker = marker_in(line);
    if (!marker) return;
    switch (marker->kind) {
      case Marker::Kind::Begin:
        return begin(marker->name, end);
      case Marker::Kind::End:
        return close(at);
      default:
        refuse(name_, line_, fmt::format("\"{}\" is no marker", clipped(std::string(trimmed(line)))),
               "a line of its own: <!-- hoego:begin SECTION --> or <!-- hoego:end -->");
    }
  }

  void begin(const std::string& name, std::size_t end) {
    if (open_)
      refuse(name_, line_,
             fmt::format("the block \"{}\" begins inside the block \"{}\" of line {}", name, open_->name,
                         open_->line),
             "put <!-- hoego:end --> before it");
    for (const Block& block : blocks_) {
      if (block.name == name)
        refuse(name_, line_,
               fmt::format("the block \"{}\" is there twice, first on line {}", name, block.line),
               "take one of them out");
      const bool both = (block.name == whole) != (name == whole);
      if (both && block.name != notes_name && name != notes_name)
        refuse(name_, line_,
               fmt::format("\"{}\" stands beside \"{}\" of line {}", name, block.name, block.line),
               "keep the block \"review\", or those of single sections: the text would stand there twice");
    }
    open_ = Block{name, line_, end, end};
  }

  void close(std::size_t at) {
    if (!open_)
      refuse(name_, line_, "an end without a beginning", "put <!-- hoego:begin SECTION --> before it");
    open_->end = at;
    blocks_.push_back(*open_);
    open_.reset();
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t line_ = 0;
  Fence fence_;
  std::optional<Block> open_;
  std::vector<Block> blocks_;
};

/// The owner's words inside a block may hold anything, but no line that would be a marker next time.
std::string without_markers(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    const bool speaks = marker_in(line).has_value();
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (speaks && line.compare(i, 4, "<!--") == 0)
        out += "&lt;";
      else
        out += line[i];
    }
    at = end;
  }
  return out;
}

std::string with_line_ends(const std::string& text, std::string_view line_end) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += line_end;
    else
      out += c;
  }
  return out;
}

/// What stands in the blocks, in their order, each ending with a line end; "" for one that stays empty.
std::vector<std::string> texts_of(const std::vector<Block>& blocks, const Review& review) {
  Footnotes notes(review.findings, review.language, "hoego-");
  const bool own_place =
      std::any_of(blocks.begin(), blocks.end(), [](const Block& block) { return block.name == notes_name; });
  std::vector<std::string> texts;
  for (const Block& block : blocks) {
    const std::size_t told = notes.told().size();
    std::string text;
    for (const Section& section : review.story.sections) {
      if (block.name != whole && block.name != section.id) continue;
      if (!text.empty()) text += '\n';
      if (block.name == whole && !section.title.empty()) text += "## " + as_markdown(section.title) + "\n\n";
      text += paragraphs(section, notes);
    }
    const std::string below = own_place ? std::string{} : notes_text(notes, told);
    if (!below.empty()) text += "\n" + below;
    texts.push_back(std::move(text));
  }
  // All is told now, whatever block comes first.
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].name == notes_name) texts[i] = notes_text(notes);
  }
  return texts;
}

void check_names(const std::vector<Block>& blocks, const std::string& name) {
  for (const Block& block : blocks) {
    if (block.name == whole || block.name == notes_name) continue;
    const bool of_area = block.name.rfind(area_prefix, 0) == 0;  // none of it may be told this time
    if (!of_area && std::find(section_ids.begin(), section_ids.end(), block.name) == section_ids.end())
      refuse(name, block.line, fmt::format("there is no section \"{}\"", block.name),
             fmt::format("one of {}, {}, {}ID, {}", whole, fmt::join(section_ids, ", "), area_prefix,
                         notes_name));
  }
}

}  // namespace

std::vector<Block> blocks_in(std::string_view text, const std::string& name) {
  if (!is_utf8(text)) throw UsageError("the text is not UTF-8", name, "save it as UTF-8");
  std::vector<Block> blocks = BlockReader(text, name).read();
  const bool only_notes = blocks.size() == 1 && blocks.front().name == notes_name;
  if (blocks.empty() || only_notes) {
    throw UsageError(
        "the text has no place for the review", name,
        fmt::format(
            "put these two lines where it is to stand:\n"
            "       <!-- hoego:begin review -->\n"
            "       <!-- hoego:end -->\n"
            "       or, in the place of \"review\", a section: {}, {}ID of an area; and \"{}\" for the "
            "notes",
            fmt::join(section_ids, ", "), area_prefix, notes_name));
  }
  return blocks;
}

std::string refreshed(std::string_view text, const std::string& name, const Review& review) {
  const std::vector<Block> blocks = blocks_in(text, name);
  check_names(blocks, name);
  const std::vector<std::string> texts = texts_of(blocks, review);
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    out += text.substr(at, block.begin - at);
    const bool returns = block.begin >= 2 && text[block.begin - 2] == '\r';
    // Blank lines, as some readers take what follows a comment for a part of it.
    if (!texts[i].empty())
      out += with_line_ends("\n" + without_markers(texts[i]) + "\n", returns ? "\r\n" : "\n");
    at = block.end;
  }
  return out.append(text.substr(at));
}

}  // namespace hoego
