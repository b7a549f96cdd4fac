#include "import/importer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>

#include "base/error.h"
#include "import/trial_test.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void set_modified(const std::filesystem::path& file, std::int64_t seconds) {
  const std::array<timespec, 2> times = {timespec{seconds, 0}, timespec{seconds, 0}};
  ASSERT_EQ(utimensat(AT_FDCWD, file.c_str(), times.data(), 0), 0);
}

void some_life(const Ground& ground) {
  ground.write("a.txt", "LINES\nfirst\nbad\nsecond\n");
  ground.write("photos/2024/1.pic", "PIC one");
  ground.write("photos/2024/1.pic.side", "said beside");
  ground.write("photos/2024/2.pic", "PIC two");
  ground.write("unknown.bin", "nothing that is known");
  ground.write("code/project/HOUSE", "v1");
  ground.write("code/project/inside.txt", "LINES\nnot looked for\n");
  ground.write("blog/GARDEN", "v1");
  ground.write("blog/post.txt", "LINES\na post\n");
}

TEST(Import, reads_each_unit_once_and_says_what_it_found) {
  const Ground ground;
  some_life(ground);
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.fresh, 6U);
  EXPECT_EQ(result.by_type.at("lines").fresh, 2U);
  EXPECT_EQ(result.by_type.at("pictures").fresh, 2U);
  EXPECT_EQ(result.problems, 1U);
  EXPECT_TRUE(result.wrote);
  const std::string found = dump(ground);
  EXPECT_THAT(found, HasSubstr("PIC one + said beside"));
  EXPECT_THAT(found, HasSubstr("files code/project a house"));
  EXPECT_THAT(found, HasSubstr("files blog/post.txt a post"));
  EXPECT_THAT(found, Not(HasSubstr("not looked for")));
  EXPECT_THAT(found, HasSubstr("issue files a.txt a.txt: line 3 a bad line mend it"));
  EXPECT_THAT(found, HasSubstr("claim files a.txt note …..… 2024-10-20"));
}

TEST(Import, a_second_time_all_is_the_same_and_nothing_is_written) {
  const Ground ground;
  some_life(ground);
  ground.write("both.txt", "LINES TWICE\nwho reads it?\n");
  import_ground(ground);
  const std::string before = bytes_of(ground.index());
  const auto modified = std::filesystem::last_write_time(ground.index());
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.same, 6U);
  EXPECT_EQ(result.fresh + result.changed + result.gone, 0U);
  EXPECT_EQ(result.unknown, 2U);  // unknown.bin and GARDEN; not HOUSE, which is inside a unit
  EXPECT_FALSE(result.wrote);
  EXPECT_EQ(bytes_of(ground.index()), before);
  EXPECT_EQ(std::filesystem::last_write_time(ground.index()), modified);
  EXPECT_FALSE(std::filesystem::exists(ground.index().string() + "-wal"));
}

TEST(Import, living_coverage_reaches_to_the_day_of_the_last_look) {
  const Ground ground;
  ground.write("a.txt", "LINES\nfirst\n");
  import_ground(ground);
  ImportOptions later = trial_options();
  later.now.seconds += 10 * 86'400;
  EXPECT_TRUE(import_ground(ground, later).wrote);
  EXPECT_THAT(dump(ground), HasSubstr("2024-10-30"));
  std::filesystem::rename(ground.files(), ground.path() / "elsewhere");
  later.now.seconds += 10 * 86'400;
  import_ground(ground, later);
  EXPECT_THAT(dump(ground), HasSubstr("2024-10-30"));
}

TEST(Import, only_what_changed_is_read_again) {
  const Ground ground;
  some_life(ground);
  import_ground(ground);
  ground.write("a.txt", "LINES\nfirst\nthird and longer\n");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.changed, 1U);
  EXPECT_EQ(result.same, 5U);
  EXPECT_EQ(result.problems, 0U);
  EXPECT_THAT(dump(ground), HasSubstr("third and longer"));
  EXPECT_THAT(dump(ground), Not(HasSubstr("second")));
}

