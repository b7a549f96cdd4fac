#include <fmt/format.h>

#include <array>
#include <vector>

#include "app/api.h"
#include "picture/workers.h"
#include "serve/etag.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

/// Few of them, so that what was made for one place of the page serves another.
constexpr std::array<int, 4> widths = {200, 400, 800, 1600};
constexpr int usual_width = 400;
constexpr int version = 1;  ///< raised when the same picture would come out otherwise

int width_of(const Request& request) {
  const int wanted = number_parameter(request, "width", 1, widths.back(), usual_width);
  for (const int width : widths) {
    if (width >= wanted) return width;
  }
  return widths.back();
}

int status_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::NotKnown:
      return 415;
    case Trouble::Damaged:
      return 422;
    case Trouble::TooLarge:
      return 413;
    case Trouble::Gone:
      return 404;
    default:
      return 503;
  }
}

/// Where the picture lies: in one place, or in several that hold the same.
std::vector<PictureJob> jobs_of(const Life& life, const Record& record, int width) {
  if (record.kind != Kind::Photo)
    throw Refusal(415, "only pictures have previews", record.id, "ask for the original");
  std::vector<PictureJob> jobs;
  for (const Origin& origin : record.origins) {
    const Life::Original original = life.original(origin);
    jobs.push_back({original.file.string(), original.member, {width, 2 * width}});
  }
  return jobs;
}

std::string small(Api& api, const std::vector<PictureJob>& jobs) {
  for (std::size_t at = 0;; ++at) {
    try {
      return api.workers.small(jobs[at]);
    } catch (const PictureError& error) {
      if (error.trouble() == Trouble::Gone && at + 1 < jobs.size()) continue;
      throw Refusal(status_of(error.trouble()), error.what(), error.where(), error.remedy());
    }
  }
}

Response picture_answer(std::string jpeg) {
  Response response;
  response.type = "image/jpeg";
  response.etag = etag_of(jpeg);
  response.body = std::move(jpeg);
  response.caching = Caching::AskAlways;
  return response;
}

}  // namespace

Response api_picture(Api& api, const Request& request) {
  const int width = width_of(request);
  // A picture's id is the hash of its image data.
  const std::string key = fmt::format("{} {} {}", version, request.parts.front(), width);
  if (auto kept = api.pictures.find(key)) return picture_answer(std::move(*kept));
  std::vector<PictureJob> jobs;
  api.life.with_life([&](Life& life) {
    jobs = jobs_of(life, record_of(life, request), width);
    return Response();
  });
  std::string jpeg = small(api, jobs);
  api.pictures.keep(key, jpeg);
  return picture_answer(std::move(jpeg));
}

}  // namespace hoego
