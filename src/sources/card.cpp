#include "sources/card.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "base/error.h"
#include "base/hash.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/card_statement.h"
#include "sources/table_html.h"

namespace hoego {
namespace {

using namespace card;  // this file is their only reader

/// ISO 4217's code for "no currency".
constexpr const char* no_currency = "XXX";

// ---- recognising

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// A workbook's first bytes do not show its cells, so its name must tell: as card companies and banks name
/// their files.
bool is_named_like_a_statement(std::string_view small_name) {
  return contains_any(
      small_name,
      {"이용내역", "승인내역",    "거래내역",    "결제내역",    "매출내역",  "사용내역",   "카드내역",
       "입출금",   "이용대금",    "명세서",      "삼성카드",    "신한카드",  "현대카드",   "롯데카드",
       "하나카드", "우리카드",    "국민카드",    "비씨카드",    "농협카드",  "카카오뱅크", "토스뱅크",
       "케이뱅크", "samsungcard", "shinhancard", "hyundaicard", "lottecard", "hanacard",   "wooricard",
       "kbcard",   "bccard",      "kakaobank",   "tossbank"});
}

bool is_workbook(std::string_view head) {
  return head.substr(0, 4) == "PK\x03\x04" &&
         contains_any(head, {"[Content_Types].xml", "xl/", "_rels/.rels"});
}

Sureness by_rows(std::string_view head) {
  const auto rows = sniff_rows(head);
  const auto header = find_header(rows);
  if (header) return header->telling ? Sureness::Sure : Sureness::Maybe;
  const bool is_table = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.size() > 2; });
  return is_table ? Sureness::Maybe : Sureness::No;
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const std::string name =
      fold_case(clean_text(std::filesystem::path(candidate.relative).filename().string()));
  const auto ends_with = [&](std::string_view ending) {
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
  };
  const bool sheet = ends_with(".xlsx") || ends_with(".xls") || ends_with(".xlsm");
  if (sheet && (is_workbook(candidate.head) || candidate.head.substr(0, 4) == "\xD0\xCF\x11\xE0"))
    return is_named_like_a_statement(name) ? Sureness::Sure : Sureness::Maybe;
  const bool text = ends_with(".csv") || ends_with(".tsv") || ends_with(".txt");
  if (!sheet && !text) return Sureness::No;
  const Sureness sureness = by_rows(candidate.head);
  if (!sheet || sureness == Sureness::Sure || !looks_like_html(candidate.head)) return sureness;
  return is_named_like_a_statement(name) ? Sureness::Sure : Sureness::Maybe;  // its style fills the head
}

// ---- reading

/// A purchase, a refund or a deposit, with its sign and its moment understood.
struct Deal {
  const Entry* entry = nullptr;
  Date day;
  std::optional<int> second;
  double amount = 0;  ///< positive: spent
  std::string currency;
  Money foreign;
};

/// How a statement writes what went out.
enum class Outgoing { Positive, Negative };

class ExpenseReader {
 public:
  ExpenseReader(const Statement& statement, const Unit& unit, Sink& sink)
      : statement_(statement), path_(unit.path), issues_(unit.path, sink), sink_(sink) {}

  void read() {
    outgoing_ = how_outgoing();
    std::vector<Deal> deals;
    for (const Entry& entry : statement_.entries) {
      if (auto deal = deal_of(entry)) deals.push_back(std::move(*deal));
    }
    for (const Deal& deal : deals) {
      clock_ = clock_ || deal.second.value_or(0) != 0;
      auto& kinds = seen_[key(deal)];
      if (deal.amount < 0)
        kinds.negative = true;
      else
        (deal.entry->cancelled ? kinds.cancelled : kinds.positive) = true;
    }
    for (const Deal& deal : deals) hand_out(deal);
    for (const auto& [account, range] : covered_)
      sink_.coverage({Kind::Expense, CoverageClass::Complete, account, range.from, range.to});
    if (without_currency_ > 0)
      issues_.add(without_currency_, "no currency is stated, so the amounts are of none (XXX)",
                  "name it: map = { \"=USD\" = \"currency\" }");
  }
  void state_currency(std::string currency) { currency_ = std::move(currency); }

 private:
  struct Seen {
    bool positive = false;
    bool cancelled = false;
    bool negative = false;
  };

  Outgoing how_outgoing() const;
  std::optional<Deal> deal_of(const Entry& entry);
  std::optional<double> spent(const Entry& entry) const;
  std::optional<double> spent_of_signed(const Entry& entry) const;
  void hand_out(const Deal& deal);
  std::string currency_of_amount(const Entry& entry, const Money* money);
  Money foreign_of(const Entry& entry) const;

