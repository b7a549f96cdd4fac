#include <algorithm>
#include <cmath>

#include "story/names.h"
#include "story/plan_parts.h"

namespace hoego::parts {
namespace {

constexpr std::size_t most_trips = 8;

bool is_named(const Trip& trip) {
  return !trip_name(trip, Language::English).empty();
}

std::optional<Coordinates> home_on(const Findings& findings, Date day) {
  std::optional<Coordinates> at;
  for (const Home& home : findings.homes) {
    if (!home.spot.at) continue;
    if (home.days.from <= day || !at) at = home.spot.at;
  }
  return at;
}

std::optional<double> reach_km(const Findings& findings, const Trip& trip) {
  const auto home = home_on(findings, trip.days.from);
  std::optional<double> reach;
  for (const Stay& stay : trip.stays) {
    if (home && stay.spot.at) reach = std::max(reach.value_or(0), distance_km(*home, *stay.spot.at));
  }
  return reach;
}

/// Nights first, then photos: which trip opens the chapter and which are told whole.
bool outweighs(const Trip* a, const Trip* b) {
  return a->nights != b->nights ? a->nights > b->nights : a->photos > b->photos;
}

int nights_told(const Trip& trip) {
  return static_cast<int>(std::count_if(trip.stays.begin(), trip.stays.end(), [](const Stay& stay) {
    return stay.nights > 0 && !place_name(stay.spot.place, Language::English).empty();
  }));
}

bool has_best_place(const Trip& trip) {
  if (trip.stays.size() < 3) return false;
  std::vector<int> photos;
  for (const Stay& stay : trip.stays) photos.push_back(stay.photos);
  std::sort(photos.rbegin(), photos.rend());
  return photos[0] > photos[1] && photos[1] > 0;
}

bool booked_ahead(const Trip& trip) {
  return trip.planned && trip.planned->booked && trip.days.from - *trip.planned->booked >= 7;
}

bool delay_known(const Trip& trip) {
  // The first picture after landing is some time after it.
  constexpr double least_hours = 3;
  return trip.planned && trip.planned->delay_hours && *trip.planned->delay_hours >= least_hours;
}

bool one_place(const Trip& trip) {
  return nights_told(trip) == 1 &&
         trip_name(trip, Language::English) == place_name(trip.stays.front().spot.place, Language::English);
}

void add_trip(const Findings& findings, const Trip& trip, bool length_told, Chapter& chapter) {
  const auto say = [&](Topic topic) { chapter.points.push_back({topic, trip.id, {}, {&trip}}); };
  if (nights_told(trip) < 3) {
    if (length_told) {
      if (booked_ahead(trip)) say(Topic::TripBooked);
      // The nights of a single place are those of the trip.
      if (nights_told(trip) > 0 && !(booked_ahead(trip) && one_place(trip))) say(Topic::TripRoute);
    } else {
      say(Topic::TripShort);
    }
  } else {
    if (booked_ahead(trip)) say(Topic::TripBooked);
    if (!length_told) say(Topic::TripLength);
    say(Topic::TripRoute);
    if (has_best_place(trip)) say(Topic::TripBestPlace);
  }
  if (delay_known(trip)) {
    say(Topic::TripDelay);
  } else if (trip.planned && trip.planned->days.to < trip.days.to) {
    say(Topic::TripBack);
  }
  add_trip_cost(trip, chapter);
  for (const ClockFinding& clock : findings.clocks) {
    if (clock.certainty < told_from || !intersect(clock.days, trip.days)) continue;
    Point point{Topic::Clock, clock.id, {}, {&trip}};
    point.clock = &clock;
    const bool told = std::any_of(chapter.points.begin(), chapter.points.end(),
                                  [&](const Point& p) { return p.finding == clock.id; });
    if (!told) chapter.points.push_back(point);
  }
}

void add_day_trips(const Findings& findings, Chapter& chapter) {
  std::vector<const Trip*> days;
  for (const Trip& trip : findings.trips) {
    if (trip.day_trip && trip.certainty >= told_from && is_named(trip)) days.push_back(&trip);
  }
  if (days.empty()) return;
  if (days.size() == 1) {
    chapter.points.push_back({Topic::DayTrip, days[0]->id, {}, {days[0]}});
    return;
  }
  Point all{Topic::DayTrips, days[0]->id, {}, days};
  for (std::size_t i = 1; i < days.size(); ++i) all.also.push_back(days[i]->id);
  all.number = static_cast<int>(days.size());
  chapter.points.push_back(all);
  if (days.size() <= 3) return;  // those are told with their days
  std::stable_sort(days.begin(), days.end(),
                   [](const Trip* a, const Trip* b) { return a->photos > b->photos; });
  if (days[0]->photos > days[1]->photos) {
    chapter.points.push_back({Topic::BestDayTrip, days[0]->id, {}, {days[0]}});
  }
}

/// Whether only the calendar knows of a trip: no picture, no position, nothing that was seen there.
bool only_in_calendar(const Findings& findings, const Trip& trip) {
  const auto is_entry = [&](const std::string& id) {
    const auto record = findings.cited.find(id);
    return record == findings.cited.end() || record->second.kind == Kind::Event ||
           record->second.kind == Kind::Reservation;
  };
  const auto& records = trip.evidence.records;
  return trip.planned && trip.photos == 0 && std::all_of(records.begin(), records.end(), is_entry);
}

/// Trips that the calendar alone knows are told as such.
void add_calendar_trips(const Findings& findings, Chapter& chapter) {
  constexpr int most = 3;
  int told = 0;
  for (const Trip& trip : findings.trips) {
    const bool doubtful = trip.certainty < told_from && trip.days.from <= findings.period.lived_to();
    const bool titled = trip.planned && !title_in_text(trip.planned->title).empty();
    if (!doubtful || !titled || !only_in_calendar(findings, trip) || told == most) continue;
    Point point{Topic::CalendarTrip, trip.id, {}, {&trip}};
    point.number = told++;
    chapter.points.push_back(point);
  }
}

}  // namespace

std::vector<const Trip*> overnight(const Findings& findings) {
  std::vector<const Trip*> trips;
  for (const Trip& trip : findings.trips) {
    if (!trip.day_trip && trip.certainty >= told_from && is_named(trip)) trips.push_back(&trip);
  }
  return trips;
}

const Trip* farthest(const Findings& findings) {
  const auto trips = overnight(findings);
  if (trips.size() < 2) return nullptr;
  const Trip* best = nullptr;
  double most = 0;
  for (const Trip* trip : trips) {
    const auto reach = reach_km(findings, *trip);
    if (!reach) return nullptr;
    if (*reach > most) {
      most = *reach;
      best = trip;
    }
  }
  return best;
}

void add_trips(const Findings& findings, Chapter& chapter) {
  auto trips = overnight(findings);
  auto ranked = trips;
  std::stable_sort(ranked.begin(), ranked.end(), outweighs);
  const Trip* far = farthest(findings);
  const auto told = [&](const Trip* trip) {
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), most_trips));
    return trip == far || std::find(ranked.begin(), end, trip) != end;
  };
  if (!ranked.empty()) {
    // The greatest opens the chapter, the others follow in order of time.
    std::stable_partition(trips.begin(), trips.end(), [&](const Trip* t) { return t == ranked.front(); });
  }
  Point more{Topic::MoreTrips, ""};
  for (const Trip* trip : trips) {
    if (told(trip)) {
      add_trip(findings, *trip, trip == far, chapter);
      continue;
    }
    if (more.trips.empty()) {
      more.finding = trip->id;
    } else {
      more.also.push_back(trip->id);
    }
    more.trips.push_back(trip);
  }
  if (!more.trips.empty()) chapter.points.push_back(more);
  add_day_trips(findings, chapter);
  add_calendar_trips(findings, chapter);
}

}  // namespace hoego::parts
