#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "verify/amounts.h"
#include "verify/cues.h"
#include "verify/known_names.h"
#include "verify/said_days.h"
#include "verify/turns.h"
#include "verify/weekdays.h"

namespace hoego {

/// Which year a part of a sentence is about.
enum class YearSaid { NotSaid, This, Last };

/// A sentence as its numbers, dates, names and cue words, and which of them belong together.
class Said {
 public:
  /// `names`: those of the findings; `period` resolves dates without a year.
  Said(std::string_view text, const KnownNames& names, const Findings& findings);

  const std::string& text() const { return text_; }
  const std::string& folded() const { return folded_; }
  bool korean() const { return korean_; }
  const std::vector<Amount>& amounts() const { return amounts_; }
  const std::vector<SaidDays>& days() const { return days_; }
  const std::vector<NamedThing>& names() const { return names_; }
  const std::vector<CueAt>& cues() const { return cues_; }
  const std::vector<SaidWeekdays>& weekdays() const { return weekdays_; }
  /// Those that stand outside of names.
  const std::vector<SaidTurn>& turns() const { return turns_; }

  Cues all_cues() const { return between(cues_, 0, folded_.size()); }
  Cues cues_of(const Span& span) const { return between(cues_, span.at, span.end); }
  /// What lies around an amount up to the amounts beside it: words in between go to the one they are said of
  /// (in Korean mostly the next, up to the end of a clause the one before).
  Span near(std::size_t amount) const;
  /// What lies around a date or an amount, up to the numbers and dates beside it.
  Span around(std::size_t at, std::size_t end) const;
  /// The same, cut where another clause or item of a list lies between.
  Span beside(std::size_t at, std::size_t end) const;
  /// Names that lie in a span.
  std::vector<const NamedThing*> names_in(const Span& span) const;
  /// The year that an amount is of: said near it, or for the clause.
  YearSaid year_of(std::size_t amount) const;
  /// Whether an amount is what something was before: 71번에서, from 71, 71번보다, against 71.
  bool is_before(std::size_t amount) const;
  /// Those said before it in the sentence of another amount: "9월에 드럼을 21번 치고 책을 한 권 읽었다".
  std::vector<std::size_t> days_before(std::size_t amount) const;
  /// Whether an amount is the whole of which the one before it is a part: "32 of my 38", "38번 가운데 32번".
  bool is_whole(std::size_t amount) const;
  /// Dates (indices) said of an amount: "9월에 31번", "31 in September".
  std::vector<std::size_t> days_of(std::size_t amount) const;

 private:
  void read_general();
  void read_turns();
  std::size_t split(std::size_t from, std::size_t to) const;
  bool tells_of_days(std::size_t amount) const;
  bool is_bound_to_one_before(const SaidDays& day, const Amount& amount) const;

  std::string text_;
  std::string folded_;
  bool korean_ = false;
  int this_year_ = 0;
  int last_year_ = 0;
  std::vector<NamedThing> names_;
  std::vector<SaidDays> days_;
  std::vector<Amount> amounts_;
  std::vector<CueAt> cues_;
  std::vector<SaidWeekdays> weekdays_;
  std::vector<SaidTurn> turns_;
};

}  // namespace hoego
