#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/threads.h"

namespace hoego::en {
namespace {

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::English);
}

std::vector<std::string> period(const Setting& setting) {
  const Period& period = setting.findings.period;
  const std::string named =
      setting.whole_year ? std::to_string(setting.year) : span({period.from, period.to}, period.as_of.year());
  if (period.days_left() == 0) {
    return {fmt::format("This is what the files kept of {}", named),
            fmt::format("Here {} is laid out as the files kept it", named)};
  }
  const std::string today = date(period.as_of, setting.year);
  if (!setting.whole_year) {
    return {fmt::format("This is what the files kept of {}, as far as {}", named, today)};
  }
  const std::string left = counted(period.days_left(), "day");
  return {fmt::format("It was {}, with {} of the year to go, when I laid out what the files had kept so far",
                      today, left),
          fmt::format("With {} of the year to go, this is what the files had kept by {}", left, today)};
}

std::vector<std::string> most_time(const Point& point) {
  const std::string name = name_of(*point.activities[0]);
  return {fmt::format("Nothing took more hours than {}", name),
          fmt::format("Counted in hours, nothing filled the time like {}", name)};
}

std::vector<std::string> most_days(const Point& point) {
  const Activity& activity = *point.activities[0];
  return {fmt::format("Nothing left traces on more days than {}: {} of them", name_of(activity),
                      grouped(activity.days))};
}

std::vector<std::string> farthest(const Point& point) {
  const Trip& trip = *point.trips[0];
  const std::string name = trip_name(trip, Language::English);
  const std::string days = days_and_nights(trip.days.days(), trip.nights);
  if (trip.photos == 0) return {fmt::format("{} was the farthest I went: {}", name, days)};
  return {fmt::format("{} was the farthest I went: {}, and {}", name, days, counted(trip.photos, "photo")),
          fmt::format("The farthest I went was {}, for {} that left {}", name, days,
                      counted(trip.photos, "photo"))};
}

std::vector<std::string> longest_silence(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string last = date(*activity.last, setting.year);
  const std::string name = name_of(activity);
  // What had stopped before the period may have been silent for longer.
  const auto& all = setting.findings.activities;
  const bool older = std::any_of(all.begin(), all.end(), [](const Activity& a) { return a.count == 0; });
  const std::string head =
      older ? fmt::format("Of what went on {}, the longest pause was in {}", this_period(setting), name)
            : fmt::format("The longest pause was in {}", name);
  if (!setting.current) return {fmt::format("{}, last seen on {}", head, last)};
  const std::string days = counted(silent_days(setting.findings, activity), "day");
  return {fmt::format("{}: nothing for {} since {}", head, days, last)};
}

/// around early December: the nights spent elsewhere tell a move to a few days.
std::string about_when(Date day, int year) {
  const std::string_view part = day.day() <= 10 ? "early" : day.day() <= 20 ? "mid" : "late";
  return fmt::format("around {} {}", part, month(day, year));
}

std::vector<std::string> move(const Point& point, const Setting& setting) {
  const std::string to = place_name(point.home->spot.place, Language::English);
  const std::string from = place_name(point.home_before->spot.place, Language::English);
  const std::string when = about_when(point.home->days.from, setting.year);
  if (from.empty() || from == to) return {fmt::format("{} home moved within {}", capitalized(when), to)};
  return {fmt::format("{} I moved from {} to {}", capitalized(when), from, to),
          fmt::format("I moved from {} to {} {}", from, to, when)};
}

std::vector<std::string> anniversary(const Point& point, const Setting& setting) {
  const Milestone& milestone = *point.milestone;
  const std::string label =
      title_in_text(milestone.label.en.empty() ? milestone.label.ko : milestone.label.en);
  const std::string day = date(milestone.date, setting.year);
  const std::string years = counted(milestone.years, "year");
  const bool ahead = milestone.date > setting.findings.period.as_of;
  return {fmt::format("{} {} {} since “{}”", day, ahead ? "will mark" : "marked", years, label)};
}

/// Whether the first word opens like a date: "March 15 …", "On March 15", "From March", "In March".
bool dated(std::string_view sentence) {
  constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
  for (const std::string_view lead : {"On ", "From ", "In ", ""}) {
    if (sentence.substr(0, lead.size()) != lead) continue;
    const std::string_view rest = sentence.substr(lead.size());
    for (const std::string_view month : months) {
      if (rest.substr(0, month.size()) == month) return true;
    }
  }
  return false;
}

/// Of a thread: the owner's own name of the area, else what is in it.
std::string thread_title(const Chapter& chapter, const Setting& setting) {
  if (const AreaTime* area = area_of(chapter, setting.findings))
    return capitalized(label_in(area->label, Language::English));
  const bool written = tells(chapter, {Kind::Post, Kind::Note});
  const bool read = tells(chapter, {Kind::Book, Kind::Paper});
  const bool prompts = tells(chapter, {Kind::Chat});
  if (chapter.id == "code")
    return !prompts                         ? "Code"
           : tells(chapter, {Kind::Commit}) ? "Code and prompts"
                                            : "Conversations with models";
  if (chapter.id == "requests") return "Pull requests and reviews";
  if (chapter.id == "writing") return !written ? "Reading" : read ? "Writing and reading" : "Writing";
  if (chapter.id == "exercise") return "Exercise";
  if (chapter.id == "media") return "Heard and seen";
  if (chapter.id == thread_pictures) return "Pictures";
  return chapter.id == thread_else ? "And besides" : "What, and how much";
}

}  // namespace

std::string this_period(const Setting& setting) {
  if (!setting.whole_year) return "in this period";
  return setting.current ? "this year" : fmt::format("in {}", setting.year);
}

std::string that_period(const Setting& setting) {
  const DateRange& there = setting.findings.against;
  const bool year = there.from == *Date::from_ymd(there.from.year(), 1, 1) &&
                    there.to == *Date::from_ymd(there.from.year(), 12, 31);
  return year && setting.findings.period.days_left() == 0
             ? std::to_string(there.from.year())
             : fmt::format("the same months of {}", there.from.year());
}

std::string by_then(const Setting& setting) {
  const int year = setting.findings.against.from.year();
  return that_period(setting) == std::to_string(year) ? fmt::format("in {}", year)
                                                      : fmt::format("by this time in {}", year);
}

Sound hear(std::string_view sentence) {
  if (dated(sentence)) return {"#date", {}};
  return {std::string(sentence.substr(0, sentence.find_first_of(" ,:"))), {}};
}

std::string title(const Setting& setting) {
  const Period& period = setting.findings.period;
  if (!setting.whole_year) return span({period.from, period.to}, 0);
  return period.days_left() == 0 || !setting.current
             ? std::to_string(setting.year)
             : fmt::format("{}, up to {}", setting.year, date(period.as_of, setting.year));
}

std::string chapter_title(const Chapter& chapter, const Setting& setting) {
  if (chapter.id == "opening") return {};
  if (chapter.id == "promises") return "Promises";
  if (chapter.id == "trips") return "On the road";
  if (chapter.id == "turns") return "Turning points";
  if (chapter.id == "time") return "Where the time went";
  if (chapter.id == "occasions") return "Days to remember";
  if (chapter.id == "comparison") return fmt::format("Beside {}", setting.findings.against.from.year());
  if (chapter.id == "ahead")
    return fmt::format("The {} left", counted(setting.findings.period.days_left(), "day"));
  if (chapter.id == "limits") return "Where the records do not reach";
  return thread_title(chapter, setting);
}

std::vector<std::string> moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::Period:
      return period(setting);
    case Topic::MostTime:
      return most_time(point);
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

}  // namespace hoego::en
