#include "picture/thumbnail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "picture/decoders.h"
#include "picture/orientation.h"
#include "picture/pictures_for_tests.h"
#include "picture/trouble.h"

namespace hoego {
namespace {

using testing::HasSubstr;

constexpr Box box{40, 80};

Pixels small(const std::string& picture) {
  return decode_jpeg(thumbnail_of(picture, box), {1000, 1000});
}

bool is_red(const std::uint8_t* pixel) {
  return pixel[0] > 200 && pixel[2] < 60;
}
bool is_blue(const std::uint8_t* pixel) {
  return pixel[2] > 200 && pixel[0] < 60;
}

Trouble trouble_of(const std::string& picture) {
  try {
    thumbnail_of(picture, box);
  } catch (const PictureError& error) {
    EXPECT_STRNE(error.what(), "");
    return error.trouble();
  }
  return Trouble::Busy;  // none at all
}

/// A JPEG's size as its frame states it, put to something else.
std::string claiming(std::string jpeg, int width, int height) {
  const std::size_t frame = jpeg.find("\xFF\xC0");
  for (int i = 0; i < 2; ++i) {
    jpeg[frame + 5 + static_cast<std::size_t>(i)] = static_cast<char>(height >> (8 - 8 * i) & 0xFF);
    jpeg[frame + 7 + static_cast<std::size_t>(i)] = static_cast<char>(width >> (8 - 8 * i) & 0xFF);
  }
  return jpeg;
}

TEST(Thumbnail, a_jpeg_is_small_and_upright) {
  const Pixels as_it_is = small(made::turned_jpeg(made::red_above_blue(400, 300), 1));
  EXPECT_EQ(as_it_is.width, 40);
  EXPECT_EQ(as_it_is.height, 30);
  EXPECT_TRUE(is_red(as_it_is.at(20, 2)));
  EXPECT_TRUE(is_blue(as_it_is.at(20, 27)));
  // 6: the camera stood on its right side, so that what is stored above is to the right.
  const Pixels turned = small(made::turned_jpeg(made::red_above_blue(400, 300), 6));
  EXPECT_EQ(turned.width, 40);
  EXPECT_EQ(turned.height, 53);
  EXPECT_TRUE(is_red(turned.at(37, 20)));
  EXPECT_TRUE(is_blue(turned.at(2, 20)));
}

TEST(Thumbnail, a_small_picture_is_not_blown_up) {
  const Pixels tiny = small(encode_jpeg(made::red_above_blue(8, 6)));
  EXPECT_EQ(tiny.width, 8);
  EXPECT_EQ(tiny.height, 6);
}

TEST(Thumbnail, a_png) {
  const Pixels png = small(made::png(made::red_above_blue(100, 300)));
  EXPECT_EQ(png.width, 27);
  EXPECT_EQ(png.height, 80);
  EXPECT_TRUE(is_red(png.at(10, 10)));
}

TEST(Thumbnail, heic_and_avif) {
  for (const heif_compression_format format : {heif_compression_HEVC, heif_compression_AV1}) {
    const std::string bytes = made::heif(made::red_above_blue(400, 300), format);
    if (bytes.empty()) continue;
    const Pixels heif = small(bytes);
    EXPECT_EQ(heif.width, 40);
    EXPECT_TRUE(is_red(heif.at(20, 2)));
    EXPECT_TRUE(is_blue(heif.at(20, 27)));
    for (std::size_t cut = 1; cut < bytes.size(); cut += bytes.size() / 37 + 1)
      EXPECT_NE(trouble_of(bytes.substr(0, cut)), Trouble::TooLarge) << cut;
  }
}

TEST(Thumbnail, what_is_no_picture_says_so) {
  EXPECT_EQ(trouble_of(""), Trouble::NotKnown);
  EXPECT_EQ(trouble_of("GIF89a"), Trouble::NotKnown);
  EXPECT_EQ(trouble_of(std::string(1000, '\0')), Trouble::NotKnown);
  EXPECT_EQ(trouble_of("\xFF\xD8\xFF"), Trouble::Damaged);
  EXPECT_EQ(trouble_of("\x89PNG\r\n\x1A\n"), Trouble::Damaged);
}

TEST(Thumbnail, half_a_jpeg_shows_what_there_is) {
  const std::string whole = encode_jpeg(made::red_above_blue(400, 300));
  const Pixels half = small(whole.substr(0, whole.size() * 2 / 3));
  EXPECT_EQ(half.width, 40);
  EXPECT_TRUE(is_red(half.at(20, 2)));
}

TEST(Thumbnail, a_bomb_is_refused_before_it_goes_off) {
  const std::string jpeg = encode_jpeg(made::red_above_blue(16, 16));
  EXPECT_EQ(trouble_of(claiming(jpeg, 65'500, 65'500)), Trouble::TooLarge);
  EXPECT_EQ(trouble_of(claiming(jpeg, 65'535, 65'535)), Trouble::Damaged);  // beyond what the library takes
  EXPECT_EQ(trouble_of(claiming(jpeg, 0, 16)), Trouble::Damaged);
}

TEST(Orientation, of_hostile_bytes_is_one) {
  const std::string jpeg = made::turned_jpeg(made::red_above_blue(16, 16), 6);
  EXPECT_EQ(jpeg_orientation(jpeg), 6);
  for (std::size_t cut = 0; cut < 32; ++cut) EXPECT_EQ(jpeg_orientation(jpeg.substr(0, cut)), 1) << cut;
  EXPECT_EQ(jpeg_orientation(made::turned_jpeg(made::red_above_blue(16, 16), 9)), 1);
}

TEST(Thumbnail, real_pictures_of_many_makers) {
  const std::filesystem::path samples = std::filesystem::path(HOEGO_SAMPLES_DIR) / "photos";
  if (!std::filesystem::exists(samples)) GTEST_SKIP() << "no sample pictures at " << samples;
  int pictures = 0;
  for (const auto& one : std::filesystem::recursive_directory_iterator(samples)) {
    std::string ending = one.path().extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(c));
    if (ending != ".jpg" && ending != ".heic" && ending != ".avif" && ending != ".png") continue;
    std::ifstream in(one.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    try {
      const Pixels shown = decode_jpeg(thumbnail_of(bytes.str(), {400, 800}), {1000, 1000});
      EXPECT_LE(shown.width, 400) << one.path();
      EXPECT_LE(shown.height, 800) << one.path();
      ++pictures;
    } catch (const PictureError& error) {
      std::cout << one.path().filename().string() << ": " << error.what() << '\n';
    }
  }
  EXPECT_GT(pictures, 20);
}

}  // namespace
}  // namespace hoego
