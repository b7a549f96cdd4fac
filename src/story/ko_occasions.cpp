#include <fmt/format.h>

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

std::string name_of(const Occasion& one) {
  return label_in(one.label, Language::Korean);
}

/// 2022년 6월: a first is told with how far its records reach back.
std::string since(Date day) {
  return month(day, 0);
}

/// The latest of their reaches holds for all of them.
Date reach_of(const Point& point) {
  Date reach = *point.occasions.front()->reaches_back_to;
  for (const Occasion* one : point.occasions) reach = std::max(reach, *one->reaches_back_to);
  return reach;
}

/// Streamlit(5월 3일)과 Kubernetes(7월 1일): a few things with their days.
std::string with_days(const Point& point, const Setting& setting) {
  std::vector<std::string> items;
  for (const Occasion* one : point.occasions)
    items.push_back(fmt::format("{}({})", name_of(*one), date(one->date, setting.year)));
  return all_of(items);
}

std::vector<std::string> several_firsts(const Point& point, const Setting& setting) {
  const std::string from = since(reach_of(point));
  const std::string items = with_days(point, setting);
  switch (point.occasions.front()->subject) {
    case Subject::Tool:
      return {fmt::format("{}부터의 기록에서 {} 처음 쓴 도구는 {}", from, in_this_period(setting),
                          be(items, setting))};
    case Subject::Topic:
      return {fmt::format("{}부터 남은 기록에 {} 처음 나온 이름은 {}", from, in_this_period(setting),
                          be(items, setting)),
              fmt::format("{} 처음 적힌 이름은 {}, {}까지 거슬러 올라가도 그 전에는 없어요",
                          in_this_period(setting), with(items, Particle::Toward), from)};
    case Subject::Language:
      return {fmt::format("{}부터의 커밋에서 {} 처음 쓴 언어는 {}", from, in_this_period(setting),
                          be(items, setting))};
    default:
      return {fmt::format("{}부터의 커밋에서 {} 처음 손댄 저장소는 {}", from, in_this_period(setting),
                          be(items, setting))};
  }
}

std::vector<std::string> first_towns(const Point& point) {
  std::vector<std::string> names;
  for (const Occasion* one : point.occasions) names.push_back(name_of(*one));
  const std::string from = since(reach_of(point));
  const std::string all = all_of(names);
  return {fmt::format("{}부터의 사진과 자취로는 {} 처음 가 본 곳이에요", from, with(all, Particle::Subject)),
          fmt::format("처음 가 본 곳은 {}, {}까지 거슬러 올라가도 다녀간 흔적이 없어요",
                      with(all, Particle::Toward), from)};
}

std::vector<std::string> one_first(const Occasion& one, const Setting& setting) {
  const std::string name = name_of(one);
  const std::string day = date(one.date, setting.year);
  const std::string from = since(*one.reaches_back_to);
  const std::string many = figure(one.count, counter(one.kind));
  switch (one.subject) {
    case Subject::Tool:
      return {fmt::format("{} 처음 쓴 날은 {}, {}까지 거슬러 올라가도 그 전에는 없어요",
                          with(name, Particle::Object), with(day, Particle::Toward), from),
              fmt::format("{}부터의 기록에서 {} 처음 쓴 건 {}이고, {} 모두 {} 물었어요", from,
                          with(name, Particle::Object), day, in_this_period(setting),
                          with(many, Particle::Object))};
    case Subject::Topic:
      return {fmt::format("{}부터 남은 기록에 {} 이름은 {}에 처음 나왔고, 모두 {} 나와요", from,
                          with(name, Particle::Named), day, counted(one.count, "번")),
              fmt::format("{} 이름이 처음 적힌 건 {}, {}까지 거슬러 올라가도 그 전에는 없어요",
                          with(name, Particle::Named), with(day, Particle::Toward), from)};
    case Subject::Language:
      return {fmt::format("{} 처음 커밋한 날은 {}, {}부터의 기록에서 처음이에요",
                          with(name, Particle::Toward), with(day, Particle::Toward), from),
              fmt::format("{}부터의 커밋에서 {} 쓴 건 {}이 처음이고, {} {} 남겼어요", from,
                          with(name, Particle::Object), day, in_this_period(setting),
                          with(many, Particle::Object))};
    default:
      return {fmt::format("{}부터의 기록에서 {} 저장소에 처음 손댄 날은 {}이고, {} {} {} 남겼어요", from,
                          name, day, in_this_period(setting), kind_name(one.kind, Language::Korean),
                          with(many, Particle::Object))};
  }
}

std::vector<std::string> first_times(const Point& point, const Setting& setting) {
  if (point.occasions.front()->subject == Subject::Town) return first_towns(point);
  return point.occasions.size() > 1 ? several_firsts(point, setting)
                                    : one_first(*point.occasions.front(), setting);
}

