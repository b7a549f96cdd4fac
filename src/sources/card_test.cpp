#include "sources/card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "record/codec.h"
#include "sources/card_columns.h"
#include "sources/card_values.h"
#include "sources/table_fixture.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

/// A unit's bytes, which lie nowhere.
struct OneFile : Files {
  std::string bytes;
  std::unique_ptr<Input> open(const std::string& path) const override { return input_of(bytes, path); }
};

CollectingSink read(const std::string& bytes, const ReadOptions& options = {}) {
  OneFile file;
  file.bytes = bytes;
  CollectingSink sink;
  card_source.read({"/life", "statement", {}, &file}, options, sink);
  std::set<std::string> identities;
  for (const Observation& one : sink.observations) {
    EXPECT_EQ(broken_invariant(one), "");
    EXPECT_TRUE(identities.insert(one.identity).second) << one.locator;
  }
  return sink;
}

Sureness sureness(const std::string& name, std::string_view bytes) {
  return card_source.recognise({"/life/" + name, name, false, bytes.size(), bytes.substr(0, 4096), {}});
}

double sum(const CollectingSink& sink, const std::string& currency = "KRW") {
  double out = 0;
  for (const Observation& one : sink.observations) {
    const auto amount = one.quantities.find("amount:" + currency);
    if (amount != one.quantities.end() && one.traits.count(trait::status) == 0) out += amount->second;
  }
  return out;
}

std::vector<std::string> titles(const CollectingSink& sink) {
  std::vector<std::string> out;
  for (const Observation& one : sink.observations) out.push_back(one.title);
  return out;
}

const Date ides = *Date::from_ymd(2024, 3, 15);

const std::string approvals =
    "카드 승인내역,,,,,,\n조회기간 : 2024.03.01 ~ 2024.03.31,,,,,,\n,,,,,,\n"
    "승인일자,승인시간,카드번호,가맹점명,승인금액(원),승인번호,취소여부\n"
    "2024.03.15,19:02,5412-****-****-1234,스타벅스 강남,\"4,500\",30012345,N\n"
    "2024.03.16,08:10,5412-****-****-1234,교보문고,\"32,000원\",30012346,Y\n"
    "2024.03.17,12:00,5412-****-****-9876,김밥천국,₩9000,30012347,N\n"
    "합계,,,,\"45,500\",,\n"
    "※ 본 자료는 참고용입니다.,,,,,,\n";

TEST(Card, an_approval_is_an_expense_with_its_clock) {
  const CollectingSink sink = read(approvals);
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 3U);
  const Observation& coffee = sink.observations[0];
  EXPECT_EQ(coffee.kind, Kind::Expense);
  EXPECT_EQ(coffee.title, "스타벅스 강남");
  EXPECT_EQ(coffee.begin, When::floating(WallTime::at(ides, 19 * 3600 + 120)));
  EXPECT_THAT(coffee.quantities, UnorderedElementsAre(Pair("amount:KRW", 4500)));
  EXPECT_THAT(coffee.traits, UnorderedElementsAre(Pair("account", "1234"), Pair("approval", "30012345")));
  EXPECT_EQ(coffee.locator, "line 5");
}

TEST(Card, a_cancelled_approval_is_kept_and_counts_nothing) {
  const CollectingSink sink = read(approvals);
  EXPECT_EQ(sink.observations[1].traits.at(trait::status), "cancelled");
  EXPECT_EQ(sum(sink), 13500);
}

TEST(Card, each_card_is_covered_from_its_first_to_its_last_row) {
  const CollectingSink sink = read(approvals);
  EXPECT_THAT(sink.claims,
              ElementsAre(CoverageClaim{Kind::Expense, CoverageClass::Complete, "1234", ides, ides + 1},
                          CoverageClaim{Kind::Expense, CoverageClass::Complete, "9876", ides + 2, ides + 2}));
}

