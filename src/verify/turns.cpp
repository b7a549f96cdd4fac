#include "verify/turns.h"

#include <algorithm>
#include <array>

namespace hoego {
namespace {

struct TurnWord {
  std::string_view text;
  Turn turn;
};

/// Words that say of something that it went up or down, began or ended.
constexpr std::array<TurnWord, 101> turns = {{{"늘었다고도", Turn::Unclear},
                                              {"줄었다고도", Turn::Unclear},
                                              {"뚜렷한 차이", Turn::Unclear},
                                              {"우연히", Turn::Unclear},
                                              {"비슷", Turn::Unclear},
                                              {"no clear difference", Turn::Unclear},
                                              {"too close to call", Turn::Unclear},
                                              {"by chance", Turn::Unclear},
                                              {"about the same", Turn::Unclear},
                                              {"늘었", Turn::Up},
                                              {"늘어", Turn::Up},
                                              {"늘린", Turn::Up},
                                              {"늘렸", Turn::Up},
                                              {"늘고", Turn::Up},
                                              {"늘며", Turn::Up},
                                              {"잦아", Turn::Up},
                                              {"많아졌", Turn::Up},
                                              {"많아져", Turn::Up},
                                              {"증가", Turn::Up},
                                              {"급증", Turn::Up},
                                              {"길어졌", Turn::Up},
                                              {"더 많", Turn::Up},
                                              {"더 자주", Turn::Up},
                                              {"보다 많", Turn::Up},
                                              {"더 길", Turn::Up},
                                              {"줄었", Turn::Down},
                                              {"줄어", Turn::Down},
                                              {"줄인", Turn::Down},
                                              {"줄고", Turn::Down},
                                              {"줄며", Turn::Down},
                                              {"뜸해", Turn::Down},
                                              {"드물어", Turn::Down},
                                              {"드문드문해", Turn::Down},
                                              {"감소", Turn::Down},
                                              {"적어졌", Turn::Down},
                                              {"짧아졌", Turn::Down},
                                              {"덜 ", Turn::Down},
                                              {"더 적", Turn::Down},
                                              {"보다 적", Turn::Down},
                                              {"멈췄", Turn::Ended},
                                              {"멈춘", Turn::Ended},
                                              {"그만뒀", Turn::Ended},
                                              {"그만두", Turn::Ended},
                                              {"끊겼", Turn::Ended},
                                              {"끊긴", Turn::Ended},
                                              {"시작됐", Turn::Begun},
                                              {"시작했", Turn::Begun},
                                              {"시작해", Turn::Begun},
                                              {"새로 생", Turn::Begun},
                                              {"다시 이어", Turn::Begun},
                                              {"시작한", Turn::Begun},
                                              {"went up", Turn::Up},
                                              {"go up", Turn::Up},
                                              {"rose", Turn::Up},
                                              {"risen", Turn::Up},
                                              {"grew", Turn::Up},
                                              {"increased", Turn::Up},
                                              {"picked up", Turn::Up},
                                              {"climbed", Turn::Up},
                                              {"up from", Turn::Up},
                                              {"doubled", Turn::Up},
                                              {"tripled", Turn::Up},
                                              {"more often", Turn::Up},
                                              {"there was more", Turn::Up},
                                              {"more than last year", Turn::Up},
                                              {"more than the year before", Turn::Up},
                                              {"went down", Turn::Down},
                                              {"go down", Turn::Down},
                                              {"fell", Turn::Down},
                                              {"fallen", Turn::Down},
                                              {"dropped", Turn::Down},
                                              {"declined", Turn::Down},
                                              {"decreased", Turn::Down},
                                              {"down from", Turn::Down},
                                              {"thinned out", Turn::Down},
                                              {"slowed", Turn::Down},
                                              {"grew rarer", Turn::Down},
                                              {"less often", Turn::Down},
                                              {"halved", Turn::Down},
                                              {"there was less", Turn::Down},
                                              {"fewer", Turn::Down},
                                              {"more than in ", Turn::Up},
                                              {"less than in ", Turn::Down},
                                              {"less than last year", Turn::Down},
                                              {"faded", Turn::Down},
                                              {"came to a stop", Turn::Ended},
                                              {"stopped", Turn::Ended},
                                              {"quit ", Turn::Ended},
                                              {"ended on", Turn::Ended},
                                              {"rarer", Turn::Down},
                                              {"a rare thing", Turn::Down},
                                              {"more frequent", Turn::Up},
                                              {"clear rise", Turn::Up},
                                              {"clear drop", Turn::Down},
                                              {"clear fall", Turn::Down},
                                              {"확실히 늘", Turn::Up},
                                              {"there were more", Turn::Up},
                                              {"there were fewer", Turn::Down},
                                              {"started", Turn::Begun},
                                              {"took up", Turn::Begun},
                                              {"came back", Turn::Begun}}};

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// "작년보다 글을 많이 썼다", "more posts than last year": the word of the direction apart from what it is
/// put beside.
void add_beside(std::string_view text, std::vector<SaidTurn>& to) {
  const auto note = [&](std::size_t at, std::size_t length, Turn turn) {
    const bool taken = std::any_of(to.begin(), to.end(), [&](const SaidTurn& other) {
      return at < other.end && other.at < at + length;
    });
    if (!taken) to.push_back({turn, at, at + length});
  };
  for (const std::string_view then :
       {"작년보다", "지난해보다", "기간보다", "작년에 비해", "년보다", "이맘때보다"}) {
    const std::size_t found = text.find(then);
    if (found == std::string_view::npos) continue;
    for (const TurnWord& one :
         {TurnWord{"많이", Turn::Up}, TurnWord{"많은", Turn::Up}, TurnWord{"많았", Turn::Up},
          TurnWord{"많다", Turn::Up}, TurnWord{"자주", Turn::Up}, TurnWord{"적게", Turn::Down},
          TurnWord{"적은", Turn::Down}, TurnWord{"적었", Turn::Down}, TurnWord{"적다", Turn::Down},
          TurnWord{"덜 ", Turn::Down}}) {
      const std::size_t at = text.find(one.text, found);
      if (at == std::string_view::npos) continue;
      // "많이 줄었다" is said by the verb alone.
      const bool verb = std::any_of(to.begin(), to.end(),
                                    [&](const SaidTurn& other) { return other.turn != Turn::Unclear; });
      if (!verb) note(at, one.text.size(), one.turn);
      break;
    }
    break;
  }
  for (const std::string_view then : {" than last year", " than in the same", " than the year before",
                                      " than by this time", " than a year ago", " than in 20"}) {
    const std::size_t found = text.find(then);
    if (found == std::string_view::npos) continue;
    for (const TurnWord& one :
         {TurnWord{"more ", Turn::Up}, TurnWord{"fewer ", Turn::Down}, TurnWord{"less ", Turn::Down}}) {
      const std::size_t at = text.rfind(one.text, found);
      if (at != std::string_view::npos && found - at < 60) note(at, one.text.size() - 1, one.turn);
    }
    break;
  }
}

}  // namespace

std::vector<SaidTurn> turns_in(std::string_view text) {
  std::vector<SaidTurn> all;
  for (const TurnWord& one : turns) {
    for (std::size_t at = text.find(one.text); at != std::string_view::npos;
         at = text.find(one.text, at + 1)) {
      const std::size_t end = at + one.text.size();
      const bool latin = is_letter_byte(one.text.front());
      if (latin && ((at > 0 && is_letter_byte(text[at - 1])) ||
                    (end < text.size() && is_letter_byte(text[end]) && one.text.back() != ' ')))
        continue;
      const bool taken = std::any_of(all.begin(), all.end(),
                                     [&](const SaidTurn& other) { return at < other.end && other.at < end; });
      if (!taken) all.push_back({one.turn, at, end});
    }
  }
  add_beside(text, all);
  std::sort(all.begin(), all.end(), [](const SaidTurn& a, const SaidTurn& b) { return a.at < b.at; });
  return all;
}

}  // namespace hoego
