#include "analysis/commute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <functional>

#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::DoubleNear;
using testing::SizeIs;

const Coordinates office{37.50, 127.04};
const Coordinates old_home{37.60, 127.02};
const Coordinates new_home{37.48, 126.96};
const Coordinates gym{37.605, 127.03};
const DateRange year{day("2024-01-01"), day("2024-10-20")};

/// Carries a phone that says every few minutes where it is, give or take twenty metres.
class Walker {
 public:
  explicit Walker(Coordinates at, int every_minutes = 5) : at_(at), every_(every_minutes * 60) {}

  Walker& from(Date day, int hour) {
    now_ = next_ = WallTime::at(day, hour * 3600).seconds;
    return *this;
  }
  Walker& stay_until(Date day, int hour, int minute) {
    const std::int64_t until = WallTime::at(day, hour * 3600 + minute * 60).seconds;
    for (; next_ < until; next_ += every_) fix(at_);
    now_ = until;
    return *this;
  }
  Walker& go(Coordinates to, int minutes) {
    const std::int64_t arrival = now_ + minutes * 60;
    for (; next_ < arrival; next_ += every_) {
      const double part = static_cast<double>(next_ - now_) / static_cast<double>(arrival - now_);
      fix({at_.latitude + part * (to.latitude - at_.latitude),
           at_.longitude + part * (to.longitude - at_.longitude)});
    }
    at_ = to;
    now_ = arrival;
    return *this;
  }
  /// Nothing is known of the days.
  void forget(DateRange days) {
    std::erase_if(records_, [days](const Record& record) { return days.contains(record.day()); });
  }
  std::vector<Sighting> sightings() const {
    std::vector<Sighting> all;
    for (const Record& record : records_)
      all.push_back({&record, *record.position, record.begin_instant(), record.begin});
    return all;
  }
  std::optional<Commute> commute() const {
    const std::vector<Sighting> all = sightings();
    return find_commute(all, find_homes(all, world()), world(), year);
  }

 private:
  void fix(Coordinates at) {
    Record record;
    record.kind = Kind::Measurement;
    record.id = "measurement-" + std::to_string(records_.size());
    record.begin = record.end = WallTime{next_};
    record.offset = record.end_offset = Offset{9 * 3600};
    const auto n = static_cast<int>(records_.size());
    record.position =
        Coordinates{at.latitude + (n * 37 % 11 - 5) * 4e-5, at.longitude + (n * 53 % 13 - 6) * 4e-5};
    records_.push_back(std::move(record));
  }

  Coordinates at_;
  std::int64_t every_;
  std::int64_t now_ = 0;
  std::int64_t next_ = 0;
  std::deque<Record> records_;
};

bool works(Date date) {
  return date.weekday() <= 5 && date.weekday() != 3;
}  // Wednesdays at home

/// To the office and back on four days a week, a walk on Saturdays.
void commute(Walker& walker, DateRange days, Coordinates home, int minutes) {
  for (Date date = days.from; date <= days.to; date = date + 1) {
    if (works(date)) {
      walker.stay_until(date, 8, date.weekday()).go(office, minutes).stay_until(date, 18, 3 * date.weekday());
      walker.go(home, minutes + 4);
    } else if (date.weekday() == 6) {
      walker.stay_until(date, 14, 0).go(gym, 20).stay_until(date, 15, 0).go(home, 20);
    }
    walker.stay_until(date + 1, 0, 0);
  }
}

int working_days(DateRange days) {
  int count = 0;
  for (Date date = days.from; date <= days.to; date = date + 1) count += works(date) ? 1 : 0;
  return count;
}

TEST(Commute, the_way_to_work_and_back_is_counted_and_timed) {
  const DateRange days{day("2024-01-01"), day("2024-06-30")};
  Walker walker(old_home);
  commute(walker.from(days.from, 0), days, old_home, 52);
  const auto found = walker.commute();
  ASSERT_TRUE(found);
  const int journeys = 2 * working_days(days);
  EXPECT_EQ(found->journeys, journeys);
  EXPECT_THAT(found->hours, DoubleNear(journeys * 54 / 60.0, journeys * 54 / 60.0 * 0.05));
  ASSERT_THAT(found->by_home, SizeIs(1));
  EXPECT_THAT(found->by_home[0].minutes, DoubleNear(54, 4));
  EXPECT_LT(distance_km(*found->between[1].at, office), 0.1);
  EXPECT_EQ(found->between[1].place.town_en, "Seoul");
  EXPECT_EQ(found->covered_days, days.days());
  EXPECT_EQ(found->evidence.count, 2U * static_cast<unsigned>(journeys));
}

