#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "story/ko_deeds.h"
#include "story/ko_numbers.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

std::string with(std::string_view stem, Particle particle) {
  return with_particle(stem, particle);
}

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::Korean);
}

std::string amount(const Activity& activity) {
  return counted(activity.count, counter(activity.kind));
}

std::string amount_figure(const Activity& activity, int number) {
  return figure(number, counter(activity.kind));
}

/// Things of a kind under a name of their own ("번역", commits): the name alone does not tell what is
/// counted.
bool has_own_name(const Activity& activity) {
  return activity.kind != Kind::Event && name_of(activity) != kind_name(activity.kind, Language::Korean);
}

std::vector<std::string> count_with_hours(const Activity& activity, const Setting& setting) {
  const std::string name = name_of(activity);
  const std::string many = amount(activity);
  const std::string time = hours(*activity.hours);
  const Deed what = deed(activity);
  if (activity.count == 1 && activity.first) {
    return {fmt::format("{} {}에 한 번, {}", with(name, Particle::Topic), date(*activity.first, setting.year),
                        with(time, Particle::Was))};
  }
  const std::string topic = as_topic(activity);
  return {fmt::format("{} 모두 {} {}, 다 더하면 {}", topic, many, and_then(what.done), be(time, setting)),
          what.to_a_place ? fmt::format("{} {} 가서 {} 보냈어요", topic, many, with(time, Particle::Object))
                          : fmt::format("{} 들인 시간은 {}, 횟수로는 {}", name + "에",
                                        with(time, Particle::Toward), be(many, setting)),
          what.to_a_place ? std::string{} : fmt::format("{} 모두 {}, {}", topic, many, be(time, setting))};
}

std::vector<std::string> count_of_named(const Activity& activity, const Setting& setting) {
  const Deed what = deed(activity);
  const std::string name = name_of(activity);
  const std::string kind = kind_name(activity.kind, Language::Korean);
  const std::string many = amount(activity);
  const std::string topic = with(fmt::format("{} {}", name, kind), Particle::Topic);
  return {what.done.empty()
              ? std::string{}
              : fmt::format("{}는 {} {} {}", with(name, Particle::Toward), kind,
                            with(many, what.to_a_place ? Particle::Subject : Particle::Object), what.done),
          fmt::format("{} 모두 {}", topic, be(many, setting))};
}

std::vector<std::string> count(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  if (activity.hours && *activity.hours > 0) return count_with_hours(activity, setting);
  if (has_own_name(activity)) return count_of_named(activity, setting);
  const std::string many = amount(activity);
  const Deed what = deed(activity);
  const std::string topic = as_topic(activity);
  if (activity.count == 1 && activity.first && !what.done.empty()) {
    const std::string day = date(*activity.first, setting.year);
    return {fmt::format("{} {}에 한 {} {}", topic, day, counter(activity.kind), what.done)};
  }
  const std::string now = this_period(setting);
  const bool many_enough = !what.done.empty() && activity.count > 10;
  return {what.done.empty() ? std::string{} : fmt::format("{} {} {}", topic, many, what.done),
          what.before.empty() || what.to_a_place
              ? fmt::format("{} {} {}", now, topic, be(many, setting))
              : fmt::format("{} {} {} {}", in_this_period(setting), what.before, topic, be(many, setting)),
          many_enough ? fmt::format("{} {} 모두 {} {}", topic, in_this_period(setting), many, what.done)
                      : std::string{}};
}

/// ", 적게 잡아도 1.9배예요" where the near end of the interval says something.
std::string at_least(const Comparison& against, const Setting& setting) {
  return against.low && *against.low >= 1.1 ? fmt::format("적게 잡아도 {}", be(times(*against.low), setting))
                                            : std::string{};
}

bool drop_known(const Comparison& against) {
  return against.high && *against.high <= 0.95;
}

