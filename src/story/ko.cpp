#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "story/ko_numbers.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/particles.h"
#include "story/threads.h"

namespace hoego::ko {
namespace {

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// Polite endings that do not only trade 어요 for 다.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> endings = {{
    {"이에요", "이다"},     {"예요", "다"},
    {"아니에요", "아니다"}, {"않을게요", "않겠다"},
    {"어려워요", "어렵다"}, {"많아요", "많다"},
    {"적어요", "적다"},     {"길어요", "길다"},
    {"높아요", "높다"},     {"있지 않아요", "있지 않다"},
    {"않아요", "않는다"},   {"줘요", "준다"},
    {"돼요", "된다"},       {"돌아와요", "돌아온다"},
    {"나와요", "나온다"},   {"이어져요", "이어진다"},
    {"생겨요", "생긴다"},   {"남아요", "남는다"},
    {"떠나요", "떠난다"},
}};

std::string most_of_all(const Point& point, const Setting& setting) {
  return with_particle(activity_name(*point.activities[0], Language::Korean),
                       setting.current ? Particle::Is : Particle::Was);
}

std::vector<std::string> period(const Setting& setting) {
  const Period& period = setting.findings.period;
  const std::string named = setting.whole_year ? fmt::format("{}년 한 해", setting.year)
                                               : span({period.from, period.to}, period.as_of.year());
  if (period.days_left() == 0) {
    return {fmt::format("{}의 기록을 한자리에 펼쳐 봤어요", named),
            fmt::format("{}의 기록을 처음부터 끝까지 펼쳐 봤어요", named)};
  }
  const std::string today = date(period.as_of, setting.year);
  const std::string left = figure(period.days_left(), "일");
  if (!setting.whole_year) {
    return {fmt::format("{} 가운데 {}까지의 기록을 먼저 펼쳐 봤어요", named, today)};
  }
  return {fmt::format("올해가 {} 남은 {}, 여기까지의 기록을 먼저 펼쳐 봤어요", left, today),
          fmt::format("{}, 올해를 {} 남겨 두고 여기까지의 기록을 펼쳐 봤어요", today, left)};
}

std::vector<std::string> most_time(const Point& point, const Setting& setting) {
  const std::string what = most_of_all(point, setting);
  return {
      setting.whole_year ? fmt::format("시간으로 재면 한 해를 가장 많이 채운 건 {}", what) : std::string{},
      fmt::format("가장 오랜 시간을 들인 건 {}", what)};
}

std::vector<std::string> most_days(const Point& point) {
  const Activity& activity = *point.activities[0];
  const std::string name = activity_name(activity, Language::Korean);
  return {fmt::format("가장 여러 날에 남은 건 {}, {}에 걸쳐 있어요", with_particle(name, Particle::Toward),
                      figure(activity.days, "일"))};
}

std::vector<std::string> farthest(const Point& point) {
  const Trip& trip = *point.trips[0];
  const std::string name = trip_name(trip, Language::Korean);
  const std::string length = nights_and_days(trip.nights, trip.days.days());
  if (trip.photos == 0) {
    return {fmt::format("가장 멀리 간 곳은 {}, {}이었어요", with_particle(name, Particle::Toward), length)};
  }
  return {fmt::format("가장 멀리 간 곳은 {}이고, {} 동안 사진 {} 찍었어요", name, length,
                      with_particle(figure(trip.photos, "장"), Particle::Object)),
          fmt::format("가장 멀리 다녀온 곳은 {}, {} 동안 사진이 {} 남았어요",
                      with_particle(name, Particle::Toward), length, figure(trip.photos, "장"))};
}

std::vector<std::string> longest_silence(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string name = with_particle(activity_name(activity, Language::Korean), Particle::Toward);
  const std::string last = date(*activity.last, setting.year);
  const std::string days = figure(silent_days(setting.findings, activity), "일");
  // What had stopped before the period may have been silent for longer.
  const auto& all = setting.findings.activities;
  const bool older = std::any_of(all.begin(), all.end(), [](const Activity& a) { return a.count == 0; });
  const std::string head = fmt::format(
      "{}가장 오래 멈춘 건 {}", older ? in_this_period(setting) + " 하던 것 가운데 " : std::string{}, name);
  if (!setting.current) return {fmt::format("{}, {}이 마지막이었어요", head, last)};
  return {fmt::format("{}, {} 뒤로 {}째 한 {}도 없어요", head, last, days, counter(activity.kind))};
}

