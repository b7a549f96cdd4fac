#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace hoego::sample {

/// Levels of 0..255 as JPEG has them (ITU-T T.871: Y, Cb, Cr).
struct Colour {
  int y = 128;
  int cb = 128;
  int cr = 128;
};

/// A landscape of 64 by 48 pixels in flat blocks of eight.
struct Picture {
  Colour sky;
  Colour ground;
  int horizon = 3;           ///< rows of sky, 1..5
  std::uint32_t number = 0;  ///< drawn into the pixels (24 bits): no two pictures have the same image data
};

struct ExifPosition {
  int latitude = 0;  ///< 0.00001 degree
  int longitude = 0;
};

/// What the camera says of it.
struct ExifTags {
  std::string make;
  std::string model;
  std::string date_time;  ///< `YYYY:MM:DD HH:MM:SS`, the camera's clock
  std::string offset;     ///< `+09:00`; empty where the camera does not know
  std::optional<ExifPosition> position;
};

/// A baseline JPEG (ITU-T T.81) with an Exif block (CIPA DC-008, version 2.32).
std::string jpeg(const Picture& picture, const ExifTags& tags);
/// The same as JFIF (ITU-T T.871): nothing is said of when, where or with what it was taken.
std::string jpeg_without_exif(const Picture& picture);

/// The Exif block alone: a TIFF structure, without the `Exif` marker before it.
std::string exif(const ExifTags& tags, int width, int height);

}  // namespace hoego::sample
