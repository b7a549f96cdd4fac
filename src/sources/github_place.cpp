#include "sources/github_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/letters.h"

namespace hoego {
namespace {

constexpr std::size_t longest_url = 1000;
constexpr std::size_t longest_name = 100;

bool is_name_character(char c) {
  const char small = static_cast<char>(c | 0x20);
  return is_digit(c) || (small >= 'a' && small <= 'z') || c == '-' || c == '_' || c == '.';
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_name &&
         std::all_of(text.begin(), text.end(), is_name_character);
}

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= 255 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_name_character(c) || c == ':'; });
}

/// Nothing for what is no number from 1 on, or has more than 18 digits.
std::uint64_t number_in(std::string_view text) {
  if (text.empty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), is_digit)) return 0;
  std::uint64_t out = 0;
  for (const char c : text) out = out * 10 + static_cast<std::uint64_t>(c - '0');
  return out;
}

bool is_commit(std::string_view text) {
  return text.size() >= 7 && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    out.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return out;
}

std::string_view at(const std::vector<std::string_view>& parts, std::size_t i) {
  return i < parts.size() ? parts[i] : std::string_view{};
}

/// `issuecomment-1`, `discussion_r1` (in exports `r1`), `pullrequestreview-1`, `commitcomment-1`. False for
/// an anchor that is none of these.
bool read_anchor(std::string_view anchor, GitHubPlace& place) {
  using Part = GitHubPlace::Part;
  if (anchor.empty()) return true;
  const std::size_t digits = anchor.find_last_not_of("0123456789") + 1;
  const std::string_view word = anchor.substr(0, digits);
  if (word == "issuecomment-" || word == "commitcomment-") place.part = Part::Comment;
  if (word == "discussion_r" || word == "r") place.part = Part::ReviewComment;
  if (word == "pullrequestreview-") place.part = Part::Review;
  place.part_id = number_in(anchor.substr(digits));
  return place.part == Part::Whole ? anchor.substr(0, 6) == "issue-" : place.part_id > 0;
}

/// What follows the repository in an address of a page.
bool read_page(const std::vector<std::string_view>& parts, std::string_view anchor, GitHubPlace& place) {
  const std::string_view word = at(parts, 2);
  if (word == "commit") {
    place.thread = GitHubPlace::Thread::Commit;
    place.commit = at(parts, 3);
    return is_commit(place.commit) && read_anchor(anchor, place) && place.part == GitHubPlace::Part::Comment;
  }
  if (word != "pull" && word != "issues") return false;
  place.thread = word == "pull" ? GitHubPlace::Thread::PullRequest : GitHubPlace::Thread::Issue;
  place.number = number_in(at(parts, 3));
  const bool inside = parts.size() == 4 || (parts.size() == 5 && at(parts, 4) == "files");
  return place.number > 0 && inside && read_anchor(anchor, place);
}

/// The same for an address of the API, where comments do not name their thread.
bool read_api(const std::vector<std::string_view>& parts, GitHubPlace& place) {
  using Part = GitHubPlace::Part;
  const std::string_view word = at(parts, 2);
  if (word != "pulls" && word != "issues") return false;
  place.thread = word == "pulls" ? GitHubPlace::Thread::PullRequest : GitHubPlace::Thread::Issue;
  if (at(parts, 3) == "comments") {
    place.part = word == "pulls" ? Part::ReviewComment : Part::Comment;
    place.part_id = number_in(at(parts, 4));
    return place.part_id > 0;
  }
  place.number = number_in(at(parts, 3));
  return place.number > 0 && parts.size() == 4;
}

std::string owner_of_address(const GitHubPlace& place) {
  return place.host == "github.com" ? place.repository : place.host + "/" + place.repository;
}

}  // namespace

std::string GitHubPlace::identity() const {
  std::string out = "github:" + owner_of_address(*this);
  out += thread == Thread::Commit ? "@" + commit : fmt::format("#{}", number);
  if (part == Part::Review) out += fmt::format("/review/{}", part_id);
  if (part == Part::Comment) out += fmt::format("/comment/{}", part_id);
  if (part == Part::ReviewComment) out += fmt::format("/review-comment/{}", part_id);
  return out;
}

std::string GitHubPlace::page() const {
  if (thread == Thread::Commit) return fmt::format("https://{}/{}/commit/{}", host, repository, commit);
  const char* word = thread == Thread::PullRequest ? "pull" : "issues";
  return fmt::format("https://{}/{}/{}/{}", host, repository, word, number);
}

std::string GitHubPlace::label() const {
  return thread == Thread::Commit ? commit.substr(0, 7) : fmt::format("#{}", number);
}

std::optional<GitHubPlace> github_place(std::string_view url) {
  if (url.size() > longest_url) return std::nullopt;
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos ||
      (url.substr(0, scheme) != "https" && url.substr(0, scheme) != "http"))
    return std::nullopt;
  url.remove_prefix(scheme + 3);
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::string_view anchor = url.substr(std::min(hash + 1, url.size()));
  std::string_view path = url.substr(0, hash);
  path = path.substr(0, path.find('?'));
  auto parts = parts_of(path);
  if (parts.size() < 4 || !is_host(parts.front())) return std::nullopt;

  GitHubPlace out;
  out.host = parts.front();
  std::transform(out.host.begin(), out.host.end(), out.host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  parts.erase(parts.begin());
  if (out.host == "api.github.com" || (at(parts, 0) == "api" && at(parts, 1) == "v3")) {
    out.api = true;
    parts.erase(parts.begin(), parts.begin() + (out.host == "api.github.com" ? 0 : 2));
    if (at(parts, 0) != "repos") return std::nullopt;
    parts.erase(parts.begin());
  }
  if (out.host == "api.github.com" || out.host == "www.github.com") out.host = "github.com";
  if (!is_name(at(parts, 0)) || !is_name(at(parts, 1))) return std::nullopt;
  out.repository = fmt::format("{}/{}", parts[0], parts[1]);
  if (out.api ? !read_api(parts, out) : !read_page(parts, anchor, out)) return std::nullopt;
  return out;
}

}  // namespace hoego
