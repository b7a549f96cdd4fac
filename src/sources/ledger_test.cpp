#include "sources/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "sources/ledger_amount.h"
#include "sources/ledger_journal.h"
#include "sources/table_fixture.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

CollectingSink read(const std::string& bytes) {
  CollectingSink sink = read_text(ledger_source, "money.journal", bytes);
  expect_identities_apart(sink);
  return sink;
}

Sureness sureness(const std::string& name, std::string_view bytes) {
  return recognised(ledger_source, name, bytes);
}

const Date ides = *Date::from_ymd(2024, 3, 15);

const std::string journal =
    "; 가계부\n"
    "2024-03-15 * (0042) 스타벅스 | 아메리카노  ; 친구와\n"
    "    비용:식비:카페    ₩4,500\n"
    "    자산:신한카드\n"
    "\n"
    "2024/03/16=2024/03/20 ! Tim Hortons\n"
    "\tExpenses:Food  5.25 CAD @ ₩1,000\n"
    "\tExpenses:Tips  CAD 1.00\n"
    "\tLiabilities:Card  ; elided\n"
    "\n"
    "2024-03-17 회사\n"
    "    자산:은행  3,000,000 KRW\n"
    "    수입:급여\n";

TEST(Ledger, each_posting_to_expenses_is_an_expense) {
  const CollectingSink sink = read(journal);
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 3U);
  const Observation& coffee = sink.observations[0];
  EXPECT_EQ(coffee.kind, Kind::Expense);
  EXPECT_EQ(coffee.title, "스타벅스");
  EXPECT_EQ(coffee.begin, When::on(ides));
  EXPECT_EQ(coffee.locator, "line 3");
  EXPECT_THAT(coffee.quantities, UnorderedElementsAre(Pair("amount:KRW", 4500)));
  EXPECT_THAT(coffee.traits,
              UnorderedElementsAre(Pair("category", "식비:카페"), Pair("account", "자산:신한카드")));
  EXPECT_THAT(sink.observations[1].quantities,
              UnorderedElementsAre(Pair("amount:CAD", 5.25), Pair("amount:KRW", 5250)));
  EXPECT_EQ(sink.observations[2].title, "Tim Hortons");
}

TEST(Ledger, it_is_complete_from_its_first_to_its_last_transaction) {
  EXPECT_THAT(read(journal).claims,
              ElementsAre(CoverageClaim{Kind::Expense, CoverageClass::Complete, "", ides, ides + 2}));
}

TEST(Ledger, an_amount_left_out_balances_the_others) {
  const CollectingSink sink = read(
      "2024-03-15 A\n  Assets:Cash  -10.10 USD\n  Expenses:Tax  0.10 USD\n  Expenses:Food\n\n"
      "2024-03-15 B\n  Assets:Cash  $-5 @ ₩1,300\n  Assets:Krw  -100 KRW\n  Expenses:Food\n\n"
      "2024-03-15 C\n  Expenses:Food\n  Expenses:Fun\n  Assets:Cash  -5 USD\n\n"
      "2024-03-15 D\n  Expenses:Food  = 500 USD\n  Assets:Cash  -5 USD\n");
  ASSERT_EQ(sink.observations.size(), 3U);
  EXPECT_THAT(sink.observations[1].quantities, UnorderedElementsAre(Pair("amount:USD", 10)));
  EXPECT_THAT(sink.observations[2].quantities, UnorderedElementsAre(Pair("amount:KRW", 6600)));
  ASSERT_EQ(sink.issues.size(), 3U);
  EXPECT_EQ(sink.issues[0].place, "line 12");
}

TEST(Ledger, a_year_may_stand_above) {
  const CollectingSink sink = read(
      "03-14 too early\n  Expenses:A  1\n  Assets:B\nY2024\n03-15 x\n  Expenses:A  1\n  Assets:B\n"
      "year 2023\n3/15 y\n  Expenses:A  1\n  Assets:B\n2024-02-30 z\n  Expenses:A  1\n  Assets:B\n");
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].begin, When::on(ides));
  EXPECT_EQ(sink.observations[1].begin, When::on(*Date::from_ymd(2023, 3, 15)));
  ASSERT_EQ(sink.issues.size(), 2U);
  EXPECT_THAT(sink.issues[0].remedy, HasSubstr("Y2024"));
}

TEST(Ledger, what_is_no_transaction_is_passed_over) {
  const CollectingSink sink = read(
      "account Expenses:Food\n  note x\ncommodity ₩1,000\ninclude other.journal\nP 2024-03-01 USD ₩1,300\n"
      "~ monthly\n  Expenses:Rent  500,000 KRW\n  Assets:Bank\n"
      "= expr true\n  (Expenses:Tax)  *0.1\n"
      "comment\n2024-03-15 in a comment\n  Expenses:A  1\n  Assets:B\nend comment\n"
      "2024-03-15 real\n  ; a note\n  Expenses:A  2 USD\n  (Expenses:Virtual)  7 USD\n  [Expenses:Budget]  7 "
      "USD\n"
      "  [Assets:Budget]  -7 USD\n  Assets:B\n");
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_THAT(sink.observations[0].quantities, UnorderedElementsAre(Pair("amount:USD", 2)));
}

