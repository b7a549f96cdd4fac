#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "import/importer.h"
#include "import/trial_test.h"
#include "sources/archive_for_tests.h"

namespace hoego {
namespace {

using namespace testing_archive;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

std::vector<Packed> some_life() {
  std::vector<Packed> files = {{"photos/1.pic", "PIC one"},
                               {"photos/1.pic.side", "said beside"},
                               {"photos/2.pic", "PIC two"},
                               {"both.txt", "LINES TWICE\nwho reads it?\n"},
                               {"unknown.bin", "nothing known"}};
  for (int i = 0; i < 40; ++i)
    files.push_back({fmt::format("lines/{}.txt", i), fmt::format("LINES\nline {}\nbad\n", i)});
  return files;
}

/// Titles and identities, wherever they were read.
std::vector<std::string> things(const Ground& ground) {
  std::vector<std::string> out;
  Store::open(ground.index()).each_observation([&out](const Store::StoredObservation& one) {
    out.push_back(one.observation.identity + " " + one.observation.title);
  });
  std::sort(out.begin(), out.end());
  return out;
}

TEST(ArchiveImport, counts_what_is_inside_and_remembers_it) {
  const Ground ground;
  ground.write("a.zip", zip_of(some_life()));
  const ImportResult first = import_ground(ground);
  EXPECT_EQ(first.fresh, 1U);
  EXPECT_EQ(first.by_type.at("boxes").fresh, 1U);
  EXPECT_EQ(first.by_type.at("lines").fresh, 40U);
  EXPECT_EQ(first.by_type.at("pictures").fresh, 2U);
  EXPECT_THAT(dump(ground), HasSubstr("files a.zip PIC one + said beside"));
  EXPECT_THAT(reasons(ground), testing::Contains(HasSubstr("a.zip/both.txt: is both lines and twins")));

  Store store = Store::open(ground.index());
  const auto units = store.units(store.sources().front().id);
  ASSERT_EQ(units.size(), 1U);
  EXPECT_EQ(units[0].holds, "lines:40 pictures:2");
  EXPECT_EQ(units[0].observations, 42U);
  EXPECT_EQ(units[0].issues, 41U);

  const ImportResult again = import_ground(ground);
  EXPECT_FALSE(again.wrote);
  EXPECT_EQ(again.same, 1U);
  EXPECT_EQ(again.by_type.at("lines").same, 40U);
  ground.write("a.zip", zip_of({{"1.txt", "LINES\nonly one\n"}}));
  EXPECT_EQ(import_ground(ground).by_type.at("lines").changed, 1U);
  ground.remove("a.zip");
  ground.write("b.txt", "LINES\n");
  EXPECT_EQ(import_ground(ground).by_type.at("lines").gone, 1U);
}

TEST(ArchiveImport, gives_what_the_unpacked_folder_gives_with_any_number_of_readers) {
  const Ground unpacked;
  for (const Packed& file : some_life()) unpacked.write(file.name, file.content);
  import_ground(unpacked);
  std::string before;
  for (const int jobs : {1, 4}) {
    const Ground packed;
    packed.write("a.zip", zip_of(some_life()));
    packed.write("z.txt", "LINES\n");
    import_ground(packed, trial_options(jobs));
    EXPECT_EQ(things(packed), things(unpacked));
    if (!before.empty()) {
      EXPECT_EQ(dump(packed), before);
    }
    before = dump(packed);
  }
  const Ground tarred;
  tarred.write("a.tgz", gzip_of(tar_of(some_life())));
  import_ground(tarred);
  EXPECT_EQ(things(tarred), things(unpacked));
}

TEST(ArchiveImport, the_parts_of_a_takeout_are_one_unit) {
  const Ground ground;
  ground.write("takeout-20240101T000000Z-001.zip", zip_of({{"Takeout/1.pic", "PIC one"}}));
  ground.write("takeout-20240101T000000Z-002.zip", zip_of({{"Takeout/1.pic.side", "from part two"}}));
  EXPECT_EQ(import_ground(ground).fresh, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("PIC one + from part two"));
  EXPECT_EQ(import_ground(ground).same, 1U);
  ground.write("takeout-20240101T000000Z-003.zip", zip_of({{"Takeout/2.pic", "PIC two"}}));
  EXPECT_EQ(import_ground(ground).changed, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("PIC two"));
}

TEST(ArchiveImport, a_member_that_crashes_its_reader_costs_one_line) {
  const Ground ground;
  ground.write("a.zip", zip_of({{"a.txt", "LINES\nbefore\n"},
                                {"b", "TROUBLE abort"},
                                {"c.txt", "LINES\nafter\n"},
                                {"d", "TROUBLE exit"},
                                {"in.zip", zip_of({{"e", "TROUBLE abort"}, {"f.txt", "LINES\ninside\n"}})}}));
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.problems, 3U);
  EXPECT_THAT(reasons(ground), UnorderedElementsAre(HasSubstr("a.zip/b: the reader crashed (signal 6)"),
                                                    HasSubstr("a.zip/d: the reader stopped by itself"),
                                                    HasSubstr("a.zip/in.zip/e: the reader crashed")));
  const std::string found = dump(ground);
  for (const char* kept : {"before", "after", "inside"}) EXPECT_THAT(found, HasSubstr(kept));
  EXPECT_THAT(found, Not(HasSubstr("said before the trouble")));
  EXPECT_EQ(result.by_type.at("lines").fresh, 3U);
  EXPECT_FALSE(import_ground(ground).wrote);
}

TEST(ArchiveImport, a_member_at_which_its_reader_hangs_costs_one_line) {
  const Ground ground;
  ground.write("a.zip", zip_of({{"a", "TROUBLE loop"}, {"b.txt", "LINES\nafter\n"}}));
  ImportOptions options = trial_options();
  options.stall = std::chrono::seconds(3);
  import_ground(ground, options);
  EXPECT_THAT(reasons(ground), ElementsAre(HasSubstr("a.zip/a: the reader said nothing for 3 s")));
  EXPECT_THAT(dump(ground), HasSubstr("after"));
}

TEST(ArchiveImport, of_a_member_that_fails_nothing_is_kept_but_its_line) {
  const Ground ground;
  ground.write("a.zip",
               zip_of({{"a", "TROUBLE throw"}, {"b.txt", "LINES\nafter\n"}, {"c", "TROUBLE strange"}}));
  import_ground(ground);
  EXPECT_THAT(reasons(ground), ElementsAre("a.zip/a: the header is missing",
                                           "a.zip/c: the reader failed: a library's own words"));
  EXPECT_THAT(dump(ground), Not(HasSubstr("said before the trouble")));
  EXPECT_THAT(dump(ground), HasSubstr("after"));
}

TEST(ArchiveImport, too_many_crashes_are_the_archives_own_fault) {
  const Ground ground;
  std::vector<Packed> files = {{"a.txt", "LINES\nbefore\n"}};
  for (int i = 0; i < 17; ++i) files.push_back({fmt::format("b{}", i), "TROUBLE abort"});
  ground.write("a.zip", zip_of(files));
  import_ground(ground);
  EXPECT_THAT(reasons(ground), testing::Contains("a.zip: the reader crashed (signal 6)"));
  EXPECT_THAT(reasons(ground), testing::SizeIs(17));
  EXPECT_THAT(dump(ground), Not(HasSubstr("before")));
}

TEST(ArchiveImport, an_archive_that_cannot_be_read_is_one_line) {
  const Ground ground;
  const std::string whole = zip_of({{"a.txt", "LINES\n" + std::string(3000, 'x'), false}});
  ground.write("a.zip", whole.substr(0, 2000));
  EXPECT_EQ(import_ground(ground).problems, 1U);
  EXPECT_THAT(reasons(ground), ElementsAre(HasSubstr("a.zip: cut off: the list of what is in it")));
}

}  // namespace
}  // namespace hoego
