#include "app/sentence_places.h"

#include <algorithm>
#include <string>

namespace hoego {
namespace {

/// Marks, an address or a comment between two letters of a sentence are hardly longer.
constexpr std::size_t farthest = 2000;

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// One character of UTF-8 and the next one's byte. What is no UTF-8 is one byte long.
char32_t character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at++);
  const unsigned more = first >= 0xf0U ? 3 : first >= 0xe0U ? 2 : first >= 0xc0U ? 1 : 0;
  if (more == 0) return first;
  char32_t value = first & (0x3fU >> more);
  for (unsigned i = 0; i < more && at < text.size() && (byte(at) & 0xc0U) == 0x80U; ++i)
    value = (value << 6U) | (byte(at++) & 0x3fU);
  return value;
}

/// A text by its characters.
class Characters {
 public:
  explicit Characters(std::string_view text) {
    std::size_t units = 0;
    lines_.push_back(0);
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = character(text, at);
      all_.push_back(c);
      units_.push_back(units);
      units += c > 0xffffU ? 2 : 1;
      if (c == '\n') lines_.push_back(all_.size());
    }
    units_.push_back(units);
  }

  std::size_t size() const { return all_.size(); }
  std::size_t units(std::size_t at) const { return units_[std::min(at, all_.size())]; }
  std::size_t line(int number) const {
    const auto index = static_cast<std::size_t>(std::max(number, 1)) - 1;
    return index < lines_.size() ? lines_[index] : all_.size();
  }
  /// The first `c` from `at` on, near enough; `at` where there is none.
  std::size_t find(char32_t c, std::size_t at) const {
    const std::size_t last = std::min(all_.size(), at + farthest);
    for (std::size_t i = at; i < last; ++i) {
      if (all_[i] == c) return i;
    }
    return at;
  }
  bool is(std::size_t at, char32_t c) const { return at < all_.size() && all_[at] == c; }

 private:
  std::u32string all_;
  std::vector<std::size_t> units_;  ///< before each character, and of all
  std::vector<std::size_t> lines_;
};

/// Before and behind each byte of a sentence, where it stands among the characters of the text.
struct Alignment {
  std::vector<std::size_t> before;
  std::vector<std::size_t> behind;
  std::size_t end = 0;
};

Alignment aligned(std::string_view sentence, const Characters& text, std::size_t from) {
  Alignment found;
  found.before.resize(sentence.size() + 1);
  found.behind.resize(sentence.size() + 1);
  std::size_t cursor = from;
  std::size_t seen = from;  // behind the last one that was found
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t byte = at;
    const char32_t c = character(sentence, at);
    std::size_t here = cursor;
    if (!is_blank(c)) {
      here = text.find(c, cursor);
      if (text.is(here, c)) cursor = seen = here + 1;
    }
    for (std::size_t i = byte; i < at; ++i) {
      found.before[i] = here;
      found.behind[i + 1] = seen;
    }
  }
  found.before[sentence.size()] = found.end = seen;
  if (!found.behind.empty()) found.behind[0] = found.before[0];
  return found;
}

}  // namespace

std::vector<SentencePlace> sentence_places(std::string_view text,
                                           const std::vector<VerifiedSentence>& sentences) {
  const Characters characters(text);
  std::vector<SentencePlace> places;
  std::size_t last = 0;
  for (const VerifiedSentence& one : sentences) {
    const std::size_t line = characters.line(one.sentence.line);
    const bool same_line = last > line && last <= characters.line(one.sentence.line + 1);
    const Alignment found = aligned(one.sentence.text, characters, same_line ? last : line);
    SentencePlace place;
    place.whole = {characters.units(found.before.front()), characters.units(found.end)};
    for (const VerifiedPart& part : one.parts) {
      const std::size_t at = std::min(part.at, one.sentence.text.size());
      const std::size_t end = std::clamp(part.end, at, one.sentence.text.size());
      place.parts.push_back({characters.units(found.before[at]),
                             characters.units(std::max(found.before[at], found.behind[end]))});
    }
    last = found.end;
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace hoego
