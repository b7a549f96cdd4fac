#pragma once
#include <cstdint>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

/// Days of blog posts from 2022 on, every month or so, then every two or three weeks.
std::vector<Date> posts_until(std::uint64_t seed, Date last);

/// A life of the same shape with other places, days and counts.
Story drawn_story(std::uint64_t seed);

}  // namespace hoego::sample
