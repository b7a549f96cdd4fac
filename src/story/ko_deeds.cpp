#include "story/ko_deeds.h"

#include <array>

#include "story/names.h"

namespace hoego::ko {
namespace {

struct Word {
  std::string_view ending;  ///< of the activity's name
  Deed deed;
};

constexpr Deed go{"갔어요", "간", true};
constexpr Deed strike{"쳤어요", "친"};
constexpr Deed do_it{"했어요", "한"};

/// Names of activities and what one does with them. What is not here "is" (있었어요).
constexpr std::array<Word, 44> words = {{
    {"헬스장", go},    {"수영장", go},     {"체육관", go},     {"도서관", go},      {"미술관", go},
    {"박물관", go},    {"영화관", go},     {"학원", go},       {"교회", go},        {"성당", go},
    {"병원", go},      {"한의원", go},     {"클라이밍장", go}, {"연습실", go},      {"드럼", strike},
    {"기타", strike},  {"피아노", strike}, {"베이스", strike}, {"테니스", strike},  {"배드민턴", strike},
    {"탁구", strike},  {"볼링", strike},   {"골프", strike},   {"필라테스", do_it}, {"요가", do_it},
    {"수영", do_it},   {"운동", do_it},    {"러닝", do_it},    {"달리기", do_it},   {"등산", do_it},
    {"발레", do_it},   {"축구", do_it},    {"농구", do_it},    {"야구", do_it},     {"클라이밍", do_it},
    {"스터디", do_it}, {"공부", do_it},    {"합주", do_it},    {"연습", do_it},     {"회의", do_it},
    {"봉사", do_it},   {"명상", do_it},    {"산책", do_it},    {"상담", do_it},
}};

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

Deed by_kind(Kind kind) {
  switch (kind) {
    case Kind::Photo:
    case Kind::Video:
      return {"찍었어요", "찍은"};
    case Kind::Event:
      return {"있었어요", {}};
    case Kind::Commit:
    case Kind::Comment:
      return {"남겼어요", "남긴"};
    case Kind::PullRequest:
    case Kind::Issue:
      return {"올렸어요", "올린"};
    case Kind::Review:
    case Kind::Workout:
    case Kind::Reservation:
      return {"했어요", "한"};
    case Kind::Post:
      return {"썼어요", "쓴"};
    case Kind::Note:
      return {"적었어요", "적은"};
    case Kind::Book:
    case Kind::Paper:
      return {"읽었어요", "읽은"};
    case Kind::Listen:
      return {"들었어요", "들은"};
    case Kind::Watch:
      return {"봤어요", "본"};
    case Kind::Chat:
      return {"썼어요", "쓴"};
    case Kind::Visit:
      return {"들렀어요", "들른"};
    default:
      return {};
  }
}

}  // namespace

Deed deed(const Activity& activity) {
  if (activity.kind == Kind::Event || activity.kind == Kind::Workout) {
    const std::string name = activity_name(activity, Language::Korean);
    for (const Word& word : words) {
      if (ends(name, word.ending)) return word.deed;
    }
  }
  return by_kind(activity.kind);
}

std::string as_topic(const Activity& activity) {
  const std::string name = activity_name(activity, Language::Korean);
  return deed(activity).to_a_place ? name + "에는" : with_particle(name, Particle::Topic);
}

std::string as_object(const Activity& activity) {
  const std::string name = activity_name(activity, Language::Korean);
  const Deed what = deed(activity);
  if (what.to_a_place) return name + "에";
  return with_particle(name, what.before.empty() ? Particle::Subject : Particle::Object);
}

std::string and_then(std::string_view done) {
  constexpr std::string_view ending = "어요";
  return std::string(done.substr(0, done.size() - ending.size())) + "고";
}

}  // namespace hoego::ko
