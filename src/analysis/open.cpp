#include "analysis/open.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/evidence.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

bool can_be_open(const Record& record) {
  return record.kind == Kind::PullRequest || record.kind == Kind::Issue;
}

std::string text_of(const Record& record, const char* key) {
  const std::string* value = record.find_trait(key);
  return value == nullptr ? std::string() : *value;
}

/// Local day of an ISO 8601 instant in UTC, by the record's own offset.
std::optional<Date> day_of(const std::string& utc, const Record& record) {
  if (utc.size() < 19) return std::nullopt;
  const auto wall = WallTime::parse(std::string_view(utc).substr(0, 19));
  if (!wall) return std::nullopt;
  return wall_time(instant(*wall, Offset{0}), record.offset).date();
}

std::set<std::string> names_in(const std::string& list) {
  std::set<std::string> names;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    const std::string one = fold_case(trim(std::string_view(list).substr(at, comma - at)));
    if (!one.empty()) names.insert(one);
    at = comma + 1;
  }
  return names;
}

/// Account names under which own things were made.
std::set<std::string> own_accounts(const Timeline& timeline) {
  std::set<std::string> accounts;
  for (const Record& record : timeline.records()) {
    const std::string login = fold_case(text_of(record, trait::author_login));
    if (record.mine && !login.empty()) accounts.insert(login);
  }
  return accounts;
}

bool waits_for(const Record& record, const std::set<std::string>& accounts) {
  const std::set<std::string> asked = names_in(text_of(record, trait::awaits));
  return std::any_of(accounts.begin(), accounts.end(),
                     [&asked](const std::string& account) { return asked.count(account) > 0; });
}

}  // namespace

std::string outcome_of(const Record& record, Date as_of) {
  const auto merged = day_of(text_of(record, trait::merged), record);
  if (merged && *merged <= as_of) return "merged";
  const auto closed = day_of(text_of(record, trait::closed), record);
  if (closed && *closed <= as_of) return "closed";
  const std::string status = text_of(record, trait::status);
  // An end without a day cannot be placed before or after.
  const bool ended = !merged && !closed && (status == "merged" || status == "closed");
  return ended ? status : "open";
}

std::vector<OpenItem> find_open(const Timeline& timeline, Date as_of) {
  const std::set<std::string> accounts = own_accounts(timeline);
  std::vector<OpenItem> open;
  for (const Record& record : timeline.records()) {
    if (!can_be_open(record) || record.day() > as_of || outcome_of(record, as_of) != "open") continue;
    const bool asked = !record.mine && waits_for(record, accounts);
    if (!record.mine && !asked) continue;
    OpenItem item;
    item.title = record.title;
    item.kind = record.kind;
    item.since = record.day();
    item.asked = asked;
    item.repository = text_of(record, trait::repository);
    item.evidence = evidence_of({&record});
    item.id = fmt::format("open-{}", record.id);
    open.push_back(std::move(item));
  }
  return open;
}

}  // namespace hoego
