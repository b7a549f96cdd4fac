#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/text.h"
#include "sources/table.h"
#include "sources/table_fixture.h"
#include "sources/table_html.h"
#include "sources/table_xlsx.h"
#include "tests/support/shell.h"
#include "tests/support/table_rows.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TableRows read(std::string bytes, const std::string& sheet = {}) {
  const auto input = input_of(std::move(bytes), "table");
  const auto table = open_table(*input, "table", sheet);
  return all_of(*table);
}

std::string remedy_of(const std::string& bytes, const std::string& sheet = {}) {
  try {
    read(bytes, sheet);
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.remedy();
  }
  return "read without an error";
}

const fixture::Workbook statement = {
    .rows =
        R"(<row r="2"><c r="A2" t="s"><v>0</v></c></row>)"
        R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>금액</t></is></c></row>)"
        R"(<row r="4"><c r="A4" s="1"><v>45366</v></c><c r="C4"><v>4500</v></c></row>)"
        R"(<row r="5"><c r="A5" s="2"><v>45366.793055555558</v></c><c r="B5" t="str"><f>1+1</f><v>식</v></c>)"
        R"(<c r="C5"><v>0.30000000000000004</v></c><c r="D5" t="b"><v>1</v></c></row><row r="6"/>)",
    .shared = {"<t>카드 이용내역</t>",
               "<r><t>이용</t></r><r><t xml:space=\"preserve\">일_x000D_</t></r>"
               "<rPh sb=\"0\" eb=\"1\"><t>읽기</t></rPh>"},
    .formats =
        R"(<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot;\ m&quot;월&quot;"/></numFmts>)",
    .styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>)",
};

TEST(Xlsx, texts_numbers_and_dates_of_the_first_shown_sheet) {
  const TableRows table = read(fixture::xlsx(statement));
  EXPECT_THAT(table.problems, IsEmpty());
  EXPECT_THAT(table.cells(),
              ElementsAre(Cells{"카드 이용내역"}, Cells{"이용일", "금액"}, Cells{"2024-03-15", "", "4500"},
                          Cells{"2024-03-15 19:02:00", "식", "0.3", "TRUE"}));
  EXPECT_EQ(table.rows[0].line, 2U);
  EXPECT_EQ(table.rows[3].line, 5U);
}

TEST(Xlsx, a_sheet_is_chosen_by_name) {
  EXPECT_THAT(read(fixture::xlsx(statement), "둘째").cells(), ElementsAre(Cells{"둘째 장"}));
  EXPECT_THAT(remedy_of(fixture::xlsx(statement), "셋째"), HasSubstr("이용내역, 둘째"));
}

TEST(Xlsx, days_count_from_1900_or_1904) {
  EXPECT_EQ(sheet_date(1, false), "1900-01-01");
  EXPECT_EQ(sheet_date(59, false), "1900-02-28");
  EXPECT_EQ(sheet_date(61, false), "1900-03-01");
  EXPECT_EQ(sheet_date(45366, false), "2024-03-15");
  EXPECT_EQ(sheet_date(45366 - 1462, true), "2024-03-15");
  EXPECT_EQ(sheet_date(0.5, false), "12:00:00");
  EXPECT_EQ(sheet_date(45365.9999999, false), "2024-03-15");
  EXPECT_EQ(sheet_date(2958465, false), "9999-12-31");
  EXPECT_EQ(sheet_date(2958466, false), std::nullopt);
  EXPECT_EQ(sheet_date(-1, false), std::nullopt);
  EXPECT_EQ(sheet_date(std::nan(""), false), std::nullopt);
  fixture::Workbook old = statement;
  old.base_1904 = true;
  EXPECT_EQ(read(fixture::xlsx(old)).rows[2].cells[0], "2028-03-16");
}