TEST(Card, a_row_that_takes_another_back_is_negative) {
  const std::string header = "이용일시,가맹점명,이용금액,승인번호,승인구분\n";
  const std::string bought = "2024-03-15 10:00:00,가게,10000,1,승인\n";
  for (const std::string back :
       {"2024-03-18 10:00:00,가게,-10000,1,승인취소\n", "2024-03-18 10:00:00,가게,10000,1,취소\n",
        "2024-03-18 10:00:00,가게,(10000),1,취소\n", "2024-03-18 10:00:00,가게,\"△10,000\",1,\n"}) {
    for (const bool newest_first : {false, true}) {
      const CollectingSink sink = read(header + (newest_first ? back + bought : bought + back));
      ASSERT_EQ(sink.observations.size(), 2U);
      EXPECT_EQ(sum(sink), 0) << back;
      EXPECT_THAT(sink.observations[newest_first ? 0 : 1].quantities,
                  UnorderedElementsAre(Pair("amount:KRW", -10000)));
      EXPECT_EQ(sink.observations[newest_first ? 0 : 1].traits.count(trait::status), 0U);
    }
  }
  const CollectingSink both = read(header +
                                   "2024-03-15 10:00:00,가게,10000,1,취소\n"
                                   "2024-03-18 10:00:00,가게,-10000,1,취소\n");
  EXPECT_EQ(sum(both), 0);
}

TEST(Card, two_statements_that_overlap_give_each_thing_once) {
  const std::string header = "이용일자,가맹점명,이용금액,카드번호\n";
  const std::string coffee = "20240315,카페,4500,1234\n";
  const CollectingSink march = read(header + "20240301,서점,12000,1234\n" + coffee + coffee);
  const CollectingSink april = read(header + coffee + coffee + "20240401,서점,12000,1234\n");
  std::set<std::string> things;
  for (const auto* sink : {&march, &april}) {
    for (const Observation& one : sink->observations) things.insert(one.identity);
  }
  EXPECT_EQ(things.size(), 4U);
  EXPECT_NE(march.observations[1].identity, march.observations[2].identity);
}

TEST(Card, what_went_into_an_account_is_no_expense) {
  const CollectingSink sink = read(
      "계좌번호 : 1002-123-456789,,,,,\n"
      "거래일시,적요,기재내용,찾으신금액,맡기신금액,거래후 잔액\n"
      "2024.03.15 19:02:11,체크카드,스타벅스,\"4,500\",0,\"995,500\"\n"
      "2024.03.25 09:00:00,급여,회사,0,\"3,000,000\",\"3,995,500\"\n"
      "2024.03.26 10:00:00,체크카드취소,스타벅스,0,\"4,500\",\"4,000,000\"\n"
      "합계,,,\"4,500\",\"3,004,500\",\n");
  EXPECT_THAT(sink.issues, IsEmpty());
  EXPECT_THAT(titles(sink), ElementsAre("스타벅스", "스타벅스"));
  EXPECT_EQ(sink.observations[0].traits.at(trait::category), "체크카드");
  EXPECT_EQ(sink.observations[0].traits.at(trait::account), "6789");
  EXPECT_EQ(sum(sink), 0);
  ASSERT_EQ(sink.claims.size(), 1U);
  EXPECT_EQ(sink.claims[0].to, ides + 11);
}

TEST(Card, a_banks_signed_amounts_are_spent_when_they_are_negative) {
  const std::string kakao =
      "거래일시,구분,거래금액,거래 후 잔액,거래구분,내용,메모\n"
      "2024.03.15 19:02:11,출금,\"-4,500\",\"95,500\",체크카드결제,스타벅스,\n"
      "2024.03.16 10:00:00,입금,\"100,000\",\"195,500\",일반입금,김철수,\n";
  EXPECT_THAT(titles(read(kakao)), ElementsAre("스타벅스"));
  EXPECT_EQ(sum(read(kakao)), 4500);
  const std::string unsigned_amounts =
      "거래일자,구분,내용,거래금액,잔액\n2024-03-15,출금,카페,4500,1\n2024-03-16,입금,급여,100,2\n";
  EXPECT_EQ(sum(read(unsigned_amounts)), 4500);
  EXPECT_THROW(read("거래일자,내용,거래금액,잔액\n2024-03-15,카페,4500,1\n"), Error);
}

TEST(Card, what_was_paid_abroad_has_both_currencies) {
  const CollectingSink sink = read(
      "이용일,이용하신 곳,이용금액,현지이용금액,통화,국가\n"
      "24.10.02,TIM HORTONS BANFF,\"5,210\",5.25,CAD,CA\n24.10.03,국내가게,1000,,KRW,KR\n"
      "24.10.04,PENDING,,12.00,CAD,CA\n");
  ASSERT_EQ(sink.observations.size(), 3U);
  EXPECT_THAT(sink.observations[0].quantities,
              UnorderedElementsAre(Pair("amount:KRW", 5210), Pair("amount:CAD", 5.25)));
  EXPECT_THAT(sink.observations[1].quantities, UnorderedElementsAre(Pair("amount:KRW", 1000)));
  EXPECT_THAT(sink.observations[2].quantities, UnorderedElementsAre(Pair("amount:CAD", 12)));
  EXPECT_EQ(sink.observations[0].begin, When::on(*Date::from_ymd(2024, 10, 2)));
}

