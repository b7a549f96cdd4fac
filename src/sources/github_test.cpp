#include "sources/github.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "sources/github_place.h"
#include "tests/support/json_readings.h"

namespace hoego {
namespace {

using namespace for_tests;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

CollectingSink read(const std::string& bytes) {
  return read_with(github_source, bytes);
}

std::string identity_of(const std::string& url) {
  const auto place = github_place(url);
  return place ? place->identity() : "";
}

TEST(GitHubPlace, an_address_is_a_thread_or_a_part_of_one) {
  EXPECT_EQ(identity_of("https://github.com/huggingface/transformers/pull/123"),
            "github:huggingface/transformers#123");
  EXPECT_EQ(identity_of("https://github.com/o/r/issues/7#issuecomment-99"), "github:o/r#7/comment/99");
  EXPECT_EQ(identity_of("https://github.com/o/r/pull/7#issuecomment-99"), "github:o/r#7/comment/99");
  EXPECT_EQ(identity_of("https://github.com/o/r/pull/7#discussion_r5"), "github:o/r#7/review-comment/5");
  EXPECT_EQ(identity_of("https://github.com/o/r/pull/7/files#r5"), "github:o/r#7/review-comment/5");
  EXPECT_EQ(identity_of("https://github.com/o/r/pull/7#pullrequestreview-8"), "github:o/r#7/review/8");
  EXPECT_EQ(identity_of("https://github.com/o/r/commit/0123456789ab#commitcomment-8"),
            "github:o/r@0123456789ab/comment/8");
  EXPECT_EQ(identity_of("https://api.github.com/repos/o/r/pulls/7"), "github:o/r#7");
}

TEST(GitHubPlace, another_host_is_part_of_the_identity) {
  EXPECT_EQ(identity_of("https://git.Example.com/o/r/pull/7"), "github:git.example.com/o/r#7");
  EXPECT_EQ(identity_of("https://git.example.com/api/v3/repos/o/r/issues/7"), "github:git.example.com/o/r#7");
}

TEST(GitHubPlace, everything_else_is_none) {
  for (const char* other : {"", "github.com/o/r/pull/1", "https://github.com/o/r",
                            "https://github.com/o/r/issues", "https://github.com/o/r/pull/0",
                            "https://github.com/o/r/pull/x", "https://github.com/o/r/pull/1/commits",
                            "https://github.com/o/r/pull/1#event-5", "https://github.com/o/r/labels/bug",
                            "ftp://github.com/o/r/pull/1", "https://github.com/o/r/pull/99999999999999999999",
                            "https://gitlab.com/o/r/-/merge_requests/1", "https://github.com/o o/r/pull/1",
                            "https://api.github.com/users/x", "https://github.com/o/r/commit/zz"})
    EXPECT_EQ(identity_of(other), "") << other;
}

const std::string exported_pull =
    R"({"type":"pull_request","url":"https://github.com/hf/docs/pull/12","user":"https://github.com/mina",)"
    R"("repository":"https://github.com/hf/docs","title":"🌐 [i18n-KO] Translated `peft.md`","body":"번역",)"
    R"("assignees":["https://github.com/mina"],"review_requests":[{"reviewer":"https://github.com/jun"}],)"
    R"("work_in_progress":false,"merged_at":null,"closed_at":null,"created_at":"2024-03-15T20:11:12Z"})";

TEST(GitHub, an_open_pull_request_of_an_export_names_whom_it_waits_for) {
  const std::string bytes = "[\n  " + exported_pull + "]";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  const CollectingSink got = read(bytes);
  ASSERT_EQ(got.observations.size(), 1U);
  const Observation& o = got.observations[0];
  EXPECT_EQ(o.kind, Kind::PullRequest);
  EXPECT_EQ(o.identity, "github:hf/docs#12");
  EXPECT_EQ(o.title, "🌐 [i18n-KO] Translated `peft.md`");
  EXPECT_EQ(begin_of(o), "2024-03-15T20:11:12Z");
  EXPECT_EQ(trait_of(o, trait::repository), "hf/docs");
  EXPECT_EQ(trait_of(o, trait::author_login), "mina");
  EXPECT_EQ(trait_of(o, trait::status), "open");
  EXPECT_EQ(trait_of(o, trait::awaits), "jun,mina");
  EXPECT_EQ(trait_of(o, trait::url), "https://github.com/hf/docs/pull/12");
  EXPECT_EQ(trait_of(o, trait::as_of), "2024-03-15T20:11:12Z");
  EXPECT_EQ(o.quantities.at("characters"), 2);
  EXPECT_EQ(o.locator, "byte 4");
}

/// A pull request as the REST API writes it.
std::string pull(const std::string& more, int number = 12) {
  return fmt::format(
      R"({{"url":"https://api.github.com/repos/hf/docs/pulls/{0}","id":1,"node_id":"PR_x",)"
      R"("html_url":"https://github.com/hf/docs/pull/{0}","number":{0},"title":"t","user":{{"login":"mina"}},)"
      R"("created_at":"2024-03-15T20:11:12Z",{1}}})",
      number, more);
}

TEST(GitHub, a_merged_pull_request_keeps_its_day) {
  const std::string bytes =
      "[" +
      pull(R"("state":"closed","merged_at":"2024-03-20T01:00:00Z","closed_at":"2024-03-20T01:00:00Z",)"
           R"("updated_at":"2024-03-21T01:00:00Z","requested_reviewers":[{"login":"jun"}],"additions":10,)"
           R"("deletions":2,"comments":3)") +
      "]";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  const CollectingSink got = read(bytes);
  ASSERT_EQ(got.observations.size(), 1U);
  const Observation& o = got.observations[0];
  EXPECT_EQ(begin_of(o), "2024-03-15T20:11:12Z");
  EXPECT_EQ(trait_of(o, trait::status), "merged");
  EXPECT_EQ(trait_of(o, trait::merged), "2024-03-20T01:00:00Z");
  EXPECT_EQ(trait_of(o, trait::closed), "2024-03-20T01:00:00Z");
  EXPECT_EQ(trait_of(o, trait::as_of), "2024-03-21T01:00:00Z");
  EXPECT_EQ(trait_of(o, trait::awaits), "");
  EXPECT_EQ(o.quantities.at("lines_added"), 10);
  EXPECT_EQ(o.quantities.at("lines_removed"), 2);
  EXPECT_EQ(o.quantities.at("comments"), 3);
}

std::string status(const std::string& more) {
  const CollectingSink got = read("[" + pull(more) + "]");
  return got.observations.size() == 1 ? trait_of(got.observations[0], trait::status) : "?";
}

TEST(GitHub, the_state_of_a_pull_request_is_never_guessed) {
  EXPECT_EQ(status(R"("state":"open","draft":true)"), "draft");
  EXPECT_EQ(status(R"("state":"closed","merged_at":null,"draft":true)"), "closed");
  EXPECT_EQ(status(R"("state":"closed","pull_request":{"merged_at":"2024-03-20T01:00:00Z"})"), "merged");
  EXPECT_EQ(status(R"("state":"closed","pull_request":{"merged_at":null})"), "closed");
  EXPECT_EQ(status(R"("state":"closed","pull_request":{"url":"x"})"), "");
  EXPECT_EQ(status(R"("x":1)"), "");
}

TEST(GitHub, a_search_tells_issues_from_pull_requests) {
  const std::string issue =
      R"({"url":"https://api.github.com/repos/hf/docs/issues/3","html_url":"https://github.com/hf/docs/issues/3",)"
      R"("id":3,"number":3,"title":"번역 가이드","user":{"login":"jun"},"state":"closed","comments":4,)"
      R"("created_at":"2024-01-02T00:00:00Z","closed_at":"2024-02-02T00:00:00Z","updated_at":"2024-02-02T00:00:00Z"})";
  const std::string bytes = R"({"total_count":2,"incomplete_results":false,"items":[)" + issue + "," +
                            pull(R"("state":"open","pull_request":{"merged_at":null})") + "]}";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  const CollectingSink got = read(bytes);
  ASSERT_EQ(got.observations.size(), 2U);
  EXPECT_EQ(got.observations[0].kind, Kind::Issue);
  EXPECT_EQ(trait_of(got.observations[0], trait::closed), "2024-02-02T00:00:00Z");
  EXPECT_EQ(got.observations[1].kind, Kind::PullRequest);
  EXPECT_THAT(got.claims, ElementsAre(CoverageClaim{Kind::PullRequest, CoverageClass::Window, "hf/docs",
                                                    Date::parse("2024-03-15"), Date::parse("2024-03-15")},
                                      CoverageClaim{Kind::Issue, CoverageClass::Window, "hf/docs",
                                                    Date::parse("2024-01-02"), Date::parse("2024-01-02")}));
}

TEST(GitHub, a_review_says_what_was_found) {
  const auto review = [](const std::string& state, const std::string& date) {
    return fmt::format(R"({{"id":77,"node_id":"PRR_x","user":{{"login":"jun"}},"body":"LGTM","state":"{}",)"
                       R"("html_url":"https://github.com/hf/docs/pull/12#pullrequestreview-77"{}}})",
                       state, date);
  };
  const std::string bytes = "[" + review("CHANGES_REQUESTED", R"(,"submitted_at":"2024-03-16T00:00:00Z")") +
                            "," + review("PENDING", "") + "]";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  const CollectingSink got = read(bytes);
  ASSERT_EQ(got.observations.size(), 1U);
  const Observation& o = got.observations[0];
  EXPECT_EQ(o.kind, Kind::Review);
  EXPECT_EQ(o.identity, "github:hf/docs#12/review/77");
  EXPECT_EQ(o.title, "#12");
  EXPECT_EQ(trait_of(o, trait::author_login), "jun");
  EXPECT_EQ(trait_of(o, trait::status), "changes_requested");
  EXPECT_EQ(o.quantities.at("characters"), 4);
  EXPECT_THAT(got.issues, IsEmpty()) << "a pending review is nobody's concern";
}

TEST(GitHub, pages_one_after_the_other_are_one_list) {
  const std::string bytes = "[" + pull(R"("state":"open")", 1) + "][" + pull(R"("state":"open")", 2) + "," +
                            pull(R"("state":"open")", 3) + "]";
  EXPECT_THAT(identities(read(bytes)),
              ElementsAre("github:hf/docs#1", "github:hf/docs#2", "github:hf/docs#3"));
}

TEST(GitHub, what_gh_prints_is_the_same_pull_request) {
  const std::string bytes =
      R"([{"author":{"is_bot":false,"login":"mina"},"closedAt":"2024-03-20T01:00:00Z","createdAt":"2024-03-15T20:11:12Z",)"
      R"("mergedAt":"2024-03-20T01:00:00Z","number":12,"repository":{"name":"docs","nameWithOwner":"hf/docs"},)"
      R"("state":"MERGED","title":"t","url":"https://github.com/hf/docs/pull/12"},)"
      R"({"author":{"is_bot":true,"login":"app/dependabot"},"createdAt":"2024-03-15T20:11:12Z","closedAt":null,"isDraft":false,)"
      R"("state":"OPEN","reviewRequests":[{"login":"jun"}],"url":"https://github.com/hf/docs/pull/13"}])";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  const CollectingSink got = read(bytes);
  ASSERT_EQ(got.observations.size(), 2U);
  const Observation api =
      read("[" + pull(R"("merged_at":"2024-03-20T01:00:00Z","closed_at":"2024-03-20T01:00:00Z")") + "]")
          .observations[0];
  EXPECT_EQ(got.observations[0].identity, api.identity);
  EXPECT_EQ(got.observations[0].traits, api.traits);
  EXPECT_EQ(trait_of(got.observations[1], trait::author_login), "dependabot[bot]");
  EXPECT_EQ(trait_of(got.observations[1], trait::awaits), "jun");
}

TEST(GitHub, events_bring_what_happened) {
  const std::string around =
      R"("actor":{"login":"mina"},"repo":{"name":"hf/docs"},"created_at":"2025-11-01T01:02:03Z",)";
  const std::string bytes =
      R"([{"id":"1","type":"PushEvent",)" + around + R"("payload":{"commits":[]}},)" +
      R"({"id":"2","type":"PullRequestEvent",)" + around +
      R"("payload":{"action":"opened","number":12,"pull_request":)" +
      R"({"url":"https://api.github.com/repos/hf/docs/pulls/12","id":1,"number":12}}},)" +
      R"({"id":"3","type":"PullRequestEvent",)" + around +
      R"("payload":{"action":"closed","number":13,"pull_request":)" +
      R"({"url":"https://api.github.com/repos/hf/docs/pulls/13","id":1,"number":13}}},)" +
      R"({"id":"4","type":"IssueCommentEvent",)" + around + R"("payload":{"action":"created","issue":)" +
      pull(R"("state":"open","pull_request":{})", 14) +
      R"(,"comment":{"html_url":"https://github.com/hf/docs/pull/14#issuecomment-5","id":5,"user":{"login":"mina"},)"
      R"("body":"네!","created_at":"2025-11-01T01:02:03Z"}}}])";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  const CollectingSink got = read(bytes);
  EXPECT_THAT(identities(got),
              ElementsAre("github:hf/docs#12", "github:hf/docs#14", "github:hf/docs#14/comment/5"));
  EXPECT_EQ(begin_of(got.observations[0]), "2025-11-01T01:02:03Z");
  EXPECT_EQ(trait_of(got.observations[0], trait::author_login), "mina");
  EXPECT_EQ(trait_of(got.observations[0], trait::status), "");
  EXPECT_EQ(got.observations[2].title, "#14 t");
  EXPECT_EQ(got.observations[2].kind, Kind::Comment);
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(GitHub, an_export_covers_each_repository_to_its_newest_stamp) {
  std::string other = exported_pull;
  other.replace(other.find("hf/docs/pull"), 7, "hf/peft");
  other.replace(other.find("hf/docs\""), 7, "hf/peft");
  other.replace(other.find("2024-03-15T"), 11, "2024-05-01T");
  const CollectingSink got = read("[" + exported_pull + "," + other + "]");
  EXPECT_THAT(got.claims, ElementsAre(CoverageClaim{Kind::PullRequest, CoverageClass::Complete, "hf/docs",
                                                    Date::parse("2024-03-15"), Date::parse("2024-05-01")},
                                      CoverageClaim{Kind::PullRequest, CoverageClass::Complete, "hf/peft",
                                                    Date::parse("2024-05-01"), Date::parse("2024-05-01")}));
}

TEST(GitHub, reviews_and_comments_of_an_export) {
  const CollectingSink got = read(
      R"([{"type":"pull_request_review","url":"https://github.com/hf/docs/pull/1/files#pullrequestreview-2",)"
      R"("pull_request":"https://github.com/hf/docs/pull/1","user":"https://github.com/jun","body":null,"state":40,)"
      R"("created_at":"2024-03-15T20:11:12Z","submitted_at":"2024-03-16T20:11:12Z"},)"
      R"({"type":"pull_request_review_comment","url":"https://github.com/hf/docs/pull/1/files#r3",)"
      R"("user":"https://github.com/apps/renovate","body":"오타","created_at":"2024-03-15T20:11:12Z"}])");
  EXPECT_THAT(identities(got), ElementsAre("github:hf/docs#1/review/2", "github:hf/docs#1/review-comment/3"));
  EXPECT_EQ(begin_of(got.observations[0]), "2024-03-16T20:11:12Z");
  EXPECT_EQ(trait_of(got.observations[0], trait::status), "approved");
  EXPECT_EQ(trait_of(got.observations[1], trait::author_login), "renovate[bot]");
}

TEST(GitHub, a_pull_request_without_a_date_is_an_issue_and_the_next_one_is_read) {
  const CollectingSink got = read(R"([{"html_url":"https://github.com/hf/docs/pull/1","number":1},)" +
                                  pull(R"("state":"open")") + "]");
  EXPECT_EQ(got.observations.size(), 1U);
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_EQ(got.issues[0].place, "byte 1");
  EXPECT_THAT(got.issues[0].reason, HasSubstr("github:hf/docs#1 without a date"));
}

TEST(GitHub, other_json_is_nobodys) {
  for (
      const char* other :
      {R"({"name":"x","bugs":{"url":"https://github.com/o/r/issues"}})",
       R"([{"html_url":"https://github.com/o/r"}])",
       R"([{"url":"https://github.com/o/r/issues/1","title":"a bookmark"}])",
       R"([{"html_url":"https://codeberg.org/o/r/issues/1","id":1,"number":1}])",
       R"([{"type":"repository","url":"https://github.com/o/r"}])",
       R"({"type":"KeyEvent","repo":{"name":"x"}})",
       R"([{"scope":"https://api.github.com:443","response":{"html_url":"https://github.com/o/r/pull/1","id":1}}])"})
    EXPECT_THAT(sure_of(other), IsEmpty()) << other;
}

TEST(GitHub, an_enterprise_host_is_known_by_its_node_ids) {
  const std::string bytes =
      R"([{"url":"https://git.corp/api/v3/repos/o/r/pulls/1","html_url":"https://git.corp/o/r/pull/1","number":1,)"
      R"("node_id":"MDExOlB1","created_at":"2024-03-15T20:11:12Z","state":"open"}])";
  EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
  EXPECT_THAT(identities(read(bytes)), ElementsAre("github:git.corp/o/r#1"));
}

// ---- real files

/// Address and moment of everything read, as the filters below print them.
std::vector<std::string> lines_of(const CollectingSink& read) {
  std::vector<std::string> out;
  for (const Observation& o : read.observations)
    out.push_back(fmt::format("{} {} {} {}", name(o.kind), trait_of(o, trait::url), begin_of(o),
                              trait_of(o, trait::author_login)));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(RealGitHub, an_accounts_export_holds_what_jq_finds_in_it) {
  const auto folder = samples() / "github" / "milahu__milahu-nixpkgs-github-data";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample export beside the project";
  if (!has_jq()) GTEST_SKIP() << "jq is not installed";
  const std::string filter =
      R"(.[]|(.type|sub("issue_comment";"comment"))+" "+.url+" "+.created_at+" "+(.user|sub("https://github.com/";"")))";
  std::map<std::string, std::size_t> counts;
  for (const char* file : {"pull_requests_000001.json", "issues_000001.json", "issue_comments_000001.json"}) {
    SCOPED_TRACE(file);
    const std::string bytes = bytes_of(folder / file);
    EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
    const CollectingSink got = read(bytes);
    EXPECT_EQ(lines_of(got), jq_lines(filter, {folder / file}));
    EXPECT_THAT(got.issues, IsEmpty());
    counts[file] = got.observations.size();
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.claims[0].coverage, CoverageClass::Complete);
    EXPECT_EQ(got.claims[0].scope, "milahu/nixpkgs");
    EXPECT_EQ(got.claims[0].to->iso(),
              jq(R"([.[]|.created_at,.updated_at,.closed_at,.merged_at|values]|max[0:10])", {folder / file})
                  .substr(0, 10));
  }
  EXPECT_EQ(counts, (std::map<std::string, std::size_t>{{"pull_requests_000001.json", 3},
                                                        {"issues_000001.json", 77},
                                                        {"issue_comments_000001.json", 52}}));
  for (const char* file : {"attachments_000001.json", "issue_events_000001.json", "issue_events_000002.json",
                           "repositories_000001.json", "schema.json"})
    EXPECT_THAT(sure_of(bytes_of(folder / file)), IsEmpty()) << file;
}

TEST(RealGitHub, the_states_of_an_export_are_those_that_jq_finds) {
  const auto folder = samples() / "github" / "milahu__milahu-nixpkgs-github-data";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample export beside the project";
  if (!has_jq()) GTEST_SKIP() << "jq is not installed";
  const std::string filter =
      R"(.[]|.url+" "+(if .merged_at then "merged" elif .closed_at then "closed" elif .work_in_progress then "draft" )"
      R"(else "open" end)+" "+(.body|if . then gsub("\r";"")|length|tostring else "-" end))";
  for (const char* file : {"pull_requests_000001.json", "issues_000001.json"}) {
    const CollectingSink got = read(bytes_of(folder / file));
    std::vector<std::string> ours;
    for (const Observation& o : got.observations)
      ours.push_back(fmt::format(
          "{} {} {}", trait_of(o, trait::url), trait_of(o, trait::status),
          o.quantities.count("characters") > 0 ? fmt::format("{}", o.quantities.at("characters")) : "-"));
    std::sort(ours.begin(), ours.end());
    EXPECT_EQ(ours, jq_lines(filter, {folder / file})) << file;
  }
}

TEST(RealGitHub, webhooks_bring_the_objects_that_jq_finds_in_them) {
  const auto folder = samples() / "github" / "octokit__webhooks";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample webhooks beside the project";
  if (!has_jq()) GTEST_SKIP() << "jq is not installed";
  const std::string filter =
      R"((.action=="deleted" or .action=="transferred") as $gone|(.comment or .review) as $part|)"
      R"(((.pull_request//empty)|if $gone and ($part|not) then empty else "pull_request "+.html_url+" "+.created_at+" "+.user.login end),)"
      R"(((.issue//empty)|if $gone and ($part|not) then empty else (if .html_url|contains("/pull/") then "pull_request " else "issue " end)+.html_url+" "+.created_at+" "+.user.login end),)"
      R"(((.review//empty)|"review "+.html_url+" "+.submitted_at+" "+.user.login),)"
      R"(((.comment//empty)|if $gone then empty else "comment "+.html_url+" "+.created_at+" "+.user.login end))";
  std::vector<std::string> ours;
  std::vector<std::filesystem::path> files;
  for (const auto& file : files_below(folder)) {
    SCOPED_TRACE(file.string());
    const std::string kind = file.parent_path().filename().string();
    const std::string bytes = bytes_of(file);
    if (kind == "create" || kind == "fork" || kind == "push" || kind == "release") {
      EXPECT_THAT(sure_of(bytes), IsEmpty());
      continue;
    }
    EXPECT_THAT(sure_of(bytes), ElementsAre("github"));
    const CollectingSink got = read(bytes);
    const auto lines = lines_of(got);
    ours.insert(ours.end(), lines.begin(), lines.end());
    EXPECT_THAT(got.issues, IsEmpty());
    EXPECT_THAT(got.claims, IsEmpty()) << "one payload proves no absence";
    files.push_back(file);
  }
  std::sort(ours.begin(), ours.end());
  EXPECT_EQ(files.size(), 26U);
  EXPECT_EQ(ours, jq_lines(filter, files));
  EXPECT_GT(ours.size(), files.size());
}

TEST(RealGitHub, answers_of_the_api_are_read_and_recordings_of_them_are_nobodys) {
  const auto folder = samples() / "github" / "octokit__fixtures";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample answers beside the project";
  if (!has_jq()) GTEST_SKIP() << "jq is not installed";
  for (const auto& file : files_below(folder)) EXPECT_THAT(sure_of(bytes_of(file)), IsEmpty()) << file;
  const std::string search = jq(".[0].response", {folder / "search-issues.json"});
  EXPECT_THAT(sure_of(search), ElementsAre("github"));
  const std::string filter = R"("issue "+.html_url+" "+.created_at+" "+.user.login)";
  EXPECT_EQ(lines_of(read(search)),
            jq_lines(".[0].response.items[]|" + filter, {folder / "search-issues.json"}));
  const std::string pages = jq(".[].response", {folder / "paginate-issues.json"});
  EXPECT_THAT(sure_of(pages), ElementsAre("github"));
  const CollectingSink got = read(pages);
  EXPECT_EQ(lines_of(got), jq_lines(".[].response[]|" + filter, {folder / "paginate-issues.json"}));
  EXPECT_GT(got.observations.size(), 10U);
}

}  // namespace
}  // namespace hoego
