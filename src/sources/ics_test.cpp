#include "sources/ics.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "base/error.h"
#include "record/codec.h"
#include "sources/ics_lines.h"
#include "sources/ics_recur.h"
#include "sources/ics_zone.h"

namespace hoego {
namespace {

using ics::Rule;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Collected : Sink {
  std::vector<Observation> observations;
  std::vector<Issue> issues;
  std::vector<CoverageClaim> claims;
  void observation(Observation o) override {
    EXPECT_EQ(broken_invariant(o), "") << o.identity;
    observations.push_back(std::move(o));
  }
  void issue(Issue i) override { issues.push_back(std::move(i)); }
  void coverage(CoverageClaim c) override { claims.push_back(std::move(c)); }
};

/// A file of the given bytes that is gone with the test.
class CalendarFile {
 public:
  explicit CalendarFile(const std::string& bytes, const std::string& name = "calendar.ics") : name_(name) {
    std::string folder = (std::filesystem::temp_directory_path() / "hoego-ics-XXXXXX").string();
    folder_ = mkdtemp(folder.data());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  ~CalendarFile() { std::filesystem::remove_all(folder_); }
  CalendarFile(const CalendarFile&) = delete;
  CalendarFile& operator=(const CalendarFile&) = delete;

  Collected read(const ReadOptions& options = {}) const {
    Collected sink;
    ics_source.read({folder_, name_, {}}, options, sink);
    return sink;
  }

 private:
  std::filesystem::path folder_;
  std::string name_;
};

std::string calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Mine\n" + inside + "END:VCALENDAR\n";
}

/// A VEVENT with UID `u` (unless another is given) and the lines.
std::string event(const std::string& lines, const std::string& uid = "u") {
  return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "END:VEVENT\n";
}

Collected read(const std::string& inside, const ReadOptions& options = {}) {
  return CalendarFile(calendar(inside)).read(options);
}

std::string text_of(const When& when) {
  const WallTime wall{when.seconds};
  switch (when.form) {
    case When::Form::Instant:
      return wall.iso() + "Z";
    case When::Form::Offset:
      return wall.iso() + when.offset.iso();
    case When::Form::Zoned:
      return wall.iso() + "[" + when.zone + "]";
    case When::Form::Floating:
      return wall.iso();
    case When::Form::Day:
      return wall.date().iso();
  }
  return "?";
}

std::string span_of(const Observation& o) {
  return text_of(*o.begin) + (o.end ? " to " + text_of(*o.end) : "");
}

std::vector<std::string> spans(const Collected& read) {
  std::vector<std::string> out;
  for (const Observation& o : read.observations) out.push_back(span_of(o));
  return out;
}

std::vector<std::string> identities(const Collected& read) {
  std::vector<std::string> out;
  for (const Observation& o : read.observations) out.push_back(o.identity);
  return out;
}

std::vector<std::string> reasons(const Collected& read) {
  std::vector<std::string> out;
  for (const Issue& issue : read.issues) out.push_back(issue.reason);
  return out;
}

std::string trait_of(const Observation& o, const char* name) {
  const auto found = o.traits.find(name);
  return found == o.traits.end() ? "" : found->second;
}

Sureness recognised(std::string_view head) {
  Candidate candidate;
  candidate.head = head;
  return ics_source.recognise(candidate);
}

TEST(Ics, is_known_by_its_first_line_in_any_encoding) {
  EXPECT_EQ(recognised("BEGIN:VCALENDAR\r\nVERSION:2.0"), Sureness::Sure);
  EXPECT_EQ(recognised("\xEF\xBB\xBF\r\n\nbegin:vcalendar\r\n"), Sureness::Sure);
  EXPECT_EQ(recognised("BEGIN:VCALENDAR\nX-WR-CALNAME:\xC8\xB8\xB0\xED"), Sureness::Sure);
  EXPECT_EQ(recognised(std::string_view("\xFF\xFE"
                                        "B\0E\0G\0I\0N\0:\0V\0C\0A\0L\0E\0N\0D\0A\0R\0\r\0\n\0",
                                        36)),
            Sureness::Sure);
  EXPECT_EQ(recognised("BEGIN:VCARD\r\n"), Sureness::No);
  EXPECT_EQ(recognised("Dear BEGIN:VCALENDAR"), Sureness::No);
  EXPECT_EQ(recognised(""), Sureness::No);
}

TEST(Ics, an_event_tells_all_it_was_told) {
  const Collected got =
      read(event("DTSTART;TZID=Asia/Seoul:20240315T190000\nDTEND;TZID=Asia/Seoul:20240315T210000\n"
                 "SUMMARY:드럼\\, 합주\\n2부\nLOCATION:홍대 연습실\nSTATUS:TENTATIVE\nTRANSP:TRANSPARENT\n"
                 "CREATED:20240101T030405Z\nCATEGORIES:음악,밴드\nCATEGORIES:주말\n"
                 "ORGANIZER;CN=\"Kim, Min\":mailto:min@example.org\nGEO:37.5563;126.9236\n"
                 "ATTENDEE:mailto:a@example.org\nATTENDEE:mailto:b@example.org\n"));
  ASSERT_EQ(got.observations.size(), 1U);
  const Observation& o = got.observations[0];
  EXPECT_EQ(o.kind, Kind::Event);
  EXPECT_EQ(o.identity, "u/");
  EXPECT_EQ(o.locator, "u");
  EXPECT_EQ(o.title, "드럼, 합주 2부");
  EXPECT_EQ(span_of(o), "2024-03-15T19:00:00[Asia/Seoul] to 2024-03-15T21:00:00[Asia/Seoul]");
  EXPECT_EQ(trait_of(o, trait::calendar), "Mine");
  EXPECT_EQ(trait_of(o, trait::location), "홍대 연습실");
  EXPECT_EQ(trait_of(o, trait::status), "tentative");
  EXPECT_EQ(trait_of(o, trait::free), "1");
  EXPECT_EQ(trait_of(o, trait::booked), "2024-01-01T03:04:05Z");
  EXPECT_EQ(trait_of(o, trait::tags), "음악,밴드,주말");
  EXPECT_EQ(trait_of(o, "organizer"), "Kim, Min");
  EXPECT_EQ(o.quantities.at("attendees"), 2);
  EXPECT_EQ(o.position, coordinates(37.5563, 126.9236));
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(Ics, times_stay_as_they_were_stated) {
  const Collected got =
      read(event("DTSTART:20240315T100000Z\nDURATION:PT90M\n", "utc") +
           event("DTSTART:20240315T100000\nDURATION:P1DT1H\n", "floating") +
           event("DTSTART;VALUE=DATE:20240315\nDTEND;VALUE=DATE:20240318\n", "days") +
           event("DTSTART;VALUE=DATE:20240315\n", "one day") +
           event("DTSTART;TZID=Asia/Tokyo:20240315T100000\nDTEND;TZID=America/Toronto:20240315T093000\n",
                 "flight") +
           event("DTSTART:20240315T100000Z\n", "moment"));
  EXPECT_THAT(spans(got),
              ElementsAre("2024-03-15T10:00:00Z to 2024-03-15T11:30:00Z",
                          "2024-03-15T10:00:00 to 2024-03-16T11:00:00", "2024-03-15 to 2024-03-18",
                          "2024-03-15 to 2024-03-16",
                          "2024-03-15T10:00:00[Asia/Tokyo] to 2024-03-15T09:30:00[America/Toronto]",
                          "2024-03-15T10:00:00Z"));
}

TEST(Ics, zones_go_by_many_names) {
  const auto begin = [](const std::string& tzid) {
    const Collected got = read(event("DTSTART;TZID=" + tzid + ":20240315T100000\n"));
    return got.observations.size() == 1 ? text_of(*got.observations[0].begin) : "?";
  };
  EXPECT_EQ(begin("Asia/Seoul"), "2024-03-15T10:00:00[Asia/Seoul]");
  EXPECT_EQ(begin("Korea Standard Time"), "2024-03-15T10:00:00[Asia/Seoul]");
  EXPECT_EQ(begin("/freeassociation.sourceforge.net/America/Argentina/Salta"),
            "2024-03-15T10:00:00[America/Argentina/Salta]");
  EXPECT_EQ(begin("\"(UTC+09:00) Seoul\""), "2024-03-15T10:00:00[Asia/Seoul]");
  EXPECT_EQ(begin("\"(GMT+10:00) Canberra, Melbourne, Sydney\""), "2024-03-15T10:00:00[Australia/Canberra]");
  EXPECT_EQ(begin("GMT+9"), "2024-03-15T10:00:00+09:00");
  EXPECT_EQ(begin("Etc/UTC"), "2024-03-15T10:00:00Z");
}

TEST(Ics, a_zone_of_nowhere_is_said_and_its_times_are_without_one) {
  const Collected got = read(event("DTSTART;TZID=Mars/Olympus:20240315T100000\n") +
                             event("DTSTART;TZID=Mars/Olympus:20240316T100000\n", "v"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-15T10:00:00", "2024-03-16T10:00:00"));
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("Mars/Olympus")));
}

const std::string customized_zone =
    "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\n"
    "BEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\n"
    "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\n"
    "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\n"
    "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

TEST(Ics, a_zone_known_only_by_its_rules_gives_offsets_even_when_it_stands_last) {
  const Collected got = read(event("DTSTART;TZID=Customized Time Zone:20241102T100000\nDTEND;TZID=Customized "
                                   "Time Zone:20241102T110000\n"
                                   "RRULE:FREQ=DAILY;COUNT=2\n") +
                             customized_zone);
  EXPECT_THAT(spans(got), ElementsAre("2024-11-02T10:00:00-04:00 to 2024-11-02T11:00:00-04:00",
                                      "2024-11-03T10:00:00-05:00 to 2024-11-03T11:00:00-05:00"));
  EXPECT_THAT(identities(got), ElementsAre("u/20241102T140000Z", "u/20241103T150000Z"));
}

TEST(Ics, a_weekly_rehearsal_keeps_its_hour_when_the_clocks_go_back) {
  const Collected got =
      read(event("DTSTART;TZID=America/Toronto:20241030T190000\n"
                 "DTEND;TZID=America/Toronto:20241030T210000\nRRULE:FREQ=WEEKLY;COUNT=2\n"));
  EXPECT_THAT(spans(got),
              ElementsAre("2024-10-30T19:00:00[America/Toronto] to 2024-10-30T21:00:00[America/Toronto]",
                          "2024-11-06T19:00:00[America/Toronto] to 2024-11-06T21:00:00[America/Toronto]"));
  EXPECT_THAT(identities(got), ElementsAre("u/20241030T230000Z", "u/20241107T000000Z"));
}

TEST(Ics, a_night_shift_lasts_as_long_when_an_hour_comes_twice) {
  const Collected got = read(event("DTSTART;TZID=America/Toronto:20241101T233000\n"
                                   "DTEND;TZID=America/Toronto:20241102T013000\nRRULE:FREQ=DAILY;COUNT=2\n") +
                             event("DTSTART;TZID=America/Toronto:20241103T003000\nDURATION:PT2H\n", "v"));
  EXPECT_THAT(spans(got),
              ElementsAre("2024-11-01T23:30:00[America/Toronto] to 2024-11-02T01:30:00[America/Toronto]",
                          "2024-11-02T23:30:00[America/Toronto] to 2024-11-03T01:30:00[America/Toronto]",
                          "2024-11-03T00:30:00[America/Toronto] to 2024-11-03T01:30:00-05:00"));
}

TEST(Ics, days_are_days_across_a_change_of_clocks) {
  const Collected got =
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
  const Collected got =
      read(event(series + "EXDATE:20240302T010000Z\nEXDATE;VALUE=DATE:20240303\n"
                          "EXDATE:20240304T100000\nEXDATE;TZID=America/Toronto:20240304T200000\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-01T10:00:00[Asia/Seoul]"));
  const Collected days =
      read(event("DTSTART;VALUE=DATE:20240301\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20240302T000000\n"));
  EXPECT_THAT(spans(days), ElementsAre("2024-03-01 to 2024-03-02", "2024-03-03 to 2024-03-04"));
}

TEST(Ics, extra_dates_and_periods_belong_to_the_series) {
  const Collected got =
      read(event("DTSTART:20240301T100000Z\nDTEND:20240301T110000Z\nRDATE:20240305T100000Z,20240303T100000Z\n"
                 "RDATE;VALUE=PERIOD:20240307T100000Z/PT3H,20240308T100000Z/20240308T103000Z\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-01T10:00:00Z to 2024-03-01T11:00:00Z",
                                      "2024-03-03T10:00:00Z to 2024-03-03T11:00:00Z",
                                      "2024-03-05T10:00:00Z to 2024-03-05T11:00:00Z",
                                      "2024-03-07T10:00:00Z to 2024-03-07T13:00:00Z",
                                      "2024-03-08T10:00:00Z to 2024-03-08T10:30:00Z"));
}

TEST(Ics, the_birthdays_that_google_writes_are_days) {
  const Collected got = read(event(
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
    const Collected got = read(text);
    EXPECT_EQ(identities(got), expected);
    ASSERT_EQ(got.observations.size(), 3U);
    EXPECT_EQ(span_of(got.observations[1]),
              "2024-03-09T14:00:00[Asia/Seoul] to 2024-03-09T15:00:00[Asia/Seoul]");
    EXPECT_EQ(got.observations[1].title, "드럼 보강");
    EXPECT_EQ(trait_of(got.observations[1], trait::booked), "2024-02-01T00:00:00Z");
  }
  const Collected apart = CalendarFile(calendar(moved) + calendar(three_lessons)).read();
  EXPECT_EQ(identities(apart), expected);
  EXPECT_EQ(apart.observations[1].title, "드럼 보강");
}

TEST(Ics, a_cancelled_lesson_is_told_as_cancelled) {
  const Collected got =
      read(three_lessons + event("RECURRENCE-ID;TZID=Asia/Seoul:20240315T190000\n"
                                 "DTSTART;TZID=Asia/Seoul:20240315T190000\nSTATUS:CANCELLED\n"));
  ASSERT_EQ(got.observations.size(), 3U);
  EXPECT_EQ(trait_of(got.observations[0], trait::status), "");
  EXPECT_EQ(trait_of(got.observations[2], trait::status), "cancelled");
  EXPECT_EQ(got.observations[2].title, "드럼 레슨");
}

TEST(Ics, an_override_may_change_all_that_follow) {
  const Collected got =
      read(three_lessons + event("RECURRENCE-ID;RANGE=THISANDFUTURE:20240308T100000Z\n"
                                 "DTSTART;TZID=Asia/Seoul:20240308T203000\nDURATION:PT1H\n"));
  EXPECT_THAT(spans(got), ElementsAre("2024-03-01T19:00:00[Asia/Seoul] to 2024-03-01T20:00:00[Asia/Seoul]",
                                      "2024-03-08T20:30:00[Asia/Seoul] to 2024-03-08T21:30:00[Asia/Seoul]",
                                      "2024-03-15T20:30:00[Asia/Seoul] to 2024-03-15T21:30:00[Asia/Seoul]"));
}

TEST(Ics, an_override_without_its_series_is_an_event) {
  const Collected got = read(event("RECURRENCE-ID:20240308T100000Z\nDTSTART:20240309T100000Z\n"));
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
    const Collected got = read(text);
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
  const Collected got =
      read(event("DTSTAMP:20241020T000000Z\nDTSTART;VALUE=DATE:20240101\nRRULE:FREQ=MONTHLY\n"));
  ASSERT_EQ(got.observations.size(), 34U);
  EXPECT_EQ(span_of(got.observations.back()), "2026-10-01 to 2026-10-02");
  const Collected forever = read(
      event("DTSTAMP:20241020T000000Z\nDTSTART;VALUE=DATE:20240101\nRRULE:FREQ=MONTHLY;UNTIL=99991231\n"));
  EXPECT_EQ(forever.observations.size(), 34U);
}

TEST(Ics, a_birthday_without_a_year_begins_in_1900) {
  const Collected got =
      read(event("DTSTAMP:20241020T000000Z\nDTSTART;VALUE=DATE:16040229\nRRULE:FREQ=YEARLY\n"));
  ASSERT_FALSE(got.observations.empty());
  EXPECT_EQ(span_of(got.observations.front()), "1904-02-29 to 1904-03-01");
  EXPECT_EQ(span_of(got.observations.back()), "2024-02-29 to 2024-03-01");
}

TEST(Ics, what_repeats_every_second_is_cut_and_said) {
  const Collected got =
      read(event("DTSTAMP:20241020T000000Z\nDTSTART:20240101T000000Z\nRRULE:FREQ=SECONDLY\n"));
  EXPECT_EQ(got.observations.size(), Rule::max_occurrences);
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("repeats too often")));
}

TEST(Ics, a_lunar_birthday_follows_its_calendar) {
  // 추석 (8th month, 15th day): 2022-09-10, 2023-09-29, 2024-09-17.
  const Collected got = read(event(
      "DTSTAMP:20230101T000000Z\nDTSTART;VALUE=DATE:20220910\nRRULE:RSCALE=DANGI;FREQ=YEARLY;COUNT=3\n"));
  EXPECT_THAT(spans(got), ElementsAre("2022-09-10 to 2022-09-11", "2023-09-29 to 2023-09-30",
                                      "2024-09-17 to 2024-09-18"));
}

TEST(Ics, an_end_before_the_start_is_no_record) {
  const Collected got = read(event("DTSTART:20240315T100000Z\nDTEND:20240315T090000Z\n") +
                             event("DTSTART;VALUE=DATE:20240315\nDTEND;VALUE=DATE:20240314\n", "v") +
                             event("DTSTART:20240315T100000Z\nDURATION:-PT1H\n", "w"));
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_THAT(reasons(got),
              ElementsAre(HasSubstr("ends before"), HasSubstr("ends before"), HasSubstr("ends before")));
}

TEST(Ics, absurd_times_are_no_records) {
  const Collected got =
      read(event("DTSTART:00000101T000000Z\n") + event("DTSTART:20240230T000000Z\n") +
           event("DTSTART:20240101T250000Z\n") + event("DTSTART:100000101T000000Z\n") +
           event("DTSTART:99991231T233000Z\nDURATION:PT1H\n", "v") + event("SUMMARY:never\n"));
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_EQ(got.issues.size(), 10U);  // a value and its event for the first four, then one each
}

TEST(Ics, a_place_that_is_not_on_earth_is_said_and_left_out) {
  const Collected got = read(event("DTSTART:20240315T100000Z\nGEO:213.6;127.0\n"));
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_FALSE(got.observations[0].position);
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("213.6")));
}

