#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

/// A line of the resolutions.
struct Promise {
  std::string text;
  std::string check;  ///< empty: left to the owner
};

/// This year's promises and, from the last day on, the next ones.
std::vector<Promise> promises(const Story& story);
std::vector<Promise> next_promises();

/// hoego.toml and resolutions/2024.md.
void write_config(const std::filesystem::path& folder, const Story& story);

}  // namespace hoego::sample
