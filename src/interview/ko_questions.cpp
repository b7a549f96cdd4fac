#include <fmt/format.h>

#include "interview/asking.h"
#include "story/change_words.h"
#include "story/ko_deeds.h"
#include "story/ko_numbers.h"
#include "story/ko_pledge.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

using Moulds = std::vector<std::string>;

constexpr int many_photos = 100;

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::Korean);
}

std::string with(const std::string& name, Particle particle) {
  return with_particle(name, particle);
}

/// What one goes to or does at a time, and does not make or collect.
bool is_held(const Activity& activity) {
  return activity.kind == Kind::Event || activity.kind == Kind::Workout || activity.kind == Kind::Visit;
}

/// 헬스장에 가던, 드럼을 치던, 합주를 하던; empty where the kind alone tells what one does.
std::string used_to(const Activity& activity) {
  const std::string_view done = deed(activity).done;
  std::string_view verb;
  if (done == "갔어요") verb = "가던";
  if (done == "쳤어요") verb = "치던";
  if (done == "했어요") verb = "하던";
  if (done == "썼어요" && activity.kind == Kind::Post) verb = "쓰던";
  if (done == "읽었어요") verb = "읽던";
  return verb.empty() ? std::string{} : fmt::format("{} {}", as_object(activity), verb);
}

Moulds trip(const Trip& trip) {
  const std::string name = trip_name(trip, Language::Korean);
  const bool delayed = trip.planned && trip.planned->delay_hours.value_or(0) >= 3;
  const bool pictured = trip.photos >= many_photos;
  return {pictured ? fmt::format("{} 가운데 한 장만 남긴다면 어떤 사진인가요?", figure(trip.photos, "장"))
                   : std::string{},
          fmt::format("{} 누구와 함께였나요, 아니면 혼자였나요?", with(name, Particle::Topic)),
          fmt::format("{}에서 지금도 떠오르는 장면이 있나요?", name),
          fmt::format("{}에는 어떻게 가게 됐나요?", name),
          delayed ? "예정보다 늦어진 그 길에서는 무슨 일이 있었나요?" : std::string{}};
}

Moulds doubtful_trip(const Trip& trip, int year) {
  const std::string name = trip_name(trip, Language::Korean);
  const std::string days = trip.days.days() == 1 ? date(trip.days.from, year) : span(trip.days, year);
  if (name.empty()) return {fmt::format("{} 집을 떠나 있었던 것이 맞나요?", days)};
  return {fmt::format("{} {}에 다녀온 것이 맞나요?", days, name)};
}

Moulds entered_trip(const Trip& trip, int year) {
  const std::string title = trip.planned ? title_in_text(trip.planned->title) : std::string{};
  return {fmt::format("{}의 {}, 달력대로 다녀왔나요?", date(trip.days.from, year), quoted(title))};
}

Moulds faded(const Activity& activity) {
  const std::string name = name_of(activity);
  const std::string before = used_to(activity);
  return {"그 무렵 무슨 일이 있었나요?",
          before.empty() ? std::string{} : fmt::format("{} 시간에 그 뒤로는 무엇을 했나요?", before),
          fmt::format("{}, 다시 잦아질 일이 있나요?", name)};
}

Moulds stopped(const Activity& activity) {
  const std::string name = name_of(activity);
  const std::string before = used_to(activity);
  return {fmt::format("{} 여기서 끝인가요, 잠시 쉬는 중인가요?", with(name, Particle::Topic)),
          "그때 무슨 일이 있었나요?",
          before.empty() ? std::string{} : fmt::format("{} 시간에 그 뒤로는 무엇을 했나요?", before)};
}

Moulds silence(const Activity& activity) {
  Moulds moulds = stopped(activity);
  const bool written = activity.kind == Kind::Post || activity.kind == Kind::Note;
  if (written) moulds.emplace_back("그사이 쓰려다 만 글이 있나요?");
  if (activity.kind == Kind::Book) moulds.emplace_back("그사이 펼쳤다가 덮은 책이 있나요?");
  return moulds;
}

Moulds change(const Activity& activity, ChangeKind kind) {
  const std::string name = name_of(activity);
  switch (kind) {
    case ChangeKind::Started:
      return {fmt::format("{} 어떻게 시작하게 됐나요?", with(name, Particle::Topic)),
              fmt::format("{}의 첫날은 어땠나요?", name)};
    case ChangeKind::Grew:
      return {fmt::format("그 무렵 {}에 무엇이 달라졌나요?", name),
              fmt::format("{} 어떻게 잦아지게 됐나요?", with(name, Particle::Topic)),
              fmt::format("{} 잦아지면서 그만둔 것이 있나요?", with(name, Particle::Subject))};
    case ChangeKind::Faded:
      return faded(activity);
    case ChangeKind::Stopped:
      return stopped(activity);
    default:
      return {fmt::format("{} 어떻게 다시 시작하게 됐나요?", with(name, Particle::Topic)),
              fmt::format("쉬기 전의 {} 지금은 무엇이 다른가요?", with(name, Particle::And))};
  }
}

