#include "app/replaced_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/error.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most = 1U << 20U;

class ReplacedFile : public ::testing::Test {
 protected:
  ReplacedFile() : folder_(fs::temp_directory_path() / ("hoego-replaced-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~ReplacedFile() override { fs::remove_all(folder_); }

  static void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
  }
  std::ptrdiff_t files() const {
    return std::distance(fs::recursive_directory_iterator(folder_), fs::recursive_directory_iterator());
  }

  fs::path folder_;
};

TEST_F(ReplacedFile, takes_the_place_of_what_was_read_and_makes_its_folder) {
  const fs::path file = folder_ / "notes" / "2024.md";
  EXPECT_EQ(owners_file(file, most), std::nullopt);
  EXPECT_TRUE(replace_file(file, std::nullopt, "one"));
  EXPECT_EQ(owners_file(file, most), "one");
  EXPECT_TRUE(replace_file(file, "one", "two"));
  EXPECT_EQ(owners_file(file, most), "two");
  EXPECT_EQ(files(), 2) << "the folder and the file, no part of it";
}

TEST_F(ReplacedFile, leaves_what_another_program_wrote_since) {
  const fs::path file = folder_ / "2024.md";
  write(file, "theirs");
  EXPECT_FALSE(replace_file(file, "ours", "new"));
  EXPECT_FALSE(replace_file(file, std::nullopt, "new")) << "it was not there";
  EXPECT_EQ(owners_file(file, most), "theirs");
  fs::remove(file);
  EXPECT_FALSE(replace_file(file, "ours", "new")) << "it is gone";
  EXPECT_EQ(files(), 0);
}

TEST_F(ReplacedFile, is_taken_away_only_where_it_holds_what_was_read) {
  const fs::path file = folder_ / "corrections.toml";
  write(file, "theirs");
  EXPECT_FALSE(remove_file(file, "ours"));
  EXPECT_EQ(owners_file(file, most), "theirs");
  EXPECT_TRUE(remove_file(file, "theirs"));
  EXPECT_EQ(files(), 0);
  EXPECT_FALSE(remove_file(file, "theirs")) << "it is gone";
}

TEST_F(ReplacedFile, says_what_cannot_be_read_or_written) {
  write(folder_ / "long", std::string(2000, 'a'));
  EXPECT_THROW(owners_file(folder_ / "long", 1000), Error);
  EXPECT_THROW(owners_file(folder_, most), Error) << "a folder";
  write(folder_ / "file", "");
  EXPECT_THROW(replace_file(folder_ / "file" / "2024.md", std::nullopt, "new"), Error)
      << "no folder to write in";
}

}  // namespace
}  // namespace hoego