TEST(Xlsx, a_number_is_a_date_by_its_format) {
  for (const char* code :
       {"yyyy-mm-dd", "m/d/yy", "[$-412]yyyy\"년\"m\"월\"d\"일\"", "h:mm", "[h]:mm", "YYYY/MM/DD"})
    EXPECT_TRUE(is_date_format(code)) << code;
  for (const char* code :
       {"General", "#,##0", "#,##0\"days\"", "[Red]#,##0", "\\d0", "@", "_d0", "\"₩\"#,##0;[Red]-d"})
    EXPECT_FALSE(is_date_format(code)) << code;
}

TEST(Xlsx, a_sheet_that_is_cut_keeps_what_was_whole) {
  fixture::Workbook cut = statement;
  cut.more["xl/worksheets/first.xml"] =
      R"(<worksheet><sheetData><row r="7"><c><v>1</v></c></row><row r="8"><c><v>2</v>)";
  const TableRows table = read(fixture::xlsx(cut));
  EXPECT_THAT(table.cells(), ElementsAre(Cells{"1"}));
  ASSERT_EQ(table.problems.size(), 1U);
  EXPECT_EQ(table.problems[0].line, 8U);
}

TEST(Xlsx, hostile_workbooks_are_bounded) {
  fixture::Workbook bomb = statement;
  bomb.more["xl/worksheets/first.xml"] =
      R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v>)"
      R"(</c></row></sheetData></worksheet>)";
  EXPECT_THAT(read(fixture::xlsx(bomb)).rows, IsEmpty());
  EXPECT_EQ(read(fixture::xlsx(bomb)).problems.size(), 1U);
  fixture::Workbook wide = statement;
  wide.rows = R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c><c r="ZZZZ1"><v>3</v></c></row>)";
  const TableRows table = read(fixture::xlsx(wide));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_LE(table.rows[0].cells.size(), most_table_cells);
  EXPECT_FALSE(table.problems.empty());
  fixture::Workbook same = statement;
  same.shared = {"<t>" + std::string(longest_table_cell, 'x') + "</t>"};
  same.rows = "<row>";
  for (int i = 0; i < 900; ++i) same.rows += R"(<c t="s"><v>0</v></c>)";
  same.rows += "</row>";
  std::size_t bytes = 0;
  const TableRows repeated = read(fixture::xlsx(same));
  for (const std::string& cell : repeated.rows.at(0).cells) bytes += cell.size();
  EXPECT_LE(bytes, longest_table_row);
}

TEST(Xlsx, what_is_no_workbook_says_what_to_do) {
  EXPECT_THAT(remedy_of(fixture::zipped({{"a.txt", "x"}})), HasSubstr("without a workbook"));
  EXPECT_THAT(remedy_of(fixture::xlsx(statement).substr(0, 300)), HasSubstr("download it again"));
  EXPECT_THAT(remedy_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), HasSubstr("save it as .xlsx or .csv"));
}

/// Another program's workbook, and its own reading of it.
TEST(Xlsx, openpyxls_workbook_is_read_as_openpyxl_reads_it) {
  const std::string file = (std::filesystem::temp_directory_path() / "hoego-openpyxl.xlsx").string();
  const std::string script = R"PY(
import datetime, sys
try:
    import openpyxl
except ImportError:
    sys.exit(9)
book = openpyxl.Workbook()
sheet = book.active
sheet.append(['이용일시', '가맹점명', '이용금액', None, '비고'])
start = datetime.datetime(2023, 1, 1, 0, 30, 15)
for i in range(400):
    sheet.append([start + datetime.timedelta(days=i, seconds=i * 97), '가게 %d & <%d>' % (i, i), i * 1234.5, None,
                  datetime.date(2024, 2, 29) if i % 7 == 0 else None])
book.save(sys.argv[1])
for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True):
    out = []
    for cell in row:
        if cell is None: out.append('')
        elif isinstance(cell, datetime.datetime): out.append(str(cell.date()) if cell.time() == datetime.time(0) else str(cell.replace(microsecond=0)))
        elif isinstance(cell, float): out.append('%.15g' % cell)
        else: out.append(str(cell))
    print('\t'.join(out))
)PY";
  const std::string code = file + ".py";
  std::ofstream(code) << script;
  const std::string expected = output_of("/usr/bin/python3 '" + code + "' '" + file + "'").value_or("");
  if (expected.empty()) GTEST_SKIP() << "python3-openpyxl is not installed";
  std::ifstream in(file, std::ios::binary);
  const TableRows table = read({std::istreambuf_iterator<char>(in), {}});
  std::string actual;
  for (const TableRow& row : table.rows) {
    for (std::size_t i = 0; i < 5; ++i)
      actual += (i > 0 ? "\t" : "") + (i < row.cells.size() ? row.cells[i] : "");
    actual += "\n";
  }
  EXPECT_EQ(table.rows.size(), 401U);
  EXPECT_EQ(actual, expected);
  std::filesystem::remove(file);
  std::filesystem::remove(code);
}

