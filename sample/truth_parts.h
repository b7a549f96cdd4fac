#pragma once
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sample/truth.h"

namespace hoego::sample {

using Json = nlohmann::ordered_json;

/// What is counted, by activity: events of the calendars, commits of the owner, posts. In order of time.
using Activities = std::map<std::string, std::vector<Occurrence>>;
Activities activities_of(const Life& life);

/// This year to the last day, and the same days of the year before.
DateRange this_year();
DateRange last_year();

Json place_json(const Place& place);
Json homes_json(const Life& life);
Json trips_json(const Life& life);
Json photos_json(const Life& life);
Json clocks_json(const Life& life);
Json firsts_json(const Life& life);

Json activities_json(const Activities& all);
Json changes_json(const Life& life, const Activities& all);
Json music_evenings_json(const Activities& all);
Json lull_json(const Life& life, const Activities& all);
Json against_json(const Life& life, const Activities& all);
Json planned_json(const Life& life, const Activities& all);
Json resolutions_json(const Life& life, const Activities& all);

Json pull_requests_json(const Life& life);
Json chats_json(const Life& life);
Json books_json(const Life& life);
Json papers_json(const Life& life);
Json expenses_json(const Life& life);
Json messages_json(const Life& life);
Json reservations_json(const Life& life);

}  // namespace hoego::sample
