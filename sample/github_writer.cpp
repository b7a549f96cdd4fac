#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sample/archive_writer.h"
#include "sample/files.h"
#include "sample/github_account.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view site = "https://github.com/";
constexpr std::string_view repository = "https://github.com/openmodels/transformers";

Json user(const std::string& login) {
  return std::string(site) + login;
}

std::string url_of(const PullRequest& one) {
  return fmt::format("{}/pull/{}", repository, one.number);
}

Json instant_json(std::optional<Instant> instant) {
  return instant ? Json(utc_text(*instant)) : Json(nullptr);
}

Json branch(const std::string& reference, const std::string& owner, Random& random) {
  return {{"ref", reference},
          {"sha", random.hex(40)},
          {"user", user(owner)},
          {"repo", fmt::format("{}{}/transformers", site, owner)}};
}

Json pull_requests_json(const GitHubAccount& account, Random& random) {
  Json out = Json::array();
  for (const PullRequest& one : account.pull_requests) {
    Json asked = Json::array();
    for (const std::string& login : one.asked) asked.push_back(user(login));
    out.push_back(
        {{"type", "pull_request"},
         {"url", url_of(one)},
         {"user", user(one.author)},
         {"repository", repository},
         {"title", one.title},
         {"body", "# What does this PR do?\r\n\r\nPart of #22001\r\n\r\n- [x] 맞춤법\r\n- [x] 링크"},
         {"base", branch("main", "openmodels", random)},
         {"head", branch(fmt::format("ko-{}", one.number), one.author, random)},
         {"assignee", nullptr},
         {"assignees", Json::array()},
         {"milestone", nullptr},
         {"labels", Json::array()},
         {"reactions", Json::array()},
         {"review_requests", asked},
         {"close_issue_references", Json::array()},
         {"work_in_progress", one.title.starts_with("[WIP]")},
         {"merged_at", one.merged ? instant_json(one.closed) : Json(nullptr)},
         {"closed_at", instant_json(one.closed)},
         {"created_at", utc_text(one.created)},
         {"merge_commit_sha", one.merged ? Json(random.hex(40)) : Json(nullptr)}});
  }
  return out;
}

Json reviews_json(const GitHubAccount& account, Random& random) {
  Json out = Json::array();
  for (const Review& one : account.reviews) {
    const std::string pull = fmt::format("{}/pull/{}", repository, one.pull_request);
    out.push_back({{"type", "pull_request_review"},
                   {"url", fmt::format("{}/files#pullrequestreview-{}", pull, one.id)},
                   {"pull_request", pull},
                   {"user", user(one.author)},
                   {"body", one.state == 40 ? "LGTM! 고생하셨습니다." : "몇 군데 제안 남깁니다."},
                   {"head_sha", random.hex(40)},
                   {"formatter", "markdown"},
                   {"state", one.state},
                   {"reactions", Json::array()},
                   {"created_at", utc_text(one.submitted)},
                   {"submitted_at", utc_text(one.submitted)}});
  }
  return out;
}

Json issues_json(const GitHubAccount& account) {
  Json out = Json::array();
  for (const Issue& one : account.issues) {
    out.push_back({{"type", "issue"},
                   {"url", fmt::format("{}/issues/{}", repository, one.number)},
                   {"repository", repository},
                   {"user", user(one.author)},
                   {"title", one.title},
                   {"body", "안녕하세요! 함께 고쳐 가요."},
                   {"assignee", nullptr},
                   {"assignees", Json::array()},
                   {"milestone", nullptr},
                   {"labels", Json::array()},
                   {"reactions", Json::array()},
                   {"closed_at", instant_json(one.closed)},
                   {"created_at", utc_text(one.created)},
                   {"updated_at", utc_text(one.closed.value_or(one.created))}});
  }
  return out;
}

Json comments_json(const GitHubAccount& account) {
  Json out = Json::array();
  for (const Comment& one : account.comments) {
    const std::string_view kind = one.on_pull_request ? "pull" : "issues";
    const std::string on = fmt::format("{}/{}/{}", repository, kind, one.number);
    out.push_back({{"type", "issue_comment"},
                   {"url", fmt::format("{}#issuecomment-{}", on, one.id)},
                   {one.on_pull_request ? "pull_request" : "issue", on},
                   {"user", user(one.author)},
                   {"body", one.text},
                   {"formatter", "markdown"},
                   {"reactions", Json::array()},
                   {"created_at", utc_text(one.created)}});
  }
  return out;
}

Json repositories_json() {
  return Json::array({{{"type", "repository"},
                       {"url", repository},
                       {"owner", user("openmodels")},
                       {"name", "transformers"},
                       {"description", "Models for everyone"},
                       {"website", ""},
                       {"private", false},
                       {"has_issues", true},
                       {"has_wiki", false},
                       {"has_downloads", true},
                       {"is_archived", false},
                       {"labels", Json::array()},
                       {"collaborators", Json::array()},
                       {"created_at", "2019-10-02T08:11:40Z"},
                       {"git_url", "tarball://root/repositories/openmodels/transformers.git"},
                       {"default_branch", "main"},
                       {"webhooks", Json::array()}}});
}

}  // namespace

void write_github_export(const std::filesystem::path& folder, const GitHubAccount& account) {
  Random random(account.pull_requests.size(), "github export");
  const Json schema = {{"version", "1.2.0"}, {"github_sha", "5b1f0a7c9d3e2b4a6c8d0e1f2a3b4c5d6e7f8091"}};
  const std::vector<Member> members = {
      {"schema.json", schema.dump()},
      {"repositories_000001.json", repositories_json().dump()},
      {"pull_requests_000001.json", pull_requests_json(account, random).dump()},
      {"pull_request_reviews_000001.json", reviews_json(account, random).dump()},
      {"issues_000001.json", issues_json(account).dump()},
      {"issue_comments_000001.json", comments_json(account).dump()}};
  write_file(folder / "exports/github-export.tar.gz", tar_gz(members));
}

}  // namespace hoego::sample
