#include "browse/window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date day(const char* iso) {
  return *Date::parse(iso);
}

DateRange days(const char* from, const char* to) {
  return {day(from), day(to)};
}

Row row(std::int64_t number, Date on, std::int32_t second, Kind kind) {
  Row out;
  out.number = number;
  out.day = on;
  out.second = second;
  out.begin = std::int64_t{on.days} * 86400 + second - 9 * 3600;
  out.kind = kind;
  return out;
}

/// Twenty thousand records over ten years, with bursts, places, people and activities.
Catalogue drawn_life() {
  std::mt19937 random(7);
  Catalogue catalogue;
  const auto draw = [&random](std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); };
  for (const char* one : {"drums", "gym", "posts"}) catalogue.activities.number_of(one);
  for (const char* one : {"1835848", "6167865"}) catalogue.towns.number_of(one);
  for (const char* one : {"KR", "CA"}) catalogue.countries.number_of(one);
  for (const char* one : {"지수", "민호"}) catalogue.people.number_of(one);
  for (std::int64_t n = 1; n <= 20000; ++n) {
    const Date on = day("2015-01-01") + static_cast<int>(draw(3653));
    Row one = row(n, on, static_cast<std::int32_t>(draw(28 * 3600)), static_cast<Kind>(draw(kind_count)));
    one.activity = draw(4);
    one.town = draw(3);
    one.country = static_cast<std::uint16_t>(draw(3));
    one.person = static_cast<std::uint16_t>(draw(3));
    one.all_day = draw(10) == 0;
    catalogue.all.push_back(one);
  }
  catalogue.sort();
  return catalogue;
}

bool passes(const Row& one, const WindowFilter& filter) {
  const auto holds = [](const auto& list, auto value) {
    return list.empty() || std::count(list.begin(), list.end(), value) > 0;
  };
  const bool place = (filter.towns.empty() && filter.countries.empty()) ||
                     std::count(filter.towns.begin(), filter.towns.end(), one.town) > 0 ||
                     std::count(filter.countries.begin(), filter.countries.end(), one.country) > 0;
  return holds(filter.kinds, one.kind) && holds(filter.activities, one.activity) &&
         holds(filter.people, one.person) && place &&
         (!filter.found ||
          std::count(filter.found->numbers.begin(), filter.found->numbers.end(), one.number) > 0 ||
          std::count(filter.found->towns.begin(), filter.found->towns.end(), one.town) > 0 ||
          std::count(filter.found->countries.begin(), filter.found->countries.end(), one.country) > 0);
}

std::string bucket_name(const Row& one, BucketWidth width) {
  const std::string iso = one.day.iso();
  switch (width) {
    case BucketWidth::Decade:
      return iso.substr(0, 3) + "0-01-01+0";
    case BucketWidth::Year:
      return iso.substr(0, 4) + "-01-01+0";
    case BucketWidth::Month:
      return iso.substr(0, 7) + "-01+0";
    case BucketWidth::Week:
      return (one.day - (one.day.weekday() - 1)).iso() + "+0";
    case BucketWidth::Day:
      return iso + "+0";
    default: {
      const int seconds = width == BucketWidth::Hour ? 3600 : 900;
      return iso + "+" + std::to_string(one.all_day ? 0 : one.second / seconds * seconds);
    }
  }
}

TEST(Window, counts_what_counting_one_by_one_counts) {
  const Catalogue catalogue = drawn_life();
  WindowFilter some;
  some.kinds = {Kind::Photo, Kind::Event, Kind::Chat};
  some.activities = {1, 3};
  some.towns = {2};
  some.countries = {1};
  WindowFilter found;
  found.found = WindowFilter::Found{{}, {2}, {}};
  for (std::int64_t n = 19996; n > 0; n -= 7) found.found->numbers.push_back(n);
  found.people = {2};
  for (const WindowFilter& filter : {WindowFilter{}, some, found}) {
    for (const BucketWidth width :
         {BucketWidth::Decade, BucketWidth::Year, BucketWidth::Month, BucketWidth::Week, BucketWidth::Day,
          BucketWidth::Hour, BucketWidth::QuarterHour}) {
      const DateRange of =
          width < BucketWidth::Day ? days("2016-03-05", "2024-02-29") : days("2019-12-20", "2020-03-02");
      std::map<std::string, std::uint32_t> expected;
      for (const Row& one : catalogue.all) {
        if (one.day >= of.from && one.day <= of.to && passes(one, filter))
          ++expected[bucket_name(one, width)];
      }
      std::map<std::string, std::uint32_t> told;
      const Window seen = window(sift(catalogue, of, filter), width);
      std::uint64_t total = 0;
      for (const Bucket& bucket : seen.buckets) {
        std::uint32_t sum = 0;
        for (const std::uint32_t count : bucket.by_kind) sum += count;
        EXPECT_EQ(sum, bucket.total);
        const std::string name = bucket.day.iso() + "+" + std::to_string(bucket.second);
        EXPECT_FALSE(told.contains(name)) << name << " comes twice in steps of a " << hoego::name(width);
        told[name] = bucket.total;
        total += bucket.total;
      }
      EXPECT_EQ(told, expected) << hoego::name(width);
      EXPECT_EQ(total, seen.total);
    }
  }
}

