#pragma once
#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

namespace hoego {

/// What a word of a sentence says of the numbers and dates near it.
enum class Cue {
  LastYear,
  ThisYear,
  Start,
  End,
  Most,
  Least,
  Longest,
  Streak,
  Silence,
  None,
  Booked,
  Lead,
  Late,
  Early,
  Return,
  Leave,
  Static,
  Merged,
  Open,
  Closed,
  Ahead,
  Calendar,
  Evening,
  Weekend,
  Share,
  Cost,
  OneWay,
  Move,
  Before,
  After,
  Up,
  Down,
  Same,
  Unclear,
  Sum,
  Gap,
  Each,
  More,
  Fewer,
  AtLeast,
  Kept,
  Broken,
  Target,
  Short,
  Chance,
  Reach,
  Together,
  Week,
  Day,
  Left,
  Unknown,
  Negative,
  Average,
  Birthday,
  Travel,
  Question,
  Wish,
  Final,
  First,
  Wrote,
  MonthWord,
  Picture,
  Stay,
  Farthest,
  Count_,
};
inline constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::Count_);

class Cues {
 public:
  Cues() = default;
  Cues(std::initializer_list<Cue> all) {
    for (const Cue one : all) set_.set(static_cast<std::size_t>(one));
  }
  void add(Cue one) { set_.set(static_cast<std::size_t>(one)); }
  bool has(Cue one) const { return set_.test(static_cast<std::size_t>(one)); }
  bool any_of(const Cues& other) const { return (set_ & other.set_).any(); }
  bool all_of(const Cues& other) const { return (set_ & other.set_) == other.set_; }
  Cues both(const Cues& other) const {
    Cues out;
    out.set_ = set_ & other.set_;
    return out;
  }
  bool empty() const { return set_.none(); }

 private:
  std::bitset<cue_count> set_;
};

struct CueAt {
  Cue cue = Cue::Start;
  std::size_t at = 0;
  std::size_t end = 0;
};

/// All cues of a sentence in small letters, in both languages.
std::vector<CueAt> cues_in(std::string_view folded);
/// Those that begin in [from, to).
Cues between(const std::vector<CueAt>& all, std::size_t from, std::size_t to);

}  // namespace hoego
