#include "sources/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <map>

#include "base/error.h"
#include "record/codec.h"
#include "sources/blog.h"
#include "sources/feed_items.h"
#include "sources/feed_post.h"
#include "sources/posts.h"
#include "sources/posts_identity.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

CollectingSink read(const Source& source, const std::string& bytes, const std::string& path = "feed.xml") {
  const OneFile files(bytes);
  CollectingSink sink;
  source.read({"/life", path, {}, &files}, {}, sink);
  for (const auto& issue : sink.issues) EXPECT_EQ(issue.path, path);
  return sink;
}
CollectingSink read(const std::string& bytes) {
  return read(feed_source, bytes);
}
Observation one(const std::string& bytes) {
  const CollectingSink sink = read(bytes);
  EXPECT_THAT(sink.issues, testing::IsEmpty());
  EXPECT_EQ(sink.observations.size(), 1U);
  return sink.observations.empty() ? Observation{} : sink.observations[0];
}
Sureness sureness(std::string_view head) {
  return feed_source.recognise({"/life/x", "x", false, head.size(), head, {}});
}

std::string rss(const std::string& items, const std::string& channel = "<title>나의 블로그</title>") {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>" +
         channel + items + "</channel></rss>";
}

const Date ides = *Date::from_ymd(2024, 3, 15);

TEST(Feed, an_item_of_rss_is_a_post_on_the_day_its_offset_says) {
  const Observation post =
      one(rss("<item><title>봄 &amp;amp; &lt;b&gt;꽃&lt;/b&gt;</title><link>https://me.example.org/3</link>"
              "<guid isPermaLink='false'>me-3</guid><dc:creator>하나</dc:creator><category>일상</category>"
              "<category>회고, 봄</category><pubDate>Fri, 15 Mar 2024 00:30:00 +0900</pubDate>"
              "<description>짧은</description><content:encoded><![CDATA[<p>긴 글 <a "
              "href='https://x.org'>여기</a>.</p>"
              "<pre>code here</pre>]]></content:encoded></item>",
              "<title>나의 블로그</title><language>ko-KR</language>"));
  EXPECT_EQ(post.kind, Kind::Post);
  EXPECT_EQ(post.title, "봄 & 꽃");
  EXPECT_EQ(post.begin, When::at(WallTime::at(ides, 1800), Offset{32400}));
  EXPECT_EQ(post.identity, post_identity("봄 & 꽃", When::on(ides)));
  EXPECT_EQ(post.locator, "me-3");
  EXPECT_EQ(post.traits.at(trait::url), "https://me.example.org/3");
  EXPECT_EQ(post.traits.at("guid"), "me-3");
  EXPECT_EQ(post.traits.at(trait::author), "하나");
  EXPECT_EQ(post.traits.at(trait::tags), "일상,회고  봄");
  EXPECT_EQ(post.traits.at(trait::language), "ko");
  EXPECT_EQ(post.traits.at("blog"), "나의 블로그");
  EXPECT_EQ(post.traits.at(trait::time_from), "published");
  EXPECT_EQ(post.quantities.at("words"), 3);
  EXPECT_EQ(post.quantities.at("characters"), 5);
  EXPECT_EQ(post.quantities.at("links"), 1);
}

TEST(Feed, a_post_of_a_feed_and_its_markdown_file_are_one) {
  const Observation item = one(
      rss("<item><title>Spring  has come</title><pubDate>Fri, 15 Mar 2024 09:00:00 +0900</pubDate></item>"));
  const CollectingSink file =
      read(posts_source, "---\ntitle: Spring Has Come\ndate: 2024-03-15\n---\n", "a.md");
  ASSERT_EQ(file.observations.size(), 1U);
  EXPECT_EQ(item.identity, file.observations[0].identity);
  EXPECT_EQ(item.kind, file.observations[0].kind);
}

TEST(Feed, a_stamp_in_gmt_is_an_instant_on_its_utc_day) {
  for (const char* stamp :
       {"Thu, 14 Mar 2024 23:30:00 GMT", "Thu, 14 Mar 2024 23:30:00 +0000", "Thu, 14 Mar 2024 23:30:00 -0000",
        "14 Mar 24 23:30:00 UT", "2024-03-14T23:30:00Z"}) {
    const Observation post =
        one(rss(std::string("<item><title>A</title><pubDate>") + stamp + "</pubDate></item>"));
    EXPECT_EQ(post.begin, When::at(instant(WallTime::at(ides - 1, 84600), Offset{0}))) << stamp;
    EXPECT_EQ(post.identity, post_identity("A", When::on(ides - 1))) << stamp;
  }
}