TEST(Window, shows_a_picture_from_the_middle) {
  Catalogue catalogue;
  for (int i = 1; i <= 9; ++i) catalogue.all.push_back(row(i, day("2024-10-06"), 36000 + i, Kind::Photo));
  catalogue.all.push_back(row(20, day("2024-10-07"), 0, Kind::Commit));
  catalogue.sort();
  const Window seen = window(sift(catalogue, days("2024-10-01", "2024-10-31"), {}), BucketWidth::Day);
  ASSERT_EQ(seen.buckets.size(), 2u);
  EXPECT_EQ(seen.buckets[0].picture, 5);
  EXPECT_EQ(seen.buckets[1].picture, 0);
}

TEST(Window, is_as_fine_as_its_width_allows) {
  EXPECT_EQ(width_for(days("1900-01-01", "2024-12-31"), 60), BucketWidth::Decade);
  EXPECT_EQ(width_for(days("2005-01-01", "2024-12-31"), 60), BucketWidth::Year);
  EXPECT_EQ(width_for(days("2005-01-01", "2024-12-31"), 240), BucketWidth::Month);
  EXPECT_EQ(width_for(days("2024-01-01", "2024-12-31"), 60), BucketWidth::Week);
  EXPECT_EQ(width_for(days("2024-01-01", "2024-12-31"), 366), BucketWidth::Day);
  EXPECT_EQ(width_for(days("2024-03-15", "2024-03-18"), 100), BucketWidth::Hour);
  EXPECT_EQ(width_for(days("2024-03-15", "2024-03-15"), 100), BucketWidth::QuarterHour);
  EXPECT_EQ(width_for(days("0001-01-01", "9999-12-31"), 1), BucketWidth::Decade);
}

TEST(Window, goes_to_the_ends_of_time) {
  Catalogue catalogue;
  catalogue.all = {row(1, day("0001-01-01"), 0, Kind::Note), row(2, day("9999-12-31"), 0, Kind::Note)};
  catalogue.sort();
  for (const BucketWidth width :
       {BucketWidth::Decade, BucketWidth::Year, BucketWidth::Month, BucketWidth::Week, BucketWidth::Day})
    EXPECT_EQ(window(sift(catalogue, days("0001-01-01", "9999-12-31"), {}), width).buckets.size(), 2u)
        << name(width);
}

TEST(Window, lists_its_records_page_by_page) {
  const Catalogue catalogue = drawn_life();
  WindowFilter filter;
  filter.kinds = {Kind::Event};
  const DateRange of = days("2018-01-01", "2018-12-31");
  const Rows rows = sift(catalogue, of, filter);
  std::vector<std::int64_t> paged;
  for (std::size_t skip = 0;; skip += 10) {
    const auto page = numbers_of(rows, skip, 10);
    if (page.empty()) break;
    paged.insert(paged.end(), page.begin(), page.end());
  }
  EXPECT_EQ(paged, numbers_of(rows, 0, 100000));
  EXPECT_EQ(paged.size(), window(rows, BucketWidth::Year).total);
  EXPECT_THAT(numbers_of(rows, 0, 0), IsEmpty());
}

TEST(Facets, tell_what_one_may_filter_by_next) {
  Catalogue catalogue;
  const std::uint32_t drums = catalogue.activities.number_of("drums");
  const std::uint32_t gym = catalogue.activities.number_of("gym");
  for (int i = 1; i <= 5; ++i) {
    catalogue.all.push_back(row(i, day("2024-10-06"), i, i == 1 ? Kind::Photo : Kind::Event));
    catalogue.all.back().activity = i <= 3 ? drums : i == 4 ? gym : 0;
  }
  catalogue.sort();
  const Facets told = facets(sift(catalogue, days("2024-01-01", "2024-12-31"), {}), catalogue);
  EXPECT_THAT(told.kinds, ElementsAre(std::pair(Kind::Event, 4u), std::pair(Kind::Photo, 1u)));
  EXPECT_THAT(told.activities, ElementsAre(std::pair(drums, 3u), std::pair(gym, 1u)));
  EXPECT_THAT(told.people, IsEmpty());
  EXPECT_EQ(catalogue.activities.name(drums), "drums");
  EXPECT_EQ(catalogue.activities.find("none"), 0u);
}

}  // namespace
}  // namespace hoego
