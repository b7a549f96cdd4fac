#include "sources/photos_movie.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "record/codec.h"
#include "sources/photos.h"
#include "sources/photos_made.h"
#include "sources/photos_picture.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

WallTime wall(const std::string& text) {
  return *WallTime::parse(text);
}

std::uint64_t since_1904(const std::string& utc) {
  return static_cast<std::uint64_t>(wall(utc).seconds) + made::from_1904;
}

/// A folder of files in memory.
class Folder : public Files {
 public:
  void put(const std::string& name, const std::string& bytes) { files_.emplace_back(name, bytes); }
  std::unique_ptr<Input> open(const std::string& path) const override {
    for (const auto& [name, bytes] : files_) {
      if (name == path) return input_of(bytes, name);
    }
    throw Error("there is none", path, "look again");
  }

 private:
  std::vector<std::pair<std::string, std::string>> files_;
};

CollectingSink read(const Folder& folder, const std::string& main, std::vector<std::string> companions = {}) {
  CollectingSink sink;
  Unit unit;
  unit.path = main;
  unit.companions = std::move(companions);
  unit.files = &folder;
  photos_source.read(unit, {}, sink);
  return sink;
}

CollectingSink read(const std::string& name, const made::Film& film) {
  Folder folder;
  folder.put(name, made::film(film));
  return read(folder, name);
}

Observation only(const CollectingSink& sink) {
  EXPECT_EQ(sink.observations.size(), 1U);
  return sink.observations.empty() ? Observation{} : sink.observations[0];
}

// --- when ---

TEST(Films, apples_key_has_an_offset_and_goes_before_the_headers_utc) {
  made::Film film;
  film.created = since_1904("2024-03-15T03:01:05");
  film.keys = {{"make", "Apple"}, {"model", "iPhone 13 mini"}, {"creationdate", "2024-03-15T12:01:02+0900"}};
  const auto sink = read("IMG_0042.MOV", film);
  const Observation video = only(sink);
  EXPECT_EQ(video.kind, Kind::Video);
  EXPECT_EQ(video.title, "IMG_0042.MOV");
  EXPECT_EQ(video.begin, When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600}));
  EXPECT_EQ(video.end, std::nullopt);
  EXPECT_EQ(video.traits.at("time_from"), "quicktime");
  EXPECT_EQ(video.traits.at("camera"), "Apple iPhone 13 mini");
  EXPECT_EQ(video.traits.at("sequence"), "42");
  EXPECT_EQ(video.quantities.at("seconds"), 2.5);
  EXPECT_EQ(video.quantities.at("width"), 1920);
  EXPECT_EQ(video.quantities.at("height"), 1080);
  EXPECT_TRUE(sink.issues.empty());
}

TEST(Films, the_header_states_an_instant) {
  for (const bool wide : {false, true}) {
    made::Film film;
    film.brand = "isom";
    film.wide = wide;
    film.created = since_1904("2024-03-15T03:01:02");
    const Observation video = only(read("drums.mp4", film));
    EXPECT_EQ(video.begin, When::at(Instant{wall("2024-03-15T03:01:02").seconds}));
    EXPECT_EQ(video.traits.at("time_from"), "movie-header");
    EXPECT_EQ(video.quantities.at("seconds"), 2.5);
  }
}

TEST(Films, a_local_clock_in_the_name_tells_the_headers_distance_from_utc) {
  const auto begin = [](const std::string& name, const std::string& utc) {
    made::Film film;
    film.milliseconds = 600'000;
    film.created = since_1904(utc);
    return *only(read(name, film)).begin;
  };
  const When noon = When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600});
  EXPECT_EQ(begin("VID_20240315_120102.mp4", "2024-03-15T03:01:03"), noon);
  EXPECT_EQ(begin("20240315_120102.mp4", "2024-03-15T03:11:04"), noon) << "stamped when it ended";
  EXPECT_EQ(begin("20240315_120102.mp4", "2024-03-15T12:01:02"), When::floating(wall("2024-03-15T12:01:02")))
      << "a local clock in both";
  EXPECT_EQ(begin("20240315_120102.mp4", "2024-06-01T00:00:00"),
            When::at(Instant{wall("2024-06-01T00:00:00").seconds}));
  EXPECT_EQ(begin("PXL_20240315_030102123.mp4", "2024-03-15T03:01:02"),
            When::at(Instant{wall("2024-03-15T03:01:02").seconds}));
}