std::vector<std::string> last_time(const Occasion& one, const Setting& setting) {
  const std::string name = name_of(one);
  const std::string day = date(one.date, setting.year);
  const std::string silence = figure(*one.silent_to - one.date, "일");
  const std::string until = date(*one.silent_to, setting.year);
  const std::string rest = fmt::format("{}까지 {} 동안 다시 없었어요", until, silence);
  switch (one.subject) {
    case Subject::Tool:
      return {fmt::format("{} 마지막으로 쓴 날은 {}, {}", with(name, Particle::Object),
                          with(day, Particle::Toward), rest)};
    case Subject::Language:
      return {fmt::format("{} 마지막으로 커밋한 날은 {}, {}", with(name, Particle::Toward),
                          with(day, Particle::Toward), rest)};
    default:
      return {fmt::format("{} 저장소는 {}이 마지막이고, {}까지 {} 동안 손대지 않았어요", name, day, until,
                          silence)};
  }
}

/// 드럼을 가장 많이 친 / 드럼이 가장 많았던.
std::string most_done(const Activity& activity) {
  const Deed what = deed(activity);
  return what.before.empty() ? fmt::format("{} 가장 많았던", as_object(activity))
                             : fmt::format("{} 가장 많이 {}", as_object(activity), what.before);
}

std::vector<std::string> best(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const Best& best = *point.best;
  const bool week = best.what == BestKind::Week;
  const std::string many = figure(static_cast<long long>(best.value), counter(activity.kind));
  const std::string when = span(best.days, setting.year);
  const std::string from = since(*best.reaches_back_to);
  return {fmt::format("{} {}는 {}, {} {} 뒤로 가장 많아요", most_done(activity), week ? "한 주" : "하루",
                      with(when, Particle::Toward), with(many, Particle::Topic), from),
          fmt::format("{} {}에 {} {}, {} 뒤로 가장 많은 {}", when, week ? "한 주" : "하루",
                      with(activity_name(activity, Language::Korean), Particle::Topic), many, from,
                      be(week ? "주" : "날", setting))};
}

std::vector<std::string> round_count(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const Best& best = *point.best;
  const std::string many =
      with(round_figure(static_cast<long long>(best.value), counter(activity.kind)), Particle::Object);
  std::string name = activity_name(activity, Language::Korean);
  const std::string kind = kind_name(activity.kind, Language::Korean);
  if (activity.kind != Kind::Event && name != kind) name += " " + kind;
  const std::string day = date(best.days.from, setting.year);
  const std::string from = since(*best.reaches_back_to);
  return {
      fmt::format("{}부터 센 {} {}에 {} 채웠어요", from, with(name, Particle::Topic), day, many),
      fmt::format("{}은 {}부터 센 {} {} 채운 날이었어요", day, from, with(name, Particle::Subject), many)};
}

std::vector<std::string> lull(const Point& point, const Setting& setting) {
  const std::string trip = trip_name(*point.trips[0], Language::Korean);
  const std::string days = figure(static_cast<long long>(point.best->value), "일");
  const std::string back = date(point.best->days.to + 1, setting.year);
  return {fmt::format("{}에서 돌아온 뒤 {} 동안은 늘 하던 일이 눈에 띄게 줄었다가, {}에 다시 이어졌어요",
                      trip, days, back),
          fmt::format("{} 여행 뒤로 {}은 여느 때보다 조용했고, {}부터 예전 걸음으로 돌아왔어요", trip, days,
                      back)};
}

std::vector<std::string> age(const Point& point, const Setting& setting) {
  const Milestone& milestone = *point.milestone;
  const std::string day = date(milestone.date, setting.year);
  const std::string years = figure(milestone.years, "살");
  if (milestone.date > setting.findings.period.as_of) return {fmt::format("{}이면 만 {}이 돼요", day, years)};
  return {fmt::format("{}에 만 {}이 됐어요", day, years),
          fmt::format("만 {}이 된 날은 {}", years, with(day, Particle::Was))};
}

std::vector<std::string> found_anniversary(const Point& point, const Setting& setting) {
  const Milestone& milestone = *point.milestone;
  Activity activity;
  activity.label = milestone.label;
  const std::string day = date(milestone.date, setting.year);
  const std::string what = deed(activity).to_a_place
                               ? as_object(activity) + " 다니기"
                               : with(label_in(milestone.label, Language::Korean), Particle::Object);
  return {fmt::format("{}로 {} 시작한 지 꼭 {}이 됐어요", day, what, figure(milestone.years, "년")),
          fmt::format("{}은 {} 시작한 지 {}이 되는 날이었어요", day, what, figure(milestone.years, "년"))};
}

}  // namespace

std::vector<std::string> occasion_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::FirstTimes:
      return first_times(point, setting);
    case Topic::LastTime:
      return last_time(*point.occasions.front(), setting);
    case Topic::RoundCount:
      return round_count(point, setting);
    case Topic::Lull:
      return lull(point, setting);
    case Topic::Age:
      return age(point, setting);
    case Topic::FoundAnniversary:
      return found_anniversary(point, setting);
    default:
      return best(point, setting);
  }
}

}  // namespace hoego::ko