/// What there was not once in the other period.
std::vector<std::string> from_nothing(const Activity& activity, const Setting& setting) {
  const std::string then = that_period(setting);
  const std::string_view one = counter(activity.kind);
  const std::string here = amount_figure(activity, activity.count);
  const Deed what = deed(activity);
  const bool begun = activity.count > 1 && late_first(setting.findings, activity);
  const std::string since =
      begun ? date(*activity.first, setting.year) + "부터" : with(in_this_period(setting), Particle::Topic);
  const bool timed = activity.hours && *activity.hours > 0;
  const std::string time = timed ? hours(*activity.hours) : std::string{};
  const std::string tail = timed ? fmt::format(", 모두 {}", be(time, setting)) : std::string{};
  const std::string done = what.done.empty() ? std::string{}
                           : timed           ? and_then(what.done)
                                             : std::string(what.done);
  return {done.empty() ? std::string{}
                       : fmt::format("{}에는 한 {}도 없던 {} {} {} {}{}", then, one, as_object(activity),
                                     since, here, done, tail),
          timed ? fmt::format("{} {}에 한 {}도 없었는데 {} {}에 걸쳐 {} {}",
                              with(name_of(activity), Particle::Topic), then, one, since, here,
                              with(time, Particle::Object), what.to_a_place ? "보냈어요" : "들였어요")
                : fmt::format("{} {}에 한 {}도 없었는데 {} {}", with(name_of(activity), Particle::Topic),
                              then, one, since, be(here, setting))};
}

std::vector<std::string> more(const Activity& activity, const Setting& setting) {
  const Comparison& against = *activity.against;
  const std::string name = name_of(activity);
  const std::string then = that_period(setting);
  const std::string here = amount_figure(activity, activity.count);
  const std::string there = amount_figure(activity, against.count);
  if (against.count == 0) return from_nothing(activity, setting);
  const std::string low = at_least(against, setting);
  return {
      low.empty() ? fmt::format("{} {}의 {}에서 {} 늘었어요", with(name, Particle::Topic), then, there,
                                with(here, Particle::Toward))
                  : fmt::format("{} {}의 {}에서 {} 늘었고, {}", with(name, Particle::Topic), then, there,
                                with(here, Particle::Toward), low),
      fmt::format("{} {}던 {} {} {} 늘었어요", by_then(setting),
                  there + (spoken_final(there) == Final::Vowel ? "" : "이"), with(name, Particle::Subject),
                  with(in_this_period(setting), Particle::Topic), with(here, Particle::Toward))};
}

std::vector<std::string> less(const Activity& activity, const Setting& setting) {
  const Comparison& against = *activity.against;
  const std::string name = name_of(activity);
  const std::string then = that_period(setting);
  const std::string now = this_period(setting);
  const std::string here = amount_figure(activity, activity.count);
  const std::string there = amount_figure(activity, against.count);
  if (activity.count == 0) {
    return {fmt::format("{}에 {} 있던 {} {} 한 {}도 없어요", then, there, with(name, Particle::Subject),
                        with(in_this_period(setting), Particle::Topic), counter(activity.kind))};
  }
  if (activity.count == 1 && activity.first) {
    return {fmt::format("{}에 {}이던 {} {} {} 한 {}", then, there, with(name, Particle::Subject),
                        with(in_this_period(setting), Particle::Topic), date(*activity.first, setting.year),
                        be(counter(activity.kind), setting))};
  }
  return {drop_known(against)
              ? fmt::format("{} {}의 {}에서 {}, 적게 잡아도 {} 줄었어요", with(name, Particle::Topic), then,
                            there, with(here, Particle::Toward), percent(1 - *against.high) + "는")
              : fmt::format("{} {}의 {}에서 {} 줄었어요", with(name, Particle::Topic), then, there,
                            with(here, Particle::Toward)),
          fmt::format("{} {} {}, {}는 {}", now, with(name, Particle::Topic), here, by_then(setting),
                      with(there, Particle::Was))};
}

std::vector<std::string> no_difference(const Activity& activity, const Setting& setting) {
  const Comparison& against = *activity.against;
  const std::string then = that_period(setting);
  const std::string there = amount_figure(activity, against.count);
  if (against.count == activity.count)
    return {fmt::format("{}에도 똑같이 {}", then, with(there, Particle::Was))};
  const bool fewer = activity.count < against.count;
  return {
      fmt::format("{}의 {}보다 {}, 이 정도 차이는 우연히도 생겨요", then, there, fewer ? "적지만" : "많지만"),
      fmt::format("{}의 {} 견주어 늘었다고도 줄었다고도 하기 어려워요", then, with(there, Particle::And)),
      fmt::format("{}는 {}, 뚜렷한 차이라고 하기는 어려워요", by_then(setting),
                  there + (spoken_final(there) == Final::Vowel ? "였으니" : "이었으니"))};
}