TEST(Ics, a_broken_rule_spoils_only_its_event) {
  const Collected got = read(event("DTSTART:20240315T100000Z\nRRULE:RRULE:Anything;FREQ=WEEKLY\n") +
                             event("DTSTART:20240316T100000Z\nRRULE:FREQ=DAILY;COUNT=2\n", "v"));
  EXPECT_EQ(got.observations.size(), 3U);
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("RRULE")));
}

TEST(Ics, events_without_a_uid_are_known_by_what_they_say) {
  const std::string nameless = "BEGIN:VEVENT\nDTSTAMP:{}\nDTSTART:20240315T100000Z\nSUMMARY:x\nEND:VEVENT\n";
  const Collected first = read(fmt::format(fmt::runtime(nameless), "20240101T000000Z"));
  const Collected again = read(fmt::format(fmt::runtime(nameless), "20240909T000000Z"));
  ASSERT_EQ(first.observations.size(), 1U);
  EXPECT_EQ(identities(first), identities(again));
  EXPECT_THAT(reasons(first), ElementsAre(HasSubstr("without a UID")));
}

TEST(Ics, todos_journals_and_busy_times_are_not_events) {
  const Collected got = read(
      "BEGIN:VTODO\nUID:t\nDTSTART:20240315T100000Z\nSUMMARY:buy\nEND:VTODO\n"
      "BEGIN:VJOURNAL\nUID:j\nDTSTART:20240315T100000Z\nEND:VJOURNAL\n"
      "BEGIN:VFREEBUSY\nUID:f\nDTSTART:20240315T100000Z\nEND:VFREEBUSY\n");
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_THAT(got.issues, IsEmpty());
  EXPECT_THAT(got.claims, IsEmpty());
}

