#include "sources/archive_member.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/error.h"
#include "sources/archive_for_tests.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing_archive::zip_of;

class Archived : public testing::Test {
 protected:
  Archived() : folder_(fs::temp_directory_path() / ("hoego-member-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directory(folder_);
  }
  ~Archived() override { fs::remove_all(folder_); }

  fs::path written(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  fs::path folder_;
};

std::string read(const fs::path& archive, const std::string& member) {
  return std::string(open_member(archive, member)->whole(1 << 20));
}

TEST_F(Archived, a_member_is_found_again_by_its_path) {
  const std::string zip = zip_of({{"a/b.jpg", "first"}, {"a/b.jpg.json", "other"}, {"서울/c.jpg", "second"}});
  const fs::path file = written("some.zip", zip);
  EXPECT_EQ(read(file, "a/b.jpg"), "first");
  EXPECT_EQ(read(file, "서울/c.jpg"), "second");
  EXPECT_THROW(read(file, "a/c.jpg"), Error);
  EXPECT_THROW(read(file, "a"), Error);
  EXPECT_THROW(read(file, ""), Error);
  EXPECT_THROW(read(file, "../some.zip"), Error);
}

TEST_F(Archived, in_an_archive_inside_too) {
  const std::string inner = zip_of({{"deep/c.jpg", "third"}});
  const fs::path file = written("outer.zip", zip_of({{"in/inner.zip", inner}}));
  EXPECT_EQ(read(file, "in/inner.zip/deep/c.jpg"), "third");
  EXPECT_THROW(read(file, "in/inner.zip/deep/d.jpg"), Error);
}

TEST_F(Archived, what_is_no_archive_says_so) {
  EXPECT_THROW(read(written("a.zip", "words"), "a.jpg"), Error);
  EXPECT_THROW(read(folder_ / "gone.zip", "a.jpg"), Error);
}

}  // namespace
}  // namespace hoego
