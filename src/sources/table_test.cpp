#include "sources/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/support/table_rows.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TableRows read(std::string bytes) {
  const auto input = input_of(std::move(bytes), "table");
  return all_of(*open_delimited(*input));
}

/// "이용일,가맹점명,금액" and one row, as a Korean Windows writes them.
const std::string korean_cp949 =
    "\xC0\xCC\xBF\xEB\xC0\xCF,\xB0\xA1\xB8\xCD\xC1\xA1\xB8\xED,\xB1\xDD\xBE\xD7\r\n"
    "2024-03-15,\xC4\xBF\xC7\xC7,4500\r\n";

std::string utf16(std::u16string_view text, bool big) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += big ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

TEST(Table, quotes_hold_delimiters_newlines_and_quotes) {
  const TableRows table = read("a,b,c\n\"1,2\",\"two\r\nlines\",\"say \"\"hi\"\"\"\nx,,y\n");
  EXPECT_THAT(table.cells(), ElementsAre(Cells{"a", "b", "c"}, Cells{"1,2", "two\nlines", "say \"hi\""},
                                         Cells{"x", "", "y"}));
  EXPECT_EQ(table.rows[1].line, 2U);
  EXPECT_EQ(table.rows[2].line, 4U);
}

TEST(Table, a_quote_inside_a_cell_is_only_a_character) {
  EXPECT_THAT(read("a,b\n12\" pizza,x\n").cells(), ElementsAre(Cells{"a", "b"}, Cells{"12\" pizza", "x"}));
}

TEST(Table, what_keeps_a_number_a_text_for_excel_is_dropped) {
  EXPECT_THAT(read("a,b\n=\"0012\", \"1,234\"\n").cells(),
              ElementsAre(Cells{"a", "b"}, Cells{"0012", "1,234"}));
}

TEST(Table, the_delimiter_is_the_one_that_divides_evenly) {
  EXPECT_THAT(read("a;b\n1,5;2,5\n3,5;4\n").cells()[1], ElementsAre("1,5", "2,5"));
  EXPECT_THAT(read("a\tb\n1,234\t2\n").cells()[1], ElementsAre("1,234", "2"));
  EXPECT_THAT(read("a|b\n1|2\n").cells()[1], ElementsAre("1", "2"));
  EXPECT_THAT(read("only\n1\n").cells(), ElementsAre(Cells{"only"}, Cells{"1"}));
}

TEST(Table, rows_end_with_any_newline_and_blank_lines_are_passed_over) {
  EXPECT_THAT(read("a,b\r1,2\r\r\n\n3,4").cells(),
              ElementsAre(Cells{"a", "b"}, Cells{"1", "2"}, Cells{"3", "4"}));
}

TEST(Table, korean_windows_text_and_utf16_are_read) {
  const Cells header{"이용일", "가맹점명", "금액"};
  const Cells row{"2024-03-15", "커피", "4500"};
  const std::u16string wide = u"이용일\t가맹점명\t금액\r\n2024-03-15\t커피\t4500\r\n";
  for (const std::string& bytes : {korean_cp949,
                                   std::string("\xEF\xBB\xBF"
                                               "이용일,가맹점명,금액\n2024-03-15,커피,4500\n"),
                                   utf16(u"\uFEFF" + wide, false), utf16(u"\uFEFF" + wide, true)}) {
    EXPECT_THAT(read(bytes).cells(), ElementsAre(header, row));
  }
}

TEST(Table, korean_windows_text_is_known_wherever_it_begins) {
  const std::string ascii = "a,b\n" + [] {
    std::string rows;
    for (int i = 0; i < 20000; ++i) rows += std::to_string(i) + ",x\n";
    return rows;
  }();
  const TableRows table = read(ascii + "1,\xC4\xBF\xC7\xC7\n2,\xFF\n");
  ASSERT_EQ(table.rows.size(), 20003U);
  EXPECT_EQ(table.rows[20001].cells[1], "커피");
  EXPECT_EQ(table.rows[20001].line, 20002U);
  EXPECT_TRUE(is_utf8(table.rows[20002].cells[1]));
}

