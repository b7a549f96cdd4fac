#pragma once
#include <vector>

#include "app/arguments.h"
#include "app/life.h"
#include "model/sending.h"
#include "model/writing.h"

namespace hoego {

/// What of the owner's own words is to be sent, by --with.
Sent sent_with(const Arguments& arguments);

/// An order for each --prompt (or the usual one), of the period and as of the day the arguments name, without
/// anything private. Throws UsageError for prompts that cannot be read, two of one name, and a wrong period.
std::vector<WritingOrder> writing_orders(Life& life, const Arguments& arguments);

/// Tells what would be sent and asks, unless the owner agreed to as much before; remembers it. False if the
/// answer is no. Throws UsageError where nobody can be asked and --yes is not given.
bool may_send(const Life& life, const Arguments& arguments, const Endpoint& endpoint,
              const std::optional<ApiKey>& key, const std::vector<WritingOrder>& orders);

}  // namespace hoego
