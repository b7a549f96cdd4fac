#include "sources/ics.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "sources/ics_lines.h"
#include "sources/ics_zone.h"
#include "tests/support/calendars.h"

namespace hoego {
namespace {

using namespace calendars;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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
  const CollectingSink got =
      read(event("DTSTART;TZID=Asia/Seoul:20240315T190000\nDTEND;TZID=Asia/Seoul:20240315T210000\n"
                 "SUMMARY:드럼\\, 합주\\n2부\nLOCATION:홍대 연습실\nSTATUS:TENTATIVE\nTRANSP:TRANSPARENT\n"
                 "CREATED:20240101T030405Z\nCATEGORIES:음악,밴드\nCATEGORIES:주말\n"
                 "ORGANIZER;CN=\"Kim, Min\":mailto:min@example.org\nGEO:37.5563;126.9236\n"
                 "ATTENDEE;CN=김하늘:mailto:a@example.org\nATTENDEE:mailto:b@example.org\n"
                 "ATTENDEE;CN=c@example.org:mailto:c@example.org\nATTENDEE;CN=Bob:mailto:d@example.org\n"));
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
  EXPECT_EQ(trait_of(o, "people"), "김하늘; Bob") << "an address is no name";
  EXPECT_EQ(o.quantities.at("attendees"), 4);
  EXPECT_EQ(o.position, coordinates(37.5563, 126.9236));
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(Ics, times_stay_as_they_were_stated) {
  const CollectingSink got =
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
    const CollectingSink got = read(event("DTSTART;TZID=" + tzid + ":20240315T100000\n"));
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
  const CollectingSink got = read(event("DTSTART;TZID=Mars/Olympus:20240315T100000\n") +
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
  const CollectingSink got =
      read(event("DTSTART;TZID=Customized Time Zone:20241102T100000\nDTEND;TZID=Customized "
                 "Time Zone:20241102T110000\n"
                 "RRULE:FREQ=DAILY;COUNT=2\n") +
           customized_zone);
  EXPECT_THAT(spans(got), ElementsAre("2024-11-02T10:00:00-04:00 to 2024-11-02T11:00:00-04:00",
                                      "2024-11-03T10:00:00-05:00 to 2024-11-03T11:00:00-05:00"));
  EXPECT_THAT(identities(got), ElementsAre("u/20241102T140000Z", "u/20241103T150000Z"));
}

TEST(Ics, an_end_before_the_start_is_no_record) {
  const CollectingSink got = read(event("DTSTART:20240315T100000Z\nDTEND:20240315T090000Z\n") +
                                  event("DTSTART;VALUE=DATE:20240315\nDTEND;VALUE=DATE:20240314\n", "v") +
                                  event("DTSTART:20240315T100000Z\nDURATION:-PT1H\n", "w"));
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_THAT(reasons(got),
              ElementsAre(HasSubstr("ends before"), HasSubstr("ends before"), HasSubstr("ends before")));
}

TEST(Ics, absurd_times_are_no_records) {
  const CollectingSink got =
      read(event("DTSTART:00000101T000000Z\n") + event("DTSTART:20240230T000000Z\n") +
           event("DTSTART:20240101T250000Z\n") + event("DTSTART:100000101T000000Z\n") +
           event("DTSTART:99991231T233000Z\nDURATION:PT1H\n", "v") + event("SUMMARY:never\n"));
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_EQ(got.issues.size(), 10U);  // a value and its event for the first four, then one each
}

TEST(Ics, a_place_that_is_not_on_earth_is_said_and_left_out) {
  const CollectingSink got = read(event("DTSTART:20240315T100000Z\nGEO:213.6;127.0\n"));
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_FALSE(got.observations[0].position);
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("213.6")));
}

TEST(Ics, a_broken_rule_spoils_only_its_event) {
  const CollectingSink got = read(event("DTSTART:20240315T100000Z\nRRULE:RRULE:Anything;FREQ=WEEKLY\n") +
                                  event("DTSTART:20240316T100000Z\nRRULE:FREQ=DAILY;COUNT=2\n", "v"));
  EXPECT_EQ(got.observations.size(), 3U);
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("RRULE")));
}