TEST(Ics, an_alarm_inside_does_not_speak_for_its_event) {
  const Collected got = read(event(
      "DTSTART:20240315T100000Z\nSUMMARY:합주\nBEGIN:VALARM\nSUMMARY:Alarm\nDURATION:-PT5M\nEND:VALARM\n"));
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "합주");
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(Ics, naver_calendars_in_cp949_are_korean) {
  // "회고" and "드럼" in CP949; the zone has no definition, as Naver writes it.
  const std::string bytes =
      "BEGIN:VCALENDAR\r\nPRODID:-//NHN Corp//Naver Calendar 1.0//KO\r\nX-WR-CALNAME:\xC8\xB8\xB0\xED\r\n"
      "BEGIN:VEVENT\r\nUID:naver-1\r\nX-NAVER-REGISTERER:me\r\nDTSTART;TZID=Asia/Seoul:20240315T190000\r\n"
      "DTEND;TZID=Asia/Seoul:20240315T200000\r\nSUMMARY:\xB5\xE5\r\n "
      "\xB7\xB3\r\nLOCATION:\xC8\xB8\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const Collected got = CalendarFile(bytes).read();
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "드럼");
  EXPECT_EQ(trait_of(got.observations[0], trait::calendar), "회고");
  EXPECT_EQ(trait_of(got.observations[0], trait::location), "회");  // alone, its bytes are UTF-8 as well
}

