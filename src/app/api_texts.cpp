#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "app/api.h"
#include "app/reviewing.h"
#include "app/sentence_places.h"
#include "app/typed_text.h"
#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"
#include "review/review.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

std::filesystem::path text_file(const Life& life, int year) {
  return life.folder() / "texts" / fmt::format("{:04}.md", year);
}

/// Where a footnote's mark that begins at `at` ends; nothing where none begins there.
std::optional<std::size_t> mark_end(const std::string& line, std::size_t at) {
  if (line.compare(at, 2, "[^") != 0 || (at > 0 && line[at - 1] == '\\')) return std::nullopt;
  std::size_t end = at + 2;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == at + 2 || end == line.size() || line[end] != ']') return std::nullopt;
  return end + 1;
}

/// A review's Markdown without its footnotes: they are of what is told today, and the text goes on.
std::string without_footnotes(const std::string& markdown) {
  std::string text;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    const auto note = mark_end(line, 0);
    if (note && line.compare(*note, 1, ":") == 0) continue;
    for (std::size_t at = 0; at < line.size();) {
      if (const auto end = mark_end(line, at))
        at = *end;
      else
        text += line[at++];
    }
    text += '\n';
  }
  while (text.size() > 1 && text[text.size() - 2] == '\n') text.pop_back();
  return text;
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
    const int year = asked_year(request, life);
    return json_answer(dumped(text_json("hoego.text/1", year, life, text_file(life, year))));
  });
}

Response api_keep_text(Api& api, const Request& request) {
  const TypedText typed = typed_text(request);
  return api.life.with_life([&](Life& life) {
    const std::filesystem::path file = text_file(life, typed.year);
    keep_owner_text(file, typed.text, typed.known);
    return json_answer(dumped(text_json("hoego.text/1", typed.year, life, file)));
  });
}

Response api_begin_text(Api& api, const Request& request) {
  return api.life.with_fresh_life([&](Life& life) {
    ReviewRequest wanted;
    const int year = asked_year(request, life);
    wanted.period = whole_year(year);
    if (wanted.period.from > today(life.config()))
      throw UsageError("the year has not begun", "year", "choose a year that has begun");
    wanted.language = asked_language(request, life);
    Json json;
    json["schema"] = "hoego.begun/1";
    json["year"] = year;
    json["text"] = without_footnotes(to_markdown(review_of(life, wanted).review));
    return json_answer(dumped(json));
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
    return json_answer(dumped(json));
  });
}

}  // namespace hoego