/// 12월 초 무렵: the nights spent elsewhere tell a move to a few days.
std::string about_when(Date day, int year) {
  const std::string_view part = day.day() <= 10 ? "초" : day.day() <= 20 ? "중순" : "말";
  return fmt::format("{} {} 무렵", month(day, year), part);
}

std::vector<std::string> move(const Point& point, const Setting& setting) {
  const std::string to = place_name(point.home->spot.place, Language::Korean);
  const std::string from = place_name(point.home_before->spot.place, Language::Korean);
  const std::string when = about_when(point.home->days.from, setting.year);
  if (from.empty() || from == to) {
    return {fmt::format("사는 곳은 {} {} 안에서 바뀌었어요", when, to)};
  }
  return {fmt::format("사는 곳은 {} {}에서 {} 바뀌었어요", when, from, with_particle(to, Particle::Toward)),
          fmt::format("{} {}에서 {} 이사했어요", when, from, with_particle(to, Particle::Toward))};
}

std::vector<std::string> anniversary(const Point& point, const Setting& setting) {
  const Milestone& milestone = *point.milestone;
  const std::string label =
      title_in_text(milestone.label.ko.empty() ? milestone.label.en : milestone.label.ko);
  const std::string day = date(milestone.date, setting.year);
  if (milestone.date > setting.findings.period.as_of) {
    return {fmt::format("{}이면 {} 만 {}년이 돼요", day, label, milestone.years)};
  }
  return {fmt::format("{}로 {} 만 {}년이 됐어요", day, label, milestone.years),
          fmt::format("{}은 {} 만 {}년이 되는 날이었어요", day, label, milestone.years),
          fmt::format("{} 만 {}년이 된 날은 {}", label, milestone.years, with_particle(day, Particle::Was))};
}

/// Of a thread: the owner's own name of the area, else what is in it.
std::string thread_title(const Chapter& chapter, const Setting& setting) {
  if (const AreaTime* area = area_of(chapter, setting.findings))
    return label_in(area->label, Language::Korean);
  const bool written = tells(chapter, {Kind::Post, Kind::Note});
  const bool read = tells(chapter, {Kind::Book, Kind::Paper});
  const bool prompts = tells(chapter, {Kind::Chat});
  if (chapter.id == "code")
    return !prompts ? "코드" : tells(chapter, {Kind::Commit}) ? "코드와 프롬프트" : "모델과 나눈 대화";
  if (chapter.id == "requests") return "풀 리퀘스트와 리뷰";
  if (chapter.id == "writing") return !written ? "읽은 것" : read ? "쓰고 읽은 것" : "글";
  if (chapter.id == "exercise") return "운동";
  if (chapter.id == "media") return "듣고 본 것";
  if (chapter.id == thread_pictures) return "사진";
  return chapter.id == thread_else ? "그 밖에" : "무엇을 얼마나";
}

}  // namespace

std::string this_period(const Setting& setting) {
  if (!setting.whole_year) return "이 기간";
  return setting.current ? "올해" : fmt::format("{}년", setting.year);
}

std::string in_this_period(const Setting& setting) {
  const std::string now = this_period(setting);
  return now == "올해" ? now : now + "에";
}

std::string that_period(const Setting& setting) {
  const DateRange& there = setting.findings.against;
  const bool year = there.from == *Date::from_ymd(there.from.year(), 1, 1) &&
                    there.to == *Date::from_ymd(there.from.year(), 12, 31);
  const bool last_year = setting.current && there.from.year() + 1 == setting.year;
  if (year && setting.findings.period.days_left() == 0) {
    return last_year ? "작년" : fmt::format("{}년", there.from.year());
  }
  return last_year ? "작년 같은 기간" : fmt::format("{}년 같은 기간", there.from.year());
}

std::string by_then(const Setting& setting) {
  const std::string then = that_period(setting);
  return then == "작년 같은 기간" && setting.findings.period.days_left() > 0 ? "작년 이맘때까지"
                                                                             : then + "에";
}

std::string be(std::string_view noun, const Setting& setting) {
  return with_particle(noun, setting.current ? Particle::Is : Particle::Was);
}

std::string plain(std::string_view polite) {
  for (const auto& [from, to] : endings) {
    if (ends(polite, from))
      return std::string(polite.substr(0, polite.size() - from.size())) + std::string(to);
  }
  constexpr std::string_view regular = "어요";
  assert(ends(polite, regular) && "a mould ends in a form the table does not know");
  return std::string(polite.substr(0, polite.size() - regular.size())) + "다";
}