TEST(Ics, a_character_folded_in_two_is_whole_again_and_hangul_is_composed) {
  const Collected got =
      read(event("DTSTART:20240315T100000Z\nSUMMARY:\xEB\x93\n \x9C럼\nLOCATION:\xE1\x84\x92\xE1\x85\xAC\n"));
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "드럼");
  EXPECT_EQ(trait_of(got.observations[0], trait::location), "회");
}

TEST(Ics, utf16_is_read) {
  std::string bytes = "\xFF\xFE";
  for (const char c : calendar(event("DTSTART:20240315T100000Z\nSUMMARY:Gig\n"))) bytes.append({c, '\0'});
  const Collected got = CalendarFile(bytes).read();
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "Gig");
}

TEST(Ics, a_calendar_without_a_name_has_its_files) {
  const Collected got =
      CalendarFile("BEGIN:VCALENDAR\n" + event("DTSTART:20240315T100000Z\n") + "END:VCALENDAR\n", "밴드.ics")
          .read();
  EXPECT_EQ(trait_of(got.observations.at(0), trait::calendar), "밴드");
}

TEST(Ics, coverage_reaches_to_the_export) {
  const Collected stamped = read(event("DTSTAMP:20241020T235959Z\nDTSTART:20241231T100000Z\n"));
  ASSERT_EQ(stamped.claims.size(), 1U);
  EXPECT_EQ(stamped.claims[0], (CoverageClaim{Kind::Event, CoverageClass::Complete, "Mine", std::nullopt,
                                              Date::parse("2024-10-20")}));
  const Collected bare =
      read(event("DTSTART:20240315T100000Z\n") + event("DTSTART:20240101T100000Z\nRRULE:FREQ=WEEKLY\n", "v"));
  EXPECT_EQ(bare.claims.at(0).to, Date::parse("2024-03-15"));
}