TEST(FeedDate, knows_the_zones_and_years_of_rfc_822) {
  const WallTime nine = WallTime::at(ides, 9 * 3600);
  EXPECT_EQ(parse_feed_date("Fri, 15 Mar 2024 09:00:00 EST"), When::at(nine, Offset{-5 * 3600}));
  EXPECT_EQ(parse_feed_date("Fri, 15 Mar 24 09:00 PDT"), When::at(nine, Offset{-7 * 3600}));
  EXPECT_EQ(parse_feed_date("Fri, 15 Mar 2024 09:00:00 KST"), When::at(nine, Offset{9 * 3600}));
  EXPECT_EQ(parse_feed_date("15 Mar 99"), When::on(*Date::from_ymd(1999, 3, 15)));
  EXPECT_EQ(parse_feed_date("2024-03-15T09:00:00.123+09:00"), When::at(nine, Offset{9 * 3600}));
  for (const char* bad : {"", "yesterday", "2024", "2024-03", "Fri, 32 Mar 2024 09:00:00 GMT",
                          "Mon, 01 Jan 0001 00:00:00 +0000"})
    EXPECT_EQ(parse_feed_date(bad), std::nullopt) << bad;
}

TEST(Feed, atom_says_published_or_at_least_updated) {
  const CollectingSink sink = read(
      "<feed xmlns='http://www.w3.org/2005/Atom' "
      "xml:lang='en'><title>Blog</title><author><name>Me</name></author>"
      "<entry><title type='html'>A &amp;lt; B</title><link rel='self' href='http://x.org/self'/>"
      "<link href='http://x.org/1'/><id>urn:1</id><published>2024-03-15T09:00:00+09:00</published>"
      "<updated>2024-04-01T00:00:00Z</updated><category term='drums'/>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>one</p><p>two &amp; "
      "three</p></div></content>"
      "</entry>"
      "<entry><title>vector&lt;int&gt; "
      "&amp;amp;</title><id>urn:2</id><updated>2024-03-16T09:00:00+09:00</updated>"
      "<author><name>Guest</name></author><summary>In short</summary></entry></feed>");
  EXPECT_THAT(sink.issues, testing::IsEmpty());
  ASSERT_EQ(sink.observations.size(), 2U);
  const Observation& first = sink.observations[0];
  EXPECT_EQ(first.title, "A < B");
  EXPECT_EQ(first.begin, When::at(WallTime::at(ides, 9 * 3600), Offset{32400}));
  EXPECT_EQ(first.traits.at(trait::time_from), "published");
  EXPECT_EQ(first.traits.at(trait::url), "http://x.org/1");
  EXPECT_EQ(first.traits.at(trait::author), "Me");
  EXPECT_EQ(first.traits.at(trait::tags), "drums");
  EXPECT_EQ(first.traits.at(trait::language), "en");
  EXPECT_EQ(first.quantities.at("words"), 3);
  const Observation& second = sink.observations[1];
  EXPECT_EQ(second.title, "vector<int> &amp;") << "a text of Atom is no HTML";
  EXPECT_EQ(second.traits.at(trait::time_from), "updated");
  EXPECT_EQ(second.traits.at(trait::author), "Guest");
  EXPECT_EQ(second.traits.at("text_from"), "summary");
  EXPECT_THAT(sink.claims,
              ElementsAre(CoverageClaim{Kind::Post, CoverageClass::Window, "Blog", ides, ides + 1}));
}

TEST(Feed, rss_1_and_0_9_keep_their_items_beside_the_channel) {
  const CollectingSink sink = read(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>Blog</title></channel>"
      "<image><title>Picture</title></image>"
      "<item rdf:about='http://x.org/1'><title>One</title><dc:date>2024-03-15T09:00:00+09:00</dc:date>"
      "<dc:subject>music</dc:subject></item></rdf:RDF>");
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].traits.at("blog"), "Blog");
  EXPECT_EQ(sink.observations[0].traits.at(trait::url), "http://x.org/1");
  EXPECT_EQ(sink.observations[0].traits.at(trait::tags), "music");
}

TEST(Feed, a_json_feed_is_read_and_a_cut_one_keeps_its_whole_items) {
  const std::string text =
      R"({"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "블로그 <1>", "language": "ko",
          "authors": [{"name": "하나"}],
          "items": [{"id": 7, "url": "https://x.org/7", "title": "vector<int>", "content_text": "a < b 둘",
                     "date_published": "2024-03-15T09:00:00+09:00", "tags": ["c++"]},
                    {"id": "8", "title": "둘", "date_published": "2024-03-16T09:00:00+09:00"}]})";
  EXPECT_EQ(sureness(text), Sureness::Sure);
  const CollectingSink sink = read(text);
  EXPECT_THAT(sink.issues, testing::IsEmpty());
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].title, "vector<int>");
  EXPECT_EQ(sink.observations[0].locator, "7");
  EXPECT_EQ(sink.observations[0].traits.at("blog"), "블로그 <1>");
  EXPECT_EQ(sink.observations[0].traits.at(trait::author), "하나");
  EXPECT_EQ(sink.observations[0].traits.at(trait::tags), "c++");
  EXPECT_EQ(sink.observations[0].quantities.at("characters"), 4);
  const CollectingSink cut = read(text.substr(0, text.find("\"둘\"")));
  EXPECT_EQ(cut.observations.size(), 1U);
  ASSERT_EQ(cut.issues.size(), 1U);
  EXPECT_THAT(cut.issues[0].place, HasSubstr("byte "));
}

