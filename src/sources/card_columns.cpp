#include "sources/card_columns.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "sources/card_values.h"

namespace hoego::card {
namespace {

constexpr std::size_t longest_name = 60;

/// A name of a column, without blanks and parentheses, in small letters.
struct Known {
  std::string_view name;
  Meaning meaning;
  int rank;      ///< of several columns of one meaning, the lowest is asked first
  bool telling;  ///< no other kind of table has such a column
};

constexpr Known known_names[] = {
    {"이용일시", Meaning::Begin, 1, true},
    {"승인일시", Meaning::Begin, 1, true},
    {"거래일시", Meaning::Begin, 1, true},
    {"사용일시", Meaning::Begin, 1, true},
    {"결제일시", Meaning::Begin, 1, true},
    {"이용일자", Meaning::Begin, 2, true},
    {"이용일", Meaning::Begin, 2, true},
    {"승인일자", Meaning::Begin, 2, true},
    {"승인일", Meaning::Begin, 2, true},
    {"사용일자", Meaning::Begin, 2, true},
    {"사용일", Meaning::Begin, 2, true},
    {"거래일자", Meaning::Begin, 2, true},
    {"거래일", Meaning::Begin, 2, true},
    {"매출일자", Meaning::Begin, 3, true},
    {"매출일", Meaning::Begin, 3, true},
    {"일시", Meaning::Begin, 4, false},
    {"일자", Meaning::Begin, 4, false},
    {"날짜", Meaning::Begin, 4, false},
    {"매입일자", Meaning::Begin, 6, true},
    {"매입일", Meaning::Begin, 6, true},
    {"접수일자", Meaning::Begin, 6, false},
    {"transactiondate", Meaning::Begin, 1, true},
    {"transdate", Meaning::Begin, 1, true},
    {"trans.date", Meaning::Begin, 1, true},
    {"starteddate", Meaning::Begin, 1, true},
    {"date", Meaning::Begin, 2, false},
    {"datetime", Meaning::Begin, 2, false},
    {"completeddate", Meaning::Begin, 5, true},
    {"posteddate", Meaning::Begin, 5, true},
    {"postdate", Meaning::Begin, 5, true},
    {"postingdate", Meaning::Begin, 5, true},
    {"bookingdate", Meaning::Begin, 5, true},
    {"valuedate", Meaning::Begin, 6, true},

    {"이용시간", Meaning::Time, 1, true},
    {"승인시간", Meaning::Time, 1, true},
    {"거래시간", Meaning::Time, 1, true},
    {"사용시간", Meaning::Time, 1, true},
    {"이용시각", Meaning::Time, 1, true},
    {"승인시각", Meaning::Time, 1, true},
    {"거래시각", Meaning::Time, 1, true},
    {"시간", Meaning::Time, 2, false},
    {"시각", Meaning::Time, 2, false},
    {"time", Meaning::Time, 2, false},
    {"transactiontime", Meaning::Time, 1, false},

    {"가맹점명", Meaning::Merchant, 1, true},
    {"가맹점", Meaning::Merchant, 1, true},
    {"가맹점이름", Meaning::Merchant, 1, true},
    {"이용가맹점", Meaning::Merchant, 1, true},
    {"이용가맹점명", Meaning::Merchant, 1, true},
    {"국내이용가맹점", Meaning::Merchant, 1, true},
    {"이용하신곳", Meaning::Merchant, 1, true},
    {"이용하신가맹점", Meaning::Merchant, 1, true},
    {"이용처", Meaning::Merchant, 1, true},
    {"사용처", Meaning::Merchant, 1, true},
    {"사용처명", Meaning::Merchant, 1, true},
    {"결제처", Meaning::Merchant, 1, true},
    {"상호", Meaning::Merchant, 2, false},
    {"상호명", Meaning::Merchant, 2, false},
    {"거래처", Meaning::Merchant, 2, false},
    {"거래처명", Meaning::Merchant, 2, false},
    {"보낸분/받는분", Meaning::Merchant, 3, true},
    {"받는분/보낸분", Meaning::Merchant, 3, true},
    {"의뢰인/수취인", Meaning::Merchant, 3, true},
    {"거래상대", Meaning::Merchant, 3, true},
    {"기재내용", Meaning::Merchant, 3, true},
    {"거래기록사항", Meaning::Merchant, 3, true},
    {"이용내역", Meaning::Merchant, 4, false},
    {"이용내용", Meaning::Merchant, 4, false},
    {"내용", Meaning::Merchant, 4, false},
    {"내역", Meaning::Merchant, 4, false},
    {"거래내용", Meaning::Merchant, 5, false},
    {"거래내역", Meaning::Merchant, 5, false},
    {"적요", Meaning::Merchant, 6, true},
    {"merchant", Meaning::Merchant, 1, true},
    {"merchantname", Meaning::Merchant, 1, true},
    {"payee", Meaning::Merchant, 2, false},
    {"description", Meaning::Merchant, 3, false},
    {"transactiondescription", Meaning::Merchant, 3, true},
    {"originaldescription", Meaning::Merchant, 4, false},
    {"narrative", Meaning::Merchant, 4, false},
    {"details", Meaning::Merchant, 5, false},
    {"memo", Meaning::Merchant, 6, false},

    {"원화금액", Meaning::Amount, 0, true},
    {"원화이용금액", Meaning::Amount, 0, true},
    {"원화환산금액", Meaning::Amount, 0, true},
    {"원화승인금액", Meaning::Amount, 0, true},
    {"국내이용금액", Meaning::Amount, 1, true},
    {"이용금액", Meaning::Amount, 1, true},
    {"승인금액", Meaning::Amount, 1, true},
    {"사용금액", Meaning::Amount, 1, true},
    {"이용하신금액", Meaning::Amount, 1, true},
    {"매출금액", Meaning::Amount, 2, true},
    {"거래금액", Meaning::Amount, 2, true},
    {"결제금액", Meaning::Amount, 3, false},
    {"청구금액", Meaning::Amount, 4, false},
    {"금액", Meaning::Amount, 5, false},
    {"이용원금", Meaning::Amount, 6, true},
    {"amount", Meaning::Amount, 2, false},
    {"transactionamount", Meaning::Amount, 1, true},
    {"billedamount", Meaning::Amount, 1, true},

    {"출금", Meaning::Out, 1, true},
    {"출금액", Meaning::Out, 1, true},
    {"출금금액", Meaning::Out, 1, true},
    {"찾으신금액", Meaning::Out, 1, true},
    {"지급금액", Meaning::Out, 1, true},
    {"인출금액", Meaning::Out, 1, true},
    {"지출", Meaning::Out, 2, false},
    {"지출금액", Meaning::Out, 2, false},
    {"debit", Meaning::Out, 1, true},
    {"debitamount", Meaning::Out, 1, true},
    {"withdrawal", Meaning::Out, 1, true},
    {"withdrawals", Meaning::Out, 1, true},
    {"moneyout", Meaning::Out, 1, true},
    {"paidout", Meaning::Out, 1, true},

    {"입금", Meaning::In, 1, true},
    {"입금액", Meaning::In, 1, true},
    {"입금금액", Meaning::In, 1, true},
    {"맡기신금액", Meaning::In, 1, true},
    {"수입", Meaning::In, 2, false},
    {"수입금액", Meaning::In, 2, false},
    {"credit", Meaning::In, 1, true},
    {"creditamount", Meaning::In, 1, true},
    {"deposit", Meaning::In, 1, true},
    {"deposits", Meaning::In, 1, true},
    {"moneyin", Meaning::In, 1, true},
    {"paidin", Meaning::In, 1, true},

    {"통화", Meaning::Currency, 1, false},
    {"통화코드", Meaning::Currency, 1, false},
    {"거래통화", Meaning::Currency, 1, true},
    {"현지통화", Meaning::Currency, 1, true},
    {"이용통화", Meaning::Currency, 1, true},
    {"화폐", Meaning::Currency, 2, false},
    {"currency", Meaning::Currency, 1, false},
    {"currencycode", Meaning::Currency, 1, false},

    {"해외이용금액", Meaning::Foreign, 1, true},
    {"해외승인금액", Meaning::Foreign, 1, true},
    {"현지이용금액", Meaning::Foreign, 1, true},
    {"현지거래금액", Meaning::Foreign, 1, true},
    {"현지통화금액", Meaning::Foreign, 1, true},
    {"현지금액", Meaning::Foreign, 1, true},
    {"외화금액", Meaning::Foreign, 1, true},
    {"외화이용금액", Meaning::Foreign, 1, true},
    {"미화금액", Meaning::Foreign, 2, true},
    {"foreignamount", Meaning::Foreign, 1, true},
    {"originalamount", Meaning::Foreign, 1, true},

    {"승인번호", Meaning::Approval, 1, true},
    {"approvalcode", Meaning::Approval, 1, true},
    {"authcode", Meaning::Approval, 1, true},
    {"reference", Meaning::Approval, 2, false},
    {"referencenumber", Meaning::Approval, 2, false},
    {"transactionid", Meaning::Approval, 3, false},

    {"카드번호", Meaning::Account, 1, true},
    {"이용카드", Meaning::Account, 1, true},
    {"이용카드번호", Meaning::Account, 1, true},
    {"사용카드", Meaning::Account, 1, true},
    {"카드", Meaning::Account, 2, false},
    {"카드명", Meaning::Account, 3, true},
    {"이용카드명", Meaning::Account, 3, true},
    {"cardnumber", Meaning::Account, 1, true},
    {"cardno.", Meaning::Account, 1, true},
    {"cardno", Meaning::Account, 1, true},
    {"accountnumber", Meaning::Account, 1, true},
    {"account", Meaning::Account, 2, false},
    {"accountname", Meaning::Account, 3, false},

    {"취소여부", Meaning::Status, 1, true},
    {"승인취소여부", Meaning::Status, 1, true},
    {"취소구분", Meaning::Status, 1, true},
    {"승인구분", Meaning::Status, 1, true},
    {"승인상태", Meaning::Status, 1, true},
    {"매출구분", Meaning::Status, 1, true},
    {"이용상태", Meaning::Status, 1, true},
    {"거래상태", Meaning::Status, 2, false},
    {"처리상태", Meaning::Status, 2, false},
    {"이용구분", Meaning::Status, 2, true},
    {"상태", Meaning::Status, 3, false},
    {"구분", Meaning::Status, 3, false},
    {"status", Meaning::Status, 2, false},
    {"type", Meaning::Status, 3, false},
    {"transactiontype", Meaning::Status, 3, false},

    {"가맹점업종", Meaning::Category, 1, true},
    {"업종", Meaning::Category, 1, false},
    {"업종명", Meaning::Category, 1, false},
    {"카테고리", Meaning::Category, 2, false},
    {"대분류", Meaning::Category, 2, false},
    {"분류", Meaning::Category, 2, false},
    {"거래구분", Meaning::Category, 3, false},
    {"거래유형", Meaning::Category, 3, false},
    {"거래종류", Meaning::Category, 3, false},
    {"category", Meaning::Category, 1, false},

    {"잔액", Meaning::Balance, 1, true},
    {"거래후잔액", Meaning::Balance, 1, true},
    {"잔액금액", Meaning::Balance, 1, true},
    {"balance", Meaning::Balance, 1, true},
    {"runningbalance", Meaning::Balance, 1, true},
    {"runningbal.", Meaning::Balance, 1, true},
    {"availablebalance", Meaning::Balance, 1, true},
};

const Known* find_known(const std::string& name) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const Known*> out;
    for (const Known& known : known_names) out.emplace(known.name, &known);
    return out;
  }();
  const auto at = index.find(name);
  return at == index.end() ? nullptr : at->second;
}

