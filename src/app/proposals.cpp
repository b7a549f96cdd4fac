#include "app/proposals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/output.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

/// How many records of a name there are, and how many of them count as the owner's.
struct Share {
  std::uint64_t all = 0;
  std::uint64_t own = 0;
};
using Shares = std::map<std::string, Share>;

void count(Shares& shares, const Record& record, const char* key) {
  const std::string* name = record.find_trait(key);
  if (name == nullptr || name->empty()) return;
  ++shares[*name].all;
  shares[*name].own += record.mine ? 1 : 0;
}

std::string quoted_list(const Shares& shares, bool own) {
  std::string list;
  for (const auto& [name, share] : shares) {
    if ((share.own > 0) == own) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", one_line(name));
  }
  return list;
}

void print_share(const std::string& name, const Share& share, const char* what, const char* others) {
  fmt::print("  {:<32} {:>7} {}: taken for {}\n", one_line(name), thousands(share.all), what,
             share.own > 0 ? "yours" : others);
}

void print_shares(const Shares& shares, const char* head, const char* what, const char* others) {
  if (shares.empty()) return;
  fmt::print("{}\n", head);
  for (const auto& [name, share] : shares) print_share(name, share, what, others);
}

/// Calendars that rather tell of others or of no one: holidays, birthdays, another's address.
bool is_doubtful(const std::string& calendar, const std::vector<std::string>& emails) {
  static const Pattern of_no_one(
      "휴일|공휴일|기념일|생일|holidays?|birthdays?|phases of the moon|week numbers");
  static const Pattern address("^[^@\\s]+@[^@\\s]+$");
  if (of_no_one.matches(calendar)) return true;
  return address.matches(calendar) && std::none_of(emails.begin(), emails.end(), [&](const std::string& own) {
           return fold_case(own) == fold_case(calendar);
         });
}

void print_calendars(const Shares& calendars, const std::vector<std::string>& emails) {
  Shares rest;
  std::string doubtful;
  for (const auto& [name, share] : calendars) {
    if (!is_doubtful(name, emails)) {
      rest[name] = share;
      continue;
    }
    doubtful += fmt::format("  {:<32} {:>7} entries: counted, though it seems to be no one's or another's\n",
                            one_line(name), thousands(share.all));
  }
  if (doubtful.empty()) return;
  fmt::print("calendars; to count your own alone: [me] calendars = [{}]\n{}", quoted_list(rest, true),
             doubtful);
}

}  // namespace

void print_proposals(Life& life) {
  const Decisions& decided = life.config().decisions;
  Shares cameras;
  Shares accounts;
  Shares calendars;
  Shares writers;
  for (const Record& record : life.store().records(std::nullopt)) {
    count(cameras, record, trait::camera);
    count(accounts, record, trait::author_login);
    if (record.kind == Kind::Event) count(calendars, record, trait::calendar);
    if (record.kind == Kind::Message) count(writers, record, trait::person);
  }
  const auto is_named = [&decided](const Shares& shares) {
    return std::any_of(shares.begin(), shares.end(), [&decided](const auto& share) {
      return std::any_of(decided.names.begin(), decided.names.end(), [&share](const std::string& own) {
        return fold_case(own) == fold_case(share.first);
      });
    });
  };
  if (decided.cameras.empty()) {
    print_shares(cameras, "cameras, to be named under [me] cameras in hoego.toml:", "pictures",
                 "a friend's, as it took under a tenth of what your busiest camera did");
  }
  if (!is_named(accounts)) {
    print_shares(accounts, "accounts, to be named under [me] names in hoego.toml:", "things",
                 "another's, as yours is the one that made most");
  }
  if (!is_named(writers)) {
    print_shares(writers, "who writes in your chats; name yourself under [me] names in hoego.toml:", "days",
                 "another's, or not to be told");
  }
  if (decided.calendars.empty()) print_calendars(calendars, decided.emails);
}

}  // namespace hoego
