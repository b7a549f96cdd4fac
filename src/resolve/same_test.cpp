#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "record/codec.h"
#include "resolve/derive.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::string zone_of(Coordinates) {
  return "Asia/Seoul";
}

WallTime wall(const char* text) {
  return *WallTime::parse(text);
}

struct Said {
  Kind kind;
  const char* identity;
  const char* title;
  When begin;
  std::map<std::string, std::string> traits = {};
  const char* path = "a";
};

SourcedObservation say(const Said& said) {
  SourcedObservation out;
  out.observation.kind = said.kind;
  out.observation.identity = said.identity;
  out.observation.title = said.title;
  out.observation.begin = said.begin;
  out.observation.traits = said.traits;
  out.origin = {"~/life", said.path, ""};
  return out;
}

std::vector<Record> records(const std::vector<Said>& all, const Decisions& decisions = {}) {
  std::vector<SourcedObservation> observations;
  for (const Said& said : all) observations.push_back(say(said));
  return derive(std::move(observations), decisions, zone_of).records;
}

const When noon = When::floating(wall("2024-03-15T12:00:00"));

Said shot(const char* identity, const char* title, const char* path = "a") {
  return {Kind::Photo, identity, title, noon, {{"camera", "Phone"}, {"time_from", "exif"}}, path};
}

TEST(Same, a_picture_encoded_again_by_a_service_is_the_same_picture) {
  const auto found = records({shot("image:full", "IMG_1.HEIC", "phone/IMG_1.HEIC"),
                              shot("image:small", "IMG_1(1).jpg", "Takeout/IMG_1(1).jpg"),
                              shot("image:edited", "IMG_1-edited.jpg", "Takeout/IMG_1-edited.jpg")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].origins, SizeIs(3));
}

TEST(Same, two_pictures_of_one_second_are_two) {
  EXPECT_THAT(records({shot("image:1", "IMG_1.jpg"), shot("image:2", "IMG_2.jpg")}), SizeIs(2));
}

TEST(Same, a_picture_without_a_camera_is_known_by_its_bytes_alone) {
  Said bare = shot("image:1", "photo.jpg");
  bare.traits.erase("camera");
  Said other = bare;
  other.identity = "image:2";
  EXPECT_THAT(records({bare, other}), SizeIs(2));
}

TEST(Same, an_event_in_two_calendars_is_one_and_a_declined_copy_is_not) {
  const Said mine{Kind::Event, "uid:a", "합주", noon, {{"calendar", "밴드"}}, "band.ics"};
  const Said shared{Kind::Event,
                    "uid:b",
                    "합주 ",
                    When::at(wall("2024-03-15T12:00:00"), Offset{32400}),
                    {{"calendar", "함께"}},
                    "shared.ics"};
  Said same = mine;
  same.identity = "uid:c";
  same.path = "again.ics";
  Said declined = same;
  declined.identity = "uid:d";
  declined.traits["status"] = "declined";
  const auto found = records({mine, same, declined});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(records({mine, shared}), SizeIs(2)) << "a floating time may be another moment";
}

TEST(Same, a_line_of_a_feed_is_the_post_in_the_folder_though_its_stamp_is_of_the_day_before) {
  const Said file{Kind::Post, "post:file", "드럼 일 년", When::on(*Date::parse("2024-03-15")), {}, "post.md"};
  const Said line{Kind::Post,
                  "post:feed",
                  "드럼 일 년",
                  When::at(instant(wall("2024-03-14T15:30:00"), Offset{0})),
                  {{"url", "https://example.org/drums"}},
                  "rss.xml"};
  const auto found = records({file, line});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].origins, SizeIs(2));
}

TEST(Same, a_daily_note_of_one_title_stays_as_many_posts_as_it_is) {
  const auto day = [](const char* identity, const char* date, bool feed) {
    return Said{
        Kind::Post, identity, "TIL", When::on(*Date::parse(date)),
        feed ? std::map<std::string, std::string>{{"url", std::string("https://example.org/") + identity}}
             : std::map<std::string, std::string>{}};
  };
  EXPECT_THAT(
      records({day("f1", "2024-03-15", false), day("f2", "2024-03-16", false), day("f3", "2024-03-17", false),
               day("r2", "2024-03-16", true), day("r3", "2024-03-17", true)}),
      SizeIs(3));
}

TEST(Same, a_book_with_its_number_and_one_without_are_one_and_a_second_reading_is_another) {
  const Said numbered{Kind::Book,
                      "isbn:1",
                      "Dune (Dune, #1)",
                      When::on(*Date::parse("2024-03-15")),
                      {{"author", "Frank Herbert"}}};
  Said bare{
      Kind::Book, "title:1", "Dune", When::on(*Date::parse("2024-03-20")), {{"author", "Herbert, Frank"}}};
  EXPECT_THAT(records({numbered, bare}), SizeIs(1));
  bare.begin = When::on(*Date::parse("2023-01-02"));
  EXPECT_THAT(records({numbered, bare}), SizeIs(2));
}

