#include "base/nearest.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.h"

namespace hoego {
namespace {

/// Case folded, Hangul as jamo.
icu::UnicodeString letters_of(std::string_view text) {
  const std::string folded = fold_case(text);
  auto unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<std::int32_t>(folded.size())));
  UErrorCode status = U_ZERO_ERROR;
  const auto* decomposing = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return unicode;
  const icu::UnicodeString apart = decomposing->normalize(unicode, status);
  return U_FAILURE(status) ? unicode : apart;
}

int edits(const icu::UnicodeString& a, const icu::UnicodeString& b) {
  std::vector<int> row(static_cast<std::size_t>(b.length()) + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::int32_t i = 0; i < a.length(); ++i) {
    int diagonal = row[0];
    row[0] = i + 1;
    for (std::int32_t j = 0; j < b.length(); ++j) {
      const auto at = static_cast<std::size_t>(j);
      const int changed = diagonal + (a.charAt(i) == b.charAt(j) ? 0 : 1);
      diagonal = row[at + 1];
      row[at + 1] = std::min({changed, row[at] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& known,
                                       std::size_t most) {
  const icu::UnicodeString written = letters_of(word.substr(0, 200));
  const int allowed = std::max(2, written.length() / 3);
  std::vector<std::pair<int, std::string>> near;
  for (const std::string& name : known) {
    const icu::UnicodeString other = letters_of(name);
    const bool begins = written.length() >= 2 && other.startsWith(written) != 0;
    const int distance = begins ? 1 : edits(written, other);
    if (distance <= allowed && distance < written.length()) near.emplace_back(distance, name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (const auto& [distance, name] : near) {
    if (names.size() < most && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  return names;
}

}  // namespace hoego
