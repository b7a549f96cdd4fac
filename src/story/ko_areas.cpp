#include <fmt/format.h>

#include <algorithm>
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

std::string name_of(const AreaTime& area) {
  return title_in_text(area.label.ko.empty() ? area.id : area.label.ko);
}

std::vector<std::string> hours_of(const Point& point) {
  std::vector<std::string> given;
  std::vector<std::string> was;
  for (const AreaTime* area : point.areas) {
    const std::string time = figure(std::llround(area->hours), "시간");
    given.push_back(fmt::format("{}에 {}", name_of(*area), time));
    was.push_back(fmt::format("{} {}", with(name_of(*area), Particle::Subject), time));
  }
  return {fmt::format("걸린 시간이 적힌 기록만 더하면 {} 썼어요", with(listed(given), Particle::Object)),
          fmt::format("걸린 시간이 적힌 것을 영역별로 더하면 {}", with(listed(was), Particle::Was))};
}

/// 저녁 / 기록이 닿는 저녁: whether all of them were seen.
std::string evenings(const AreaTime& area, const Setting& setting) {
  const Period& period = setting.findings.period;
  const bool all = area.evenings[1] == period.lived_to() - period.from + 1;
  return all ? "저녁" : "기록이 닿는 저녁";
}

std::vector<std::string> evenings_of(const AreaTime& area, const Setting& setting) {
  const std::string name = name_of(area);
  const std::string of = evenings(area, setting);
  const std::string share = percent(*area.share_of_evenings);
  const std::string count = figure(area.evenings[0], "번");
  const std::string all = figure(area.evenings[1], "번");
  const std::string plain_count =
      fmt::format("{} {} 가운데 {}에 쓴 저녁은 {}", of, all, name, with(count, Particle::Was));
  if (!area.against_share_of_evenings || area.against_evenings == Difference::Unknown) return {plain_count};
  const std::string there = percent(*area.against_share_of_evenings);
  if (area.against_evenings == Difference::NoClearDifference) {
    return {fmt::format("{} {} 가운데 {}에 쓴 저녁은 {}, {}의 {} 뚜렷한 차이가 없어요", of, all, name,
                        with(count, Particle::Toward), that_period(setting), with(there, Particle::And))};
  }
  const bool half = *area.share_of_evenings > 0.47 && *area.share_of_evenings < 0.53;
  return {
      fmt::format("{}의 {} {}에 썼고, {}는 {}", of, with(half ? "절반쯤" : share, Particle::Object), name,
                  by_then(setting), with(there, Particle::Was)),
      fmt::format("{} {} 가운데 {}에 쓴 저녁은 {}, {}의 {}에서 {} {}", of, all, name,
                  with(count, Particle::Toward), that_period(setting), there, with(share, Particle::Toward),
                  area.against_evenings == Difference::More ? "늘었어요" : "줄었어요")};
}

std::vector<std::string> weekends_of(const AreaTime& area) {
  const std::string all = figure(area.weekend_days[1], "일");
  const std::string count = figure(area.weekend_days[0], "일");
  const std::string name = name_of(area);
  return {fmt::format("토요일과 일요일 {} 가운데 {} {}에 썼어요", all, with(count, Particle::Object), name),
          fmt::format("주말 {} 가운데 {}에 쓴 날은 {}", all, name, with(count, Particle::Was))};
}

/// 서울의 한 곳: what is done there no position tells.
std::string place_of(const Spot& spot) {
  const std::string name = place_name(spot.place, Language::Korean);
  return name.empty() ? "늘 가던 한 곳" : name + "의 한 곳";
}

std::vector<std::string> commute(const Commute& commute, const Setting& setting) {
  const Period& period = setting.findings.period;
  const int lived = period.lived_to() - period.from + 1;
  const bool all = commute.covered_days * 20 >= lived * 19;
  const std::string seen =
      all ? std::string{} : fmt::format("위치 기록이 닿는 {} 동안 ", figure(commute.covered_days, "일"));
  const std::string times = figure(commute.journeys, "번");
  const std::string hours = figure(std::llround(commute.hours), "시간");
  const std::string place = with(place_of(commute.between[1]), Particle::Object);
  return {fmt::format("{}집과 {} {} 오가며 길에서 {} 보냈어요", seen, place, times,
                      with(hours, Particle::Object)),
          fmt::format("{}집과 {} 오간 것은 {}, 길에서 보낸 시간은 {}", seen, place, times,
                      with(hours, Particle::Was))};
}

std::string minutes(double minutes) {
  return figure(std::llround(minutes), "분");
}

std::vector<std::string> moved(const Commute& commute) {
  const CommuteLeg& before = commute.by_home[commute.by_home.size() - 2];
  const CommuteLeg& after = commute.by_home.back();
  const std::string from = minutes(before.minutes);
  const std::string to = minutes(after.minutes);
  return {fmt::format("편도 {}쯤 걸리던 길은 이사하고 나서 {} 됐어요", from, with(to, Particle::Subject)),
          fmt::format("이사하기 전에는 한 번에 {}쯤이던 길이 그 뒤로 {}쯤으로 {}", from, to,
                      after.minutes < before.minutes ? "줄었어요" : "늘었어요")};
}

std::vector<std::string> code_and_prompts(const CodeAndPrompts& found, const Setting& setting) {
  const auto name_of_activity = [&](const std::string& id, const char* otherwise) {
    for (const Activity& activity : setting.findings.activities) {
      if (activity.id == id) return activity_name(activity, Language::Korean);
    }
    return std::string(otherwise);
  };
  const std::string code = with(name_of_activity(found.code, "커밋"), Particle::Object) + " 남긴 날";
  const std::string asked = name_of_activity(found.prompts, "프롬프트");
  const std::string prompts = with(asked, Particle::Object) + " 쓴 날";
  const auto days = [](int count) { return figure(count, "일"); };
  if (found.verdict == Difference::NoClearDifference) {
    return {fmt::format("{}은 {}, {}은 {}이고, 둘의 비중은 {} 뚜렷한 차이가 없어요", code,
                        days(found.code_days[1]), prompts, days(found.prompt_days[1]),
                        with(that_period(setting), Particle::And))};
  }
  const bool more = found.verdict == Difference::More;
  const std::string toward = more ? asked : name_of_activity(found.code, "커밋");
  return {fmt::format("{} 견주면 {}은 {}에서 {}로, {}은 {}에서 {}로 바뀌어 무게가 {} 쪽으로 옮겨 갔어요",
                      with(that_period(setting), Particle::And), code, days(found.code_days[0]),
                      days(found.code_days[1]), prompts, days(found.prompt_days[0]),
                      days(found.prompt_days[1]), toward)};
}

}  // namespace

std::vector<std::string> area_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::AreaHours:
      return hours_of(point);
    case Topic::AreaEvenings:
      return evenings_of(*point.areas[0], setting);
    case Topic::AreaWeekends:
      return weekends_of(*point.areas[0]);
    case Topic::CommuteTime:
      return commute(*setting.findings.commute, setting);
    case Topic::CommuteMoved:
      return moved(*setting.findings.commute);
    default:
      return code_and_prompts(*setting.findings.code_and_prompts, setting);
  }
}

}  // namespace hoego::ko
