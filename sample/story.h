#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "sample/places.h"

namespace hoego::sample {

/// The life begins and is looked at on these days; nothing happens on the last one.
Date first_day();
Date today();
/// `YYYY-MM-DD`; a bug if it is none.
Date day(std::string_view iso);

/// A place slept at (or, on a day trip, walked about in), local days and minutes of those days.
struct Stay {
  const Place* place = nullptr;
  Date from;
  int arrive = 0;  ///< minute of `from`
  Date to;
  int leave = 0;  ///< minute of `to`
  int photos = 0;
};

/// Photos on the way: at an airport, or (without a place) in the air.
struct Glimpse {
  Instant from;
  int minutes = 0;
  const Place* place = nullptr;  ///< null in the air: the phone has no position there
  const Place* clock = nullptr;  ///< whose time the phone shows
  int photos = 0;
};

/// A flight as the ticket has it, which is what the calendar keeps.
struct Flight {
  std::string title;
  Instant begins;
  const Place* begins_at = nullptr;
  Instant ends;
  const Place* ends_at = nullptr;
};

struct Trip {
  std::string title;
  Date from;
  Date to;
  std::vector<Stay> stays;
  std::vector<Glimpse> on_the_way;
  std::vector<Flight> flights;
  std::optional<Date> booked;      ///< with an all-day entry in the calendar from that day on
  Date planned_to;                 ///< from is as planned
  std::optional<Instant> landing;  ///< of the flight home, as it was
  int camera_percent = 0;          ///< share of the photos taken with the camera
  bool day_trip = false;
  bool ahead = false;  ///< still to come on the last day

  bool abroad() const;
};

struct Home {
  const Place* place = nullptr;
  Date from;
};

/// How often something happens from a day on, in hundredths a week.
struct Pace {
  Date from;
  int per_week_hundredths = 0;
};

/// Commits on a working day, drawn between the two.
struct CommitPace {
  Date from;
  int least = 0;
  int most = 0;
};

struct FriendAlbum {
  std::string folder;
  Date day;
  const Place* place = nullptr;
  int photos = 0;
};

/// What happens, before it is written in any format. See README.md for the person.
struct Story {
  std::uint64_t seed = 0;
  std::vector<Home> homes;
  std::vector<Trip> trips;  ///< in order, not overlapping; day trips and those ahead among them
  DateRange lull;           ///< after the long trip: no drums, commits, gym
  std::vector<std::string> promised_countries;

  DateRange drums_break;    ///< after the winter show
  std::vector<Date> shows;  ///< in order, those ahead among them
  std::vector<Pace> ensembles;
  std::vector<Pace> practice;
  Date drums_grew;

  DateRange pilates;
  int pilates_hundredths = 0;
  Date gym_from;
  Date gym_faded;
  Date gym_last;
  int gym_hundredths = 0;
  int gym_afterwards = 0;  ///< visits after it faded, the last one on `gym_last`
  DateRange study;
  int study_skipped = 0;
  DateRange writers;
  Date writers_again;
  std::vector<Date> writers_deadlines;

  std::vector<Date> posts;
  std::vector<CommitPace> commits;
  Date translation_from;
  std::vector<FriendAlbum> friend_albums;

  /// On a trip that has been (or a day trip).
  const Trip* trip_on(Date day) const;
  const Place& home_on(Date day) const;
  /// A day on which nothing regular is done: away, moving, in the lull, or not yet lived.
  bool quiet(Date day) const;
};

/// The person of DESIGN.md for the seed 2024, another life of the same shape for any other.
Story make_story(std::uint64_t seed);

}  // namespace hoego::sample