TEST(Ics, a_file_that_is_no_calendar_cannot_be_read) {
  EXPECT_THROW(CalendarFile("").read(), Error);
  EXPECT_THROW(CalendarFile("hello\n").read(), Error);
}

TEST(Ics, a_cut_file_gives_what_is_whole) {
  const std::string whole =
      calendar(event("DTSTART:20240315T100000Z\n") + event("DTSTART:20240316T100000Z\nSUMMARY:cut\n", "v"));
  const Collected got = CalendarFile(whole.substr(0, whole.find("SUMMARY:cut") + 9)).read();
  EXPECT_THAT(identities(got), ElementsAre("u/"));
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("END is missing"), HasSubstr("before END:VCALENDAR")));
}

TEST(Ics, a_hundred_thousand_events_in_each_other_are_few_words) {
  std::string bytes = "BEGIN:VCALENDAR\n";
  for (int i = 0; i < 100'000; ++i) bytes += "BEGIN:VEVENT\nUID:x\n";
  const Collected got = CalendarFile(bytes).read();
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_EQ(got.issues.size(), 200U);
}

TEST(Ics, a_line_of_a_million_folds_is_one_bounded_line) {
  std::string bytes = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:20240315T100000Z\nSUMMARY:a\n";
  for (int i = 0; i < 1'200'000; ++i) bytes += " b\n";
  const Collected got = CalendarFile(bytes + "END:VEVENT\nEND:VCALENDAR\n").read();
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title.size(), ics::max_text_bytes);
}

}  // namespace
}  // namespace hoego
