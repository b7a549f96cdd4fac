#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/asked_correction.h"
#include "app/edit_json.h"
#include "app/request_body.h"
#include "base/error.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest = 100;  // of a file's name and a tag

Response answer_of(const char* schema, const OwnerEdit& edit, const Json& more) {
  Json json;
  json["schema"] = schema;
  json.update(edit_json(edit));
  json.update(more);
  return json_answer(json);
}

}  // namespace

Json edit_json(const OwnerEdit& edit) {
  Json json;
  json["file"] = edit.file;
  json["lines"] = Json::array();
  for (const LineEdit& lines : edit.lines)
    json["lines"].push_back({{"line", lines.line}, {"removed", lines.removed}, {"added", lines.added}});
  json["before"] = edit.before;
  json["after"] = edit.after;
  return json;
}

Response api_correction(Api& api, const Request& request) {
  const Json body = body_of(request);
  const Write write = number_parameter(request, "preview", 0, 1, 0) == 1 ? Write::No : Write::Yes;
  return api.life.with_life([&](Life& life) {
    const AskedCorrection asked = asked_correction(body, life, today(life.config()));
    const bool had_rules = !life.config().settings.activities.empty();
    const OwnerEdit edit = api.edits.edit(asked.file, asked.change, write);
    const bool first_rule = !had_rules && body.contains("activity");
    return answer_of("hoego.correction/1", edit,
                     {{"written", write == Write::Yes}, {"first_rule", first_rule}});
  });
}

Response api_undo(Api& api, const Request& request) {
  const Json body = body_of(request);
  return api.life.with_life([&](Life&) {
    const OwnerEdit edit = api.edits.undo(text_in(body, "file", longest), text_in(body, "before", longest),
                                          text_in(body, "after", longest));
    return answer_of("hoego.undo/1", edit, Json::object());
  });
}

}  // namespace hoego
