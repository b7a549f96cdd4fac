#include "analysis/chosen_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "record/observation.h"

namespace hoego {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Coordinates toronto{43.65, -79.38};
const Coordinates banff{51.18, -115.57};
const Coordinates vancouver{49.23, -123.15};

Date day(int n) {
  return *Date::parse("2024-09-28") + n;
}

Record photo(int id, Date on, int second, std::optional<Coordinates> at) {
  Record record;
  record.id = "photo-" + std::to_string(1000 + id);
  record.kind = Kind::Photo;
  record.title = "IMG_" + std::to_string(id) + ".jpg";
  record.begin = record.end = WallTime::at(on, second);
  record.offset = record.end_offset = Offset{-4 * 3600};
  record.position = at;
  record.quantities = {{"width", 4032}, {"height", 3024}};
  return record;
}

Stay stay(Coordinates at, int from, int to, int nights) {
  Stay out;
  out.spot.at = at;
  out.days = {day(from), day(to)};
  out.nights = nights;
  return out;
}

std::vector<const Record*> pointers(const std::vector<Record>& records) {
  std::vector<const Record*> out;
  for (const Record& record : records) out.push_back(&record);
  return out;
}

std::vector<std::string> ids(const PictureChoice& choice) {
  std::vector<std::string> out;
  for (const PlacedPicture& one : choice.pictures) out.push_back(one.record->id);
  return out;
}

std::map<Date, int> by_day(const PictureChoice& choice) {
  std::map<Date, int> out;
  for (const PlacedPicture& one : choice.pictures) ++out[one.record->day()];
  return out;
}

/// A trip through three places, each drawn day with bursts of pictures, some without a position.
struct DrawnTrip {
  std::vector<Record> photos;
  std::vector<Stay> stays;
  explicit DrawnTrip(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    int on = 0;
    for (const Coordinates at : {toronto, banff, vancouver}) {
      const int nights = 1 + below(4);
      stays.push_back(stay(at, on, on + nights, nights));
      for (int night = 0; night < nights; ++night) add_day(day(on + night + (night == 0 ? 0 : 1)), at, below);
      on += nights;
    }
  }

 private:
  template <class Below>
  void add_day(Date on, Coordinates at, const Below& below) {
    const int bursts = 1 + below(below(2) == 0 ? 3 : 40);
    for (int burst = 0; burst < bursts; ++burst) {
      const int begins = 7 * 3600 + below(13 * 3600);
      for (int shot = 0, shots = 1 + below(12); shot < shots; ++shot) {
        const Coordinates here{at.latitude + below(100) * 0.001, at.longitude + below(100) * 0.001};
        const auto position = below(3) == 0 ? std::nullopt : std::optional(here);
        photos.push_back(photo(static_cast<int>(photos.size()), on, begins + 3 * shot, position));
      }
    }
  }
};

class DrawnTrips : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, DrawnTrips, testing::Range(1U, 41U));

TEST_P(DrawnTrips, are_told_by_no_more_than_was_asked_for_by_time_and_each_once) {
  const DrawnTrip trip(GetParam());
  for (const std::size_t most : {0U, 1U, 5U, 20U, 5000U}) {
    const PictureChoice choice = choose_pictures(trip.stays, pointers(trip.photos), most);
    EXPECT_EQ(choice.pictures.size(), std::min(most, choice.bursts));
    EXPECT_EQ(choice.fit, trip.photos.size());
    EXPECT_TRUE(std::is_sorted(
        choice.pictures.begin(), choice.pictures.end(),
        [](const auto& a, const auto& b) { return a.record->begin_instant() < b.record->begin_instant(); }));
    const std::vector<std::string> all = ids(choice);
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
  }
}

