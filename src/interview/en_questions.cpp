#include <fmt/format.h>

#include "interview/asking.h"
#include "story/en_numbers.h"
#include "story/en_pledge.h"
#include "story/names.h"

namespace hoego::en {
namespace {

using Moulds = std::vector<std::string>;

constexpr int many_photos = 100;

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::English);
}

Moulds trip(const Trip& trip) {
  const std::string name = trip_name(trip, Language::English);
  const bool delayed = trip.planned && trip.planned->delay_hours.value_or(0) >= 3;
  const bool pictured = trip.photos >= many_photos;
  return {pictured ? fmt::format("If you could keep one of those {}, which would it be?",
                                 counted(trip.photos, "photo"))
                   : std::string{},
          fmt::format("Who was with you in {}, or were you alone?", name),
          fmt::format("Which scene of {} still comes to mind?", name),
          fmt::format("How did you come to go to {}?", name),
          delayed ? "What happened on that late way home?" : std::string{}};
}

Moulds doubtful_trip(const Trip& trip, int year) {
  const std::string name = trip_name(trip, Language::English);
  const std::string days =
      trip.days.days() == 1 ? "on " + date(trip.days.from, year) : "from " + span(trip.days, year);
  if (name.empty()) return {fmt::format("Were you away from home {}?", days)};
  return {fmt::format("Were you in {} {}?", name, days)};
}

Moulds entered_trip(const Trip& trip, int year) {
  const std::string title = trip.planned ? title_in_text(trip.planned->title) : std::string{};
  return {fmt::format("Did “{}” on {} go as the calendar has it?", title, date(trip.days.from, year))};
}

Moulds stopped(const Activity& activity) {
  const std::string name = name_of(activity);
  return {fmt::format("Is this the end of {}, or a pause?", name),
          fmt::format("What happened with {} then?", name),
          fmt::format("Where has the time of {} gone since?", name)};
}

Moulds silence(const Activity& activity) {
  Moulds moulds = stopped(activity);
  const bool written = activity.kind == Kind::Post || activity.kind == Kind::Note;
  if (written) moulds.emplace_back("Was there a text you began and left?");
  if (activity.kind == Kind::Book) moulds.emplace_back("Was there a book you opened and put away?");
  return moulds;
}

Moulds change(const Activity& activity, ChangeKind kind) {
  const std::string name = name_of(activity);
  switch (kind) {
    case ChangeKind::Started:
      return {fmt::format("How did you come to begin with {}?", name),
              fmt::format("What was the first day of {} like?", name)};
    case ChangeKind::Grew:
      return {fmt::format("What changed with {} around then?", name),
              fmt::format("Did anything else give way to {}?", name)};
    case ChangeKind::Faded:
      return {fmt::format("What happened with {} around then?", name),
              fmt::format("Where has the time of {} gone since?", name)};
    case ChangeKind::Stopped:
      return stopped(activity);
    default:
      return {fmt::format("How did you come back to {}?", name),
              fmt::format("What is different about {} now?", name)};
  }
}

std::string doubted_kind(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Started:
      return "begin in";
    case ChangeKind::Grew:
      return "pick up around";
    case ChangeKind::Faded:
      return "thin out around";
    case ChangeKind::Stopped:
      return "stop in";
    default:
      return "come back in";
  }
}

Moulds doubtful_change(const Activity& activity, const Change& change, int year) {
  return {
      fmt::format("Did {} {} {}?", name_of(activity), doubted_kind(change.kind), month(change.date, year))};
}

Moulds less(const Activity& activity) {
  const std::string name = name_of(activity);
  return {fmt::format("How do you see that drop in {}?", name),
          fmt::format("Is this much {} right for you, or too little?", name),
          fmt::format("What has the time of {} gone to instead, if anything?", name)};
}

Moulds more(const Activity& activity) {
  const std::string name = name_of(activity);
  return {fmt::format("How do you see that rise in {}?", name),
          fmt::format("Did anything else give way to {}?", name),
          activity.kind == Kind::Event ? fmt::format("Which day of {} still comes to mind?", name)
                                       : std::string{}};
}

Moulds much(const Activity& activity) {
  const std::string count = counted(activity.count, noun(activity.kind));
  switch (activity.kind) {
    case Kind::Book:
    case Kind::Paper:
      return {fmt::format("Of the {}, which one would you hand to a friend?", count),
              fmt::format("Of the {}, which one would you open again?", count)};
    case Kind::Post:
    case Kind::Note:
      return {fmt::format("Of the {}, which one would you read again?", count),
              fmt::format("Of the {}, which one are you glad to have written?", count)};
    case Kind::Chat:
      return {fmt::format("Of the {}, is there one you asked well?", count)};
    case Kind::Photo:
    case Kind::Video:
    case Kind::Listen:
    case Kind::Watch:
      return {fmt::format("Of the {}, which one would you keep?", count)};
    case Kind::Commit:
    case Kind::PullRequest:
    case Kind::Review:
    case Kind::Issue:
      return {fmt::format("Of the {}, is there one you would show around?", count),
              fmt::format("Of the {}, which one took you longest?", count)};
    default:
      return {fmt::format("Which day of {} still comes to mind?", name_of(activity)),
              fmt::format("What did you learn about {} that was new?", name_of(activity)),
              fmt::format("With whom do you share {}?", name_of(activity))};
  }
}

