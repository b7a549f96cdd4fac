#include "app/folder_cache.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <thread>
#include <vector>

namespace hoego {
namespace {

namespace fs = std::filesystem;

class Cached : public testing::Test {
 protected:
  Cached() : above_(fs::temp_directory_path() / ("hoego-pictures-" + std::to_string(getpid()))) {
    fs::remove_all(above_);
    fs::create_directory(above_);
  }
  ~Cached() override { fs::remove_all(above_); }

  std::uint64_t bytes() const {
    std::uint64_t all = 0;
    for (const auto& one : fs::directory_iterator(folder_)) all += one.file_size();
    return all;
  }

  fs::path above_;
  fs::path folder_ = above_ / "thumbnails";
};

TEST_F(Cached, what_was_kept_is_found_by_another_too) {
  FolderCache cache(folder_, 1000);
  EXPECT_FALSE(cache.find("photo-1 400"));
  cache.keep("photo-1 400", "jpeg");
  EXPECT_EQ(FolderCache(folder_, 1000).find("photo-1 400"), "jpeg");
  EXPECT_FALSE(cache.find("photo-1 800"));
}

TEST_F(Cached, a_key_is_no_path) {
  FolderCache cache(folder_, 1000);
  cache.keep("../../outside", "jpeg");
  EXPECT_EQ(cache.find("../../outside"), "jpeg");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
  EXPECT_EQ(std::distance(fs::directory_iterator(above_), {}), 1);
}

TEST_F(Cached, it_never_grows_much_beyond_its_bound) {
  FolderCache cache(folder_, 10'000);
  for (int i = 0; i < 100; ++i) cache.keep(std::to_string(i), std::string(500, 'x'));
  EXPECT_LE(bytes(), 10'000u + 10'000u / 16 + 500u);
  EXPECT_TRUE(cache.find("99"));
  EXPECT_FALSE(cache.find("0"));
}

TEST_F(Cached, where_nothing_can_be_written_nothing_is_kept) {
  FolderCache cache(above_ / "gone" / "thumbnails", 1000);
  cache.keep("a", "jpeg");
  EXPECT_FALSE(cache.find("a"));
  EXPECT_FALSE(fs::exists(above_ / "gone"));
}

TEST_F(Cached, threads_see_whole_pictures_only) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([this] {
      FolderCache cache(folder_, 100'000);
      for (int i = 0; i < 100; ++i) {
        cache.keep("same", std::string(5000, 'x'));
        const auto found = cache.find("same");
        ASSERT_TRUE(found);
        ASSERT_EQ(found->size(), 5000u);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace hoego
