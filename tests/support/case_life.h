#pragma once
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/settings.h"
#include "tests/support/life.h"

/// Lives in a line of text, for the cases of verdict_cases.txt.
namespace hoego::life {

inline Date case_day(const std::string& text) {
  const auto date = Date::parse(text.size() == 5 ? "2024-" + text : text);
  if (!date) throw std::runtime_error("no day: " + text);
  return *date;
}

inline DateRange case_days(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return {case_day(text), case_day(text)};
  return {case_day(text.substr(0, dots)), case_day(text.substr(dots + 2))};
}

/// What the owner of these lives does: `drums` and `gym` from calendars, `run` from workouts, `coffee` and a
/// gym's fee from payments; `books` and `posts` as they are.
inline Settings case_settings() {
  const auto titled = [](const char* title) {
    Matcher matcher;
    matcher.patterns.emplace_back("title", std::make_shared<const Pattern>(title));
    return matcher;
  };
  const auto of_kind = [](Kind kind) {
    Matcher matcher;
    matcher.kind = kind;
    return matcher;
  };
  Settings settings;
  settings.activities.push_back({"drums", {"드럼", "drums"}, "music", {titled("^drums$")}, {}, std::nullopt});
  settings.activities.push_back({"choir", {"합창", "choir"}, "music", {titled("^choir$")}, {}, std::nullopt});
  settings.activities.push_back({"gym", {"헬스", "gym"}, "health", {titled("^gym$")}, {}, std::nullopt});
  settings.activities.push_back(
      {"study", {"공부", "study"}, "learning", {titled("^study$")}, {}, std::nullopt});
  settings.activities.push_back(
      {"run", {"달리기", "run"}, "health", {of_kind(Kind::Workout)}, {}, std::nullopt});
  Matcher coffee = of_kind(Kind::Expense);
  coffee.patterns.emplace_back("title", std::make_shared<const Pattern>("coffee"));
  settings.activities.push_back({"coffee", {"커피", "coffee"}, "", {coffee}, {}, std::nullopt});
  settings.areas = {{"music", {"음악", "music"}, false},
                    {"health", {"건강", "health"}, false},
                    {"learning", {"배움", "learning"}, false}};
  return settings;
}

/// Builds a life from statements that end with semicolons:
///   books on 01-05 02-07            these days
///   books 22 in 01-01..12-20        so many, spread evenly
///   gym mo,th in 01-01..03-31       these weekdays
///   drums 3h on 01-05               with a length, at 19:00; `3h@09` at another hour
///   run 8km on 01-05
///   gym cal=club mo in 01-01..      in a calendar of that name; without, in one called like the activity
///   sees books 01-01..12-31         its source covers these days (of several: a statement each)
///   sees cal=club 01-01..12-31      that calendar does
///   home KR in 2023-01-01..12-31    a picture at home every evening
///   trip JP in 03-15..03-18         pictures there, none at home
///   transit JP 03-15                a picture at its airport at noon
///   positions 01-01..12-31          a phone that tells where it is
///   entry "나고야 여행" 12-20..12-23   in the calendar, over whole days
///   pays gym 50000KRW on 01-05
class CaseLife {
 public:
  explicit CaseLife(const std::string& text) {
    std::istringstream statements(text);
    for (std::string statement; std::getline(statements, statement, ';');) read(statement);
    finish();
  }
  Timeline timeline() const { return life_.timeline(); }

 private:
  struct Abroad {
    DateRange days;
    Coordinates at;
  };

  static Coordinates place(const std::string& country) {
    if (country == "KR") return seoul;
    if (country == "JP") return nagoya;
    if (country == "CA") return banff;
    if (country == "US") return honolulu;
    if (country == "sokcho") return sokcho;
    throw std::runtime_error("no such place: " + country);
  }

  static Kind kind_of(const std::string& what) {
    if (what == "books") return Kind::Book;
    if (what == "posts") return Kind::Post;
    if (what == "run") return Kind::Workout;
    if (what == "money" || what == "coffee") return Kind::Expense;
    return Kind::Event;
  }

  void read(const std::string& statement) {
    std::istringstream words(statement);
    std::string what;
    if (!(words >> what)) return;
    std::string word;
    if (what == "sees") {
      words >> what >> word;
      const DateRange days = case_days(word);
      if (what.rfind("cal=", 0) == 0)
        return void(life_.covers(Kind::Event, what.substr(4), days.from, days.to));
      return void(life_.covers(kind_of(what), scope_of(what), days.from, days.to));
    }
    if (what == "home" || what == "trip") {
      std::string in;
      std::string country;
      words >> country >> in >> word;
      return void((what == "home" ? homes_ : trips_).push_back({case_days(word), place(country)}));
    }
    if (what == "transit") {
      std::string country;
      words >> country >> word;
      return void(life_.photo((case_day(word).iso() + "T12:00:00").c_str(), place(country)));
    }
    if (what == "positions") {
      words >> word;
      return void(positions_.push_back(case_days(word)));
    }
    if (what == "entry") return entry(statement);
    if (what == "pays") {
      words >> what;
      return pays(what, words);
    }
    happens(what, words);
  }