std::optional<Meaning> meaning_from(std::string_view name) {
  const auto* const at = std::find(meaning_names.begin(), meaning_names.end(), name);
  if (at == meaning_names.end()) return std::nullopt;
  return static_cast<Meaning>(at - meaning_names.begin());
}

bool is_hangul(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xEA; });
}

/// A currency in parentheses at a name's end: "금액(USD)", "이용금액($)".
std::optional<std::string> stated_currency(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return std::nullopt;
  return currency_of(name.substr(open + 1, name.find(')', open) - open - 1));
}

/// Of two columns of money one of which is in won and the other in the currency of another column, the other
/// is the foreign one.
void part_currencies(Columns& columns, const std::vector<std::string>& header) {
  auto& amounts = columns.of[Meaning::Amount];
  const bool won_apart = amounts.size() > 1 && bare_name(header[amounts[0]]).rfind("원화", 0) == 0;
  if (won_apart && columns.has(Meaning::Currency) && !columns.has(Meaning::Foreign)) {
    columns.of[Meaning::Foreign] = {amounts[1]};
    amounts.resize(1);
  }
  const auto is_foreign = [&](std::size_t column) {
    const auto at = columns.currencies.find(column);
    return at != columns.currencies.end() && at->second != "KRW";
  };
  if (columns.korean && amounts.size() > 1) {
    for (const std::size_t column : amounts) {
      if (is_foreign(column)) columns.of[Meaning::Foreign].push_back(column);
    }
    amounts.erase(std::remove_if(amounts.begin(), amounts.end(), is_foreign), amounts.end());
  }
  if (amounts.empty()) columns.of.erase(Meaning::Amount);
}

}  // namespace

