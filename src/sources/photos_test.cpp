#include "sources/photos.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <exiv2/exiv2.hpp>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "record/codec.h"
#include "sources/photos_container.h"
#include "sources/photos_moment.h"
#include "sources/photos_name.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using testing::HasSubstr;
using Tags = std::vector<std::pair<std::string, std::string>>;

// --- small pictures, made here ---

std::string big(std::uint32_t value, int width) {
  std::string bytes;
  for (int i = width - 1; i >= 0; --i) bytes.push_back(static_cast<char>(value >> (8 * i)));
  return bytes;
}

std::string exif_block(const Tags& tags) {
  Exiv2::ExifData data;
  for (const auto& [key, value] : tags) data[key] = value;
  Exiv2::Blob blob;
  Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
  return {blob.begin(), blob.end()};
}

std::string segment(char marker, const std::string& content) {
  return "\xFF"s + marker + big(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}

std::string xmp_packet(const std::string& properties) {
  return R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
         R"(<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/")"
         R"( xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" )" +
         properties + "/></rdf:RDF></x:xmpmeta>";
}

/// A JPEG of 64 by 48 as far as its headers go, with `scan` for its pixels.
std::string jpeg(const Tags& tags, const std::string& xmp = {},
                 const std::string& scan = "pixels of a maple") {
  std::string file = "\xFF\xD8";
  if (!tags.empty()) file += segment('\xE1', "Exif\0\0"s + exif_block(tags));
  if (!xmp.empty()) file += segment('\xE1', "http://ns.adobe.com/xap/1.0/\0"s + xmp);
  file += segment('\xC0', "\x08"s + big(48, 2) + big(64, 2) + "\x01\x01\x11\x00"s);
  file += segment('\xDA', "\x01\x01\x00\x00\x3F\x00"s);
  return file + scan + "\xFF\xD9";
}

std::string chunk(const std::string& kind, const std::string& data) {
  return big(static_cast<std::uint32_t>(data.size()), 4) + kind + data + "CRC.";
}

std::string png(const Tags& tags, const std::string& pixels) {
  std::string file = "\x89PNG\r\n\x1A\n"s + chunk("IHDR", big(64, 4) + big(48, 4) + "\x08\x02\0\0\0"s);
  if (!tags.empty()) file += chunk("eXIf", exif_block(tags));
  return file + chunk("IDAT", pixels) + chunk("IEND", "");
}

std::string box(const std::string& kind, const std::string& content) {
  return big(static_cast<std::uint32_t>(content.size() + 8), 4) + kind + content;
}

/// A HEIC of two items, the picture and its EXIF, both in `mdat`.
std::string heic(const Tags& tags, const std::string& pixels) {
  const std::string exif = big(6, 4) + "Exif\0\0"s + exif_block(tags);
  const auto item = [](int id, const std::string& type) {
    return box("infe", "\x02\0\0\0"s + big(static_cast<std::uint32_t>(id), 2) + big(0, 2) + type + "\0"s);
  };
  const std::string info = box("iinf", big(0, 4) + big(2, 2) + item(1, "hvc1") + item(2, "Exif"));
  const std::string size = box("iprp", box("ipco", box("ispe", big(0, 4) + big(64, 4) + big(48, 4))));
  const std::string type = box("ftyp", "heic"s + big(0, 4) + "mif1");
  const auto meta = [&](std::size_t start) {
    const auto location = [](int id, std::size_t offset, std::size_t length) {
      return big(static_cast<std::uint32_t>(id), 2) + big(0, 2) + big(1, 2) +
             big(static_cast<std::uint32_t>(offset), 4) + big(static_cast<std::uint32_t>(length), 4);
    };
    const std::string places =
        location(1, start + exif.size(), pixels.size()) + location(2, start, exif.size());
    return box("meta", big(0, 4) + info + size + box("iloc", big(0, 4) + "\x44\x00"s + big(2, 2) + places));
  };
  const std::size_t start = type.size() + meta(0).size() + 8;
  return type + meta(start) + box("mdat", exif + pixels);
}

