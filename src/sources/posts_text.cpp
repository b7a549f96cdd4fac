#include "sources/posts_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace hoego {
namespace {

/// Fewer letters than this tell no language.
constexpr std::size_t least_letters = 20;
constexpr double least_hangul_share = 0.3;
constexpr double least_latin_share = 0.7;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

std::string_view without_indent(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

/// Takes the words of a line out of its marks.
class Inline {
 public:
  explicit Inline(std::string_view line) : rest_(line) {}

  std::string text() {
    while (!rest_.empty()) step();
    return std::move(out_);
  }
  std::size_t links() const { return links_; }

 private:
  void step() {
    const std::size_t plain = std::min(rest_.find_first_of(special), rest_.size());
    if (plain > 0) {
      out_.append(rest_.substr(0, plain));
      rest_.remove_prefix(plain);
      return;
    }
    if (template_tag() || picture_or_wiki_link() || address() || html_tag() || link_target()) return;
    const char c = rest_[0];
    if (c == '\\' && rest_.size() > 1) {
      out_.push_back(rest_[1]);
      rest_.remove_prefix(2);
      return;
    }
    if (std::string_view("*_`~[]|").find(c) == std::string_view::npos) out_.push_back(c);
    if (c == '|') out_.push_back(' ');
    rest_.remove_prefix(1);
  }

  /// Where `close` is next in this line. What was not found once is not looked for again, so that a line of
  /// nothing but openings is read once.
  std::size_t find(std::string_view close, std::size_t from) {
    if (std::find(missing_.begin(), missing_.end(), close) != missing_.end()) return std::string_view::npos;
    const std::size_t found = rest_.find(close, from);
    if (found == std::string_view::npos) missing_.push_back(close);
    return found;
  }
  /// Skips from `open` to `close`, both in this line.
  bool skip_between(std::string_view open, std::string_view close) {
    if (!starts_with(rest_, open)) return false;
    const std::size_t end = find(close, open.size());
    if (end == std::string_view::npos) return false;
    rest_.remove_prefix(end + close.size());
    return true;
  }
  bool template_tag() { return skip_between("{{", "}}") || skip_between("{%", "%}"); }

  bool picture_or_wiki_link() {
    if (skip_between("![[", "]]")) return true;
    if (starts_with(rest_, "[[")) {
      const std::size_t end = find("]]", 2);
      if (end == std::string_view::npos) return false;
      const std::string_view inner = rest_.substr(2, end - 2);
      const std::size_t bar = inner.find('|');
      out_.append(bar == std::string_view::npos ? inner : inner.substr(bar + 1));
      rest_.remove_prefix(end + 2);
      ++links_;
      return true;
    }
    if (!starts_with(rest_, "![")) return false;
    const std::size_t end = find("]", 2);
    if (end == std::string_view::npos) return false;
    rest_.remove_prefix(end + 1);
    if (!skip_between("(", ")")) skip_between("[", "]");
    return true;
  }

  /// The address of `[words](address)` or `[words][name]`, behind words already taken.
  bool link_target() {
    if (!starts_with(rest_, "](") && !starts_with(rest_, "][")) return false;
    const bool found = skip_between("](", ")") || skip_between("][", "]");
    if (found) ++links_;
    return found;
  }

  bool address() {
    if (!starts_with(rest_, "http://") && !starts_with(rest_, "https://")) return false;
    rest_.remove_prefix(std::min(rest_.find_first_of(" \t<>)\"'"), rest_.size()));
    ++links_;
    return true;
  }

  bool html_tag() {
    if (rest_[0] != '<' || rest_.size() < 2) return false;
    if (starts_with(rest_, "<http")) {
      rest_.remove_prefix(1);
      return true;
    }
    const char next = rest_[1];
    const bool tag = next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return tag && skip_between("<", ">");
  }

  /// First characters of everything that is not plain text; h of an address.
  static constexpr std::string_view special = "{![]<h\\*_`~|";

  std::string_view rest_;
  std::string out_;
  std::size_t links_ = 0;
  std::vector<std::string_view> missing_;
};

/// Letters of the scripts that tell the language.
struct Letters {
  std::size_t hangul = 0;
  std::size_t latin = 0;
  std::size_t all = 0;
};

/// Counts words, characters and letters of plain text, in as many pieces as it comes; a piece ends a word.
class Counter {
 public:
  void count(std::string_view text) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    bool word = false;
    for (std::int32_t at = 0; at < size;) {
      UChar32 c = 0;
      U8_NEXT(data, at, size, c);
      if (c < 0) continue;
      if (u_isUWhiteSpace(c) != 0) {
        word = false;
        continue;
      }
      ++characters_;
      if (u_isalnum(c) == 0) continue;
      if (!word) ++words_;
      word = true;
      if (u_isalpha(c) != 0) letter(c);
    }
  }

  void put_into(PostText& out) const {
    out.words = words_;
    out.characters = characters_;
    if (letters_.all < least_letters) return;
    const auto share = [&](std::size_t part) {
      return static_cast<double>(part) / static_cast<double>(letters_.all);
    };
    if (share(letters_.hangul) >= least_hangul_share)
      out.language = "ko";
    else if (share(letters_.latin) >= least_latin_share)
      out.language = "en";
  }

 private:
  void letter(UChar32 c) {
    ++letters_.all;
    if (c >= 0xac00 && c <= 0xd7a3) ++letters_.hangul;
    if (c < 0x250) ++letters_.latin;
  }

  std::size_t words_ = 0;
  std::size_t characters_ = 0;
  Letters letters_;
};

class TextReader {
 public:
  void line(std::string_view line) {
    if (in_comment(line) || in_code(line)) return;
    const std::string_view bare = without_indent(line);
    if (is_definition(bare) || is_module_line(line)) return;
    if (starts_with(bare, "# ") && !out_.heading) heading(bare.substr(2));
    Inline words(without_block_marks(bare));
    const std::string text = words.text();
    out_.links += words.links();
    counter_.count(text);
  }