TEST(Card, a_statement_in_english_may_write_spending_with_a_minus) {
  const std::string chase =
      "Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n"
      "03/15/2024,03/16/2024,BLUE BOTTLE,Food & Drink,Sale,-5.50,\n"
      "04/03/2024,04/04/2024,AMAZON,Shopping,Sale,-20.00,\n"
      "04/05/2024,04/06/2024,AMAZON,Shopping,Return,20.00,\n"
      "04/10/2024,04/10/2024,Payment Thank You,,Payment,500.00,\n";
  const CollectingSink sink = read(chase);
  EXPECT_THAT(titles(sink), ElementsAre("BLUE BOTTLE", "AMAZON", "AMAZON"));
  EXPECT_EQ(sink.observations[0].begin, When::on(ides));
  EXPECT_EQ(sink.observations[0].traits.at(trait::category), "Food & Drink");
  EXPECT_EQ(sum(sink, "XXX"), 5.5);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].remedy, HasSubstr("=USD"));
  ReadOptions dollars;
  dollars.columns = {{"=USD", "currency"}};
  EXPECT_EQ(sum(read(chase, dollars), "USD"), 5.5);
  EXPECT_THAT(read(chase, dollars).issues, IsEmpty());
}

TEST(Card, the_owners_columns_win) {
  const std::string table = "언제,어디서,얼마,금액\n2024년 03월 15일 (금),카페,4500,1\n";
  EXPECT_THROW(read(table), Error);
  ReadOptions options;
  options.columns = {{"언제", "begin"}, {"어디서", "merchant"}, {"얼마", "amount"}};
  const CollectingSink sink = read(table, options);
  EXPECT_EQ(sum(sink), 4500);
  options.columns["얼마"] = "price";
  options.columns["금액"] = "amount";
  const CollectingSink wrong = read(table, options);
  EXPECT_EQ(sum(wrong), 1);
  ASSERT_EQ(wrong.issues.size(), 1U);
  EXPECT_THAT(wrong.issues[0].remedy, HasSubstr("merchant"));
}

TEST(Card, a_row_that_is_not_understood_is_told_by_its_line) {
  const CollectingSink sink = read(
      "이용일,가맹점명,이용금액\n2024.03.15,가,1000\n2024.13.45,나,2000\n2024.03.16,다,천원\n"
      "이용일,가맹점명,이용금액\n,라,4000\n2024.03.17,마,5000\n");
  EXPECT_THAT(titles(sink), ElementsAre("가", "마"));
  ASSERT_EQ(sink.issues.size(), 3U);
  EXPECT_EQ(sink.issues[0].place, "line 3");
  EXPECT_THAT(sink.issues[1].reason, HasSubstr("천원"));
  EXPECT_EQ(sink.issues[2].place, "line 6");
}

TEST(Card, a_page_called_xls_in_cp949_is_a_statement) {
  const std::string page = fixture::cp949(
      "<html><body><table border=1>\n<tr><td colspan=4>신한카드 이용내역 (카드번호 "
      "1234-56**-****-7890)</td></tr>\n"
      "<tr><td>이용일</td><td>가맹점명</td><td>이용금액</td><td>승인번호</td></tr>\n"
      "<tr><td>2024.03.15 19:02</td><td>카페&amp;빵</td><td>12,000원</td><td>00123456</td></tr>\n"
      "<tr><td colspan=2>총 합계</td><td>12,000</td><td></td></tr></table></body></html>");
  EXPECT_EQ(sureness("download.xls", page), Sureness::Sure);
  const CollectingSink sink = read(page);
  EXPECT_THAT(titles(sink), ElementsAre("카페&빵"));
  EXPECT_EQ(sink.observations[0].traits.at(trait::account), "7890");
  EXPECT_EQ(sink.observations[0].traits.at("approval"), "00123456");
}

