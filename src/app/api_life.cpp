#include <fmt/format.h>

#include "app/made_life.h"
#include "app/request_body.h"
#include "app/served_place.h"
#include "base/error.h"
#include "sample/life.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_folder = 4096;
constexpr std::size_t longest_word = 100;

bool is_life(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "hoego.toml", ignored);
}

}  // namespace

Response api_life(ServedPlace& place, const Request& request) {
  const auto body = body_of(request);
  const std::string typed = text_in(body, "folder", longest_folder);
  const fs::path folder = typed.empty() ? place.proposed() : typed_path(typed);
  if (!is_life(folder))
    make_life(folder, {text_in(body, "language", longest_word), text_in(body, "home_zone", longest_word)});
  place.open(folder);
  return api_state(place);
}

Response api_sample(ServedPlace& place, const Request& /*request*/) {
  const fs::path folder = place.sample_folder();
  if (!(is_life(folder) && is_sample(folder))) sample::write_sample_life(folder, {});
  place.open(folder);
  return api_state(place);
}

}  // namespace hoego
