#include "geo/names.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "geo/gazetteer.h"

namespace hoego {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string without_accents(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error("ICU has no normalisation data", "libicu", "install libicu72");
  const icu::UnicodeString apart = nfd->normalize(from_utf8(text), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return to_utf8(nfc->normalize(kept, status));
}

std::string display_name(std::string_view country, const char* language, UDisplayContext length) {
  std::array<UDisplayContext, 1> contexts{length};
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(icu::Locale(language), contexts.data(), contexts.size()));
  icu::UnicodeString name;
  if (names) names->regionDisplayName(std::string(country).c_str(), name);
  return to_utf8(name);
}

/// Names people use that ICU does not give.
constexpr std::array<std::pair<std::string_view, std::string_view>, 32> also = {{
    {"한국", "KR"},           {"남한", "KR"},     {"korea", "KR"},   {"republic of korea", "KR"},
    {"북한", "KP"},           {"usa", "US"},      {"u.s.a.", "US"},  {"us", "US"},
    {"america", "US"},        {"uk", "GB"},       {"u.k.", "GB"},    {"england", "GB"},
    {"great britain", "GB"},  {"britain", "GB"},  {"호주", "AU"},    {"터키", "TR"},
    {"turkey", "TR"},         {"튀르키예", "TR"}, {"türkiye", "TR"}, {"체코 공화국", "CZ"},
    {"czech republic", "CZ"}, {"holland", "NL"},  {"uae", "AE"},     {"아랍에미레이트", "AE"},
    {"홍콩", "HK"},           {"마카오", "MO"},   {"macau", "MO"},   {"대만", "TW"},
    {"타이완", "TW"},         {"버마", "MM"},     {"burma", "MM"},   {"이태리", "IT"},
}};

std::map<std::string, std::string, std::less<>> names_of_countries() {
  std::map<std::string, std::string, std::less<>> names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    for (const char* language : {"ko", "en"}) {
      for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
        names.emplace(without_accents(fold_case(display_name(*code, language, length))), *code);
      }
    }
  }
  for (const auto& [name, code] : also) {
    names.insert_or_assign(without_accents(fold_case(name)), std::string(code));
  }
  return names;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : without_accents(fold_case(trim(name)))) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return hash;
}

std::string country_name(std::string_view country, std::string_view language) {
  if (country.size() != 2) return std::string(country);
  const char* locale = language == "ko" ? "ko" : "en";
  std::string name = display_name(country, locale, UDISPCTX_LENGTH_FULL);
  // "홍콩(중국 특별행정구)", "Hong Kong SAR China", "Myanmar (Burma)".
  const bool burdened = name.find('(') != std::string::npos || name.find(" SAR ") != std::string::npos;
  if (burdened) name = display_name(country, locale, UDISPCTX_LENGTH_SHORT);
  return name.empty() ? std::string(country) : name;
}

std::optional<std::string> country_by_name(std::string_view name) {
  static const auto names = names_of_countries();
  const auto found = names.find(without_accents(fold_case(trim(name))));
  if (found == names.end()) return std::nullopt;
  return found->second;
}

std::string short_region(std::string_view admin_ko) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> provinces = {{
      {"충청북도", "충북"},
      {"충청남도", "충남"},
      {"전라북도", "전북"},
      {"전라남도", "전남"},
      {"경상북도", "경북"},
      {"경상남도", "경남"},
  }};
  for (const auto& [official, written] : provinces) {
    if (admin_ko == official) return std::string(written);
  }
  constexpr std::array<std::string_view, 13> endings = {
      "특별자치시", "특별자치도", "특별시", "광역시", "직할시", " 자유주", " 준주",
      " 주",        " 현",        " 부",    " 도",    " 성",    " 시"};
  for (const auto ending : endings) {
    if (ends_with(admin_ko, ending)) return std::string(admin_ko.substr(0, admin_ko.size() - ending.size()));
  }
  if (admin_ko == "경기도") return "경기";
  return std::string(admin_ko);
}

}  // namespace hoego