const Tags dated = {{"Exif.Photo.DateTimeOriginal", "2024:03:15 12:01:02"}};

Tags with(Tags tags, const Tags& more) {
  tags.insert(tags.end(), more.begin(), more.end());
  return tags;
}

class Photos : public testing::Test {
 protected:
  Photos() : folder_(fs::temp_directory_path() / ("hoego-photos-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~Photos() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  /// Reads a picture of these bytes, beside what else was written.
  CollectingSink read(const std::string& name, const std::string& bytes,
                      std::vector<std::string> sidecars = {}) {
    write(name, bytes);
    CollectingSink sink;
    photos_source.read({folder_, name, std::move(sidecars)}, {}, sink);
    return sink;
  }
  Observation only(const CollectingSink& sink) {
    EXPECT_EQ(sink.observations.size(), 1U);
    return sink.observations.empty() ? Observation{} : sink.observations[0];
  }

  fs::path folder_;
};

WallTime wall(const std::string& text) {
  return *WallTime::parse(text);
}

// --- when ---

TEST_F(Photos, the_camera_says_when_and_what_it_is) {
  const auto sink = read("IMG_0042.jpg", jpeg(with(dated, {{"Exif.Photo.OffsetTimeOriginal", "+09:00"},
                                                           {"Exif.Image.Make", "Canon"},
                                                           {"Exif.Image.Model", "Canon EOS 20D"}})));
  const Observation photo = only(sink);
  EXPECT_EQ(photo.kind, Kind::Photo);
  EXPECT_EQ(photo.title, "IMG_0042.jpg");
  EXPECT_EQ(photo.begin, When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600}));
  EXPECT_EQ(photo.traits.at("camera"), "Canon EOS 20D");
  EXPECT_EQ(photo.traits.at("sequence"), "42");
  EXPECT_EQ(photo.traits.at("time_from"), "exif");
  EXPECT_EQ(photo.quantities.at("width"), 64);
  EXPECT_EQ(photo.quantities.at("height"), 48);
  EXPECT_TRUE(sink.issues.empty());
}

TEST_F(Photos, the_maker_is_not_said_twice) {
  const auto camera = [&](const std::string& make, const std::string& model) {
    return only(read("a.jpg", jpeg(with(dated, {{"Exif.Image.Make", make}, {"Exif.Image.Model", model}}))))
        .traits.at("camera");
  };
  EXPECT_EQ(camera("FUJIFILM", "X-T4"), "FUJIFILM X-T4");
  EXPECT_EQ(camera("NIKON CORPORATION", "NIKON D70"), "NIKON D70");
  EXPECT_EQ(camera("Apple", "iPhone 13 mini"), "Apple iPhone 13 mini");
}

TEST_F(Photos, a_clock_without_an_offset_stays_a_local_clock) {
  EXPECT_EQ(only(read("a.jpg", jpeg(dated))).begin, When::floating(wall("2024-03-15T12:01:02")));
}

TEST_F(Photos, the_satellites_clock_tells_the_offset) {
  const auto begin = [&](const std::string& utc) {
    return *only(read("a.jpg", jpeg(with(dated, {{"Exif.GPSInfo.GPSDateStamp", "2024:03:15"},
                                                 {"Exif.GPSInfo.GPSTimeStamp", utc}}))))
                .begin;
  };
  EXPECT_EQ(begin("3/1 0/1 40/1"), When::at(wall("2024-03-15T12:01:02"), Offset{9 * 3600}));
  EXPECT_EQ(begin("1/1 20/1 0/1").form, When::Form::Floating) << "a fix from earlier tells nothing";
}

