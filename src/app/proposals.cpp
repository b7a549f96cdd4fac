#include "app/proposals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/output.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

using ByName = std::map<std::string, NamedThings>;

void count(ByName& all, const Record& record, const char* key) {
  const std::string* name = record.find_trait(key);
  if (name == nullptr || name->empty()) return;
  NamedThings& things = all[*name];
  things.name = *name;
  ++things.count;
  things.mine = things.mine || record.mine;
}

std::vector<NamedThings> listed(const ByName& all) {
  std::vector<NamedThings> list;
  for (const auto& [name, things] : all) list.push_back(things);
  return list;
}

/// Tells calendars that rather are of others or of no one: holidays, birthdays, another's address.
class Doubts {
 public:
  explicit Doubts(const std::vector<std::string>& own_addresses) : own_(own_addresses) {}

  bool is_doubtful(const std::string& calendar) const {
    if (of_no_one_.matches(calendar)) return true;
    return address_.matches(calendar) && std::none_of(own_.begin(), own_.end(), [&](const std::string& own) {
             return fold_case(own) == fold_case(calendar);
           });
  }

 private:
  const std::vector<std::string>& own_;
  Pattern of_no_one_{"휴일|공휴일|기념일|생일|holidays?|birthdays?|phases of the moon|week numbers"};
  Pattern address_{"^[^@\\s]+@[^@\\s]+$"};
};

bool names_one(const ByName& all, const std::vector<std::string>& own) {
  return std::any_of(own.begin(), own.end(), [&all](const std::string& name) {
    return std::any_of(all.begin(), all.end(),
                       [&name](const auto& one) { return fold_case(one.first) == fold_case(name); });
  });
}

void print_things(const std::vector<NamedThings>& things, const char* head, const char* what,
                  const char* others) {
  if (!things.empty()) fmt::print("{}\n", head);
  for (const NamedThings& one : things) {
    fmt::print("  {:<32} {:>7} {}: taken for {}\n", one_line(one.name), thousands(one.count), what,
               one.mine ? "yours" : others);
  }
}

void print_calendars(const std::vector<NamedThings>& calendars) {
  if (calendars.empty()) return;
  std::string own;
  for (const NamedThings& one : calendars) {
    if (!one.doubtful && one.mine)
      own += fmt::format("{}\"{}\"", own.empty() ? "" : ", ", one_line(one.name));
  }
  fmt::print("calendars; to count your own alone: [me] calendars = [{}]\n", own);
  for (const NamedThings& one : calendars) {
    if (one.doubtful)
      fmt::print("  {:<32} {:>7} entries: counted, though it seems to be no one's or another's\n",
                 one_line(one.name), thousands(one.count));
  }
}

}  // namespace

WhoseThings undecided_things(const Life& life) {
  const Decisions& decided = life.config().decisions;
  ByName cameras;
  ByName accounts;
  ByName calendars;
  ByName writers;
  for (const Record& record : life.store().records(std::nullopt)) {
    count(cameras, record, trait::camera);
    count(accounts, record, trait::author_login);
    if (record.kind == Kind::Event) count(calendars, record, trait::calendar);
    if (record.kind == Kind::Message) count(writers, record, trait::person);
  }
  WhoseThings things;
  if (decided.cameras.empty()) things.cameras = listed(cameras);
  if (!names_one(accounts, decided.names)) things.accounts = listed(accounts);
  if (!names_one(writers, decided.names)) things.writers = listed(writers);
  const Doubts doubts(decided.emails);
  bool any_doubtful = false;
  for (auto& [name, one] : calendars) {
    one.doubtful = doubts.is_doubtful(name);
    any_doubtful = any_doubtful || one.doubtful;
  }
  if (decided.calendars.empty() && any_doubtful) things.calendars = listed(calendars);
  return things;
}

void print_proposals(const Life& life) {
  const WhoseThings things = undecided_things(life);
  print_things(things.cameras, "cameras, to be named under [me] cameras in hoego.toml:", "pictures",
               "a friend's, as it took under a tenth of what your busiest camera did");
  print_things(things.accounts, "accounts, to be named under [me] names in hoego.toml:", "things",
               "another's, as yours is the one that made most");
  print_things(things.writers,
               "who writes in your chats; name yourself under [me] names in hoego.toml:", "days",
               "another's, or not to be told");
  print_calendars(things.calendars);
}

}  // namespace hoego
