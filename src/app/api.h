#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/editing_grounds.h"
#include "app/folder_cache.h"
#include "app/kept_answers.h"
#include "app/owner_edits.h"
#include "app/served_life.h"
#include "picture/workers.h"
#include "serve/route.h"

/// What the page asks of the server, each in a file of its own; listed in api.cpp, described in doc/api.md.
/// All throw Error and are safe with threads.
namespace hoego {

/// What the answers share.
struct Api {
  explicit Api(std::filesystem::path folder)
      : life(std::move(folder)),
        edits(life.folder()),
        pictures(life.cache_folder() / "thumbnails", std::uint64_t{512} << 20),
        answers(life.cache_folder() / "answers", std::uint64_t{64} << 20) {}

  ServedLife life;
  OwnerEdits edits;
  FolderCache pictures;
  FolderCache answers;
  KeptAnswers reviews{24, &answers};
  KeptAnswers findings{200};
  KeptAnswers trips{60, &answers};
  PictureWorkers workers;
  EditingGrounds grounds{life};
};

class ServedPlace;

/// THE list of routes. `place` must outlive them.
std::vector<Route> api_routes(ServedPlace& place);

Response api_page();
Response api_state(ServedPlace& place);
Response api_review(Api& api, const Request& request);
Response api_record(Api& api, const Request& request);
Response api_finding(Api& api, const Request& request);
Response api_trip(Api& api, const Request& request);
Response api_picture(Api& api, const Request& request);
Response api_original(Api& api, const Request& request);
Response api_timeline(Api& api, const Request& request);
Response api_questions(Api& api, const Request& request);
Response api_note(Api& api, const Request& request);
Response api_corrections(Api& api, const Request& request);
Response api_correction(Api& api, const Request& request);
Response api_undo(Api& api, const Request& request);
Response api_proposals(Api& api, const Request& request);
Response api_promises(Api& api, const Request& request);
Response api_try_promises(Api& api, const Request& request);
Response api_keep_promises(Api& api, const Request& request);
Response api_plan(Api& api, const Request& request);
Response api_text(Api& api, const Request& request);
Response api_keep_text(Api& api, const Request& request);
Response api_begin_text(Api& api, const Request& request);
Response api_verify(Api& api, const Request& request);
Response api_life(ServedPlace& place, const Request& request);
Response api_sample(ServedPlace& place, const Request& request);
Response api_paths(const Request& request);
Response api_sources(Api& api, const Request& request);
Response api_recognise(Api& api, const Request& request);
Response api_add_sources(Api& api, const Request& request);
Response api_take_out_sources(Api& api, const Request& request);
Response api_sync(Api& api, const Request& request);
Response api_start_sync(Api& api, const Request& request);
Response api_cancel_sync(Api& api, const Request& request);
Response api_sync_events(Api& api, const Request& request);
Response api_problems(Api& api, const Request& request);

/// Works out what the page asks first (the last year with records, in the owner's language), unless it is
/// kept. Whatever goes wrong is told when the page asks.
void prepare_first_review(Api& api);

/// A whole number among the parameters, `otherwise` where it is not there. Throws UsageError for what is
/// none, or lies outside.
int number_parameter(const Request& request, const std::string& name, int least, int most, int otherwise);
/// The record of the route's id. Throws Refusal 404.
Record record_of(Life& life, const Request& request);
/// This year (`year=`) where none is asked for. Throws UsageError for what is no year.
int year_parameter(const Request& request, const Life& life);
/// Of the answer (`lang=`), else as the command would choose. Throws UsageError for another one.
Language language_parameter(const Request& request, const Config& config);
/// An answer of JSON, with its entity tag. What is no UTF-8 in it is replaced.
Response json_answer(std::string json);
Response json_answer(const nlohmann::ordered_json& json);

}  // namespace hoego