TEST(Import, a_file_of_the_same_size_with_another_time_is_another_file) {
  const Ground ground;
  ground.write("a.txt", "LINES\nfirst\n");
  set_modified(ground.files() / "a.txt", 1'700'000'000);
  import_ground(ground);
  ground.write("a.txt", "LINES\nFIRST\n");
  set_modified(ground.files() / "a.txt", 1'700'000'001);
  EXPECT_EQ(import_ground(ground).changed, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("FIRST"));
}

TEST(Import, a_changed_sidecar_rereads_its_picture_and_alone_it_is_nothing) {
  const Ground ground;
  some_life(ground);
  import_ground(ground);
  ground.write("photos/2024/1.pic.side", "said later, beside");
  EXPECT_EQ(import_ground(ground).changed, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("PIC one + said later, beside"));
  ground.write("photos/2024/2.pic.side", "new");
  EXPECT_EQ(import_ground(ground).changed, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("PIC two + new"));
  ground.remove("photos/2024/1.pic");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.gone, 1U);
  EXPECT_THAT(dump(ground), Not(HasSubstr("PIC one")));
  EXPECT_FALSE(import_ground(ground).wrote);
}

TEST(Import, what_depends_on_who_the_owner_is_is_read_again_when_that_changes) {
  const Ground ground;
  ground.write("a.txt", "LINES\nfirst\n");
  import_ground(ground);
  EXPECT_EQ(import_ground(ground, trial_options(), "", {{"Kim"}, {}, false}).changed, 1U);
  EXPECT_FALSE(import_ground(ground, trial_options(), "", {{"Kim"}, {}, false}).wrote);
}

TEST(Import, a_folder_is_read_again_by_its_fingerprint) {
  const Ground ground;
  some_life(ground);
  import_ground(ground);
  ground.write("code/project/inside.txt", "changed, but no matter to the house");
  EXPECT_EQ(import_ground(ground).changed, 0U);
  ground.write("code/project/HOUSE", "v2");
  EXPECT_EQ(import_ground(ground).changed, 1U);
  ground.remove("code/project/HOUSE");
  ground.write("code/project/inside.txt", "LINES\nnow looked for\n");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.gone, 1U);
  EXPECT_EQ(result.fresh, 1U);
  EXPECT_THAT(dump(ground), Not(HasSubstr("a house\nfiles code")));
}

TEST(Import, what_is_gone_is_gone_and_what_became_a_folder_too) {
  const Ground ground;
  some_life(ground);
  import_ground(ground);
  ground.remove("photos");
  ground.remove("a.txt");
  ground.write("a.txt/b.txt", "LINES\nin a folder of that name\n");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.gone, 3U);
  EXPECT_EQ(result.fresh, 1U);
  EXPECT_EQ(result.problems, 0U);
}

TEST(Import, an_unplugged_disk_takes_nothing_away) {
  const Ground ground;
  some_life(ground);
  import_ground(ground);
  const std::string before = dump(ground);
  std::filesystem::rename(ground.files(), ground.path() / "elsewhere");
  EXPECT_EQ(import_ground(ground).gone, 0U);
  EXPECT_THAT(dump(ground), HasSubstr("not there; nothing was removed"));
  EXPECT_THAT(dump(ground), HasSubstr("PIC two"));
  EXPECT_FALSE(import_ground(ground).wrote);
  std::filesystem::create_directories(ground.files() / "photos");  // the empty mount point
  EXPECT_EQ(import_ground(ground).gone, 0U);
  EXPECT_THAT(dump(ground), HasSubstr("empty, though it held files before"));
  std::filesystem::remove_all(ground.files());
  std::filesystem::rename(ground.path() / "elsewhere", ground.files());
  EXPECT_EQ(import_ground(ground).same, 6U);
  EXPECT_EQ(dump(ground), before);
}

TEST(Import, two_sure_formats_are_a_problem_until_the_owner_decides) {
  const Ground ground;
  ground.write("both.txt", "LINES TWICE\nwho reads it?\n");
  EXPECT_EQ(import_ground(ground).fresh, 0U);
  EXPECT_THAT(reasons(ground), ElementsAre("both.txt: is both lines and twins"));
  EXPECT_FALSE(import_ground(ground).wrote);
  EXPECT_EQ(import_ground(ground, trial_options(), "twins").fresh, 1U);
}

