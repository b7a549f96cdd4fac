// Films, real and made, against what exiftool reads from them; a real Takeout against jq.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "record/codec.h"
#include "sources/photos.h"
#include "sources/photos_companions.h"
#include "sources/photos_made.h"
#include "sources/photos_movie.h"
#include "sources/photos_picture.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

const fs::path samples = HOEGO_SAMPLES_DIR;

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::optional<nlohmann::json> exiftool(const fs::path& file) {
  const auto text = output_of("exiftool -json -n " + quoted(file.string()));
  if (!text) return std::nullopt;
  return nlohmann::json::parse(*text).at(0);
}

std::string text_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// `2024:03:15 03:01:02` as exiftool writes the header's time.
std::string exif_date(Instant instant) {
  std::string text = wall_time(instant, Offset{0}).iso();
  text[4] = text[7] = ':';
  text[10] = ' ';
  return text;
}

CollectingSink read(const fs::path& folder, const std::string& name,
                    std::vector<std::string> companions = {}) {
  CollectingSink sink;
  photos_source.read({folder, name, std::move(companions)}, {}, sink);
  return sink;
}

void expect_as_exiftool(const fs::path& file, const nlohmann::json& said) {
  const auto input = open_file(file);
  const MovieFacts facts = read_movie(*input);
  EXPECT_TRUE(facts.has_picture) << file;
  EXPECT_EQ(facts.header_time ? exif_date(*facts.header_time) : "0000:00:00 00:00:00",
            text_in(said, "CreateDate"))
      << file;
  EXPECT_EQ(facts.width, said.at("ImageWidth").get<int>()) << file;
  EXPECT_EQ(facts.height, said.at("ImageHeight").get<int>()) << file;
  ASSERT_TRUE(facts.seconds) << file;
  EXPECT_NEAR(*facts.seconds, said.at("Duration").get<double>(), 0.001) << file;
  EXPECT_EQ(facts.make, text_in(said, "Make")) << file;
  EXPECT_EQ(facts.model, text_in(said, "Model")) << file;
  EXPECT_EQ(facts.content_identifier, text_in(said, "ContentIdentifier")) << file;
  std::string created = facts.created.substr(0, 19);
  std::replace(created.begin(), created.end(), '-', ':');
  std::replace(created.begin(), created.end(), 'T', ' ');
  EXPECT_EQ(created, text_in(said, "CreationDate").substr(0, 19)) << file;
  ASSERT_EQ(facts.position.position.has_value(), said.contains("GPSLatitude")) << file;
  if (!facts.position.position) return;
  EXPECT_NEAR(facts.position.position->latitude, said.at("GPSLatitude").get<double>(), 1e-6) << file;
  EXPECT_NEAR(facts.position.position->longitude, said.at("GPSLongitude").get<double>(), 1e-6) << file;
}

TEST(RealFilms, dates_lengths_and_sizes_are_what_exiftool_reads) {
  const fs::path folder = samples / "photos" / "photoprism__photoprism";
  if (!fs::exists(folder)) GTEST_SKIP() << "no folder of real films at " << folder;
  int compared = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (!has_movie_name(entry.path().filename().string())) continue;
    const auto said = exiftool(entry.path());
    if (!said) GTEST_SKIP() << "exiftool is not installed";
    expect_as_exiftool(entry.path(), *said);
    ++compared;
  }
  EXPECT_EQ(compared, 3);
}

TEST(RealFilms, two_of_three_have_no_date_and_say_so) {
  const fs::path folder = samples / "photos" / "photoprism__photoprism";
  if (!fs::exists(folder)) GTEST_SKIP() << "no folder of real films at " << folder;
  const auto dated = read(folder, "blue-go-video.mp4");
  ASSERT_EQ(dated.observations.size(), 1U);
  EXPECT_EQ(dated.observations[0].begin, When::at(Instant{WallTime::parse("2020-05-11T14:18:35")->seconds}));
  EXPECT_TRUE(dated.issues.empty());
  for (const char* name : {"christmas.mp4", "earth.mov"}) {
    const auto undated = read(folder, name);
    EXPECT_TRUE(undated.observations.empty()) << name;
    ASSERT_EQ(undated.issues.size(), 1U) << name;
    EXPECT_EQ(undated.issues[0].reason, "no date") << name;
  }
}

