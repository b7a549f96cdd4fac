#include "sources/ledger_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/letters.h"
#include "base/text.h"
#include "sources/ledger_line.h"

namespace hoego::ledger {
namespace {

constexpr std::size_t most_postings = 1000;
constexpr std::size_t most_aliases = 1000;
constexpr std::size_t most_prefixes = 100;

double rounded(double value) {
  const double out = std::round(value * 1e8) / 1e8;
  return out == 0 ? 0 : out;
}

class JournalReader {
 public:
  JournalReader(Input& input, const JournalEvents& events) : lines_(input), events_(events) {}

  void read() {
    std::string line;
    while (lines_.next(line)) see(line);
    finish();
  }

 private:
  enum class Inside { Nothing, Transaction, Skipped, Comment };

  void see(const std::string& line);
  void begin_transaction(const Header& header);
  void see_posting(std::string_view line);
  void see_directive(std::string_view line);
  void finish();
  void balance();
  std::string full_account(std::string account) const;

  Lines lines_;
  const JournalEvents& events_;
  Inside inside_ = Inside::Nothing;
  std::string end_of_comment_;
  Transaction now_;
  bool broken_ = false;
  std::size_t elided_ = 0;  ///< postings without an amount
  std::optional<int> year_;
  char decimal_mark_ = 0;
  std::string default_commodity_;
  std::vector<std::string> prefixes_;
  std::map<std::string, std::string> aliases_;
  bool beancount_ = false;
};

void JournalReader::see(const std::string& line) {
  if (inside_ == Inside::Comment) {
    if (trim(line) == end_of_comment_) inside_ = Inside::Nothing;
    return;
  }
  if (trim(line).empty()) {
    finish();
    return;
  }
  if (line[0] == ' ' || line[0] == '\t') {
    if (inside_ == Inside::Transaction) see_posting(line);
    return;
  }
  if (std::string_view(";#*%|").find(line[0]) != std::string_view::npos) return;
  finish();
  beancount_ = beancount_ || tells_of_beancount(line);
  if (line[0] < '0' || line[0] > '9') {
    see_directive(line);
    return;
  }
  const auto header = parse_header(line, year_, beancount_);
  if (header.kind == Header::Kind::Transaction) {
    begin_transaction(header);
    return;
  }
  inside_ = Inside::Skipped;
  if (header.kind == Header::Kind::NoYear)
    events_.issue(lines_.number(), "a date without a year", "write the year, or a line `Y2024` above");
  if (header.kind == Header::Kind::NoDate)
    events_.issue(lines_.number(), "a transaction whose date does not exist", "correct the date");
}

void JournalReader::begin_transaction(const Header& header) {
  now_ = {lines_.number(), header.day, header.payee, {}};
  elided_ = 0;
  broken_ = false;
  inside_ = Inside::Transaction;
}

void JournalReader::see_posting(std::string_view line) {
  if (broken_) return;
  const auto parts = parse_posting(line, beancount_);
  if (!parts) return;  // a comment or metadata
  if (parts->is_virtual) return;
  if (now_.postings.size() == most_postings) {
    broken_ = true;
    events_.issue(now_.line, "a transaction with more than 1,000 postings", "divide it");
    return;
  }
  Posting posting;
  posting.line = lines_.number();
  posting.account = full_account(parts->account);
  const auto amount = parse_posting_amount(parts->amount, decimal_mark_);
  if (!amount) {
    posting.known = false;
    elided_ += 2;  // nor can another be inferred
    events_.issue(posting.line,
                  fmt::format("\"{}\" is not understood as an amount", clipped(trim(parts->amount))),
                  "write the amount instead of an expression");
    now_.postings.push_back(std::move(posting));
    return;
  }
  if (amount->amount) {
    posting.amounts = {*amount->amount};
    if (posting.amounts[0].commodity.empty()) posting.amounts[0].commodity = default_commodity_;
    posting.cost = amount->cost;
    if (posting.cost && posting.cost->commodity.empty()) posting.cost->commodity = default_commodity_;
  } else {
    posting.known = false;
    elided_ += amount->assigned ? 2 : 1;  // an assigned balance cannot be inferred
  }
  now_.postings.push_back(std::move(posting));
}

/// Gives the one posting without an amount what is missing to nothing.
void JournalReader::balance() {
  const auto elided = std::find_if(now_.postings.begin(), now_.postings.end(),
                                   [](const Posting& posting) { return !posting.known; });
  if (elided == now_.postings.end() || elided_ != 1) return;
  std::map<std::string, double> sums;
  for (const Posting& posting : now_.postings) {
    for (const Amount& amount : posting.amounts) {
      const Amount& weight = posting.cost ? *posting.cost : amount;
      sums[weight.commodity] -= weight.value;
    }
  }
  for (const auto& [commodity, value] : sums) {
    if (rounded(value) != 0) elided->amounts.push_back({rounded(value), commodity});
  }
  elided->known = true;
}

void JournalReader::finish() {
  const bool whole = inside_ == Inside::Transaction && !broken_ && !now_.postings.empty();
  inside_ = Inside::Nothing;
  if (!whole) return;
  balance();
  events_.transaction(now_);
}

std::string JournalReader::full_account(std::string account) const {
  const auto alias = aliases_.find(account);
  if (alias != aliases_.end()) {
    account = alias->second;
  } else if (const std::size_t colon = account.find(':'); colon != std::string::npos && !aliases_.empty()) {
    const auto first = aliases_.find(account.substr(0, colon));
    if (first != aliases_.end()) account = first->second + account.substr(colon);
  }
  for (auto prefix = prefixes_.rbegin(); prefix != prefixes_.rend(); ++prefix)
    account = *prefix + ":" + account;
  return account.size() <= longest_account ? account : account.substr(0, account.find(':'));
}

void JournalReader::see_directive(std::string_view line) {
  inside_ = Inside::Skipped;
  if (line[0] == '!' || line[0] == '@') line.remove_prefix(1);
  const Words words = divide(line);
  if (words.first == "comment" || words.first == "test") {
    inside_ = Inside::Comment;
    end_of_comment_ = "end " + words.first;
  } else if (words.first == "year" || words.first == "Y" || (line[0] == 'Y' && words.rest.empty())) {
    year_ = parse_year(words.rest.empty() ? line.substr(1) : std::string_view(words.rest));
  } else if (words.first == "D") {
    const auto amount = parse_posting_amount(words.rest, 0);
    if (amount && amount->amount) default_commodity_ = amount->amount->commodity;
  } else if (words.first == "decimal-mark") {
    decimal_mark_ = words.rest == "," ? ',' : '.';
  } else if (words.first == "apply") {
    const Words what = divide(words.rest);
    if (what.first == "year") year_ = parse_year(what.rest);
    if (what.first == "account" && prefixes_.size() < most_prefixes) prefixes_.push_back(what.rest);
  } else if (words.first == "end") {
    const bool account = words.rest.empty() || words.rest.find("account") != std::string::npos;
    if (account && !prefixes_.empty()) prefixes_.pop_back();
  } else if (words.first == "alias" && aliases_.size() < most_aliases) {
    const std::size_t equals = words.rest.find('=');
    if (equals != std::string::npos && words.rest[0] != '/')
      aliases_[trim(words.rest.substr(0, equals))] = trim(words.rest.substr(equals + 1));
  }
}

}  // namespace

void read_journal(Input& input, const JournalEvents& events) {
  JournalReader(input, events).read();
}

JournalLook look_at_journal(std::string_view head) {
  JournalLook out;
  bool beancount = false;
  std::size_t postings = 0;
  bool amount = false;
  const std::string text = decode_guess(head.substr(0, head.find('\0')));
  if (text.size() + 3 < head.size() / 2) return out;  // no text
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (trim(line).empty()) continue;
    if (line[0] != ' ' && line[0] != '\t') {
      beancount = beancount || tells_of_beancount(line);
      postings = 0;
      amount = false;
      const Words words = divide(line);
      out.declaration = out.declaration || beancount || words.first == "commodity" ||
                        words.first == "include" ||
                        (words.first == "account" && words.rest.find(':') != std::string::npos);
      if (parse_header(line, 2000, beancount).kind != Header::Kind::Transaction) postings = most_postings;
      continue;
    }
    if (postings == most_postings) continue;
    const auto posting = parse_posting(line, beancount);
    if (!posting) continue;
    if (posting->account.find(':') == std::string::npos) {
      postings = most_postings;
      continue;
    }
    ++postings;
    const auto parsed = parse_posting_amount(posting->amount, 0);
    amount = amount || (parsed && parsed->amount);
    out.transaction = out.transaction || (postings >= 2 && amount);
  }
  return out;
}

}  // namespace hoego::ledger
