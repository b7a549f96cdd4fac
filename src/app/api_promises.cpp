#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/output.h"
#include "app/plan_words.h"
#include "app/resolution_files.h"
#include "app/reviewing.h"
#include "app/typed_text.h"
#include "base/error.h"
#include "base/text.h"
#include "geo/gazetteer.h"
#include "promises/check_text.h"
#include "promises/next_year.h"
#include "review/review.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

/// Each name once, with all ways to write it in a check.
Json names_json(const std::vector<Vocabulary::Name>& names) {
  Json list = Json::array();
  for (const Vocabulary::Name& name : names) {
    auto known =
        std::find_if(list.begin(), list.end(), [&](const Json& one) { return one["id"] == name.id; });
    if (known == list.end()) {
      list.push_back({{"id", name.id}, {"written", Json::array()}});
      known = list.end() - 1;
    }
    (*known)["written"].push_back(name_text(name.written));
  }
  return list;
}

/// Those that a check may name, by their two letters.
Json countries_json() {
  Json list = Json::array();
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'A'; second <= 'Z'; ++second) {
      const std::string code{first, second};
      const std::string english = country_name(code, "en");
      if (english != code && !english.empty())
        list.push_back({{"id", code}, {"name", {{"ko", country_name(code, "ko")}, {"en", english}}}});
    }
  }
  return list;
}

Json words_json(const AllTime& all) {
  const Vocabulary vocabulary = vocabulary_of(all);
  Json json;
  json["measures"] = measure_words();
  json["activities"] = names_json(vocabulary.activities);
  json["areas"] = names_json(vocabulary.areas);
  json["countries"] = countries_json();
  return json;
}

/// "3:9" of the file, and the command line's own words.
Json issue_json(const Issue& issue) {
  const std::size_t colon = issue.place.find(':');
  Json json;
  json["line"] = std::atoi(issue.place.c_str());
  json["column"] = colon == std::string::npos ? 1 : std::max(1, std::atoi(issue.place.c_str() + colon + 1));
  json["what"] = issue.reason;
  json["remedy"] = issue.remedy;
  return json;
}

Json issues_json(const std::vector<Issue>& issues) {
  Json list = Json::array();
  for (const Issue& issue : issues) list.push_back(issue_json(issue));
  return list;
}

/// As `hoego resolutions --json`, without what only charts and the drawer need.
Json promises_of(const JudgedPromises& judged, Date as_of) {
  Json list = Json::parse(promises_json(judged.promises, as_of))["resolutions"];
  for (Json& promise : list) {
    for (const char* member : {"course", "evidence", "evidence_count"}) promise.erase(member);
    for (Json& risk : promise["risks"]) risk.erase("evidence");
  }
  return list;
}

JudgedPromises judged_on(const CheckGround& ground, const Resolutions& file) {
  const auto held = ground.hold();
  return judged_in({file}, ground.all);
}

NextYear planned_on(const CheckGround& ground, const std::vector<Resolutions>& files, int year) {
  const auto held = ground.hold();
  return next_year(files, ground.all, year);
}

}  // namespace

Response api_promises(Api& api, const Request& request) {
  // The file is there at once; what a check may name takes looking through all records the first time.
  const bool words = number_parameter(request, "words", 0, 1, 0) == 1;
  const auto ground = words ? api.grounds.of_checks() : nullptr;
  return api.life.with_life([&](Life& life) {
    const int year = year_parameter(request, life);
    Json json = text_json("hoego.promises/1", year, life, resolution_file(life, year));
    json["year_before"] = year > Date::min_year && std::filesystem::exists(resolution_file(life, year - 1));
    if (words) json["words"] = words_json(ground->all);
    return json_answer(json);
  });
}

Response api_try_promises(Api& api, const Request& request) {
  const TypedText typed = typed_text(request);
  const auto ground = api.grounds.of_checks();
  return api.life.with_life([&](Life& life) {
    const std::filesystem::path file = resolution_file(life, typed.year);
    const std::string name = file.lexically_relative(life.folder()).string();
    const Resolutions read = read_resolutions(clean_text(typed.text.value_or("")), name, typed.year);
    const JudgedPromises judged = judged_on(*ground, read);
    Json json;
    json["schema"] = "hoego.tried/1";
    json["year"] = typed.year;
    json["tag"] = owner_text_tag(file);
    json["promises"] = promises_of(judged, ground->today);
    json["issues"] = issues_json(judged.issues);
    return json_answer(json);
  });
}

Response api_keep_promises(Api& api, const Request& request) {
  const TypedText typed = typed_text(request);
  return api.life.with_life([&](Life& life) {
    const std::filesystem::path file = resolution_file(life, typed.year);
    keep_owner_text(file, typed.text, typed.known);
    return json_answer(text_json("hoego.promises/1", typed.year, life, file));
  });
}

Response api_plan(Api& api, const Request& request) {
  const auto ground = api.grounds.of_checks();
  return api.life.with_life([&](Life& life) {
    const int year = year_parameter(request, life);
    const Language language = language_parameter(request, life.config());
    const std::filesystem::path before = resolution_file(life, std::max(Date::min_year, year - 1));
    if (year <= Date::min_year || year >= Date::max_year || !std::filesystem::exists(before))
      throw Refusal(404, "there are no promises of the year before", before.string(),
                    "a line a promise: - [ ] words `check`; or find some: hoego resolutions extract FILE");
    const NextYear next = planned_on(*ground, resolution_files(life), year);
    Json json;
    json["schema"] = "hoego.plan/1";
    json["year"] = year;
    json["text"] = plan_text(next, ground->today, language);
    json["warning"] = too_many_text(next, language);
    json["issues"] = issues_json(next.issues);
    return json_answer(json);
  });
}

}  // namespace hoego
