#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

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

/// What one does with things of a kind; nothing where the counting alone is honest.
std::string_view deed(Kind kind) {
  switch (kind) {
    case Kind::Photo:
    case Kind::Video:
      return "찍었어요";
    case Kind::Event:
      return "있었어요";
    case Kind::Commit:
    case Kind::Comment:
      return "남겼어요";
    case Kind::PullRequest:
    case Kind::Issue:
      return "올렸어요";
    case Kind::Review:
    case Kind::Workout:
    case Kind::Reservation:
      return "했어요";
    case Kind::Post:
      return "썼어요";
    case Kind::Note:
      return "적었어요";
    case Kind::Book:
    case Kind::Paper:
      return "읽었어요";
    case Kind::Listen:
      return "들었어요";
    case Kind::Watch:
      return "봤어요";
    case Kind::Chat:
      return "나눴어요";
    case Kind::Visit:
      return "들렀어요";
    default:
      return {};
  }
}

/// The same before the thing: 찍은 사진.
std::string_view deed_before(Kind kind) {
  switch (kind) {
    case Kind::Photo:
    case Kind::Video:
      return "찍은";
    case Kind::Commit:
    case Kind::Comment:
      return "남긴";
    case Kind::PullRequest:
    case Kind::Issue:
      return "올린";
    case Kind::Post:
      return "쓴";
    case Kind::Book:
    case Kind::Paper:
      return "읽은";
    default:
      return {};
  }
}

std::vector<std::string> count(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string name = name_of(activity);
  const std::string many = amount(activity);
  if (activity.hours && *activity.hours > 0) {
    const std::string time = hours(*activity.hours);
    if (activity.count == 1 && activity.first) {
      return {fmt::format("{} {}에 한 번, {}", with(name, Particle::Topic),
                          date(*activity.first, setting.year), with(time, Particle::Was))};
    }
    return {fmt::format("{} 모두 {}, {}", with(name, Particle::Topic), many, be(time, setting)),
            fmt::format("{}에는 {}에 걸쳐 {} 들었어요", name, many, with(time, Particle::Subject)),
            fmt::format("{} {} 있었고, 다 더하면 {}", with(name, Particle::Topic), many, be(time, setting))};
  }
  const std::string_view verb = deed(activity.kind);
  const std::string topic = with(name, Particle::Topic);
  if (activity.count == 1 && activity.first && !verb.empty()) {
    const std::string day = date(*activity.first, setting.year);
    return {fmt::format("{} {}에 한 {} {}", topic, day, counter(activity.kind), verb)};
  }
  const std::string now = this_period(setting);
  const std::string_view done = deed_before(activity.kind);
  const bool many_enough = !verb.empty() && activity.count > 10;
  return {verb.empty() ? std::string{} : fmt::format("{} {} {}", topic, many, verb),
          done.empty() ? fmt::format("{} {} {}", now, topic, be(many, setting))
                       : fmt::format("{} {} {} {}", now, done, topic, be(many, setting)),
          many_enough ? fmt::format("{} {}{} 모두 {} {}", topic, now, now == "올해" ? "" : "에", many, verb)
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

std::vector<std::string> more(const Activity& activity, const Setting& setting) {
  const Comparison& against = *activity.against;
  const std::string name = name_of(activity);
  const std::string then = that_period(setting);
  const std::string now = this_period(setting);
  const std::string here = amount_figure(activity, activity.count);
  const std::string there = amount_figure(activity, against.count);
  const std::string_view verb = deed(activity.kind);
  if (against.count == 0) {
    return {verb.empty()
                ? std::string{}
                : fmt::format("{}에는 한 {}도 없던 {} {} {} {}", then, counter(activity.kind),
                              with(name, activity.kind == Kind::Event ? Particle::Subject : Particle::Object),
                              with(now, Particle::Topic), here, verb),
            fmt::format("{} {}에 한 {}도 없었는데 {} {}", with(name, Particle::Topic), then,
                        counter(activity.kind), with(now, Particle::Topic), be(here, setting))};
  }
  const std::string low = at_least(against, setting);
  return {
      low.empty() ? fmt::format("{} {}의 {}에서 {} 늘었어요", with(name, Particle::Topic), then, there,
                                with(here, Particle::Toward))
                  : fmt::format("{} {}의 {}에서 {} 늘었고, {}", with(name, Particle::Topic), then, there,
                                with(here, Particle::Toward), low),
      fmt::format("{} {}던 {} {} {} 늘었어요", by_then(setting),
                  there + (spoken_final(there) == Final::Vowel ? "" : "이"), with(name, Particle::Subject),
                  with(now, Particle::Topic), with(here, Particle::Toward))};
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
                        with(now, Particle::Topic), counter(activity.kind))};
  }
  return {drop_known(against)
              ? fmt::format("{} {}의 {}에서 {}, 적게 잡아도 {} 줄었어요", with(name, Particle::Topic), then,
                            there, with(here, Particle::Toward), percent(1 - *against.high) + "는")
              : fmt::format("{} {}의 {}에서 {} 줄었어요", with(name, Particle::Topic), then, there,
                            with(here, Particle::Toward)),
          fmt::format("{} {} {}, {}는 {}", now, with(name, Particle::Topic), here, by_then(setting),
                      with(there, Particle::Was))};
}