TEST(Ledger, accounts_are_written_out) {
  const CollectingSink sink = read(
      "alias food = Expenses:Food\nD ₩1,000\n2024-03-15 x\n  food:Lunch  9,000\n  Assets:B\n"
      "apply account Expenses\n2024-03-15 y\n  Rent  1\n  Rent:Water  2\nend apply account\n");
  ASSERT_EQ(sink.observations.size(), 3U);
  EXPECT_EQ(sink.observations[0].traits.at(trait::category), "Food:Lunch");
  EXPECT_THAT(sink.observations[0].quantities, UnorderedElementsAre(Pair("amount:KRW", 9000)));
  EXPECT_EQ(sink.observations[2].traits.at(trait::category), "Rent:Water");
}

TEST(Ledger, equal_expenses_are_told_apart_and_the_same_in_a_newer_journal) {
  const std::string coffee = "2024-03-15 x\n  Expenses:A  2 USD\n  Assets:B\n\n";
  const CollectingSink old = read(coffee + coffee);
  const CollectingSink newer = read("2024-03-01 y\n  Expenses:A  2 USD\n  Assets:B\n\n" + coffee + coffee);
  ASSERT_EQ(newer.observations.size(), 3U);
  EXPECT_EQ(old.observations[0].identity, newer.observations[1].identity);
  EXPECT_EQ(old.observations[1].identity, newer.observations[2].identity);
}

TEST(Ledger, beancount_is_read_too) {
  const std::string text =
      "option \"title\" \"Money\"\n2020-01-01 open Assets:Cash KRW\n2020-01-01 open Expenses:Food\n"
      "2024-03-14 price USD 1300 KRW\n2024-03-15 balance Assets:Cash 0 KRW\n"
      "2024-03-15 * \"스타벅스\" \"Coffee\" #trip\n  id: \"x\"\n  Expenses:Food 4,500 KRW\n  Assets:Cash\n"
      "2024-03-16 ! \"only narration\"\n  Expenses:Food  3.50 USD\n  Assets:Cash -4550 KRW\n";
  EXPECT_EQ(sureness("a.beancount", text), Sureness::Sure);
  const CollectingSink sink = read(text);
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].title, "스타벅스");
  EXPECT_THAT(sink.observations[0].quantities, UnorderedElementsAre(Pair("amount:KRW", 4500)));
  EXPECT_EQ(sink.observations[1].title, "only narration");
}

TEST(Ledger, an_expression_is_an_issue_and_the_rest_is_kept) {
  const CollectingSink sink =
      read("2024-03-15 x\n  Expenses:A  (5 * 2 USD)\n  Expenses:B  3 USD\n  Assets:B  -13 USD\n");
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].traits.at(trait::category), "B");
  ASSERT_FALSE(sink.issues.empty());
  EXPECT_EQ(sink.issues[0].place, "line 2");
}

TEST(Ledger, amounts_as_they_are_written) {
  const auto amount = [](const char* text) {
    const auto out = ledger::parse_posting_amount(text, 0);
    if (!out || !out->amount) return std::string("none");
    std::string shown = std::to_string(out->amount->value) + out->amount->commodity;
    if (out->cost) shown += " for " + std::to_string(out->cost->value) + out->cost->commodity;
    return shown;
  };
  for (const char* text : {"₩12,000", "₩ 12,000", "₩12,000.00", " ₩12000 = ₩5"})
    EXPECT_EQ(amount(text), "12000.000000₩") << text;
  for (const char* text : {"-₩12,000", "₩-12,000", "- ₩12,000"})
    EXPECT_EQ(amount(text), "-12000.000000₩") << text;
  EXPECT_EQ(amount("1,234,567 KRW"), "1234567.000000KRW");
  EXPECT_EQ(amount("1.234,50 EUR"), "1234.500000EUR");
  EXPECT_EQ(amount("0,50 EUR"), "0.500000EUR");
  EXPECT_EQ(amount("1 000 000 KRW"), "1000000.000000KRW");
  EXPECT_EQ(amount("12,000원"), "12000.000000원");
  EXPECT_EQ(amount("-10 \"AB 1\" {$5} [2024-01-01] @ $6"), "-10.000000AB 1 for -60.000000$");
  EXPECT_EQ(amount("10 AAPL @@ $60"), "10.000000AAPL for 60.000000$");
  EXPECT_EQ(amount("10 AAPL {{$70}}"), "10.000000AAPL for 70.000000$");
  for (const char* text : {"", "= 5", "(1 + 2)", "5 * 2", "abc", "\"x", "1..2", "@ 5", "1e9999"})
    EXPECT_EQ(amount(text), "none") << text;
}