TEST(Table, one_broken_character_does_not_change_the_encoding_of_the_rest) {
  const TableRows table = read("이름,값\n커피,1\n\xFF,2\n차,3\n");
  EXPECT_THAT(table.cells()[1], ElementsAre("커피", "1"));
  EXPECT_THAT(table.cells()[3], ElementsAre("차", "3"));
}

TEST(Table, a_quote_left_open_loses_its_row_and_says_where) {
  const TableRows table = read("a,b\n1,2\n3,\"open\n4,5\n");
  EXPECT_THAT(table.cells(), ElementsAre(Cells{"a", "b"}, Cells{"1", "2"}));
  ASSERT_EQ(table.problems.size(), 1U);
  EXPECT_EQ(table.problems[0].line, 3U);
  EXPECT_THAT(table.problems[0].reason, HasSubstr("quote"));
}

TEST(Table, ragged_rows_are_handed_out_and_marked) {
  const TableRows table = read("a,b,c\n1,2\n1,2,3\n1,2,3,4\n");
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_TRUE(table.rows[1].ragged);
  EXPECT_FALSE(table.rows[2].ragged);
  EXPECT_TRUE(table.rows[3].ragged);
}

TEST(Table, endless_cells_and_rows_are_cut_and_told) {
  const TableRows longest = read("a,b\n" + std::string(3 << 20, 'x') + ",2\n");
  ASSERT_EQ(longest.rows.size(), 2U);
  EXPECT_EQ(longest.rows[1].cells[0].size(), longest_table_cell);
  EXPECT_EQ(longest.rows[1].cells[1], "2");
  EXPECT_EQ(longest.problems.size(), 1U);
  const TableRows widest = read("a,b\n" + std::string(5000, ',') + "\n1,2\n");
  ASSERT_EQ(widest.rows.size(), 3U);
  EXPECT_EQ(widest.rows[1].cells.size(), most_table_cells);
  EXPECT_EQ(widest.rows[2].cells, (Cells{"1", "2"}));
  EXPECT_EQ(widest.problems.size(), 1U);
}

TEST(Table, nothing_is_an_empty_table) {
  EXPECT_THAT(read("").rows, IsEmpty());
  EXPECT_THAT(read("\n\r\n").rows, IsEmpty());
  EXPECT_THAT(read("\xFF\xFE").rows, IsEmpty());
}

TEST(Table, a_header_is_sniffed_from_the_first_bytes) {
  EXPECT_THAT(sniff_header("\xEF\xBB\xBF"
                           "Title, Author\nx,y\n"),
              ElementsAre("Title", "Author"));
  EXPECT_THAT(sniff_header(korean_cp949), ElementsAre("이용일", "가맹점명", "금액"));
  EXPECT_THAT(sniff_header("카드 이용내역\n이용일,금액\n1,2\n"), ElementsAre("이용일", "금액"));
  EXPECT_THAT(sniff_header(std::string_view("PK\x03\x04\0\0", 6)), IsEmpty());
  EXPECT_THAT(sniff_header(""), IsEmpty());
  EXPECT_THAT(sniff_header(utf16(u"\uFEFF이용일\t금액\r\n", false)), ElementsAre("이용일", "금액"));
}

TEST(Table, a_head_cut_within_a_row_or_a_character_leaves_that_row_out) {
  std::string head = korean_cp949;
  while (head.size() < 4095) head += "2024-03-15,x,1\n";
  head.resize(4095);
  head += '\xC4';
  const auto rows = sniff_rows(head);
  ASSERT_GT(rows.size(), 2U);
  EXPECT_THAT(rows[0], ElementsAre("이용일", "가맹점명", "금액"));
  for (const auto& row : rows) EXPECT_EQ(row.size(), 3U);
  const std::string wide_header = "first,second," + std::string(5000, 'x');
  EXPECT_THAT(sniff_header(wide_header.substr(0, 4096)), ElementsAre("first", "second"));
}

}  // namespace
}  // namespace hoego