TEST(Commute, a_move_changes_the_way) {
  const DateRange before{day("2024-01-01"), day("2024-05-31")};
  const DateRange after{day("2024-06-01"), day("2024-10-20")};
  Walker walker(old_home);
  commute(walker.from(before.from, 0), before, old_home, 55);
  walker.go(new_home, 40);
  commute(walker, after, new_home, 30);
  const auto found = walker.commute();
  ASSERT_TRUE(found);
  ASSERT_THAT(found->by_home, SizeIs(2));
  EXPECT_EQ(found->by_home[0].journeys, 2 * working_days(before));
  EXPECT_EQ(found->by_home[1].journeys, 2 * working_days(after));
  EXPECT_THAT(found->by_home[0].minutes, DoubleNear(57, 3));
  EXPECT_THAT(found->by_home[1].minutes, DoubleNear(32, 3));
  EXPECT_LT(distance_km(*found->between[0].at, new_home), 1) << "between the home of today and the office";
}

TEST(Commute, weeks_without_positions_are_not_covered_and_nothing_is_added_for_them) {
  const DateRange days{day("2024-01-01"), day("2024-06-30")};
  const DateRange gap{day("2024-03-04"), day("2024-03-24")};
  Walker walker(old_home);
  commute(walker.from(days.from, 0), days, old_home, 50);
  walker.forget(gap);
  const auto found = walker.commute();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->journeys, 2 * (working_days(days) - working_days(gap)));
  EXPECT_EQ(found->covered_days, days.days() - gap.days());
}

TEST(Commute, a_stop_on_the_way_is_not_time_on_the_way) {
  const DateRange days{day("2024-01-01"), day("2024-03-31")};
  Walker walker(old_home);
  walker.from(days.from, 0);
  for (Date date = days.from; date <= days.to; date = date + 1) {
    if (date.weekday() <= 5) {
      walker.stay_until(date, 7, 30).go(gym, 15).stay_until(date, 8, 45).go(office, 45);
      walker.stay_until(date, 18, 0).go(old_home, 50);
    }
    walker.stay_until(date + 1, 0, 0);
  }
  const auto found = walker.commute();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->journeys, 2 * 65);
  EXPECT_THAT(found->hours, DoubleNear(65 * (60 + 50) / 60.0, 65 * 110 / 60.0 * 0.06));
}

TEST(Commute, positions_once_an_hour_do_not_tell_how_long_the_way_is) {
  const DateRange days{day("2024-01-01"), day("2024-06-30")};
  Walker walker(old_home, 60);
  commute(walker.from(days.from, 0), days, old_home, 50);
  EXPECT_FALSE(walker.commute());
}

TEST(Commute, the_gym_and_a_night_at_the_parents_are_no_commute) {
  const DateRange days{day("2024-01-01"), day("2024-06-30")};
  Walker walker(old_home);
  walker.from(days.from, 0);
  for (Date date = days.from; date <= days.to; date = date + 1) {
    if (date.weekday() == 1 || date.weekday() == 4)
      walker.stay_until(date, 19, 0).go(gym, 12).stay_until(date, 20, 30).go(old_home, 12);
    if (date.weekday() == 5) walker.stay_until(date, 20, 0).go(office, 50);  // the parents live there
    if (date.weekday() == 7) walker.stay_until(date, 16, 0).go(old_home, 50);
    walker.stay_until(date + 1, 0, 0);
  }
  EXPECT_FALSE(walker.commute());
}

TEST(Commute, visits_tell_when_one_left_and_arrived) {
  std::deque<Record> records;
  const auto visit = [&records](Coordinates at, Date from, int from_minute, Date to, int to_minute) {
    Record record;
    record.kind = Kind::Visit;
    record.id = "visit-" + std::to_string(records.size());
    record.begin = WallTime::at(from, from_minute * 60);
    record.end = WallTime::at(to, to_minute * 60);
    record.offset = record.end_offset = Offset{9 * 3600};
    record.position = at;
    records.push_back(std::move(record));
  };
  Date home_since = day("2023-12-31");
  int since_minute = 0;
  for (Date date = day("2024-01-01"); date <= day("2024-03-31"); date = date + 1) {
    if (date.weekday() > 5) continue;
    visit(old_home, home_since, since_minute, date, 8 * 60);
    visit(office, date, 8 * 60 + 47, date, 18 * 60);
    home_since = date;
    since_minute = 18 * 60 + 47;
  }
  std::vector<Sighting> all;
  for (const Record& record : records)
    all.push_back({&record, *record.position, record.begin_instant(), record.begin});
  Home home;
  home.id = "home-2024-01";
  home.days = {day("2024-01-01"), day("2024-03-31")};
  home.spot.at = old_home;
  const auto found = find_commute(all, {home}, world(), year);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->by_home[0].minutes, DoubleNear(47, 1e-6));
  EXPECT_EQ(found->journeys, 2 * 65 - 1) << "where the last way home led was not seen";
}

TEST(Commute, photographs_alone_tell_none) {
  Life life;
  life.evenings(day("2024-01-01"), day("2024-10-20"), old_home);
  for (Date date = day("2024-01-01"); date <= day("2024-10-20"); date = date + 1) {
    if (date.weekday() <= 5) life.photo((date.iso() + "T12:30:00").c_str(), office);
  }
  const Timeline timeline = life.timeline();
  const std::vector<Sighting> all = sightings(timeline);
  EXPECT_FALSE(find_commute(all, find_homes(all, world()), world(), year));
}

}  // namespace
}  // namespace hoego
