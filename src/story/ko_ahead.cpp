#include <fmt/format.h>

#include <cassert>

#include "story/ko_numbers.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

std::string with(std::string_view stem, Particle particle) {
  return with_particle(stem, particle);
}

std::vector<std::string> planned_trip(const Planned& planned, const Setting& setting) {
  const std::string place =
      planned.where ? place_name(planned.where->place, Language::Korean) : std::string{};
  const std::string day = date(planned.days.from, setting.year);
  const int days = planned.days.days();
  if (place.empty()) {
    const std::string title = quoted(title_in_text(planned.title));
    return {days > 1 ? fmt::format("{}는 {} 적혀 있어요", span(planned.days, setting.year),
                                   with(title, Particle::Subject))
                     : fmt::format("{}에는 {} 적혀 있어요", day, with(title, Particle::Subject))};
  }
  const std::string toward = with(place, Particle::Toward);
  if (days == 1) return {fmt::format("{}에는 {} 하루 다녀올 예정이에요", day, place + "에")};
  const std::string length = nights_and_days(days - 1, days);
  if (planned.booked) {
    const std::string booked = date(*planned.booked, setting.year);
    return {fmt::format("{} {}에 예약해 두었고, {}에 {}로 떠날 예정이에요", with(place, Particle::Topic),
                        booked, day, length),
            fmt::format("{}에 예약해 둔 {} 여행이 {} {}로 잡혀 있어요", booked, place, day + "부터", length)};
  }
  return {fmt::format("{}에는 {} {} 떠날 예정이에요", day, toward, length),
          fmt::format("{} 여행이 {} {}로 잡혀 있어요", place, day + "부터", length)};
}

std::vector<std::string> planned_events(const Point& point, const Setting& setting) {
  const std::string title = quoted(title_in_text(point.planned.front()->title));
  std::vector<Date> days;
  for (const Planned* planned : point.planned) {
    if (days.empty() || days.back() != planned->days.from) days.push_back(planned->days.from);
  }
  if (days.size() == 1) {
    const std::string day = date(days[0], setting.year);
    return {fmt::format("{} {}에 있어요", with(title, Particle::Topic), day),
            fmt::format("{} {}", with(title, Particle::Topic), with(day, Particle::Is))};
  }
  if (days.size() <= 4) {
    const auto said = dates(days, setting.year);
    const std::string all = said.size() > 2 ? listed(said) : all_of(said);
    return {fmt::format("{} {}에 있어요", with(title, Particle::Subject), all),
            fmt::format("{}에는 {} 잡혀 있어요", all, with(title, Particle::Subject)),
            fmt::format("{} {}", with(title, Particle::Topic), with(all, Particle::Is))};
  }
  const std::string count = counted(point.number, "번");
  const std::string last = date(days.back(), setting.year);
  return {fmt::format("달력에는 {} {}까지 {} 더 잡혀 있어요", with(title, Particle::Subject), last, count),
          fmt::format("{} {} 시작으로 {}까지 {} 남았어요", with(title, Particle::Topic),
                      with(date(days.front(), setting.year), Particle::Object), last, count)};
}

std::vector<std::string> gap(const Point& point, const Setting& setting) {
  assert(point.coverage != nullptr);
  const std::string days = span(point.days, setting.year);
  const std::string what = kind_name(point.coverage->kind, Language::Korean);
  return {fmt::format("{}는 기록이 없어서 {} 알 수 없어요", days, with(what, Particle::Object)),
          fmt::format("{}의 {} 빈칸이고, 0이라는 뜻은 아니에요", days, with(what, Particle::Topic))};
}

std::vector<std::string> part_gap(const Point& point, const Setting& setting) {
  return {fmt::format("“{}”에서는 {} 비어 있어서, 그동안의 {} 다른 기록에서 본 것만 셌어요",
                      source_name(point.coverage->source), span(point.days, setting.year) + "가",
                      with(kind_name(point.coverage->kind, Language::Korean), Particle::Topic))};
}

/// 드럼 레슨이 열 번, 합주가 여덟 번.
std::vector<std::string> planned_series(const Point& point, const Setting& setting) {
  std::vector<std::pair<std::string, int>> groups;
  std::string key;
  for (const Planned* planned : point.planned) {
    const std::string title = title_in_text(planned->title);
    if (groups.empty() || without_number(title) != key) {
      groups.emplace_back(quoted(title), 0);
      key = without_number(title);
    }
    ++groups.back().second;
  }
  std::vector<std::string> items;
  for (const auto& [title, count] : groups) {
    items.push_back(fmt::format("{} {}", with(title, Particle::Subject), counted(count, "번")));
  }
  const std::string last = date(point.days.to, setting.year);
  return {fmt::format("달력에는 {}까지 {} 더 잡혀 있어요", last, listed(items))};
}

}  // namespace

std::string quoted(const std::string& title) {
  constexpr std::size_t longest = 36;  // bytes: a dozen syllables
  const bool plain_words = title.size() <= longest &&
                           title.find_first_of("\"'`*_#<>[](){}|\\/:;!?@&=+~^%$.,") == std::string::npos;
  return plain_words ? title : fmt::format("“{}”", title);
}

std::vector<std::string> ahead_moulds(const Point& point, const Setting& setting) {
  const std::string kind = point.coverage ? kind_name(point.coverage->kind, Language::Korean) : std::string{};
  switch (point.topic) {
    case Topic::PlannedTrip:
      return planned_trip(*point.planned[0], setting);
    case Topic::PlannedEvents:
      return planned_events(point, setting);
    case Topic::PlannedSeries:
      return planned_series(point, setting);
    case Topic::PlannedRest:
      return {
          fmt::format("이 밖에도 달력에 {} 더 있어요", with(figure(point.number, "건"), Particle::Subject))};
    case Topic::Gap:
      return gap(point, setting);
    case Topic::PartGap:
      return part_gap(point, setting);
    case Topic::StartsLate: {
      const std::string from = date(point.days.to + 1, setting.year);
      return {fmt::format("{} {} 것부터 남아 있어서 그 전은 여기 들어 있지 않아요",
                          with(kind, Particle::Topic), from),
              fmt::format("{} 전의 {} 기록이 없어서 세지 못했어요", from, with(kind, Particle::Topic))};
    }
    case Topic::EndsEarly: {
      const std::string last = date(point.days.from - 1, setting.year);
      return {
          fmt::format("{} {} 것까지만 남아 있어서 그 뒤는 알 수 없어요", with(kind, Particle::Topic), last),
          fmt::format("{} 뒤의 {} 기록이 없어서 알 수 없어요", last, with(kind, Particle::Topic))};
    }
    case Topic::PresenceOnly:
      return {"사진은 찍은 날만 말해 줘요", "사진이 없는 날에 무엇을 했는지는 사진으로 알 수 없어요"};
    case Topic::NothingSure:
      return {fmt::format("{} 기록이 있지만, 그것만으로 확실하게 말할 수 있는 일은 없어요",
                          setting.whole_year ? fmt::format("{}년은", setting.year) : "이 기간은")};
    default:
      return {fmt::format("{} 기록이 없어서 할 수 있는 말이 없어요",
                          setting.whole_year ? fmt::format("{}년은", setting.year) : "이 기간은")};
  }
}

}  // namespace hoego::ko
