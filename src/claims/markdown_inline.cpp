#include "claims/markdown_inline.h"

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr auto nowhere = std::string_view::npos;

/// Reads marks from left to right; what opens and is never closed is text.
class InlineReader {
 public:
  explicit InlineReader(std::string_view line) : line_(line) {}

  std::string read() {
    while (at_ < line_.size()) {
      if (escaped() || image() || link() || braces() || angle() || code() || struck() || address()) continue;
      if (emphasis()) continue;
      out_.push_back(line_[at_++]);
    }
    return trim(out_);
  }

 private:
  bool starts(std::string_view mark) const { return line_.substr(at_, mark.size()) == mark; }

  bool escaped() {
    if (line_[at_] != '\\' || at_ + 1 >= line_.size()) return false;
    const char next = line_[at_ + 1];
    if (is_digit(next) || is_letter(next) || static_cast<unsigned char>(next) >= 0x80) return false;
    out_.push_back(next);
    at_ += 2;
    return true;
  }

  /// Past "[…]" at `from`, with brackets in it; nothing where it does not close.
  std::size_t closed(std::size_t from, char open, char close) const {
    int depth = 0;
    for (std::size_t i = from; i < line_.size(); ++i) {
      if (line_[i] == open) ++depth;
      if (line_[i] == close && --depth == 0) return i + 1;
    }
    return nowhere;
  }

  /// Past "(address)" or "[reference]" at `from`; `from` itself where neither stands there.
  std::size_t past_target(std::size_t from) const {
    if (from >= line_.size()) return from;
    const char open = line_[from];
    if (open != '(' && open != '[') return from;
    const std::size_t end = closed(from, open, open == '(' ? ')' : ']');
    return end == nowhere ? from : end;
  }

  bool image() {
    if (!starts("![")) return false;
    const std::size_t end = closed(at_ + 1, '[', ']');
    if (end == nowhere) return false;
    at_ = past_target(end);
    return true;
  }

  bool link() {
    if (line_[at_] != '[') return false;
    const std::size_t end = closed(at_, '[', ']');
    if (end == nowhere) return false;
    const std::string_view inner = line_.substr(at_ + 1, end - at_ - 2);
    const std::size_t past = past_target(end);
    if (!inner.empty() && inner.front() == '^') {
      at_ = end;
      return true;
    }
    if (past == end) return false;
    out_ += read_inline(inner);
    at_ = past;
    return true;
  }

  bool braces() {
    if (!starts("{%") && !starts("{{") && !starts("{:")) return false;
    const std::size_t end = line_.find('}', at_);
    if (end == nowhere) return false;
    at_ = end + 1;
    while (at_ < line_.size() && line_[at_] == '}') ++at_;
    return true;
  }

  bool angle() {
    if (line_[at_] != '<' || at_ + 1 >= line_.size()) return false;
    const char next = line_[at_ + 1];
    if (!is_letter(next) && next != '/' && next != '!') return false;
    const std::size_t end = starts("<!--") ? line_.find("-->", at_) : line_.find('>', at_);
    if (end == nowhere) return false;
    at_ = end + (starts("<!--") ? 3 : 1);
    out_.push_back(' ');
    return true;
  }

  bool code() {
    if (line_[at_] != '`') return false;
    std::size_t marks = 0;
    while (at_ + marks < line_.size() && line_[at_ + marks] == '`') ++marks;
    const std::size_t end = line_.find(line_.substr(at_, marks), at_ + marks);
    if (end == nowhere) return false;
    const std::string_view inner = line_.substr(at_ + marks, end - at_ - marks);
    if (inner.find_first_of("<>=") == nowhere) out_ += inner;
    at_ = end + marks;
    return true;
  }

  bool struck() {
    if (!starts("~~")) return false;
    const std::size_t end = line_.find("~~", at_ + 2);
    if (end == nowhere) return false;
    at_ = end + 2;
    return true;
  }

  bool address() {
    if (!starts("http://") && !starts("https://")) return false;
    while (at_ < line_.size() && line_[at_] != ' ' && line_[at_] != ')' && line_[at_] != '>') ++at_;
    return true;
  }

  bool emphasis() {
    const char c = line_[at_];
    if (c == '*') {
      ++at_;
      return true;
    }
    if (c != '_') return false;
    const bool inside = at_ > 0 && at_ + 1 < line_.size() && line_[at_ - 1] != ' ' && line_[at_ + 1] != ' ' &&
                        line_[at_ - 1] != '_' && line_[at_ + 1] != '_';
    if (inside) return false;
    ++at_;
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string read_inline(std::string_view line) {
  return InlineReader(line).read();
}

}  // namespace hoego
