#include "sources/ics_series.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/ics_recur.h"
#include "tests/support/calendars.h"

namespace hoego {
namespace {

using namespace calendars;
using ics::Rule;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Ics, a_weekly_rehearsal_keeps_its_hour_when_the_clocks_go_back) {
  const CollectingSink got =
      read(event("DTSTART;TZID=America/Toronto:20241030T190000\n"
                 "DTEND;TZID=America/Toronto:20241030T210000\nRRULE:FREQ=WEEKLY;COUNT=2\n"));
  EXPECT_THAT(spans(got),
              ElementsAre("2024-10-30T19:00:00[America/Toronto] to 2024-10-30T21:00:00[America/Toronto]",
                          "2024-11-06T19:00:00[America/Toronto] to 2024-11-06T21:00:00[America/Toronto]"));
  EXPECT_THAT(identities(got), ElementsAre("u/20241030T230000Z", "u/20241107T000000Z"));
}

TEST(Ics, a_night_shift_lasts_as_long_when_an_hour_comes_twice) {
  const CollectingSink got =
      read(event("DTSTART;TZID=America/Toronto:20241101T233000\n"
                 "DTEND;TZID=America/Toronto:20241102T013000\nRRULE:FREQ=DAILY;COUNT=2\n") +
           event("DTSTART;TZID=America/Toronto:20241103T003000\nDURATION:PT2H\n", "v"));
  EXPECT_THAT(spans(got),
              ElementsAre("2024-11-01T23:30:00[America/Toronto] to 2024-11-02T01:30:00[America/Toronto]",
                          "2024-11-02T23:30:00[America/Toronto] to 2024-11-03T01:30:00[America/Toronto]",
                          "2024-11-03T00:30:00[America/Toronto] to 2024-11-03T01:30:00-05:00"));
}

TEST(Ics, days_are_days_across_a_change_of_clocks) {
  const CollectingSink got =
      read(event("DTSTART;VALUE=DATE:20241102\nDTEND;VALUE=DATE:20241104\nRRULE:FREQ=WEEKLY;COUNT=2\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-11-02 to 2024-11-04", "2024-11-09 to 2024-11-11"));
  EXPECT_THAT(identities(got), ElementsAre("u/20241102", "u/20241109"));
}

TEST(Ics, an_end_on_the_first_day_means_that_day) {
  EXPECT_THAT(spans(read(event("DTSTART;VALUE=DATE:20240315\nDTEND;VALUE=DATE:20240315\n"))),
              ElementsAre("2024-03-15 to 2024-03-16"));
}

TEST(Ics, exceptions_count_in_whatever_form_they_were_written) {
  const std::string series = "DTSTART;TZID=Asia/Seoul:20240301T100000\nRRULE:FREQ=DAILY;COUNT=5\n";
  const CollectingSink got =
      read(event(series + "EXDATE:20240302T010000Z\nEXDATE;VALUE=DATE:20240303\n"
                          "EXDATE:20240304T100000\nEXDATE;TZID=America/Toronto:20240304T200000\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-01T10:00:00[Asia/Seoul]"));
  const CollectingSink days =
      read(event("DTSTART;VALUE=DATE:20240301\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20240302T000000\n"));
  EXPECT_THAT(spans(days), ElementsAre("2024-03-01 to 2024-03-02", "2024-03-03 to 2024-03-04"));
}

TEST(Ics, extra_dates_and_periods_belong_to_the_series) {
  const CollectingSink got =
      read(event("DTSTART:20240301T100000Z\nDTEND:20240301T110000Z\nRDATE:20240305T100000Z,20240303T100000Z\n"
                 "RDATE;VALUE=PERIOD:20240307T100000Z/PT3H,20240308T100000Z/20240308T103000Z\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-01T10:00:00Z to 2024-03-01T11:00:00Z",
                                      "2024-03-03T10:00:00Z to 2024-03-03T11:00:00Z",
                                      "2024-03-05T10:00:00Z to 2024-03-05T11:00:00Z",
                                      "2024-03-07T10:00:00Z to 2024-03-07T13:00:00Z",
                                      "2024-03-08T10:00:00Z to 2024-03-08T10:30:00Z"));
}

TEST(Ics, the_birthdays_that_google_writes_are_days) {
  const CollectingSink got = read(event(
      "DTSTART;VALUE=DATE:20141210\nDTEND;VALUE=DATE:20141211\nRRULE:FREQ=DAILY;COUNT=1\nRDATE:20131210Z\n"));
  EXPECT_THAT(spans(got), ElementsAre("2013-12-10 to 2013-12-11", "2014-12-10 to 2014-12-11"));
  EXPECT_THAT(got.issues, IsEmpty());
}

const std::string three_lessons = event(
    "DTSTART;TZID=Asia/Seoul:20240301T190000\nDTEND;TZID=Asia/Seoul:20240301T200000\n"
    "RRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:드럼 레슨\nCREATED:20240201T000000Z\n");

TEST(Ics, a_moved_lesson_is_the_same_lesson) {
  const std::string moved = event(
      "RECURRENCE-ID:20240308T100000Z\nDTSTART;TZID=Asia/Seoul:20240309T140000\n"
      "DTEND;TZID=Asia/Seoul:20240309T150000\nSUMMARY:드럼 보강\n");
  const std::vector<std::string> expected = {"u/20240301T100000Z", "u/20240308T100000Z",
                                             "u/20240315T100000Z"};
  for (const std::string& text : {three_lessons + moved, moved + three_lessons}) {
    const CollectingSink got = read(text);
    EXPECT_EQ(identities(got), expected);
    ASSERT_EQ(got.observations.size(), 3U);
    EXPECT_EQ(span_of(got.observations[1]),
              "2024-03-09T14:00:00[Asia/Seoul] to 2024-03-09T15:00:00[Asia/Seoul]");
    EXPECT_EQ(got.observations[1].title, "드럼 보강");
    EXPECT_EQ(trait_of(got.observations[1], trait::booked), "2024-02-01T00:00:00Z");
  }
  const CollectingSink apart = CalendarFile(calendar(moved) + calendar(three_lessons)).read();
  EXPECT_EQ(identities(apart), expected);
  EXPECT_EQ(apart.observations[1].title, "드럼 보강");
}

TEST(Ics, a_cancelled_lesson_is_told_as_cancelled) {
  const CollectingSink got =
      read(three_lessons + event("RECURRENCE-ID;TZID=Asia/Seoul:20240315T190000\n"
                                 "DTSTART;TZID=Asia/Seoul:20240315T190000\nSTATUS:CANCELLED\n"));
  ASSERT_EQ(got.observations.size(), 3U);
  EXPECT_EQ(trait_of(got.observations[0], trait::status), "");
  EXPECT_EQ(trait_of(got.observations[2], trait::status), "cancelled");
  EXPECT_EQ(got.observations[2].title, "드럼 레슨");
}

TEST(Ics, an_override_may_change_all_that_follow) {
  const CollectingSink got =
      read(three_lessons + event("RECURRENCE-ID;RANGE=THISANDFUTURE:20240308T100000Z\n"
                                 "DTSTART;TZID=Asia/Seoul:20240308T203000\nDURATION:PT1H\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-01T19:00:00[Asia/Seoul] to 2024-03-01T20:00:00[Asia/Seoul]",
                                      "2024-03-08T20:30:00[Asia/Seoul] to 2024-03-08T21:30:00[Asia/Seoul]",
                                      "2024-03-15T20:30:00[Asia/Seoul] to 2024-03-15T21:30:00[Asia/Seoul]"));
}

TEST(Ics, an_override_without_its_series_is_an_event) {
  const CollectingSink got = read(event("RECURRENCE-ID:20240308T100000Z\nDTSTART:20240309T100000Z\n"));
  EXPECT_THAT(identities(got), ElementsAre("u/20240308T100000Z"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-09T10:00:00Z"));
}

TEST(Ics, what_the_owner_declined_was_declined) {
  const std::string asked = event(
      "DTSTART:20240301T100000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:boss@example.org\n"
      "ATTENDEE;PARTSTAT=DECLINED:MAILTO:Me@Example.org\n");
  ReadOptions me;
  me.owner_emails = {"me@example.ORG"};
  EXPECT_EQ(trait_of(read(asked, me).observations.at(0), trait::status), "declined");
  ReadOptions another;
  another.owner_emails = {"boss@example.org"};
  EXPECT_EQ(trait_of(read(asked, another).observations.at(0), trait::status), "");
}

TEST(Ics, the_highest_sequence_wins_wherever_it_stands) {
  const std::string newer = event("DTSTART:20240302T100000Z\nSEQUENCE:2\nSUMMARY:new\n");
  const std::string older = event("DTSTART:20240301T100000Z\nSEQUENCE:1\nSUMMARY:old\n");
  for (const std::string& text : {newer + older, older + newer}) {
    const CollectingSink got = read(text);
    ASSERT_EQ(got.observations.size(), 1U);
    EXPECT_EQ(got.observations[0].title, "new");
  }
  const auto modified = [](const std::string& stamp, const std::string& title) {
    return event("DTSTART:20240302T100000Z\nLAST-MODIFIED:" + stamp + "\nSUMMARY:" + title + "\n");
  };
  EXPECT_EQ(read(modified("20240103T000000Z", "late") + modified("20240102T000000Z", "early"))
                .observations.at(0)
                .title,
            "late");
  EXPECT_EQ(read(modified("20240102T000000Z", "first") + modified("20240102T000000Z", "second"))
                .observations.at(0)
                .title,
            "second");
}

TEST(Ics, a_rule_without_an_end_ends_two_years_after_the_newest_stamp) {
  const CollectingSink got =
      read(event("DTSTAMP:20241020T000000Z\nDTSTART;VALUE=DATE:20240101\nRRULE:FREQ=MONTHLY\n"));
  ASSERT_EQ(got.observations.size(), 34U);
  EXPECT_EQ(span_of(got.observations.back()), "2026-10-01 to 2026-10-02");
  const CollectingSink forever = read(
      event("DTSTAMP:20241020T000000Z\nDTSTART;VALUE=DATE:20240101\nRRULE:FREQ=MONTHLY;UNTIL=99991231\n"));
  EXPECT_EQ(forever.observations.size(), 34U);
}

TEST(Ics, a_birthday_without_a_year_begins_in_1900) {
  const CollectingSink got =
      read(event("DTSTAMP:20241020T000000Z\nDTSTART;VALUE=DATE:16040229\nRRULE:FREQ=YEARLY\n"));
  ASSERT_FALSE(got.observations.empty());
  EXPECT_EQ(span_of(got.observations.front()), "1904-02-29 to 1904-03-01");
  EXPECT_EQ(span_of(got.observations.back()), "2024-02-29 to 2024-03-01");
}

TEST(Ics, what_repeats_every_second_is_cut_and_said) {
  const CollectingSink got =
      read(event("DTSTAMP:20241020T000000Z\nDTSTART:20240101T000000Z\nRRULE:FREQ=SECONDLY\n"));
  EXPECT_EQ(got.observations.size(), Rule::max_occurrences);
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("repeats too often")));
}

TEST(Ics, a_lunar_birthday_follows_its_calendar) {
  // 추석 (8th month, 15th day): 2022-09-10, 2023-09-29, 2024-09-17.
  const CollectingSink got = read(event(
      "DTSTAMP:20230101T000000Z\nDTSTART;VALUE=DATE:20220910\nRRULE:RSCALE=DANGI;FREQ=YEARLY;COUNT=3\n"));
  EXPECT_THAT(spans(got), ElementsAre("2022-09-10 to 2022-09-11", "2023-09-29 to 2023-09-30",
                                      "2024-09-17 to 2024-09-18"));
}

}  // namespace
}  // namespace hoego
