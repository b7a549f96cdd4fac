#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "bench/truth/draw.h"
#include "promises/check.h"
#include "promises/tally.h"

namespace hoego::truth {

/// How the thing promised comes. Sparse: 1 to 12 times a year; Changed: a rate that becomes another one, 0.2
/// to 5 times as high or, one time of three, from or to nothing, on a day anywhere between the first day and
/// the period's last; the others as in habits.h.
enum class Way { Overdispersed, Autocorrelated, Seasonal, StrictlyWeekly, Changed, Sparse };
constexpr std::array<Way, 6> ways = {Way::Overdispersed,  Way::Autocorrelated, Way::Seasonal,
                                     Way::StrictlyWeekly, Way::Changed,        Way::Sparse};
std::string_view name(Way way);

/// What is promised of it.
enum class Form { Total, Days, Hours, Cost, Per, Every, Share, Evenings, Streak, LastYear, Exactly };
constexpr std::array<Form, 11> forms = {Form::Total,  Form::Days,     Form::Hours,  Form::Cost,
                                        Form::Per,    Form::Every,    Form::Share,  Form::Evenings,
                                        Form::Streak, Form::LastYear, Form::Exactly};
std::string_view name(Form form);

/// How much was known on the day of looking back.
enum class Known { Months, Days };  ///< two months to two years; 3 to 27 days

/// A life with one promise, looked at on one day of its period, and how it came out.
struct PromisedLife {
  Way way = Way::Overdispersed;
  Form form = Form::Total;
  Check check;
  Target target;
  DateRange period;
  Date as_of;
  Tally seen;                   ///< to `as_of`; of a quarter of lives with gaps
  std::vector<double> planned;  ///< of a third of lives: some of what comes, and what will not be held
  bool kept = false;            ///< by all days of the period, those that no source saw too
};

/// A promise that was open on a day drawn from its period (a calendar year, or 60 to 300 days). Its target is
/// drawn from what was known on that day, never from what came after: half the time as set at the outset (the
/// own rate of a stretch drawn from the past, times a factor), half as what the rest would bring to what is
/// there. Nothing where of many drawn none was open.
std::optional<PromisedLife> promised_life(Draw& draw, Known known);

}  // namespace hoego::truth
