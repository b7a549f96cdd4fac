#include "app/kept_answers.h"

#include <algorithm>

#include "serve/etag.h"

namespace hoego {
namespace {

/// Three lines, then the body: the form, the generation, the tag of the body.
constexpr std::string_view form = "hoego.answer/1";

std::string file_of(const std::string& generation, const Response& answer, const std::string& body) {
  return std::string(form) + '\n' + generation + '\n' + answer.etag + '\n' + body;
}

std::string line_of(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string line(rest.substr(0, end));
  rest.remove_prefix(std::min(rest.size(), end + 1));
  return line;
}

}  // namespace

KeptAnswers::Kept* KeptAnswers::kept(const std::string& asked) {
  const auto found = kept_.find(asked);
  if (found != kept_.end()) return &found->second;
  const auto file = folder_ == nullptr ? std::nullopt : folder_->find(asked);
  if (!file) return nullptr;
  std::string_view rest = *file;
  if (line_of(rest) != form) return nullptr;
  Kept read;
  read.generation = line_of(rest);
  read.answer.etag = line_of(rest);
  // A file cut short, or touched by somebody, is none.
  if (etag_of(rest) != read.answer.etag) return nullptr;
  read.answer.body = std::string(rest);
  put(asked, std::move(read));
  return &kept_.at(asked);
}

void KeptAnswers::put(const std::string& asked, Kept answer) {
  answer.used = ++clock_;
  kept_[asked] = std::move(answer);
  if (kept_.size() <= most_) return;
  kept_.erase(std::min_element(kept_.begin(), kept_.end(), [](const auto& one, const auto& other) {
    return one.second.used < other.second.used;
  }));
}

std::optional<Response> KeptAnswers::find(const std::string& asked, const std::string& generation) {
  const std::lock_guard lock(mutex_);
  Kept* found = kept(asked);
  if (found == nullptr || found->generation != generation) return std::nullopt;
  found->used = ++clock_;
  return found->answer;
}

std::optional<Response> KeptAnswers::last(const std::string& asked) {
  const std::lock_guard lock(mutex_);
  const Kept* found = kept(asked);
  if (found == nullptr) return std::nullopt;
  return found->answer;
}

void KeptAnswers::keep(const std::string& asked, const std::string& generation, const Response& answer) {
  const std::lock_guard lock(mutex_);
  put(asked, {generation, answer, 0});
  const auto* body = std::get_if<std::string>(&answer.body);
  if (folder_ != nullptr && body != nullptr) folder_->keep(asked, file_of(generation, answer, *body));
}

}  // namespace hoego
