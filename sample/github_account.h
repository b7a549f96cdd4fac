#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

struct PullRequest {
  int number = 0;
  std::string author;  ///< login
  std::string title;
  Instant created;
  std::optional<Instant> closed;
  bool merged = false;
  std::vector<std::string> asked;  ///< logins that are still asked for a review

  bool open() const { return !closed; }
};

struct Review {
  int id = 0;
  int pull_request = 0;  ///< number
  std::string author;
  int state = 1;  ///< 1 commented, 30 changes requested, 40 approved
  Instant submitted;
};

struct Issue {
  int number = 0;
  std::string author;
  std::string title;
  Instant created;
  std::optional<Instant> closed;
};

struct Comment {
  int id = 0;
  int number = 0;  ///< of the pull request or issue
  bool on_pull_request = false;
  std::string author;
  std::string text;
  Instant created;
};

/// What happened in one repository; pull requests and issues share their numbers.
struct GitHubAccount {
  std::vector<PullRequest> pull_requests;  ///< in the order of their numbers
  std::vector<Review> reviews;
  std::vector<Issue> issues;
  std::vector<Comment> comments;
};

/// The owner's and the colleagues' translation of documents.
GitHubAccount contribute(const Story& story);

/// A migration archive of the account below `folder`/exports.
void write_github_export(const std::filesystem::path& folder, const GitHubAccount& account);

}  // namespace hoego::sample
