#include "review/addresses.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <array>
#include <cassert>
#include <vector>

namespace hoego {
namespace {

/// Repetitions are bounded, so that no text takes long. Counters keep "앞으로 3번" from being a street, and a
/// day (2024-10-20) is no number of a telephone.
constexpr std::array<const char16_t*, 13> patterns = {
    // links, also without a scheme where a question carries something
    uR"((?i)\b[a-z][a-z0-9+.-]{1,15}://\S{1,2000})", uR"((?i)\b(?:mailto:|tel:|www\.)\S{1,2000})",
    uR"((?i)\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{1,5})?/\S{0,1000}[?=&#]\S{0,1000})",
    uR"([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})",
    // paths
    uR"((?<![\p{L}\p{N}/])(?:~|\.{1,2})?/(?:[^\s/]{1,255}/){1,40}[^\s/]{0,255})",
    uR"((?<![\p{L}\p{N}])~/[^\s/]{1,255})", uR"((?<![\p{L}\p{N}])(?:[A-Za-z]:\\|\\\\)\S{1,1000})",
    // numbers of telephones, accounts, cards
    uR"((?<!\d)\+\d{1,3}[ .()-]{0,2}\d(?:[ .()-]{0,2}\d){6,12}(?!\d))",
    uR"((?<!\d)(?:\(?0\d{1,2}\)?|\(?\d{3}\)?)[ .-]{0,2}\d{3,4}[ .-]\d{4}(?!\d))",
    uR"((?<!\d)\d{2,6}-\d{2,7}-\d{4,8}(?!\d)|(?<!\d)\d{6}-\d{7}(?!\d)|(?<!\d)\d{4}(?:[ -]\d{4}){3}(?!\d)|(?<!\d)\d{9,40}(?!\d))",
    // coordinates
    uR"(-?\d{1,3}\.\d{3,20}\s{0,2}°?[NS]?\s{0,2},?\s{0,2}-?\d{1,3}\.\d{3,20})",
    // streets and flats
    uR"([가-힣0-9·]{1,20}(?<!으)(?:대로|로|길)\s?\d{1,5}(?:번길\s?\d{1,4})?(?:-\d{1,4})?(?![\d,.]|\s?(?:번(?!길|지)|박|일|시|월|주|개|명|회|년|분|차|달|권|장|편|곡|km|원|만|천))|[가-힣]{1,10}(?:동|리|가)\s?\d{1,4}(?:-\d{1,4}|번지)(?:번지)?|\d{1,4}동\s?\d{1,5}호)",
    uR"(\b\d{1,5}\s(?:[A-Z][\p{L}'.]{0,30}\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Square|Sq|Terrace|Highway|Hwy)\b\.?)"};

}  // namespace

struct Addresses::Compiled {
  std::vector<std::unique_ptr<icu::RegexMatcher>> matchers;
};

Addresses::Addresses() : compiled_(std::make_unique<Compiled>()) {
  for (const char16_t* pattern : patterns) {
    UErrorCode status = U_ZERO_ERROR;
    auto matcher = std::make_unique<icu::RegexMatcher>(icu::UnicodeString(pattern), 0, status);
    assert(U_SUCCESS(status));
    matcher->setTimeLimit(500, status);
    compiled_->matchers.push_back(std::move(matcher));
  }
}

Addresses::~Addresses() = default;
Addresses::Addresses(Addresses&&) noexcept = default;
Addresses& Addresses::operator=(Addresses&&) noexcept = default;

std::string Addresses::without(std::string_view text) const {
  const icu::UnicodeString gone(static_cast<UChar>(0x2026));
  icu::UnicodeString kept =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (const auto& matcher : compiled_->matchers) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString before = kept;
    matcher->reset(before);
    kept = matcher->replaceAll(gone, status);
    if (U_FAILURE(status)) return "…";
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

}  // namespace hoego