std::vector<std::string> against(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const Comparison& other = *activity.against;
  if (other.told() == Difference::NoClearDifference && other.count > 0)
    return no_difference(activity, setting);
  const std::string then = that_period(setting);
  const std::string there = amount_figure(activity, other.count);
  const std::string cover = unequal_cover(other) ? "기록이 있는 날끼리 견주면 " : "횟수로는 ";
  if (other.told() == Difference::Less) {
    return {drop_known(other) ? fmt::format("{}{}의 {}에서 적게 잡아도 {}는 줄었어요", cover, then, there,
                                            percent(1 - *other.high))
                              : fmt::format("{}{}의 {}에서 줄었어요", cover, then, there)};
  }
  if (other.count == 0 || !other.ratio) {
    return {fmt::format("{}에는 한 {}도 없었어요", then, counter(activity.kind))};
  }
  const std::string low = at_least(other, setting);
  const std::string tail = low.empty() ? std::string{} : ", " + low;
  if (*other.ratio < 1.5) {
    return {fmt::format("{}{}의 {}보다 {} 많아요", cover, then, there, percent(*other.ratio - 1))};
  }
  if (low.empty()) return {fmt::format("{}{} {}의 {}", cover, then, there, be(times(*other.ratio), setting))};
  return {fmt::format("{}{} {}의 {}이고, {}", cover, then, there, times(*other.ratio), low),
          fmt::format("{}{} {}의 {}로 늘었고, {}", cover, then, there, times(*other.ratio), low),
          fmt::format("{}{}의 {}에서 적게 잡아도 {}로 늘었어요", cover, then, there, times(*other.low))};
}

std::vector<std::string> busiest_month(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  Date start = month_start(setting.findings.period.from);
  for (int i = 0; i < point.number; ++i) start = month_start(start + 31);
  const std::string when = month(start, setting.year);
  const std::string many =
      amount_figure(activity, *activity.by_month.at(static_cast<std::size_t>(point.number)));
  return {fmt::format("가장 많았던 달은 {}, {}", with(when, Particle::Toward), with(many, Particle::Was)),
          fmt::format("{} {} 가장 많았어요", with(when, Particle::Subject), with(many, Particle::Toward)),
          fmt::format("한 달로는 {}의 {} 가장 많았어요", when, with(many, Particle::Subject))};
}

std::vector<std::string> pictures_of_trip(const Point& point) {
  const std::string name = trip_name(*point.trips[0], Language::Korean);
  const double share = static_cast<double>(point.trips[0]->photos) / point.activities[0]->count;
  const std::string part = part_of_them(share, "장");
  return {fmt::format("{} {}에서 나왔어요", with(part, Particle::Topic), name),
          fmt::format("{}에서 찍은 것이 {}", name, with(part, Particle::Is))};
}

std::vector<std::string> streak(const Point& point) {
  const std::string weeks = figure(point.activities[0]->longest_streak_weeks, "주");
  if (point.activities.size() == 1) {
    return {fmt::format("길게는 {} 동안 한 주도 거르지 않았어요", weeks),
            fmt::format("{}를 내리 한 주도 거르지 않은 때도 있었어요", weeks)};
  }
  std::string both;
  std::vector<std::string> names;
  for (const Activity* activity : point.activities) {
    names.push_back(name_of(*activity));
    both += (both.empty() ? "" : " ") + names.back() + "도";
  }
  return {fmt::format("{} 길게는 {} 동안 한 주도 거르지 않았어요",
                      names.size() == 2 ? both : with(listed(names), Particle::Topic), weeks)};
}

std::vector<std::string> first(const Point& point, const Setting& setting) {
  const std::string day = date(*point.activities[0]->first, setting.year);
  const std::string name = with(name_of(*point.activities[0]), Particle::Topic);
  return {fmt::format("{} 첫 {} {}", this_period(setting), name, with(day, Particle::Was)),
          fmt::format("처음은 {}", with(day, Particle::Was))};
}

