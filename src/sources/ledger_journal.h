#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "sources/input.h"
#include "sources/ledger_amount.h"

namespace hoego::ledger {

struct Posting {
  std::uint64_t line = 0;
  std::string account;          ///< as written, with what `apply account` puts before it
  std::vector<Amount> amounts;  ///< one; several where an elided one balances several commodities
  std::optional<Amount> cost;   ///< of all of it, in another commodity
  bool known = true;            ///< false: neither stated nor to be inferred
};

struct Transaction {
  std::uint64_t line = 0;
  Date day;
  std::string payee;
  std::vector<Posting> postings;  ///< real ones, without virtual `(account)` and `[account]`
};

/// What is told of a journal while it is read.
struct JournalEvents {
  std::function<void(const Transaction&)> transaction;
  std::function<void(std::uint64_t line, std::string reason, std::string remedy)> issue;
};

/// Reads a journal of ledger (ledger-cli.org, manual 3.3), hledger (hledger.org, journal format 1.25) or
/// Beancount (its language syntax), line by line: transactions, with amounts that are left out inferred, `Y`
/// and `year`, `D`, `decimal-mark`, `apply account`, `alias`, `comment`. Periodic and automated
/// transactions, prices, other directives and included files are passed over. A line beyond 64 KiB is cut, a
/// transaction beyond 1,000 postings left out.
void read_journal(Input& input, const JournalEvents& events);

/// Whether the beginning of a text holds a transaction with two postings, or a declaration of an account.
struct JournalLook {
  bool transaction = false;
  bool declaration = false;
};
JournalLook look_at_journal(std::string_view head);

}  // namespace hoego::ledger
