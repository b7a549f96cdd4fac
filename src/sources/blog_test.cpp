#include "sources/blog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <set>

#include "base/error.h"
#include "record/codec.h"
#include "sources/feed.h"
#include "sources/posts_identity.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

CollectingSink read(const std::string& bytes, const std::string& path = "export.xml") {
  const OneFile files(bytes);
  CollectingSink sink;
  blog_source.read({"/life", path, {}, &files}, {}, sink);
  return sink;
}

Sureness sureness(const Source& source, std::string_view head) {
  return source.recognise({"/life/x", "x", false, head.size(), head, {}});
}

const Date ides = *Date::from_ymd(2024, 3, 15);

std::string wxr(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- This is a WordPress eXtended RSS file -->\n"
         "<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>나의 블로그</title>"
         "<pubDate>Sun, 20 Oct 2024 03:00:00 +0000</pubDate><language>ko-KR</language>"
         "<wp:wxr_version>1.2</wp:wxr_version>" +
         items + "</channel></rss>";
}

std::string item(const std::string& title, const std::string& local, const std::string& utc,
                 const std::string& status = "publish", const std::string& type = "post") {
  return "<item><title><![CDATA[" + title +
         "]]></title><link>https://me.example.org/?p=3</link>"
         "<pubDate>Fri, 15 Mar 2024 12:30:00 +0000</pubDate><dc:creator><![CDATA[hana]]></dc:creator>"
         "<guid isPermaLink=\"false\">https://me.example.org/?p=3</guid><description></description>"
         "<content:encoded><![CDATA[<!-- wp:paragraph --><p>드럼 <b>합주</b></p><!-- /wp:paragraph "
         "-->]]></content:encoded>"
         "<excerpt:encoded><![CDATA[a short word about it]]></excerpt:encoded>"
         "<wp:post_id>3</wp:post_id><wp:post_date><![CDATA[" +
         local + "]]></wp:post_date><wp:post_date_gmt><![CDATA[" + utc +
         "]]></wp:post_date_gmt><wp:status><![CDATA[" + status + "]]></wp:status><wp:post_type><![CDATA[" +
         type +
         "]]></wp:post_type><category domain=\"category\" nicename=\"x\"><![CDATA[음악]]></category>"
         "<category domain=\"post_tag\" nicename=\"y\"><![CDATA[드럼]]></category>"
         "<wp:postmeta><wp:meta_key>status</wp:meta_key><wp:meta_value>trash</wp:meta_value></wp:postmeta>"
         "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_date>2024-03-16 00:00:00</wp:comment_date>"
         "<wp:comment_content>나도</wp:comment_content></wp:comment></item>";
}

TEST(WordPress, a_post_has_the_blogs_clock_and_its_distance_from_utc) {
  const CollectingSink sink = read(wxr(item("첫 &amp; 합주", "2024-03-15 21:30:00", "2024-03-15 12:30:00")));
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 1U);
  const Observation& post = sink.observations[0];
  EXPECT_EQ(post.kind, Kind::Post);
  EXPECT_EQ(post.title, "첫 & 합주");
  EXPECT_EQ(post.begin, When::at(WallTime::at(ides, 77400), Offset{32400}));
  EXPECT_EQ(post.identity, post_identity("첫 & 합주", When::on(ides)));
  EXPECT_EQ(post.locator, "3");
  EXPECT_EQ(post.traits.at(trait::author), "hana");
  EXPECT_EQ(post.traits.at(trait::tags), "드럼");
  EXPECT_EQ(post.traits.at("categories"), "음악");
  EXPECT_EQ(post.traits.at("blog"), "나의 블로그");
  EXPECT_EQ(post.traits.at(trait::language), "ko");
  EXPECT_EQ(post.traits.at(trait::as_of), "2024-10-20T03:00:00Z");
  EXPECT_EQ(post.quantities.at("words"), 2);
  EXPECT_EQ(post.quantities.at("characters"), 4);
  EXPECT_THAT(sink.claims, ElementsAre(CoverageClaim{Kind::Post, CoverageClass::Complete, "나의 블로그",
                                                     std::nullopt, *Date::from_ymd(2024, 10, 20)}));
}

