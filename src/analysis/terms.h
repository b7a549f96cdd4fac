#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// A word of a title or a text.
struct Word {
  std::string text;  ///< as written
  bool hangul = false;
  /// Latin: whether its spelling here marks it as a name: a capital or a digit inside ("PyTorch", "GPT-4"), a
  /// capital at its head where not every word has one and it does not begin the text, or Latin letters in a
  /// text that is otherwise Hangul.
  bool marked = false;
};

/// Runs of Latin letters (with digits and inner - . + #) or of Hangul syllables, of two letters or more.
std::vector<Word> words_in(std::string_view text);

/// Cuts the particles (조사) off Korean words, without a dictionary: an ending such as 에서 or 을 is cut only
/// where what is left (two syllables or more) was also seen alone or before another particle, so that 회의
/// stays whole while 회의를 and 회의에서 are 회의.
class Stems {
 public:
  void learn(const std::string& hangul);
  std::string stem(const std::string& hangul) const;

 private:
  std::map<std::string, std::set<std::string_view>> seen_;  ///< possible stem -> particles after it; "" alone
};

/// Words that name nothing: of titles of commits, of calendars and of talk, and forms of verbs.
bool is_common(const Word& word, std::string_view key);

}  // namespace hoego
