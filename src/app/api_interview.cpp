#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/notes_files.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "base/error.h"
#include "interview/questions.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_answer = 20'000;

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

int year_of(const Request& request, Life& life) {
  const std::string* year = request.parameter("year");
  return year == nullptr ? today(life.config()).year() : year_word("year", *year, "for example year=2024");
}

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

std::string string_in(const Json& body, const char* member) {
  const auto found = body.find(member);
  if (found == body.end()) return {};
  if (!found->is_string()) throw UsageError("this is text", member, "see doc/api.md");
  return found->get<std::string>();
}

/// A heading and an id go on one line of the owner's file.
void check_line(const std::string& text, const char* member) {
  const bool one_line = text.find_first_of("\n\r`") == std::string::npos && text.size() <= 300;
  if (!one_line)
    throw UsageError("this is one short line without `", member, "send it as the question had it");
}

TypedAnswer answer_of(const Request& request) {
  const Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) throw UsageError("the body is no JSON object", "body", "see doc/api.md");
  TypedAnswer answer{string_in(body, "finding"), string_in(body, "heading"), string_in(body, "text"),
                     string_in(body, "known")};
  check_line(answer.finding, "finding");
  check_line(answer.heading, "heading");
  if (answer.finding.empty()) throw UsageError("an answer is to a finding", "finding", "see doc/api.md");
  if (answer.text.size() > most_answer)
    throw UsageError("the answer is too long", "text", fmt::format("at most {} bytes", most_answer));
  return answer;
}

}  // namespace

Response api_questions(Api& api, const Request& request) {
  return api.life.with_fresh_life([&](Life& life) {
    ReviewRequest wanted;
    const int year = year_of(request, life);
    wanted.period = whole_year(year);
    if (wanted.period.from > today(life.config()))
      throw UsageError("the year has not begun", "year", "choose a year that has begun");
    Arguments arguments;
    if (const std::string* language = request.parameter("lang")) arguments.language = *language;
    wanted.language = language_of(arguments, life.config());
    const Findings findings = review_of(life, wanted).review.findings;
    Json json;
    json["schema"] = "hoego.questions/1";
    json["year"] = year;
    json["file"] = notes_file(life, year).lexically_relative(life.folder()).string();
    json["questions"] = Json::array();
    for (const Question& question : questions(findings, wanted.language, wanted.tone))
      json["questions"].push_back(question_json(question, findings));
    return json_answer(text_of(json));
  });
}

Response api_note(Api& api, const Request& request) {
  const TypedAnswer answer = answer_of(request);
  return api.life.with_life([&](Life& life) {
    const int year = year_of(request, life);
    keep_answer(life, year, answer);
    Json json;
    json["schema"] = "hoego.note/1";
    json["file"] = notes_file(life, year).lexically_relative(life.folder()).string();
    json["finding"] = answer.finding;
    json["text"] = answer.text;
    return json_answer(text_of(json));
  });
}

}  // namespace hoego
