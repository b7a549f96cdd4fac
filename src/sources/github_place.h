#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// What an address on GitHub (or a GitHub Enterprise host) points at.
struct GitHubPlace {
  enum class Thread : std::uint8_t { None, PullRequest, Issue, Commit };
  enum class Part : std::uint8_t { Whole, Review, Comment, ReviewComment };

  std::string host;        ///< lower case: "github.com"
  std::string repository;  ///< "owner/name"
  Thread thread = Thread::None;
  Part part = Part::Whole;
  std::uint64_t number = 0;   ///< of an issue or pull request
  std::string commit;         ///< hexadecimal
  std::uint64_t part_id = 0;  ///< of a review or comment
  bool api = false;           ///< an address of the REST API, not of a page

  bool is_thread() const { return part == Part::Whole && number > 0; }
  /// "github:owner/name#12", "github:owner/name#12/review/345"; with the host before the owner where it is
  /// not github.com.
  std::string identity() const;
  /// Address of the thread's page.
  std::string page() const;
  /// "#12", or the first digits of a commit.
  std::string label() const;
};

/// Reads `https://github.com/OWNER/NAME/pull/1#issuecomment-2`, the same on other hosts, and addresses of the
/// API (`https://api.github.com/repos/…`, `https://HOST/api/v3/repos/…`). Nothing for all that is not in a
/// repository or not known.
std::optional<GitHubPlace> github_place(std::string_view url);

}  // namespace hoego
