#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "sources/input.h"

namespace hoego::ledger {

inline constexpr std::size_t longest_account = 1000;

/// The lines of a journal as clean text, in bounded memory: UTF-8, UTF-16, else each line CP949 or Latin-1.
/// A line is cut at 64 KiB.
class Lines {
 public:
  explicit Lines(Input& input);
  ~Lines();
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  bool next(std::string& line);
  /// Of the last one, from 1.
  std::uint64_t number() const { return number_; }

 private:
  struct Bytes;
  std::unique_ptr<Bytes> bytes_;
  std::uint64_t number_ = 0;
};

/// The first word of a line and what follows it, both trimmed; a comment at its end is left out.
struct Words {
  std::string first;
  std::string rest;
};
Words divide(std::string_view line);

/// 1 to 9999.
std::optional<int> parse_year(std::string_view text);

/// A line that begins with a digit.
struct Header {
  enum class Kind {
    Transaction,
    Directive,  ///< of Beancount: open, balance, price…
    NoYear,     ///< a transaction's, but no year is known
    NoDate,     ///< a date that does not exist
    Other,      ///< no date at all
  };
  Kind kind = Kind::Other;
  Date day;
  std::string payee;
};
/// `2024-03-15=2024/3/16 * (code) payee | note  ; comment`, `03/15 payee`, `2024-03-15 * "payee"
/// "narration"`.
Header parse_header(std::string_view line, std::optional<int> year, bool beancount);

/// An indented line that is a posting; nothing for a comment or metadata.
struct PostingLine {
  std::string account;
  std::string amount;       ///< what stands behind it, without the comment
  bool is_virtual = false;  ///< `(account)` or `[account]`
};
std::optional<PostingLine> parse_posting(std::string_view line, bool beancount);

/// Whether a line is of Beancount only: an option, an account that is opened, a quoted payee.
bool tells_of_beancount(std::string_view line);

}  // namespace hoego::ledger
