#include "picture/pixels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hoego {
namespace {

/// The pixel of the stored picture that stands at (x, y) of the upright one.
std::pair<int, int> stored_place(int x, int y, const Pixels& stored, int orientation) {
  const int right = stored.width - 1;
  const int bottom = stored.height - 1;
  switch (orientation) {
    case 2:
      return {right - x, y};
    case 3:
      return {right - x, bottom - y};
    case 4:
      return {x, bottom - y};
    case 5:
      return {y, x};
    case 6:
      return {y, bottom - x};
    case 7:
      return {right - y, bottom - x};
    case 8:
      return {right - y, x};
    default:
      return {x, y};
  }
}

/// Half-open range of the source that pixel `at` of `of` covers: never empty.
std::pair<int, int> span(int at, int of, int source) {
  const auto begin = static_cast<int>(std::int64_t{at} * source / of);
  const auto end = static_cast<int>(std::int64_t{at + 1} * source / of);
  return {begin, std::max(end, begin + 1)};
}

void mean(const Pixels& picture, std::pair<int, int> columns, std::pair<int, int> rows, std::uint8_t* out) {
  std::uint64_t sum[3] = {0, 0, 0};
  for (int y = rows.first; y < rows.second; ++y) {
    const std::uint8_t* from = picture.at(columns.first, y);
    for (int x = columns.first; x < columns.second; ++x) {
      for (std::uint64_t& one : sum) one += *from++;
    }
  }
  const auto count = static_cast<std::uint64_t>(columns.second - columns.first) *
                     static_cast<std::uint64_t>(rows.second - rows.first);
  for (int i = 0; i < 3; ++i) out[i] = static_cast<std::uint8_t>((sum[i] + count / 2) / count);
}

}  // namespace

Box fitted(int width, int height, Box box) {
  const double scale =
      std::min({1.0, static_cast<double>(box.width) / width, static_cast<double>(box.height) / height});
  const auto side = [scale](int length) {
    return std::max(1, static_cast<int>(std::lround(length * scale)));
  };
  return {side(width), side(height)};
}

Pixels shrunk(const Pixels& picture, Box to) {
  Pixels small(std::min(to.width, picture.width), std::min(to.height, picture.height));
  for (int y = 0; y < small.height; ++y) {
    const auto rows = span(y, small.height, picture.height);
    for (int x = 0; x < small.width; ++x)
      mean(picture, span(x, small.width, picture.width), rows, small.at(x, y));
  }
  return small;
}

bool lies_on_its_side(int orientation) {
  return orientation >= 5 && orientation <= 8;
}

Pixels upright(Pixels picture, int orientation) {
  if (orientation < 2 || orientation > 8) return picture;
  const bool side = lies_on_its_side(orientation);
  Pixels out(side ? picture.height : picture.width, side ? picture.width : picture.height);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const auto place = stored_place(x, y, picture, orientation);
      std::copy_n(picture.at(place.first, place.second), 3, out.at(x, y));
    }
  }
  return out;
}

}  // namespace hoego
