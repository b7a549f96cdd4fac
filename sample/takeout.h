#pragma once
#include <filesystem>
#include <vector>

#include "sample/photos.h"

namespace hoego::sample {

/// Pictures of this year that went through a chat or an editor and lost their Exif: taken by the owner at
/// home, late in the evening or after midnight.
std::vector<Photo> take_loose_photos(const Story& story);

/// Writes two parts of a Google Takeout archive into `folder`/exports: some of the owner's photos of this
/// year, byte for byte as they lie below `folder`, and the loose ones, each with its sidecar, which may lie
/// in the other part.
void write_takeout(const std::filesystem::path& folder, const Story& story, const std::vector<Photo>& photos,
                   const std::vector<Photo>& loose);

}  // namespace hoego::sample