TEST(Import, a_maybe_claims_nothing_unless_its_type_is_forced) {
  const Ground ground;
  ground.write("perhaps.txt", "header maybe\nread as told\n");
  const ImportResult unforced = import_ground(ground);
  EXPECT_EQ(unforced.fresh, 0U);
  EXPECT_EQ(unforced.unknown, 1U);
  EXPECT_EQ(unforced.problems, 0U);
  EXPECT_EQ(import_ground(ground, trial_options(), "maybe").fresh, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("read as told"));
  EXPECT_EQ(import_ground(ground, trial_options(), "houses").fresh, 0U);
  EXPECT_THAT(dump(ground), HasSubstr("nothing in it can be read as houses"));
  EXPECT_THROW(import_ground(ground, trial_options(), "castles"), UsageError);
}

TEST(Import, a_single_file_is_a_source_with_its_sidecar_but_not_its_neighbours) {
  const Ground ground;
  some_life(ground);
  Store store = Store::open(ground.index());
  const std::array<ImportSource, 1> sources = {
      ImportSource{ground.files() / "photos/2024/1.pic", "1.pic", ""}};
  EXPECT_EQ(import(store, sources, trial_formats(), {}, trial_options()).fresh, 1U);
  EXPECT_THAT(dump(store), HasSubstr("1.pic 1.pic PIC one + said beside"));
  EXPECT_THAT(dump(store), Not(HasSubstr("PIC two")));
  const std::array<ImportSource, 1> forced = {ImportSource{ground.files() / "unknown.bin", "u", "lines"}};
  EXPECT_EQ(import(store, forced, trial_formats(), {}, trial_options()).fresh, 1U);
  EXPECT_FALSE(import(store, forced, trial_formats(), {}, trial_options()).wrote);
}

TEST(Import, the_number_of_jobs_and_the_order_of_sources_do_not_matter) {
  const Ground one;
  const Ground four;
  some_life(one);
  some_life(four);
  const auto sources_of = [](const Ground& ground) {
    return std::vector<ImportSource>{{ground.files() / "photos", "photos", ""},
                                     {ground.files() / "blog", "blog", ""},
                                     {ground.files(), "all", ""}};
  };
  std::vector<ImportSource> sources = sources_of(one);
  Store first = Store::open(one.index());
  import(first, sources, trial_formats(), {}, trial_options(1));
  sources = sources_of(four);
  std::reverse(sources.begin(), sources.end());
  Store second = Store::open(four.index());
  import(second, sources, trial_formats(), {}, trial_options(4));
  EXPECT_EQ(dump(first), dump(second));
  EXPECT_THAT(dump(first), HasSubstr("photos 2024/2.pic PIC two"));
}

TEST(Import, stops_when_told_and_goes_on_later) {
  const Ground ground;
  for (int i = 0; i < 200; ++i) ground.write(fmt::format("f{}", i), fmt::format("LINES\nline {}\n", i));
  std::atomic<bool> stop = true;
  ImportOptions options = trial_options();
  options.stop = &stop;
  const ImportResult stopped = import_ground(ground, options);
  EXPECT_TRUE(stopped.stopped);
  EXPECT_LT(stopped.fresh, 200U);
  stop = false;
  EXPECT_EQ(import_ground(ground, options).fresh, 200U - stopped.fresh);
}

TEST(Import, tells_how_far_it_is) {
  const Ground ground;
  for (int i = 0; i < 50; ++i) ground.write(fmt::format("f{}", i), "LINES\nline\n");
  std::vector<Progress> told;
  ImportOptions options = trial_options();
  options.progress = [&told](const Progress& progress) { told.push_back(progress); };
  import_ground(ground, options);
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().done, 50U);
  EXPECT_EQ(told.back().total, 50U);
  EXPECT_EQ(told.back().bytes, 50U * 11);
  EXPECT_FALSE(told.back().walking);
}