/// Where the days seen differ, the counts do not compare as they stand.
bool unequal_cover(const Comparison& against) {
  return std::abs(against.covered_days[0] - against.covered_days[1]) * 20 > against.covered_days[1];
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
  if (other.verdict == Difference::NoClearDifference) return no_difference(activity, setting);
  const std::string then = that_period(setting);
  const std::string there = amount_figure(activity, other.count);
  const std::string cover = unequal_cover(other) ? "기록이 있는 날끼리 견주면 " : "횟수로는 ";
  if (other.verdict == Difference::Less) {
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
          fmt::format("{}{} {}의 {}로 늘었고, {}", cover, then, there, times(*other.ratio), low)};
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

std::vector<std::string> streak(const Point& point) {
  const std::string weeks = figure(point.activities[0]->longest_streak_weeks, "주");
  return {fmt::format("길게는 {} 동안 한 주도 거르지 않았어요", weeks),
          fmt::format("{}를 내리 한 주도 거르지 않은 때도 있었어요", weeks)};
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
  if (!setting.current) return {fmt::format("마지막은 {}", with(last, Particle::Was))};
  return {fmt::format("마지막은 {}이고, 그 뒤로 {}째 한 {}도 없어요", last, days, counter(activity.kind)),
          fmt::format("{}을 마지막으로 {}이 지났어요", last, days)};
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
    if (activity->against->verdict == verdict) names.push_back(name_of(*activity));
  }
  return names;
}

std::string together(const std::vector<std::string>& names) {
  return names.size() > 3 ? listed(names) : all_of(names);
}

std::vector<std::string> changed(const Point& point, const Setting& setting) {
  const std::string up = together(names_of(point, Difference::More));
  const std::string down = together(names_of(point, Difference::Less));
  const std::string then = with(that_period(setting), Particle::And);
  if (down.empty()) return {fmt::format("{} 나란히 놓고 보면 {} 늘었어요", then, with(up, Particle::Topic))};
  if (up.empty()) return {fmt::format("{} 나란히 놓고 보면 {} 줄었어요", then, with(down, Particle::Topic))};
  return {fmt::format("{} 나란히 놓고 보면 {} 늘었고 {} 줄었어요", then, with(up, Particle::Topic),
                      with(down, Particle::Topic)),
          fmt::format("늘어난 건 {}, 줄어든 건 {}", up, with(down, Particle::Is))};
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
      return {fmt::format("{} 견줄 기록이 모자라 말하지 않을게요", names)};
    }
  }
}

}  // namespace hoego::ko
