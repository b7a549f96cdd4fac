#include "sample/takeout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>
#include <string>

#include "sample/archive_writer.h"
#include "sample/encodings.h"
#include "sample/files.h"
#include "sample/jpeg_writer.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view root = "Takeout/Google Photos/";
constexpr int how_many_loose = 20;

std::string formatted(Instant instant) {
  const WallTime wall = wall_time(instant, Offset{0});
  const Date date = wall.date();
  const int second = wall.second_of_day();
  const int hour = second / 3600;
  // A narrow no-break space stands before AM and PM.
  return fmt::format("{} {}, {}, {}:{:02}:{:02}\u202f{} UTC", month_name(date.month()), date.day(),
                     date.year(), hour % 12 == 0 ? 12 : hour % 12, second / 60 % 60, second % 60,
                     hour < 12 ? "AM" : "PM");
}

Json time_json(Instant instant) {
  return {{"timestamp", std::to_string(instant.seconds)}, {"formatted", formatted(instant)}};
}

/// Where nothing is known of the place, zeros are written.
Json geo_json(const Photo& photo) {
  const bool known = photo.place != nullptr && photo.camera != Camera::Camera;
  return {{"latitude", known ? photo.latitude / 100000.0 : 0.0},
          {"longitude", known ? photo.longitude / 100000.0 : 0.0},
          {"altitude", 0.0},
          {"latitudeSpan", 0.0},
          {"longitudeSpan", 0.0}};
}

std::string sidecar(const Photo& photo, const std::string& title, Random& random) {
  const Instant uploaded{photo.taken.seconds + random.between(60, 5 * 3600)};
  Json out = {{"title", title},
              {"description", ""},
              {"imageViews", std::to_string(random.below(9))},
              {"creationTime", time_json(uploaded)},
              {"photoTakenTime", time_json(photo.taken)},
              {"geoData", geo_json(photo)}};
  if (photo.camera == Camera::Phone) out["geoDataExif"] = geo_json(photo);
  std::string key = random.hex(40);
  std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return std::toupper(c); });
  out["url"] = "https://photos.google.com/photo/AF1Qip" + key;
  out["googlePhotosOrigin"] = {{"mobileUpload", {{"deviceType", "IOS_PHONE"}}}};
  return out.dump(2);
}

/// The name of a picture and of its sidecar. Those that came with one name are numbered, the number of the
/// sidecar stands behind; all that is before `.json` is cut at 46 characters.
struct Names {
  std::string title;
  int number = 0;

  std::string picture() const {
    const std::size_t dot = title.rfind('.');
    return number == 0 ? title : fmt::format("{}({}){}", title.substr(0, dot), number, title.substr(dot));
  }
  std::string sidecar() const {
    constexpr std::size_t limit = 46;
    return (title + ".supplemental-metadata").substr(0, limit) +
           (number == 0 ? "" : fmt::format("({})", number)) + ".json";
  }
};

Names loose_names(int number, Random& random) {
  switch (number % 4) {
    case 0: {
      std::string name = random.uuid();
      std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
      return {name + ".jpg", 0};
    }
    case 1:
      return {fmt::format("original_{}_I.jpg", random.uuid()), 0};
    case 2:
      return {"image.jpg", number / 4};
    default:
      return {fmt::format("B612_{:03}.jpg", 71 + number), 0};
  }
}

/// About one in nine of the phone's, one in two hundred of the camera's.
std::vector<const Photo*> chosen(const std::vector<Photo>& photos) {
  std::vector<const Photo*> phone;
  std::vector<const Photo*> camera;
  for (const Photo& photo : photos) {
    if (photo.local_day().year() != today().year()) continue;
    if (photo.camera == Camera::Phone) phone.push_back(&photo);
    if (photo.camera == Camera::Camera) camera.push_back(&photo);
  }
  std::vector<const Photo*> out;
  const auto take = [&](const std::vector<const Photo*>& all, std::size_t count) {
    const std::size_t step = std::max<std::size_t>(1, all.size() / count);
    for (std::size_t i = step / 2; i < all.size(); i += step) out.push_back(all[i]);
  };
  take(phone, 280);
  take(camera, 20);
  return out;
}

struct Parts {
  std::array<std::vector<Member>, 2> parts;
  int count = 0;

