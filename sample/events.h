#pragma once
#include <optional>
#include <string>
#include <vector>

#include "record/when.h"
#include "sample/story.h"

namespace hoego::sample {

enum class Calendar { Personal, Band, Exercise, Work, Writing };

struct Recurrence {
  bool yearly = false;        ///< else weekly
  int interval = 1;           ///< weeks (or years)
  std::optional<When> until;  ///< in the form of the event's begin
};

/// An event as its calendar file has it.
struct Event {
  Calendar calendar = Calendar::Personal;
  std::string uid;
  std::string title;
  std::string location;
  When begin;
  When end;
  Instant created;
  bool cancelled = false;
  bool declined = false;  ///< by the owner
  std::optional<Recurrence> recurrence;
  std::vector<When> except;
  std::optional<When> instead_of;  ///< this is one occurrence of the series `uid`, moved
};

/// One time that a regular thing was done or is planned, by Korean clocks.
struct Occurrence {
  std::string activity;
  std::string title;
  WallTime begin;
  int minutes = 0;  ///< 0 for an all-day entry
};

struct Calendars {
  std::vector<Event> events;
  std::vector<Occurrence>
      occurrences;  ///< in order of time; trips, appointments and meetings are not among them
};

Calendars keep_calendars(const Story& story);

}  // namespace hoego::sample
