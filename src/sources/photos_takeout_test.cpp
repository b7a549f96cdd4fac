#include "sources/photos_takeout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "record/codec.h"
#include "sources/photos.h"
#include "sources/photos_made.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

using testing::HasSubstr;

WallTime wall(const std::string& text) {
  return *WallTime::parse(text);
}

std::string stamp(const std::string& key, const std::string& utc) {
  return "\"" + key + R"(": {"timestamp": ")" + std::to_string(wall(utc).seconds) + R"(", "formatted": "…"})";
}

/// A sidecar whose picture was taken at that moment (UTC), with `more` members.
std::string sidecar(const std::string& taken, const std::string& more = {}) {
  return R"({"title": "IMG_1.jpg", "description": "", )" + stamp("creationTime", "2024-10-20T00:00:00") +
         ", " + stamp("photoTakenTime", taken) + (more.empty() ? "" : ", ") + more + "}";
}

/// A picture and its sidecar.
class Two : public Files {
 public:
  Two(std::string name, std::string picture, std::string json)
      : name_(std::move(name)), picture_(std::move(picture)), json_(std::move(json)) {}
  std::unique_ptr<Input> open(const std::string& path) const override {
    return input_of(path == name_ ? picture_ : json_, path);
  }
  CollectingSink read() const {
    CollectingSink sink;
    Unit unit;
    unit.path = name_;
    unit.companions = {name_ + ".supplemental-metadata.json"};
    unit.files = this;
    photos_source.read(unit, {}, sink);
    return sink;
  }

 private:
  std::string name_;
  std::string picture_;
  std::string json_;
};

Observation photo(const made::ExifTags& exif, const std::string& json,
                  const std::string& name = "IMG_1.jpg") {
  const auto sink = Two(name, made::jpeg(exif), json).read();
  EXPECT_EQ(sink.observations.size(), 1U);
  EXPECT_TRUE(sink.issues.empty());
  return sink.observations.empty() ? Observation{} : sink.observations[0];
}

const made::ExifTags floating_noon = {"2024:03:15 12:01:02", "", ""};

TEST(Takeout, the_cameras_clock_wins_and_googles_tells_its_distance_from_utc) {
  const Observation seoul = photo(floating_noon, sidecar("2024-03-15T03:01:02"));
  EXPECT_EQ(seoul.begin, When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600}));
  EXPECT_EQ(seoul.traits.at("time_from"), "exif+sidecar");
  EXPECT_EQ(photo(floating_noon, sidecar("2024-03-15T06:16:02")).begin,
            When::at(wall("2024-03-15T12:01:02"), Offset{345 * 60}))
      << "Kathmandu";
}

TEST(Takeout, a_clock_that_google_took_for_utc_tells_no_zone) {
  const Observation one = photo(floating_noon, sidecar("2024-03-15T12:01:02"));
  EXPECT_EQ(one.begin, When::floating(wall("2024-03-15T12:01:02")));
  EXPECT_EQ(one.traits.at("time_from"), "exif");
}

TEST(Takeout, another_moment_in_the_sidecar_changes_nothing) {
  for (const char* utc :
       {"2024-03-15T03:01:08", "2024-03-15T03:08:02", "2024-03-14T03:01:02", "2019-01-01T00:00:00"}) {
    EXPECT_EQ(photo(floating_noon, sidecar(utc)).begin, When::floating(wall("2024-03-15T12:01:02"))) << utc;
  }
}

TEST(Takeout, a_stated_offset_is_kept) {
  EXPECT_EQ(photo({"2024:03:15 12:01:02", "-07:00", ""}, sidecar("2024-03-15T03:01:02")).begin,
            When::at(wall("2024-03-15T12:01:02"), Offset{-7 * 3600}));
}

TEST(Takeout, the_sidecar_alone_gives_an_instant) {
  const Observation one = photo({}, sidecar("2024-03-15T03:01:02"));
  EXPECT_EQ(one.begin, When::at(Instant{wall("2024-03-15T03:01:02").seconds}));
  EXPECT_EQ(one.traits.at("time_from"), "takeout");
  EXPECT_EQ(photo({}, sidecar("1969-07-20T20:17:00")).begin,
            When::at(Instant{wall("1969-07-20T20:17:00").seconds}))
      << "a scanned picture, dated by hand";
}

TEST(Takeout, a_name_with_a_local_clock_and_the_sidecar_complete_each_other) {
  const std::string name = "KakaoTalk_20240315_1201_02_123.jpg";
  const Observation both = photo({}, sidecar("2024-03-15T03:01:02"), name);
  EXPECT_EQ(both.begin, When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600}));
  EXPECT_EQ(both.traits.at("time_from"), "name+sidecar");
  const Observation same = photo({}, sidecar("2024-03-15T12:01:02"), name);
  EXPECT_EQ(same.begin, When::floating(wall("2024-03-15T12:01:02")));
  EXPECT_EQ(same.traits.at("time_from"), "name");
  EXPECT_EQ(photo({}, sidecar("2001-05-05T03:00:00"), name).traits.at("time_from"), "takeout")
      << "somebody set the date in Google Photos";
}