std::string bare_name(std::string_view name) {
  std::string out;
  int depth = 0;
  for (const char c : fold_case(name.substr(0, 4 * longest_name))) {
    if (c == '(' || c == '[') ++depth;
    const bool dropped = c == ' ' || c == '\t' || c == '\n' || c == '*' || c == ':' || c == '_';
    if (depth == 0 && !dropped) out.push_back(c);
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  for (const std::string_view blank : {"\xC2\xA0", "\xE3\x80\x80"}) {
    for (std::size_t at = out.find(blank); at != std::string::npos; at = out.find(blank, at))
      out.erase(at, blank.size());
  }
  return out.size() <= longest_name ? out : std::string();
}

Columns columns_of(const std::vector<std::string>& header,
                   const std::map<std::string, std::string>& decided) {
  std::map<std::string, Meaning> own;
  std::array<bool, meaning_names.size()> is_own{};
  for (const auto& [name, word] : decided) {
    const auto meaning = meaning_from(word);
    if (!meaning) continue;
    own[bare_name(name)] = *meaning;
    is_own.at(static_cast<std::size_t>(*meaning)) = true;
  }
  Columns out;
  std::map<Meaning, std::vector<std::pair<int, std::size_t>>> ranked;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = bare_name(header[i]);
    if (name.empty()) continue;
    const Known* known = find_known(name);
    const auto stated = own.find(name);
    if (stated != own.end()) {
      ranked[stated->second].emplace_back(-1, i);
    } else if (known != nullptr && !is_own.at(static_cast<std::size_t>(known->meaning))) {
      ranked[known->meaning].emplace_back(known->rank, i);
    } else {
      continue;
    }
    out.korean = out.korean || is_hangul(name);
    out.telling = out.telling || (known != nullptr && known->telling);
    if (auto currency = stated_currency(header[i])) out.currencies[i] = *currency;
  }
  ranked.erase(Meaning::Ignored);
  for (auto& [meaning, columns] : ranked) {
    std::sort(columns.begin(), columns.end());
    for (const auto& [rank, column] : columns) out.of[meaning].push_back(column);
  }
  part_currencies(out, header);
  return out;
}

std::vector<Reading> propose_columns(const std::vector<std::string>& header,
                                     const std::map<std::string, std::string>& decided) {
  std::vector<Reading> out;
  for (const auto& [meaning, columns] : columns_of(header, decided).of) {
    for (const std::size_t column : columns)
      out.push_back({trim(header[column]), meaning_names.at(static_cast<std::size_t>(meaning))});
  }
  return out;
}

}  // namespace hoego::card