TEST(WordPress, clocks_that_say_nothing_are_not_believed) {
  const auto begin = [](const char* local, const char* utc) {
    const CollectingSink sink = read(wxr(item("A", local, utc)));
    EXPECT_EQ(sink.observations.size(), 1U);
    return sink.observations.at(0).begin;
  };
  const Instant noon = instant(WallTime::at(ides, 45000), Offset{0});
  EXPECT_EQ(begin("2024-03-15 12:30:00", "2024-03-15 12:30:00"), When::at(noon)) << "left on UTC";
  EXPECT_EQ(begin("2024-03-15 12:30:00", "0000-00-00 00:00:00"), When::floating(WallTime::at(ides, 45000)));
  EXPECT_EQ(begin("2024-03-15 12:30:00", "2024-03-11 12:30:00"), When::floating(WallTime::at(ides, 45000)));
  EXPECT_EQ(begin("0000-00-00 00:00:00", "2024-03-15 12:30:00"), When::at(noon));
  EXPECT_EQ(begin("0000-00-00 00:00:00", "0000-00-00 00:00:00"), When::at(noon)) << "by pubDate";
}

TEST(WordPress, drafts_are_notes_and_pages_and_the_trash_are_nothing) {
  const auto kinds = [](const std::string& status, const std::string& type) {
    const CollectingSink sink =
        read(wxr(item("A", "2024-03-15 21:30:00", "0000-00-00 00:00:00", status, type)));
    EXPECT_THAT(sink.issues, IsEmpty());
    std::vector<Kind> out;
    for (const auto& each : sink.observations) out.push_back(each.kind);
    if (out == std::vector{Kind::Note}) {
      EXPECT_EQ(sink.observations[0].traits.at(trait::status), "draft");
      EXPECT_THAT(sink.claims, IsEmpty());
    }
    return out;
  };
  EXPECT_THAT(kinds("publish", "post"), ElementsAre(Kind::Post));
  for (const char* status : {"draft", "private", "pending", "future"})
    EXPECT_THAT(kinds(status, "post"), ElementsAre(Kind::Note)) << status;
  for (const char* status : {"trash", "auto-draft", "inherit"})
    EXPECT_THAT(kinds(status, "post"), IsEmpty()) << status;
  for (const char* type : {"page", "attachment", "nav_menu_item", "wp_block"})
    EXPECT_THAT(kinds("publish", type), IsEmpty()) << type;
}

TEST(WordPress, a_cut_export_keeps_its_whole_posts_and_proves_no_silence) {
  const std::string whole = wxr(item("A", "2024-03-15 21:30:00", "2024-03-15 12:30:00") +
                                item("B", "2024-03-16 21:30:00", "2024-03-16 12:30:00"));
  const CollectingSink sink = read(whole.substr(0, whole.rfind("<wp:status>")));
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].title, "A");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("ends before"));
  EXPECT_THAT(sink.claims, IsEmpty());
}

