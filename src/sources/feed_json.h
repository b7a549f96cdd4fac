#pragma once
#include <optional>
#include <string_view>

#include "record/issue.h"
#include "sources/feed_items.h"
#include "sources/input.h"

namespace hoego {

/// Whether these are the first bytes of a JSON Feed (jsonfeed.org/version/1.1).
bool is_json_feed(std::string_view head);

/// Hands out the items of a JSON Feed after the whole of it was read; of one that is cut, those that were
/// whole, with an issue. Throws Error for more than 64 MiB.
std::optional<Issue> read_json_feed(Input& input, const FeedItemReader& reader);

}  // namespace hoego
