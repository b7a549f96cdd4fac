#pragma once
#include <filesystem>
#include <vector>

#include "sample/photos.h"

namespace hoego::sample {

/// Writes every photo below `folder`. The phone says its offset and, on the ground, where it is; the camera
/// says neither and shows Korean time wherever it is carried.
void write_photos(const std::filesystem::path& folder, const std::vector<Photo>& photos);

}  // namespace hoego::sample
