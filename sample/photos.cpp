#include "sample/photos.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "sample/random.h"

namespace hoego::sample {
namespace {

constexpr int morning = 7 * 60 + 30;
constexpr int night = 22 * 60 + 30;

/// Who holds the phone and the camera, and where they walk.
class Walker {
 public:
  Walker(const Story& story, std::vector<Photo>& photos)
      : story_(story), photos_(photos), random_(story.seed, "photos") {}

  void everyday();
  void travel(const Trip& trip);
  void album(const FriendAlbum& album);

 private:
  struct Outing {
    const Place* place = nullptr;
    Date day;
    int from = 0;  ///< minutes of the local day
    int to = 0;
    int photos = 0;
    int camera_percent = 0;
    int spread = 0;  ///< half the side of the square walked, 0.00001 degree
    Camera phone = Camera::Phone;
    const Trip* trip = nullptr;
    const Stay* stay = nullptr;
  };

  void out(const Outing& outing);
  void burst(const Outing& outing, int from, int minutes, int photos);
  void stay(const Trip& trip, const Stay& stay);
  void glimpse(const Trip& trip, const Glimpse& glimpse);
  void ordinary_day(Date day);

  const Story& story_;
  std::vector<Photo>& photos_;
  Random random_;
};

void Walker::burst(const Outing& outing, int from, int minutes, int photos) {
  const int latitude = outing.place->latitude + random_.between(-outing.spread, outing.spread);
  const int longitude = outing.place->longitude + random_.between(-outing.spread, outing.spread);
  const std::int64_t begin = at(*outing.place, outing.day, from).seconds;
  for (int i = 0; i < photos; ++i) {
    Photo photo;
    photo.camera = random_.chance(outing.camera_percent) ? Camera::Camera : outing.phone;
    photo.taken = {begin + random_.below(minutes * 60)};
    photo.offset = zone_of(*outing.place).offset_at(photo.taken);
    photo.place = outing.place;
    photo.latitude = latitude + random_.between(-25, 25);
    photo.longitude = longitude + random_.between(-25, 25);
    photo.trip = outing.trip;
    photo.stay = outing.stay;
    photos_.push_back(std::move(photo));
  }
}

// People walk, stop, take pictures and walk on: bursts with pauses between, the same for both cameras.
void Walker::out(const Outing& outing) {
  const int bursts = std::clamp(outing.photos / 22, 1, 12);
  const int slot = (outing.to - outing.from) / bursts;
  int left = outing.photos;
  for (int i = 0; i < bursts; ++i) {
    const int here = i + 1 == bursts ? left : std::min(left, outing.photos / bursts);
    const int minutes = std::max(1, std::min(slot / 2, 40));
    const int pause = std::max(0, slot - minutes - 1);
    burst(outing, outing.from + i * slot + random_.below(pause + 1), minutes, here);
    left -= here;
  }
}

void Walker::stay(const Trip& trip, const Stay& stay) {
  struct Window {
    Date day;
    int from = 0;
    int to = 0;
  };
  std::vector<Window> windows;
  int total = 0;
  for (Date day = stay.from; day <= stay.to; day = day + 1) {
    const int from = std::max(morning, day == stay.from ? stay.arrive + 20 : 0);
    const int to = std::min(night, day == stay.to ? stay.leave - 15 : night);
    if (to - from < 20) continue;
    windows.push_back({day, from, to});
    total += to - from;
  }
  int left = stay.photos;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const Window& window = windows[i];
    const int share = stay.photos * (window.to - window.from) / total;
    const int photos = i + 1 == windows.size() ? left : std::min(left, share);
    left -= photos;
    out({stay.place, window.day, window.from, window.to, photos, trip.camera_percent, 2200, Camera::Phone,
         &trip, &stay});
  }
}

void Walker::glimpse(const Trip& trip, const Glimpse& glimpse) {
  const Zone clock = zone_of(*glimpse.clock);
  for (int i = 0; i < glimpse.photos; ++i) {
    Photo photo;
    // The first one of each glimpse at its very beginning: the phone comes out when the wheels touch down.
    photo.taken = {glimpse.from.seconds + (i == 0 ? 0 : random_.below(glimpse.minutes * 60))};
    photo.offset = clock.offset_at(photo.taken);
    photo.place = glimpse.place;
    if (glimpse.place != nullptr) {
      photo.latitude = glimpse.place->latitude + random_.between(-300, 300);
      photo.longitude = glimpse.place->longitude + random_.between(-300, 300);
    }
    photo.trip = &trip;
    photos_.push_back(std::move(photo));
  }
}

void Walker::travel(const Trip& trip) {
  for (const Glimpse& seen : trip.on_the_way) glimpse(trip, seen);
  for (const Stay& there : trip.stays) stay(trip, there);
  if (!trip.day_trip) return;
  // Home again in the evening.
  out({&story_.home_on(trip.from), trip.from, 21 * 60 + 40, 22 * 60 + 20, 1, 0, 25});
}

void Walker::ordinary_day(Date day) {
  constexpr std::array spots = {"hongdae", "yeouido", "mangwon", "jongno"};
  const Place& home = story_.home_on(day);
  const bool weekend = day.weekday() >= 6;
  const bool sent_pictures = std::any_of(story_.friend_albums.begin(), story_.friend_albums.end(),
                                         [&](const FriendAlbum& a) { return a.day == day; });
  const bool moved =
      std::any_of(story_.homes.begin(), story_.homes.end(), [&](const Home& h) { return h.from == day; });
  const bool before_or_after = story_.trip_on(day - 1) != nullptr || story_.trip_on(day + 1) != nullptr;
  if (random_.chance(62) || sent_pictures || moved || before_or_after) {
    out({&home, day, 19 * 60 + 30, 22 * 60 + 40, random_.between(1, 2), 0, 25});
  }
  if (sent_pictures) out({&home, day, 10 * 60, 12 * 60, 2, 0, 25});
  if (!weekend && random_.chance(30)) {
    out({&place("office"), day, 12 * 60, 18 * 60, random_.between(1, 2), 0, 60});
  }
  if (weekend && !sent_pictures && random_.chance(55)) {
    const Place& spot = place(spots[static_cast<std::size_t>(random_.below(spots.size()))]);
    const bool with_camera = day >= story_.trips.front().from && random_.chance(25);
    out({&spot, day, 13 * 60, 18 * 60, random_.between(2, 6), with_camera ? 60 : 0, 300});
  }
}

void Walker::everyday() {
  for (Date day = first_day(); day < today(); day = day + 1) {
    if (story_.trip_on(day) == nullptr) ordinary_day(day);
  }
  // The first day has one, so that the record of the life begins with it.
  out({story_.homes.front().place, first_day(), 8 * 60, 9 * 60, 1, 0, 25});
}

void Walker::album(const FriendAlbum& album) {
  out({album.place, album.day, 10 * 60 + 30, 20 * 60, album.photos, 0, 1500, Camera::Friend});
}

void name_files(std::vector<Photo>& photos, const Story& story) {
  std::stable_sort(photos.begin(), photos.end(), [](const Photo& a, const Photo& b) {
    return std::pair(a.camera, a.taken) < std::pair(b.camera, b.taken);
  });
  int phone = 0;
  int camera = 0;
  int received = 0;
  for (Photo& photo : photos) {
    switch (photo.camera) {
      case Camera::Phone:
        photo.path = fmt::format("pictures/phone/{}/IMG_{:04}.jpg", photo.local_day().year(), ++phone);
        break;
      case Camera::Camera:
        photo.path = fmt::format("pictures/camera/DSCF{:04}.jpg", ++camera);
        break;
      case Camera::Friend: {
        const auto album = std::find_if(story.friend_albums.begin(), story.friend_albums.end(),
                                        [&](const FriendAlbum& a) { return a.day == photo.local_day(); });
        photo.path = fmt::format("pictures/friends/{}/{}_{:03}.jpg", album->folder,
                                 album->day.iso().substr(0, 10), ++received);
        break;
      }
      case Camera::Unnamed:
        break;
    }
  }
}

}  // namespace

std::vector<Photo> take_photos(const Story& story) {
  std::vector<Photo> photos;
  photos.reserve(13000);
  Walker walker(story, photos);
  walker.everyday();
  for (const Trip& trip : story.trips) {
    if (!trip.ahead) walker.travel(trip);
  }
  for (const FriendAlbum& album : story.friend_albums) walker.album(album);
  name_files(photos, story);
  return photos;
}

}  // namespace hoego::sample