TEST(Films, a_header_without_a_date_leaves_the_name) {
  const auto sink = read("KakaoTalk_20240315_1201_02_123.mp4", {});
  EXPECT_EQ(only(sink).begin, When::floating(wall("2024-03-15T12:01:02")));
  EXPECT_EQ(only(sink).traits.at("time_from"), "name");
  EXPECT_TRUE(sink.issues.empty());
}

TEST(Films, no_date_at_all_is_told_and_no_record) {
  const auto sink = read("drums.mp4", {});
  EXPECT_TRUE(sink.observations.empty());
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].reason, "no date");
  EXPECT_EQ(sink.issues[0].path, "drums.mp4");
}

TEST(Films, seconds_since_1970_in_the_header_are_read_as_such_and_nonsense_is_told) {
  made::Film film;
  film.created = static_cast<std::uint64_t>(wall("2024-03-15T03:01:02").seconds);
  EXPECT_EQ(only(read("a.mp4", film)).begin, When::at(Instant{wall("2024-03-15T03:01:02").seconds}));
  film.created = 1234;
  const auto sink = read("20240315_120102.mp4", film);
  EXPECT_EQ(only(sink).begin, When::floating(wall("2024-03-15T12:01:02")));
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("1234"));
}

TEST(Films, the_xmp_sidecar_is_a_correction) {
  Folder folder;
  made::Film film;
  film.created = since_1904("2024-03-15T03:01:02");
  folder.put("a.mov", made::film(film));
  folder.put(
      "a.mov.xmp",
      R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
      R"(<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/")"
      R"( exif:DateTimeOriginal="2019-01-02T10:00:00"/></rdf:RDF></x:xmpmeta>)");
  const Observation video = only(read(folder, "a.mov", {"a.mov.xmp"}));
  EXPECT_EQ(video.begin, When::floating(wall("2019-01-02T10:00:00")));
  EXPECT_EQ(video.traits.at("time_from"), "sidecar");
}

// --- where ---

TEST(Films, positions_are_written_in_degrees_minutes_or_seconds) {
  const auto near = [](const std::string& text, double latitude, double longitude) {
    const auto stated = iso6709(text);
    ASSERT_TRUE(stated.position) << text;
    EXPECT_NEAR(stated.position->latitude, latitude, 1e-6) << text;
    EXPECT_NEAR(stated.position->longitude, longitude, 1e-6) << text;
  };
  near("+37.5665+126.9780+038.5/", 37.5665, 126.978);
  near("+37.5665+126.9780/", 37.5665, 126.978);
  near("-33.8688+151.2093", -33.8688, 151.2093);
  near("+51.1784-115.5708+1400/", 51.1784, -115.5708);
  near("+3733.99+12658.68/", 37.5665, 126.978);
  near("+373359.4+1265840.8/", 37.5665, 126.978);
  for (const char* bad : {"", "+", "+37.5665", "37.5665,126.9780", "+37,5665+126,9780/", "+1+2/", "++/",
                          "+-/", "+37.5.6+126.9780/"}) {
    EXPECT_FALSE(iso6709(bad).position) << bad;
  }
  EXPECT_THAT(iso6709("+00.0000+000.0000/").problem, HasSubstr("means unknown"));
  EXPECT_THAT(iso6709("+95.0000+000.0000/").problem, HasSubstr("not on Earth"));
}

TEST(Films, both_telephones_tell_the_place) {
  made::Film apple;
  apple.keys = {{"location.ISO6709", "+51.1784-115.5708+1400.0/"}};
  made::Film android;
  android.brand = "mp42";
  android.user_data = {{"\xA9xyz", "+51.1784-115.5708/"}};
  for (const made::Film& film : {apple, android}) {
    const auto position = only(read("20241001_120102.mp4", film)).position;
    ASSERT_TRUE(position);
    EXPECT_NEAR(position->latitude, 51.1784, 1e-9);
    EXPECT_NEAR(position->longitude, -115.5708, 1e-9);
  }
}

// --- what it is ---

