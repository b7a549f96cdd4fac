#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

struct Post {
  Date day;
  int minute = 0;  ///< of the Korean day
  std::string title;
  std::string path;  ///< below the life folder
  std::string text;
};

/// The blog's posts in order, without the draft.
std::vector<Post> write_blog(const Story& story);
/// Writes them as a Jekyll site keeps them, and one draft beside them.
void write_posts(const std::filesystem::path& folder, const std::vector<Post>& posts);

}  // namespace hoego::sample
