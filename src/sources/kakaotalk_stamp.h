#pragma once
#include <optional>
#include <string_view>

#include "base/civil.h"

namespace hoego::kakaotalk {

/// A moment as a chat's export writes it: the clock of the machine that exported it, whose zone is not told.
struct Stamp {
  Date day;
  bool has_weekday = false;
  std::optional<int> second;  ///< of the day, 0..86399; nothing where only the day is written
  WallTime wall() const { return WallTime::at(day, second.value_or(0)); }
};

/// Reads a date and, where one follows, a clock from the front of `text` and moves it past them; leaves it as
/// it is where there is no date. `text` is clean UTF-8. Understood: `2024년 3월 15일`, `2024. 3. 15.`,
/// `2024-03-15`, `March 15, 2024`, `Mar 15, 2024`, `15 Mar 2024`, with or without 금요일 or `Friday,`.
std::optional<Stamp> take_stamp(std::string_view& text);

/// Reads `오후 7:02`, `7:02 PM`, `7:02 p.m.`, `19:02`, `19:02:11` in the same way. 오전 12:30 is half past
/// midnight. Seconds of the day.
std::optional<int> take_clock(std::string_view& text);

/// Blanks (also U+00A0 and U+202F, which iOS writes before PM) cut off the front.
void skip_blanks(std::string_view& text);

}  // namespace hoego::kakaotalk