Sound hear(std::string_view sentence) {
  Sound sound;
  std::string_view first = sentence.substr(0, sentence.find(' '));
  const bool digit = !first.empty() && first.front() >= '0' && first.front() <= '9';
  const bool dated =
      digit && (first.find("월") != std::string_view::npos || first.find("년") != std::string_view::npos);
  sound.opening = dated ? "#date" : std::string(first);
  const std::string_view last = sentence.substr(sentence.rfind(' ') + 1);
  const bool copula = ends(sentence, "이에요") || ends(sentence, "예요") || ends(sentence, "이었어요") ||
                      ends(sentence, "였어요");
  sound.ending = copula ? "#copula" : std::string(last);
  return sound;
}

std::string title(const Setting& setting) {
  const Period& period = setting.findings.period;
  if (!setting.whole_year) {
    return span({period.from, period.to}, 0);
  }
  const std::string year = fmt::format("{}년", setting.year);
  return period.days_left() == 0 || !setting.current
             ? year
             : fmt::format("{}, {}까지", year, date(period.as_of, setting.year));
}

std::string chapter_title(const Chapter& chapter, const Setting& setting) {
  if (chapter.id == "opening") return {};
  if (chapter.id == "promises") return setting.current && setting.whole_year ? "올해의 다짐" : "다짐";
  if (chapter.id == "trips") return "길 위에서";
  if (chapter.id == "turns") return "바뀐 것과 지나온 날";
  if (chapter.id == "time") return "시간은 어디로";
  if (chapter.id == "occasions") return "기억해 둘 날";
  if (chapter.id == "comparison") return setting.current ? "작년과 나란히" : "나란히 놓고 보면";
  if (chapter.id == "ahead") return fmt::format("남은 {}", figure(setting.findings.period.days_left(), "일"));
  if (chapter.id == "limits") return "기록이 닿지 않은 곳";
  return thread_title(chapter, setting);
}

std::vector<std::string> moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::Period:
      return period(setting);
    case Topic::MostTime:
      return most_time(point, setting);
    case Topic::MostDays:
      return most_days(point);
    case Topic::Farthest:
      return farthest(point);
    case Topic::LongestSilence:
      return longest_silence(point, setting);
    case Topic::Move:
      return move(point, setting);
    case Topic::Anniversary:
      return anniversary(point, setting);
    case Topic::TripBooked:
    case Topic::TripRoute:
    case Topic::TripLength:
    case Topic::TripShort:
    case Topic::TripBestPlace:
    case Topic::TripDelay:
    case Topic::TripBack:
    case Topic::CalendarTrip:
    case Topic::MoreTrips:
    case Topic::DayTrip:
    case Topic::DayTrips:
    case Topic::BestDayTrip:
    case Topic::Clock:
      return trip_moulds(point, setting);
    case Topic::TripCost:
    case Topic::Cost:
    case Topic::Prompts:
    case Topic::Merged:
    case Topic::Open:
    case Topic::Asked:
      return account_moulds(point, setting);
    case Topic::Change:
      return change_moulds(point, setting);
    case Topic::AreaHours:
    case Topic::AreaEvenings:
    case Topic::AreaWeekends:
    case Topic::CommuteTime:
    case Topic::CommuteMoved:
    case Topic::CodePrompts:
      return area_moulds(point, setting);
    case Topic::FirstTimes:
    case Topic::LastTime:
    case Topic::BestWeek:
    case Topic::BestDay:
    case Topic::RoundCount:
    case Topic::Lull:
    case Topic::Age:
    case Topic::FoundAnniversary:
      return occasion_moulds(point, setting);
    case Topic::PromisesSummary:
    case Topic::PromiseKept:
    case Topic::PromiseBroken:
    case Topic::PromiseMissed:
    case Topic::PromiseOpen:
    case Topic::PromiseUnknown:
    case Topic::PromisesTicked:
    case Topic::PromisesRest:
    case Topic::PromisesBegun:
      return promise_moulds(point, setting);
    case Topic::Count:
    case Topic::CountAgainst:
    case Topic::Against:
    case Topic::Months:
    case Topic::BusiestMonth:
    case Topic::PicturesOfTrip:
    case Topic::Streak:
    case Topic::First:
    case Topic::Silence:
    case Topic::Rest:
    case Topic::SummaryChanged:
    case Topic::SummaryNoDifference:
    case Topic::SummaryUnknown:
      return activity_moulds(point, setting);
    default:
      return ahead_moulds(point, setting);
  }
}

}  // namespace hoego::ko
