#include "sample/truth.h"

#include <algorithm>
#include <string>
#include <utility>

#include "sample/calendar_writer.h"
#include "sample/files.h"
#include "sample/owner.h"
#include "sample/truth_parts.h"

namespace hoego::sample {
namespace {

Json commits_json(const Life& life) {
  Json out = Json::object();
  for (const Repository& repository : life.repositories) {
    Json years = Json::object();
    int others = 0;
    int merges = 0;
    for (const Commit& commit : repository.commits) {
      if (commit.owner) {
        Json& count = years[std::to_string(commit.authored.date().year())];
        count = count.is_null() ? 1 : count.get<int>() + 1;
      } else {
        ++(commit.merge ? merges : others);
      }
    }
    out[repository.name] = {{"by_year", years},
                            {"by_others", others},
                            {"merges_by_others", merges},
                            {"first", repository.commits.front().authored.date().iso()}};
  }
  return out;
}

Json posts_json(const Life& life) {
  Json years = Json::object();
  int longest = 0;
  for (std::size_t i = 0; i < life.posts.size(); ++i) {
    Json& count = years[std::to_string(life.posts[i].day.year())];
    count = count.is_null() ? 1 : count.get<int>() + 1;
    if (i > 0) longest = std::max(longest, life.posts[i].day - life.posts[i - 1].day);
  }
  const Date last = life.posts.back().day;
  return {{"by_year", years},
          {"first", life.posts.front().day.iso()},
          {"last", last.iso()},
          {"days_since", today() - last},
          {"longest_gap_before", longest}};
}

Json files_json(const Life& life) {
  Json events = Json::object();
  for (const Event& event : life.calendars.events) {
    Json& count = events[name_of(event.calendar)];
    count = count.is_null() ? 1 : count.get<int>() + 1;
  }
  Json commits = Json::object();
  for (const Repository& repository : life.repositories) commits[repository.name] = repository.commits.size();
  const std::size_t loose = life.exports.loose_photos.size();
  return {{"photos", life.photos.size() - loose},
          {"loose_photos", loose},
          {"events", events},
          {"commits", commits},
          {"posts", life.posts.size()}};
}

}  // namespace

DateRange this_year() {
  return {day("2024-01-01"), today()};
}
DateRange last_year() {
  return {day("2023-01-01"), plus_years(today(), -1)};
}

Json place_json(const Place& place) {
  return {{"name", place.english},
          {"name_ko", place.korean},
          {"country", place.country},
          {"lat", place.latitude / 100000.0},
          {"lon", place.longitude / 100000.0}};
}

void write_truth(const std::filesystem::path& folder, const Life& life) {
  const Activities all = activities_of(life);
  Json truth;
  truth["schema"] = "hoego.sample-truth/1";
  truth["seed"] = life.story.seed;
  truth["from"] = first_day().iso();
  truth["as_of"] = today().iso();
  truth["owner"] = owner_name;
  truth["files"] = files_json(life);
  truth["homes"] = homes_json(life);
  truth["trips"] = trips_json(life);
  truth["photos"] = photos_json(life);
  truth["clocks"] = clocks_json(life);
  truth["firsts"] = firsts_json(life);
  truth["activities"] = activities_json(all);
  truth["changes"] = changes_json(life, all);
  truth["music_evenings"] = music_evenings_json(all);
  truth["commits"] = commits_json(life);
  truth["posts"] = posts_json(life);
  truth["lull"] = lull_json(life, all);
  truth["against"] = against_json(life, all);
  truth["planned"] = planned_json(life, all);
  truth["resolutions"] = resolutions_json(life, all);
  truth["pull_requests"] = pull_requests_json(life);
  truth["chats"] = chats_json(life);
  truth["books"] = books_json(life);
  truth["papers"] = papers_json(life);
  truth["expenses"] = expenses_json(life);
  truth["messages"] = messages_json(life);
  truth["reservations"] = reservations_json(life);
  truth["milestones"] = Json::array({{{"name", "개발자"}, {"since", life.story.commits.front().from.iso()}}});
  write_file(folder / "truth.json", truth.dump(1) + "\n");
}

}  // namespace hoego::sample
