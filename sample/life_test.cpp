#include "sample/life.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/error.h"
#include "sample/events.h"
#include "sample/photos.h"
#include "sample/testing.h"

namespace hoego::sample {
namespace {

TEST_F(SampleLife, the_same_seed_gives_the_same_bytes_down_to_the_git_objects) {
  const Scratch other;
  write_sample_life(other.path());
  const auto first = tree_of(folder_);
  const auto second = tree_of(other.path());
  ASSERT_EQ(first.size(), second.size());
  for (const auto& [path, bytes] : first) {
    const auto twin = second.find(path);
    ASSERT_NE(twin, second.end()) << path;
    EXPECT_TRUE(bytes == twin->second) << path << " differs";
  }
}

TEST_F(SampleLife, another_seed_is_another_life_of_the_same_shape) {
  const Scratch other;
  write_sample_life(other.path(), {7});
  const Json truth = Json::parse(content_of(other.path() / "truth.json"));
  EXPECT_NE(truth["trips"], truth_["trips"]);
  EXPECT_NE(truth["activities"], truth_["activities"]);
  for (const auto& [key, value] : truth_.items()) EXPECT_TRUE(truth.contains(key)) << key;
  const auto here = run_shell(git(folder_ / "repos/work") + "rev-parse HEAD");
  const auto there = run_shell(git(other.path() / "repos/work") + "rev-parse HEAD");
  EXPECT_EQ(here.text.size(), 41U);
  EXPECT_NE(here.text, there.text);
}

TEST_F(SampleLife, the_truth_counts_the_files_that_are_there) {
  std::size_t photos = 0;
  std::size_t friends = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "pictures")) {
    if (!entry.is_regular_file()) continue;
    ++photos;
    if (entry.path().string().find("/friends/") != std::string::npos) ++friends;
  }
  EXPECT_EQ(photos, truth_["files"]["photos"].get<std::size_t>());
  EXPECT_EQ(friends, truth_["photos"]["friends"]["photos"].get<std::size_t>());
  std::size_t mine = 0;
  for (const auto& [year, count] : truth_["photos"]["mine_by_year"].items()) mine += count.get<std::size_t>();
  EXPECT_EQ(mine + friends, photos + truth_["files"]["loose_photos"].get<std::size_t>());

  for (const auto& [name, count] : truth_["files"]["events"].items()) {
    EXPECT_EQ(times(content_of(folder_ / "calendars" / (name + ".ics")), "BEGIN:VEVENT"),
              count.get<std::size_t>())
        << name;
  }
  const auto posts = std::distance(fs::directory_iterator(folder_ / "blog/_posts"), fs::directory_iterator());
  EXPECT_EQ(posts, truth_["files"]["posts"].get<std::ptrdiff_t>());
}

TEST_F(SampleLife, git_counts_the_commits_of_the_owner_as_the_truth_does) {
  for (const auto& [name, all] : truth_["files"]["commits"].items()) {
    const fs::path repository = folder_ / "repos" / name;
    EXPECT_EQ(run_shell(git(repository) + "rev-list --count --all").text,
              std::to_string(all.get<int>()) + "\n");
    const std::string log = run_shell(git(repository) +
                                      "log --all --no-merges --use-mailmap --date=format:%Y "
                                      "--author=haneul --format=%ad")
                                .text;
    for (const auto& [year, count] : truth_["commits"][name]["by_year"].items()) {
      EXPECT_EQ(times(log, year + "\n"), count.get<std::size_t>()) << name << ' ' << year;
    }
    EXPECT_EQ(run_shell(git(repository) + "rev-list --count --merges HEAD").text,
              std::to_string(truth_["commits"][name]["merges_by_others"].get<int>()) + "\n");
  }
}

TEST_F(SampleLife, the_repositories_are_whole_and_checked_out) {
  for (const char* name : {"work", "huggingface-docs-ko"}) {
    const auto check = run_shell(git(folder_ / "repos" / name) + "fsck --full --strict --no-progress");
    EXPECT_EQ(check.status, 0);
    EXPECT_EQ(check.text, "");
    EXPECT_EQ(run_shell("GIT_OPTIONAL_LOCKS=0 " + git(folder_ / "repos" / name) + "status --porcelain").text,
              "");
  }
}

TEST_F(SampleLife, no_two_photos_have_the_same_image_data) {
  std::set<std::string> seen;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "pictures")) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = content_of(entry.path());
    const std::size_t scan = bytes.find("\xff\xda");
    ASSERT_NE(scan, std::string::npos) << entry.path();
    EXPECT_TRUE(bytes.ends_with("\xff\xd9")) << entry.path();
    EXPECT_TRUE(seen.insert(bytes.substr(scan)).second) << entry.path();
  }
}

