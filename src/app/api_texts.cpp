#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/reviewing.h"
#include "app/sentence_places.h"
#include "app/typed_text.h"
#include "base/error.h"
#include "base/text.h"
#include "review/review.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

std::filesystem::path text_file(const Life& life, int year) {
  return life.folder() / "texts" / fmt::format("{:04}.md", year);
}

Json span_json(const TextSpan& span) {
  return {{"at", span.at}, {"end", span.end}};
}

Json part_json(const VerifiedPart& part, const TextSpan& span, const std::string& sentence) {
  Json json = span_json(span);
  json["words"] = sentence.substr(part.at, part.end - part.at);
  json["stated"] = name(part.stated);
  json["standing"] = name(part.standing);
  json["found"] = part.found;
  json["finding"] = part.finding;
  return json;
}

Json sentence_json(const VerifiedSentence& one, const SentencePlace& place) {
  Json json = span_json(place.whole);
  json["line"] = one.sentence.line;
  json["text"] = one.sentence.text;
  json["standing"] = name(one.standing);
  json["parts"] = Json::array();
  for (std::size_t i = 0; i < one.parts.size(); ++i)
    json["parts"].push_back(part_json(one.parts[i], place.parts[i], one.sentence.text));
  return json;
}

}  // namespace

Response api_text(Api& api, const Request& request) {
  return api.life.with_life([&](Life& life) {
    const int year = year_parameter(request, life);
    return json_answer(text_json("hoego.text/1", year, life, text_file(life, year)));
  });
}

Response api_keep_text(Api& api, const Request& request) {
  const TypedText typed = typed_text(request);
  return api.life.with_life([&](Life& life) {
    const std::filesystem::path file = text_file(life, typed.year);
    keep_owner_text(file, typed.text, typed.known);
    return json_answer(text_json("hoego.text/1", typed.year, life, file));
  });
}

Response api_begin_text(Api& api, const Request& request) {
  return api.life.with_fresh_life([&](Life& life) {
    const int year = year_parameter(request, life);
    ReviewRequest wanted = request_of_year(life, year);
    wanted.language = language_parameter(request, life.config());
    Json json;
    json["schema"] = "hoego.begun/1";
    json["year"] = year;
    json["text"] = to_plain_markdown(review_of(life, wanted).review);
    return json_answer(json);
  });
}

Response api_verify(Api& api, const Request& request) {
  const TypedText typed = typed_text(request);
  const auto findings = api.grounds.of_year(typed.year);
  return api.life.with_life([&](Life& life) {
    const std::string& text = typed.text.value_or("");
    const std::vector<VerifiedSentence> sentences = verify(clean_text(text), *findings);
    const std::vector<SentencePlace> places = sentence_places(text, sentences);
    Json json;
    json["schema"] = "hoego.verified/1";
    json["year"] = typed.year;
    json["tag"] = owner_text_tag(text_file(life, typed.year));
    json["sentences"] = Json::array();
    for (std::size_t i = 0; i < sentences.size(); ++i)
      json["sentences"].push_back(sentence_json(sentences[i], places[i]));
    return json_answer(json);
  });
}

}  // namespace hoego