TEST(PhotosMoment, an_offset_is_believed_only_if_clocks_anywhere_are_set_to_it) {
  const WallTime noon = wall("2024-03-15T12:00:00");
  const auto apart = [&](int minutes) { return offset_between(noon, Instant{noon.seconds - minutes * 60}); };
  EXPECT_EQ(apart(345), Offset{345 * 60}) << "Kathmandu";
  EXPECT_EQ(apart(-210), Offset{-210 * 60}) << "St. John's";
  EXPECT_EQ(apart(-61), Offset{-3600});
  EXPECT_EQ(apart(15), std::nullopt);
  EXPECT_EQ(apart(15 * 60), std::nullopt);
  EXPECT_EQ(apart(65), std::nullopt);
}

TEST_F(Photos, without_exif_the_xmp_says_when) {
  const auto sink =
      read("a.jpg", jpeg({}, xmp_packet(R"(photoshop:DateCreated="2024-03-15T12:01:02.5-04:00")")));
  EXPECT_EQ(only(sink).begin, When::at(wall("2024-03-15T12:01:02"), Offset{-4 * 3600}));
  EXPECT_EQ(only(sink).traits.at("time_from"), "xmp");
}

TEST_F(Photos, the_sidecar_dates_and_places_a_raw_picture_that_says_nothing) {
  write(
      "a.xmp",
      xmp_packet(R"(xmp:CreateDate="2024-03-15" exif:GPSLatitude="37,33.6N" exif:GPSLongitude="126,58.8E")"));
  const auto sink = read("a.jpg", jpeg({}), {"a.xmp"});
  EXPECT_EQ(only(sink).begin, When::on(*Date::parse("2024-03-15")));
  EXPECT_EQ(only(sink).traits.at("time_from"), "sidecar");
  ASSERT_TRUE(only(sink).position);
  EXPECT_NEAR(only(sink).position->latitude, 37.56, 1e-9);
  EXPECT_NEAR(only(sink).position->longitude, 126.98, 1e-9);
}

TEST_F(Photos, a_date_corrected_in_a_sidecar_wins_over_the_camera_and_a_repeated_one_does_not) {
  write("a.jpg.xmp", xmp_packet(R"(exif:DateTimeOriginal="2024-03-15T22:01:02")"));
  EXPECT_EQ(only(read("a.jpg", jpeg(dated), {"a.jpg.xmp"})).begin,
            When::floating(wall("2024-03-15T22:01:02")));
  write("a.jpg.xmp", xmp_packet(R"(exif:DateTimeOriginal="2024-03-15T12:01:02-07:00")"));
  const Observation same = only(read("a.jpg", jpeg(dated), {"a.jpg.xmp"}));
  EXPECT_EQ(same.begin, When::floating(wall("2024-03-15T12:01:02")));
  EXPECT_EQ(same.traits.at("time_from"), "exif");
  write("a.jpg.xmp", xmp_packet(R"(xmp:CreateDate="2024-10-20T10:00:00")"));
  EXPECT_EQ(only(read("a.jpg", jpeg(dated), {"a.jpg.xmp"})).begin,
            When::floating(wall("2024-03-15T12:01:02")));
}

TEST_F(Photos, a_broken_sidecar_is_told_and_the_picture_kept) {
  write("a.xmp", "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:");
  const auto sink = read("a.jpg", jpeg(dated), {"a.xmp"});
  EXPECT_EQ(sink.observations.size(), 1U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].path, "a.xmp");
}

TEST_F(Photos, the_satellites_alone_give_an_instant) {
  const auto sink =
      read("a.jpg",
           jpeg({{"Exif.GPSInfo.GPSDateStamp", "2024:03:15"}, {"Exif.GPSInfo.GPSTimeStamp", "3/1 1/1 2/1"}}));
  EXPECT_EQ(only(sink).begin, When::at(Instant{wall("2024-03-15T03:01:02").seconds}));
  EXPECT_EQ(only(sink).traits.at("time_from"), "gps");
}

TEST_F(Photos, a_messenger_left_only_the_name) {
  const auto sink = read("KakaoTalk_20240315_1201_02_123.jpg", jpeg({}));
  EXPECT_EQ(only(sink).begin, When::floating(wall("2024-03-15T12:01:02")));
  EXPECT_EQ(only(sink).traits.at("time_from"), "name");
}

