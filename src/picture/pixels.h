#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// The box into which a picture is to fit, in pixels.
struct Box {
  int width = 0;
  int height = 0;
};

/// Three bytes a pixel (red, green, blue), rows without gaps, from the top left.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;

  Pixels() = default;
  Pixels(int w, int h)
      : width(w),
        height(h),
        bytes(std::size_t{3} * static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  std::uint8_t* at(int x, int y) { return bytes.data() + index(x, y); }
  const std::uint8_t* at(int x, int y) const { return bytes.data() + index(x, y); }

 private:
  std::size_t index(int x, int y) const {
    return 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
  }
};

/// What of a picture of this size fits into the box, its shape kept; never larger than it is. Each side at
/// least one pixel.
Box fitted(int width, int height, Box box);

/// Made smaller by the mean of what falls into each pixel.
Pixels shrunk(const Pixels& picture, Box to);

/// Exif's Orientation, 1 to 8: how the stored rows lie. Any other number is 1.
Pixels upright(Pixels picture, int orientation);
/// Whether upright, its width is its stored height.
bool lies_on_its_side(int orientation);

}  // namespace hoego
