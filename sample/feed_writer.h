#pragma once
#include <filesystem>
#include <vector>

#include "sample/posts.h"

namespace hoego::sample {

/// The blog's feed, RSS 2.0 with its last ten posts, below `folder`/exports.
void write_feed(const std::filesystem::path& folder, const std::vector<Post>& posts);

}  // namespace hoego::sample
