#include "picture/pixels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hoego {
namespace {

using testing::ElementsAre;

/// One letter a pixel, in rows.
Pixels picture_of(const std::vector<std::string>& rows) {
  Pixels out(static_cast<int>(rows.front().size()), static_cast<int>(rows.size()));
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x)
      std::fill_n(out.at(x, y), 3, rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)]);
  }
  return out;
}

std::vector<std::string> rows_of(const Pixels& picture) {
  std::vector<std::string> rows;
  for (int y = 0; y < picture.height; ++y) {
    std::string row;
    for (int x = 0; x < picture.width; ++x) row += static_cast<char>(*picture.at(x, y));
    rows.push_back(row);
  }
  return rows;
}

TEST(Pixels, stand_upright_by_each_orientation) {
  // The F of the Exif standard: each of these is stored so that it is seen as "ab/cd/ef".
  const std::pair<int, std::vector<std::string>> stored[] = {
      {1, {"ab", "cd", "ef"}}, {2, {"ba", "dc", "fe"}}, {3, {"fe", "dc", "ba"}}, {4, {"ef", "cd", "ab"}},
      {5, {"ace", "bdf"}},     {6, {"bdf", "ace"}},     {7, {"fdb", "eca"}},     {8, {"eca", "fdb"}},
  };
  for (const auto& [orientation, rows] : stored)
    EXPECT_THAT(rows_of(upright(picture_of(rows), orientation)), ElementsAre("ab", "cd", "ef"))
        << orientation;
  for (const int unknown : {0, 9, -1})
    EXPECT_THAT(rows_of(upright(picture_of({"ab"}), unknown)), ElementsAre("ab"));
}

TEST(Pixels, fit_into_a_box_and_never_grow) {
  const auto is = [](Box box) { return std::make_pair(box.width, box.height); };
  EXPECT_EQ(is(fitted(4000, 3000, {400, 800})), std::make_pair(400, 300));
  EXPECT_EQ(is(fitted(3000, 4000, {400, 800})), std::make_pair(400, 533));
  EXPECT_EQ(is(fitted(1000, 9000, {400, 800})), std::make_pair(89, 800));
  EXPECT_EQ(is(fitted(100, 50, {400, 800})), std::make_pair(100, 50));
  EXPECT_EQ(is(fitted(65000, 1, {400, 800})), std::make_pair(400, 1));
}

TEST(Pixels, shrink_by_the_mean) {
  const Pixels small = shrunk(picture_of({"aacc", "aaee", "zzzz", "zzzz"}), {2, 2});
  EXPECT_THAT(rows_of(small), ElementsAre("ad", "zz"));
  EXPECT_THAT(rows_of(shrunk(picture_of({"abc"}), {400, 400})), ElementsAre("abc"));
}

}  // namespace
}  // namespace hoego