TEST_F(Photos, the_date_of_the_last_change_is_the_last_resort_and_says_so) {
  const Tags modified = {{"Exif.Image.DateTime", "2024:05:01 08:00:00"}};
  EXPECT_EQ(only(read("a.jpg", jpeg(modified))).traits.at("time_from"), "exif-modified");
  EXPECT_EQ(only(read("IMG-20240315-WA0001.jpg", jpeg(modified))).begin,
            When::on(*Date::parse("2024-03-15")));
}

TEST(PhotosName, programs_write_the_moment_into_the_name) {
  const When noon = When::floating(wall("2024-03-15T12:01:02"));
  for (const char* name :
       {"20240315_120102.jpg", "IMG_20240315_120102.jpg", "IMG_20240315_120102_1.jpg", "20240315120102.png",
        "KakaoTalk_20240315_1201_02_123.jpg", "KakaoTalk_Photo_2024-03-15-12-01-02.jpeg",
        "Screenshot_2024-03-15-12-01-02.png", "2024-03-15 12.01.02.jpg",
        "Screenshot_20240315-120102_Chrome.jpg", "WhatsApp Image 2024-03-15 at 12.01.02.jpeg",
        "Screenshot 2024-03-15 at 12.01.02 PM.png", "스크린샷 2024-03-15 오후 12.01.02.png"}) {
    EXPECT_EQ(time_in_name(name), noon) << name;
  }
  EXPECT_EQ(time_in_name("PXL_20240315_030102123.jpg"),
            When::at(Instant{wall("2024-03-15T03:01:02").seconds}));
  EXPECT_EQ(time_in_name("telegram_2020-01-30_09-57-18.jpg"), When::floating(wall("2020-01-30T09:57:18")));
  EXPECT_EQ(time_in_name("스크린샷 2024-03-15 오전 9.05.06.png"),
            When::floating(wall("2024-03-15T09:05:06")));
  EXPECT_EQ(time_in_name("IMG-20240315-WA0001.jpg"), When::on(*Date::parse("2024-03-15")));
}

TEST(PhotosName, a_number_is_not_a_date) {
  for (const char* name : {"IMG_1234.jpg", "20241315_120102.jpg", "12345678.jpg", "202403151.jpg",
                           "DSC20240.jpg", "1710471662123.jpg", "2024-03.jpg", ""}) {
    EXPECT_EQ(time_in_name(name), std::nullopt) << name;
  }
}

TEST(PhotosName, cameras_number_their_shots) {
  EXPECT_EQ(sequence_in_name("IMG_1234.JPG"), "1234");
  EXPECT_EQ(sequence_in_name("DSCF0042.RAF"), "42");
  EXPECT_EQ(sequence_in_name("_DSC1234-2.NEF"), "1234");
  EXPECT_EQ(sequence_in_name("P1010042.RW2"), "1010042");
  EXPECT_EQ(sequence_in_name("IMG_20240315_120102.jpg"), std::nullopt);
  EXPECT_EQ(sequence_in_name("canada.jpg"), std::nullopt);
}

// --- where ---

Tags gps(const std::string& latitude, const std::string& north, const std::string& longitude,
         const std::string& east) {
  Tags tags = {{"Exif.GPSInfo.GPSLatitude", latitude}, {"Exif.GPSInfo.GPSLongitude", longitude}};
  if (!north.empty()) tags.emplace_back("Exif.GPSInfo.GPSLatitudeRef", north);
  if (!east.empty()) tags.emplace_back("Exif.GPSInfo.GPSLongitudeRef", east);
  return with(dated, tags);
}

TEST_F(Photos, the_place_is_south_and_west_where_it_says_so) {
  const auto position =
      only(read("a.jpg", jpeg(gps("51/1 10/1 48/1", "S", "115/1 34/1 1200/100", "W")))).position;
  ASSERT_TRUE(position);
  EXPECT_NEAR(position->latitude, -51.18, 1e-9);
  EXPECT_NEAR(position->longitude, -115.57, 1e-9);
}

