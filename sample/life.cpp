#include "sample/life.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <system_error>

#include "base/error.h"
#include "sample/calendar_writer.h"
#include "sample/commits.h"
#include "sample/config_writer.h"
#include "sample/events.h"
#include "sample/exports.h"
#include "sample/files.h"
#include "sample/photo_writer.h"
#include "sample/photos.h"
#include "sample/posts.h"
#include "sample/repository_writer.h"
#include "sample/truth.h"

namespace hoego::sample {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".hoego-sample";
/// The truth comes last: where it is, the life is whole.
constexpr std::array parts = {"pictures", "calendars",   "repos",      "blog",
                              "exports",  "resolutions", "hoego.toml", "truth.json"};

void refuse_what_is_not_ours(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status)) {
    throw Error("the sample life needs a folder", folder.string(), "give the path of a new or empty folder");
  }
  if (!fs::is_empty(folder) && !fs::exists(folder / mark)) {
    throw Error("the folder is not empty and holds no sample life", folder.string(),
                "give the path of a new or empty folder; nothing was written");
  }
}

void write_parts(const fs::path& folder, std::uint64_t seed) {
  const Story story = make_story(seed);
  std::vector<Photo> photos = take_photos(story);
  const Calendars calendars = keep_calendars(story);
  const std::vector<Repository> repositories = write_code(story);
  const std::vector<Post> posts = write_blog(story);
  write_photos(folder, photos);
  write_calendars(folder, calendars.events);
  for (const Repository& repository : repositories) write_repository(folder, repository);
  write_posts(folder, posts);
  const Exports exports = keep_accounts(story);
  write_exports(folder, story, photos, posts, exports);
  write_config(folder, story);
  photos.insert(photos.end(), exports.loose_photos.begin(), exports.loose_photos.end());
  write_truth(folder, {story, photos, calendars, repositories, posts, exports});
}

}  // namespace

void write_sample_life(const fs::path& folder, const SampleOptions& options) {
  refuse_what_is_not_ours(folder);
  const fs::path unfinished = folder / ".hoego-sample.unfinished";
  try {
    fs::create_directories(folder);
    write_file(folder / mark, fmt::format("hoego sample life, seed {}\n", options.seed));
    fs::remove_all(unfinished);
    fs::create_directories(unfinished);
    write_parts(unfinished, options.seed);
    fs::remove(folder / parts.back());
    for (const char* part : parts) {
      fs::remove_all(folder / part);
      fs::rename(unfinished / part, folder / part);
    }
    fs::remove_all(unfinished);
  } catch (const fs::filesystem_error& error) {
    throw Error(fmt::format("cannot write the sample life: {}", error.code().message()), folder.string(),
                "choose a folder that can be written to and has 100 MB to spare");
  }
}

}  // namespace hoego::sample
