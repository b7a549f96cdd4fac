#include "sources/github.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "sources/github_item.h"
#include "sources/github_place.h"
#include "sources/json_items.h"
#include "sources/json_items_head.h"

namespace hoego {
namespace {

// ---- recognising
// -------------------------------------------------------------------------------------------

/// Looks at one object of the file's beginning: its members stand under `prefix`.
class HeadObject {
 public:
  HeadObject(const std::vector<JsonKey>& keys, std::string prefix)
      : keys_(keys), prefix_(std::move(prefix)) {}

  /// An element of an export, of the API or of `gh`, or an event.
  bool is_githubs() const {
    return has_page() || has_api_address() || is_typed() || is_printed() || is_event();
  }
  /// A member of a webhook's payload.
  bool has_address() const { return has_page() || has_api_address(); }

 private:
  std::string value(const std::string& name) const {
    const std::string* found = find_key(keys_, prefix_ + name);
    return found == nullptr ? "" : *found;
  }
  bool has(const std::string& name) const { return find_key(keys_, prefix_ + name) != nullptr; }
  bool has_any(std::initializer_list<const char*> names) const {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return has(name); });
  }

  /// Other forges have `html_url` too, but no `node_id`.
  bool has_page() const {
    const auto place = github_place(value("html_url"));
    if (!place || place->api) return false;
    if (place->host != "github.com") return has("node_id");
    return has_any({"id", "node_id", "number", "user.login"});
  }
  bool has_api_address() const {
    const auto place = github_place(value("url"));
    return place && place->api && has_any({"id", "node_id", "html_url"});
  }
  bool is_typed() const {
    constexpr std::array types = {"pull_request",        "issue",          "issue_comment",
                                  "pull_request_review", "commit_comment", "pull_request_review_comment"};
    if (std::find(types.begin(), types.end(), value("type")) == types.end()) return false;
    const auto place = github_place(value("url"));
    return place && !place->api;
  }
  bool is_printed() const {
    const auto place = github_place(value("url"));
    return place && !place->api && place->is_thread() &&
           has_any({"number", "createdAt", "author.login", "repository.nameWithOwner"});
  }
  bool is_event() const {
    constexpr std::string_view end = "Event";
    const std::string type = value("type");
    return type.size() > end.size() && type.compare(type.size() - end.size(), end.size(), end) == 0 &&
           has("actor.login") && has("repo.name");
  }

  const std::vector<JsonKey>& keys_;
  std::string prefix_;
};

bool is_webhook(const std::vector<JsonKey>& keys) {
  if (find_key(keys, "action") == nullptr) return false;
  constexpr std::array members = {"pull_request.",     "issue.", "comment.", "review.", "changes.old_issue.",
                                  "changes.new_issue."};
  return std::any_of(members.begin(), members.end(),
                     [&](const char* prefix) { return HeadObject(keys, prefix).has_address(); });
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const auto keys = keys_in_head(candidate.head);
  if (keys.empty()) return Sureness::No;
  for (const char* prefix : {"[].", "", "items[].", "[][].", "[].items[]."}) {
    if (HeadObject(keys, prefix).is_githubs()) return Sureness::Sure;
  }
  return is_webhook(keys) ? Sureness::Sure : Sureness::No;
}

// ---- reading
// -----------------------------------------------------------------------------------------------

Date day_of(Instant instant) {
  return WallTime{instant.seconds}.date();
}

/// What the file could have seen, by kind and repository.
class Seen {
 public:
  void add(const GitHubFact& fact) {
    const Instant begin{fact.observation.begin->seconds};
    const Span one{begin, begin};
    const std::string& repository = fact.observation.traits.at(trait::repository);
    const auto [at, fresh] = spans_.try_emplace({fact.observation.kind, repository}, one);
    if (!fresh) at->second = {std::min(at->second.first, begin), std::max(at->second.last, begin)};
    newest_ = std::max(newest_, fact.newest);
  }

  /// An export has all of a repository's up to its own date, of which the newest stamp is a lower bound.
  void claim_complete(Sink& sink) const {
    for (const auto& [key, span] : spans_) {
      sink.coverage({key.first, CoverageClass::Complete, key.second, day_of(span.first), day_of(newest_)});
    }
  }

  /// An answer of the API may be one page of many, and of one person's or one repository's.
  void claim_window(Sink& sink) const {
    for (auto at = spans_.begin(); at != spans_.end();) {
      const Kind kind = at->first.first;
      std::string scope = at->first.second;
      Span span = at->second;
      for (++at; at != spans_.end() && at->first.first == kind; ++at) {
        scope.clear();
        span = {std::min(span.first, at->second.first), std::max(span.last, at->second.last)};
      }
      sink.coverage({kind, CoverageClass::Window, scope, day_of(span.first), day_of(span.last)});
    }
  }

 private:
  struct Span {
    Instant first;
    Instant last;
  };
  std::map<std::pair<Kind, std::string>, Span> spans_;
  Instant newest_;
};

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  const auto file = unit.open();
  JsonItems items(*file, {"items"}, unit.path, sink);
  Seen seen;
  bool known = false;
  bool exported = true;
  bool listed = false;
  while (const auto item = items.next()) {
    GitHubItem read = read_github_item(item->value);
    const std::string place = fmt::format("byte {}", item->offset);
    if (!read.problem.empty())
      sink.issue({unit.path, place, read.problem, "it is left out; export it again with its dates"});
    known = known || read.known;
    exported = exported && (read.exported || !read.known);
    listed = listed || item->listed;
    for (GitHubFact& fact : read.facts) {
      seen.add(fact);
      fact.observation.locator = place;
      sink.observation(std::move(fact.observation));
    }
  }
  if (!known) {
    sink.issue({unit.path, "", "there is no pull request, issue, review or comment of GitHub in it",
                "name its type with --as if it is something else"});
    return;
  }
  if (exported) return seen.claim_complete(sink);
  if (listed || items.count() > 1) seen.claim_window(sink);
}

}  // namespace

const Source github_source = {
    .type = "github",
    .version = 1,
    .describe = "pull requests, reviews, issues and comments on GitHub",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
