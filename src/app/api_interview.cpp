#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/notes_files.h"
#include "app/request_body.h"
#include "app/reviewing.h"
#include "base/error.h"
#include "interview/questions.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_answer = 20'000;

Json question_json(const Question& question, const Findings& findings) {
  Json json;
  json["finding"] = question.finding;
  json["heading"] = question.heading;
  json["told"] = question.told;
  json["months"] = Json::array();
  for (const auto& month : question.months) json["months"].push_back(month ? Json(*month) : Json(nullptr));
  json["before"] = Json::array();
  for (const OwnWords& words : question.before)
    json["before"].push_back({{"year", words.year}, {"text", words.text}});
  json["text"] = question.text;
  const OwnWords* answer = answer_to(question, findings);
  json["answer"] = answer == nullptr ? Json(nullptr) : Json(answer->text);
  return json;
}

/// A heading and an id go on one line of the owner's file.
void check_line(const std::string& text, const char* member) {
  const bool one_line = text.find_first_of("\n\r`") == std::string::npos && text.size() <= 300;
  if (!one_line)
    throw UsageError("this is one short line without `", member, "send it as the question had it");
}

TypedAnswer answer_of(const Request& request) {
  const Json body = body_of(request);
  TypedAnswer answer{text_in(body, "finding", most_answer), text_in(body, "heading", most_answer),
                     text_in(body, "text", most_answer), text_in(body, "known", most_answer)};
  check_line(answer.finding, "finding");
  check_line(answer.heading, "heading");
  if (answer.finding.empty()) throw UsageError("an answer is to a finding", "finding", "see doc/api.md");
  return answer;
}

}  // namespace

Response api_questions(Api& api, const Request& request) {
  return api.life.with_fresh_life([&](Life& life) {
    const int year = year_parameter(request, life);
    ReviewRequest wanted = request_of_year(life, year);
    wanted.language = language_parameter(request, life.config());
    const Findings findings = review_of(life, wanted).review.findings;
    Json json;
    json["schema"] = "hoego.questions/1";
    json["year"] = year;
    json["file"] = notes_file(life, year).lexically_relative(life.folder()).string();
    json["questions"] = Json::array();
    for (const Question& question : questions(findings, wanted.language, wanted.tone))
      json["questions"].push_back(question_json(question, findings));
    return json_answer(json);
  });
}

Response api_note(Api& api, const Request& request) {
  const TypedAnswer answer = answer_of(request);
  return api.life.with_life([&](Life& life) {
    const int year = year_parameter(request, life);
    keep_answer(life, year, answer);
    Json json;
    json["schema"] = "hoego.note/1";
    json["file"] = notes_file(life, year).lexically_relative(life.folder()).string();
    json["finding"] = answer.finding;
    json["text"] = answer.text;
    return json_answer(json);
  });
}

}  // namespace hoego
