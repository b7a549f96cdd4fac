#include "bench/truth/habitual_life.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "bench/truth/draw.h"
#include "bench/truth/life_recorders.h"
#include "bench/truth/looked_back.h"
#include "record/observation.h"

namespace hoego::truth {
namespace {

constexpr int shortest_life = 730;
constexpr double kept = 0.75;
constexpr double changed = 0.4;

struct Plan {
  const char* name;
  const char* title;
  bool on_fixed_days;
  bool also_away;  ///< done on trips too
  bool shared;     ///< a time of it is in one recorder, not in each
};
constexpr std::array<Plan, 10> plans = {{{"choir", "choir practice", true, false, false},
                                         {"gym", "gym", false, false, false},
                                         {"running", "morning run", false, true, false},
                                         {"pilates", "pilates", true, false, false},
                                         {"study", "paper study", true, false, false},
                                         {"class", "English class", true, false, false},
                                         {"commits", "fix", false, false, true},
                                         {"books", "book", false, true, false},
                                         {"posts", "post", false, false, false},
                                         {"prompts", "prompt", false, true, true}}};

class Habits {
 public:
  Habits(HabitualLife& all, std::uint64_t seed) : all_(all), life_(all.life), draw_(seed, "habits") {}

  void draw_all() {
    away_.assign(static_cast<std::size_t>(life_.days.days()), false);
    for (const TrueTrip& trip : life_.trips) {
      if (trip.day_trip) continue;
      for (Date day = trip.days.from; day <= trip.days.to; day = day + 1) {
        if (life_.days.contains(day)) away_[at(day)] = true;
      }
    }
    for (const Plan& plan : plans) {
      if (draw_.chance(kept)) draw_habit(plan);
    }
  }

 private:
  std::size_t at(Date day) const { return static_cast<std::size_t>(day - life_.days.from); }

  /// From the day of the change on, the rate is as many times that before.
  struct Turn {
    Date day;
    double before = 1;
    double after = 1;
  };

  std::optional<Turn> draw_turn() {
    constexpr int latest = 56;
    constexpr int earliest = 455;
    if (!draw_.chance(changed)) return std::nullopt;
    Turn turn;
    turn.day = life_.days.to - latest - draw_.below(earliest - latest);
    const double much = 2 + draw_.uniform();
    switch (draw_.below(4)) {
      case 0:
        turn.after = 0;
        break;
      case 1:
        turn.before = 0;
        break;
      case 2:
        turn.after = 1 / much;
        break;
      default:
        turn.after = much;
    }
    return turn;
  }

  std::set<Date> rests() {
    std::set<Date> days;
    const std::string& country = all_.settings.holidays;
    if (country.empty() || !draw_.chance(0.7)) return days;
    const Places world = places();
    for (int year = life_.days.from.year(); year <= life_.days.to.year(); ++year) {
      for (const Date day : world.holidays(country, year)) days.insert(day);
    }
    return days;
  }

  void draw_habit(const Plan& plan) {
    TrueHabit habit;
    habit.name = plan.name;
    habit.recorders = recorders_of(all_, plan.name);
    if (habit.recorders.empty()) return;
    const std::string& first = all_.recorders[habit.recorders.front()].source;
    const bool several = all_.recorders[habit.recorders.back()].source != first;
    constexpr double to_another_source = 0.3;
    if (plan.shared && several && draw_.chance(to_another_source))
      habit.handed_on = life_.days.from + draw_.below(life_.days.days());
    const std::optional<Turn> turn = draw_turn();
    if (turn) habit.changes = turn->day;
    const double rate = std::exp(std::log(0.3) + std::log(5 / 0.3) * draw_.uniform());
    const int weekday = 1 + draw_.below(7);
    const int times = 1 + draw_.below(2);
    const double held = 0.75 + 0.25 * draw_.uniform();
    const std::set<Date> rest = plan.on_fixed_days ? rests() : std::set<Date>();
    for (Date day = life_.days.from; day <= life_.days.to; day = day + 1) {
      const double factor = !turn ? 1 : day < turn->day ? turn->before : turn->after;
      const int after = (day.weekday() - weekday + 7) % 7;
      const bool on = after == 0 || (times == 2 && after == 3);
      const double mean = plan.on_fixed_days ? (on && rest.count(day) == 0 ? held : 0) : rate / 7;
      habit.everyday.push_back(mean * factor);
      habit.lived.push_back(away_[at(day)] && !plan.also_away ? 0 : mean * factor);
    }
    all_.habits.push_back(habit);
    const int index = static_cast<int>(all_.habits.size()) - 1;
    plan.on_fixed_days ? by_day(plan, index) : by_week(plan, index);
  }