  /// By what the row of a purchase and the row that takes it back know each other.
  static std::string key(const Deal& deal) {
    const Entry& entry = *deal.entry;
    const std::string what =
        entry.approval.empty() ? entry.merchant + "\n" + deal.day.iso() : "#" + entry.approval;
    const double amount = deal.amount != 0 ? deal.amount : deal.foreign.value;
    return hash_hex(fmt::format("{}\n{}\n{:.2f}", entry.account, what, std::abs(amount)));
  }

  const Statement& statement_;
  const std::string& path_;
  Issues issues_;
  Sink& sink_;
  std::string currency_;
  Outgoing outgoing_ = Outgoing::Positive;
  bool clock_ = false;  ///< some row has a time other than midnight
  std::unordered_map<std::string, Seen> seen_;
  std::unordered_map<std::string, std::size_t> equal_;
  std::map<std::string, DateRange> covered_;
  std::uint64_t without_currency_ = 0;  ///< line of the first such row
};

bool says_in(const Entry& entry) {
  return contains_any(entry.words, {"입금", "deposit"}) || entry.words.substr(0, 6) == "credit";
}
bool says_out(const Entry& entry) {
  return contains_any(entry.words, {"출금", "지급", "withdrawal"}) || entry.words.substr(0, 5) == "debit";
}
/// What a card's owner pays to the card company is no refund.
bool is_settlement(const Entry& entry) {
  const std::string merchant = fold_case(entry.merchant);
  return contains_any(entry.words, {"payment"}) ||
         contains_any(merchant,
                      {"payment - thank", "payment thank", "autopay", "online payment", "대금결제"});
}
bool is_refund(const Entry& entry) {
  return entry.cancelled || tells_of_cancelling(entry.words) ||
         tells_of_cancelling(fold_case(entry.merchant)) || contains_any(entry.words, {"return"});
}

Outgoing ExpenseReader::how_outgoing() const {
  const bool columns = statement_.columns.has(Meaning::Out);
  std::size_t negative = 0;
  std::size_t positive = 0;
  std::size_t told = 0;
  for (const Entry& entry : statement_.entries) {
    const auto& money = columns ? entry.out : entry.amount;
    if (!money || money->value == 0 || is_settlement(entry) || is_refund(entry)) continue;
    ++(money->value < 0 ? negative : positive);
    if (says_in(entry) || says_out(entry)) ++told;
  }
  if (columns || !statement_.columns.has(Meaning::Balance))
    return negative > positive ? Outgoing::Negative : Outgoing::Positive;
  if (negative == 0 && positive > 0 && told == 0)
    throw Error("no sign and no column says which amounts went out of the account", path_,
                "say which column tells 출금 and 입금: map = { \"COLUMN\" = \"status\" }");
  return negative > 0 ? Outgoing::Negative : Outgoing::Positive;
}

std::optional<double> ExpenseReader::spent_of_signed(const Entry& entry) const {
  const double value = entry.amount->value;
  const bool bank = statement_.columns.has(Meaning::Balance);
  if (bank && says_in(entry) && !says_out(entry))
    return is_refund(entry) ? std::optional(-std::abs(value)) : std::nullopt;
  if (bank && says_out(entry)) return std::abs(value);
  const double out = outgoing_ == Outgoing::Negative ? -value : value;
  if (out >= 0) return out;
  if (is_settlement(entry)) return std::nullopt;
  // Where spending is negative, what is positive is mostly income.
  if (outgoing_ == Outgoing::Negative && !is_refund(entry)) return std::nullopt;
  return out;
}

/// Nothing for a deposit.
std::optional<double> ExpenseReader::spent(const Entry& entry) const {
  if (statement_.columns.has(Meaning::Out)) {
    if (entry.out && entry.out->value != 0)
      return outgoing_ == Outgoing::Negative ? -entry.out->value : entry.out->value;
    if (!entry.in || entry.in->value == 0) return entry.amount ? spent_of_signed(entry) : std::nullopt;
    return is_refund(entry) ? std::optional(-std::abs(entry.in->value)) : std::nullopt;
  }
  if (entry.amount) return spent_of_signed(entry);
  return entry.foreign ? std::optional(0.0) : std::nullopt;
}

std::string ExpenseReader::currency_of_amount(const Entry& entry, const Money* money) {
  if (money != nullptr && !money->currency.empty()) return money->currency;
  if (!statement_.columns.has(Meaning::Foreign)) {
    if (auto stated = currency_of(entry.currency)) return *stated;
  }
  if (!currency_.empty()) return currency_;
  if (statement_.columns.korean) return "KRW";
  if (without_currency_ == 0) without_currency_ = entry.line;
  return no_currency;
}

/// Without a currency where there is none to be told.
Money ExpenseReader::foreign_of(const Entry& entry) const {
  if (!entry.foreign || entry.foreign->value == 0) return {};
  Money out = *entry.foreign;
  if (out.currency.empty()) out.currency = currency_of(entry.currency).value_or("");
  if (out.currency.empty() || out.currency == "KRW") return {};
  return out;
}

