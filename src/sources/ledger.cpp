#include "sources/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "sources/card_values.h"
#include "sources/ledger_journal.h"

namespace hoego {
namespace {

using namespace ledger;  // this file is their only reader

constexpr std::size_t most_issues = 100;
/// ISO 4217's code for "no currency".
constexpr const char* no_currency = "XXX";

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  constexpr std::string_view own[] = {".ledger", ".journal", ".hledger", ".beancount",
                                      ".bean",   ".lgr",     ".ldg"};
  constexpr std::string_view neutral[] = {"", ".txt", ".dat", ".j"};
  const std::string extension = fold_case(std::filesystem::path(candidate.relative).extension().string());
  const bool is_own = is_one_of(extension, own);
  if (!is_own && !is_one_of(extension, neutral)) return Sureness::No;
  const JournalLook look = look_at_journal(candidate.head);
  if (look.transaction || (is_own && look.declaration)) return Sureness::Sure;
  return is_own ? Sureness::Maybe : Sureness::No;
}

/// Whether a top account is one of expenses, and what follows it.
std::optional<std::string> category_of(const std::string& account) {
  constexpr std::string_view names[] = {"expenses", "expense", "비용", "지출"};
  const std::size_t colon = std::min(account.find(':'), account.size());
  if (!is_one_of(fold_case(trim(account.substr(0, colon))), names)) return std::nullopt;
  return colon < account.size() ? trim(account.substr(colon + 1)) : std::string();
}

class ExpenseWriter {
 public:
  ExpenseWriter(const Unit& unit, Sink& sink) : path_(unit.path), sink_(sink) {}

  void see(const Transaction& transaction) {
    first_ = std::min(first_.value_or(transaction.day), transaction.day);
    last_ = std::max(last_.value_or(transaction.day), transaction.day);
    const std::string paid_from = source_account(transaction);
    for (const Posting& posting : transaction.postings) {
      const auto category = category_of(posting.account);
      if (!category) continue;
      if (!posting.known)
        issue(posting.line, "an amount that is not written and cannot be inferred", "write the amount");
      else
        hand_out(transaction, posting, *category, paid_from);
    }
  }
  void issue(std::uint64_t line, std::string reason, std::string remedy) {
    if (issues_ > most_issues) return;
    if (++issues_ <= most_issues)
      sink_.issue({path_, fmt::format("line {}", line), std::move(reason), std::move(remedy)});
    else
      sink_.issue({path_, "", "there are more such lines", "correct those above first"});
  }
  void finish() {
    if (first_) sink_.coverage({Kind::Expense, CoverageClass::Complete, "", first_, last_});
  }

 private:
  /// The account that paid, if only one did.
  static std::string source_account(const Transaction& transaction) {
    std::string out;
    for (const Posting& posting : transaction.postings) {
      if (category_of(posting.account) || posting.account == out) continue;
      if (!out.empty()) return {};
      out = posting.account;
    }
    return out;
  }

  static std::string currency(const std::string& commodity) {
    if (commodity.empty()) return no_currency;
    return card::currency_of(commodity).value_or(commodity);
  }

  void hand_out(const Transaction& transaction, const Posting& posting, const std::string& category,
                const std::string& paid_from) {
    Observation out;
    out.kind = Kind::Expense;
    out.title = transaction.payee.empty() ? category : transaction.payee;
    out.locator = fmt::format("line {}", posting.line);
    out.begin = When::on(transaction.day);
    for (const Amount& amount : posting.amounts) add(out, amount);
    if (posting.cost && currency(posting.cost->commodity) != currency(posting.amounts[0].commodity))
      add(out, *posting.cost);
    if (out.quantities.empty()) return;  // 0
    if (!category.empty()) out.traits[trait::category] = category;
    if (!paid_from.empty()) out.traits[trait::account] = paid_from;
    std::string amounts;
    for (const auto& [name, value] : out.quantities) amounts += fmt::format("{}={:.8f}\n", name, value);
    const std::string identity = hash_hex(fmt::format(
        "{}\n{}\n{}\n{}", transaction.day.iso(), fold_case(transaction.payee), posting.account, amounts));
    const std::size_t nth = ++equal_[identity];
    out.identity = "expense:" + identity + (nth > 1 ? fmt::format("#{}", nth) : std::string());
    sink_.observation(std::move(out));
  }

  static void add(Observation& out, const Amount& amount) {
    const double value = std::round(amount.value * 1e8) / 1e8;
    if (value != 0) out.quantities["amount:" + currency(amount.commodity)] += value;
  }

  const std::string& path_;
  Sink& sink_;
  std::size_t issues_ = 0;
  std::optional<Date> first_;
  std::optional<Date> last_;
  std::unordered_map<std::string, std::size_t> equal_;
};

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  const auto input = unit.open();
  ExpenseWriter writer(unit, sink);
  bool any = false;
  read_journal(*input, {.transaction =
                            [&](const Transaction& transaction) {
                              any = true;
                              writer.see(transaction);
                            },
                        .issue =
                            [&](std::uint64_t line, std::string reason, std::string remedy) {
                              any = true;
                              writer.issue(line, std::move(reason), std::move(remedy));
                            }});
  std::string head(4096, '\0');
  head.resize(input->read(0, head.data(), head.size()));
  if (!any && !look_at_journal(head).declaration)
    throw Error("there is no transaction in it", unit.path, "leave it out, or name its type");
  writer.finish();
}

}  // namespace

const Source ledger_source = {
    .type = "ledger",
    .version = 1,
    .describe = "journals of ledger, hledger and Beancount",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