TEST_F(SampleLife, exiftool_finds_nothing_wrong_with_the_photos) {
  if (!there_is("exiftool -ver")) GTEST_SKIP() << "exiftool is not installed";
  const auto pictures = folder_ / "pictures";
  const auto check =
      run_shell("exiftool -validate -warning -error -s3 -q -r '" + (pictures / "friends").string() + "' '" +
                (pictures / "camera/DSCF0300.jpg").string() + "' '" +
                (pictures / "phone/2022/IMG_0001.jpg").string() + "'");
  EXPECT_EQ(times(check.text, "OK\n") * 3, check.text.size()) << check.text;
  EXPECT_EQ(times(check.text, "OK\n"), truth_["photos"]["friends"]["photos"].get<std::size_t>() + 2);
}

TEST_F(SampleLife, the_camera_says_neither_offset_nor_place_and_keeps_korean_time) {
  if (!there_is("exiftool -ver")) GTEST_SKIP() << "exiftool is not installed";
  const Json phone = Json::parse(run_shell("exiftool -json -n -q -fast2 -G1 -r '" +
                                           (folder_ / "pictures/phone/2022").string() + "' 2>/dev/null")
                                     .text);
  std::size_t located = 0;
  for (const Json& photo : phone) {
    EXPECT_EQ(photo["ExifIFD:OffsetTimeOriginal"], "+09:00");
    if (photo.contains("GPS:GPSLatitudeRef")) ++located;
  }
  EXPECT_EQ(located, phone.size());
  const Json camera = Json::parse(
      run_shell("exiftool -json -n -G1 '" + (folder_ / "pictures/camera/DSCF4000.jpg").string() + "'").text);
  EXPECT_EQ(camera[0]["IFD0:Model"], "X-T4");
  EXPECT_FALSE(camera[0].contains("ExifIFD:OffsetTimeOriginal"));
  EXPECT_FALSE(camera[0].contains("GPS:GPSLatitudeRef"));
}

// Reads all calendars with another program and expands them; prints counts of the events held to the last
// day.
constexpr const char* expand = R"(
import datetime, glob, icalendar, recurring_ical_events, sys
def day(t): return t.date() if isinstance(t, datetime.datetime) else t
seoul = datetime.timezone(datetime.timedelta(hours=9))
def korean(t): return t.astimezone(seoul) if isinstance(t, datetime.datetime) and t.tzinfo else t
counts = {}
for path in sorted(glob.glob(sys.argv[1] + '/calendars/*.ics')):
    calendar = icalendar.Calendar.from_ical(open(path, 'rb').read())
    for event in recurring_ical_events.of(calendar).between((2021, 1, 1), (2024, 10, 21)):
        declined = 'DECLINED' in str(event.get('ATTENDEE').params) if event.get('ATTENDEE') else False
        if str(event.get('STATUS')) == 'CANCELLED' or declined: continue
        if not day(korean(event['DTSTART'].dt)) <= datetime.date(2024, 10, 20): continue
        title = str(event['SUMMARY'])
        counts[title] = counts.get(title, 0) + 1
for title in sorted(counts): print(title + '=' + str(counts[title]))
)";

TEST_F(SampleLife, another_reader_expands_the_calendars_to_the_same_counts) {
  if (!there_is("/usr/bin/python3 -c 'import icalendar, recurring_ical_events'")) {
    GTEST_SKIP() << "python3-icalendar and python3-recurring-ical-events are not installed";
  }
  const fs::path script = scratch_->path() / "expand.py";
  std::ofstream(script) << expand;
  const auto read = run_shell("/usr/bin/python3 '" + script.string() + "' '" + folder_.string() + "'");
  ASSERT_EQ(read.status, 0) << read.text;
  const auto count = [&](const std::string& title) {
    const std::size_t at = ("\n" + read.text).find("\n" + title + "=");
    return at == std::string::npos ? 0 : std::atoi(read.text.c_str() + at + title.size() + 1);
  };
  EXPECT_EQ(count("드럼 레슨") + count("합주") + count("드럼 개인 연습") + count("정기 공연"),
            activity("drums")["count_all"].get<int>())
      << read.text;
  EXPECT_EQ(count("필라테스"), activity("pilates")["count_all"].get<int>());
  EXPECT_EQ(count("헬스장"), activity("gym")["count_all"].get<int>());
  EXPECT_EQ(count("도커·쿠버네티스 스터디"), activity("study")["count_all"].get<int>());
  EXPECT_EQ(count("글쓰기 모임"), activity("writers")["count_all"].get<int>());
  EXPECT_EQ(count("캐나다 여행"), 1);
  EXPECT_EQ(count("방콕 여행"), 0);
}

TEST_F(SampleLife, is_the_life_of_the_person_in_the_design) {
  const Json canada = trip_from("2024-09-28");
  EXPECT_EQ(canada["to"], "2024-10-09");
  EXPECT_EQ(canada["nights"], 11);
  EXPECT_EQ(canada["photos"], 7612);
  EXPECT_EQ(canada["planned"]["delay_hours"], 20.5);
  EXPECT_EQ(canada["planned"]["booked"], "2023-11-30");
  EXPECT_EQ(canada["places"].size(), 5U);
  EXPECT_EQ(canada["places"][3]["place"]["name"], "Banff");
  EXPECT_EQ(trip_from("2024-03-15")["countries"], Json::array({"JP"}));
  EXPECT_EQ(truth_["resolutions"][0]["verdict"], "broken");
  EXPECT_EQ(truth_["resolutions"][0]["date"], "2024-03-15");
  EXPECT_EQ(truth_["posts"]["last"], "2024-04-14");
  EXPECT_EQ(activity("pilates")["last"], "2024-02-03");
  EXPECT_EQ(activity("gym")["last"], "2024-08-24");
  EXPECT_EQ(activity("study")["count"], 17);
  EXPECT_EQ(truth_["lull"]["from"], "2024-10-10");
  EXPECT_EQ(truth_["lull"]["to"], "2024-10-17");
  EXPECT_EQ(truth_["planned"]["trips"][0]["from"], "2024-12-21");
  EXPECT_EQ(truth_["clocks"].size(), 1U);
}