TEST(Import, two_at_once_are_refused_in_words) {
  const Ground ground;
  Store store = Store::open(ground.index());
  const Store::ImportLock lock = store.lock_for_import();
  try {
    import_ground(ground);
    FAIL() << "a second import began";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("another hoego"));
  }
}

TEST(Walk, passes_over_what_is_no_file_and_survives_circles) {
  const Ground ground;
  ground.write("real.txt", "LINES\nreal\n");
  ground.write(".git/config.txt", "LINES\nnot mine\n");
  ground.write("node_modules/x.txt", "LINES\nnot mine\n");
  ground.write(".hoego/x.txt", "LINES\nnot mine\n");
  std::filesystem::create_directory_symlink(ground.files(), ground.files() / "circle");
  std::filesystem::create_symlink("loop", ground.files() / "loop");
  std::filesystem::create_symlink("nowhere", ground.files() / "dangling");
  std::filesystem::create_symlink("real.txt", ground.files() / "link.txt");
  ASSERT_EQ(mkfifo((ground.files() / "pipe").c_str(), 0600), 0);
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.fresh, 2U);
  EXPECT_THAT(dump(ground), Not(HasSubstr("not mine")));
  EXPECT_THAT(reasons(ground),
              ElementsAre("dangling: a link that leads nowhere", "loop: a link that leads in a circle"));
  EXPECT_FALSE(import_ground(ground).wrote);
}

TEST(Walk, a_name_that_is_not_utf8_stays_openable_and_is_shown_clean) {
  const Ground ground;
  ground.write("caf\xe9.txt", "LINES\nlatin\nbad\n");
  EXPECT_EQ(import_ground(ground).fresh, 1U);
  EXPECT_THAT(dump(ground), HasSubstr("latin"));
  EXPECT_THAT(reasons(ground), ElementsAre("caf\xef\xbf\xbd.txt: a bad line"));
  EXPECT_EQ(import_ground(ground).same, 1U);
}

/// Root may read everything: as root, what is in it is done as the user "nobody".
class AsNobody {
 public:
  explicit AsNobody(const Ground& ground) {
    if (!was_root_) return;
    own(ground.path());
    for (const auto& one : std::filesystem::recursive_directory_iterator(ground.path())) own(one.path());
    EXPECT_EQ(seteuid(nobody), 0);
  }
  ~AsNobody() {
    if (was_root_) {
      EXPECT_EQ(seteuid(0), 0);
    }
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  static constexpr uid_t nobody = 65534;
  static void own(const std::filesystem::path& path) { EXPECT_EQ(lchown(path.c_str(), nobody, nobody), 0); }
  bool was_root_ = geteuid() == 0;
};

TEST(Walk, a_folder_that_may_not_be_read_keeps_what_was_in_it) {
  const Ground ground;
  some_life(ground);
  import_ground(ground);
  ground.write("secret.txt", "LINES\nsecret\n");
  std::filesystem::permissions(ground.files() / "photos", std::filesystem::perms::none);
  std::filesystem::permissions(ground.files() / "secret.txt", std::filesystem::perms::none);
  {
    const AsNobody someone(ground);
    const ImportResult result = import_ground(ground);
    EXPECT_EQ(result.gone, 0U);
    EXPECT_EQ(result.same, 4U);
    EXPECT_THAT(reasons(ground),
                testing::IsSupersetOf({"photos: may not be read", "secret.txt: may not be read"}));
    EXPECT_THAT(dump(ground), HasSubstr("PIC two"));
    EXPECT_FALSE(import_ground(ground).wrote);
  }
  std::filesystem::permissions(ground.files() / "photos", std::filesystem::perms::owner_all);
  std::filesystem::permissions(ground.files() / "secret.txt", std::filesystem::perms::owner_all);
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.fresh, 1U) << "the right to read is found again though the file is as it was";
  EXPECT_EQ(result.same, 6U);
}

TEST(Walk, an_empty_file_is_nothing_known_and_no_problem) {
  const Ground ground;
  ground.write("empty.txt", "");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.unknown, 1U);
  EXPECT_EQ(result.problems, 0U);
}

}  // namespace
}  // namespace hoego
