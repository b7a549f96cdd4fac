#include "sources/reading.h"

#include <gtest/gtest.h>

#include "sources/stated_date.h"
#include "tests/support/reading.h"

namespace hoego {
namespace {

std::string written(std::string_view text, DayOrder order = DayOrder::Unknown) {
  return text_of(parse_written_date(text, order));
}

TEST(WrittenDate, korean_spreadsheets_and_forms) {
  EXPECT_EQ(written("2024. 3. 15"), "2024-03-15");
  EXPECT_EQ(written("2024. 3. 15."), "2024-03-15");
  EXPECT_EQ(written("2024. 3. 15. 오후 7:02:11"), "2024-03-15T19:02:11");
  EXPECT_EQ(written("2024. 3. 15 오전 12:30"), "2024-03-15T00:30:00");
  EXPECT_EQ(written("2024년 3월 15일"), "2024-03-15");
  EXPECT_EQ(written("2024년 3월 15일 (금) 오후 7시 2분"), "2024-03-15T19:02:00");
  EXPECT_EQ(written("2024년 3월 15일 금요일 19시"), "2024-03-15T19:00:00");
  EXPECT_EQ(written("2024-03-15(금)"), "2024-03-15");
  EXPECT_EQ(written("2024.03.15 19:02"), "2024-03-15T19:02:00");
}

TEST(WrittenDate, an_offset_is_kept_and_utc_is_an_instant) {
  EXPECT_EQ(written("2013-05-01 12:00:00 +0200"), "2013-05-01T12:00:00+02:00");
  EXPECT_EQ(written("2010-01-27T00:00:00.000+0100"), "2010-01-27T00:00:00+01:00");
  EXPECT_EQ(written("2024-03-15T12:00:00.000Z"), "2024-03-15T12:00:00Z");
  EXPECT_EQ(written("1710500531"), "2024-03-15T11:02:11Z");
  EXPECT_EQ(written("1710500531000"), "2024-03-15T11:02:11Z");
}

TEST(WrittenDate, day_and_month_are_never_guessed) {
  EXPECT_EQ(written("03/04/2024"), "none");
  EXPECT_EQ(written("03/04/2024", DayOrder::DayFirst), "2024-04-03");
  EXPECT_EQ(written("03/04/2024", DayOrder::MonthFirst), "2024-03-04");
  EXPECT_EQ(written("3/15/2024 7:02 PM"), "2024-03-15T19:02:00");
  EXPECT_EQ(written("15.03.2024 19:02"), "2024-03-15T19:02:00");
  EXPECT_EQ(written("05/05/2024"), "2024-05-05");
  EXPECT_EQ(written("13/13/2024"), "none");
  EXPECT_EQ(written("24.03.15"), "none");
}

TEST(WrittenDate, what_is_no_date_is_none) {
  for (const char* text :
       {"", "2024", "2024-03", "2024-02-30", "2024-03-15 25:00", "2024-03-15 19:02:61", "soon", "2024. 3",
        "2024년", "0000000000", "2024-03-15 오후", "1/2/3", "..", "(금)"})
    EXPECT_EQ(written(text), "none") << text;
}

TEST(DayOrderVote, one_row_over_twelve_decides_for_the_column) {
  DayOrderVote vote;
  vote.see("03/04/2024");
  EXPECT_EQ(vote.order(), DayOrder::Unknown);
  EXPECT_TRUE(vote.needed());
  vote.see("25/04/2024");
  EXPECT_EQ(vote.order(), DayOrder::DayFirst);
  vote.see("04/25/2024");
  EXPECT_EQ(vote.order(), DayOrder::Unknown);
}

TEST(WorkIdentity, a_doi_is_one_however_it_is_written) {
  EXPECT_EQ(doi_in("https://doi.org/10.1145/3292500.3330701"), "10.1145/3292500.3330701");
  EXPECT_EQ(doi_in("DOI: 10.1109/JPROC.2016.2526118"), "10.1109/jproc.2016.2526118");
  EXPECT_EQ(doi_in("http://dx.doi.org/10.1002/X."), "10.1002/x");
  EXPECT_EQ(doi_in("10/fqd6hj"), "10/fqd6hj");
  EXPECT_EQ(doi_in("10.1"), std::nullopt);
  EXPECT_EQ(doi_in("https://example.com/10.1145/3"), std::nullopt);
}

TEST(WorkIdentity, an_arxiv_number_has_no_version) {
  EXPECT_EQ(arxiv_in("arXiv preprint arXiv:2005.14165v4"), "2005.14165");
  EXPECT_EQ(arxiv_in("https://arxiv.org/abs/hep-th/9901001"), "hep-th/9901001");
  EXPECT_EQ(arxiv_in("https://arxiv.org/pdf/math.GT/0309136v1"), "math/0309136");
  EXPECT_EQ(arxiv_number("1706.03762v5"), "1706.03762");
  EXPECT_EQ(arxiv_number("1706.03762 [cs.CL]"), "1706.03762");
  EXPECT_EQ(arxiv_number("12345"), std::nullopt);
  EXPECT_EQ(arxiv_number("1706.037"), std::nullopt);
  Work by_doi;
  by_doi.doi = "10.48550/arxiv.1706.03762";
  Work by_number;
  by_number.arxiv = "1706.03762";
  EXPECT_EQ(work_identity(by_doi), "arxiv:1706.03762");
  EXPECT_EQ(work_identity(by_doi), work_identity(by_number));
}

TEST(WorkIdentity, an_isbn_of_ten_digits_is_the_one_of_thirteen) {
  EXPECT_EQ(isbn_in("0-375-50312-9"), "9780375503122");
  EXPECT_EQ(isbn_in("9780375503122"), "9780375503122");
  EXPECT_EQ(isbn_in("ISBN 978-85-63994-24-0"), "9788563994240");
  EXPECT_EQ(isbn_in("978-1-107-04452-4 978-1-107-68637-3"), "9781107044524");
  EXPECT_EQ(isbn_in("978 89 374 6001 2"), isbn_in("9788937460012"));
  EXPECT_EQ(isbn_in("080442957X"), "9780804429573");
  EXPECT_EQ(isbn_in("0375503128"), std::nullopt) << "a wrong check digit";
  EXPECT_EQ(isbn_in("no number"), std::nullopt);
}

TEST(WorkIdentity, a_title_is_one_however_it_is_set) {
  const auto identity = [](const char* title, const char* author) {
    Work work;
    work.title = title;
    work.first_author = author;
    return work_identity(work);
  };
  EXPECT_EQ(identity("Deep Learning: A Primer", "von Hicks, III, Michael"),
            identity("deep learning – a primer", "Michael von Hicks"));
  EXPECT_NE(identity("Deep Learning", "Hicks, M."), identity("Deep Learning", "Kim, M."));
  EXPECT_EQ(identity("채식주의자", "한강"), identity("채식주의자 ", "한강"));
  EXPECT_NE(identity("채식주의자", "한강"), identity("소년이 온다", "한강"));
  EXPECT_EQ(identity("", "한강"), "");
}

TEST(Reading, a_note_of_zotero_tells_when_it_was_read) {
  const auto extra = read_zotero_extra("x: y\nRead_Status: Read\nRead_Status_Date: 2024-03-15T12:00:00.000Z");
  EXPECT_TRUE(extra.is_read);
  EXPECT_EQ(text_of(extra.since), "2024-03-15T12:00:00Z");
  EXPECT_FALSE(read_zotero_extra("Read_Status: To Read\nRead_Status_Date: 2024-03-15T12:00:00Z").since);
  EXPECT_FALSE(read_zotero_extra("Read_Status: Reading").is_read);
  EXPECT_FALSE(read_zotero_extra("").is_read);
}

}  // namespace
}  // namespace hoego
