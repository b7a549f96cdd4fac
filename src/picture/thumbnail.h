#pragma once
#include <string>
#include <string_view>

#include "picture/pixels.h"

namespace hoego {

/// A small JPEG of a picture (JPEG, HEIC, AVIF, PNG), upright, that fits into the box and is never larger
/// than the picture. Colour profiles are not looked at: what is in a wider one looks a little pale. Throws
/// PictureError. For a process of its own (picture/worker.h): the bytes are foreign.
std::string thumbnail_of(std::string_view picture, Box box);

}  // namespace hoego
