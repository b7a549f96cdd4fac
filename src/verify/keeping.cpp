#include "verify/keeping.h"

#include <algorithm>

namespace hoego {
namespace {

constexpr std::string_view kept_words =
    "지킴|지킨|지켜|이룬|이루었|이뤄|해내|해낸|해낼|성공|완수|완료|약속대로|목표대로|끝까지 해|done|managed "
    "it|"
    "managed to|stuck to|stuck with|followed through|came through|came good|made "
    "good|delivered|honoured|honored|"
    "pulled it off|pulled off|nailed it|succeeded|achieved|accomplished|saw it through|lived up to";

constexpr std::string_view broken_words =
    "지 못|못 지|못했|못 했|못 이|못 "
    "해|어김|어긴|어기|어겼|물거품|수포|실패|포기|무너|공수표|작심삼일|흐지부지|"
    "blew it|blew that|dropped the ball|came up short|came to nothing|fell through|fell short|fell "
    "apart|gave up "
    "on|did not|didn't|not done|not kept|let it slip|let slip|went back on|reneged|flopped|came "
    "undone|abandoned";

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool says(std::string_view text, std::string_view word) {
  const bool latin = is_letter_byte(word.front());
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool inside = latin && at > 0 && is_letter_byte(text[at - 1]);
    const bool goes_on = latin && end < text.size() && is_letter_byte(text[end]);
    if (!inside && !goes_on) return true;
  }
  return false;
}

bool says_any(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    if (says(text, words.substr(0, bar))) return true;
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
  return false;
}

}  // namespace

Keeping keeping_in(std::string_view folded) {
  return {says_any(folded, kept_words), says_any(folded, broken_words)};
}

}  // namespace hoego