TEST_F(Photos, an_impossible_place_is_an_issue_and_the_picture_has_none) {
  const std::vector<std::pair<Tags, std::string>> bad = {
      {gps("213/1 38/1 24/1", "N", "103/1 28/1 48/1", "E"), "not on Earth"},
      {gps("0/0 0/0 0/0", "N", "0/0 0/0 0/0", "E"), "zero denominator"},
      {gps("51/1 10/1 48/0", "N", "115/1 34/1 12/1", "W"), "zero denominator"},
      {gps("51/1 10/1 48/1", "", "115/1 34/1 12/1", "W"), "north or south"},
      {gps("0/1 0/1 0/1", "N", "0/1 0/1 0/1", "E"), "means unknown"},
  };
  for (const auto& [tags, reason] : bad) {
    const auto sink = read("a.jpg", jpeg(tags));
    EXPECT_EQ(only(sink).position, std::nullopt) << reason;
    ASSERT_EQ(sink.issues.size(), 1U) << reason;
    EXPECT_THAT(sink.issues[0].reason, HasSubstr(reason));
    EXPECT_EQ(sink.issues[0].path, "a.jpg");
    EXPECT_NE(sink.issues[0].remedy, "");
  }
}

// --- what it is ---

TEST_F(Photos, an_edited_copy_is_the_same_photo) {
  const Tags more = with(dated, {{"Exif.Image.ImageDescription", std::string(500, 'x')}});
  const std::string pixels(300'000, 'p');
  const std::string other = pixels.substr(1) + "q";
  const auto identity = [&](const std::string& bytes) { return only(read("a", bytes)).identity; };
  EXPECT_EQ(identity(jpeg(dated, {}, pixels)), identity(jpeg(more, xmp_packet(""), pixels)));
  EXPECT_NE(identity(jpeg(dated, {}, pixels)), identity(jpeg(dated, {}, other)));
  EXPECT_EQ(identity(png(dated, pixels)), identity(png(more, pixels)));
  EXPECT_NE(identity(png(dated, pixels)), identity(png(dated, other)));
  EXPECT_EQ(identity(heic(dated, pixels)), identity(heic(more, pixels)));
  EXPECT_NE(identity(heic(dated, pixels)), identity(heic(dated, other)));
}

TEST_F(Photos, a_film_behind_the_picture_does_not_change_it) {
  const std::string still = jpeg(dated, {}, "pixels\xFF\x00 of\xFF\xD3 a maple"s);
  EXPECT_EQ(only(read("a.jpg", still + box("ftyp", "mp42") + box("mdat", "film"))).identity,
            only(read("b.jpg", still)).identity);
}

TEST_F(Photos, every_format_is_told_by_its_first_bytes_whatever_the_name) {
  for (const std::string& bytes : {jpeg(dated), png(dated, "pixels"), heic(dated, "pixels")}) {
    const Candidate candidate{
        "/x/a.txt", "a.txt", false, bytes.size(), std::string_view(bytes).substr(0, 4096), {}};
    EXPECT_EQ(photos_source.recognise(candidate), Sureness::Sure);
    const Observation photo = only(read("a.txt", bytes));
    EXPECT_EQ(photo.begin, When::floating(wall("2024-03-15T12:01:02")));
    EXPECT_EQ(photo.quantities.at("width"), 64);
  }
}

TEST(PhotosRecognise, films_are_taken_and_sound_and_texts_are_not) {
  const auto sureness = [](const std::string& name, const std::string& head) {
    return photos_source.recognise({"/x/" + name, name, false, head.size(), head, {}});
  };
  EXPECT_EQ(sureness("a.mp4", box("ftyp", "isommp42")), Sureness::Sure);
  EXPECT_EQ(sureness("a.mov", box("ftyp", "qt  ")), Sureness::Sure);
  EXPECT_EQ(sureness("old.MOV", box("moov", "")), Sureness::Sure) << "before there was ftyp";
  EXPECT_EQ(sureness("moov.txt", box("moov", "")), Sureness::No);
  EXPECT_EQ(sureness("a.m4a", box("ftyp", "M4A ")), Sureness::No);
  EXPECT_EQ(sureness("voice.m4a", box("ftyp", "isommp42")), Sureness::No);
  EXPECT_EQ(sureness("metadata.json", R"({"title": "Canada"})"), Sureness::No);
  EXPECT_EQ(sureness("a.md", "# a post"), Sureness::No);
  EXPECT_EQ(sureness("._IMG_1234.jpg", "\0\x05\x16\x07"s), Sureness::No);
  EXPECT_EQ(sureness("a.JPG", "not a picture"), Sureness::Maybe);
}

TEST(PhotosCompanions, a_sidecar_bears_the_name_with_or_without_the_extension) {
  const std::vector<std::string> siblings = {"IMG_1.jpg", "IMG_1.jpg.XMP", "IMG_1.xmp", "IMG_10.xmp"};
  EXPECT_EQ(photos_source.companions("IMG_1.jpg", siblings),
            (std::vector<std::string>{"IMG_1.jpg.XMP", "IMG_1.xmp"}));
}

// --- bad input ---

TEST_F(Photos, an_empty_file_cannot_be_read) {
  EXPECT_THROW(read("a.jpg", ""), Error);
}

TEST_F(Photos, a_text_named_jpg_is_said_to_be_none) {
  try {
    read("a.jpg", "dear diary");
    FAIL() << "read a text as a picture";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("not a picture"));
    EXPECT_NE(error.remedy(), "");
  }
}

