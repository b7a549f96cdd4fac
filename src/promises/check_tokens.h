#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

enum class TokenKind { Word, Quoted, Operator, Comma, Tilde, End, Unclosed };

/// A piece of a check. A word is whatever stands between blanks and the marks `" , ~ < > =`; commas within
/// the digits of a number ("1,000,000") are left out.
struct CheckToken {
  TokenKind kind = TokenKind::End;
  std::string text;        ///< without quotes
  std::size_t column = 1;  ///< in characters, from 1
};

/// Always ends with `End` (or `Unclosed`, a quotation mark without its second).
std::vector<CheckToken> check_tokens(std::string_view text);

}  // namespace hoego
