#include "promises/check_tokens.h"

#include "base/letters.h"

namespace hoego {
namespace {

constexpr std::string_view marks = "\",~<>=";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Whether a comma at `at` parts thousands: a digit before it, three and no more after it.
bool parts_thousands(std::string_view text, std::size_t at) {
  if (at == 0 || !is_digit(text[at - 1]) || text.size() < at + 4) return false;
  return is_digits(text.substr(at + 1, 3)) && (text.size() == at + 4 || !is_digit(text[at + 4]));
}

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  std::vector<CheckToken> all() {
    while (skip_blanks()) add();
    if (tokens_.empty() || tokens_.back().kind != TokenKind::Unclosed)
      tokens_.push_back({TokenKind::End, "", column_});
    return std::move(tokens_);
  }

 private:
  bool skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) step();
    return at_ < text_.size();
  }

  void step() {
    // The bytes after the first of a character count nothing.
    ++at_;
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xc0U) == 0x80U) ++at_;
    ++column_;
  }

  void add() {
    const char c = text_[at_];
    if (c == '"') return quoted();
    if (c == ',') return mark(TokenKind::Comma, 1);
    if (c == '~') return mark(TokenKind::Tilde, 1);
    if (c == '<' || c == '>' || c == '=') {
      const bool two = c != '=' && at_ + 1 < text_.size() && text_[at_ + 1] == '=';
      return mark(TokenKind::Operator, two ? 2 : 1);
    }
    word();
  }

  void mark(TokenKind kind, std::size_t length) {
    tokens_.push_back({kind, std::string(text_.substr(at_, length)), column_});
    for (std::size_t i = 0; i < length; ++i) step();
  }

  void quoted() {
    CheckToken token{TokenKind::Quoted, "", column_};
    step();
    while (at_ < text_.size() && text_[at_] != '"') {
      // \" and \\ are the marks themselves; a backslash before anything else is a pattern's.
      const bool escaped = text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"');
      if (escaped) step();
      const std::size_t begin = at_;
      step();
      token.text += text_.substr(begin, at_ - begin);
    }
    if (at_ == text_.size()) {
      token.kind = TokenKind::Unclosed;
    } else {
      step();
    }
    tokens_.push_back(std::move(token));
  }

  void word() {
    CheckToken token{TokenKind::Word, "", column_};
    while (at_ < text_.size() && !is_blank(text_[at_])) {
      if (text_[at_] == ',' && parts_thousands(text_, at_)) {
        step();
        continue;
      }
      if (marks.find(text_[at_]) != std::string_view::npos) break;
      const std::size_t begin = at_;
      step();
      token.text += text_.substr(begin, at_ - begin);
    }
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t column_ = 1;
  std::vector<CheckToken> tokens_;
};

}  // namespace

std::vector<CheckToken> check_tokens(std::string_view text) {
  return Tokens(text).all();
}

}  // namespace hoego