TEST(Ics, events_without_a_uid_are_known_by_what_they_say) {
  const std::string nameless = "BEGIN:VEVENT\nDTSTAMP:{}\nDTSTART:20240315T100000Z\nSUMMARY:x\nEND:VEVENT\n";
  const CollectingSink first = read(fmt::format(fmt::runtime(nameless), "20240101T000000Z"));
  const CollectingSink again = read(fmt::format(fmt::runtime(nameless), "20240909T000000Z"));
  ASSERT_EQ(first.observations.size(), 1U);
  EXPECT_EQ(identities(first), identities(again));
  EXPECT_THAT(reasons(first), ElementsAre(HasSubstr("without a UID")));
}

TEST(Ics, todos_journals_and_busy_times_are_not_events) {
  const CollectingSink got = read(
      "BEGIN:VTODO\nUID:t\nDTSTART:20240315T100000Z\nSUMMARY:buy\nEND:VTODO\n"
      "BEGIN:VJOURNAL\nUID:j\nDTSTART:20240315T100000Z\nEND:VJOURNAL\n"
      "BEGIN:VFREEBUSY\nUID:f\nDTSTART:20240315T100000Z\nEND:VFREEBUSY\n");
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_THAT(got.issues, IsEmpty());
  EXPECT_THAT(got.claims, IsEmpty());
}

TEST(Ics, an_alarm_inside_does_not_speak_for_its_event) {
  const CollectingSink got = read(event(
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
  const CollectingSink got = CalendarFile(bytes).read();
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "드럼");
  EXPECT_EQ(trait_of(got.observations[0], trait::calendar), "회고");
  EXPECT_EQ(trait_of(got.observations[0], trait::location), "회");  // alone, its bytes are UTF-8 as well
}

TEST(Ics, a_character_folded_in_two_is_whole_again_and_hangul_is_composed) {
  const CollectingSink got =
      read(event("DTSTART:20240315T100000Z\nSUMMARY:\xEB\x93\n \x9C럼\nLOCATION:\xE1\x84\x92\xE1\x85\xAC\n"));
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "드럼");
  EXPECT_EQ(trait_of(got.observations[0], trait::location), "회");
}

TEST(Ics, utf16_is_read) {
  std::string bytes = "\xFF\xFE";
  for (const char c : calendar(event("DTSTART:20240315T100000Z\nSUMMARY:Gig\n"))) bytes.append({c, '\0'});
  const CollectingSink got = CalendarFile(bytes).read();
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title, "Gig");
}

TEST(Ics, a_calendar_without_a_name_has_its_files) {
  const CollectingSink got =
      CalendarFile("BEGIN:VCALENDAR\n" + event("DTSTART:20240315T100000Z\n") + "END:VCALENDAR\n", "밴드.ics")
          .read();
  EXPECT_EQ(trait_of(got.observations.at(0), trait::calendar), "밴드");
}

TEST(Ics, coverage_reaches_to_the_export) {
  const CollectingSink stamped = read(event("DTSTAMP:20241020T235959Z\nDTSTART:20241231T100000Z\n"));
  ASSERT_EQ(stamped.claims.size(), 1U);
  EXPECT_EQ(stamped.claims[0], (CoverageClaim{Kind::Event, CoverageClass::Complete, "Mine", std::nullopt,
                                              Date::parse("2024-10-20")}));
  const CollectingSink bare =
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
  const CollectingSink got = CalendarFile(whole.substr(0, whole.find("SUMMARY:cut") + 9)).read();
  EXPECT_THAT(identities(got), ElementsAre("u/"));
  EXPECT_THAT(reasons(got), ElementsAre(HasSubstr("END is missing"), HasSubstr("before END:VCALENDAR")));
}

TEST(Ics, a_hundred_thousand_events_in_each_other_are_few_words) {
  std::string bytes = "BEGIN:VCALENDAR\n";
  for (int i = 0; i < 100'000; ++i) bytes += "BEGIN:VEVENT\nUID:x\n";
  const CollectingSink got = CalendarFile(bytes).read();
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_EQ(got.issues.size(), 200U);
}

TEST(Ics, a_line_of_a_million_folds_is_one_bounded_line) {
  std::string bytes = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:20240315T100000Z\nSUMMARY:a\n";
  for (int i = 0; i < 1'200'000; ++i) bytes += " b\n";
  const CollectingSink got = CalendarFile(bytes + "END:VEVENT\nEND:VCALENDAR\n").read();
  ASSERT_EQ(got.observations.size(), 1U);
  EXPECT_EQ(got.observations[0].title.size(), ics::max_text_bytes);
}

}  // namespace
}  // namespace hoego