TEST(SampleFolder, one_that_holds_other_things_is_refused_and_left_alone) {
  const Scratch scratch;
  std::ofstream(scratch.path() / "diary.txt") << "mine";
  try {
    write_sample_life(scratch.path());
    FAIL() << "it was written over";
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), scratch.path().string());
    EXPECT_FALSE(error.remedy().empty());
  }
  EXPECT_EQ(tree_of(scratch.path()).size(), 1U);
}

TEST(SampleFolder, an_older_sample_life_is_replaced_and_the_notes_in_it_stay) {
  const Scratch scratch;
  std::ofstream(scratch.path() / ".hoego-sample") << "from before";
  fs::create_directories(scratch.path() / "notes");
  std::ofstream(scratch.path() / "notes/2024.md") << "my words";
  fs::create_directories(scratch.path() / "pictures");
  std::ofstream(scratch.path() / "pictures/old.jpg") << "old";
  write_sample_life(scratch.path(), {3});
  EXPECT_EQ(content_of(scratch.path() / "notes/2024.md"), "my words");
  EXPECT_FALSE(fs::exists(scratch.path() / "pictures/old.jpg"));
  EXPECT_TRUE(fs::exists(scratch.path() / "truth.json"));
  EXPECT_FALSE(fs::exists(scratch.path() / ".hoego-sample.unfinished"));
}

class AnyLife : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(AnyLife, trips_follow_one_another_with_a_day_at_home_between) {
  const Story story = make_story(GetParam());
  for (std::size_t i = 0; i < story.trips.size(); ++i) {
    const Trip& trip = story.trips[i];
    EXPECT_LE(trip.from, trip.to) << trip.title;
    EXPECT_EQ(trip.ahead, trip.from > today()) << trip.title;
    if (i > 0) {
      EXPECT_GT(trip.from, story.trips[i - 1].to + 1) << trip.title;
    }
    for (const Stay& stay : trip.stays) {
      EXPECT_LE(stay.from, stay.to) << trip.title;
      EXPECT_TRUE(trip.from <= stay.from && stay.to <= trip.to) << trip.title;
    }
    for (std::size_t s = 1; s < trip.stays.size(); ++s) {
      EXPECT_EQ(trip.stays[s].from, trip.stays[s - 1].to) << trip.title;
    }
  }
  EXPECT_LT(story.lull.to, today() - 1);
}

TEST_P(AnyLife, photos_are_taken_in_waking_hours_and_on_every_day_of_a_stay) {
  const Story story = make_story(GetParam());
  const auto photos = take_photos(story);
  std::map<const Stay*, std::set<Date>> days;
  for (const Photo& photo : photos) {
    EXPECT_TRUE(first_day() <= photo.local_day() && photo.local_day() < today()) << photo.path;
    if (photo.stay == nullptr) continue;
    const int minute = minute_of_day(wall_time(photo.taken, photo.offset));
    EXPECT_TRUE(7 * 60 <= minute && minute < 23 * 60) << photo.path << " at " << minute;
    days[photo.stay].insert(photo.local_day());
  }
  for (const Trip& trip : story.trips) {
    if (trip.ahead) continue;
    for (const Stay& stay : trip.stays) {
      for (Date date = stay.from + 1; date < stay.to; date = date + 1) {
        EXPECT_EQ(days[&stay].count(date), 1U) << trip.title << ' ' << date.iso();
      }
    }
  }
}

TEST_P(AnyLife, friends_send_pictures_only_when_the_owner_is_at_home) {
  const Story story = make_story(GetParam());
  const auto photos = take_photos(story);
  for (const FriendAlbum& album : story.friend_albums) {
    EXPECT_EQ(story.trip_on(album.day), nullptr);
    const Place& home = story.home_on(album.day);
    EXPECT_TRUE(std::any_of(photos.begin(), photos.end(), [&](const Photo& photo) {
      return photo.camera == Camera::Phone && photo.local_day() == album.day && photo.place == &home;
    })) << album.folder;
  }
}

TEST_P(AnyLife, nothing_regular_is_done_away_from_home) {
  const Story story = make_story(GetParam());
  for (const Occurrence& one : keep_calendars(story).occurrences) {
    EXPECT_FALSE(story.quiet(one.begin.date())) << one.title << ' ' << one.begin.iso();
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyLife, ::testing::Range<std::uint64_t>(2000, 2030));

}  // namespace
}  // namespace hoego::sample
