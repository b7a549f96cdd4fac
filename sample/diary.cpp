#include "sample/diary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <set>

namespace hoego::sample {
namespace {

Instant noon(Date date) {
  return at(place("office"), date, 12 * 60 + 7);
}

WallTime after(WallTime begin, int minutes) {
  return {begin.seconds + std::int64_t{60} * minutes};
}

Date monday_of(Date date) {
  return date - (date.weekday() - 1);
}

}  // namespace

When Diary::when(Calendar calendar, WallTime korean) const {
  switch (calendar) {
    case Calendar::Exercise:
      return When::at(instant(korean, Offset{9 * 3600}));
    case Calendar::Writing:
      return When::floating(korean);
    case Calendar::Work:
      return When::at(korean, "Korea Standard Time");
    case Calendar::Personal:
    case Calendar::Band:
      break;
  }
  return When::at(korean, "Asia/Seoul");
}

Event Diary::entry(const Habit& habit, Date on, Date created) {
  const WallTime begin = WallTime::at(on, habit.begins * 60);
  Event event;
  event.calendar = habit.calendar;
  event.uid = fmt::format("{:05}-{}@sample.hoego.example", ++serial_, on.iso());
  event.title = habit.title;
  event.location = habit.location;
  event.begin = when(habit.calendar, begin);
  event.end = when(habit.calendar, after(begin, habit.minutes));
  event.created = noon(created);
  return event;
}

void Diary::count(const Habit& habit, WallTime begin) {
  if (!habit.activity.empty()) {
    kept_.occurrences.push_back({habit.activity, habit.title, begin, habit.minutes});
  }
}

void Diary::once(const Habit& habit, Date on, Date created) {
  kept_.events.push_back(entry(habit, on, created));
  count(habit, WallTime::at(on, habit.begins * 60));
}

void Diary::all_day(const Habit& habit, Date on, Date created) {
  Event event = entry(habit, on, created);
  event.begin = When::on(on);
  event.end = When::on(on + 1);
  kept_.events.push_back(std::move(event));
  count(habit, WallTime::at(on));
}

void Diary::cancelled(const Habit& habit, Date on) {
  Event event = entry(habit, on, on - 9);
  event.cancelled = true;
  kept_.events.push_back(std::move(event));
}

void Diary::declined(const Habit& habit, Date on) {
  Event event = entry(habit, on, on - 6);
  event.declined = true;
  kept_.events.push_back(std::move(event));
}

std::string Diary::weekly(const Habit& habit, Date from, Date until, int weeks) {
  Event event = entry(habit, from, from - 10);
  const auto begin = [&](Date date) { return WallTime::at(date, habit.begins * 60); };
  std::vector<Date> days;
  for (Date date = from; date <= until; date = date + 7 * weeks) days.push_back(date);
  assert(!days.empty());
  std::set<Date> skipped;
  while (static_cast<int>(skipped.size()) < to_skip_) {
    skipped.insert(days[static_cast<std::size_t>(random_.between(1, static_cast<int>(days.size()) - 2))]);
  }
  to_skip_ = 0;
  for (const Date date : days) {
    if (skipped.count(date) != 0 || story_.quiet(date)) {
      event.except.push_back(when(habit.calendar, begin(date)));
    } else {
      count(habit, begin(date));
    }
  }
  event.recurrence = Recurrence{false, weeks, when(habit.calendar, begin(days.back()))};
  std::string uid = event.uid;
  kept_.events.push_back(std::move(event));
  return uid;
}

void Diary::move(const std::string& uid, WallTime from, WallTime to) {
  const auto series =
      std::find_if(kept_.events.begin(), kept_.events.end(), [&](const Event& e) { return e.uid == uid; });
  assert(series != kept_.events.end());
  const auto held =
      std::find_if(kept_.occurrences.begin(), kept_.occurrences.end(),
                   [&](const Occurrence& o) { return o.title == series->title && o.begin == from; });
  assert(held != kept_.occurrences.end());
  held->begin = to;
  Event moved = *series;
  moved.recurrence.reset();
  moved.except.clear();
  moved.instead_of = when(moved.calendar, from);
  moved.begin = when(moved.calendar, to);
  moved.end = when(moved.calendar, after(to, held->minutes));
  kept_.events.push_back(std::move(moved));
}

void Diary::often(const Habit& habit, const std::vector<Pace>& paces, Date until,
                  const std::vector<int>& weekdays, const std::function<bool(Date)>& busy) {
  int owed = 50;
  for (Date monday = monday_of(paces.front().from); monday <= until; monday = monday + 7) {
    const Date sunday = monday + 6;
    int pace = 0;
    for (const Pace& next : paces) {
      if (next.from <= sunday) pace = next.per_week_hundredths;
    }
    std::vector<Date> free;
    for (int shift = 0; shift < 7; ++shift) {
      const Date date = monday + shift;
      const bool usual = std::find(weekdays.begin(), weekdays.end(), date.weekday()) != weekdays.end();
      if (usual && date >= paces.front().from && date <= until && !story_.quiet(date) && !busy(date)) {
        free.push_back(date);
      }
    }
    owed = std::min(owed + pace, 390);
    for (; owed >= 100 && !free.empty(); owed -= 100) {
      const int chosen = random_.below(static_cast<int>(free.size()));
      once(habit, free[static_cast<std::size_t>(chosen)], monday - 4);
      free.erase(free.begin() + chosen);
    }
    // What a week away has cost is not made up for later.
    owed = std::min(owed, 99);
  }
}

void Diary::now_and_then(const Habit& habit, DateRange range, int times) {
  std::set<Date> days;
  while (static_cast<int>(days.size()) < times) {
    const Date date = range.from + random_.below(range.days());
    if (!story_.quiet(date)) days.insert(date);
  }
  for (const Date date : days) once(habit, date, date - 1);
}

void Diary::called_off(const std::string& title, DateRange days, Date created) {
  Event event = entry({Calendar::Personal, "", title, "", 0, 0}, days.from, created);
  event.begin = When::on(days.from);
  event.end = When::on(days.to + 1);
  event.cancelled = true;
  kept_.events.push_back(std::move(event));
}

void Diary::meeting(const std::string& title, Date from, int begins, int minutes) {
  Event event = entry({Calendar::Work, "", title, "", begins, minutes}, from, from - 3);
  const Date until = from + (day("2024-12-27") - from) / 7 * 7;
  event.recurrence = Recurrence{false, 1, when(Calendar::Work, WallTime::at(until, begins * 60))};
  kept_.events.push_back(std::move(event));
}

void Diary::birthday(const std::string& title, Date first) {
  Event event = entry({Calendar::Personal, "", title, "", 0, 0}, first, first - 60);
  event.begin = When::on(first);
  event.end = When::on(first + 1);
  event.recurrence = Recurrence{true, 1, std::nullopt};
  kept_.events.push_back(std::move(event));
}

void Diary::trip(const Trip& trip) {
  if (!trip.booked) return;
  const Habit all{Calendar::Personal, "", trip.title, std::string(trip.stays.front().place->korean), 0, 0};
  Event event = entry(all, trip.from, *trip.booked);
  event.begin = When::on(trip.from);
  event.end = When::on(trip.planned_to + 1);
  kept_.events.push_back(std::move(event));
  for (const Flight& flight : trip.flights) {
    Event leg = entry({Calendar::Personal, "", flight.title, "", 0, 0}, trip.from, *trip.booked);
    const auto local = [](Instant instant, const Place& where) {
      return When::at(local_time(instant, where), std::string(where.zone));
    };
    leg.begin = local(flight.begins, *flight.begins_at);
    leg.end = local(flight.ends, *flight.ends_at);
    kept_.events.push_back(std::move(leg));
  }
}

void Diary::appointments(const std::vector<std::string>& titles) {
  for (Date month = first_day(); month < day("2025-01-01");
       month = month + days_in_month(month.year(), month.month())) {
    const int count = random_.between(1, 3);
    for (int i = 0; i < count; ++i) {
      const Date date = month + random_.below(days_in_month(month.year(), month.month()));
      const int begins = random_.between(11, 19) * 60;
      const auto& title = titles[static_cast<std::size_t>(random_.below(static_cast<int>(titles.size())))];
      if (story_.quiet(date)) continue;
      once({Calendar::Personal, "", title, "", begins, 60}, date, std::min(date - 7, today() - 1));
    }
  }
}

}  // namespace hoego::sample
