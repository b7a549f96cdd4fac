#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/settings.h"
#include "bench/truth/life.h"

namespace hoego::truth {

/// A source of habits: what it holds, and of which days it says that it would.
struct Recorder {
  std::string source;
  std::string scope;  ///< calendar or repository; may be empty
  Kind kind = Kind::Event;
  DateRange holds;     ///< days on which it was kept
  DateRange covered;   ///< days of its claim: longer where it was given up and is still read
  bool proves = true;  ///< false: pictures, which show only that something was
};

/// What is done week by week, and how often in truth.
struct TrueHabit {
  std::string name;
  /// Expected times a day of everyday life, by day of the life: what a change is a change of.
  std::vector<double> everyday;
  /// The same with the days away, on which what is done at home is not done: what a comparison compares.
  std::vector<double> lived;
  std::optional<Date> changes;           ///< first day of another everyday rate
  std::vector<std::size_t> recorders{};  ///< indices of those that may hold it
  std::optional<Date> handed_on{};       ///< day from which on another source holds it than its first
};

/// One time of a habit, or an entry for one that was not kept.
struct Occasion {
  int habit = 0;
  Date day;
  std::set<std::size_t> held_by;
};

/// A life with habits beside its trips and homes, each told by sources of its own.
struct HabitualLife {
  Life life;
  Settings settings;  ///< with the owner's rules, or without any
  std::vector<Recorder> recorders;
  std::vector<TrueHabit> habits;
  std::vector<Occasion> occasions;
  std::map<std::string, std::size_t> occasion_of;  ///< by id of the record
};

/// A life of two to three years (`draw_life`; nothing where that is shorter) in which three in four of ten
/// habits are kept, 0.3 to 5 times a week, over-dispersed or on fixed weekdays, away days and some holidays
/// left out; four in ten change for good within its last fifteen months (stop, start, to a third or a half,
/// to the double or triple).
///
/// Recorders: a private and a work calendar, a watch, one or two folders of repositories, one or two reading
/// logs, a blog, one or two chat tools, pictures. Of those that are exported or worn one in five begins late
/// and one in five ends early, which ends what it covers. One private calendar in seven is left for another
/// one, whereupon the old one is an old export or is still read and silent. Two recorders at once: the gym
/// (calendar and watch), a class (both calendars), books (both logs). Shared out among several: commits and
/// prompts, of which three in ten that have two sources go over from the one to the other on some day.
std::optional<HabitualLife> draw_habitual_life(std::uint64_t seed, const Gazetteer& atlas);

}  // namespace hoego::truth
