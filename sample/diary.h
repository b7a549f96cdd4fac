#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sample/events.h"
#include "sample/random.h"

namespace hoego::sample {

/// A thing done again and again.
struct Habit {
  Calendar calendar = Calendar::Personal;
  std::string activity;  ///< empty: nothing that is counted
  std::string title;
  std::string location;
  int begins = 0;  ///< minute of the Korean day
  int minutes = 0;
};

/// Writes events and, beside them, what they come to. Nothing regular is entered on a quiet day of the story.
class Diary {
 public:
  explicit Diary(const Story& story) : story_(story), random_(story.seed, "diary") {}

  /// A series with a rule; quiet days become exceptions. Returns its UID.
  std::string weekly(const Habit& habit, Date from, Date until, int weeks);
  /// The next series loses so many occurrences besides, never the first or the last.
  void skip_some(int occurrences) { to_skip_ = occurrences; }
  /// Moves one occurrence of a series of Diary::weekly.
  void move(const std::string& uid, WallTime from, WallTime to);
  /// Single events on some of the weekdays (1..7), so many a week.
  void often(const Habit& habit, const std::vector<Pace>& paces, Date until, const std::vector<int>& weekdays,
             const std::function<bool(Date)>& busy);
  void now_and_then(const Habit& habit, DateRange range, int times);
  void once(const Habit& habit, Date on, Date created);
  void all_day(const Habit& habit, Date on, Date created);
  void cancelled(const Habit& habit, Date on);
  void declined(const Habit& habit, Date on);
  /// A trip that was cancelled.
  void called_off(const std::string& title, DateRange days, Date created);
  /// A weekly meeting at work that goes on whether the owner is there or not.
  void meeting(const std::string& title, Date from, int begins, int minutes);
  void birthday(const std::string& title, Date first);
  void trip(const Trip& trip);
  /// One to three small things a month.
  void appointments(const std::vector<std::string>& titles);

  Calendars close() { return std::move(kept_); }

 private:
  Event entry(const Habit& habit, Date on, Date created);
  void count(const Habit& habit, WallTime begin);
  /// As the habit's calendar writes times: UTC, floating, or in Korean time.
  When when(Calendar calendar, WallTime korean) const;

  const Story& story_;
  Random random_;
  Calendars kept_;
  int to_skip_ = 0;
  int serial_ = 0;
};

}  // namespace hoego::sample