TEST_F(Photos, a_truncated_jpeg_is_told_once_and_keeps_its_date) {
  std::string whole = jpeg(dated, {}, std::string(5000, 'p'));
  const auto sink = read("a.jpg", whole.substr(0, whole.size() - 1000));
  EXPECT_EQ(only(sink).begin, When::floating(wall("2024-03-15T12:01:02")));
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("cut short"));
}

TEST_F(Photos, a_picture_cut_at_any_byte_is_read_or_told) {
  for (const std::string& whole :
       {jpeg(dated, xmp_packet("")), png(dated, "pixels"), heic(dated, "pixels")}) {
    for (std::size_t length = 12; length < whole.size(); ++length) {
      const auto sink = read("a", whole.substr(0, length));
      EXPECT_FALSE(sink.issues.empty()) << length << " bytes of " << whole.size();
    }
  }
}

TEST_F(Photos, no_date_or_an_impossible_one_is_no_record) {
  for (const char* date : {"0000:00:00 00:00:00", "2024:02:30 10:00:00", "2024:03:15 25:00:00"}) {
    const auto sink = read("a.jpg", jpeg({{"Exif.Photo.DateTimeOriginal", date}}));
    EXPECT_TRUE(sink.observations.empty()) << date;
    ASSERT_EQ(sink.issues.size(), 1U) << date;
    EXPECT_THAT(sink.issues[0].reason, testing::AllOf(HasSubstr("no date"), HasSubstr(date)));
  }
  const auto blank = read("a.jpg", jpeg({{"Exif.Photo.DateTimeOriginal", "    :  :     :  :  "}}));
  ASSERT_EQ(blank.issues.size(), 1U);
  EXPECT_EQ(blank.issues[0].reason, "no date");
}

TEST_F(Photos, an_impossible_date_gives_way_to_the_next_best_and_is_told) {
  const auto sink =
      read("20240315_120102.jpg", jpeg({{"Exif.Photo.DateTimeOriginal", "0000:00:00 00:00:00"}}));
  EXPECT_EQ(only(sink).traits.at("time_from"), "name");
  EXPECT_EQ(sink.issues.size(), 1U);
}

TEST_F(Photos, xmp_nested_without_end_is_refused) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<a>";
  write("a.xmp", deep);
  const auto sink = read("a.jpg", jpeg(dated), {"a.xmp"});
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("deeper"));
}

}  // namespace
}  // namespace hoego
