#include "bench/truth/written_with.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "record/observation.h"

namespace hoego::truth {
namespace {

constexpr std::array<const char*, 28> names = {
    "지우", "Emma",   "서연", "Liam", "민준", "Olivia", "하은", "Noah",  "도윤", "Sofia",
    "예린", "Lucas",  "현우", "Mia",  "수아", "Ethan",  "준호", "Chloe", "유나", "Oscar",
    "은지", "Amelia", "태윤", "Hugo", "나연", "Ruby",   "성민", "Felix"};

class Messages {
 public:
  Messages(Life& life, const Period& year, Draw& draw) : life_(life), year_(year), draw_(draw) {
    first_ = static_cast<std::size_t>(draw.below(names.size()));
  }

  void draw_all() {
    constexpr int old_friends = 4;
    constexpr int new_ones = 6;
    const Date today = year_.lived_to();
    const int lived = today - year_.from + 1;
    for (int i = 0; i < old_friends; ++i) {
      const bool goes_silent = i > 0;
      const Date last = goes_silent ? year_.from + draw_.below(std::max(1, lived - 75)) : life_.days.to;
      write(next_name(), {life_.days.from + draw_.below(30), last}, 2 + draw_.below(4));
    }
    for (int i = 0; i < new_ones; ++i) {
      const Date met = year_.from + draw_.below(std::max(1, lived - 10));
      write(next_name(), {met, std::min(today, met + (9 + draw_.below(120)))}, 1 + draw_.below(5));
    }
    life_.sources.emplace_back("messages");
    life_.claims.push_back(
        {"messages", {Kind::Message, CoverageClass::Complete, "", std::nullopt, life_.days.to}});
  }

 private:
  std::string next_name() { return names.at(first_++ % names.size()); }

  /// On the first day, on the last, and between them every so many days.
  void write(const std::string& from, DateRange days, int usual_gap) {
    for (Date day = days.from; day < days.to; day = day + (1 + draw_.below(2 * usual_gap - 1)))
      send(from, day);
    send(from, days.to);
  }

  void send(const std::string& from, Date day) {
    Observation told;
    told.kind = Kind::Message;
    told.identity = fmt::format("message-{}", ++sent_);
    told.traits[trait::sent_by] = from;
    const Zone& zone = life_.home_on(day).zone;
    const WallTime at = WallTime::at(day, (9 + draw_.below(12)) * 3600 + draw_.below(3600));
    told.begin = When::at(at, zone.offset_at(zone.resolve(at)));
    Origin origin{"messages", told.identity, ""};
    life_.observations.push_back({std::move(told), std::move(origin)});
  }

  Life& life_;
  const Period& year_;
  Draw& draw_;
  std::size_t first_ = 0;
  int sent_ = 0;
};

}  // namespace

void write_with_people(Life& life, const Period& year, Draw& draw) {
  Messages(life, year, draw).draw_all();
}

}  // namespace hoego::truth
