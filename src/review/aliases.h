#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// Words and names to be found in texts, and what is written in their place. Texts and names in NFC.
class Aliases {
 public:
  /// How a name is told from a part of another word.
  enum class Edge {
    Word,      ///< Latin: no letter or digit on either side. Hangul: anywhere, as particles follow it
    GivenName  ///< Hangul without its surname: only after a surname, which goes with it, or at a word's head
  };
  enum class Case { Any, Exact };

  /// Names of no letter at all are not taken. Of the same name the first one stays.
  void add(std::string_view name, std::string_view instead, Edge edge = Edge::Word, Case letters = Case::Any);
  bool empty() const { return by_first_.empty(); }

  /// With every name replaced; of several that begin in one place the longest. Linear in the text for names
  /// that begin with different letters.
  std::string replaced(std::string_view text) const;
  bool found_in(std::string_view text) const;

 private:
  struct Alias {
    std::u32string folded;  ///< simple case folding, a code point each
    std::u32string exact;   ///< empty: in any case
    std::string instead;
    Edge edge = Edge::Word;
  };
  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    const Alias* alias = nullptr;  ///< null: none
  };
  Match match_at(const std::u32string& text, const std::u32string& folded, std::size_t at) const;

  std::map<char32_t, std::vector<Alias>> by_first_;  ///< the longest first
};

/// Code points; text that is not UTF-8 comes back clean.
std::u32string points_of(std::string_view text);
std::string text_of_points(std::u32string_view points);

bool is_hangul(char32_t point);
/// A surname of one syllable, of those most borne in Korea.
bool is_surname(char32_t point);

}  // namespace hoego
