#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "record/codec.h"
#include "resolve/assemble.h"
#include "resolve/derive.h"

namespace hoego {
namespace {

const Coordinates seoul{37.51, 126.95};
const Coordinates toronto{43.65, -79.38};

/// A world of two towns: everything west of Greenwich is Toronto.
std::string zone_of(Coordinates at) {
  return at.longitude < 0 ? "America/Toronto" : "Asia/Seoul";
}

WallTime wall(const char* text) {
  return *WallTime::parse(text);
}

SourcedObservation item(Kind kind, std::string identity, When begin, std::string path = "a") {
  SourcedObservation out;
  out.observation.kind = kind;
  out.observation.identity = std::move(identity);
  out.observation.title = path;
  out.observation.begin = std::move(begin);
  out.origin = {"~/Pictures", std::move(path), ""};
  return out;
}

SourcedObservation shot(std::string identity, const char* camera, When begin,
                        std::optional<Coordinates> at = {}) {
  SourcedObservation out = item(Kind::Photo, std::move(identity), std::move(begin));
  out.observation.traits[trait::camera] = camera;
  out.observation.position = at;
  return out;
}

/// A phone in Toronto from 2024-09-28, every half hour of the day from ten to seven; at home before and
/// after.
std::vector<SourcedObservation> phone_abroad() {
  std::vector<SourcedObservation> shots;
  for (int day = 0; day < 8; ++day) {
    const Date date = *Date::parse("2024-09-28") + day;
    for (int half = 20; half < 38; half += 1 + day % 3) {
      shots.push_back(shot("phone" + std::to_string(shots.size()), "Phone",
                           When::at(WallTime::at(date, half * 1800), Offset{-14400}), toronto));
    }
  }
  for (const char* text : {"2024-09-20T20:00:00", "2024-09-27T08:00:00", "2024-10-08T20:00:00"}) {
    shots.push_back(shot("home" + std::string(text), "Phone", When::at(wall(text), Offset{32400}), seoul));
  }
  return shots;
}

const Record& find(const Derived& derived, const std::string& identity, Kind kind = Kind::Photo) {
  const std::string id = record_id(kind, identity);
  for (const Record& record : derived.records) {
    if (record.id == id) return record;
  }
  throw std::runtime_error("no record " + identity);
}

TEST(Identity, three_origins_of_one_photo_are_one_record_and_deleting_one_leaves_it) {
  std::vector<SourcedObservation> copies;
  for (const char* path : {"IMG_1.jpg", "IMG_1 (1).jpg", "takeout/IMG_1.jpg"}) {
    copies.push_back(item(Kind::Photo, "image:1", When::floating(wall("2024-03-15T12:00:00")), path));
  }
  const Derived three = derive(copies, {}, zone_of);
  ASSERT_EQ(three.records.size(), 1U);
  EXPECT_EQ(three.records[0].origins.size(), 3U);
  copies.pop_back();
  const Derived two = derive(copies, {}, zone_of);
  ASSERT_EQ(two.records.size(), 1U);
  EXPECT_EQ(two.records[0].id, three.records[0].id);
}

TEST(Identity, the_order_of_import_never_changes_a_byte) {
  std::vector<SourcedObservation> all = phone_abroad();
  for (int i = 0; i < 20; ++i) {
    SourcedObservation copy = all[static_cast<std::size_t>(i)];
    copy.observation.title = "copy of " + copy.observation.title;
    copy.origin.path = "copy";
    all.push_back(copy);
  }
  const auto bytes = [](const Derived& derived) {
    std::string out;
    for (const Record& record : derived.records) out += encode(record);
    return out;
  };
  const std::string expected = bytes(derive(all, {}, zone_of));
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    EXPECT_EQ(bytes(derive(all, {}, zone_of)), expected);
  }
}

TEST(Identity, what_an_instrument_wrote_beats_what_a_name_says) {
  SourcedObservation named =
      item(Kind::Photo, "image:1", When::at(wall("2024-03-15T09:00:00"), Offset{0}), "a");
  named.observation.traits[trait::time_from] = "name";
  SourcedObservation written = item(Kind::Photo, "image:1", When::floating(wall("2020-01-01T10:00:00")), "b");
  written.observation.traits[trait::time_from] = "exif";
  const Derived derived = derive({named, written}, {}, zone_of);
  EXPECT_EQ(derived.records.at(0).begin.iso(), "2020-01-01T10:00:00");
}

TEST(Zones, stated_before_coordinates_before_whereabouts_before_home) {
  std::vector<SourcedObservation> all = phone_abroad();
  all.push_back(shot("stated", "Phone", When::at(wall("2024-10-01T10:00:00"), Offset{3600}), toronto));
  all.push_back(shot("by place", "Phone", When::floating(wall("2024-10-01T10:00:00")), toronto));
  all.push_back(item(Kind::Event, "dinner", When::floating(wall("2024-10-01T18:00:00"))));
  all.push_back(item(Kind::Event, "call",
                     When::at(*stated_instant(When::at(wall("2024-10-01T23:30:00"), Offset{-14400})))));
  all.push_back(item(Kind::Event, "spring", When::floating(wall("2024-04-01T18:00:00"))));
  Decisions decisions;
  decisions.home_zone = Zone::find("Asia/Seoul");
  const Derived derived = derive(all, decisions, zone_of);
  EXPECT_EQ(find(derived, "stated").zone_from, ZoneFrom::Stated);
  EXPECT_EQ(find(derived, "stated").offset.seconds, 3600);
  EXPECT_EQ(find(derived, "by place").zone_from, ZoneFrom::Coordinates);
  const Record& dinner = find(derived, "dinner", Kind::Event);
  EXPECT_EQ(dinner.zone_from, ZoneFrom::Whereabouts);
  EXPECT_EQ(dinner.offset.iso(), "-04:00");
  EXPECT_EQ(find(derived, "call", Kind::Event).day().iso(), "2024-10-01") << "the day as it was lived";
  EXPECT_EQ(find(derived, "spring", Kind::Event).zone_from, ZoneFrom::Home);
}

TEST(Zones, with_nothing_to_go_by_the_zone_is_assumed_and_says_so) {
  const Derived derived =
      derive({item(Kind::Post, "p", When::floating(wall("2024-04-01T18:00:00")))}, {}, zone_of);
  EXPECT_EQ(derived.records.at(0).zone_from, ZoneFrom::Assumed);
}

TEST(Zones, an_all_day_event_is_days_and_not_midnights) {
  SourcedObservation trip = item(Kind::Event, "trip", When::on(*Date::parse("2024-09-28")));
  trip.observation.end = When::on(*Date::parse("2024-10-09"));
  const Derived derived = derive({trip}, {}, zone_of);
  const Record& record = derived.records.at(0);
  EXPECT_TRUE(record.all_day);
  EXPECT_EQ(record.day().iso(), "2024-09-28");
  EXPECT_EQ(record.last_day().iso(), "2024-10-08");
}

TEST(Zones, a_night_out_belongs_to_the_day_before_where_the_owner_says_so) {
  Decisions decisions;
  decisions.day_starts = 4 * 3600;
  const Derived derived =
      derive({item(Kind::Event, "bar", When::floating(wall("2024-03-16T01:30:00")))}, decisions, zone_of);
  EXPECT_EQ(derived.records.at(0).day().iso(), "2024-03-15");
}

TEST(Clocks, a_camera_left_on_home_time_abroad_is_found_corrected_and_said) {
  std::vector<SourcedObservation> all = phone_abroad();
  const std::size_t phone_count = all.size();
  for (std::size_t i = 0; i < phone_count; i += 2) {
    const auto at = stated_instant(*all[i].observation.begin);
    all.push_back(
        shot("camera" + std::to_string(i), "Camera", When::floating(wall_time(*at, Offset{32400}))));
  }
  Decisions decisions;
  decisions.home_zone = Zone::find("Asia/Seoul");
  const Derived derived = derive(all, decisions, zone_of);
  const Record& picture = find(derived, "camera0");
  EXPECT_EQ(picture.begin.iso(), "2024-09-28T10:00:00");
  EXPECT_EQ(picture.zone_from, ZoneFrom::Corrected);
  const Timeline timeline = assemble(derived.records, {}, {}, *Date::parse("2024-10-20"));
  ASSERT_EQ(timeline.clocks().size(), 1U);
  EXPECT_EQ(timeline.clocks()[0].shift, -13 * 3600);
  EXPECT_GT(timeline.clocks()[0].certainty, 0.9);
}

TEST(Clocks, a_camera_set_to_local_time_is_left_alone) {
  std::vector<SourcedObservation> all = phone_abroad();
  const std::size_t phone_count = all.size();
  for (std::size_t i = 0; i < phone_count; i += 2) {
    all.push_back(shot("camera" + std::to_string(i), "Camera",
                       When::floating(WallTime{all[i].observation.begin->seconds + 60})));
  }
  Decisions decisions;
  decisions.home_zone = Zone::find("Asia/Seoul");
  const Derived derived = derive(all, decisions, zone_of);
  EXPECT_EQ(find(derived, "camera0").begin.iso(), "2024-09-28T10:01:00");
  EXPECT_EQ(find(derived, "camera0").zone_from, ZoneFrom::Whereabouts);
}

TEST(Clocks, the_owners_word_overrides_and_one_that_applies_to_nothing_is_said) {
  Decisions decisions;
  decisions.clocks.push_back({"Camera", {*Date::parse("2024-09-28"), *Date::parse("2024-10-09")}, -46800});
  decisions.clocks.push_back({"Other", {*Date::parse("2024-01-01"), *Date::parse("2024-01-02")}, 60});
  const Derived derived =
      derive({shot("c", "Camera", When::floating(wall("2024-09-29T03:00:00")))}, decisions, zone_of);
  EXPECT_EQ(derived.records.at(0).begin.iso(), "2024-09-28T14:00:00");
  ASSERT_EQ(derived.issues.size(), 1U);
  EXPECT_EQ(derived.issues[0].place, "[[clock]] Other");
}

TEST(Mine, friends_cameras_chats_and_other_authors_are_shown_and_not_counted) {
  Decisions decisions;
  decisions.cameras = {"Phone"};
  decisions.emails = {"me@example.org"};
  std::vector<SourcedObservation> all;
  all.push_back(shot("own", "Phone", When::floating(wall("2024-03-15T12:00:00"))));
  all.push_back(shot("friend", "Galaxy", When::floating(wall("2024-03-15T12:00:00"))));
  SourcedObservation chat = item(Kind::Photo, "chat", When::floating(wall("2024-03-15T12:00:00")),
                                 "KakaoTalk_20240315_1200_01_123.jpg");
  all.push_back(chat);
  SourcedObservation commit = item(Kind::Commit, "c1", When::at(wall("2024-03-15T12:00:00"), Offset{32400}));
  commit.observation.traits[trait::author_email] = "Me@Example.org";
  all.push_back(commit);
  commit.observation.identity = "c2";
  commit.observation.traits[trait::author_email] = "you@example.org";
  all.push_back(commit);
  const Derived derived = derive(all, decisions, zone_of);
  EXPECT_TRUE(find(derived, "own").mine);
  EXPECT_FALSE(find(derived, "friend").mine);
  EXPECT_FALSE(find(derived, "chat").mine);
  EXPECT_TRUE(find(derived, "c1", Kind::Commit).mine);
  EXPECT_FALSE(find(derived, "c2", Kind::Commit).mine);
}

TEST(Corrections, of_single_records_hold_and_one_without_its_record_is_a_problem) {
  Decisions decisions;
  const std::string id = record_id(Kind::Photo, "image:1");
  decisions.records.push_back({id, When::at(wall("2024-10-01T18:20:00"), Offset{-25200}), {}, {}, false});
  decisions.records.push_back({"photo-gone", {}, {}, false, false});
  const Derived derived =
      derive({item(Kind::Photo, "image:1", When::on(*Date::parse("2023-01-01")))}, decisions, zone_of);
  EXPECT_EQ(derived.records.at(0).begin.iso(), "2024-10-01T18:20:00");
  EXPECT_EQ(derived.records.at(0).zone_from, ZoneFrom::Corrected);
  ASSERT_EQ(derived.issues.size(), 1U);
}

TEST(Coverage, a_living_source_reaches_to_the_day_one_looks_back_from) {
  SourcedObservation event = item(Kind::Event, "e", When::floating(wall("2023-02-01T10:00:00")));
  event.observation.traits[trait::calendar] = "Band";
  const Derived derived = derive({event}, {}, zone_of);
  const CoverageClaim claim{Kind::Event, CoverageClass::Complete, "Band", {}, {}};
  const Timeline timeline =
      assemble(derived.records, {{"~/Pictures", claim}}, {}, *Date::parse("2024-10-20"));
  ASSERT_EQ(timeline.coverage().size(), 1U);
  EXPECT_EQ(timeline.coverage()[0].days.from.iso(), "2023-02-01");
  EXPECT_EQ(timeline.coverage()[0].days.to.iso(), "2024-10-20");
}

TEST(Clocks, an_instant_that_a_service_knew_puts_a_camera_on_home_time_right) {
  std::vector<SourcedObservation> all = phone_abroad();
  SourcedObservation camera = shot("camera", "Camera", When::at(wall("2024-10-01T23:30:00"), Offset{32400}));
  camera.observation.traits[trait::time_from] = "exif+sidecar";
  all.push_back(camera);
  const Derived derived = derive(all, {}, zone_of);
  const Record& record = find(derived, "camera");
  EXPECT_EQ(record.begin.iso(), "2024-10-01T10:30:00") << "as the clocks in Toronto showed";
  EXPECT_EQ(record.zone_from, ZoneFrom::Corrected);
  EXPECT_EQ(record.traits.at(clock_trait::shift), "-46800");
}

}  // namespace
}  // namespace hoego