TEST_P(DrawnTrips, are_told_by_the_same_pictures_in_whatever_order_they_come) {
  DrawnTrip trip(GetParam());
  const std::vector<std::string> before = ids(choose_pictures(trip.stays, pointers(trip.photos), 20));
  std::vector<const Record*> shuffled = pointers(trip.photos);
  std::mt19937 random(GetParam() + 99);
  for (int again = 0; again < 3; ++again) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    EXPECT_EQ(ids(choose_pictures(trip.stays, shuffled, 20)), before);
  }
}

TEST_P(DrawnTrips, have_a_picture_of_each_day_and_each_place_where_there_is_room) {
  const DrawnTrip trip(GetParam());
  std::set<Date> days;
  for (const Record& one : trip.photos) days.insert(one.day());
  const std::size_t enough = days.size() + trip.stays.size();
  const PictureChoice choice = choose_pictures(trip.stays, pointers(trip.photos), enough);
  if (choice.bursts >= enough) {
    for (const Date on : days) EXPECT_THAT(by_day(choice), Contains(testing::Key(on))) << on.iso();
  }
  // Every place was slept in and photographed with a position, unless no picture of it has one.
  const PictureChoice few = choose_pictures(trip.stays, pointers(trip.photos), trip.stays.size());
  const PictureChoice all = choose_pictures(trip.stays, pointers(trip.photos), 5000);
  std::set<std::size_t> seen;
  std::set<std::size_t> there;
  for (const PlacedPicture& one : few.pictures) seen.insert(one.stay.value_or(99));
  for (const PlacedPicture& one : all.pictures) {
    if (one.stay) there.insert(*one.stay);
  }
  if (there.size() == trip.stays.size()) {
    EXPECT_EQ(seen, there);
  }
}

TEST_P(DrawnTrips, never_show_two_of_one_burst) {
  const DrawnTrip trip(GetParam());
  const PictureChoice choice = choose_pictures(trip.stays, pointers(trip.photos), 40);
  std::vector<const Record*> sorted = pointers(trip.photos);
  std::sort(sorted.begin(), sorted.end(), [](const Record* a, const Record* b) {
    return std::pair(a->begin_instant(), a->id) < std::pair(b->begin_instant(), b->id);
  });
  std::map<std::string, int> burst_of;
  int burst = 0;
  const Record* first = nullptr;
  const Record* before = nullptr;
  for (const Record* one : sorted) {
    const bool goes_on = before != nullptr && one->begin.seconds - before->begin.seconds <= 10 &&
                         one->begin.seconds - first->begin.seconds <= 60;
    if (!goes_on) {
      ++burst;
      first = one;
    }
    burst_of[one->id] = burst;
    before = one;
  }
  std::set<int> shown;
  for (const std::string& id : ids(choice)) EXPECT_TRUE(shown.insert(burst_of.at(id)).second) << id;
}

TEST_P(DrawnTrips, give_no_day_more_than_a_fuller_one) {
  const DrawnTrip trip(GetParam());
  std::map<Date, int> bursts;
  for (const PlacedPicture& one : choose_pictures(trip.stays, pointers(trip.photos), 5000).pictures)
    ++bursts[one.record->day()];
  const std::map<Date, int> shares = by_day(choose_pictures({}, pointers(trip.photos), 30));
  for (const auto& [on, share] : shares) {
    for (const auto& [other, more] : bursts) {
      if (more <= bursts[on]) continue;
      const auto its = shares.find(other);
      EXPECT_GE(its == shares.end() ? 0 : its->second, share - 1) << on.iso() << " and " << other.iso();
    }
  }
}

TEST(ChosenPictures, one_day_of_two_thousand_leaves_room_for_the_others) {
  std::vector<Record> photos;
  for (int i = 0; i < 2000; ++i) photos.push_back(photo(i, day(3), 6 * 3600 + i * 25, banff));
  for (int on : {0, 1, 2, 4, 5}) photos.push_back(photo(3000 + on, day(on), 43200, toronto));
  const auto shares = by_day(choose_pictures({stay(banff, 0, 5, 5)}, pointers(photos), 20));
  EXPECT_EQ(shares.size(), 6U);
  EXPECT_EQ(shares.at(day(3)), 15);
}

