#include "app/kept_answers.h"

#include <algorithm>

namespace hoego {

std::optional<Response> KeptAnswers::find(const std::string& asked, const std::string& generation) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(asked);
  if (found == kept_.end() || found->second.generation != generation) return std::nullopt;
  found->second.used = ++clock_;
  return found->second.answer;
}

std::optional<Response> KeptAnswers::last(const std::string& asked) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(asked);
  if (found == kept_.end()) return std::nullopt;
  return found->second.answer;
}

void KeptAnswers::keep(const std::string& asked, const std::string& generation, const Response& answer) {
  const std::lock_guard lock(mutex_);
  kept_[asked] = {generation, answer, ++clock_};
  if (kept_.size() <= most_) return;
  kept_.erase(std::min_element(kept_.begin(), kept_.end(), [](const auto& one, const auto& other) {
    return one.second.used < other.second.used;
  }));
}

}  // namespace hoego
