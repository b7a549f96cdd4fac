#include "sample/photo_writer.h"

#include <fmt/format.h>

#include <cstdlib>
#include <set>
#include <string>

#include "sample/files.h"
#include "sample/jpeg_writer.h"

namespace hoego::sample {
namespace {

constexpr Offset korea{9 * 3600};

std::string exif_time(WallTime wall) {
  std::string text = wall.iso();
  text[4] = text[7] = ':';
  text[10] = ' ';
  return text;
}

ExifTags tags_of(const Photo& photo) {
  ExifTags tags;
  if (photo.camera == Camera::Camera) {
    tags.make = "FUJIFILM";
    tags.model = "X-T4";
    tags.date_time = exif_time(wall_time(photo.taken, korea));
    return tags;
  }
  const bool phone = photo.camera == Camera::Phone;
  tags.make = phone ? "Apple" : "samsung";
  tags.model = phone ? "iPhone 13 mini" : "SM-G991N";
  tags.date_time = exif_time(wall_time(photo.taken, photo.offset));
  tags.offset = photo.offset.iso();
  if (photo.place != nullptr) tags.position = ExifPosition{photo.latitude, photo.longitude};
  return tags;
}

/// Bright at noon, red in the evening, dark at night; forests in the north, sand near the equator.
Picture picture_of(const Photo& photo, std::uint32_t number) {
  const int hour = wall_time(photo.taken, photo.offset).second_of_day() / 3600;
  Picture picture;
  picture.number = number;
  picture.horizon = 2 + static_cast<int>(number % 3);
  if (hour < 7 || hour >= 20) {
    picture.sky = {36, 142, 122};
  } else if (hour >= 17) {
    picture.sky = {150, 98, 168};
  } else {
    picture.sky = {172, 152, 108};
  }
  const int north = photo.place == nullptr ? 50 : std::abs(photo.place->latitude) / 100000;
  const int daylight = hour < 7 || hour >= 20 ? 60 : 0;
  picture.ground = {150 - north - daylight, 112 + north % 16, 112 + (50 - north % 50) / 2};
  return picture;
}

}  // namespace

void write_photos(const std::filesystem::path& folder, const std::vector<Photo>& photos) {
  std::set<std::filesystem::path> made;
  std::uint32_t number = 0;
  for (const Photo& photo : photos) {
    const std::filesystem::path path = folder / photo.path;
    if (made.insert(path.parent_path()).second) std::filesystem::create_directories(path.parent_path());
    write_file(path, jpeg(picture_of(photo, ++number), tags_of(photo)));
  }
}

}  // namespace hoego::sample