TEST(Ledger, only_journals_are_recognised) {
  EXPECT_EQ(sureness("money.journal", journal), Sureness::Sure);
  EXPECT_EQ(sureness("money.txt", journal), Sureness::Sure);
  EXPECT_EQ(sureness("money.md", journal), Sureness::No);
  EXPECT_EQ(sureness("a.ledger", "account Expenses:Food\n"), Sureness::Sure);
  EXPECT_EQ(sureness("a.txt", "2024-03-15 a diary\n  I went: to the shop\n  and back\n"), Sureness::No);
  EXPECT_EQ(sureness("a.txt", "account Expenses:Food\n"), Sureness::No);
  EXPECT_EQ(sureness("a.journal", std::string_view("LPKSHHRH\0\0\0", 11)), Sureness::Maybe);
  EXPECT_THROW(read("Dear diary\n"), Error);
}

TEST(RealLedger, no_text_of_the_samples_is_taken_for_a_journal) {
  const std::filesystem::path samples = HOEGO_SAMPLES_DIR;
  if (!std::filesystem::exists(samples)) GTEST_SKIP() << "no real files at " << samples;
  std::size_t texts = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string head(4096, '\0');
    in.read(head.data(), 4096);
    head.resize(static_cast<std::size_t>(in.gcount()));
    EXPECT_NE(sureness(entry.path().filename().string(), head), Sureness::Sure) << entry.path();
    if (entry.path().extension() == ".txt") ++texts;
  }
  EXPECT_GT(texts, 0U);
}

/// A journal of two years in which ledger and hledger can add up each month of each account.
std::string two_years() {
  std::string out = "commodity ₩1,000.\ncommodity 1,000.00 USD\n\n";
  for (int i = 0; i < 730; ++i) {
    const Date day = *Date::from_ymd(2023, 1, 1) + i;
    out += day.iso() + (i % 3 == 0 ? " * " : " ") + "가게 " + std::to_string(i % 5) + "\n";
    out += "    Expenses:식비  ₩" + std::to_string(1 + i % 9) + "," + std::to_string(100 + i) + "\n";
    if (i % 4 == 0)
      out += "    Expenses:Fun  " + std::to_string(i % 13) + "." + std::to_string(10 + i % 80) + " USD\n";
    if (i % 50 == 0) out += "    Expenses:식비  ₩-1,000  ; refund\n";
    if (i % 7 == 0)
      out += "    Expenses:Rest\n    Assets:Cash  ₩-" + std::to_string(20000 + i) +
             "\n    Assets:Dollars  USD -50.00\n\n";
    else
      out += "    Assets:Cash\n\n";
  }
  return out + "~ monthly\n    Expenses:식비  ₩1\n    Assets:Cash\n";
}

/// "2023-01 KRW 123456.00" a month and currency.
std::string months_of(const CollectingSink& sink) {
  std::map<std::string, double> months;
  for (const Observation& one : sink.observations) {
    for (const auto& [name, value] : one.quantities)
      months[stated_wall(*one.begin)->date().iso().substr(0, 7) + " " + name.substr(7)] += value;
  }
  std::string out;
  for (const auto& [month, total] : months) {
    char line[100];
    std::snprintf(line, sizeof line, "%s %.2f\n", month.c_str(), total);
    out += line;
  }
  return out;
}

/// The journal's months as another program adds them; `command` prints "DATE<tab>AMOUNT" for each posting.
std::string months_by(const std::string& command) {
  const std::string file = (std::filesystem::temp_directory_path() / "hoego-ledger-oracle.journal").string();
  std::ofstream(file) << two_years();
  const std::string script =
      " | /usr/bin/python3 -c \"import sys,re,collections\nm=collections.Counter()\n"
      "for l in sys.stdin:\n"
      " d,a=l.rstrip().split('\\t')\n"
      " for one in a.split(';'):\n"
      "  n=int(round(float(re.sub('[^0-9.-]','',one))*100))\n"
      "  m[d[:7].replace('/','-')+' '+('USD' if 'USD' in one else 'KRW')]+=n\n"
      "for k in sorted(m): print('%s %.2f'%(k,m[k]/100))\" 2>/dev/null";
  std::string full = command;
  full.replace(full.find("FILE"), 4, "'" + file + "'");
  const std::string out = output_of("LC_ALL=C.UTF-8 " + full + script).value_or("");
  std::filesystem::remove(file);
  return out;
}

TEST(Ledger, months_add_up_as_ledger_adds_them) {
  if (std::system("command -v ledger >/dev/null 2>&1") != 0) GTEST_SKIP() << "ledger is not installed";
  EXPECT_EQ(months_of(read(two_years())),
            months_by("ledger --args-only -f FILE reg '^Expenses' -F '%(format_date(date, "
                      "\"%Y-%m-%d\"))\t%(quantity(scrub("
                      "display_amount)))%(commodity(scrub(display_amount)))\n'"));
}

TEST(Ledger, months_add_up_as_hledger_adds_them) {
  if (std::system("command -v hledger >/dev/null 2>&1") != 0) GTEST_SKIP() << "hledger is not installed";
  EXPECT_EQ(
      months_of(read(two_years())),
      months_by(
          "hledger -f FILE reg '^Expenses' -O csv | /usr/bin/python3 -c \"import csv,sys\n"
          "for r in csv.DictReader(sys.stdin): print(r['date']+chr(9)+r['amount'].replace(', ',';'))\""));
}

}  // namespace
}  // namespace hoego
