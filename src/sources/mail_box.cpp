#include "sources/mail_box.h"

#include <algorithm>

#include "base/letters.h"

namespace hoego::mail {
namespace {

constexpr std::size_t block = std::size_t{256} << 10;

bool starts_with(std::string_view text, std::string_view mark) {
  return text.substr(0, mark.size()) == mark;
}

/// `10:02` somewhere, and four digits that stand alone.
bool has_clock_and_year(std::string_view line) {
  bool clock = false;
  bool year = false;
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const char c = i < line.size() ? line[i] : ' ';
    if (is_digit(c)) {
      ++digits;
      continue;
    }
    if (digits == 2 && c == ':' && i + 2 < line.size() && is_digit(line[i + 1]) && is_digit(line[i + 2]))
      clock = true;
    const std::size_t before = i - digits;
    if (digits == 4 && before > 0 && line[before - 1] == ' ' && (c == ' ' || c == '\r' || c == '\n'))
      year = true;
    digits = 0;
  }
  return clock && year;
}

bool is_blank(std::string_view line) {
  return line == "\n" || line == "\r\n";
}

/// `>From `, `>>From `.
bool is_escaped(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
  return marks > 0 && starts_with(line.substr(marks), "From ");
}

}  // namespace

bool is_separator(std::string_view line) {
  if (!starts_with(line, "From ") || line.size() > 1000) return false;
  if (line.find(" Mon Sep 17 00:00:00 2001") == 5 + 40) return false;
  return has_clock_and_year(line);
}

bool MailBox::next_piece(Piece& piece) {
  std::size_t end = buffer_.find('\n', at_);
  if (end == std::string::npos && !ended_) {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t have = buffer_.size();
    if (have < block) {
      buffer_.resize(have + block);
      const std::size_t more = input_.read(read_, buffer_.data() + have, block);
      buffer_.resize(have + more);
      read_ += more;
      ended_ = more < block;
    }
    end = buffer_.find('\n', have < block ? have : 0);
  }
  if (at_ == buffer_.size()) return false;
  const std::size_t length = (end == std::string::npos ? buffer_.size() : end + 1) - at_;
  piece = {std::string_view(buffer_).substr(at_, length), !within_line_};
  within_line_ = end == std::string::npos;
  at_ += length;
  return true;
}

bool MailBox::next(Item& item) {
  item.bytes.clear();
  item.cut = false;
  bool blank = true;  // the first line of the file may be a separator
  bool begun = pending_;
  pending_ = false;
  item.offset = read_ - (buffer_.size() - at_);
  Piece piece;
  while (next_piece(piece)) {
    if (blank && piece.begins_line && is_separator(piece.bytes)) {
      if (begun) {
        pending_ = true;
        return true;
      }
      begun = true;
      item.offset = read_ - (buffer_.size() - at_);
      blank = false;
      continue;
    }
    blank = piece.begins_line && is_blank(piece.bytes);
    if (!begun && !blank) begun = true;  // what has no separator is one message
    if (piece.begins_line && is_escaped(piece.bytes)) piece.bytes.remove_prefix(1);
    const std::size_t room = max_message_bytes - item.bytes.size();
    if (piece.bytes.size() > room) item.cut = true;
    item.bytes += piece.bytes.substr(0, room);
  }
  return begun;
}

}  // namespace hoego::mail