TEST(Feed, items_without_a_date_are_one_issue_in_sum) {
  const CollectingSink sink =
      read(rss("<item><title>A</title></item><item><title>B</title><pubDate>soon</pubDate></item>"
               "<item><link>http://x.org</link></item><item></item>"));
  EXPECT_THAT(sink.observations, testing::IsEmpty());
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].reason, "3 items without a date");
  EXPECT_THAT(sink.claims, testing::IsEmpty());
}

TEST(Feed, what_has_no_title_is_called_by_its_first_words_and_known_by_its_guid) {
  const std::string item =
      "<item><guid>me-1</guid><pubDate>Fri, 15 Mar 2024 09:00:00 +0900</pubDate><description>";
  const Observation post =
      one(rss(item + "&lt;p&gt;드럼을 샀다.&lt;/p&gt;&lt;p&gt;시끄럽다.&lt;/p&gt;</description></item>"));
  EXPECT_EQ(post.title, "드럼을 샀다.");
  EXPECT_EQ(post.identity, one(rss(item + "corrected</description></item>")).identity);
}

TEST(Feed, a_cut_feed_keeps_its_whole_items) {
  const std::string whole =
      rss("<item><title>A</title><pubDate>Fri, 15 Mar 2024 09:00:00 +0900</pubDate></item>\n"
          "<item><title>B</title><pubDate>Sat, 16 Mar 2024 09:00:00 +0900</pubDate></item>");
  const CollectingSink sink = read(whole.substr(0, whole.find("</item></channel>")));
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].title, "A");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "line 2");
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("ends before"));
}

TEST(Feed, mistakes_in_the_middle_cost_one_issue_and_no_item) {
  const CollectingSink sink =
      read(rss("<item><title>A & <b>B</title><pubDate>Fri, 15 Mar 2024 09:00:00 +0900</pubDate></item>\n"
               "<item><title>C &amp; D</title><pubDate>Sat, 16 Mar 2024 09:00:00 +0900</pubDate></item>"));
  EXPECT_EQ(sink.issues.size(), 1U);
  std::vector<std::string> titles;
  for (const auto& post : sink.observations) titles.push_back(post.title);
  EXPECT_THAT(titles, ElementsAre(HasSubstr("B"), "C & D"));
}

TEST(Feed, a_bomb_of_entities_is_one_issue_and_nothing_more) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>";
  for (char c = 'b'; c <= 'z'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " '";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "'>";
  }
  bomb +=
      "<!ENTITY x SYSTEM "
      "'file:///etc/passwd'>]><rss><channel><title>&z;</title><item><title>Q&z;&x;A&nbsp;B</title>"
      "<link a='&z;'>http://x.org</link><pubDate>Fri, 15 Mar 2024 09:00:00 "
      "+0900</pubDate></item></channel></rss>";
  const std::clock_t begin = std::clock();
  const CollectingSink sink = read(bomb);
  EXPECT_LT(std::clock() - begin, CLOCKS_PER_SEC);
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].title, "QA B");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("entities are not expanded (limit "));
}

TEST(Feed, is_read_in_korean_encodings) {
  // 봄, 똠 (which CP949 alone has)
  const std::string body =
      "<rss><channel><title>\xBA\xBD</title><item><title>\xBA\xBD \x8C\x63</title>"
      "<pubDate>Fri, 15 Mar 2024 09:00:00 +0900</pubDate></item></channel></rss>";
  for (const char* declaration :
       {"<?xml version='1.0' encoding='EUC-KR'?>", "<?xml version=\"1.0\" encoding=\"ks_c_5601-1987\"?>",
        "<?xml version='1.0' encoding='CP949'?>", "<?xml version='1.0'?>",
        "<?xml version='1.0' encoding='utf-8'?>", ""}) {
    const Observation post = one(declaration + body);
    EXPECT_EQ(post.title, "봄 똠") << declaration;
    EXPECT_EQ(post.traits.at("blog"), "봄") << declaration;
  }
  std::string wide = "\xFF\xFE";
  for (const char c :
       std::string("<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>A</title><pubDate>15 "
                   "Mar 2024</pubDate></item></channel></rss>"))
    wide += std::string{c, '\0'};
  EXPECT_EQ(one(wide).begin, When::on(ides));
}

