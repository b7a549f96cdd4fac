#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "base/error.h"
#include "record/codec.h"

namespace hoego {
namespace {

Observation rehearsal() {
  Observation out;
  out.kind = Kind::Event;
  out.identity = "uid-1/2024-03-15";
  out.title = "합주";
  out.begin = When::at(*WallTime::parse("2024-03-15T19:00:00"), std::string("Asia/Seoul"));
  out.end = When::at(*WallTime::parse("2024-03-15T21:00:00"), std::string("Asia/Seoul"));
  out.position = coordinates(37.55, 126.92);
  out.traits[trait::calendar] = "Band";
  out.quantities["minutes"] = 120;
  return out;
}

TEST(Codec, gives_back_what_it_was_given) {
  EXPECT_EQ(decode_observation(encode(rehearsal())), rehearsal());
  const Issue issue{"a.jpg", "byte 12", "cut short", "copy it again"};
  EXPECT_EQ(decode_issue(encode(issue)), issue);
  const CoverageClaim claim{Kind::Commit, CoverageClass::Complete, "hoego", Date{19000}, std::nullopt};
  EXPECT_EQ(decode_coverage(encode(claim)), claim);
}

TEST(Codec, gives_back_a_record) {
  Record record;
  record.id = "event-1";
  record.title = "합주";
  record.begin = *WallTime::parse("2024-03-15T19:00:00");
  record.end = *WallTime::parse("2024-03-15T21:00:00");
  record.offset = record.end_offset = Offset{32400};
  record.mine = false;
  record.origins = {{"~/calendars", "band.ics", "uid-1"}};
  const Record back = decode_record(encode(record));
  EXPECT_EQ(encode(back), encode(record));
  EXPECT_EQ(back.last_day().iso(), "2024-03-15");
  EXPECT_EQ(back.origins, record.origins);
}

TEST(Codec, refuses_every_cut_and_survives_every_flipped_byte) {
  const std::string bytes = encode(rehearsal());
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    EXPECT_THROW(decode_observation(bytes.substr(0, cut)), Error);
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      try {
        EXPECT_EQ(broken_invariant(decode_observation(damaged)), "");
      } catch (const Error&) {
        SUCCEED();
      }
    }
  }
}

TEST(Invariants, half_open_intervals_never_end_before_they_begin) {
  Observation event = rehearsal();
  event.end = When::at(*WallTime::parse("2024-03-15T18:00:00"), std::string("Asia/Seoul"));
  EXPECT_EQ(broken_invariant(event), "an end before its beginning");
}

TEST(Invariants, positions_are_in_range_and_never_null_island) {
  EXPECT_FALSE(coordinates(0, 0));
  EXPECT_FALSE(coordinates(213.6, 10));
  EXPECT_FALSE(coordinates(std::numeric_limits<double>::quiet_NaN(), 10));
  Observation event = rehearsal();
  event.position = Coordinates{213.6, 10};
  EXPECT_EQ(broken_invariant(event), "a position out of range");
}

TEST(Invariants, text_is_clean_and_composed) {
  Observation event = rehearsal();
  event.title = "\xE1\x84\x92\xE1\x85\xAC";
  EXPECT_EQ(broken_invariant(event), "text that is not clean UTF-8 in NFC");
}

TEST(When, only_what_an_origin_said_is_known) {
  EXPECT_FALSE(stated_instant(When::floating(WallTime{0})));
  EXPECT_FALSE(stated_instant(When::on(Date{0})));
  EXPECT_FALSE(stated_wall(When::at(Instant{0})));
  EXPECT_EQ(stated_instant(When::at(WallTime{32400}, Offset{32400})), Instant{0});
}

TEST(Place, measures_great_circles) {
  const Coordinates seoul{37.5665, 126.978};
  const Coordinates nagoya{35.1815, 136.9066};
  EXPECT_NEAR(distance_km(seoul, nagoya), 925, 10);
}

}  // namespace
}  // namespace hoego