TEST(Films, a_copy_with_other_metadata_is_the_same_film) {
  made::Film one;
  one.media = std::string(300'000, 'm');
  one.created = since_1904("2024-03-15T03:01:02");
  made::Film other = one;
  other.brand = "mp42";
  other.header_first = true;
  other.wide = true;
  other.user_data = {{"\xA9xyz", "+51.1784-115.5708/"}};
  const std::string identity = only(read("a.mp4", one)).identity;
  EXPECT_EQ(identity.rfind("video:", 0), 0U);
  EXPECT_EQ(only(read("b.mov", other)).identity, identity);
  other.media.back() = 'n';
  EXPECT_NE(only(read("b.mov", other)).identity, identity);
  other.media = one.media + "m";
  EXPECT_NE(only(read("b.mov", other)).identity, identity);
}

TEST(Films, sound_without_pictures_is_passed_over_in_silence) {
  made::Film film;
  film.handler = "soun";
  film.created = since_1904("2024-03-15T03:01:02");
  const auto sink = read("voice.3gp", film);
  EXPECT_TRUE(sink.observations.empty());
  EXPECT_TRUE(sink.issues.empty());
}

/// Ten gigabytes of zeroes with a header at their end, read as an archive would have it: forward only, and no
/// more than a little at a time.
class HugeFilm : public Input {
 public:
  explicit HugeFilm(const std::string& moov) : moov_(moov) {
    head_ = made::box("ftyp", "isom" + made::big(0, 4)) + made::big(1, 4) + "mdat" +
            made::big(media_length + 16, 8);
  }
  std::uint64_t size() const override { return head_.size() + media_length + moov_.size(); }
  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    EXPECT_GE(offset, reached_) << "went back";
    EXPECT_LE(count, 64U << 10);
    std::size_t done = 0;
    for (; done < count && offset + done < size(); ++done) to[done] = at(offset + done);
    reached_ = offset + done;
    bytes_read += done;
    return done;
  }
  std::string_view whole(std::uint64_t) override {
    ADD_FAILURE() << "asked for all of it";
    return {};
  }
  std::uint64_t bytes_read = 0;

 private:
  static constexpr std::uint64_t media_length = 10'000'000'000;
  char at(std::uint64_t i) const {
    if (i < head_.size()) return head_[i];
    i -= head_.size();
    return i < media_length ? '\0' : moov_[i - media_length];
  }
  std::string head_;
  std::string moov_;
  std::uint64_t reached_ = 0;
};

TEST(Films, ten_gigabytes_with_the_header_at_the_end_are_read_forward_in_a_few_steps) {
  made::Film film;
  film.brand = "isom";
  film.created = since_1904("2024-03-15T03:01:02");
  film.keys = {{"creationdate", "2024-03-15T12:01:02+0900"}};
  film.user_data = {{"\xA9xyz", "+51.1784-115.5708/"}};
  const std::string whole = made::film(film);
  const std::size_t moov_at = whole.find("moov") - 4;
  HugeFilm huge(whole.substr(moov_at));
  const MovieFacts facts = read_movie(huge);
  EXPECT_EQ(facts.created, "2024-03-15T12:01:02+0900");
  EXPECT_TRUE(facts.has_picture);
  EXPECT_TRUE(facts.position.position);
  EXPECT_FALSE(facts.cut_short);
  EXPECT_LT(huge.bytes_read, 300U << 10);
}

// --- live pairs ---

const made::ExifTags noon = {"2024:03:15 12:01:02", "+09:00", ""};

/// IMG_0042.HEIC's stand-in and its film, as the walk gives them.
CollectingSink read_pair(const made::ExifTags& exif, const made::Film& film) {
  Folder folder;
  folder.put("a/IMG_0042.jpg", made::jpeg(exif));
  folder.put("a/IMG_0042.MOV", made::film(film));
  return read(folder, "a/IMG_0042.jpg", {"a/IMG_0042.MOV"});
}

TEST(LivePairs, the_picture_and_its_moving_half_are_one_record) {
  made::Film film;
  film.milliseconds = 2800;
  film.keys = {{"creationdate", "2024-03-15T12:01:01+0900"}};
  const auto sink = read_pair(noon, film);
  const Observation photo = only(sink);
  EXPECT_EQ(photo.kind, Kind::Photo);
  EXPECT_EQ(photo.traits.at("live"), "1");
  EXPECT_EQ(photo.begin, When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600}));
  EXPECT_TRUE(sink.issues.empty());
}

TEST(LivePairs, apples_identifier_decides_where_both_have_one) {
  made::ExifTags exif = noon;
  exif.content_identifier = "ED69AFC7-A2EB-4FE9-88A0-54293FC2478F";
  made::Film film;
  film.milliseconds = 9000;
  film.keys = {{"content.identifier", exif.content_identifier}, {"creationdate", "2024-03-15T12:01:01+0900"}};
  EXPECT_EQ(only(read_pair(exif, film)).traits.at("live"), "1");
  film.milliseconds = 2000;
  film.keys[0].second = "570F1469-09C7-4E50-9875-05F21D5BD166";
  EXPECT_EQ(read_pair(exif, film).observations.size(), 2U);
}

