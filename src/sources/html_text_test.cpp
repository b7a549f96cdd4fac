#include "sources/html_text.h"

#include <gtest/gtest.h>

#include <ctime>

namespace hoego {
namespace {

TEST(HtmlText, is_what_a_person_reads) {
  const HtmlText text = html_text(
      "<!DOCTYPE html><style>p { color: red }</style><script>if (a < b) \"</p>\"</script><p class=x>하나 "
      "&amp; 둘</p>"
      "<!-- 숨은 <b>말</b> --><div>셋<br/>넷 <a href='http://x.org'>다섯</a><a "
      "href='#top'>↑</a></div><pre>code</pre>끝");
  EXPECT_EQ(text.text, "하나 & 둘\n셋\n넷 다섯↑\n끝");
  EXPECT_EQ(text.links, 1U);
  EXPECT_EQ(html_text("1 < 2 && a<3 &unknown; &#xAC00;&#44032;&#0;").text,
            "1 < 2 && a<3 &unknown; 가가\xEF\xBF\xBD");
  EXPECT_EQ(html_text("<p title='a > b'>x</p>").text, "x\n");
}

TEST(HtmlText, a_title_keeps_what_is_no_tag) {
  EXPECT_EQ(html_title("  <b>vector<int></b> &amp; <i>more</i>\n words&nbsp;"), "vector<int> & more words");
  EXPECT_EQ(html_title("a <3 b <mark>c</mark> <!-- d -->"), "a <3 b c");
}

TEST(HtmlText, is_decoded_by_what_the_page_says) {
  EXPECT_EQ(decode_html("<meta charset=\"euc-kr\">\xBA\xBD\x8C\x63"), "<meta charset=\"euc-kr\">봄똠");
  const std::string long_name =
      "<meta http-equiv='Content-Type' content='text/html; charset=ks_c_5601-1987'>";
  EXPECT_EQ(decode_html(long_name + "\xBA\xBD"), long_name + "봄");
  EXPECT_EQ(decode_html("<meta charset=utf-8>봄"), "<meta charset=utf-8>봄");
  EXPECT_EQ(decode_html("<meta charset=utf-8>\xBA\xBD"), "<meta charset=utf-8>봄");
}

TEST(HtmlText, is_read_in_linear_time) {
  const std::clock_t begin = std::clock();
  for (const char* part : {"<", "<a", "<a href=\"", "</", "<!--", "<script>", "&", "&amp", "<a b='>", "<div>",
                           "</div>", "<p x=y "}) {
    std::string html;
    while (html.size() < 1000000) html += part;
    html_text(html);
    html_title(html);
  }
  EXPECT_LT(std::clock() - begin, 20 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace hoego
