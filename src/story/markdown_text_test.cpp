#include "story/markdown_text.h"

#include <gtest/gtest.h>

namespace hoego {
namespace {

TEST(MarkdownText, does_nothing_but_be_read) {
  EXPECT_EQ(as_markdown("*a* <b> & [c](d) `e` ~f~ $g$"),
            "\\*a\\* &lt;b> &amp; \\[c\\](d) \\`e\\` \\~f\\~ \\$g\\$");
  EXPECT_EQ(as_markdown("# not a heading"), "\\# not a heading");
  EXPECT_EQ(as_markdown("- not an item"), "\\- not an item");
  EXPECT_EQ(as_markdown("{{ site.title }} {% raw %}"), "&#123;{ site.title }} &#123;% raw %}");
  EXPECT_EQ(as_markdown("2024. 10. 20."), "2024\\. 10. 20.");
  EXPECT_EQ(as_markdown("3월 15일. 2.4배"), "3월 15일. 2.4배");
}

}  // namespace
}  // namespace hoego
