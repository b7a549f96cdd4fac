#include "sources/table_encoding.h"

#include <algorithm>

#include "base/text.h"

namespace hoego {
namespace {

void append_utf8(std::string& out, std::uint32_t c) {
  const auto byte = [&](std::uint32_t value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

bool fits_korean(std::string_view bytes) {
  const auto text = decode(bytes, "windows-949");
  return text && text->find("\xEF\xBF\xBD") == std::string::npos;
}

/// Without the beginning of a character whose rest is missing at the end.
std::string_view without_cut_utf8(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return bytes;
    if (byte < 0xC0) continue;
    const std::size_t whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return whole > back ? bytes.substr(0, bytes.size() - back) : bytes;
  }
  return bytes;
}

}  // namespace

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<TextEncoding> encoding_of(std::string_view bytes) {
  std::size_t utf8 = 0;
  std::size_t korean = 0;
  std::size_t other = 0;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    const bool last = line.size() == bytes.size();
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (is_ascii(line)) continue;
    if (is_utf8(last ? without_cut_utf8(line) : line))
      ++utf8;
    else if (fits_korean(line) || (last && fits_korean(line.substr(0, line.size() - 1))))
      ++korean;
    else
      ++other;
  }
  if (utf8 + korean + other == 0) return std::nullopt;
  if (utf8 >= korean && utf8 > 0) return TextEncoding::Utf8;
  return korean > 0 ? TextEncoding::Korean : TextEncoding::Latin;
}

std::optional<TextEncoding> utf16_of(std::string_view head) {
  if (head.substr(0, 2) == "\xFF\xFE") return TextEncoding::Utf16Little;
  if (head.substr(0, 2) == "\xFE\xFF") return TextEncoding::Utf16Big;
  if (head.size() < 4) return std::nullopt;
  if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) return TextEncoding::Utf16Little;
  if (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) return TextEncoding::Utf16Big;
  return std::nullopt;
}

std::string decoded(const std::string& bytes, TextEncoding encoding) {
  if (encoding == TextEncoding::Korean) return decode(bytes, "windows-949").value_or("");
  if (encoding == TextEncoding::Latin) return decode(bytes, "ISO-8859-1").value_or("");
  return clean_text(bytes);
}

std::string decode_by_lines(std::string_view bytes) {
  std::string narrow;
  if (const auto wide = utf16_of(bytes)) bytes = narrow = Utf16(*wide).convert(bytes);
  if (bytes.substr(0, 3) == utf8_mark) return clean_text(bytes.substr(3));
  return decoded(std::string(bytes), encoding_of(bytes).value_or(TextEncoding::Utf8));
}

std::string Utf16::convert(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    if (!half_) {
      half_ = static_cast<unsigned char>(c);
      continue;
    }
    const std::uint32_t other = static_cast<unsigned char>(c);
    unit(big_ ? *half_ << 8 | other : other << 8 | *half_, out);
    half_.reset();
  }
  return out;
}

void Utf16::unit(std::uint32_t value, std::string& out) {
  const bool low = value >= 0xDC00 && value < 0xE000;
  if (high_ && low) {
    append_utf8(out, 0x10000 + ((*high_ - 0xD800) << 10) + (value - 0xDC00));
    high_.reset();
    return;
  }
  if (high_) append_utf8(out, 0xFFFD);
  high_.reset();
  if (value >= 0xD800 && value < 0xDC00)
    high_ = value;
  else
    append_utf8(out, low ? 0xFFFD : value);
}

}  // namespace hoego
