#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// True if the bytes are well-formed UTF-8 (Unicode 15, 3.9, table 3-7).
bool is_utf8(std::string_view bytes);

/// Valid UTF-8 in NFC without control characters other than tab and newline: ill-formed bytes become U+FFFD.
/// Hangul written decomposed (as macOS names files) comes back composed.
std::string clean_text(std::string_view bytes);

/// Bytes in a named encoding ("euc-kr", "windows-949", "utf-16le"…, any name ICU knows) as clean UTF-8;
/// nothing for an unknown name.
std::optional<std::string> decode(std::string_view bytes, const std::string& encoding);

/// UTF-8 where the bytes are UTF-8 (a byte order mark is dropped), else UTF-16 by its mark, else CP949 when
/// it decodes without loss, else Latin-1. Clean.
std::string decode_guess(std::string_view bytes);

/// Case folded for comparison (Unicode default case folding), NFC.
std::string fold_case(std::string_view text);

/// Blanks (also U+00A0, U+3000) cut off both ends.
std::string trim(std::string_view text);

/// Whether `text` matches a regular expression anywhere, without regard to case (ICU syntax, NFC on both
/// sides). Compiled once; reused for many texts; not to be shared between threads.
class Pattern {
 public:
  /// Throws UsageError naming the column where the expression is wrong.
  explicit Pattern(std::string_view expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  bool matches(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace hoego