const std::string page =
    "<html><head><meta http-equiv=Content-Type content='text/html; "
    "charset=euc-kr'><style>td{x:1}</style></head>"
    "<body><table><tr><td>신한카드</td></tr></table>\n<table border=1>\n"
    "<tr><th colspan=4>이용내역</th></tr>\n"
    "<tr><th rowspan=2>이용일</th><th>가맹점명</th><th colspan='2'>금액</th></tr>\n"
    "<tr><th></th><th>원금</th><th>수수료</th></tr>\n"
    "<tr><td>2024.03.15<br>19:02<td>&nbsp;카페 &amp; 빵&nbsp;<td "
    "style=\"mso-number-format:'\\@'\">4,500<td>0\n"
    "</table></body></html>";

TEST(HtmlTable, the_largest_table_of_a_korean_page) {
  const Cells head{"이용내역", "", "", ""};
  for (const std::string& bytes : {page, fixture::cp949(page), "\xEF\xBB\xBF\r\n" + page}) {
    const TableRows table = read(bytes);
    EXPECT_THAT(table.problems, IsEmpty());
    EXPECT_THAT(table.cells(),
                ElementsAre(head, Cells{"이용일", "가맹점명", "금액", ""}, Cells{"", "", "원금", "수수료"},
                            Cells{"2024.03.15 19:02", "카페 & 빵", "4,500", "0"}));
  }
  EXPECT_EQ(read(page).rows[3].line, 6U);
}

TEST(HtmlTable, a_table_in_a_cell_is_another_table) {
  const TableRows table =
      read("<table><tr><td>a<table><tr><td>1<td>2<tr><td>3<td>4</table></td><td>b</td></tr></table>");
  EXPECT_THAT(table.cells(), ElementsAre(Cells{"1", "2"}, Cells{"3", "4"}));
}

TEST(HtmlTable, the_xml_of_excel_2003_is_a_table_too) {
  const TableRows table = read(
      "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
      "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"1\"><Table>\n"
      "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">제목</Data></Cell></Row>\n"
      "<Row><Cell><Data ss:Type=\"String\">가</Data></Cell><Cell ss:Index=\"3\"><Data "
      "ss:Type=\"Number\">4500</Data></Cell></Row></Table></Worksheet></Workbook>");
  EXPECT_THAT(table.cells(), ElementsAre(Cells{"제목", "", ""}, Cells{"가", "", "4500"}));
}

TEST(HtmlTable, the_head_of_a_page_gives_its_whole_rows) {
  const std::string head = fixture::cp949(page).substr(0, fixture::cp949(page).find("4,500"));
  const auto rows = sniff_rows(head);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1][0], "이용일");
}

TEST(HtmlTable, hostile_pages_are_bounded) {
  std::string spans = "<table>";
  for (int i = 0; i < 3000; ++i) spans += "<tr><td colspan=1000 rowspan=1000>x";
  const TableRows table = read(spans);
  EXPECT_LE(table.rows.size() * most_table_cells, std::size_t{9} << 20);
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<i>";
  for (int i = 0; i < 200000; ++i) deep += "</q>";
  EXPECT_THAT(read(deep).rows, IsEmpty());
}

}  // namespace
}  // namespace hoego