  PostText result() {
    counter_.put_into(out_);
    return std::move(out_);
  }

 private:
  /// A comment is left out line by line; words beside its ends are rare enough.
  bool in_comment(std::string_view line) {
    const bool inside = comment_;
    const std::size_t open = line.rfind("<!--");
    const std::size_t close = line.rfind("-->");
    if (open != std::string_view::npos && (close == std::string_view::npos || close < open))
      comment_ = true;
    else if (close != std::string_view::npos)
      comment_ = false;
    return inside || comment_ || starts_with(without_indent(line), "<!--");
  }

  /// Fences (CommonMark 0.30, 4.5) and Liquid's and Hugo's highlight blocks.
  bool in_code(std::string_view line) {
    const std::string_view bare = without_indent(line);
    if (!fence_.empty()) {
      if (starts_with(bare, fence_)) fence_.clear();
      return true;
    }
    if (starts_with(bare, "```") || starts_with(bare, "~~~")) {
      const std::size_t length = std::min(bare.find_first_not_of(bare[0]), bare.size());
      if (bare[0] == '`' && bare.find('`', length) != std::string_view::npos) return false;
      fence_ = bare.substr(0, length);
      return true;
    }
    const std::pair<std::string_view, std::string_view> blocks[] = {
        {"{% highlight", "{% endhighlight"}, {"{{< highlight", "{{< /highlight"}, {"$$", "$$"}};
    for (const auto& [open, close] : blocks) {
      if (!starts_with(bare, open)) continue;
      if (bare.find(close, open.size()) == std::string_view::npos) fence_ = close;
      return true;
    }
    return false;
  }

  static bool is_definition(std::string_view bare) {
    const std::size_t end = bare.find("]:");
    return starts_with(bare, "[") && !starts_with(bare, "[^") && end != std::string_view::npos &&
           bare.find(']') == end;
  }

  static bool is_module_line(std::string_view line) {
    const bool quoted = line.find('\'') != std::string_view::npos || line.find('"') != std::string_view::npos;
    return (starts_with(line, "import ") && quoted) || starts_with(line, "export const ") ||
           starts_with(line, "export default ");
  }

  static std::string_view without_block_marks(std::string_view bare) {
    for (bool again = true; again && !bare.empty();) {
      again = false;
      const std::size_t hashes = std::min(bare.find_first_not_of('#'), bare.size());
      const std::size_t digits = std::min(bare.find_first_not_of("0123456789"), bare.size());
      std::size_t mark = 0;
      if (bare[0] == '>') mark = 1;
      if (hashes > 0 && hashes < bare.size() && bare[hashes] == ' ') mark = hashes;
      if (starts_with(bare, "- ") || starts_with(bare, "* ") || starts_with(bare, "+ ")) mark = 1;
      if (digits > 0 && digits < 10 && (bare.substr(digits, 2) == ". " || bare.substr(digits, 2) == ") "))
        mark = digits + 1;
      for (const std::string_view box : {"[ ] ", "[x] ", "[X] "}) {
        if (starts_with(bare, box)) mark = box.size();
      }
      if (mark == 0) continue;
      bare = without_indent(bare.substr(mark));
      again = true;
    }
    return bare;
  }

  void heading(std::string_view text) {
    if (text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos) return;
    std::string title = trim(Inline(text).text());
    while (!title.empty() && title.back() == '#') title.pop_back();
    title = trim(title);
    if (!title.empty()) out_.heading = std::move(title);
  }

  PostText out_;
  Counter counter_;
  std::string fence_;  ///< what ends the code block we are in; empty outside
  bool comment_ = false;
};

}  // namespace

PostText read_post_text(std::string_view body) {
  TextReader reader;
  while (!body.empty()) {
    const std::string_view line = body.substr(0, body.find('\n'));
    reader.line(line);
    body.remove_prefix(std::min(line.size() + 1, body.size()));
  }
  return reader.result();
}

PostText count_text(std::string_view plain) {
  PostText out;
  Counter counter;
  counter.count(plain);
  counter.put_into(out);
  return out;
}

}  // namespace hoego
