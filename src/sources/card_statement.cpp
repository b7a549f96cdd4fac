#include "sources/card_statement.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace hoego::card {
namespace {

constexpr std::size_t most_title_rows = 200;
constexpr std::size_t most_entries = 500000;
constexpr std::size_t most_bytes = std::size_t{256} << 20;
constexpr std::size_t longest_text = 500;
constexpr std::size_t most_issues = 100;

/// On one line, at most `longest_text` bytes.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return trim(clipped(std::move(text), longest_text));
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::optional<Stated> any_moment(std::string_view text) {
  if (auto moment = parse_moment(text, DayOrder::YearFirst)) return moment;
  if (auto moment = parse_moment(text, DayOrder::MonthFirst)) return moment;
  return parse_moment(text, DayOrder::DayFirst);
}

/// "카드번호 : 1234-****-****-5678" in the lines above the header.
std::string account_in_title(const TableRow& row) {
  std::string line;
  for (const std::string& cell : row.cells) line += cell.substr(0, longest_text) + " ";
  for (const std::string_view word : {"카드번호", "계좌번호", "이용카드", "Account number", "Card number"}) {
    const std::size_t at = line.find(word);
    if (at == std::string::npos) continue;
    const std::size_t from = line.find_first_of("0123456789*xX", at + word.size());
    if (from == std::string::npos || from - at - word.size() > 12) continue;
    const std::size_t end = std::min(line.find_first_not_of("0123456789*xX-", from), line.size());
    std::string digits = account_name(line.substr(from, end - from));
    if (digits.size() == 4) return digits;
  }
  return {};
}

/// What a day like 03/15/2024 tells of the order of all: nothing where both orders fit.
std::optional<DayOrder> order_told_by(std::string_view text) {
  const auto by_month = parse_moment(text, DayOrder::MonthFirst);
  const auto by_day = parse_moment(text, DayOrder::DayFirst);
  if (!by_month || !by_day || by_month->day != by_day->day || by_day->day.day() <= 12) return std::nullopt;
  int first = 0;
  for (std::size_t i = 0; i < text.size() && text[i] >= '0' && text[i] <= '9' && first < 100; ++i)
    first = first * 10 + (text[i] - '0');
  if (first == 0 || first > 31) return std::nullopt;
  return first > 12 ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

class StatementReader {
 public:
  StatementReader(TableReader& table, const Unit& unit, const ReadOptions& options, Sink& sink)
      : table_(table), path_(unit.path), options_(options), issues_(unit.path, sink) {}

  Statement read() {
    find_header();
    TableRow row;
    while (table_.next(row)) see(row);
    out_.order = day_order();
    return std::move(out_);
  }

 private:
  void find_header();
  void see(const TableRow& row);
  void keep(Entry entry, const TableRow& row);
  DayOrder day_order() const;

  /// The first cell of a meaning that is not empty.
  std::string text(const TableRow& row, Meaning meaning) const {
    const std::size_t column = column_of(row, meaning);
    return column < row.cells.size() ? one_line(row.cells[column]) : std::string();
  }
  std::size_t column_of(const TableRow& row, Meaning meaning) const {
    const auto columns = out_.columns.of.find(meaning);
    if (columns == out_.columns.of.end()) return row.cells.size();
    for (const std::size_t column : columns->second) {
      if (column < row.cells.size() && !trim(row.cells[column]).empty()) return column;
    }
    return row.cells.size();
  }
  std::optional<Money> money(const TableRow& row, Meaning meaning) {
    const std::size_t column = column_of(row, meaning);
    if (column >= row.cells.size()) return std::nullopt;
    auto out = parse_money(row.cells[column]);
    if (!out) {
      unread_money_ = clipped(one_line(row.cells[column]));
      return std::nullopt;
    }
    const auto stated = out_.columns.currencies.find(column);
    if (out->currency.empty() && stated != out_.columns.currencies.end()) out->currency = stated->second;
    return out;
  }
  bool is_cancelled(const TableRow& row) const;
  bool is_sum(const TableRow& row) const;

  TableReader& table_;
  const std::string& path_;
  const ReadOptions& options_;
  Issues issues_;
  Statement out_;
  std::vector<std::string> header_;
  std::string title_account_;
  std::string unread_money_;
  std::size_t bytes_ = 0;
  std::size_t month_first_ = 0;
  std::size_t day_first_ = 0;
};

void StatementReader::find_header() {
  TableRow row;
  for (std::size_t i = 0; i < most_title_rows && table_.next(row); ++i) {
    out_.columns = columns_of(row.cells, options_.columns);
    if (out_.columns.complete()) {
      header_ = row.cells;
      return;
    }
    if (title_account_.empty()) title_account_ = account_in_title(row);
  }
  throw Error("no row names a day, a merchant and an amount", path_,
              "say which column is what: map = { \"DAY\" = \"begin\", \"SHOP\" = \"merchant\", \"SUM\" = "
              "\"amount\" }");
}

bool StatementReader::is_cancelled(const TableRow& row) const {
  const auto columns = out_.columns.of.find(Meaning::Status);
  if (columns == out_.columns.of.end()) return false;
  for (const std::size_t column : columns->second) {
    if (column >= row.cells.size()) continue;
    const std::string cell = fold_case(one_line(row.cells[column]));
    const bool asks = header_[column].find("취소") != std::string::npos;
    if (asks && (cell == "y" || cell == "yes" || cell == "o" || cell == "1" || cell == "예")) return true;
    if (tells_of_cancelling(cell) || contains_any(cell, {"거절", "declined", "failed"})) return true;
  }
  return false;
}

bool StatementReader::is_sum(const TableRow& row) const {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return cell.size() < longest_text &&
           contains_any(bare_name(cell), {"합계", "소계", "총계", "누계", "총금액", "total", "이월"});
  });
}