std::string doubted_kind(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Started:
      return "시작한";
    case ChangeKind::Grew:
      return "잦아진";
    case ChangeKind::Faded:
      return "뜸해진";
    case ChangeKind::Stopped:
      return "멈춘";
    default:
      return "다시 시작한";
  }
}

Moulds doubtful_change(const Activity& activity, const Change& change, int year) {
  const bool from = change.kind == ChangeKind::Grew || change.kind == ChangeKind::Faded;
  const std::string what = with(name_of(activity), from ? Particle::Subject : Particle::Object);
  return {fmt::format("{} {}쯤{} {} 것이 맞나요?", what, month(change.date, year), from ? "부터" : "에",
                      doubted_kind(change.kind))};
}

Moulds less(const Activity& activity) {
  const std::string name = name_of(activity);
  return {fmt::format("{} 어떻게 {} 됐나요?", with(name, Particle::Topic),
                      is_held(activity) ? "뜸해지게" : "줄게"),
          fmt::format("이만큼의 {}, 알맞은가요, 모자란가요?", name),
          fmt::format("{} 줄어든 만큼 늘어난 것이 있나요?", with(name, Particle::Subject))};
}

Moulds more(const Activity& activity) {
  const std::string name = name_of(activity);
  return {fmt::format("{} 어떻게 {} 됐나요?", with(name, Particle::Topic),
                      is_held(activity) ? "잦아지게" : "늘게"),
          fmt::format("{} {} 그만둔 것이 있나요?", with(name, Particle::Subject),
                      is_held(activity) ? "잦아지면서" : "늘면서"),
          is_held(activity) ? fmt::format("{}에서 지금도 떠오르는 하루가 있나요?", name) : std::string{}};
}

Moulds much(const Activity& activity, const Setting& setting) {
  const std::string when = this_period(setting);
  const std::string what = fmt::format("{} {} 가운데", when, figure(activity.count, counter(activity.kind)));
  switch (activity.kind) {
    case Kind::Book:
    case Kind::Paper:
      return {fmt::format("{} 한 {}만 권한다면 무엇인가요?", what, counter(activity.kind)),
              fmt::format("{} 다시 펼치고 싶은 것이 있나요?", what)};
    case Kind::Post:
    case Kind::Note:
      return {fmt::format("{} 다시 읽고 싶은 것은 무엇인가요?", what),
              fmt::format("{} 쓰기를 잘한 것은 무엇인가요?", what)};
    case Kind::Chat:
      return {fmt::format("{} 잘 물었다 싶은 것이 있나요?", what)};
    case Kind::Photo:
    case Kind::Video:
    case Kind::Listen:
    case Kind::Watch:
      return {fmt::format("{} 하나만 고른다면 무엇인가요?", what)};
    case Kind::Commit:
    case Kind::PullRequest:
    case Kind::Review:
    case Kind::Issue:
      return {fmt::format("{} 자랑하고 싶은 것이 있나요?", what),
              fmt::format("{} 가장 오래 붙들고 있던 것은 무엇인가요?", what)};
    default:
      return {fmt::format("{} {}에서 기억에 남는 하루는 언제인가요?", when, name_of(activity)),
              fmt::format("{} {}에서 새로 알게 된 것이 있나요?", when, name_of(activity)),
              fmt::format("{} 누구와 함께하나요?", with(name_of(activity), Particle::Topic))};
  }
}

Moulds first_time(const Occasion& one) {
  const std::string name = label_in(one.label, Language::Korean);
  switch (one.subject) {
    case Subject::Tool:
      return {fmt::format("{} 처음에 무엇을 하려고 썼나요?", with(name, Particle::Topic))};
    case Subject::Town:
    case Subject::Country:
      return {fmt::format("{}에는 어떻게 가게 됐나요?", name), fmt::format("{}의 첫인상은 어땠나요?", name)};
    case Subject::Language:
      return {fmt::format("{} 처음 만든 것은 무엇인가요?", with(name, Particle::Toward))};
    case Subject::Repository:
      return {fmt::format("{} 무엇을 하려고 만든 저장소인가요?", with(name, Particle::Topic))};
    default:
      return {fmt::format("{} 어떻게 만나게 됐나요?", with(name, Particle::Topic))};
  }
}

Moulds last_time(const Occasion& one) {
  const std::string name = label_in(one.label, Language::Korean);
  return {fmt::format("{} 여기서 끝인가요, 잠시 쉬는 중인가요?", with(name, Particle::Topic))};
}

/// 3월 15일; of whole units the first that failed: 5월, 6월 10일부터의 한 주.
std::string when_broken(const Promise& promise, int year) {
  const bool units = promise.terms && promise.terms->pace == CheckPace::Every && !promise.limit;
  if (units && promise.terms->every == CheckUnit::Month) return month(*promise.date, year);
  if (units && promise.terms->every == CheckUnit::Week) return date(*promise.date - 6, year) + "부터의 한 주";
  return date(*promise.date, year);
}