std::vector<std::string> silence(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string last = date(*activity.last, setting.year);
  const std::string days = figure(silent_days(setting.findings, activity), "일");
  const std::string_view before = deed(activity).before;
  const std::string last_day = before.empty() ? std::string{} : fmt::format("마지막으로 {} 날은", before);
  if (!setting.current) {
    return {fmt::format("마지막은 {}", with(last, Particle::Was)),
            last_day.empty() ? std::string{} : fmt::format("{} {}", last_day, with(last, Particle::Was))};
  }
  const std::string_view one = counter(activity.kind);
  const std::string name = name_of(activity);
  return {fmt::format("마지막은 {}이고, 그 뒤로 {}째 한 {}도 없어요", last, days, one),
          last_day.empty() ? std::string{}
                           : fmt::format("{} {}이고, 그 뒤로 {}이 지났어요", last_day, last, days),
          fmt::format("{} 뒤로는 {}째 {} 없어요", last, days,
                      activity.kind == Kind::Post || activity.kind == Kind::Note
                          ? "새 " + with(name, Particle::Subject)
                          : fmt::format("한 {}도", one))};
}

std::vector<std::string> rest(const Point& point) {
  std::vector<std::string> items;
  for (const Activity* activity : point.activities) {
    items.push_back(fmt::format("{} {}", name_of(*activity), amount_figure(*activity, activity->count)));
  }
  return {fmt::format("그 밖에 {}도 있어요", listed(items))};
}

std::vector<std::string> names_of(const Point& point, Difference verdict) {
  std::vector<std::string> names;
  for (const Activity* activity : point.activities) {
    if (activity->against->told() == verdict) names.push_back(name_of(*activity));
  }
  return names;
}

std::string together(const std::vector<std::string>& names) {
  return names.size() > 2 ? listed(names) : all_of(names);
}

std::vector<std::string> changed(const Point& point, const Setting& setting) {
  const std::string up = together(names_of(point, Difference::More));
  const std::string down = together(names_of(point, Difference::Less));
  const std::string then = with(that_period(setting), Particle::And);
  if (down.empty()) return {fmt::format("{} 나란히 놓고 보면 {} 늘었어요", then, with(up, Particle::Topic))};
  if (up.empty()) return {fmt::format("{} 나란히 놓고 보면 {} 줄었어요", then, with(down, Particle::Topic))};
  return {fmt::format("{} 나란히 놓고 보면 {} 늘었고 {} 줄었어요", then, with(up, Particle::Topic),
                      with(down, Particle::Topic)),
          fmt::format("늘어난 건 {}고, 줄어든 건 {}", up + (spoken_final(up) == Final::Vowel ? "" : "이"),
                      with(down, Particle::Is))};
}

}  // namespace

std::vector<std::string> activity_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::Count:
      return count(point, setting);
    case Topic::CountAgainst:
      return point.activities[0]->against->verdict == Difference::More ? more(*point.activities[0], setting)
                                                                       : less(*point.activities[0], setting);
    case Topic::Against:
      return against(point, setting);
    case Topic::BusiestMonth:
      return busiest_month(point, setting);
    case Topic::PicturesOfTrip:
      return pictures_of_trip(point);
    case Topic::Months:
      return month_moulds(point, setting);
    case Topic::Streak:
      return streak(point);
    case Topic::First:
      return first(point, setting);
    case Topic::Silence:
      return silence(point, setting);
    case Topic::Rest:
      return rest(point);
    case Topic::SummaryChanged:
      return changed(point, setting);
    case Topic::SummaryNoDifference: {
      const std::string names =
          with(together(names_of(point, Difference::NoClearDifference)), Particle::Topic);
      return {fmt::format("{} 뚜렷한 차이가 없어요", names)};
    }
    default: {
      const std::string names = with(together(names_of(point, Difference::Unknown)), Particle::Topic);
      return {fmt::format("{} 견줄 기록이 모자라서 말하지 않을게요", names)};
    }
  }
}

}  // namespace hoego::ko