void StatementReader::see(const TableRow& row) {
  Entry entry;
  entry.line = row.line;
  entry.begin = text(row, Meaning::Begin);
  const bool dated = any_moment(entry.begin).has_value();
  unread_money_.clear();
  entry.amount = money(row, Meaning::Amount);
  entry.out = money(row, Meaning::Out);
  entry.in = money(row, Meaning::In);
  entry.foreign = money(row, Meaning::Foreign);
  const bool has_money = entry.amount || entry.out || entry.in || entry.foreign;
  if (!has_money) {
    if (dated && !unread_money_.empty())
      issues_.add(row.line, fmt::format("\"{}\" is not understood as an amount", unread_money_),
                  "correct it in a copy of the file");
    return;  // a remark, a second line of the header, a header again
  }
  entry.merchant = text(row, Meaning::Merchant);
  if (dated) {
    const std::string name = bare_name(entry.merchant);
    if (name == "합계" || name == "소계" || name == "총계" || name == "이월잔액" || name == "전월이월")
      return;
    keep(std::move(entry), row);
    return;
  }
  if (is_sum(row) || (entry.begin.empty() && entry.merchant.empty())) return;
  issues_.add(row.line,
              entry.begin.empty() ? "an amount without a day"
                                  : fmt::format("\"{}\" is not understood as a day", clipped(entry.begin)),
              "write it as 2024-03-15 in a copy of the file");
}

void StatementReader::keep(Entry entry, const TableRow& row) {
  entry.time = text(row, Meaning::Time);
  entry.category = text(row, Meaning::Category);
  entry.approval = text(row, Meaning::Approval);
  entry.currency = text(row, Meaning::Currency);
  entry.cancelled = is_cancelled(row);
  const std::string account = text(row, Meaning::Account);
  entry.account = account.empty() ? title_account_ : account_name(account);
  // A bank's last description says what sort of transaction it was, where another says with whom.
  const auto& merchants = out_.columns.of.at(Meaning::Merchant);
  if (entry.category.empty() && merchants.size() > 1 && merchants.back() < row.cells.size()) {
    std::string sort = one_line(row.cells[merchants.back()]);
    if (sort != entry.merchant) entry.category = std::move(sort);
  }
  entry.words = fold_case(trim(text(row, Meaning::Status) + " " + entry.category));
  if (const auto order = order_told_by(entry.begin))
    ++(*order == DayOrder::DayFirst ? day_first_ : month_first_);
  bytes_ += sizeof(Entry) + entry.begin.size() + entry.merchant.size() + entry.category.size() +
            entry.approval.size() + entry.words.size();
  if (out_.entries.size() == most_entries || bytes_ > most_bytes)
    throw Error("more than 500,000 rows or 256 MiB are more than a statement", path_, "divide it by year");
  out_.entries.push_back(std::move(entry));
}

DayOrder StatementReader::day_order() const {
  if (out_.columns.korean) return DayOrder::YearFirst;
  return day_first_ > month_first_ ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

}  // namespace

std::string clipped(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  text.resize(most);
  return text;
}

bool tells_of_cancelling(std::string_view words) {
  if (contains_any(words, {"미취소", "취소가능", "취소 가능", "취소아님"})) return false;
  return contains_any(words, {"취소", "환불", "반품", "cancel", "refund", "reversal", "reversed", "voided",
                              "chargeback"}) ||
         words == "return" || words.substr(0, 7) == "return " || words == "void";
}

std::optional<Columns> find_header(const std::vector<std::vector<std::string>>& rows) {
  for (const auto& row : rows) {
    Columns columns = columns_of(row, {});
    if (columns.complete()) return columns;
  }
  return std::nullopt;
}

std::vector<Reading> readings_told_by(std::string_view head,
                                      const std::map<std::string, std::string>& decided) {
  for (const auto& row : sniff_rows(head)) {
    if (columns_of(row, decided).complete()) return propose_columns(row, decided);
  }
  return {};
}

Statement read_statement(TableReader& table, const Unit& unit, const ReadOptions& options, Sink& sink) {
  return StatementReader(table, unit, options, sink).read();
}

void Issues::add(std::uint64_t line, std::string reason, std::string remedy) {
  if (count_ > most_issues) return;
  if (++count_ <= most_issues)
    sink_.issue({path_, fmt::format("line {}", line), std::move(reason), std::move(remedy)});
  else
    sink_.issue({path_, "", "there are more such rows", "see whether the columns are what they seem to be"});
}

}  // namespace hoego::card