Moulds broken(const Point& point, int year) {
  const Promise& promise = *point.promises.front();
  const std::string name = own_words(promise);
  // Where a journey broke it, what happened is told.
  const bool open = promise.date && point.trips.empty();
  return {
      open ? fmt::format("{}, {}에는 무슨 일이 있었나요?", name, when_broken(promise, year)) : std::string{},
      fmt::format("{}, 다시 다짐해 보고 싶은가요?", name),
      fmt::format("{}, 다시 정한다면 어떻게 고쳐 쓰고 싶은가요?", name)};
}

Moulds missed(const Promise& promise) {
  const std::string name = own_words(promise);
  return {fmt::format("{}, 다시 정한다면 어떻게 고쳐 쓰고 싶은가요?", name),
          fmt::format("{}, 다시 다짐해 보고 싶은가요?", name)};
}

Moulds to_judge(const Promise& promise, const Setting& setting) {
  const std::string name = own_words(promise);
  if (promise.days.to > setting.findings.period.as_of)
    return {fmt::format("{}, 지금까지 스스로 보기에 어떤가요?", name)};
  return {fmt::format("{}, 스스로 보기에 지켰나요?", name)};
}

Moulds period(const Setting& setting) {
  if (setting.current) {
    return {"내년 이맘때 이 글을 다시 읽을 자신에게 남기고 싶은 말이 있나요?",
            "올해를 한 문장으로 적는다면 무엇인가요?"};
  }
  return {fmt::format("{} 한 문장으로 적는다면 무엇인가요?", with(this_period(setting), Particle::Object))};
}

/// Of an activity.
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
      return {"그날은 어떤 날이었나요?", "그날 하루는 어떻게 지나갔나요?"};
    case Asking::BestWeek:
      return {"그 주에는 무슨 일이 있었나요?", "그 한 주는 어떻게 지나갔나요?"};
    case Asking::DoubtfulChange:
      return doubtful_change(activity, *ask.point.change, setting.year);
    case Asking::Most:
    case Asking::Much:
      return much(activity, setting);
    default:
      return change(activity, ask.point.change->kind);
  }
}

}  // namespace

Moulds ask_moulds(const Ask& ask, const Setting& setting) {
  const Point& point = ask.point;
  switch (ask.what) {
    case Asking::Lull:
      return {"그동안 어떻게 지냈나요?",
              fmt::format("그 {}은 어떤 날들이었나요?", figure(point.best->days.days(), "일"))};
    case Asking::Trip:
      return trip(*point.trips.front());
    case Asking::DoubtfulTrip:
      return doubtful_trip(*point.trips.front(), setting.year);
    case Asking::EnteredTrip:
      return entered_trip(*point.trips.front(), setting.year);
    case Asking::CodePrompts:
      return {"일하는 방식은 어떻게 달라졌나요?", "모델에게 맡기지 않는 일이 있나요?"};
    case Asking::Evenings:
      return {"저녁을 이렇게 쓴 것은 뜻한 대로인가요?", "저녁을 비워 둔다면 무엇을 하고 싶은가요?"};
    case Asking::Commute:
      return {"오가는 시간에는 주로 무엇을 하나요?"};
    case Asking::Move:
      return {"이사는 어떻게 하게 됐나요?", "새로 사는 곳에서 달라진 것은 무엇인가요?"};
    case Asking::Anniversary:
      return {fmt::format("{}년 전의 자신에게 무슨 말을 건네고 싶은가요?", point.milestone->years)};
    case Asking::Age:
      return {"이 나이에 해 보고 싶은 일이 있나요?"};
    case Asking::FirstTime:
      return first_time(*point.occasions.front());
    case Asking::LastTime:
      return last_time(*point.occasions.front());
    case Asking::PlannedTrip:
      return {"그곳에서 꼭 해 보고 싶은 것이 있나요?", "누구와 함께 가나요, 아니면 혼자 가나요?"};
    case Asking::Open:
      return {"아직 열려 있는 것 가운데 무엇을 먼저 닫고 싶은가요?"};
    case Asking::Broken:
      return broken(point, setting.year);
    case Asking::Missed:
      return missed(*point.promises.front());
    case Asking::ToJudge:
      return to_judge(*point.promises.front(), setting);
    case Asking::Ticked:
      return {fmt::format("{}, 어떻게 지켰나요?", own_words(*point.promises.front()))};
    case Asking::Period:
      return period(setting);
    default:
      return of_activity(ask, setting);
  }
}

std::string plain_question(std::string polite) {
  for (const std::string_view ending : {"나요", "가요"}) {
    for (const std::string_view mark : {"?", ","}) {
      const std::string from = std::string(ending) + std::string(mark);
      for (std::size_t at = polite.find(from); at != std::string::npos; at = polite.find(from, at))
        polite.replace(at, from.size(), std::string(ending.substr(0, 3)) + std::string(mark));
    }
  }
  return polite;
}

}  // namespace hoego::ko
