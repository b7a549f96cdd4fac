#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "claims/sentences.h"

namespace hoego {

/// What one says of the time to come: a promise (a resolution, a goal, a decision), a plan (a trip or an
/// event that is arranged, what is said to be planned), or a wish.
enum class Intention { Promise, Plan, Wish };
/// "promise", "plan", "wish".
std::string_view name(Intention intention);

/// When it is to hold, as the words say.
enum class SaidWhen { NotSaid, ThisYear, NextYear, RestOfYear, Other };
/// "none", "this year", "next year", "rest of the year", "other".
std::string_view name(SaidWhen said);

struct SaidPeriod {
  SaidWhen said = SaidWhen::NotSaid;
  std::optional<DateRange> days;  ///< where the words name a year, or a month of one
};

struct FoundPromise {
  WrittenSentence sentence;
  Intention kind = Intention::Promise;
  SaidPeriod period;
  std::string check;      ///< in the language of checks; empty where none fits
  std::string_view rule;  ///< name of the rule that fired
};

}  // namespace hoego
