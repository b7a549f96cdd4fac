// Real pictures of many cameras against what exiftool reads from them.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "record/codec.h"
#include "sources/photos.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(HOEGO_SAMPLES_DIR) / "photos";

std::string dashes(std::string text) {
  for (const std::size_t i : {std::size_t{4}, std::size_t{7}}) {
    if (text.size() > i) text[i] = '-';
  }
  return text;
}

/// What one reader says of one file, in words that can be compared.
struct Said {
  std::string wall;  ///< "YYYY-MM-DD HH:MM:SS", or empty
  std::string offset;
  std::optional<Coordinates> position;
};

Said by_exiftool(const nlohmann::json& entry) {
  Said said;
  const auto text = [&](const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  std::string date = text("DateTimeOriginal");
  if (date.empty()) date = text("CreateDate");
  said.wall = dashes(date.substr(0, 19));
  const std::size_t zone = date.find_first_of("+-Z", 19);
  said.offset = text("OffsetTimeOriginal");
  if (said.offset.empty() && zone != std::string::npos) said.offset = date.substr(zone);
  if (said.offset == "Z") said.offset = "+00:00";
  const auto latitude = entry.find("GPSLatitude");
  const auto longitude = entry.find("GPSLongitude");
  if (latitude != entry.end() && latitude->is_number() && longitude->is_number()) {
    said.position = Coordinates{latitude->get<double>(), longitude->get<double>()};
  }
  return said;
}

Said by_hoego(const Observation& photo) {
  Said said;
  if (const auto wall = stated_wall(*photo.begin)) said.wall = wall->iso();
  if (said.wall.size() > 10) said.wall[10] = ' ';
  if (photo.begin->form == When::Form::Offset) said.offset = photo.begin->offset.iso();
  said.position = photo.position;
  return said;
}

bool same_place(const std::optional<Coordinates>& a, const std::optional<Coordinates>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::abs(a->latitude - b->latitude) < 1e-6 && std::abs(a->longitude - b->longitude) < 1e-6;
}

struct Difference {
  std::string_view file;
  std::string_view what;    ///< date, offset, position
  std::string_view reason;  ///< one of the names below
};

constexpr std::string_view satellites =
    "the offset is what the satellites' clock tells; exiftool does not compare them";
constexpr std::string_view last_resort =
    "ModifyDate is taken where nothing else is; the oracle leaves it out";
constexpr std::string_view order = "photoshop:DateCreated, when it was taken, goes before xmp:CreateDate";
constexpr std::string_view iptc = "exiftool takes IPTC's offset (another zone's); GPS tells the right one";
constexpr std::string_view off_earth = "GPS out of range";
constexpr std::string_view no_record = "no date at all, hence no record and no position";
constexpr std::string_view in_name = "the date is in the file's name";

/// Every difference from exiftool.
constexpr std::array differences = {
    Difference{"drewnoakes__metadata-extractor-images/Apple iPhone 6 plus.jpg", "offset", satellites},
    Difference{"ianare__exif-samples/67-0_length_string.jpg", "date", last_resort},
    Difference{"ianare__exif-samples/Cr\u00e9mieux11.tiff", "date", last_resort},
    Difference{"ianare__exif-samples/long_description.jpg", "date", order},
    Difference{"ianare__exif-samples/long_description.jpg", "offset", order},
    Difference{"immich-app__test-assets/IMG_2682.heic", "offset", satellites},
    Difference{"immich-app__test-assets/thompson-springs.jpg", "offset", iptc},
    Difference{"photoprism__photoprism/altitude.jpg", "offset", satellites},
    Difference{"photoprism__photoprism/buggy_panorama.jpg", "position", off_earth},
    Difference{"photoprism__photoprism/elephants.jpg", "offset", satellites},
    Difference{"photoprism__photoprism/example.tif", "offset", satellites},
    Difference{"photoprism__photoprism/gps-2000.jpg", "position", no_record},
    Difference{"photoprism__photoprism/huawei-gps-error.jpg", "offset", satellites},
    Difference{"photoprism__photoprism/telegram_2020-01-30_09-57-18.jpg", "date", in_name},
};

bool explained(std::string_view file, std::string_view what) {
  return std::any_of(differences.begin(), differences.end(),
                     [&](const Difference& known) { return known.file == file && known.what == what; });
}

CollectingSink read_sample(const std::string& file) {
  CollectingSink sink;
  photos_source.read({folder, file, {}}, {}, sink);
  return sink;
}

nlohmann::json expected_photos() {
  std::ifstream in(folder / "expected.json");
  nlohmann::json photos = nlohmann::json::array();
  for (const auto& entry : nlohmann::json::parse(in)) {
    const auto mime = entry["MIMEType"].get<std::string>();
    if (mime.rfind("image/", 0) == 0) photos.push_back(entry);
  }
  return photos;
}

/// The camera's model and the picture's size, which may differ nowhere.
void expect_same_instrument(const Observation& photo, const nlohmann::json& entry) {
  const auto model = entry.find("Model");
  const auto camera = photo.traits.find(trait::camera);
  if (model != entry.end() && model->is_string()) {
    ASSERT_NE(camera, photo.traits.end()) << photo.title;
    EXPECT_NE(camera->second.find(model->get<std::string>()), std::string::npos) << photo.title;
  }
  EXPECT_EQ(photo.quantities.at("width"), entry.at("ImageWidth").get<double>()) << photo.title;
  EXPECT_EQ(photo.quantities.at("height"), entry.at("ImageHeight").get<double>()) << photo.title;
}

TEST(PhotosOracle, every_real_picture_says_what_exiftool_reads_or_differs_for_a_named_reason) {
  if (!fs::exists(folder)) GTEST_SKIP() << "no folder of real pictures at " << folder;
  int compared = 0;
  for (const auto& entry : expected_photos()) {
    const auto file = entry["SourceFile"].get<std::string>();
    const CollectingSink sink = read_sample(file);
    const Said expected = by_exiftool(entry);
    ASSERT_LE(sink.observations.size(), 1U) << file;
    Said found;
    if (sink.observations.empty()) {
      EXPECT_EQ(sink.issues.size(), 1U) << file;
    } else {
      EXPECT_EQ(broken_invariant(sink.observations[0]), "") << file;
      expect_same_instrument(sink.observations[0], entry);
      found = by_hoego(sink.observations[0]);
    }
    std::string told;
    for (const Issue& issue : sink.issues) told += " [" + issue.reason + "]";
    if (!sink.observations.empty()) told += " from " + sink.observations[0].traits.at("time_from");
    EXPECT_EQ(found.wall == expected.wall, !explained(file, "date"))
        << file << ": " << found.wall << " against " << expected.wall << told;
    EXPECT_EQ(found.offset == expected.offset, !explained(file, "offset"))
        << file << ": " << found.offset << " against " << expected.offset << told;
    EXPECT_EQ(same_place(found.position, expected.position), !explained(file, "position")) << file << told;
    ++compared;
  }
  EXPECT_GE(compared, 80);
}

}  // namespace
}  // namespace hoego
