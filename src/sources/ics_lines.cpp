#include "sources/ics_lines.h"

#include <algorithm>

#include "base/text.h"

namespace hoego::ics {
namespace {

using Traits = std::istream::traits_type;

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out = clean_text(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  if (out.size() > max_text_bytes) {
    std::size_t end = max_text_bytes;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
  }
  return trim(out);
}

ContentLines::ContentLines(std::istream& in) : in_(in) {
  // One damaged title must not turn a whole UTF-8 calendar into another alphabet: the majority decides.
  std::size_t unicode = 0;
  std::size_t other = 0;
  while (next_raw()) {
    if (is_ascii(raw_)) continue;
    ++(is_utf8(raw_) ? unicode : other);
  }
  legacy_ = other > unicode;
  physical_ = number_ = cut_ = 0;
  in_.clear();
  in_.seekg(0);
}

bool ContentLines::next(std::string& line) {
  if (!next_raw()) return false;
  if (number_ == 1 && raw_.compare(0, 3, "\xEF\xBB\xBF") == 0) raw_.erase(0, 3);
  if (!legacy_ || is_ascii(raw_)) {
    line = clean_text(raw_);
  } else if (is_utf8(raw_)) {
    line = decode(raw_, "windows-949").value_or("");  // two bytes of Hangul may look like UTF-8 by chance
  } else {
    line = decode_guess(raw_);
  }
  return true;
}

bool ContentLines::next_raw() {
  auto& bytes = *in_.rdbuf();
  raw_.clear();
  too_long_ = false;
  if (Traits::eq_int_type(bytes.sgetc(), Traits::eof())) return false;
  number_ = physical_ + 1;
  read_physical();
  for (auto c = bytes.sgetc(); c == ' ' || c == '\t'; c = bytes.sgetc()) {
    bytes.sbumpc();
    read_physical();
  }
  if (too_long_) ++cut_;
  return true;
}

void ContentLines::read_physical() {
  auto& bytes = *in_.rdbuf();
  ++physical_;
  for (auto c = bytes.sbumpc(); !Traits::eq_int_type(c, Traits::eof()); c = bytes.sbumpc()) {
    if (c == '\n') return;
    if (c == '\r') {
      if (bytes.sgetc() == '\n') bytes.sbumpc();
      return;
    }
    if (raw_.size() < max_bytes)
      raw_.push_back(Traits::to_char_type(c));
    else
      too_long_ = true;
  }
}

}  // namespace hoego::ics
