#include "sample/events.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "sample/diary.h"

namespace hoego::sample {
namespace {

void drum_lessons(Diary& diary, const Story& story) {
  const auto lessons = [&](Date from, Date until) {
    return diary.weekly({Calendar::Band, "drums", "드럼 레슨", "홍대 드럼 학원", 11 * 60, 60}, from, until,
                        1);
  };
  lessons(day("2023-01-07"), story.drums_break.from - 1);
  // The first Saturday on which the hands have rested.
  Date resumed = story.drums_break.to + 1;
  while (resumed.weekday() != 6) resumed = resumed + 1;
  const std::string series = lessons(resumed, day("2024-12-28"));
  // One lesson was moved from Saturday to Sunday.
  Date moved = day("2024-05-04");
  while (story.quiet(moved) || story.quiet(moved + 1)) moved = moved + 7;
  diary.move(series, WallTime::at(moved, 11 * 3600), WallTime::at(moved + 1, 15 * 3600));
}

void band(Diary& diary, const Story& story) {
  drum_lessons(diary, story);
  const auto resting = [&](Date date) { return story.drums_break.contains(date); };
  const auto show = [&](Date date) {
    return std::find(story.shows.begin(), story.shows.end(), date) != story.shows.end();
  };
  const auto busy = [&](Date date) { return resting(date) || show(date); };
  const Habit ensemble{Calendar::Band, "drums", "합주", "홍대 합주실", 19 * 60 + 30, 150};
  const Habit practice{Calendar::Band, "drums", "드럼 개인 연습", "홍대 연습실", 20 * 60, 90};
  diary.often(ensemble, story.ensembles, today() - 1, {3, 5, 7}, busy);
  diary.often(practice, story.practice, today() - 1, {1, 4, 6}, busy);
  for (const Date date : story.shows) {
    diary.once({Calendar::Band, "drums", "정기 공연", "홍대 클럽 온음", 18 * 60, 180}, date,
               std::min(date - 60, today() - 20));
  }
  // What is agreed on so far for the shows to come.
  for (Date date = today() + 3; date < story.shows.back(); date = date + 6) {
    if (!show(date)) diary.once(ensemble, date, today() - 5);
  }
  diary.cancelled(ensemble, day("2023-07-19"));
  diary.cancelled(ensemble, day("2024-05-14"));
  diary.declined({Calendar::Band, "drums", "다른 팀 합주 도와주기", "", 20 * 60, 120}, day("2024-06-11"));
}

void exercise(Diary& diary, const Story& story) {
  const auto never = [](Date) { return false; };
  const Habit pilates{Calendar::Exercise, "pilates", "필라테스", "", 19 * 60, 50};
  diary.often(pilates, {{story.pilates.from, story.pilates_hundredths}}, story.pilates.to - 1, {2, 4, 6},
              never);
  diary.once(pilates, story.pilates.to, story.pilates.to - 5);
  // Before seven in the morning: in UTC, which this calendar is kept in, that is the day before.
  const Habit gym{Calendar::Exercise, "gym", "헬스장", "", 6 * 60 + 50, 70};
  diary.once(gym, story.gym_from, story.gym_from - 5);
  diary.often(gym, {{story.gym_from + 1, story.gym_hundredths}}, story.gym_faded - 1, {1, 3, 5}, never);
  diary.now_and_then(gym, {story.gym_faded + 5, story.gym_last - 8}, story.gym_afterwards - 1);
  diary.once(gym, story.gym_last, story.gym_last - 1);
}

void work(Diary& diary, const Story& story) {
  diary.meeting("주간 회의", day("2022-01-03"), 10 * 60, 60);
  diary.meeting("모델 리뷰", day("2022-03-03"), 15 * 60, 90);
  diary.meeting("1:1", day("2023-02-08"), 16 * 60, 30);
  diary.skip_some(story.study_skipped);
  diary.weekly({Calendar::Work, "study", "도커·쿠버네티스 스터디", "회의실 3", 19 * 60, 120},
               story.study.from, story.study.to, 1);
}

void writing(Diary& diary, const Story& story) {
  const Habit group{Calendar::Writing, "writers", "글쓰기 모임", "망원동 책방", 14 * 60, 120};
  diary.weekly(group, story.writers.from, story.writers.to, 2);
  diary.once(group, story.writers_again, story.writers_again - 12);
  for (const Date date : story.writers_deadlines) {
    diary.all_day({Calendar::Writing, "writers", "글쓰기 모임 마감", "", 0, 0}, date,
                  story.writers_again - 10);
  }
}

void birthdays(Diary& diary) {
  diary.birthday("엄마 생신", day("2021-03-09"));
  diary.birthday("민지 생일", day("2021-07-22"));
  diary.birthday("지호 생일", day("2021-11-30"));
}

void personal(Diary& diary, const Story& story) {
  birthdays(diary);
  for (const Trip& trip : story.trips) diary.trip(trip);
  for (std::size_t i = 1; i < story.homes.size(); ++i) {
    diary.all_day({Calendar::Personal, "", "이사", "", 0, 0}, story.homes[i].from, story.homes[i].from - 45);
  }
  diary.appointments({"치과", "미용실", "저녁 약속", "은행", "부모님 댁 점심"});
  diary.called_off("방콕 여행", {day("2024-05-03"), day("2024-05-06")}, day("2024-01-22"));
  diary.declined({Calendar::Personal, "", "동창 모임", "강남", 18 * 60, 180}, day("2024-07-06"));
}

}  // namespace

Calendars keep_calendars(const Story& story) {
  Diary diary(story);
  band(diary, story);
  exercise(diary, story);
  work(diary, story);
  writing(diary, story);
  personal(diary, story);
  Calendars out = diary.close();
  std::stable_sort(out.occurrences.begin(), out.occurrences.end(),
                   [](const Occurrence& a, const Occurrence& b) { return a.begin < b.begin; });
  return out;
}

}  // namespace hoego::sample