TEST(ChosenPictures, those_of_a_day_lie_far_apart_and_not_at_its_ends) {
  std::vector<Record> photos;
  for (int i = 0; i < 100; ++i) photos.push_back(photo(i, day(0), 9 * 3600 + i * 60, toronto));
  photos.push_back(photo(500, day(0), 20 * 3600, banff));
  const auto choice = choose_pictures({}, pointers(photos), 3);
  ASSERT_THAT(choice.pictures, SizeIs(3));
  EXPECT_EQ(choice.pictures.back().record->id, "photo-1500");
  EXPECT_GE(choice.pictures[1].record->begin.seconds - choice.pictures[0].record->begin.seconds, 1800);
  EXPECT_GE(choice.pictures[0].record->begin.second_of_day(), 9 * 3600 + 900);
  EXPECT_LE(choice.pictures[1].record->begin.second_of_day(), 9 * 3600 + 99 * 60 - 900);
}

TEST(ChosenPictures, what_shows_a_screen_a_panorama_a_film_or_is_a_friends_stays_out) {
  const Record good = photo(0, day(0), 100, toronto);
  EXPECT_TRUE(may_be_shown(good));
  for (const char* title : {"Screenshot_20240928-120102.jpg", "스크린샷 2024-09-28 오후 3.01.02.png",
                            "IMG_0001.PNG", "Screen Shot 2024-09-28.jpeg"}) {
    Record screen = good;
    screen.title = title;
    EXPECT_FALSE(may_be_shown(screen)) << title;
  }
  Record of_a_camera = good;
  of_a_camera.title = "DSC_0001.png";
  of_a_camera.traits[trait::camera] = "FUJIFILM X-T4";
  EXPECT_TRUE(may_be_shown(of_a_camera));
  Record wide = good;
  wide.quantities = {{"width", 12000}, {"height", 3000}};
  EXPECT_FALSE(may_be_shown(wide));
  wide.quantities = {{"width", 3000}, {"height", 12000}};
  EXPECT_FALSE(may_be_shown(wide));
  Record film = good;
  film.kind = Kind::Video;
  EXPECT_FALSE(may_be_shown(film));
  Record friends = good;
  friends.mine = false;
  EXPECT_FALSE(may_be_shown(friends));
  Record of_a_day = good;
  of_a_day.all_day = true;
  EXPECT_FALSE(may_be_shown(of_a_day)) << "nobody knows when on that day";
}

TEST(ChosenPictures, one_without_a_position_is_where_the_nearest_in_time_was_and_no_further) {
  const std::vector<Record> photos = {photo(0, day(1), 36000, toronto),
                                      photo(1, day(1), 36000 + 1700, std::nullopt),
                                      photo(2, day(1), 36000 + 9000, std::nullopt)};
  const auto choice = choose_pictures({stay(toronto, 0, 3, 3)}, pointers(photos), 3);
  ASSERT_THAT(choice.pictures, SizeIs(3));
  EXPECT_EQ(choice.pictures[1].at, toronto);
  EXPECT_EQ(choice.pictures[2].at, std::nullopt);
  EXPECT_EQ(choice.pictures[2].stay, 0U) << "the whole day was of one stay";
}

TEST(ChosenPictures, of_nothing_there_is_nothing) {
  EXPECT_THAT(choose_pictures({}, {}, 20).pictures, IsEmpty());
  const std::vector<Record> one = {photo(0, day(0), 0, std::nullopt)};
  EXPECT_THAT(choose_pictures({}, pointers(one), 20).pictures, SizeIs(1));
  EXPECT_THAT(choose_pictures({}, pointers(one), 0).pictures, IsEmpty());
}

}  // namespace
}  // namespace hoego
