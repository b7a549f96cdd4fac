#include "store/index_watch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "store/store.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

class Watched : public testing::Test {
 protected:
  Watched() : folder_(fs::temp_directory_path() / ("hoego-watch-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
  }
  ~Watched() override { fs::remove_all(folder_); }

  fs::path folder_;
  fs::path index_ = folder_ / "index.db";
};

TEST_F(Watched, what_is_not_there_is_not_made) {
  IndexWatch watch(index_);
  EXPECT_EQ(watch.generation(), "none");
  EXPECT_FALSE(watch.is_importing());
  EXPECT_FALSE(fs::exists(folder_));
}

TEST_F(Watched, records_derived_anew_are_another_generation) {
  Store store = Store::open(index_);
  IndexWatch watch(index_);
  store.set_derived("by these decisions");
  const std::string first = watch.generation();
  EXPECT_EQ(watch.generation(), first);
  EXPECT_EQ(IndexWatch(index_).generation(), first) << "another process takes it for another one";
  store.set_derived("by these decisions");
  const std::string second = watch.generation();
  EXPECT_NE(second, first);
  EXPECT_EQ(watch.generation(), second);
}

TEST_F(Watched, a_unit_that_came_is_another_generation) {
  Store store = Store::open(index_);
  IndexWatch watch(index_);
  store.set_derived("by these decisions");
  const std::string first = watch.generation();
  const std::int64_t source = store.source_id("~/Pictures", "");
  store.finish_unit(store.stage_unit(), source, {"", "IMG_1.jpg"}, "photos", "key");
  EXPECT_NE(watch.generation(), first);
}

TEST_F(Watched, a_source_looked_at_on_a_later_day_is_another_generation) {
  Store store = Store::open(index_);
  IndexWatch watch(index_);
  const std::int64_t source = store.source_id("~/code", "");
  store.set_checked(source, *Date::parse("2024-10-20"));
  const std::string first = watch.generation();
  store.set_checked(source, *Date::parse("2024-10-21"));
  EXPECT_NE(watch.generation(), first);
}

TEST_F(Watched, an_index_that_was_deleted_is_another) {
  std::string first;
  IndexWatch watch(index_);
  {
    Store store = Store::open(index_);
    store.set_derived("by these decisions");
    first = watch.generation();
  }
  fs::remove_all(folder_);
  EXPECT_EQ(watch.generation(), "none");
  Store store = Store::open(index_);
  store.set_derived("by these decisions");
  EXPECT_NE(watch.generation(), first);
}

TEST_F(Watched, an_import_is_seen_and_not_hindered) {
  Store store = Store::open(index_);
  const IndexWatch watch(index_);
  {
    const Store::ImportLock lock = store.lock_for_import();
    EXPECT_TRUE(watch.is_importing());
  }
  EXPECT_FALSE(watch.is_importing());
  const Store::ImportLock again = store.lock_for_import();
}

}  // namespace
}  // namespace hoego
