#include "sources/xml_events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <stdexcept>

#include "base/text.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Writes down what it hears.
struct Heard : XmlListener {
  void start(std::string_view name, std::string_view space,
             const std::vector<XmlAttribute>& attributes) override {
    all += "<" + (space.empty() ? "" : "{" + std::string(space) + "}") + std::string(name);
    for (const auto& each : attributes)
      all += " " + (each.space.empty() ? "" : "{" + each.space + "}") + each.name + "=" + each.value;
    all += ">";
    ++starts;
  }
  void text(std::string_view text) override { all += text; }
  void end(std::string_view name, std::string_view /*space*/) override {
    all += "</" + std::string(name) + ">";
  }
  std::string all;
  std::size_t starts = 0;
};

struct Result {
  std::string all;
  XmlOutcome outcome;
  std::size_t starts;
};
Result read(const std::string& bytes) {
  const auto input = input_of(bytes, "a.xml");
  Heard heard;
  XmlOutcome outcome = read_xml(*input, heard);
  return {heard.all, std::move(outcome), heard.starts};
}

TEST(XmlEvents, tell_elements_attributes_and_texts_with_their_namespaces) {
  const Result result = read(
      "\n<?xml version='1.0'?><a xmlns='urn:x' xmlns:p='urn:y' b='1 &amp; 2' "
      "p:c='3'><p:d/>x<![CDATA[<y>]]>&lt;</a>");
  EXPECT_EQ(result.all, "<{urn:x}a b=1 & 2 {urn:y}c=3><{urn:y}d></d>x<y><</a>");
  EXPECT_THAT(result.outcome.problems, IsEmpty());
  EXPECT_EQ(read("<a><dc:b c:d='e'/></a>").all, "<a><{dc}b {c}d=e></b></a>")
      << "prefixes that nobody declared";
}

TEST(XmlEvents, html_names_are_known_and_unknown_ones_stay) {
  const Result result = read("<a b='x&nbsp;y'>&hellip;&nbsp;&copy; R&D; &#44032;</a>");
  EXPECT_EQ(result.all, "<a b=xy>…\xC2\xA0© R&D; 가</a>");
  EXPECT_THAT(result.outcome.problems, IsEmpty());
}

TEST(XmlEvents, no_entity_of_a_document_is_expanded) {
  const Result result = read(
      "<!DOCTYPE a [<!ENTITY nbsp '&#160;'><!ENTITY x 'boom'><!ENTITY f SYSTEM 'file:///etc/hostname'>"
      "<!ENTITY % p '<!ENTITY y \"boom\">'>%p;<!ATTLIST a d CDATA 'default'>]><a "
      "b='&x;'>1&x;2&f;3&y;&nbsp;4</a>");
  EXPECT_EQ(result.all.find("boom"), std::string::npos);
  EXPECT_THAT(result.all, HasSubstr("123"));
  ASSERT_EQ(result.outcome.problems.size(), 1U);
  EXPECT_EQ(result.outcome.problems[0].line, 1U);
  EXPECT_THAT(result.outcome.problems[0].reason, HasSubstr("entities are not expanded"));
}

TEST(XmlEvents, a_mistake_has_its_line_and_what_follows_is_read) {
  const Result result = read("<a>\n<b>x</c>\n<d>1 &amp; 2</d></a>");
  EXPECT_THAT(result.all, HasSubstr("1 & 2"));
  ASSERT_EQ(result.outcome.problems.size(), 1U);
  EXPECT_EQ(result.outcome.problems[0].line, 2U);
  EXPECT_THAT(result.outcome.problems[0].reason, HasSubstr("not well-formed"));
  const Result controls = read("<a>x\x01\x0by</a>");
  EXPECT_EQ(controls.all, "<a>xy</a>");
  EXPECT_THAT(controls.outcome.problems, IsEmpty());
}

TEST(XmlEvents, what_is_open_at_the_end_of_a_cut_document_is_not_closed) {
  for (const char* text :
       {"<a>\n<b>1</b><b>2", "<a>\n<b>1</b><b", "<a>\n<b>1</b><![CDATA[2", "<a>\n<b>1</b><!-- 2"}) {
    const Result result = read(text);
    EXPECT_THAT(result.all, HasSubstr("<b>1</b>")) << text;
    EXPECT_EQ(result.all.find("</a>"), std::string::npos) << text;
    ASSERT_EQ(result.outcome.problems.size(), 1U) << text;
    EXPECT_EQ(result.outcome.problems[0].line, 2U) << text;
  }
  EXPECT_FALSE(read("").outcome.has_root);
  EXPECT_FALSE(read("just text").outcome.has_root);
}

TEST(XmlEvents, depth_and_length_are_bounded) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const Result nested = read(deep);
  EXPECT_EQ(nested.starts, 256U);
  ASSERT_GE(nested.outcome.problems.size(), 1U);
  EXPECT_THAT(nested.outcome.problems[0].reason, HasSubstr("256"));
  const Result long_text = read("<a>" + std::string((16U << 20) + 100000, 'x') + "</a>");
  EXPECT_LE(long_text.all.size(), (16U << 20) + 10);
  ASSERT_EQ(long_text.outcome.problems.size(), 1U);
  EXPECT_THAT(long_text.outcome.problems[0].reason, HasSubstr("16 MiB"));
  const Result comment = read("<a/><!--" + std::string(17U << 20, 'x'));
  ASSERT_EQ(comment.outcome.problems.size(), 1U);
  EXPECT_THAT(comment.outcome.problems[0].reason, HasSubstr("comment"));
}

TEST(XmlEvents, what_a_listener_throws_comes_out) {
  struct Thrower : Heard {
    void text(std::string_view /*text*/) override { throw std::runtime_error("enough"); }
  } thrower;
  const auto input = input_of("<a>x</a>", "a.xml");
  EXPECT_THROW(read_xml(*input, thrower), std::runtime_error);
}

TEST(XmlEvents, a_few_bad_bytes_do_not_make_utf8_something_else) {
  const Result result = read("<?xml version='1.0' encoding='UTF-8'?><a>회고 \xFF 글</a>");
  EXPECT_EQ(result.all, "<a>회고 \xEF\xBF\xBD 글</a>");
  std::string wide("\xFE\xFF");
  for (const char c : std::string("<a>x</a>")) wide += std::string{'\0', c};
  EXPECT_EQ(read(wide).all, "<a>x</a>");
  EXPECT_EQ(read("<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xFA\x96\x7B</a>").all, "<a>日本</a>");
  EXPECT_EQ(read("<?xml version='1.0' encoding='nonsense'?><a>x</a>").all, "<a>x</a>");
  EXPECT_EQ(read("<?xml version='1.0' encoding='utf-16'?><a>가</a>").all, "<a>가</a>");
}

}  // namespace
}  // namespace hoego