  void add(const std::string& folder, const Names& names, std::string picture, std::string said) {
    const std::size_t part = static_cast<std::size_t>(count) % 2;
    // Now and then the parts are cut between a picture and its sidecar.
    const std::size_t beside = count % 7 == 3 ? 1 - part : part;
    ++count;
    parts[part].push_back({folder + names.picture(), std::move(picture), false});
    parts[beside].push_back({folder + names.sidecar(), std::move(said)});
  }
};

/// An album holds a second copy of its pictures.
void add_album(Parts& parts, const std::filesystem::path& folder, const Trip& trip,
               const std::vector<const Photo*>& photos, Random& random) {
  const std::string album = std::string(root) + trip.title + "/";
  int left = 12;
  for (const Photo* photo : photos) {
    if (photo->trip != &trip || left-- <= 0) continue;
    const Names names{std::filesystem::path(photo->path).filename().string(), 0};
    parts.add(album, names, bytes_of(folder / photo->path), sidecar(*photo, names.title, random));
  }
  const Json said = {{"title", trip.title},
                     {"description", ""},
                     {"access", "protected"},
                     {"date", time_json(at(*trip.stays.front().place, trip.from, 0))}};
  parts.parts[0].push_back({album + "metadata.json", said.dump(2)});
}

}  // namespace

std::vector<Photo> take_loose_photos(const Story& story) {
  Random random(story.seed, "loose photos");
  std::vector<Photo> out;
  while (static_cast<int>(out.size()) < how_many_loose) {
    const Date date = day("2024-01-08") + random.below(240);
    const auto sent = [&](const FriendAlbum& album) { return album.day == date || album.day == date + 1; };
    if (story.quiet(date - 1) || story.quiet(date) || story.quiet(date + 1)) continue;
    if (std::any_of(story.friend_albums.begin(), story.friend_albums.end(), sent)) continue;
    Photo photo;
    photo.camera = Camera::Unnamed;
    const bool after_midnight = out.size() % 3 == 2;
    const int minute = after_midnight ? random.between(10, 59) : random.between(21 * 60 + 30, 23 * 60 + 49);
    photo.taken = {korean(date, minute).seconds + random.below(60)};
    photo.offset = {9 * 3600};
    photo.place = &story.home_on(date);
    photo.latitude = photo.place->latitude + random.between(-25, 25);
    photo.longitude = photo.place->longitude + random.between(-25, 25);
    out.push_back(photo);
  }
  std::sort(out.begin(), out.end(), [](const Photo& a, const Photo& b) { return a.taken < b.taken; });
  return out;
}

void write_takeout(const std::filesystem::path& folder, const Story& story, const std::vector<Photo>& photos,
                   const std::vector<Photo>& loose) {
  Random random(story.seed, "takeout");
  const std::string year = fmt::format("{}Photos from {}/", root, today().year());
  Parts parts;
  const std::vector<const Photo*> copied = chosen(photos);
  for (const Photo* photo : copied) {
    const Names names{std::filesystem::path(photo->path).filename().string(), 0};
    parts.add(year, names, bytes_of(folder / photo->path), sidecar(*photo, names.title, random));
  }
  for (std::size_t i = 0; i < loose.size(); ++i) {
    const Names names = loose_names(static_cast<int>(i), random);
    const auto number = static_cast<std::uint32_t>(0xf00000 + i);
    const Picture picture{{36, 142, 122}, {84, 118, 132}, 2 + static_cast<int>(i % 3), number};
    parts.add(year, names, jpeg_without_exif(picture), sidecar(loose[i], names.title, random));
  }
  for (const Trip& trip : story.trips) {
    if (trip.to + 1 == story.lull.from) add_album(parts, folder, trip, copied, random);
  }
  parts.parts[0].push_back(
      {"Takeout/archive_browser.html", "<!DOCTYPE html><title>Google Takeout</title>\n"});
  const WallTime made = WallTime::at(today(), 3600 + 2 * 60 + 4);
  write_file(folder / "exports/takeout-20241020T010203Z-001.zip", zip(parts.parts[0], made));
  write_file(folder / "exports/takeout-20241020T010203Z-002.zip", zip(parts.parts[1], made));
}

}  // namespace hoego::sample
