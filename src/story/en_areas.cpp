#include <fmt/format.h>

#include <cmath>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

std::string name_of(const AreaTime& area) {
  return title_in_text(area.label.en.empty() ? area.id : area.label.en);
}

std::vector<std::string> hours_of(const Point& point) {
  std::vector<std::string> parts;
  for (const AreaTime* area : point.areas) {
    const long long hours = std::llround(area->hours);
    const std::string time = parts.empty() ? figure(hours, "hour") : grouped(hours);
    parts.push_back(fmt::format("{} to {}", time, name_of(*area)));
  }
  return {fmt::format("Counting what has its hours written down, I gave {}", all_of(parts)),
          fmt::format("By the entries that say how long they took, I gave {}", all_of(parts))};
}

std::string evenings(const AreaTime& area, const Setting& setting) {
  const Period& period = setting.findings.period;
  const bool all = area.evenings[1] == period.lived_to() - period.from + 1;
  return all ? "evenings" : "evenings that the records reach";
}

std::vector<std::string> evenings_of(const AreaTime& area, const Setting& setting) {
  const std::string name = name_of(area);
  const std::string of = evenings(area, setting);
  const std::string counted = fmt::format("{} was in {} of {} {}", capitalized(name),
                                          grouped(area.evenings[0]), grouped(area.evenings[1]), of);
  if (!area.against_share_of_evenings || area.against_evenings == Difference::Unknown) return {counted};
  const std::string there = percent(*area.against_share_of_evenings);
  if (area.against_evenings == Difference::NoClearDifference)
    return {fmt::format("{}, no clear difference from the {} of {}", counted, there, that_period(setting))};
  const bool half = *area.share_of_evenings > 0.47 && *area.share_of_evenings < 0.53;
  return {
      half ? fmt::format("About half of the {} went to {}, where {} it was {}", of, name, by_then(setting),
                         there)
           : fmt::format("{} took {} of the {}, where {} it was {}", capitalized(name),
                         percent(*area.share_of_evenings), of, by_then(setting), there),
      fmt::format("{}, {} than the {} of {}", counted,
                  area.against_evenings == Difference::More ? "more" : "less", there, that_period(setting))};
}

std::vector<std::string> weekends_of(const AreaTime& area) {
  return {fmt::format("On {} of {} Saturdays and Sundays there was {}", grouped(area.weekend_days[0]),
                      grouped(area.weekend_days[1]), name_of(area))};
}

std::vector<std::string> commute(const Commute& commute, const Setting& setting) {
  const Period& period = setting.findings.period;
  const int lived = period.lived_to() - period.from + 1;
  const bool all = commute.covered_days * 20 >= lived * 19;
  const std::string town = place_name(commute.between[1].place, Language::English);
  const std::string place = town.empty() ? "the one place I kept going to" : "one place in " + town;
  const std::string seen =
      all ? std::string{} : fmt::format(", on the {} with positions", figure(commute.covered_days, "day"));
  return {fmt::format("I went between home and {} {}{} and spent {} on the way", place,
                      times(commute.journeys), seen, figure(std::llround(commute.hours), "hour"))};
}

std::vector<std::string> moved(const Commute& commute) {
  const CommuteLeg& before = commute.by_home[commute.by_home.size() - 2];
  const CommuteLeg& after = commute.by_home.back();
  const std::string from = figure(std::llround(before.minutes), "minute");
  const std::string to = figure(std::llround(after.minutes), "minute");
  return {fmt::format("Before the move one way took about {}, and after it about {}", from, to),
          fmt::format("One way took about {} before the move and about {} since", from, to)};
}

std::vector<std::string> code_and_prompts(const CodeAndPrompts& found, const Setting& setting) {
  const auto name_of_activity = [&](const std::string& id, const char* otherwise) {
    for (const Activity& activity : setting.findings.activities) {
      if (activity.id == id) return activity_name(activity, Language::English);
    }
    return std::string(otherwise);
  };
  const std::string code = name_of_activity(found.code, "commits");
  const std::string prompts = name_of_activity(found.prompts, "prompts");
  if (found.verdict == Difference::NoClearDifference) {
    return {
        fmt::format("There were {} with {} and {} with {}, and the weight of the two shows no clear "
                    "difference from {}",
                    figure(found.code_days[1], "day"), code, figure(found.prompt_days[1], "day"), prompts,
                    that_period(setting))};
  }
  return {
      fmt::format("Beside {}, days with {} went from {} to {} and days with {} from {} to {}, so that the "
                  "weight moved to {}",
                  that_period(setting), code, grouped(found.code_days[0]), grouped(found.code_days[1]),
                  prompts, grouped(found.prompt_days[0]), grouped(found.prompt_days[1]),
                  found.verdict == Difference::More ? prompts : code)};
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

}  // namespace hoego::en