TEST(Card, a_workbook_with_days_as_numbers_from_1904) {
  const fixture::Workbook book = {
      .rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c>)"
              R"(<c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c></row>)"
              R"(<row r="4"><c r="A4" s="1"><v>43904.793055555558</v></c><c r="B4" t="s"><v>4</v></c>)"
              R"(<c r="C4"><v>4500</v></c></row>)"
              R"(<row r="5"><c r="A5" t="s"><v>5</v></c><c r="C5"><v>4500</v></c></row>)",
      .shared = {"<t>이용내역</t>", "<t>이용일시</t>", "<t>가맹점명</t>", "<t>이용금액</t>", "<t>카페</t>",
                 "<t>합계</t>"},
      .formats = "",
      .styles = R"(<xf numFmtId="0"/><xf numFmtId="22"/>)",
      .base_1904 = true,
  };
  const CollectingSink sink = read(fixture::xlsx(book));
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].begin, When::floating(WallTime::at(ides, 19 * 3600 + 120)));
  EXPECT_EQ(sureness("카카오뱅크_거래내역.xlsx", fixture::xlsx(book)), Sureness::Sure);
  EXPECT_EQ(sureness("report.xlsx", fixture::xlsx(book)), Sureness::Maybe);
  EXPECT_EQ(sureness("이용내역.zip", fixture::xlsx(book)), Sureness::No);
}

TEST(Card, days_and_times_as_people_write_them) {
  using namespace card;
  const auto day = [](const char* text, DayOrder order = DayOrder::YearFirst) {
    const auto out = parse_moment(text, order);
    return out ? out->day.iso() + (out->second ? " " + std::to_string(*out->second) : "")
               : std::string("none");
  };
  for (const char* text :
       {"2024.03.15", "24.03.15", "20240315", "240315", "2024년 03월 15일", "2024-3-15", "2024/03/15",
        "2024.03.15(금)", "2024. 3. 15.", "15 Mar 2024", "Mar 15, 2024", "03/15/2024", "15/03/2024"})
    EXPECT_EQ(day(text), "2024-03-15") << text;
  for (const char* text : {"2024.03.15 19:02", "20240315190200", "202403151902", "2024-03-15T19:02:00",
                           "2024년 3월 15일 오후 7시 2분", "3/15/2024 7:02 PM", "24.03.15 19:02:00"})
    EXPECT_EQ(day(text), "2024-03-15 68520") << text;
  EXPECT_EQ(day("03/04/2024", DayOrder::MonthFirst), "2024-03-04");
  EXPECT_EQ(day("03/04/2024", DayOrder::DayFirst), "2024-04-03");
  for (const char* text :
       {"", "2024.13.01", "2024.02.30", "합계", "1,234", "2024.03", "010-1234-5678", "99999999", "1.5"})
    EXPECT_EQ(day(text), "none") << text;
  for (const char* text : {"19:02", "190200", "1902", "19:02:00", "19시 02분", "오후 7:02", "7:02 PM"})
    EXPECT_EQ(parse_clock(text), 68520) << text;
  EXPECT_EQ(parse_clock("93015"), 34215);
  EXPECT_EQ(parse_clock("25:00"), std::nullopt);
}

TEST(Card, money_as_people_write_it) {
  using namespace card;
  const auto money = [](const char* text) {
    const auto out = parse_money(text);
    return out ? std::to_string(out->value) + out->currency : std::string("none");
  };
  for (const char* text : {"1,234", "1234", "+1,234", " 1,234.00 "})
    EXPECT_EQ(money(text), "1234.000000") << text;
  for (const char* text : {"-1,234", "(1,234)", "1,234-", "△1,234",
                           "\xE2\x88\x92"
                           "1234"})
    EXPECT_EQ(money(text), "-1234.000000") << text;
  for (const char* text : {"₩12,000", "12,000원", "KRW 12,000", "￦12,000"})
    EXPECT_EQ(money(text), "12000.000000KRW") << text;
  EXPECT_EQ(money("US$12.50"), "12.500000USD");
  EXPECT_EQ(money("12,50 €"), "12.500000EUR");
  EXPECT_EQ(money("-$5"), "-5.000000USD");
  for (const char* text : {"", "-", "2024-03-15", "카페", "1234 abc", "12345678901234567890", ".", "1.2.3"})
    EXPECT_EQ(money(text), "none") << text;
}

TEST(Card, columns_are_proposed_from_their_names) {
  EXPECT_THAT(
      card::propose_columns({"이용 일시", "가맹점명", "이용금액(원)", "할부", "승인번호", "Currency", ""}),
      ElementsAre(card::Reading{"이용 일시", "begin"}, card::Reading{"가맹점명", "merchant"},
                  card::Reading{"이용금액(원)", "amount"}, card::Reading{"Currency", "currency"},
                  card::Reading{"승인번호", "approval"}));
}

