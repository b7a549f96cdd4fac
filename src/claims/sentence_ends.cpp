#include <algorithm>
#include <array>

#include "base/text.h"
#include "claims/characters.h"
#include "claims/sentences.h"

namespace hoego {
namespace {

bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'…' || c == U'。' || c == U'！' || c == U'？';
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == U'”' || c == U'’' || c == ')' || c == U'」' || c == U'』';
}

/// The last syllable of a Korean verb that ends a sentence.
bool ends_korean(char32_t c) {
  constexpr std::u32string_view endings = U"다요죠까음함됨임네지자게걸봄";
  return endings.find(c) != std::u32string_view::npos;
}

/// "e.g.", "Mr.", "U.S.": a point that ends no sentence.
bool is_abbreviation(std::u32string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && (is_ascii_word(before[begin - 1]) || before[begin - 1] == '.')) --begin;
  const std::string word = fold_case(utf8(before.substr(begin)));
  if (word.size() == 1 && word != "i") return true;
  if (word.find('.') != std::string::npos) return true;
  constexpr std::array<std::string_view, 14> known = {"mr", "mrs", "ms",   "dr",  "vs",  "etc", "st",
                                                      "no", "vol", "prof", "inc", "jan", "dec", "approx"};
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool is_number(std::u32string_view before) {
  return !before.empty() && before.back() >= '0' && before.back() <= '9';
}

/// Walks a paragraph and says where a sentence ends.
class Splitter {
 public:
  explicit Splitter(std::u32string text) : text_(std::move(text)) {}

  std::vector<std::string> split() {
    while (at_ < text_.size()) {
      quote();
      const std::size_t end = sentence_end();
      if (end == 0) {
        ++at_;
        continue;
      }
      at_ = end;
      cut();
    }
    cut();
    return std::move(out_);
  }

 private:
  /// Notes when a quotation begins or ends; one that never closes is none.
  void quote() {
    const char32_t c = text_[at_];
    if (at_ < quoted_to_) return;
    const char32_t close = c == U'“' ? U'”' : c == U'「' ? U'」' : c == '"' ? U'"' : 0;
    if (close == 0) return;
    const std::size_t end = text_.find(close, at_ + 1);
    if (end != std::u32string::npos && end - at_ < 400) quoted_to_ = end;
  }

  /// Past the end of the sentence if it ends at `at_`, else 0.
  std::size_t sentence_end() const {
    const char32_t c = text_[at_];
    if (is_stop(c)) return after_stop();
    if (at_ == 0 || at_ < quoted_to_) return 0;
    const bool ornament =
        is_pictograph(c) || is_lone_letter(c) || c == '~' || c == '^' ||
        (c == ':' && at_ + 1 < text_.size() && (text_[at_ + 1] == ')' || text_[at_ + 1] == '('));
    if (!ornament) return 0;
    std::size_t verb = at_;
    while (verb > 0 && is_blank(text_[verb - 1])) --verb;
    if (verb == 0 || !ends_korean(text_[verb - 1])) return 0;
    return after_ornaments(at_);
  }

  std::size_t after_stop() const {
    const std::u32string_view before = std::u32string_view(text_).substr(start_, at_ - start_);
    std::size_t end = at_;
    while (end < text_.size() && is_stop(text_[end])) ++end;
    while (end < text_.size() && is_closing(text_[end])) ++end;
    if (end - 1 < quoted_to_) return 0;
    if (quoted_to_ != 0 && end > quoted_to_ && quoted_to_ >= at_ && goes_on(end)) return 0;
    if (end == text_.size()) return end;
    if (is_pause(end)) return 0;
    if (!is_blank(text_[end]) && !is_pictograph(text_[end]) && !is_syllable_after_korean(end)) {
      const std::size_t past = after_ornaments(end);
      if (past == end) return 0;
      return past;
    }
    if (text_[at_] == '.' && (end == at_ + 1) && (is_abbreviation(before) || is_list_number(before)))
      return 0;
    return after_ornaments(end);
  }

  /// "그리고… 다시": dots after a word that ends no sentence.
  bool is_pause(std::size_t end) const {
    const bool dots = text_[at_] == U'…' || (text_[at_] == '.' && end - at_ > 1);
    return dots && at_ > 0 && is_syllable(text_[at_ - 1]) && !ends_korean(text_[at_ - 1]);
  }

  /// "1." at the beginning; "3. 5": a number of a list.
  static bool is_list_number(std::u32string_view before) { return is_number(before) && before.size() <= 3; }

  /// "했다.그리고": a missing blank.
  bool is_syllable_after_korean(std::size_t end) const {
    return is_syllable(text_[end]) && at_ > 0 && text_[at_] == '.' && ends_korean(text_[at_ - 1]);
  }

  /// After a quotation: Korean 라고 or a small letter goes on with the sentence it stands in.
  bool goes_on(std::size_t end) const {
    while (end < text_.size() && is_blank(text_[end])) ++end;
    if (end == text_.size()) return false;
    const char32_t c = text_[end];
    return (c >= 'a' && c <= 'z') || c == U'라' || c == U'이' || c == U'하' || c == U'고' || c == U'는' ||
           c == ',';
  }

  std::size_t after_ornaments(std::size_t end) const {
    std::size_t past = end;
    for (std::size_t i = end; i < text_.size(); ++i) {
      const char32_t c = text_[i];
      const bool smile =
          (c == ':' || c == ';') && i + 1 < text_.size() && (text_[i + 1] == ')' || text_[i + 1] == '(');
      if (smile) ++i;
      if (smile || is_pictograph(c) || is_lone_letter(c) || c == '~' || c == '^' || is_stop(c)) past = i + 1;
      if (!smile && past != i + 1 && !is_blank(c)) break;
    }
    return past;
  }

  void cut() {
    std::string sentence = trim(utf8(std::u32string_view(text_).substr(start_, at_ - start_)));
    start_ = at_;
    if (!sentence.empty()) out_.push_back(std::move(sentence));
  }

  std::u32string text_;
  std::size_t start_ = 0;
  std::size_t at_ = 0;
  std::size_t quoted_to_ = 0;  ///< where the quotation ends that was last seen
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> split_sentences(std::string_view paragraph) {
  return Splitter(code_points(paragraph)).split();
}

}  // namespace hoego