TEST(Feed, a_long_feed_in_cp949_is_decoded_across_pieces) {
  std::string bytes = "<?xml version='1.0' encoding='euc-kr'?><rss><channel><title>x</title>";
  for (int i = 0; i < 3000; ++i) {
    bytes += "<item><title>\xBA\xBD" + std::to_string(i) + "</title><description>";
    for (int k = 0; k < 20 + i % 7; ++k) bytes += "\xBA\xBD";
    bytes += "</description><pubDate>Fri, 15 Mar 2024 09:00:00 +0900</pubDate></item>";
  }
  const CollectingSink sink = read(bytes + "</channel></rss>");
  EXPECT_THAT(sink.issues, testing::IsEmpty());
  ASSERT_EQ(sink.observations.size(), 3000U);
  for (std::size_t i = 0; i < 3000; ++i) {
    ASSERT_EQ(sink.observations[i].title, "봄" + std::to_string(i));
    ASSERT_EQ(sink.observations[i].quantities.at("characters"), static_cast<double>(20 + i % 7));
  }
}

TEST(Feed, is_recognised_by_its_root_and_exports_of_blogs_are_not_feeds) {
  EXPECT_EQ(sureness("\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- a < b --><rss version='2.0'>"),
            Sureness::Sure);
  EXPECT_EQ(sureness("<!DOCTYPE rss [<!ENTITY a '>'>]><rss version='0.91'>"), Sureness::Sure);
  EXPECT_EQ(sureness("<feed xmlns=\"http://www.w3.org/2005/Atom\">"), Sureness::Sure);
  EXPECT_EQ(sureness("<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>"), Sureness::Sure);
  for (const char* other :
       {"", "<", "<?xml", "<feed xmlns='http://example.org'>", "<rdf:RDF xmlns:rdf='x'>",
        "<gpx version='1.1'>", "<html><rss></rss></html>", "text <rss>", "{\"version\": \"1\"}",
        "<opml version='2.0'>", "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"})
    EXPECT_EQ(sureness(other), Sureness::No) << other;
}

TEST(Feed, what_is_no_xml_is_refused) {
  EXPECT_THROW(read(""), Error);
  EXPECT_THROW(read("no feed"), Error);
  EXPECT_THAT(read("{\"a\": " + std::string(100000, '[')).issues, testing::SizeIs(1));
}

// ---- real files
// --------------------------------------------------------------------------------------------

class RealFeeds : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!fs::exists(folder_)) GTEST_SKIP() << "no samples at " << folder_;
    if (!output_of("xmllint --version")) GTEST_SKIP() << "xmllint is not here";
  }
  fs::path folder_ = fs::path(HOEGO_SAMPLES_DIR) / "posts" / GetParam();
};

TEST_P(RealFeeds, have_the_items_that_xmllint_counts) {
  std::size_t items = 0;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    SCOPED_TRACE(entry.path().string());
    std::size_t ours = 0;
    std::size_t dated = 0;
    std::string head(4096, '\0');
    const auto file = open_file(entry.path());
    head.resize(file->read(0, head.data(), head.size()));
    EXPECT_EQ(sureness(head), Sureness::Sure);
    FeedGatherer gatherer([&](const FeedChannel& channel, const FeedItem& item) {
      ++ours;
      if (says_something(item) && post_of(channel, item).begin) ++dated;
    });
    EXPECT_THAT(read_xml(*file, gatherer).problems, testing::SizeIs(0));
    const auto theirs =
        output_of("xmllint --xpath \"count(//*[local-name()='item' or local-name()='entry'])\" '" +
                  entry.path().string() + "'");
    ASSERT_TRUE(theirs);
    EXPECT_EQ(ours, std::stoul(*theirs));
    const auto dates = output_of(
        "xmllint --xpath \"count(//*[local-name()='item' or local-name()='entry'][*[local-name()="
        "'pubDate' or local-name()='date' or local-name()='updated' or "
        "local-name()='published']])\" '" +
        entry.path().string() + "'");
    ASSERT_TRUE(dates);
    EXPECT_EQ(dated, std::stoul(*dates));
    CollectingSink sink;
    feed_source.read({folder_, entry.path().filename().string(), {}, nullptr}, {}, sink);
    EXPECT_EQ(sink.observations.size(), dated);
    items += ours;
  }
  EXPECT_GT(items, 0U);
}

INSTANTIATE_TEST_SUITE_P(, RealFeeds, testing::Values("rust-syndication__rss", "kurtmckee__feedparser"));

}  // namespace
}  // namespace hoego
