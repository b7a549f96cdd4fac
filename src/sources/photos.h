#pragma once
#include "sources/source.h"

namespace hoego {

/// Pictures with the moment and the place at which they were taken: JPEG, HEIC, AVIF, PNG, TIFF, WebP and
/// camera raw files, with their `.xmp` sidecars. See doc/sources/photos.md.
extern const Source photos_source;

}  // namespace hoego
