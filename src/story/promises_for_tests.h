#pragma once
#include <string>

#include "story/life_for_tests.h"

/// The promises of the made-up life, one of each kind of verdict.
namespace hoego::testing_life {

/// The terms of the checks below, which name activities by their ids.
inline CheckTerms terms_in(std::string check) {
  CheckTerms terms;
  for (int kind = static_cast<int>(MeasureKind::CostOfTrips); kind > 0; --kind) {
    const std::string word(name(static_cast<MeasureKind>(kind)));
    if (terms.measure != MeasureKind::Count || check.rfind(word, 0) != 0) continue;
    terms.measure = static_cast<MeasureKind>(kind);
    check.erase(0, word.size() + 1);
  }
  terms.name = check.substr(0, check.find(' '));
  const auto holds = [&check](const char* word) { return check.find(word) != std::string::npos; };
  terms.op = holds(">=")   ? Op::AtLeast
             : holds("<=") ? Op::AtMost
             : holds(">")  ? Op::More
             : holds("<")  ? Op::Less
                           : Op::Equal;
  terms.pace = holds(" per ") ? CheckPace::Per : holds(" every ") ? CheckPace::Every : CheckPace::None;
  terms.every = holds(" day") ? CheckUnit::Day : holds(" month") ? CheckUnit::Month : CheckUnit::Week;
  terms.last_year = holds("last year");
  return terms;
}

inline Promise promise(const char* id, const char* text, const char* check, std::optional<Verdict> verdict) {
  Promise promise;
  promise.id = std::string("promise-2024-") + id;
  promise.text = text;
  promise.check = check;
  promise.where = "resolutions/2024.md:3";
  promise.days = {on("2024-01-01"), on("2024-12-31")};
  promise.verdict = verdict;
  promise.covered_days = check[0] == '\0' ? 0 : 294;
  if (check[0] != '\0') promise.course.resize(366);
  if (check[0] != '\0') promise.terms = terms_in(check);
  return promise;
}

/// "No journey abroad but to Canada", broken by Nagoya.
inline Promise broken_by_nagoya(Findings& all) {
  Promise one = promise("trips-abroad-except-ca-0", "캐나다 말고는 해외여행 가지 않기",
                        "trips abroad except CA = 0", Verdict::Broken);
  one.date = on("2024-03-15");
  one.value = 1;
  one.target = 0;
  one.limit = true;
  one.coverage = {"coverage-calendar", "coverage-photos"};
  one.evidence = evidence(all, Kind::Photo, "photo-nagoya", on("2024-03-15"), 3, 742);
  for (std::size_t i = 0; i < 294; ++i) one.course[i] = i < 74 ? 0 : 1;
  return one;
}

inline Promise study_kept(Findings& all) {
  Promise one = promise("study-20-by-06-30", "6월까지 스터디 20번", "study >= 20 by 06-30", Verdict::Kept);
  one.days.to = on("2024-06-30");
  one.course.resize(182);
  one.date = on("2024-05-21");
  one.value = 23;
  one.target = 20;
  one.covered_days = 182;
  one.coverage = {"coverage-calendar"};
  one.evidence = evidence(all, Kind::Event, "event-study", on("2024-01-09"), 4, 20);
  return one;
}

/// Books, whose pace falls short.
inline Promise books_at_risk(Findings& all) {
  Promise one = promise("books-24", "책 24권", "books >= 24", Verdict::AtRisk);
  one.value = 9;
  one.target = 24;
  one.forecast = Forecast{1.458, 0.58, 0.02};
  one.evidence = evidence(all, Kind::Book, "book-read", on("2024-01-20"), 3, 9);
  return one;
}

inline Promise drums_on_track(Findings& all) {
  Promise one =
      promise("hours-of-drums-350-h", "드럼 350시간 치기", "hours of drums >= 350 h", Verdict::OnTrack);
  one.value = 318.5;
  one.target = 350;
  one.unit = "h";
  one.forecast = Forecast{3.06, 11.2, 0.93};
  one.evidence = evidence(all, Kind::Event, "event-drums", on("2024-01-06"), 4, 171);
  return one;
}

/// A journey is entered for December.
inline Promise japan_at_risk(Findings& all) {
  Promise one = promise("trips-in-jp-1", "일본은 한 번만", "trips in JP <= 1", Verdict::AtRisk);
  one.value = 1;
  one.target = 1;
  one.limit = true;
  one.forecast = Forecast{std::nullopt, std::nullopt, 0.11};
  one.risks = {{"삿포로", on("2024-12-21"), all.planned.empty() ? Evidence{} : all.planned.front().evidence}};
  one.evidence = evidence(all, Kind::Photo, "photo-nagoya", on("2024-03-15"), 3, 742);
  return one;
}

/// A post for every month, of which April was the last.
inline Promise posts_broken(Findings& all) {
  Promise one = promise("posts-1-every-month", "한 달에 글 한 편", "posts >= 1 every month", Verdict::Broken);
  one.date = on("2024-05-31");
  one.value = 6;
  one.target = 1;
  one.unit = "every month";
  one.periods = PromisePeriods{4, 9, 0};
  one.evidence = evidence(all, Kind::Post, "post-own", on("2024-01-07"), 3, 6);
  return one;
}

/// Sleep is known for 175 days of 294.
inline Promise sleep_unknown() {
  Promise one = promise("hours-of-sleep-7-h-per-day", "일곱 시간씩 자기", "hours of sleep >= 7 h per day",
                        Verdict::Unknown);
  one.value = 6.8;
  one.target = 7;
  one.unit = "h per day";
  one.covered_days = 175;
  one.coverage = {"coverage-sleep"};
  return one;
}

inline Promise ticked_by_hand() {
  Promise one = promise("먼저-연락하기", "먼저 연락하기", "", std::nullopt);
  one.ticked = true;
  return one;
}

/// The second heading of the file, which ends with the next year.
inline Promise for_the_next_year() {
  Promise one = promise("share-of-music-in-evenings-50", "저녁의 반은 비워 두기",
                        "share of music in evenings <= 50 %", Verdict::OnTrack);
  one.days = {on("2024-10-20"), on("2025-12-31")};
  one.course.resize(438);
  one.target = 50;
  one.unit = "%";
  one.limit = true;
  one.forecast = Forecast{std::nullopt, std::nullopt, 0.6};
  one.covered_days = 1;
  return one;
}

/// A missed one, of the half year that is over.
inline Promise gym_missed(Findings& all) {
  Promise one = promise("gym-50-by-06-30", "상반기에 헬스장 50번", "gym >= 50 by 06-30", Verdict::Missed);
  one.days.to = on("2024-06-30");
  one.course.resize(182);
  one.value = 34;
  one.target = 50;
  one.covered_days = 182;
  one.evidence = evidence(all, Kind::Event, "event-gym", on("2024-03-02"), 3, 34);
  return one;
}

/// The made-up life with its promises, in the order of the file.
inline Findings life_with_promises() {
  Findings all = life();
  all.promises = {broken_by_nagoya(all), study_kept(all),    books_at_risk(all), drums_on_track(all),
                  japan_at_risk(all),    posts_broken(all),  sleep_unknown(),    ticked_by_hand(),
                  gym_missed(all),       for_the_next_year()};
  return all;
}

}  // namespace hoego::testing_life
