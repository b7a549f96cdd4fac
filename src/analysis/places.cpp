#include "analysis/places.h"

#include <algorithm>
#include <array>

namespace hoego {
namespace {

/// Endings that Korean titles glue to the name of a place.
constexpr std::array<std::string_view, 8> glued = {"여행", "출장", "휴가", "가족여행",
                                                   "행",   "에서", "에",   "투어"};

std::vector<std::string> words(std::string_view title) {
  std::vector<std::string> found(1);
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter)
      found.back().push_back(c);
    else if (!found.back().empty())
      found.emplace_back();
  }
  if (found.back().empty()) found.pop_back();
  return found;
}

std::vector<std::string> spellings(const std::string& word) {
  std::vector<std::string> all{word};
  for (const std::string_view ending : glued) {
    if (word.size() > ending.size() &&
        word.compare(word.size() - ending.size(), ending.size(), ending) == 0) {
      all.push_back(word.substr(0, word.size() - ending.size()));
    }
  }
  return all;
}

/// A country or a town of exactly this name.
std::optional<NamedPlace> place_called(const Places& atlas, const std::string& name) {
  if (const auto country = atlas.country_by_name(name)) {
    NamedPlace named;
    named.place.country = *country;
    return named;
  }
  const auto towns = atlas.find_town(name);
  if (towns.empty()) return std::nullopt;
  return NamedPlace{towns.front().first, towns.front().second};
}

}  // namespace

std::optional<NamedPlace> place_in_title(const Places& atlas, std::string_view title) {
  constexpr std::size_t shortest =
      4;  // two letters of Hangul are six bytes; "at" and "in" are towns somewhere
  constexpr std::size_t longest_title = 200;
  constexpr std::size_t most_words = 3;
  const std::vector<std::string> all = words(title.substr(0, longest_title));
  for (std::size_t first = 0; first < all.size(); ++first) {
    // "New York" before "York", "South Africa" before "Africa".
    for (std::size_t count = std::min(most_words, all.size() - first); count > 0; --count) {
      std::string name = all[first];
      for (std::size_t i = 1; i < count; ++i) name += " " + all[first + i];
      for (const std::string& spelling : spellings(name)) {
        if (spelling.size() < shortest) continue;
        if (auto named = place_called(atlas, spelling)) return named;
      }
    }
  }
  return std::nullopt;
}

}  // namespace hoego
