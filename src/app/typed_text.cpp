#include "app/typed_text.h"

#include <nlohmann/json.hpp>

#include "app/request_body.h"
#include "base/civil.h"
#include "base/error.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest = std::size_t{1} << 20;
constexpr std::size_t longest_tag = 100;

}  // namespace

TypedText typed_text(const Request& request) {
  const Json body = body_of(request);
  const auto year = body.find("year");
  if (year == body.end() || !year->is_number_unsigned())
    throw UsageError("this is a year", "year", "for example \"year\": 2024");
  const auto value = year->get<std::uint64_t>();
  if (value < static_cast<std::uint64_t>(Date::min_year) ||
      value > static_cast<std::uint64_t>(Date::max_year))
    throw UsageError("this is a year", "year", "for example \"year\": 2024");
  TypedText typed{static_cast<int>(value), std::nullopt, text_in(body, "known", longest_tag)};
  if (body.contains("text") && !body["text"].is_null()) typed.text = text_in(body, "text", longest);
  if (typed.text && typed.text->find('\0') != std::string::npos)
    throw UsageError("a text holds no NUL", "text", "leave it out");
  return typed;
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

}  // namespace hoego
