#pragma once
#include <filesystem>
#include <vector>

#include "sample/commits.h"
#include "sample/events.h"
#include "sample/exports.h"
#include "sample/photos.h"
#include "sample/posts.h"
#include "sample/story.h"

namespace hoego::sample {

/// All that was written. The references are borrowed for the call.
struct Life {
  const Story& story;
  const std::vector<Photo>& photos;  ///< the loose ones of the exports among them
  const Calendars& calendars;
  const std::vector<Repository>& repositories;
  const std::vector<Post>& posts;
  const Exports& exports;
};

/// Writes `folder`/truth.json: what a review should find, counted from what was written. README.md has its
/// fields.
void write_truth(const std::filesystem::path& folder, const Life& life);

}  // namespace hoego::sample
