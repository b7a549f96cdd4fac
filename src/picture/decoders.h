#pragma once
#include <string_view>

#include "picture/pixels.h"

/// One file a format. All throw PictureError, and may do worse with hostile bytes: they run in a process of
/// their own. Inside this layer only.
namespace hoego {

/// A decoded picture, upright, at least as large as what fits into the box, or as it is.
Pixels decode_jpeg(std::string_view bytes, Box box);
/// HEIC and AVIF. The embedded thumbnail where it is nearly as large, which is fifty times quicker.
Pixels decode_heif(std::string_view bytes, Box box);
/// What is transparent lies on white.
Pixels decode_png(std::string_view bytes);

std::string encode_jpeg(const Pixels& pixels);

/// Throws PictureError where there are more than `most`, or none.
void check_size(std::uint64_t width, std::uint64_t height, std::uint64_t most);

}  // namespace hoego