std::optional<Deal> ExpenseReader::deal_of(const Entry& entry) {
  const auto moment = parse_moment(entry.begin, statement_.order);
  if (!moment) {
    issues_.add(entry.line, fmt::format("\"{}\" is not understood as a day", clipped(entry.begin)),
                "write it as 2024-03-15 in a copy of the file");
    return std::nullopt;
  }
  const auto [covered, is_new] = covered_.emplace(entry.account, DateRange{moment->day, moment->day});
  covered->second.from = std::min(covered->second.from, moment->day);
  covered->second.to = std::max(covered->second.to, moment->day);
  const auto amount = spent(entry);
  if (!amount) return std::nullopt;
  Deal deal;
  deal.entry = &entry;
  deal.day = moment->day;
  deal.second = moment->second;
  if (!deal.second && !entry.time.empty()) deal.second = parse_clock(entry.time);
  deal.amount = *amount;
  deal.foreign = foreign_of(entry);
  if (deal.amount != 0) {
    const Money* money = entry.out && entry.out->value != 0 ? &*entry.out
                         : entry.amount                     ? &*entry.amount
                         : entry.in                         ? &*entry.in
                                                            : nullptr;
    deal.currency = currency_of_amount(entry, money);
  }
  if (deal.amount < 0) deal.foreign.value = -std::abs(deal.foreign.value);
  if (deal.amount == 0 && deal.foreign.currency.empty()) return std::nullopt;
  return deal;
}

void ExpenseReader::hand_out(const Deal& deal) {
  const Entry& entry = *deal.entry;
  const Seen& seen = seen_[key(deal)];
  const bool takes_back = entry.cancelled && deal.amount > 0 && seen.positive;
  const bool void_deal = deal.amount < 0 ? seen.cancelled : entry.cancelled && !takes_back;
  const double sign = takes_back ? -1 : 1;

  Observation out;
  out.kind = Kind::Expense;
  out.title = entry.merchant;
  out.locator = fmt::format("line {}", entry.line);
  out.begin =
      clock_ && deal.second ? When::floating(WallTime::at(deal.day, *deal.second)) : When::on(deal.day);
  if (deal.amount != 0) out.quantities["amount:" + deal.currency] = sign * deal.amount;
  if (!deal.foreign.currency.empty() && deal.foreign.currency != deal.currency)
    out.quantities["amount:" + deal.foreign.currency] = sign * deal.foreign.value;
  const std::pair<const char*, const std::string*> texts[] = {
      {trait::account, &entry.account}, {trait::category, &entry.category}, {"approval", &entry.approval}};
  for (const auto& [name, text] : texts) {
    if (!text->empty()) out.traits[name] = *text;
  }
  if (void_deal) out.traits[trait::status] = "cancelled";

  const std::string when =
      deal.day.iso() + (clock_ && deal.second ? fmt::format("T{}", *deal.second) : std::string());
  const std::string identity =
      hash_hex(fmt::format("{}\n{}\n{:.2f}{}\n{:.2f}{}\n{}\n{}\n{}", entry.account, when, deal.amount,
                           deal.currency, deal.foreign.value, deal.foreign.currency,
                           fold_case(entry.merchant), entry.approval, entry.cancelled ? "cancelled" : ""));
  const std::size_t nth = ++equal_[identity];
  out.identity = "expense:" + identity + (nth > 1 ? fmt::format("#{}", nth) : std::string());
  sink_.observation(std::move(out));
}

/// `"=USD" = "currency"` among the owner's columns: the currency of a statement that does not say it.
std::string decided_currency(const ReadOptions& options) {
  for (const auto& [column, meaning] : options.columns) {
    if (meaning != "currency" || column.substr(0, 1) != "=") continue;
    if (auto code = currency_of(column.substr(1))) return *code;
  }
  return {};
}

void check_decided(const ReadOptions& options, const Unit& unit, Sink& sink) {
  for (const auto& [column, meaning] : options.columns) {
    if (std::find(meaning_names.begin(), meaning_names.end(), meaning) != meaning_names.end()) continue;
    sink.issue({unit.path, column, fmt::format("\"{}\" is nothing that a column can be", meaning),
                fmt::format("one of: {}", fmt::join(meaning_names, ", "))});
  }
}

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  check_decided(options, unit, sink);
  const auto input = unit.open();
  const auto table = open_table(*input, unit.path);
  const Statement statement = read_statement(*table, unit, options, sink);
  report(*table, unit.path, sink);
  ExpenseReader reader(statement, unit, sink);
  reader.state_currency(decided_currency(options));
  reader.read();
}

}  // namespace

const Source card_source = {
    .type = "card",
    .version = 1,
    .describe = "statements of cards and bank accounts (CSV, XLSX, HTML called .xls)",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
