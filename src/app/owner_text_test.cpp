#include "app/owner_text.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "serve/refusal.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

class OwnerTexts : public ::testing::Test {
 protected:
  OwnerTexts() : folder_(fs::temp_directory_path() / ("hoego-owner-" + std::to_string(getpid()))) {}
  ~OwnerTexts() override { fs::remove_all(folder_); }

  fs::path file() const { return folder_ / "texts" / "2024.md"; }
  std::string bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  static int status_of(const std::function<void()>& act) {
    try {
      act();
    } catch (const Refusal& refusal) {
      return refusal.status();
    }
    return 200;
  }

  fs::path folder_;
};

TEST_F(OwnerTexts, are_begun_replaced_and_taken_away_byte_for_byte) {
  EXPECT_EQ(owner_text(file()).text, std::nullopt);
  const std::string first = keep_owner_text(file(), "\xef\xbb\xbf# 2024\r\n\n", "");
  EXPECT_EQ(bytes(), "\xef\xbb\xbf# 2024\r\n\n");
  EXPECT_EQ(owner_text(file()).tag, first);
  const std::string second = keep_owner_text(file(), "", first);
  EXPECT_NE(second, "") << "an empty file is one";
  EXPECT_EQ(keep_owner_text(file(), std::nullopt, second), "");
  EXPECT_FALSE(fs::exists(file()));
}

TEST_F(OwnerTexts, are_left_alone_where_they_are_others_by_now) {
  const std::string tag = keep_owner_text(file(), "one", "");
  std::ofstream(file(), std::ios::binary) << "two";
  EXPECT_EQ(status_of([&] { keep_owner_text(file(), "three", tag); }), 409);
  EXPECT_EQ(status_of([&] { keep_owner_text(file(), std::nullopt, tag); }), 409);
  EXPECT_EQ(status_of([&] { keep_owner_text(file(), "three", ""); }), 409);
  EXPECT_EQ(bytes(), "two");
  fs::remove(file());
  EXPECT_EQ(status_of([&] { keep_owner_text(file(), "three", tag); }), 409) << "gone is another one too";
}

TEST_F(OwnerTexts, in_another_encoding_are_not_edited) {
  fs::create_directories(file().parent_path());
  std::ofstream(file(), std::ios::binary) << "\xc7\xd1\xb1\xdb";
  EXPECT_EQ(status_of([&] { owner_text(file()); }), 500);
  EXPECT_EQ(status_of([&] { keep_owner_text(file(), "x", owner_text_tag(file())); }), 500);
  EXPECT_EQ(bytes(), "\xc7\xd1\xb1\xdb");
}

}  // namespace
}  // namespace hoego
