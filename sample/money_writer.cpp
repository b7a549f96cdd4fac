#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "sample/encodings.h"
#include "sample/files.h"
#include "sample/money.h"

namespace hoego::sample {
namespace {

std::string with_commas(int amount) {
  std::string digits = std::to_string(amount < 0 ? -amount : amount);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return amount < 0 ? "-" + digits : digits;
}

std::string dotted(Date date) {
  std::string text = date.iso();
  std::replace(text.begin(), text.end(), '-', '.');
  return text;
}

/// The newest on top; what was cancelled is listed and not summed.
std::string statement(const std::vector<Expense>& expenses) {
  std::string out =
      "<html>\n<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=euc-kr\">\n"
      "<style>td{mso-number-format:\"\\@\";}</style></head>\n<body>\n<table border=\"1\">\n"
      "<tr><td colspan=\"8\"><b>카드 이용내역</b></td></tr>\n"
      "<tr><td colspan=\"8\">조회기간 : 2024.01.01 ~ 2024.10.20</td></tr>\n"
      "<tr><td colspan=\"8\">회원명 : 서*늘&nbsp;님</td></tr>\n"
      "<tr><th>이용일자</th><th>이용카드</th><th>가맹점명</th><th>업종</th><th>이용금액(원)</th><th>할부</th>"
      "<th>승인번호</th><th>상태</th></tr>\n";
  int sum = 0;
  std::size_t number = expenses.size();
  for (auto one = expenses.rbegin(); one != expenses.rend(); ++one) {
    const auto approval = 30118240 + 977 * number--;
    if (in_ledger(*one)) continue;
    if (!one->cancelled) sum += one->amount;
    fmt::format_to(
        std::back_inserter(out),
        "<tr><td>{}</td><td>본인 1234</td><td>{}</td><td>{}</td><td align=\"right\">{}</td><td>일시불</td>"
        "<td>{}</td><td>{}</td></tr>\n",
        dotted(one->day), one->merchant, one->category, with_commas(one->amount), approval,
        one->cancelled    ? "승인취소"
        : one->amount < 0 ? "환불"
                          : "정상");
  }
  fmt::format_to(
      std::back_inserter(out),
      "<tr><td colspan=\"4\">합계</td><td align=\"right\">{}</td><td colspan=\"3\">&nbsp;</td></tr>\n"
      "</table>\n</body>\n</html>\n",
      with_commas(sum));
  return cp949(out);
}

std::string ledger_account(const Expense& expense) {
  if (expense.trip != nullptr) return fmt::format("Expenses:여행:{}", expense.trip->title);
  return "Expenses:" + expense.category;
}

/// Entered by hand: with the wages and what was put aside, which are nothing spent.
std::string ledger(const std::vector<Expense>& expenses) {
  std::string out =
      "; 2023년 가계부\n\ncommodity KRW\n    format 1,000 KRW\n\naccount Assets:통장\naccount Assets:적금\n\n"
      "2023-01-01 * 여는 잔액\n    Assets:통장               3,200,000 KRW\n    Equity:Opening Balances\n\n";
  int month = 0;
  for (const Expense& one : expenses) {
    if (!in_ledger(one)) continue;
    if (one.day.month() != month) {
      month = one.day.month();
      fmt::format_to(
          std::back_inserter(out),
          "2023-{0:02}-01 * 월급\n    Assets:통장               3,400,000 KRW\n    Income:월급\n\n"
          "2023-{0:02}-01 * 적금\n    Assets:적금                 700,000 KRW\n    Assets:통장\n\n",
          month);
    }
    fmt::format_to(std::back_inserter(out), "{} * {}\n    {}  {:>12} KRW\n    Assets:통장\n\n", one.day.iso(),
                   one.merchant, ledger_account(one), with_commas(one.amount));
  }
  return out;
}

}  // namespace

void write_money(const std::filesystem::path& folder, const std::vector<Expense>& expenses) {
  write_file(folder / "exports/카드이용내역.xls", statement(expenses));
  write_file(folder / "exports/household.ledger", ledger(expenses));
}

}  // namespace hoego::sample
