#include "base/text.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "base/error.h"

namespace hoego {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error("ICU has no normalisation data", "libicu", "install libicu72");
  return *normalizer;
}

icu::UnicodeString to_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_plain(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x7f || (byte < 0x20 && byte != '\t' && byte != '\n')) return false;
  }
  return true;
}

/// Whether the bytes are as `clean` would leave them: most text is, and needs no copy into UTF-16.
bool is_clean(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0 || (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0)) return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  const bool composed = nfc().isNormalizedUTF8(icu::StringPiece(bytes.data(), size), status) != 0;
  return composed && U_SUCCESS(status);
}

std::string clean(const icu::UnicodeString& text) {
  icu::UnicodeString kept;
  const char16_t* units = text.getBuffer();
  for (std::int32_t i = 0; i < text.length();) {
    UChar32 c = 0;
    U16_NEXT(units, i, text.length(), c);
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0);
    if (!control && !U_IS_SURROGATE(c)) kept.append(c);
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  nfc().normalize(kept, status).toUTF8String(out);
  return out;
}

/// Decoded text; nothing if the bytes do not fit the encoding and `lossless` is asked for.
std::optional<std::string> convert(std::string_view bytes, const char* encoding, bool lossless) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return std::nullopt;
  if (lossless) ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  return clean(text);
}

bool starts_with(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

bool is_blank(UChar32 c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x3000;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(bytes.size());
  while (at < size) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string clean_text(std::string_view bytes) {
  if (is_plain(bytes) || is_clean(bytes)) return std::string(bytes);
  return clean(to_unicode(bytes));
}

std::optional<std::string> decode(std::string_view bytes, const std::string& encoding) {
  return convert(bytes, encoding.c_str(), false);
}

std::string decode_guess(std::string_view bytes) {
  if (starts_with(bytes, "\xEF\xBB\xBF")) return clean_text(bytes.substr(3));
  if (starts_with(bytes, "\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE", false).value_or("");
  if (starts_with(bytes, "\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE", false).value_or("");
  if (is_utf8(bytes)) return clean_text(bytes);
  if (auto korean = convert(bytes, "windows-949", true)) return *korean;
  return convert(bytes, "ISO-8859-1", false).value_or("");
}

std::string fold_case(std::string_view text) {
  if (is_plain(text)) {
    std::string folded(text);
    for (char& c : folded) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
  }
  icu::UnicodeString folded = to_unicode(text);
  folded.foldCase();
  return clean(folded);
}

std::string trim(std::string_view text) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t begin = 0;
  while (begin < size) {
    std::int32_t next = begin;
    UChar32 c = 0;
    U8_NEXT(data, next, size, c);
    if (!is_blank(c)) break;
    begin = next;
  }
  std::int32_t end = size;
  while (end > begin) {
    std::int32_t previous = end;
    UChar32 c = 0;
    U8_PREV(data, begin, previous, c);
    if (!is_blank(c)) break;
    end = previous;
  }
  return std::string(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
}

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(std::string_view expression) : compiled_(std::make_unique<Compiled>()) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::UnicodeString text = to_unicode(clean_text(expression));
  compiled_->pattern.reset(icu::RegexPattern::compile(text, UREGEX_CASE_INSENSITIVE, where, status));
  if (U_FAILURE(status)) {
    throw UsageError(fmt::format("not a regular expression: {}", u_errorName(status)),
                     fmt::format("\"{}\", column {}", expression, where.offset + 1),
                     "escape ( ) [ ] * + ? . with a backslash where you mean the character itself");
  }
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::matches(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = to_unicode(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(subject, status));
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(1000, status);  // a hostile title against a greedy expression
  return matcher->find(status) && U_SUCCESS(status);
}

}  // namespace hoego
