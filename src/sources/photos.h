#pragma once
#include "sources/source.h"

namespace hoego {

/// Pictures and films with the moment and the place at which they were taken: JPEG, HEIC, AVIF, PNG, TIFF,
/// WebP and camera raw files, MP4, QuickTime and 3GP, with the sidecars of `.xmp` and of Google Takeout. See
/// doc/sources/photos.md.
extern const Source photos_source;

}  // namespace hoego
