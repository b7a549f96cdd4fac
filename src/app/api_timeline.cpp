#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/output.h"
#include "base/error.h"
#include "base/text.h"
#include "browse/window.h"
#include "geo/gazetteer.h"
#include "review/review.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_facets = 50;

std::vector<std::string> listed(const Request& request, const std::string& name) {
  std::vector<std::string> words;
  const std::string* value = request.parameter(name);
  for (std::size_t at = 0; value != nullptr && at < value->size();) {
    const std::size_t end = std::min(value->find(',', at), value->size());
    if (end > at) words.push_back(value->substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// The number of a name; one that no record has where the name is none.
std::uint32_t number_in(const Names& names, const std::string& name) {
  const std::uint32_t number = names.find(name);
  return number == 0 ? static_cast<std::uint32_t>(names.size()) : number;
}

std::vector<std::uint32_t> activities_of_area(const Names& activities, const Assignment& assignment,
                                              const std::string& area) {
  std::vector<std::uint32_t> numbers{static_cast<std::uint32_t>(activities.size())};
  for (std::uint32_t number = 1; number < activities.size(); ++number) {
    if (assignment.area_of(activities.name(number)) == area) numbers.push_back(number);
  }
  return numbers;
}

bool names(const std::string& text, const std::string& asked) {
  return fold_case(text).find(asked) != std::string::npos;
}

/// What holds the words, and what was where they name.
WindowFilter::Found search(const std::string& words, const Life& life, const LifeCatalogue& catalogue) {
  WindowFilter::Found found;
  found.numbers = life.store().matching_records(words);
  const std::string asked = fold_case(words);
  for (std::uint32_t town = 1; town < catalogue.towns.size(); ++town) {
    const Place& place = catalogue.towns[town];
    if (names(place.town_ko, asked) || names(place.town_en, asked)) found.towns.push_back(town);
  }
  const Names& countries = catalogue.records.countries;
  for (std::uint32_t number = 1; number < countries.size(); ++number) {
    const std::string& code = countries.name(number);
    if (names(country_name(code, "ko"), asked) || names(country_name(code, "en"), asked))
      found.countries.push_back(static_cast<std::uint16_t>(number));
  }
  return found;
}

WindowFilter filter_of(const Request& request, const Life& life, const LifeCatalogue& catalogue,
                       const Assignment& assignment) {
  const Catalogue& all = catalogue.records;
  WindowFilter filter;
  for (const std::string& word : listed(request, "kind")) {
    const auto kind = kind_from(word);
    if (!kind)
      throw UsageError(fmt::format("unknown kind \"{}\"", word), "kind", "for example kind=photo,event");
    filter.kinds.push_back(*kind);
  }
  for (const std::string& id : listed(request, "activity"))
    filter.activities.push_back(number_in(all.activities, id));
  for (const std::string& id : listed(request, "area")) {
    const auto numbers = activities_of_area(all.activities, assignment, id);
    filter.activities.insert(filter.activities.end(), numbers.begin(), numbers.end());
  }
  for (const std::string& id : listed(request, "town")) filter.towns.push_back(number_in(all.towns, id));
  for (const std::string& code : listed(request, "country"))
    filter.countries.push_back(static_cast<std::uint16_t>(number_in(all.countries, code)));
  if (const std::string* person = request.parameter("person"))
    filter.people.push_back(static_cast<std::uint16_t>(number_in(all.people, *person)));
  if (const std::string* words = request.parameter("q"); words != nullptr && !words->empty())
    filter.found = search(*words, life, catalogue);
  return filter;
}

/// The days asked for, else all that were lived.
DateRange days_of(const Request& request, const Catalogue& all) {
  const auto day = [&request](const char* name) -> std::optional<Date> {
    const std::string* text = request.parameter(name);
    return text == nullptr ? std::nullopt : std::optional(day_option(name, *text));
  };
  const bool none = all.all.empty();
  const DateRange days{day("from").value_or(none ? Date{} : all.all.front().day),
                       day("to").value_or(none ? Date{} : all.all.back().day)};
  if (days.to < days.from) throw UsageError("the last day lies before the first", "to", "exchange them");
  return days;
}

BucketWidth bucket_width(const Request& request, DateRange days) {
  const std::string* word = request.parameter("width");
  if (word == nullptr)
    return width_for(days, static_cast<std::size_t>(number_parameter(request, "most", 1, 2000, 400)));
  const auto width = width_from(*word);
  if (!width)
    throw UsageError(fmt::format("unknown width \"{}\"", *word), "width",
                     "decade, year, month, week, day, hour or quarter_hour");
  return *width;
}

Json bucket_json(const Life& life, const Bucket& bucket, BucketWidth width) {
  Json json;
  json["day"] = bucket.day.iso();
  if (width == BucketWidth::Hour || width == BucketWidth::QuarterHour) json["second"] = bucket.second;
  json["total"] = bucket.total;
  Json& kinds = json["kinds"] = Json::object();
  for (std::size_t i = 0; i < kind_count; ++i) {
    if (bucket.by_kind[i] > 0) kinds[std::string(kind_names[i])] = bucket.by_kind[i];
  }
  const auto picture = bucket.picture == 0 ? std::nullopt : life.store().record_numbered(bucket.picture);
  if (picture) json["picture"] = picture->id;
  return json;
}

Json two_names(const std::string& ko, const std::string& en) {
  return {{"ko", ko}, {"en", en}};
}

template <class Counts, class Write>
Json facet(const Counts& counts, const Write& write) {
  Json json = Json::array();
  for (const auto& [value, count] : counts) {
    if (json.size() == most_facets) break;
    Json one = write(value);
    one["count"] = count;
    json.push_back(std::move(one));
  }
  return json;
}

Json facets_json(const Facets& found, const LifeCatalogue& catalogue, const Assignment& assignment) {
  const Catalogue& all = catalogue.records;
  Json json;
  json["kinds"] = facet(found.kinds, [](Kind kind) { return Json{{"id", std::string(name(kind))}}; });
  json["activities"] = facet(found.activities, [&](std::uint32_t number) {
    const std::string& id = all.activities.name(number);
    const Label label = assignment.label_of(id);
    return Json{{"id", id}, {"name", two_names(label.ko, label.en)}, {"area", assignment.area_of(id)}};
  });
  json["towns"] = facet(found.towns, [&](std::uint32_t number) {
    const Place& town = catalogue.towns[number];
    return Json{{"id", all.towns.name(number)}, {"name", two_names(town.town_ko, town.town_en)}};
  });
  json["countries"] = facet(found.countries, [&](std::uint16_t number) {
    const std::string& code = all.countries.name(number);
    return Json{{"id", code}, {"name", two_names(country_name(code, "ko"), country_name(code, "en"))}};
  });
  json["people"] = facet(found.people, [&](std::uint16_t number) {
    return Json{{"id", all.people.name(number)}};
  });
  return json;
}

Json records_json(const Request& request, const Life& life, const Rows& rows, const Assignment& assignment) {
  const auto most = static_cast<std::size_t>(number_parameter(request, "records", 0, 500, 0));
  const auto skip = static_cast<std::size_t>(number_parameter(request, "skip", 0, 1'000'000'000, 0));
  Json json = Json::array();
  for (const std::int64_t number : numbers_of(rows, skip, most)) {
    const auto record = life.store().record_numbered(number);
    if (record) json.push_back(Json::parse(record_json(*record, assignment.of(*record))));
  }
  return json;
}

}  // namespace

Response api_timeline(Api& api, const Request& request) {
  return api.life.with_life([&](Life& life) {
    const auto overview = api.life.overview(life);
    const Assignment& assignment = overview->assignment;
    const auto catalogue = api.life.catalogue(life);
    const WindowFilter filter = filter_of(request, life, *catalogue, assignment);
    const DateRange days = days_of(request, catalogue->records);
    const Rows rows = sift(catalogue->records, days, filter);
    const Window seen = window(rows, bucket_width(request, days));
    Json json;
    json["schema"] = "hoego.window/1";
    json["from"] = days.from.iso();
    json["to"] = days.to.iso();
    json["width"] = name(seen.width);
    json["total"] = seen.total;
    json["buckets"] = Json::array();
    for (const Bucket& bucket : seen.buckets)
      json["buckets"].push_back(bucket_json(life, bucket, seen.width));
    json["facets"] = facets_json(facets(rows, catalogue->records), *catalogue, assignment);
    json["records"] = records_json(request, life, rows, assignment);
    return json_answer(json);
  });
}

}  // namespace hoego
