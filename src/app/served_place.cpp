#include "app/served_place.h"

#include <algorithm>
#include <cstdlib>

#include "serve/refusal.h"

namespace hoego {

namespace fs = std::filesystem;

Api& ServedPlace::api() {
  if (Api* api = find()) return *api;
  throw Refusal(503, "there is no life folder yet", proposed_.string(),
                "make one on the page, or with `hoego init`");
}

Api* ServedPlace::find() {
  const std::lock_guard lock(mutex_);
  return now_;
}

Api& ServedPlace::open(const fs::path& folder) {
  Api& api = take(folder);
  api.life.with_life([&api](Life& life) {
    const bool to_read = life.is_unfinished() && !life.config().sources.empty();
    if (to_read && !api.life.is_importing()) api.life.sync().start();
    return Response();
  });
  return api;
}

Api& ServedPlace::take(const fs::path& folder) {
  const std::lock_guard lock(mutex_);
  const auto known = std::find_if(opened_.begin(), opened_.end(),
                                  [&folder](const auto& api) { return api->life.folder() == folder; });
  if (known != opened_.end()) return *(now_ = known->get());
  opened_.push_back(std::make_unique<Api>(folder));
  return *(now_ = opened_.back().get());
}

fs::path ServedPlace::sample_folder() const {
  return proposed_.parent_path() / "hoego-demo";
}

fs::path proposed_folder(const Arguments& arguments) {
  if (!arguments.directory.empty())
    return (fs::absolute(arguments.directory) / "").lexically_normal().parent_path();
  const char* home = std::getenv("HOME");
  return (home == nullptr || *home == '\0' ? fs::current_path() : fs::path(home)) / "hoego";
}

bool is_sample(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "truth.json", ignored);
}

}  // namespace hoego
