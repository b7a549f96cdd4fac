#include "sources/github_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sources/chats.h"
#include "sources/github_place.h"

namespace hoego {
namespace {

using Part = GitHubPlace::Part;

constexpr std::size_t longest_login = 100;
constexpr std::size_t most_awaited = 100;

/// What stands around an object and completes it.
struct Surroundings {
  std::string title;                ///< of the thread
  std::optional<Instant> happened;  ///< when the event came
  std::string actor;
  std::string action;
};

std::string iso(Instant instant) {
  return WallTime{instant.seconds}.iso() + "Z";
}

/// The first of several names under which a member goes (REST and export, `gh`).
const JsonValue& any(const JsonValue& object, std::string_view name, std::string_view other) {
  return object.has(name) ? object[name] : object[other];
}

std::string small(std::string_view text) {
  return fold_case(clean_text(text.substr(0, longest_login)));
}

/// Account name of a user: an object with a login, or in exports the address of a profile.
std::string login_of(const JsonValue& user) {
  if (user.is_object()) return user["login"].line(longest_login);
  const std::string address = user.line(300);
  const std::size_t slash = address.rfind('/');
  if (slash == std::string::npos)
    return address.substr(0, address.size() > longest_login ? 0 : address.size());
  const bool app = address.find("/apps/") != std::string::npos;
  return address.substr(slash + 1) + (app ? "[bot]" : "");
}

std::string author_of(const JsonValue& object) {
  std::string login = login_of(any(object, "user", "author"));
  if (login.substr(0, 4) == "app/") login = login.substr(4) + "[bot]";  // as `gh` writes it
  return login;
}

/// Who is asked to act, each once, in order.
std::string awaited(const JsonValue& object) {
  std::vector<std::string> logins;
  const auto add = [&logins](std::string login) {
    std::replace(login.begin(), login.end(), ',', ' ');
    if (login.empty() || logins.size() >= most_awaited) return;
    if (std::find(logins.begin(), logins.end(), login) == logins.end()) logins.push_back(std::move(login));
  };
  for (const char* name : {"requested_reviewers", "reviewRequests", "review_requests"}) {
    for (const JsonValue& entry : object[name].values()) {
      const JsonValue& user = entry.has("reviewer") ? entry["reviewer"] : entry;
      add(login_of(user));
    }
  }
  for (const JsonValue& user : object["assignees"].values()) add(login_of(user));
  std::string out;
  for (const std::string& login : logins) out += (out.empty() ? "" : ",") + login;
  return out;
}

void set(std::map<std::string, std::string>& traits, const char* name, std::string value) {
  if (!value.empty()) traits[name] = std::move(value);
}

void measure_body(const JsonValue& object, Observation& out) {
  if (object["body"].is_text()) {
    out.quantities["characters"] = static_cast<double>(measure(clean_text(object["body"].text())).characters);
  }
}

void add_count(const JsonValue& value, const char* name, Observation& out) {
  if (value.is_list()) out.quantities[name] = static_cast<double>(value.values().size());
  if (const auto count = value.number(); count && *count >= 0) out.quantities[name] = *count;
}

/// Where the object itself stands: its page, else its address in the API.
std::optional<GitHubPlace> place_of(const JsonValue& object) {
  for (const char* name : {"html_url", "url"}) {
    auto place = github_place(object[name].text());
    if (place && (!place->api || place->is_thread())) return place;
  }
  return std::nullopt;
}

/// open, draft, closed or merged; empty where the object does not tell (an event's short form; a pull request
/// seen as an issue, whose closing may be a merge).
std::string status_of(const JsonValue& object, bool is_pull, bool merged, bool closed) {
  const std::string state = small(object["state"].text());
  if (merged || (is_pull && (object["merged"].is_true() || state == "merged"))) return "merged";
  if (closed || state == "closed") {
    const bool as_issue = object["pull_request"].is_object() && !object["pull_request"].has("merged_at");
    return as_issue ? "" : "closed";
  }
  const bool tells = !state.empty() || object.has("closed_at") || object.has("closedAt");
  if (!tells) return "";
  for (const char* name : {"draft", "isDraft", "work_in_progress"}) {
    if (is_pull && object[name].is_true()) return "draft";
  }
  return "open";
}

/// A pull request or an issue.
std::optional<GitHubFact> read_thread(const JsonValue& object, GitHubPlace place, const Surroundings& around,
                                      std::string& problem) {
  const bool is_pull = place.thread == GitHubPlace::Thread::PullRequest ||
                       object["pull_request"].is_object() || object["isPullRequest"].is_true();
  if (is_pull) place.thread = GitHubPlace::Thread::PullRequest;
  auto created = any(object, "created_at", "createdAt").instant();
  const bool opened_now = !created && around.action == "opened";
  if (opened_now) created = around.happened;
  if (!created) {
    // Events since 2025 name a pull request without saying anything of it.
    if (!around.happened) problem = "without a date of creation";
    return std::nullopt;
  }
  auto merged = any(object, "merged_at", "mergedAt").instant();
  if (!merged) merged = object["pull_request"]["merged_at"].instant();
  const auto closed = any(object, "closed_at", "closedAt").instant();
  const auto updated = any(object, "updated_at", "updatedAt").instant();

  GitHubFact fact;
  Observation& out = fact.observation;
  fact.newest =
      std::max({*created, merged.value_or(*created), closed.value_or(*created), updated.value_or(*created)});
  out.kind = is_pull ? Kind::PullRequest : Kind::Issue;
  out.identity = place.identity();
  out.title = object["title"].line();
  out.begin = When::at(*created);
  out.traits[trait::repository] = place.repository;
  out.traits[trait::url] = place.page();
  std::string author = author_of(object);
  set(out.traits, trait::author_login, author.empty() && opened_now ? around.actor : author);
  const std::string status = status_of(object, is_pull, merged.has_value(), closed.has_value());
  set(out.traits, trait::status, status);
  if (is_pull && merged) out.traits[trait::merged] = iso(*merged);
  if (closed) out.traits[trait::closed] = iso(*closed);
  if (status == "open" || status == "draft") set(out.traits, trait::awaits, awaited(object));
  out.traits[trait::as_of] = iso(updated.value_or(fact.newest));
  add_count(object["additions"], "lines_added", out);
  add_count(object["deletions"], "lines_removed", out);
  add_count(any(object, "comments", "commentsCount"), "comments", out);
  measure_body(object, out);
  return fact;
}

/// Numbers are those of exports.
std::string verdict_of(const JsonValue& state) {
  constexpr std::array known = {"approved", "changes_requested", "commented", "dismissed"};
  const auto number = state.number();
  if (number)
    return *number == 1    ? known[2]
           : *number == 30 ? known[1]
           : *number == 40 ? known[0]
           : *number == 50 ? known[3]
                           : "";
  const std::string word = small(state.text());
  return std::find(known.begin(), known.end(), word) != known.end() ? word : "";
}

bool is_pending(const JsonValue& review) {
  return small(review["state"].text()) == "pending" || review["state"].number() == 0.0;
}

std::optional<GitHubFact> read_part(const JsonValue& object, const GitHubPlace& place,
                                    const Surroundings& around, std::string& problem) {
  const bool is_review = place.part == Part::Review;
  if (is_review && is_pending(object)) return std::nullopt;
  auto time = is_review ? any(object, "submitted_at", "submittedAt").instant() : std::nullopt;
  if (!time) time = any(object, "created_at", "createdAt").instant();
  if (!time) {
    problem = "without a date";
    return std::nullopt;
  }
  const auto updated = any(object, "updated_at", "updatedAt").instant();
  GitHubFact fact;
  fact.newest = std::max(*time, updated.value_or(*time));
  Observation& out = fact.observation;
  out.kind = is_review ? Kind::Review : Kind::Comment;
  out.identity = place.identity();
  out.title = place.label() + (around.title.empty() ? "" : " " + around.title);
  out.begin = When::at(*time);
  out.traits[trait::repository] = place.repository;
  out.traits[trait::url] = any(object, "html_url", "url").line();
  set(out.traits, trait::author_login, author_of(object));
  if (is_review) set(out.traits, trait::status, verdict_of(object["state"]));
  if (updated) out.traits[trait::as_of] = iso(*updated);
  measure_body(object, out);
  return fact;
}

void read_object(const JsonValue& object, const Surroundings& around, GitHubItem& into) {
  const auto place = place_of(object);
  if (!place) return;
  into.known = true;
  std::string problem;
  auto fact = place->is_thread() ? read_thread(object, *place, around, problem)
                                 : read_part(object, *place, around, problem);
  if (fact) into.facts.push_back(std::move(*fact));
  if (!problem.empty()) into.problem = fmt::format("{} {}", place->identity(), problem);
}

/// The objects that a webhook or an event brings. What it says was deleted or moved away does not count.
void read_inside(const JsonValue& holder, Surroundings around, GitHubItem& into) {
  const bool gone = around.action == "deleted" || around.action == "transferred";
  const bool about_part = holder["comment"].is_object() || holder["review"].is_object();
  for (const char* name : {"pull_request", "issue"}) {
    const JsonValue& thread = holder[name];
    if (!thread.is_object()) continue;
    into.known = into.known || place_of(thread).has_value();
    around.title = thread["title"].line();
    if (!gone || about_part) read_object(thread, around, into);
  }
  for (const char* name : {"review", "comment"}) {
    if (holder[name].is_object() && !gone) read_object(holder[name], around, into);
  }
}

bool is_event(const JsonValue& item) {
  constexpr std::string_view end = "Event";
  const std::string_view type = item["type"].text();
  return type.size() > end.size() && type.substr(type.size() - end.size()) == end &&
         item["payload"].is_object() && item["repo"]["name"].is_text();
}

bool is_webhook(const JsonValue& item) {
  if (item["html_url"].is_text()) return false;
  return item["repository"].is_object() || item["action"].is_text();
}

}  // namespace

GitHubItem read_github_item(const JsonValue& item) {
  GitHubItem out;
  if (is_event(item)) {
    const JsonValue& payload = item["payload"];
    out.known = true;
    read_inside(payload,
                {{}, item["created_at"].instant(), login_of(item["actor"]), payload["action"].line()}, out);
  } else if (place_of(item)) {
    // Elements of an export have a type and name people and repositories by their addresses.
    out.exported = item["type"].is_text() && item["user"].is_text();
    read_object(item, {}, out);
  } else if (is_webhook(item)) {
    read_inside(item, {{}, {}, {}, item["action"].line()}, out);
  }
  return out;
}

}  // namespace hoego