  /// Entries of a lesson stand in a calendar whether or not one was there to go.
  void by_day(const Plan& plan, int index) {
    const TrueHabit& habit = all_.habits[static_cast<std::size_t>(index)];
    const bool entered_ahead = draw_.chance(0.5);
    for (Date day = life_.days.from; day <= life_.days.to; day = day + 1) {
      const double chance = entered_ahead ? habit.everyday[at(day)] : habit.lived[at(day)];
      if (draw_.chance(std::min(1.0, chance))) tell(plan, index, day);
    }
  }

  void by_week(const Plan& plan, int index) {
    const double dispersion = 1 + draw_.uniform();
    const std::vector<double> lived = all_.habits[static_cast<std::size_t>(index)].lived;
    for (std::size_t from = 0; from < lived.size(); from += 7) {
      const std::size_t to = std::min(from + 7, lived.size());
      double mean = 0;
      for (std::size_t i = from; i < to; ++i) mean += lived[i];
      for (int left = draw_.overdispersed(mean, dispersion); left > 0; --left) {
        double share = mean * draw_.uniform();
        std::size_t day = from;
        while (day + 1 < to && share >= lived[day]) share -= lived[day++];
        tell(plan, index, life_.days.from + static_cast<int>(day));
      }
    }
  }

  /// Of those that share a habit, the one whose turn it is: by lot, or one after the other.
  std::optional<std::size_t> whose_turn(const TrueHabit& habit, Date day) {
    std::vector<std::size_t> open;
    const std::string& first = all_.recorders[habit.recorders.front()].source;
    for (const std::size_t one : habit.recorders) {
      const Recorder& recorder = all_.recorders[one];
      const bool in_turn = !habit.handed_on || (recorder.source == first) == (day < *habit.handed_on);
      const bool is_worked_on = recorder.kind != Kind::Commit || recorder.holds.contains(day);
      if (in_turn && is_worked_on) open.push_back(one);
    }
    if (open.empty()) return std::nullopt;
    return open[static_cast<std::size_t>(draw_.below(static_cast<int>(open.size())))];
  }

  void tell(const Plan& plan, int index, Date day) {
    const TrueHabit& habit = all_.habits[static_cast<std::size_t>(index)];
    std::optional<std::size_t> only;
    if (plan.shared) {
      only = whose_turn(habit, day);
      if (!only) return;
    }
    Occasion occasion{index, day, {}};
    const int second = (8 + draw_.below(12)) * 3600 + draw_.below(3600);
    const std::string number = fmt::format("{}-{}", habit.name, all_.occasions.size());
    for (const std::size_t one : habit.recorders) {
      const Recorder& recorder = all_.recorders[one];
      const double likely = recorder.kind == Kind::Photo ? 0.3 : recorder.proves ? 0.97 : 0.5;
      if ((only && *only != one) || !recorder.holds.contains(day) || !draw_.chance(likely)) continue;
      occasion.held_by.insert(one);
      keep(plan, recorder, number, WallTime::at(day, second));
    }
    if (!occasion.held_by.empty()) all_.occasions.push_back(std::move(occasion));
  }

  void keep(const Plan& plan, const Recorder& recorder, const std::string& number, WallTime begin) {
    Observation told;
    told.kind = recorder.kind;
    told.title = plan.title;
    // A book is the same in every log; what is entered in two calendars is told to be the same by its time.
    told.identity = recorder.kind == Kind::Event ? number + "@" + recorder.source : number;
    if (recorder.kind == Kind::Book) told.title = number;
    const Zone& zone = life_.home_on(begin.date()).zone;
    const Offset offset = zone.offset_at(zone.resolve(begin));
    told.begin = When::at(begin, offset);
    if (recorder.kind == Kind::Event || recorder.kind == Kind::Workout)
      told.end = When::at(WallTime{begin.seconds + 3600}, offset);
    if (recorder.kind == Kind::Event) told.traits[trait::calendar] = recorder.scope;
    if (recorder.kind == Kind::Commit) {
      told.traits[trait::repository] = recorder.scope;
      told.traits[trait::author_email] = "me@example.org";
    }
    if (recorder.kind == Kind::Chat) told.traits[trait::tool] = recorder.scope;
    if (recorder.kind == Kind::Event) told.traits[trait::status] = "confirmed";
    all_.occasion_of[record_id(told.kind, told.identity)] = all_.occasions.size();
    Origin origin{recorder.source, told.identity, ""};
    life_.observations.push_back({std::move(told), std::move(origin)});
  }

  HabitualLife& all_;
  Life& life_;
  Draw draw_;
  std::vector<bool> away_;
};

}  // namespace

std::optional<HabitualLife> draw_habitual_life(std::uint64_t seed, const Gazetteer& atlas) {
  HabitualLife all;
  all.life = draw_life(seed, atlas);
  if (all.life.days.days() < shortest_life) return std::nullopt;
  draw_recorders(all, seed);
  Habits(all, seed).draw_all();
  return all;
}

}  // namespace hoego::truth
