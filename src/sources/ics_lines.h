#pragma once
#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace hoego::ics {

constexpr std::size_t max_text_bytes = 2000;

/// Text as a title or a name: clean, on one line, at most `max_text_bytes` long, cut between two characters.
std::string one_line(std::string_view text);

/// The content lines of a calendar (RFC 5545, 3.1): unfolded before they are decoded, because a fold may cut
/// a character in two; then UTF-8 in NFC without control characters. A file that is mostly not UTF-8 is read
/// as CP949 where that fits, else as Latin-1. Holds one line at a time.
class ContentLines {
 public:
  /// A line may have this many bytes; what goes beyond is dropped and counted.
  static constexpr std::size_t max_bytes = std::size_t{1} << 20;

  /// Reads `in` through once to learn its encoding and rewinds it. `in` is borrowed, opened in binary mode,
  /// and must be able to seek.
  explicit ContentLines(std::istream& in);

  /// False at the end of the file. Blank lines come as empty strings.
  bool next(std::string& line);
  /// The number of the line (from 1, as an editor counts) at which the last one began.
  std::size_t number() const { return number_; }
  /// How many lines were cut at `max_bytes`.
  std::size_t cut() const { return cut_; }

 private:
  bool next_raw();
  void read_physical();

  std::istream& in_;
  std::string raw_;
  bool too_long_ = false;
  bool legacy_ = false;
  std::size_t physical_ = 0;
  std::size_t number_ = 0;
  std::size_t cut_ = 0;
};

}  // namespace hoego::ics