TEST(Blogger, of_its_archive_only_posts_count) {
  const auto entry = [](const char* id, const char* kind, const char* more) {
    return std::string("<entry><id>tag:blogger.com,1999:blog-1.post-") + id +
           "</id><published>2024-03-15T21:30:00.001+09:00</published><updated>2024-03-20T00:00:00Z</updated>"
           "<category scheme='http://schemas.google.com/g/2005#kind' "
           "term='http://schemas.google.com/blogger/2008/kind#" +
           kind + "'/><category scheme='http://www.blogger.com/atom/ns#' term='drums'/><title type='text'>T" +
           id + "</title><content type='html'>&lt;p&gt;Text&lt;/p&gt;</content>" + more + "</entry>";
  };
  const std::string text =
      "<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet "
      "href=\"http://www.blogger.com/styles/atom.css\" "
      "type=\"text/css\"?><feed xmlns='http://www.w3.org/2005/Atom' "
      "xmlns:thr='http://purl.org/syndication/thread/1.0'>"
      "<id>tag:blogger.com,1999:blog-1.archive</id><updated>2024-10-20T12:00:00Z</updated><title "
      "type='text'>Mine</title>" +
      entry("1", "post", "") + entry("2", "comment", "") + entry("3", "template", "") +
      entry("4", "post",
            "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>") +
      "</feed>";
  EXPECT_EQ(sureness(blog_source, text), Sureness::Sure);
  EXPECT_EQ(sureness(feed_source, text), Sureness::No);
  const CollectingSink sink = read(text, "blog-10-20-2024.xml");
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].kind, Kind::Post);
  EXPECT_EQ(sink.observations[0].title, "T1");
  EXPECT_EQ(sink.observations[0].traits.at(trait::tags), "drums");
  EXPECT_EQ(sink.observations[1].kind, Kind::Note);
  EXPECT_EQ(sink.observations[1].title, "T4");
  EXPECT_THAT(sink.claims, ElementsAre(CoverageClaim{Kind::Post, CoverageClass::Complete, "Mine",
                                                     std::nullopt, *Date::from_ymd(2024, 10, 20)}));
}

TEST(Blogger, of_takeouts_feed_only_live_posts_are_posts) {
  const auto entry = [](const char* type, const char* status) {
    return std::string("<entry><id>tag:blogger.com,1999:blog-1.post-2</id><blogger:type>") + type +
           "</blogger:type><blogger:status>" + status +
           "</blogger:status><author><name>Me</name><uri></uri>"
           "<blogger:type>BLOGGER</blogger:type></author><title>T</title><content type='html'>x</content>"
           "<blogger:created>2024-03-14T00:00:00Z</blogger:created><published>2024-03-15T00:00:00Z</"
           "published></entry>";
  };
  const std::string text =
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"
      "<id>tag:blogger.com,1999:blog-1</id><title>Mine</title>" +
      entry("POST", "LIVE") + entry("POST", "DRAFT") + entry("POST", "SOFT_TRASHED") + entry("PAGE", "LIVE") +
      entry("COMMENT", "LIVE") + "</feed>";
  EXPECT_EQ(sureness(blog_source, text), Sureness::Sure);
  const CollectingSink sink = read(text, "feed.atom");
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].kind, Kind::Post);
  EXPECT_EQ(sink.observations[0].begin, When::at(instant(WallTime::at(ides), Offset{0})));
  EXPECT_EQ(sink.observations[0].traits.at(trait::author), "Me");
  EXPECT_EQ(sink.observations[1].kind, Kind::Note);
}

const std::string tistory =
    "<!DOCTYPE html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>첫 합주</title>"
    "<link rel=\"stylesheet\" href=\"./../style.css\"></head>\n<body id=\"tt-body-page\" class=\"\">\n"
    "<div id=\"wrap\" class=\"wrap-right\"><div id=\"container\"><main class=\"main \"><div "
    "class=\"area-main\">"
    "<div class=\"area-view\"><div class=\"article-header\"><div class=\"inner-article\"><div "
    "class=\"box-meta\">"
    "<p class=\"category\">음악/드럼</p><h2 class=\"title-article\">첫 합주 &amp; 뒤풀이</h2><div "
    "class=\"box-info\">"
    "<p class=\"date\">2021-04-05 22:12:31</p></div></div></div></div><hr><div class=\"article-view\">"
    "<div class=\"contents_style\"><p data-ke-size=\"size16\">드럼을&nbsp;<b>쳤다</b>. <a "
    "href=\"https://x.org\">여기</a></p>"
    "<div><pre class=\"python\"><code>print(1)</code></pre></div><p>끝<br>이다</p></div>\n"
    "<div class=\"tags\">#드럼 #합주 연습 #밴드</div></div></div></div></main></div></div></body></html>";

