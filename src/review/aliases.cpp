#include "review/aliases.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace hoego {
namespace {

char32_t folded(char32_t point) {
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(point), U_FOLD_CASE_DEFAULT));
}

std::u32string folded(const std::u32string& text) {
  std::u32string out = text;
  std::transform(out.begin(), out.end(), out.begin(), [](char32_t point) { return folded(point); });
  return out;
}

/// Whether a letter or digit makes one word with its neighbour; Hangul, Han and Kana are written without
/// blanks and end a Latin word.
bool joins(char32_t point) {
  const auto c = static_cast<UChar32>(point);
  if (u_isalnum(c) == 0 || is_hangul(point)) return false;
  const int32_t block = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return block != U_EA_WIDE;
}

}  // namespace

std::u32string points_of(std::string_view text) {
  const icu::UnicodeString units =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::u32string points;
  points.reserve(static_cast<std::size_t>(units.length()));
  for (int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1))
    points.push_back(static_cast<char32_t>(units.char32At(i)));
  return points;
}

std::string text_of_points(std::u32string_view points) {
  icu::UnicodeString units;
  for (const char32_t point : points) units.append(static_cast<UChar32>(point));
  std::string text;
  units.toUTF8String(text);
  return text;
}

bool is_hangul(char32_t point) {
  return point >= 0xAC00 && point <= 0xD7A3;
}

bool is_surname(char32_t point) {
  constexpr std::u32string_view surnames =
      U"김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현"
      U"함"
      U"변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국";
  return surnames.find(point) != std::u32string_view::npos;
}

void Aliases::add(std::string_view name, std::string_view instead, Edge edge, Case letters) {
  const std::u32string exact = points_of(name);
  const bool letter = std::any_of(exact.begin(), exact.end(),
                                  [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; });
  if (!letter) return;
  Alias alias{folded(exact), letters == Case::Exact ? exact : std::u32string{}, std::string(instead), edge};
  std::vector<Alias>& same = by_first_[alias.folded.front()];
  const auto place = std::find_if(same.begin(), same.end(), [&alias](const Alias& other) {
    return other.folded.size() < alias.folded.size() ||
           (other.folded == alias.folded && other.exact == alias.exact);
  });
  if (place != same.end() && place->folded == alias.folded && place->exact == alias.exact) return;
  same.insert(place, std::move(alias));
}

Aliases::Match Aliases::match_at(const std::u32string& text, const std::u32string& small,
                                 std::size_t at) const {
  const auto found = by_first_.find(small[at]);
  if (found == by_first_.end()) return {};
  for (const Alias& alias : found->second) {
    const std::size_t size = alias.folded.size();
    if (small.compare(at, size, alias.folded) != 0) continue;
    if (!alias.exact.empty() && text.compare(at, size, alias.exact) != 0) continue;
    const std::size_t end = at + size;
    const bool head = joins(text[at]) && at > 0 && joins(text[at - 1]);
    const bool tail = joins(text[end - 1]) && end < text.size() && joins(text[end]);
    if (head || tail) continue;
    if (alias.edge == Edge::Word || at == 0 || !is_hangul(text[at - 1])) return {at, end, &alias};
    const bool surname = is_surname(text[at - 1]) && (at == 1 || !is_hangul(text[at - 2]));
    if (surname) return {at - 1, end, &alias};
  }
  return {};
}

std::string Aliases::replaced(std::string_view text) const {
  if (by_first_.empty()) return std::string(text);
  const std::u32string points = points_of(text);
  const std::u32string small = folded(points);
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < points.size();) {
    const Match match = match_at(points, small, at);
    if (match.alias == nullptr) {
      ++at;
      continue;
    }
    const std::size_t begin = std::max(kept, match.begin);
    out += text_of_points(std::u32string_view(points).substr(kept, begin - kept));
    out += match.alias->instead;
    kept = at = match.end;
  }
  return kept == 0 ? std::string(text) : out + text_of_points(std::u32string_view(points).substr(kept));
}

bool Aliases::found_in(std::string_view text) const {
  if (by_first_.empty()) return false;
  const std::u32string points = points_of(text);
  const std::u32string small = folded(points);
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (match_at(points, small, at).alias != nullptr) return true;
  }
  return false;
}

}  // namespace hoego