  static std::string scope_of(const std::string& what) { return kind_of(what) == Kind::Event ? what : ""; }

  void entry(const std::string& statement) {
    const std::size_t open = statement.find('"');
    const std::size_t close = statement.find('"', open + 1);
    std::istringstream rest(statement.substr(close + 1));
    std::string days;
    rest >> days;
    const DateRange range = case_days(days);
    life_.all_day(statement.substr(open + 1, close - open - 1), range.from, range.to);
  }

  void pays(const std::string& what, std::istringstream& words) {
    std::string amount;
    std::string on;
    words >> amount >> on;
    for (std::string day; words >> day;) {
      char* currency = nullptr;
      const double sum = std::strtod(amount.c_str(), &currency);
      life_.expense(what, (case_day(day).iso() + "T12:00:00").c_str(), sum, currency);
    }
  }

  void happens(const std::string& what, std::istringstream& words) {
    std::string how;
    words >> how;
    double hours = 1;
    double km = 0;
    int at = 19;
    int times = 0;
    std::string weekdays;
    std::string calendar = what;
    while (how != "on" && how != "in") {
      if (how.rfind("cal=", 0) == 0) {
        calendar = how.substr(4);
      } else if (how.find('h') != std::string::npos && how.find(',') == std::string::npos && how[0] <= '9') {
        hours = std::strtod(how.c_str(), nullptr);
        if (const std::size_t hour = how.find('@'); hour != std::string::npos)
          at = std::atoi(how.c_str() + hour + 1);
      } else if (how.size() > 2 && how.compare(how.size() - 2, 2, "km") == 0) {
        km = std::strtod(how.c_str(), nullptr);
      } else if (how[0] >= '0' && how[0] <= '9') {
        times = std::atoi(how.c_str());
      } else {
        weekdays = how;
      }
      if (!(words >> how)) throw std::runtime_error("neither \"on\" nor \"in\": " + what);
    }
    std::string word;
    while (words >> word) {
      const DateRange days = case_days(word);
      for (int n = 0; n < times; ++n)
        one(what, days.from + static_cast<int>((2L * n + 1) * days.days() / (2L * times)), at, hours, km,
            calendar);
      for (Date day = days.from; times == 0 && day <= days.to; day = day + 1) {
        static const std::string names = "mo,tu,we,th,fr,sa,su";
        const std::string name = names.substr(static_cast<std::size_t>(day.weekday() - 1) * 3, 2);
        if (weekdays.empty() || weekdays.find(name) != std::string::npos)
          one(what, day, at, hours, km, calendar);
      }
    }
  }

  void one(const std::string& what, Date day, int at, double hours, double km, const std::string& calendar) {
    char clock[16];
    std::snprintf(clock, sizeof clock, "T%02d:00:00", at);
    const std::string local = day.iso() + clock;
    const Kind kind = kind_of(what);
    if (kind == Kind::Event) return void(life_.event(what, local.c_str(), hours, calendar));
    life_.thing(kind, what, local.c_str());
    if (km > 0) life_.last_measures("kilometers", km);
  }

  bool is_away(Date day) const {
    return std::any_of(trips_.begin(), trips_.end(),
                       [day](const Abroad& trip) { return trip.days.contains(day); });
  }

  void finish() {
    for (const Abroad& home : homes_) {
      for (Date day = home.days.from; day <= home.days.to; day = day + 1) {
        if (!is_away(day)) life_.photo((day.iso() + "T21:00:00").c_str(), home.at);
      }
    }
    for (const Abroad& trip : trips_) {
      for (Date day = trip.days.from; day <= trip.days.to; day = day + 1) {
        const int offset = trip.at.longitude < 0 ? -7 : 9;
        life_.photo((day.iso() + "T10:00:00").c_str(), trip.at, offset);
        life_.photo((day.iso() + (day == trip.days.to ? "T11:00:00" : "T21:00:00")).c_str(), trip.at, offset);
      }
    }
    for (const DateRange& days : positions_) {
      for (Date day = days.from; day <= days.to; day = day + 1) {
        const auto trip = std::find_if(trips_.begin(), trips_.end(),
                                       [day](const Abroad& one) { return one.days.contains(day); });
        const Coordinates at = trip == trips_.end() ? seoul : trip->at;
        const bool departs = trip != trips_.end() && day == trip->days.from;
        const bool returns = trip != trips_.end() && day == trip->days.to;
        life_.visit((day.iso() + (departs ? "T10:00:00" : "T01:00:00")).c_str(),
                    (day.iso() + (returns ? "T11:00:00" : "T22:00:00")).c_str(), at);
      }
      life_.sensed(Kind::Visit, "life", days.from, days.to);
    }
  }

  Life life_;
  std::vector<Abroad> homes_;
  std::vector<Abroad> trips_;
  std::vector<DateRange> positions_;
};

}  // namespace hoego::life