TEST(Tistory, a_page_of_the_backup_is_a_post_on_the_blogs_clock) {
  EXPECT_EQ(sureness(blog_source, tistory), Sureness::Sure);
  const CollectingSink sink = read(tistory, "my-blog-1-1/105/105-첫-합주.html");
  EXPECT_THAT(sink.issues, IsEmpty());
  ASSERT_EQ(sink.observations.size(), 1U);
  const Observation& post = sink.observations[0];
  const Date day = *Date::from_ymd(2021, 4, 5);
  EXPECT_EQ(post.kind, Kind::Post);
  EXPECT_EQ(post.title, "첫 합주 & 뒤풀이");
  EXPECT_EQ(post.begin, When::floating(WallTime::at(day, 22 * 3600 + 12 * 60 + 31)));
  EXPECT_EQ(post.identity, post_identity("첫 합주 & 뒤풀이", When::on(day)));
  EXPECT_EQ(post.locator, "105");
  EXPECT_EQ(post.traits.at(trait::tags), "드럼,합주 연습,밴드");
  EXPECT_EQ(post.traits.at("categories"), "음악/드럼");
  EXPECT_EQ(post.traits.at("blog"), "my-blog-1-1");
  EXPECT_EQ(post.quantities.at("words"), 5) << "드럼을 쳤다. 여기 끝 이다";
  EXPECT_EQ(post.quantities.at("links"), 1);
  EXPECT_THAT(sink.claims,
              ElementsAre(CoverageClaim{Kind::Post, CoverageClass::Complete, "my-blog-1-1", day, day}));
}

TEST(Tistory, a_page_without_a_date_is_an_issue) {
  std::string page = tistory;
  page.erase(page.find("2021-04-05 22:12:31"), 19);
  const CollectingSink sink = read(page, "b/1/1.html");
  EXPECT_THAT(sink.observations, IsEmpty());
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("without a date"));
}

TEST(Blog, other_pages_and_feeds_are_not_exports) {
  for (const char* other : {"", "<html><body class='date'>text</body></html>", "<rss version='2.0'><channel>",
                            "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1</id>",
                            "<h2 class=\"title-article\">CSDN</h2>"})
    EXPECT_EQ(sureness(blog_source, other), Sureness::No) << other;
  EXPECT_THROW(read("<rss version='2.0'/>"), Error);
}

// ---- real files
// --------------------------------------------------------------------------------------------

TEST(RealWordPress, exports_have_the_posts_that_xmllint_counts) {
  const fs::path folder = fs::path(HOEGO_SAMPLES_DIR) / "posts" / "WordPress__wordpress-importer";
  if (!fs::exists(folder)) GTEST_SKIP() << "no samples at " << folder;
  if (!output_of("xmllint --version")) GTEST_SKIP() << "xmllint is not here";
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path().string());
    std::string head(4096, '\0');
    const auto file = open_file(entry.path());
    head.resize(file->read(0, head.data(), head.size()));
    EXPECT_EQ(sureness(blog_source, head), Sureness::Sure);
    EXPECT_EQ(sureness(feed_source, head), Sureness::No);
    CollectingSink sink;
    blog_source.read({folder, entry.path().filename().string(), {}, nullptr}, {}, sink);
    EXPECT_THAT(sink.issues, IsEmpty());
    std::map<Kind, std::size_t> ours;
    for (const auto& each : sink.observations) {
      EXPECT_EQ(broken_invariant(each), "");
      EXPECT_FALSE(each.title.empty());
      ++ours[each.kind];
    }
    const auto count = [&](const std::string& condition) {
      const auto theirs = output_of("xmllint --xpath \"count(//item[*[name()='wp:post_type']='post'][" +
                                    condition + "])\" '" + entry.path().string() + "'");
      return theirs ? std::stoul(*theirs) : 9999UL;
    };
    EXPECT_EQ(ours[Kind::Post], count("*[name()='wp:status']='publish'"));
    EXPECT_EQ(ours[Kind::Note], count("*[name()='wp:status']='draft' or *[name()='wp:status']='private' or "
                                      "*[name()='wp:status']='pending' or *[name()='wp:status']='future'"));
    ++files;
  }
  EXPECT_EQ(files, 9U);
}

}  // namespace
}  // namespace hoego