TEST(LivePairs, a_makers_note_cut_at_any_byte_is_left_alone) {
  const made::ExifTags exif = {"2024:03:15 12:01:02", "+09:00", "ED69AFC7-A2EB-4FE9-88A0-54293FC2478F"};
  const std::string whole = made::exif_block(exif);
  EXPECT_EQ(apple_content_identifier(whole), exif.content_identifier);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    // A string of its own: nothing may be written behind it (a sanitizer sees).
    read_exif(std::string(whole.data(), length));
    EXPECT_EQ(exif.content_identifier.find(apple_content_identifier(whole.substr(0, length))), 0U) << length;
  }
}

TEST(LivePairs, a_longer_film_of_the_same_name_is_a_thing_of_its_own) {
  made::Film film;
  film.milliseconds = 61'000;
  film.keys = {{"creationdate", "2024-03-15T12:05:00+0900"}};
  const auto sink = read_pair(noon, film);
  ASSERT_EQ(sink.observations.size(), 2U);
  const Observation& video = sink.observations[0];
  EXPECT_EQ(video.kind, Kind::Video);
  EXPECT_EQ(video.file, "a/IMG_0042.MOV");
  EXPECT_EQ(video.title, "IMG_0042.MOV");
  EXPECT_EQ(video.begin, When::at(wall("2024-03-15T12:05:00"), Offset{9 * 3600}));
  EXPECT_EQ(sink.observations[1].kind, Kind::Photo);
  EXPECT_EQ(sink.observations[1].traits.count("live"), 0U);
}

TEST(LivePairs, a_short_film_of_another_day_is_no_half_of_it) {
  made::Film film;
  film.keys = {{"creationdate", "2019-01-02T12:01:01+0900"}};
  EXPECT_EQ(read_pair(noon, film).observations.size(), 2U);
}

TEST(LivePairs, a_picture_without_a_date_or_a_broken_one_does_not_take_its_film_along) {
  made::Film film;
  film.keys = {{"creationdate", "2024-03-15T12:01:01+0900"}};
  EXPECT_EQ(only(read_pair({}, film)).kind, Kind::Video);
  Folder folder;
  folder.put("IMG_1.jpg", "");
  folder.put("IMG_1.MOV", made::film(film));
  const auto sink = read(folder, "IMG_1.jpg", {"IMG_1.MOV"});
  EXPECT_EQ(only(sink).kind, Kind::Video);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("empty"));
}

TEST(LivePairs, a_film_beside_the_picture_has_its_own_sidecar) {
  Folder folder;
  made::Film film;
  film.milliseconds = 61'000;
  folder.put("IMG_1.jpg", made::jpeg(noon));
  folder.put("IMG_1.mp4", made::film(film));
  folder.put("IMG_1.jpg.json", R"({"title": "IMG_1.jpg", "photoTakenTime": {"timestamp": "1710471662"}})");
  folder.put("IMG_1.mp4.json", R"({"title": "IMG_1.mp4", "photoTakenTime": {"timestamp": "1710475262"}})");
  const auto sink = read(folder, "IMG_1.jpg", {"IMG_1.jpg.json", "IMG_1.mp4", "IMG_1.mp4.json"});
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].begin, When::at(Instant{1710475262}));
  EXPECT_EQ(sink.observations[0].traits.at("time_from"), "takeout");
}

// --- bad input ---

TEST(Films, a_film_cut_at_any_byte_is_read_or_told) {
  made::Film film;
  film.keys = {{"creationdate", "2024-03-15T12:01:02+0900"}, {"location.ISO6709", "+51.1784-115.5708/"}};
  for (const bool header_first : {false, true}) {
    film.header_first = header_first;
    const std::string whole = made::film(film);
    for (std::size_t length = 12; length < whole.size(); ++length) {
      Folder folder;
      folder.put("20240315_120102.mov", whole.substr(0, length));
      const auto sink = read(folder, "20240315_120102.mov");
      EXPECT_EQ(sink.observations.size(), 1U) << length;
      EXPECT_FALSE(sink.issues.empty()) << length << " of " << whole.size();
    }
  }
}

TEST(Films, boxes_without_end_are_given_up) {
  std::string moov;
  for (int i = 0; i < 400'000; ++i) moov += made::box("free", "");
  const auto file = input_of(made::box("ftyp", "isom") + made::box("moov", moov), "a.mp4");
  EXPECT_FALSE(read_movie(*file).has_picture);
}

}  // namespace
}  // namespace hoego
