#include "sample/encodings.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

namespace hoego::sample {
namespace {

std::string base64_line(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    const std::size_t here = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < 3; ++i) {
      three = three << 8 | (i < here ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += i <= here ? digits[(three >> (18 - 6 * i)) & 63] : '=';
    }
  }
  return out;
}

}  // namespace

std::string cp949(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 2 + 16, '\0');
  UConverter* from = ucnv_open("UTF-8", &status);
  UConverter* to = ucnv_open("windows-949", &status);
  char* target = out.data();
  const char* source = text.data();
  if (U_SUCCESS(status)) {
    ucnv_convertEx(to, from, &target, out.data() + out.size(), &source, source + text.size(), nullptr,
                   nullptr, nullptr, nullptr, 1, 1, &status);
  }
  ucnv_close(from);
  ucnv_close(to);
  assert(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::size_t a_line = 57;
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += a_line) {
    out += base64_line(bytes.substr(at, a_line)) + '\n';
  }
  return out;
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\n') {
      out += '\n';
      column = 0;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    const std::string piece =
        byte < 32 || byte > 126 || c == '=' ? fmt::format("={:02X}", byte) : std::string(1, c);
    if (column + piece.size() > 75) {
      out += "=\n";
      column = 0;
    }
    out += piece;
    column += piece.size();
  }
  return out;
}

std::string encoded_word(std::string_view text, std::string_view charset) {
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
  if (plain) return std::string(text);
  // A word has at most 75 characters, and none ends within a character of the text.
  std::string out;
  while (!text.empty()) {
    std::size_t cut = std::min<std::size_t>(42, text.size());
    while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
    out += fmt::format("{}=?{}?B?{}?=", out.empty() ? "" : "\n ", charset, base64_line(text.substr(0, cut)));
    text.remove_prefix(cut);
  }
  return out;
}

std::string_view weekday_name(int weekday) {
  constexpr std::array names = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return names.at(static_cast<std::size_t>(weekday - 1));
}

std::string_view month_name(int month) {
  constexpr std::array names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return names.at(static_cast<std::size_t>(month - 1));
}

}  // namespace hoego::sample
