#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "sample/config_writer.h"
#include "sample/truth_parts.h"

namespace hoego::sample {
namespace {

constexpr int half_an_hour = 30;

Date day_of(const Occurrence& occurrence) {
  return occurrence.begin.date();
}

std::vector<Occurrence> within(const std::vector<Occurrence>& all, DateRange range) {
  std::vector<Occurrence> out;
  for (const Occurrence& one : all) {
    if (range.contains(day_of(one))) out.push_back(one);
  }
  return out;
}

int count(const std::vector<Occurrence>& all, DateRange range) {
  return static_cast<int>(within(all, range).size());
}

int minutes(const std::vector<Occurrence>& all) {
  int sum = 0;
  for (const Occurrence& one : all) sum += one.minutes;
  return sum;
}

double hours(const std::vector<Occurrence>& all) {
  return minutes(all) / 60.0;
}

Json best_week(const std::vector<Occurrence>& all) {
  std::map<Date, int> weeks;
  for (const Occurrence& one : all) ++weeks[day_of(one) - (day_of(one).weekday() - 1)];
  const auto best = std::max_element(weeks.begin(), weeks.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == weeks.end()) return nullptr;
  return {{"from", best->first.iso()}, {"count", best->second}};
}

Json activity_json(const std::vector<Occurrence>& all) {
  const std::vector<Occurrence> held = within(all, {day("2021-01-01"), today()});
  const std::vector<Occurrence> now = within(held, this_year());
  Json months = Json::array();
  for (int month = 1; month <= today().month(); ++month) {
    const Date first = *Date::from_ymd(today().year(), month, 1);
    months.push_back(count(now, {first, first + days_in_month(first.year(), month) - 1}));
  }
  std::set<Date> days;
  for (const Occurrence& one : now) days.insert(day_of(one));
  Json out = {{"count", now.size()},
              {"hours", hours(now)},
              {"days", days.size()},
              {"by_month", months},
              {"count_last_year", count(held, last_year())},
              {"hours_last_year", hours(within(held, last_year()))},
              {"count_all", held.size()},
              {"first", nullptr},
              {"last", nullptr},
              {"best_week", best_week(now)}};
  if (!held.empty()) {
    out["first"] = day_of(held.front()).iso();
    out["last"] = day_of(held.back()).iso();
  }
  return out;
}

/// In hundredths, rounded down.
double a_week(const std::vector<Occurrence>& all, DateRange range) {
  const int hundredths = count(all, range) * 700 / range.days();
  return hundredths / 100.0;
}

Date first_of(const std::vector<Occurrence>& all) {
  return day_of(all.front());
}

Json change(const Activities& all, const std::string& id, std::string_view kind, Date date, DateRange before,
            DateRange after) {
  return {{"activity", id},
          {"kind", kind},
          {"date", date.iso()},
          {"before_per_week", a_week(all.at(id), before)},
          {"after_per_week", a_week(all.at(id), after)}};
}

/// The day a `>=` was reached, if it was.
std::optional<Date> reached(const std::vector<Occurrence>& all, DateRange range, int target_minutes,
                            int target) {
  int sum = 0;
  int times = 0;
  for (const Occurrence& one : within(all, range)) {
    sum += one.minutes;
    ++times;
    if ((target_minutes > 0 && sum >= target_minutes) || (target > 0 && times >= target)) return day_of(one);
  }
  return std::nullopt;
}

Json verdict(std::string_view name, std::optional<Date> date, const Json& value) {
  Json out = {{"verdict", name}, {"date", nullptr}, {"value", value}};
  if (date) out["date"] = date->iso();
  return out;
}

Json trips_verdict(const Life& life) {
  int trips = 0;
  std::optional<Date> broken;
  bool ahead = false;
  const auto& promised = life.story.promised_countries;
  for (const Trip& trip : life.story.trips) {
    if (trip.from < this_year().from) continue;
    std::optional<Date> first;
    for (const Stay& stay : trip.stays) {
      const bool allowed = std::find(promised.begin(), promised.end(), stay.place->country) != promised.end();
      if (stay.place->country != "KR" && !allowed && !first) first = stay.from;
    }
    if (!first) continue;
    if (trip.ahead) {
      ahead = true;
      continue;
    }
    ++trips;
    if (!broken) broken = first;
  }
  if (broken) return verdict("broken", broken, trips);
  return verdict(ahead ? "at_risk" : "on_track", std::nullopt, trips);
}

Json posts_verdict(const std::vector<Occurrence>& posts) {
  std::optional<Date> broken;
  int held = 0;
  const int months = today().month() - 1;
  for (int month = 1; month <= months; ++month) {
    const Date first = *Date::from_ymd(today().year(), month, 1);
    const Date last = first + days_in_month(first.year(), month) - 1;
    if (count(posts, {first, last}) > 0) {
      ++held;
    } else if (!broken) {
      broken = last;
    }
  }
  Json out = verdict(broken ? "broken" : "on_track", broken, count(posts, this_year()));
  out["periods"] = {{"held", held}, {"of", months}};
  return out;
}

}  // namespace

Activities activities_of(const Life& life) {
  Activities out;
  for (const Occurrence& one : life.calendars.occurrences) out[one.activity].push_back(one);
  for (const Repository& repository : life.repositories) {
    const std::string id = repository.name == "work" ? "commits" : "translation";
    for (const Commit& commit : repository.commits) {
      if (commit.owner) out[id].push_back({id, commit.message, commit.authored, 0});
    }
  }
  for (const Post& post : life.posts) {
    out["posts"].push_back({"posts", post.title, WallTime::at(post.day, post.minute * 60), 0});
  }
  return out;
}

Json activities_json(const Activities& all) {
  Json out = Json::object();
  for (const auto& [id, occurrences] : all) out[id] = activity_json(occurrences);
  return out;
}

Json changes_json(const Life& life, const Activities& all) {
  const Story& story = life.story;
  const Date yesterday = today() - 1;
  const auto before = [](Date date) { return DateRange{day("2023-01-01"), date - 1}; };
  const auto last = [&](const char* id) { return day_of(within(all.at(id), {first_day(), today()}).back()); };
  const Date pilates = last("pilates");
  const Date study = last("study");
  const Date writers_stopped = story.writers.to;
  const Date writers = first_of(all.at("writers"));
  const Date gym = first_of(all.at("gym"));
  return Json::array({
      change(all, "drums", "grew", story.drums_grew, {first_of(all.at("drums")), story.drums_grew - 1},
             {story.drums_grew, yesterday}),
      change(all, "pilates", "stopped", pilates + 1, {first_of(all.at("pilates")), pilates},
             {pilates + 1, yesterday}),
      change(all, "gym", "started", gym, before(gym), {gym, story.gym_faded - 1}),
      change(all, "gym", "faded", story.gym_faded, {gym, story.gym_faded - 1}, {story.gym_faded, yesterday}),
      change(all, "study", "started", first_of(all.at("study")), before(first_of(all.at("study"))),
             {first_of(all.at("study")), study}),
      change(all, "study", "stopped", study + 1, {first_of(all.at("study")), study}, {study + 1, yesterday}),
      change(all, "writers", "stopped", writers_stopped + 1, {writers, writers_stopped},
             {writers_stopped + 1, story.writers_again - 1}),
      change(all, "writers", "resumed", story.writers_again, {writers_stopped + 1, story.writers_again - 1},
             {story.writers_again, today()}),
  });
}

Json music_evenings_json(const Activities& all) {
  constexpr int evening = 18 * 60;
  // The band's calendar begins with its first entry: nobody can know of the evenings before.
  const Date known_from = day_of(all.at("drums").front());
  const auto evenings = [&](DateRange range) {
    std::map<Date, int> played;
    for (const Occurrence& one : within(all.at("drums"), range)) {
      const int begin = minute_of_day(one.begin);
      const int end = std::min(begin + one.minutes, 24 * 60);
      played[day_of(one)] += std::max(0, end - std::max(begin, evening));
    }
    const auto full = std::count_if(played.begin(), played.end(),
                                    [](const auto& day) { return day.second >= half_an_hour; });
    return Json{{"evenings", full}, {"of", range.to - std::max(range.from, known_from) + 1}};
  };
  return {{"this_year", evenings(this_year())}, {"last_year", evenings(last_year())}};
}

Json lull_json(const Life& life, const Activities& all) {
  std::set<Date> active;
  for (const char* id : {"drums", "commits", "gym", "translation"}) {
    for (const Occurrence& one : all.at(id)) active.insert(day_of(one));
  }
  const Date from = life.story.lull.from;
  Date back = from;
  while (active.count(back) == 0) back = back + 1;
  return {{"from", from.iso()}, {"to", (back - 1).iso()}, {"days", back - from}};
}

Json against_json(const Life& life, const Activities& all) {
  Json out = Json::object();
  const auto add = [&](const std::string& id, int now, int then) {
    out[id] = {{"this_year", now}, {"last_year", then}};
  };
  for (const auto& [id, occurrences] : all)
    add(id, count(occurrences, this_year()), count(occurrences, last_year()));
  const auto trips = [&](DateRange range, bool day_trips) {
    return static_cast<int>(
        std::count_if(life.story.trips.begin(), life.story.trips.end(), [&](const Trip& trip) {
          return !trip.ahead && trip.day_trip == day_trips && range.contains(trip.from);
        }));
  };
  const auto photos = [&](DateRange range) {
    return static_cast<int>(std::count_if(life.photos.begin(), life.photos.end(), [&](const Photo& photo) {
      return photo.camera != Camera::Friend && range.contains(photo.local_day());
    }));
  };
  add("trips", trips(this_year(), false), trips(last_year(), false));
  add("day_trips", trips(this_year(), true), trips(last_year(), true));
  add("photos", photos(this_year()), photos(last_year()));
  return out;
}

Json planned_json(const Life& life, const Activities& all) {
  Json events = Json::array();
  for (const auto& [id, occurrences] : all) {
    for (const Occurrence& one : occurrences) {
      if (day_of(one) > today())
        events.push_back({{"title", one.title}, {"date", day_of(one).iso()}, {"activity", id}});
    }
  }
  Json trips = Json::array();
  for (const Trip& trip : life.story.trips) {
    if (!trip.ahead) continue;
    trips.push_back({{"title", trip.title},
                     {"from", trip.from.iso()},
                     {"to", trip.planned_to.iso()},
                     {"country", trip.stays.front().place->country},
                     {"booked", trip.booked ? Json(trip.booked->iso()) : Json(nullptr)}});
  }
  return {{"events", events}, {"trips", trips}};
}

Json resolutions_json(const Life& life, const Activities& all) {
  const std::vector<Promise> made = promises(life.story);
  const DateRange half{this_year().from, day("2024-06-30")};
  const auto study = reached(all.at("study"), half, 0, 20);
  const auto drums = reached(all.at("drums"), this_year(), 250 * 60, 0);
  const std::array verdicts = {
      trips_verdict(life),
      // Half of what was promised came in ten months: no pace the person ever had would make up for it.
      verdict("at_risk", std::nullopt, a_week(all.at("gym"), this_year())),
      posts_verdict(all.at("posts")),
      verdict(study ? "kept" : "missed", study, count(all.at("study"), half)),
      verdict(drums ? "kept" : "open", drums, hours(within(all.at("drums"), this_year()))),
      verdict("yours", std::nullopt, nullptr),
  };
  Json out = Json::array();
  for (std::size_t i = 0; i < made.size(); ++i) {
    Json one = {{"text", made[i].text},
                {"check", made[i].check.empty() ? Json(nullptr) : Json(made[i].check)}};
    one.update(verdicts.at(i));
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace hoego::sample