TEST(Card, a_file_s_first_bytes_tell_what_its_columns_are_taken_for_and_the_owner_s_word_wins) {
  EXPECT_THAT(card::readings_told_by(approvals, {}),
              ElementsAre(card::Reading{"승인일자", "begin"}, card::Reading{"승인시간", "time"},
                          card::Reading{"가맹점명", "merchant"}, card::Reading{"승인금액(원)", "amount"},
                          card::Reading{"승인번호", "approval"}, card::Reading{"카드번호", "account"},
                          card::Reading{"취소여부", "status"}));
  const std::string own = "언제,어디서,얼마,가맹점명\n2024-03-15,카페,4500,x\n";
  EXPECT_THAT(card::readings_told_by(own, {}), IsEmpty());
  EXPECT_THAT(card::readings_told_by(own, {{"언제", "begin"}, {"어디서", "merchant"}, {"얼마", "amount"}}),
              ElementsAre(card::Reading{"언제", "begin"}, card::Reading{"어디서", "merchant"},
                          card::Reading{"얼마", "amount"}));
  EXPECT_THAT(card::readings_told_by("PK\x03\x04 a workbook", {}), IsEmpty());
}

TEST(Card, only_tables_of_money_are_recognised) {
  EXPECT_EQ(sureness("a.csv", approvals), Sureness::Sure);
  EXPECT_EQ(sureness("a.csv", fixture::cp949("이용일,가맹점명,이용금액\r\n2024.03.15,카페,4500\r\n")),
            Sureness::Sure);
  EXPECT_EQ(sureness("a.csv", "Date,Description,Amount,Balance\n2024-03-15,x,1,2\n"), Sureness::Sure);
  EXPECT_EQ(sureness("a.csv", "Date,Description,Amount\n2024-03-15,x,1\n"), Sureness::Maybe);
  EXPECT_EQ(sureness("a.csv", "Title,Author,ISBN\nx,y,z\n"), Sureness::Maybe);
  EXPECT_EQ(sureness("a.csv", "just, text"), Sureness::No);
  EXPECT_EQ(sureness("a.json", approvals), Sureness::No);
  EXPECT_EQ(sureness("a.csv", std::string_view("\0\0\0\1", 4)), Sureness::No);
}

TEST(RealCard, no_table_of_the_samples_is_taken_for_a_statement) {
  const std::filesystem::path samples = HOEGO_SAMPLES_DIR;
  if (!std::filesystem::exists(samples)) GTEST_SKIP() << "no real files at " << samples;
  std::size_t tables = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string head(4096, '\0');
    in.read(head.data(), 4096);
    head.resize(static_cast<std::size_t>(in.gcount()));
    const std::string name = entry.path().filename().string();
    EXPECT_NE(sureness(name, head), Sureness::Sure) << entry.path();
    if (entry.path().extension() == ".csv") ++tables;
  }
  EXPECT_GT(tables, 0U);
}

/// Python's csv reads the same fixture on its own.
TEST(Card, months_add_up_as_pythons_csv_adds_them) {
  std::string table = "이용일시,가맹점명,이용금액,승인번호,취소여부\n";
  for (int i = 0; i < 500; ++i) {
    const Date day = ides + i;
    table += day.iso() + " 12:" + std::to_string(10 + i % 50) + ",\"가게, " + std::to_string(i % 7) +
             "\",\"" + std::to_string(1 + i % 9) + "," + std::to_string(100 + i) + "\"," +
             std::to_string(70000 + i) + (i % 11 == 0 ? ",Y\n" : ",N\n");
  }
  std::map<std::string, double> months;
  for (const Observation& one : read(table).observations) {
    if (one.traits.count(trait::status) == 0)
      months[stated_wall(*one.begin)->date().iso().substr(0, 7)] += one.quantities.at("amount:KRW");
  }
  std::string actual;
  for (const auto& [month, total] : months)
    actual += month + " " + std::to_string(std::llround(total)) + "\n";
  const std::string file = (std::filesystem::temp_directory_path() / "hoego-card-oracle.csv").string();
  std::ofstream(file) << table;
  const std::string expected = fixture::printed_by(
      "/usr/bin/python3 -c \"import csv,sys,collections\nm=collections.Counter()\n"
      "for r in csv.DictReader(open(sys.argv[1])):\n"
      " if r['취소여부']=='N': m[r['이용일시'][:7]]+=int(r['이용금액'].replace(',',''))\n"
      "for k in sorted(m): print(k,m[k])\" '" +
      file + "' 2>/dev/null");
  std::filesystem::remove(file);
  if (expected.empty()) GTEST_SKIP() << "python3 is not installed";
  EXPECT_EQ(actual, expected);
}

}  // namespace
}  // namespace hoego
