#include "sources/archive.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "sources/archive_for_tests.h"
#include "tests/support/archived_notes.h"

namespace hoego {
namespace {

using namespace std::string_literals;
using namespace archived_notes;
using namespace testing_archive;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

TEST_F(Archives, names_that_lead_out_are_read_inside_and_told) {
  for (const std::string& bytes :
       {zip_of({{"../../x.txt", "NOTE x"}, {"/abs.txt", "NOTE abs"}, {"win\\y.txt", "NOTE y"}}),
        tar_of({{"../../x.txt", "NOTE x"}, {"/abs.txt", "NOTE abs"}, {"win\\y.txt", "NOTE y"}})}) {
    const MemberSink sink = read_bytes(bytes);
    EXPECT_THAT(titles(sink),
                ElementsAre("a.zip/x.txt: NOTE x", "a.zip/abs.txt: NOTE abs", "a.zip/win/y.txt: NOTE y"));
    EXPECT_THAT(told(sink),
                ElementsAre("a.zip ../../x.txt, and 2 more: of a name that leads out of the archive "
                            "or is written in a strange way"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder().parent_path() / "x.txt"));
}

TEST_F(Archives, passwords_are_one_line) {
  const MemberSink sink = read_bytes(
      zip_of({{"a.txt", "NOTE a", true, true}, {"b.txt", "NOTE b", true, true}, {"c.txt", "NOTE c"}}));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/c.txt: NOTE c"));
  EXPECT_THAT(told(sink), ElementsAre("a.zip a.txt, and 1 more: protected by a password"));
}

TEST_F(Archives, bytes_that_are_not_those_that_were_packed_are_told) {
  for (const bool deflated : {true, false}) {
    const MemberSink sink =
        read_bytes(zip_of({{"a.txt", "NOTE a", deflated, false, false, true}, {"b.txt", "NOTE b"}}));
    EXPECT_THAT(titles(sink), ElementsAre("a.zip/b.txt: NOTE b"));
    EXPECT_THAT(told(sink), ElementsAre("a.zip/a.txt : its bytes are not those that were packed (CRC)"));
  }
}

TEST_F(Archives, a_zip_that_is_cut_off_is_refused_with_what_to_do) {
  const std::string whole = zip_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE " + std::string(5000, 'b'), false}});
  EXPECT_EQ(failure_of(whole.substr(0, 3000)),
            "cut off: the list of what is in it, at its end, is missing: download or copy it again");
  std::string damaged = whole;
  damaged.replace(whole.find("PK\x01\x02"), 4, "XXXX");
  EXPECT_EQ(failure_of(damaged), "its list of files is damaged: download or copy it again");
}

std::string noise(std::size_t size) {
  std::string out;
  std::uint64_t state = 1;
  while (out.size() < size)
    out.push_back(static_cast<char>((state = state * 6364136223846793005U + 1442695040888963407U) >> 56));
  return out;
}

TEST_F(Archives, of_a_compressed_tar_that_is_cut_off_what_was_whole_is_kept) {
  const std::string whole =
      gzip_of(tar_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE b"}, {"c.txt", "NOTE " + noise(100'000)}}));
  const MemberSink sink = read_bytes(whole.substr(0, 50'000));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/a.txt: NOTE a", "a.zip/b.txt: NOTE b"));
  EXPECT_THAT(told(sink), ElementsAre("a.zip : the archive is cut off after 50000 bytes"));
  const MemberSink early = read_bytes(whole.substr(0, 2000));
  EXPECT_THAT(told(early), ElementsAre("a.zip : the archive is cut off after 2000 bytes"));
}

TEST_F(Archives, of_a_tar_that_is_cut_off_or_damaged_what_was_whole_is_kept) {
  const std::string whole = tar_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE " + noise(10'000)}});
  const MemberSink cut = read_bytes(whole.substr(0, 5000));
  EXPECT_THAT(titles(cut), ElementsAre("a.zip/a.txt: NOTE a"));
  EXPECT_THAT(told(cut), ElementsAre("a.zip byte 5000: the archive is cut off"));
  std::string damaged = whole;
  damaged.replace(1024, 5, "XXXXX");
  const MemberSink broken = read_bytes(damaged);
  EXPECT_THAT(titles(broken), ElementsAre("a.zip/a.txt: NOTE a"));
  EXPECT_THAT(told(broken),
              ElementsAre("a.zip byte 1024: the archive is damaged: no file's header where one must be"));
}

TEST_F(Archives, a_member_that_grows_beyond_reason_is_stopped) {
  ArchiveLimits limits;
  limits.free_growth = 1 << 20;
  const std::string bomb = "NOTE" + std::string(8 << 20, '\0');
  const MemberSink sink = read_bytes(zip_of({{"bomb.txt", bomb}, {"b.txt", "NOTE b"}}), limits);
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/b.txt: NOTE b"));
  EXPECT_THAT(told(sink), ElementsAre("a.zip/bomb.txt : grows to more than 200 times its packed size"));
  const MemberSink stream = read_bytes(gzip_of(tar_of({{"b.txt", "NOTE b"}, {"bomb.txt", bomb}})), limits);
  EXPECT_THAT(told(stream), ElementsAre(HasSubstr("grows to more than 200 times its packed size")));
}

TEST_F(Archives, members_that_lie_over_each_other_end_with_the_budget) {
  ZipMaker maker;
  maker.add({"0.txt", "NOTE " + noise(100'000)});
  for (int i = 1; i < 2000; ++i) maker.overlap(fmt::format("{}.txt", i));
  ArchiveLimits limits;
  limits.free_total = 1 << 20;
  const std::string bytes = maker.done();
  const MemberSink sink = read_bytes(bytes, limits);
  EXPECT_GT(sink.observations.size(), 10U);
  EXPECT_LT(sink.observations.size(), 1000U);
  EXPECT_THAT(sink.issues.back().reason, HasSubstr("MiB came out of the archive: the rest was not read"));
  EXPECT_THAT(sink.issues, SizeIs(2)) << "the member at which it ended, and the archive";
}

TEST_F(Archives, more_members_than_can_be_are_refused) {
  ArchiveLimits limits;
  limits.most_members = 10;
  std::vector<Packed> files;
  for (int i = 0; i < 11; ++i) files.push_back({fmt::format("{}.txt", i), "NOTE x"});
  EXPECT_THROW(read_bytes(zip_of(files), limits), Error);
  const MemberSink sink = read_bytes(gzip_of(tar_of(files)), limits);
  EXPECT_THAT(sink.observations, SizeIs(10));
  EXPECT_THAT(told(sink), ElementsAre("a.zip : more than 10 files in it: the rest was not read"));
}

TEST_F(Archives, two_files_of_one_name) {
  const std::vector<Packed> twice = {{"a.txt", "NOTE old"}, {"a.txt", "NOTE newer"}};
  const MemberSink zip = read_bytes(zip_of(twice));
  EXPECT_THAT(titles(zip), ElementsAre("a.zip/a.txt: NOTE old"));
  EXPECT_THAT(told(zip), ElementsAre("a.zip a.txt: another file has this name"));
  EXPECT_THAT(titles(read_bytes(tar_of(twice))), ElementsAre("a.zip/a.txt: NOTE newer"));
}

TEST_F(Archives, signs_of_life_come_while_it_is_unpacked) {
  const MemberSink sink =
      read_bytes(gzip_of(tar_of({{"video", std::string(4 << 20, 'v')}, {"a.txt", "NOTE a"}})));
  EXPECT_GE(sink.signs_of_life, 64U);
}

TEST_F(Archives, random_damage_never_ends_the_reader) {
  const std::vector<std::string> archives = {zip_of(a_few_files()), tar_of(a_few_files()),
                                             gzip_of(tar_of(a_few_files()))};
  std::uint64_t state = 7;
  const auto next = [&state] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
  for (int i = 0; i < 300; ++i) {
    std::string bytes = archives[static_cast<std::size_t>(i) % archives.size()];
    for (int hits = 0; hits < 8; ++hits) bytes[next() % bytes.size()] = static_cast<char>(next());
    if (i % 5 == 0) bytes.resize(next() % bytes.size());
    try {
      read_bytes(bytes);
    } catch (const Error& error) {
      EXPECT_STRNE(error.what(), "");
    }
  }
}

}  // namespace
}  // namespace hoego