TEST(MadeFilms, exiftool_reads_from_them_what_hoego_does) {
  std::vector<made::Film> films(4);
  const auto march =
      static_cast<std::uint64_t>(WallTime::parse("2024-03-15T03:01:02")->seconds) + made::from_1904;
  for (made::Film& film : films) film.created = march;
  films[0].keys = {{"make", "Apple"},
                   {"model", "iPhone 13 mini"},
                   {"creationdate", "2024-03-15T12:01:02+0900"},
                   {"location.ISO6709", "+37.5665+126.9780+038.5/"},
                   {"content.identifier", "ED69AFC7-A2EB-4FE9-88A0-54293FC2478F"}};
  films[1].brand = "mp42";
  films[1].user_data = {{"\xA9xyz", "-33.8688+151.2093/"}};
  films[2].brand = "isom";
  films[2].header_first = true;
  films[2].user_data = {{"\xA9xyz", "+3733.99+12658.68/"}};
  films[3].wide = true;
  films[3].milliseconds = 61'234;
  const fs::path file = fs::temp_directory_path() / fmt::format("hoego-film-{}.mov", ::getpid());
  for (const made::Film& film : films) {
    std::ofstream(file, std::ios::binary) << made::film(film);
    const auto said = exiftool(file);
    if (said) expect_as_exiftool(file, *said);
    fs::remove(file);
    if (!said) GTEST_SKIP() << "exiftool is not installed";
  }
}

TEST(RealPhotos, apples_identifier_of_a_live_pair_is_what_exiftool_reads) {
  const fs::path folder = samples / "photos";
  if (!fs::exists(folder)) GTEST_SKIP() << "no folder of real pictures at " << folder;
  int identified = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || !has_picture_name(name)) continue;
    const auto input = open_file(entry.path());
    const std::string_view bytes = input->whole(1 << 30);
    const auto format = photo_format(bytes);
    if (!format) continue;
    const Picture picture = read_picture(*format, bytes);
    const bool iphone = picture.exif.make == "Apple";
    if (!iphone && picture.content_identifier.empty()) continue;
    const auto said = exiftool(entry.path());
    if (!said) GTEST_SKIP() << "exiftool is not installed";
    std::string expected = text_in(*said, "MediaGroupUUID");
    if (expected.empty()) expected = text_in(*said, "ContentIdentifier");
    EXPECT_EQ(picture.content_identifier, expected) << name;
    identified += picture.content_identifier.empty() ? 0 : 1;
  }
  EXPECT_EQ(identified, 2);
}

// --- Takeout ---

/// The names of a folder, as the walk gives them.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void expect_as_jq(const fs::path& folder, const std::string& name, const std::string& sidecar) {
  const auto said = output_of(
      "jq -r '[.title, .photoTakenTime.timestamp, .description, "
      "(.geoData.latitude // 0 | . != 0)] | join(\"|\")' " +
      quoted((folder / sidecar).string()));
  ASSERT_TRUE(said);
  const auto sink = read(folder, name, {sidecar});
  ASSERT_EQ(sink.observations.size(), 1U) << name;
  EXPECT_TRUE(sink.issues.empty()) << name;
  const Observation& photo = sink.observations[0];
  ASSERT_TRUE(stated_instant(*photo.begin)) << name;
  const auto described = photo.traits.find("description");
  EXPECT_EQ(fmt::format("{}|{}|{}|{}\n", photo.title, stated_instant(*photo.begin)->seconds,
                        described == photo.traits.end() ? "" : described->second, photo.position.has_value()),
            *said);
}

TEST(RealTakeout, every_picture_has_its_sidecar_and_says_what_jq_reads) {
  const fs::path root = samples / "takeout-photos" / "simulot__immich-go";
  if (!fs::exists(root)) GTEST_SKIP() << "no Takeout at " << root;
  if (!output_of("jq --version")) GTEST_SKIP() << "jq is not installed";
  int pictures = 0;
  for (const fs::path& folder : {root / "Takeout1/Google Photos/Album test 6-10-23",
                                 root / "gophers/Google Photos/Photos from 2025"}) {
    const std::vector<std::string> names = names_in(folder);
    std::vector<std::string> siblings;
    std::copy_if(names.begin(), names.end(), std::back_inserter(siblings), photos_source.may_accompany);
    for (const std::string& name : names) {
      if (!has_picture_name(name)) continue;
      const auto companions = photos_source.companions(name, siblings);
      ASSERT_EQ(companions.size(), 1U) << name;
      EXPECT_EQ(companions[0].substr(0, name.size()), name);
      expect_as_jq(folder, name, companions[0]);
      ++pictures;
    }
  }
  EXPECT_EQ(pictures, 12);
}

}  // namespace
}  // namespace hoego