Moulds first_time(const Occasion& one) {
  const std::string name = label_in(one.label, Language::English);
  switch (one.subject) {
    case Subject::Tool:
      return {fmt::format("What did you first use {} for?", name)};
    case Subject::Town:
    case Subject::Country:
      return {fmt::format("How did you come to go to {}?", name),
              fmt::format("What was your first impression of {}?", name)};
    case Subject::Language:
      return {fmt::format("What was the first thing you made in {}?", name)};
    case Subject::Repository:
      return {fmt::format("What did you make {} for?", name)};
    default:
      return {fmt::format("How did you come across {}?", name)};
  }
}

/// on March 15; of whole units the first that failed: in May, in the week from June 10.
std::string when_broken(const Promise& promise, int year) {
  const bool units = promise.terms && promise.terms->pace == CheckPace::Every && !promise.limit;
  if (units && promise.terms->every == CheckUnit::Month) return "in " + month(*promise.date, year);
  if (units && promise.terms->every == CheckUnit::Week)
    return "in the week from " + date(*promise.date - 6, year);
  return "on " + date(*promise.date, year);
}

Moulds broken(const Point& point, int year) {
  const Promise& promise = *point.promises.front();
  const std::string name = own_words(promise);
  // Where a journey broke it, what happened is told.
  const bool open = promise.date && point.trips.empty();
  return {open ? fmt::format("{}: what happened {}?", name, when_broken(promise, year)) : std::string{},
          fmt::format("{}: would you promise it again?", name),
          fmt::format("{}: how would you put it, if you made it again?", name)};
}

Moulds missed(const Promise& promise) {
  const std::string name = own_words(promise);
  return {fmt::format("{}: how would you put it, if you made it again?", name),
          fmt::format("{}: would you promise it again?", name)};
}

Moulds to_judge(const Promise& promise, const Setting& setting) {
  const std::string name = own_words(promise);
  if (promise.days.to > setting.findings.period.as_of)
    return {fmt::format("{}: how does it stand so far, in your own judgement?", name)};
  return {fmt::format("{}: did you keep it, in your own judgement?", name)};
}

Moulds period(const Setting& setting) {
  if (setting.current) {
    return {"Is there anything you want to say to yourself, reading this a year from now?",
            "What would this year be in one sentence?"};
  }
  return {setting.whole_year ? fmt::format("What would {} be in one sentence?", setting.year)
                             : "What would these days be in one sentence?"};
}

Moulds of_activity(const Ask& ask, const Setting& setting) {
  const Activity& activity = *ask.point.activities.front();
  switch (ask.what) {
    case Asking::Silence:
      return silence(activity);
    case Asking::Less:
      return less(activity);
    case Asking::More:
      return more(activity);
    case Asking::BestDay:
      return {"What was that day like?", "What happened on that day?"};
    case Asking::BestWeek:
      return {"What happened in that week?", "What was that week like?"};
    case Asking::DoubtfulChange:
      return doubtful_change(activity, *ask.point.change, setting.year);
    case Asking::Most:
    case Asking::Much:
      return much(activity);
    default:
      return change(activity, ask.point.change->kind);
  }
}

}  // namespace

Moulds ask_moulds(const Ask& ask, const Setting& setting) {
  const Point& point = ask.point;
  switch (ask.what) {
    case Asking::Lull:
      return {fmt::format("What were those {} like?", counted(point.best->days.days(), "day")),
              "How did you spend that time?"};
    case Asking::Trip:
      return trip(*point.trips.front());
    case Asking::DoubtfulTrip:
      return doubtful_trip(*point.trips.front(), setting.year);
    case Asking::EnteredTrip:
      return entered_trip(*point.trips.front(), setting.year);
    case Asking::CodePrompts:
      return {"How has your way of working changed?", "What do you not leave to a model?"};
    case Asking::Evenings:
      return {"Are your evenings spent as you meant them to be?", "What would you do with an empty evening?"};
    case Asking::Commute:
      return {"What do you do on the way, as a rule?"};
    case Asking::Move:
      return {"How did you come to move?", "What is different where you live now?"};
    case Asking::Anniversary:
      return {
          fmt::format("What would you tell yourself of {} ago?", counted(point.milestone->years, "year"))};
    case Asking::Age:
      return {"Is there something you want to do at this age?"};
    case Asking::FirstTime:
      return first_time(*point.occasions.front());
    case Asking::LastTime:
      return {fmt::format("Is this the end of {}, or a pause?",
                          label_in(point.occasions.front()->label, Language::English))};
    case Asking::PlannedTrip:
      return {"Is there something you want to do there?", "Who goes with you, or do you go alone?"};
    case Asking::Open:
      return {"Which of them do you want to close first?"};
    case Asking::Broken:
      return broken(point, setting.year);
    case Asking::Missed:
      return missed(*point.promises.front());
    case Asking::ToJudge:
      return to_judge(*point.promises.front(), setting);
    case Asking::Ticked:
      return {fmt::format("{}: how did you keep it?", own_words(*point.promises.front()))};
    case Asking::Period:
      return period(setting);
    default:
      return of_activity(ask, setting);
  }
}

}  // namespace hoego::en
