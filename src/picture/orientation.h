#pragma once
#include <string_view>

namespace hoego {

/// Exif's Orientation of a JPEG (CIPA DC-008, tag 0x0112 of IFD0 in the APP1 segment): 1 to 8, 1 where it
/// says none.
int jpeg_orientation(std::string_view jpeg);

}  // namespace hoego
