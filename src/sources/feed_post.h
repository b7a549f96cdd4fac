#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "record/observation.h"
#include "sources/feed_items.h"

namespace hoego {

/// A date as feeds write it: RFC 822 with two or four digits of the year and its zones, RFC 3339, and what
/// else `parse_stated_date` reads. UTC, `+0000` and `-0000` are instants: servers stamp so, whatever the
/// local clock showed.
std::optional<When> parse_feed_date(std::string_view text);

/// An item as a post, with what it has; without a time where it has none, and then without an identity.
/// `begin`, where given, is put in place of the item's own dates, and so is `time_from`.
Observation post_of(const FeedChannel& channel, const FeedItem& item, std::optional<When> begin = {},
                    std::string_view time_from = "");

/// Whether there is anything to say of an item at all.
bool says_something(const FeedItem& item);

/// The feed's name for people, for its scope.
std::string channel_name(const FeedChannel& channel);

}  // namespace hoego