TEST(Same, a_newer_export_is_believed_and_what_was_booked_first_is_kept) {
  const Said booked{
      Kind::Reservation,
      "reservation:1",
      "KE72",
      When::floating(wall("2024-10-08T14:00:00")),
      {{"booked", "2023-11-30T10:00:00Z"}, {"as_of", "2023-11-30T10:00:00Z"}, {"status", "confirmed"}}};
  const Said moved{
      Kind::Reservation,
      "reservation:1",
      "KE72",
      When::floating(wall("2024-10-09T11:00:00")),
      {{"booked", "2024-10-08T09:00:00Z"}, {"as_of", "2024-10-08T09:00:00Z"}, {"status", "confirmed"}}};
  for (const auto& order : {std::vector{booked, moved}, std::vector{moved, booked}}) {
    const auto found = records(order);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].begin.iso(), "2024-10-09T11:00:00");
    EXPECT_EQ(found[0].traits.at("booked"), "2023-11-30T10:00:00Z");
    EXPECT_EQ(found[0].traits.at("status"), "changed");
    EXPECT_EQ(found[0].traits.at("first_planned"), "2024-10-08T14:00:00");
  }
}

TEST(Same, a_correction_holds_by_any_name_the_thing_was_known_by) {
  Decisions decisions;
  for (const char* identity : {"image:full", "image:small"}) {
    RecordCorrection correction;
    correction.id = record_id(Kind::Photo, identity);
    correction.mine = false;
    decisions.records = {correction};
    const auto found =
        records({shot("image:full", "IMG_1.jpg"), shot("image:small", "IMG_1.jpg", "b")}, decisions);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_FALSE(found[0].mine) << identity;
  }
}

TEST(Same, the_order_of_what_is_read_never_changes_a_byte) {
  std::vector<Said> all = {shot("image:3", "IMG_1.jpg", "c"),
                           shot("image:1", "IMG_1.HEIC"),
                           shot("image:2", "IMG_2.jpg"),
                           {Kind::Event, "uid:a", "합주", noon, {}, "a.ics"},
                           {Kind::Event, "uid:b", "합주", noon, {}, "b.ics"}};
  const auto bytes = [&all] {
    std::string out;
    for (const Record& record : records(all)) out += encode(record);
    return out;
  };
  const std::string expected = bytes();
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    EXPECT_EQ(bytes(), expected);
  }
}

TEST(Mine, the_account_that_did_most_is_the_owner_unless_one_is_named) {
  const auto request = [](const char* identity, const char* login) {
    return Said{Kind::PullRequest, identity, "docs", noon, {{"author_login", login}}};
  };
  const std::vector<Said> all = {request("1", "me"), request("2", "Me"), request("3", "other")};
  const auto count = [](const std::vector<Record>& found) {
    return std::count_if(found.begin(), found.end(), [](const Record& record) { return record.mine; });
  };
  EXPECT_EQ(count(records(all)), 2);
  Decisions decisions;
  decisions.names = {"Other"};
  EXPECT_EQ(count(records(all, decisions)), 1);
}

TEST(Mine, in_chats_the_one_who_writes_in_all_of_them_and_nobody_where_that_cannot_be_told) {
  const auto message = [](const char* identity, const char* person, const char* chat) {
    return Said{Kind::Message, identity, chat, noon, {{"person", person}, {"chat", chat}}};
  };
  const auto own = [](const std::vector<Record>& found) {
    std::vector<std::string> out;
    for (const Record& record : found) {
      if (record.mine) out.push_back(record.traits.at("chat"));
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  EXPECT_THAT(
      own(records({message("1", "나", "밴드"), message("2", "지수", "밴드"), message("3", "나", "가족")})),
      ElementsAre("가족", "밴드"));
  EXPECT_THAT(own(records({message("1", "나", "밴드"), message("2", "지수", "밴드")})), ElementsAre());
}

TEST(Mine, once_own_calendars_are_named_the_others_are_shown_and_not_counted) {
  const Said own{Kind::Event, "uid:a", "합주", noon, {{"calendar", "밴드"}}};
  const Said other{Kind::Event, "uid:b", "삼일절", noon, {{"calendar", "대한민국의 휴일"}}};
  for (const Record& record : records({own, other})) EXPECT_TRUE(record.mine) << record.title;
  Decisions decisions;
  decisions.calendars = {"밴드"};
  for (const Record& record : records({own, other}, decisions))
    EXPECT_EQ(record.mine, record.title == "합주");
}

TEST(Mine, pictures_received_in_a_chat_are_shown_and_not_counted) {
  const Said received{Kind::Photo, "image:1", "1710.jpg", noon, {}, "KakaoTalk_Chats_2024-03-15/1710.jpg"};
  ASSERT_THAT(records({received}), SizeIs(1));
  EXPECT_FALSE(records({received})[0].mine);
  Said own = received;
  own.path = "Pictures/1710.jpg";
  EXPECT_TRUE(records({received, own})[0].mine) << "the owner's own copy lies elsewhere";
}

}  // namespace
}  // namespace hoego
