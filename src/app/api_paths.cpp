#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/request_body.h"
#include "base/error.h"
#include "base/text.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_names = 50;
constexpr std::size_t most_looked_at = 20'000;

struct Found {
  std::string name;
  bool folder = false;
};

/// What begins so in a folder, whatever the case, by name; nothing hidden.
std::vector<Found> names_in(const fs::path& folder, const std::string& beginning, bool& more) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error == std::errc::permission_denied)
    throw Refusal(404, "the folder may not be read", folder.string(), "check its permissions");
  if (error) throw Refusal(404, "there is no such folder", folder.string(), "check the path");
  std::vector<Found> found;
  std::size_t looked_at = 0;
  for (; entries != fs::directory_iterator() && !error; entries.increment(error)) {
    if (++looked_at > most_looked_at) {
      more = true;
      break;
    }
    const std::string name = entries->path().filename().string();
    const bool hidden = name.front() == '.';
    if (hidden || fold_case(clean_text(name)).rfind(beginning, 0) != 0) continue;
    std::error_code ignored;
    found.push_back({name, entries->is_directory(ignored)});
  }
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.folder != b.folder ? a.folder : a.name < b.name; });
  return found;
}

}  // namespace

Response api_paths(const Request& request) {
  const std::string* under = request.parameter("under");
  if (under == nullptr) throw UsageError("which folder?", "under", "for example under=~/Pict");
  const fs::path asked = typed_path(*under);
  const bool whole = *under == "~" || under->back() == '/';
  const fs::path folder = whole ? asked : asked.parent_path();
  const std::string beginning = whole ? std::string() : fold_case(clean_text(asked.filename().native()));
  Json json;
  json["schema"] = "hoego.paths/1";
  json["folder"] = folder.string();
  bool more = false;
  std::vector<Found> found = names_in(folder, beginning, more);
  json["more"] = more || found.size() > most_names;
  if (found.size() > most_names) found.resize(most_names);
  json["names"] = Json::array();
  for (const Found& one : found) json["names"].push_back({{"name", one.name}, {"folder", one.folder}});
  return json_answer(json);
}

}  // namespace hoego
