#include "app/typed_text.h"

#include <nlohmann/json.hpp>

#include "app/output.h"
#include "base/civil.h"
#include "base/error.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* remedy = "see doc/api.md";

std::optional<std::string> string_in(const Json& body, const char* member) {
  const auto found = body.find(member);
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) throw UsageError("this is text", member, remedy);
  return found->get<std::string>();
}

}  // namespace

TypedText typed_text(const Request& request) {
  const Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) throw UsageError("the body is no JSON object", "body", remedy);
  const auto year = body.find("year");
  if (year == body.end() || !year->is_number_unsigned())
    throw UsageError("this is a year", "year", "for example \"year\": 2024");
  const auto value = year->get<std::uint64_t>();
  if (value < static_cast<std::uint64_t>(Date::min_year) ||
      value > static_cast<std::uint64_t>(Date::max_year))
    throw UsageError("this is a year", "year", "for example \"year\": 2024");
  TypedText typed{static_cast<int>(value), string_in(body, "text"), string_in(body, "known").value_or("")};
  if (typed.text && typed.text->find('\0') != std::string::npos)
    throw UsageError("a text holds no NUL", "text", "leave it out");
  return typed;
}

int asked_year(const Request& request, const Life& life) {
  const std::string* year = request.parameter("year");
  return year == nullptr ? today(life.config()).year() : year_word("year", *year, "for example year=2024");
}

Language asked_language(const Request& request, const Life& life) {
  Arguments arguments;
  if (const std::string* language = request.parameter("lang")) arguments.language = *language;
  return language_of(arguments, life.config());
}

Json text_json(const char* schema, int year, const Life& life, const std::filesystem::path& file) {
  const OwnerText there = owner_text(file);
  Json json;
  json["schema"] = schema;
  json["year"] = year;
  json["file"] = file.lexically_relative(life.folder()).string();
  json["text"] = there.text ? Json(*there.text) : Json(nullptr);
  json["tag"] = there.tag;
  return json;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoego
