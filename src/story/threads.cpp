#include "story/threads.h"

#include <algorithm>

namespace hoego {
namespace {

std::string_view sort_of(Kind kind) {
  switch (kind) {
    case Kind::Commit:
    case Kind::Chat:
      return "code";
    case Kind::PullRequest:
    case Kind::Review:
    case Kind::Issue:
      return "requests";
    case Kind::Post:
    case Kind::Note:
    case Kind::Book:
    case Kind::Paper:
      return "words";
    case Kind::Workout:
      return "exercise";
    case Kind::Listen:
    case Kind::Watch:
      return "media";
    case Kind::Photo:
    case Kind::Video:
      return thread_pictures;
    default:
      return thread_else;
  }
}

bool has_label(const Findings& findings, const std::string& area) {
  return std::any_of(findings.areas.begin(), findings.areas.end(), [&](const AreaTime& one) {
    return one.id == area && !(one.label.ko.empty() && one.label.en.empty());
  });
}

}  // namespace

std::vector<Thread> threads_of(const Findings& findings, const std::vector<const Activity*>& activities) {
  std::vector<Thread> threads;
  for (const Activity* activity : activities) {
    const bool own = !activity->area.empty() && has_label(findings, activity->area);
    const std::string id = own ? "area-" + activity->area : std::string(sort_of(activity->kind));
    auto thread =
        std::find_if(threads.begin(), threads.end(), [&](const Thread& one) { return one.id == id; });
    if (thread == threads.end()) {
      threads.push_back({id, own ? activity->area : std::string{}, {}});
      thread = threads.end() - 1;
    }
    // Behind the last of its sort, so that pull requests and reviews stand together.
    auto& all = thread->activities;
    const auto same = std::find_if(all.rbegin(), all.rend(), [&](const Activity* other) {
      return sort_of(other->kind) == sort_of(activity->kind);
    });
    all.insert(same == all.rend() ? all.end() : same.base(), activity);
  }
  std::stable_partition(threads.begin(), threads.end(),
                        [](const Thread& thread) { return thread.id != thread_else; });
  return threads;
}

}  // namespace hoego
