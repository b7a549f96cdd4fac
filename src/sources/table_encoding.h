#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// Encodings in which tables come.
enum class TextEncoding { Utf8, Utf16Little, Utf16Big, Korean, Latin };

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// By its byte order mark, or by every other byte of the first four being zero.
std::optional<TextEncoding> utf16_of(std::string_view head);

/// UTF-8, CP949 or Latin-1: by the lines that are not ASCII, so that neither one broken character nor a cut
/// at the end decides. Nothing where all is ASCII.
std::optional<TextEncoding> encoding_of(std::string_view bytes);

bool is_ascii(std::string_view bytes);

/// Clean text of bytes that are not UTF-16.
std::string decoded(const std::string& bytes, TextEncoding encoding);
/// A whole text of any of the encodings, without its mark; clean.
std::string decode_by_lines(std::string_view bytes);

/// UTF-16 as UTF-8, piece by piece; what is cut at the end of a piece waits for the next. Half a pair becomes
/// U+FFFD.
class Utf16 {
 public:
  explicit Utf16(TextEncoding encoding) : big_(encoding == TextEncoding::Utf16Big) {}
  std::string convert(std::string_view bytes);

 private:
  void unit(std::uint32_t value, std::string& out);

  bool big_;
  std::optional<std::uint32_t> half_;
  std::optional<std::uint32_t> high_;
};

}  // namespace hoego
