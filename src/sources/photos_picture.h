#pragma once
#include <string>
#include <string_view>

#include "sources/photos_container.h"
#include "sources/photos_metadata.h"

namespace hoego {

/// What a picture's file says.
struct Picture {
  ExifFacts exif;
  XmpFacts xmp;                    ///< only as far as the EXIF leaves something open
  std::string identity;            ///< see image_identity
  std::string content_identifier;  ///< Apple's: the same as that of its moving half; empty if there is none
  int width = 0;                   ///< pixels as stored; 0: not told
  int height = 0;
  std::string damage;  ///< what is wrong with the file itself; empty if nothing is
};

/// Takes a whole file apart. Hostile or cut bytes give fewer facts and a `damage`.
Picture read_picture(PhotoFormat format, std::string_view file);

/// Apple's maker note, field 0x0011 (as exiftool's table of Apple tags has it), of a TIFF block of EXIF.
std::string apple_content_identifier(std::string_view block);

}  // namespace hoego