TEST(Takeout, the_moment_of_the_upload_is_no_better_than_the_name) {
  const std::string json = "{" + stamp("creationTime", "2024-10-20T00:00:00") + "," +
                           stamp("photoTakenTime", "2024-10-20T00:00:00") + "}";
  EXPECT_EQ(photo({}, json, "IMG-20240315-WA0001.jpg").begin, When::on(*Date::parse("2024-03-15")));
  EXPECT_EQ(photo({}, json).traits.at("time_from"), "takeout") << "all there is";
}

TEST(Takeout, a_film_that_says_nothing_is_dated_by_its_sidecar) {
  const auto sink = Two("drums.mp4", made::film({}), sidecar("2024-11-23T10:00:00")).read();
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].kind, Kind::Video);
  EXPECT_EQ(sink.observations[0].begin, When::at(Instant{wall("2024-11-23T10:00:00").seconds}));
}

TEST(Takeout, the_place_is_googles_where_the_picture_has_none) {
  const auto place = [](const std::string& more) {
    return photo({}, sidecar("2024-03-15T03:01:02", more)).position;
  };
  const auto banff = place(R"("geoData": {"latitude": 51.1784, "longitude": -115.5708, "altitude": 1400})");
  ASSERT_TRUE(banff);
  EXPECT_NEAR(banff->latitude, 51.1784, 1e-9);
  EXPECT_NEAR(banff->longitude, -115.5708, 1e-9);
  EXPECT_TRUE(place(R"("geoData": {"latitude": 0.0, "longitude": 0.0},
                       "geoDataExif": {"latitude": 51.1784, "longitude": -115.5708})"));
  EXPECT_FALSE(place(R"("geoData": {"latitude": 0.0, "longitude": 0.0})")) << "unknown, and no issue";
  EXPECT_FALSE(place(R"("geoData": {"latitude": 951, "longitude": "x"})"));
}

TEST(Takeout, faces_words_and_the_uncut_name_come_along) {
  const Observation one = photo(floating_noon, R"({"title": "a name that was much longer before.jpg",
      "description": "드럼 공연 뒤에", "people": [{"name": "김하나"}, {"name": "Bob"}, {"name": ""}, 7],
      "photoTakenTime": {"timestamp": 1710471662}})");
  EXPECT_EQ(one.title, "a name that was much longer before.jpg");
  EXPECT_EQ(one.traits.at("person"), "김하나; Bob");
  EXPECT_EQ(one.traits.at("description"), "드럼 공연 뒤에");
  EXPECT_EQ(one.traits.at("time_from"), "exif+sidecar") << "the stamp may be a number";
}

TEST(Takeout, a_broken_sidecar_is_told_with_its_place_and_the_picture_kept) {
  const std::string whole = sidecar("2024-03-15T03:01:02", R"("people": [{"name": "김하나"}])");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto sink = Two("IMG_1.jpg", made::jpeg(floating_noon), whole.substr(0, length)).read();
    EXPECT_EQ(sink.observations.size(), 1U);
    ASSERT_EQ(sink.issues.size(), 1U) << length;
    EXPECT_EQ(sink.issues[0].path, "IMG_1.jpg.supplemental-metadata.json");
    EXPECT_THAT(sink.issues[0].reason, HasSubstr("byte"));
    EXPECT_NE(sink.issues[0].remedy, "");
  }
}

TEST(Takeout, nesting_without_end_is_refused) {
  const auto facts = read_takeout(std::string(1'000'000, '['));
  ASSERT_TRUE(facts);
  EXPECT_THAT(facts->problem, HasSubstr("deeper"));
}

TEST(Takeout, the_json_of_another_program_is_nobodys_business) {
  for (const char* other :
       {R"({"title": "Canada", "date": {"timestamp": "0"}})", R"([{"SourceFile": "IMG_1.jpg"}])", "7"}) {
    EXPECT_FALSE(read_takeout(other)) << other;
    EXPECT_EQ(photo(floating_noon, other).begin, When::floating(wall("2024-03-15T12:01:02")));
  }
}

TEST(Takeout, stamps_that_are_none_are_passed_over) {
  for (const char* time :
       {R"({"timestamp": "0"})", R"({"timestamp": ""})", R"({"timestamp": "99999999999999"})",
        R"({"timestamp": "17x"})", R"({"timestamp": 1.5})", "{}", "7"}) {
    const auto facts = read_takeout(std::string(R"({"photoTakenTime": )") + time + "}");
    ASSERT_TRUE(facts) << time;
    EXPECT_FALSE(facts->taken) << time;
  }
}

}  // namespace
}  // namespace hoego
