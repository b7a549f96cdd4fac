#include <fmt/format.h>

#include <array>

#include "story/change_words.h"
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

/// 6월 초, 6월 중순, 6월 말.
std::string third(Date day, int year) {
  const std::string_view part = day.day() <= 10 ? "초" : day.day() <= 20 ? "중순" : "말";
  return fmt::format("{} {}", month(day, year), part);
}

/// When it changed, as a noun: 6월 10일, 6월 초, 6월 초 무렵, 6월 무렵, 여름.
std::string when(const Change& change, int year) {
  switch (sharpness(change)) {
    case Sharpness::Day:
      return date(change.date, year);
    case Sharpness::Third:
      return third(change.date, year);
    case Sharpness::About:
      return third(change.date, year) + " 무렵";
    default:
      return month(change.date, year) + " 무렵";
  }
}

/// 한두, 두세 … of things counted in native numerals.
std::string between(int low) {
  static constexpr std::array<std::string_view, 8> pairs = {"한두",   "두세",   "서너",     "네댓",
                                                            "대여섯", "예닐곱", "일고여덟", "여덟아홉"};
  return std::string(pairs.at(static_cast<std::size_t>(low - 1)));
}

/// 일주일에 두 번꼴, 한 달에 한두 번꼴, 1년에 두 번꼴.
std::string often(double per_week, std::string_view counter) {
  const Pace said = pace(per_week);
  const std::string_view unit = said.unit == Pace::Unit::Week    ? "일주일에"
                                : said.unit == Pace::Unit::Month ? "한 달에"
                                                                 : "1년에";
  if (said.unit == Pace::Unit::Never) return fmt::format("1년에 한 {}도 안 되는 꼴", counter);
  const std::string many = said.low == said.high ? counted(said.low, counter)
                           : said.low <= 8       ? between(said.low) + " " + std::string(counter)
                                                 : figure(said.low, counter);
  return fmt::format("{} {}꼴", unit, many);
}

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::Korean);
}

std::vector<std::string> grew(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string_view one = counter(activity.kind);
  const std::string before = often(change.before_per_week, one);
  const std::string after = often(change.after_per_week, one);
  const std::string name = name_of(activity);
  const std::string at = when(change, setting.year);
  const bool events = one == "번";
  return {fmt::format("{} {}부터 {}, {}이던 것이 {} 됐어요", with(name, Particle::Topic), at,
                      events ? "잦아져" : "많아져", before, with(after, Particle::Subject)),
          fmt::format("{}이던 {} {} 뒤로 {} 됐어요", before, with(name, Particle::Subject), at,
                      with(after, Particle::Subject)),
          fmt::format("{} 지나며 {} {}에서 {} 늘었어요", with(at, Particle::Object),
                      with(name, Particle::Subject), before, with(after, Particle::Toward))};
}

/// How long, in weeks where it comes out even enough: 19주, 12일.
std::string length(int days) {
  return days < 21 ? figure(days, "일") : figure((days + 3) / 7, "주");
}

std::vector<std::string> faded(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string_view one = counter(activity.kind);
  const std::string before = often(change.before_per_week, one);
  const std::string after_rate = often(change.after_per_week, one);
  const std::string name = name_of(activity);
  const std::string at = when(change, setting.year);
  const Afterwards since = after(change, activity, setting.findings);
  const std::string_view done = deed(activity).done;
  const bool few = since.to_the_end && since.count <= 10 && since.days >= 21 && !done.empty();
  const bool place = deed(activity).to_a_place;
  return {few ? fmt::format("{}이던 {} {}부터 뜸해져, {} 동안 {} {}", before, with(name, Particle::Subject),
                            at, length(since.days),
                            since.count == 0 ? fmt::format("한 {}도", one) : counted(since.count, one),
                            since.count == 0 ? "없었어요" : std::string(done))
              : std::string{},
          fmt::format("{}이던 {} {}부터 {} 줄었어요", before, with(name, Particle::Subject), at,
                      with(after_rate, Particle::Toward)),
          few || place ? std::string{}
                       : fmt::format("{} {}부터 드문드문해져 {} 됐어요", with(name, Particle::Topic), at,
                                     with(after_rate, Particle::Subject))};
}

std::vector<std::string> stopped(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string before = often(change.before_per_week, counter(activity.kind));
  const std::string name = name_of(activity);
  const auto last = last_before(change, setting.findings);
  const std::string day = last ? date(*last, setting.year) : when(change, setting.year);
  if (!last) return {fmt::format("{}이던 {} {}에 멈췄어요", before, with(name, Particle::Topic), day)};
  return {fmt::format("{}이던 {} {} 마지막으로 멈췄어요", before, with(name, Particle::Topic),
                      with(day, Particle::Object)),
          fmt::format("{} {} 마지막이고, 그 전까지는 {}이었어요", with(name, Particle::Topic),
                      with(day, Particle::Subject), before)};
}

std::vector<std::string> begun(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string after = often(change.after_per_week, counter(activity.kind));
  const std::string name = name_of(activity);
  const std::string at = when(change, setting.year);
  if (change.kind == ChangeKind::Resumed) {
    return {fmt::format("한동안 없던 {} {}부터 다시 이어져 {} 됐어요", with(name, Particle::Subject), at,
                        with(after, Particle::Subject)),
            fmt::format("{} 끊겼다가 {}에 다시 시작해 {} 이어졌어요", with(name, Particle::Topic), at,
                        with(after, Particle::Toward))};
  }
  return {fmt::format("{} {}에 시작해 {} 이어졌어요", with(name, Particle::Topic), at,
                      with(after, Particle::Toward)),
          fmt::format("{}부터 {} 새로 생겨 {} 됐어요", at, with(name, Particle::Subject),
                      with(after, Particle::Subject))};
}

}  // namespace

std::vector<std::string> change_moulds(const Point& point, const Setting& setting) {
  const Change& change = *point.change;
  const Activity& activity = *point.activities[0];
  switch (change.kind) {
    case ChangeKind::Grew:
      return grew(change, activity, setting);
    case ChangeKind::Faded:
      return faded(change, activity, setting);
    case ChangeKind::Stopped:
      return stopped(change, activity, setting);
    default:
      return begun(change, activity, setting);
  }
}

}  // namespace hoego::ko
