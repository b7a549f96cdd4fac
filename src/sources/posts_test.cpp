#include "sources/posts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>

#include "base/error.h"
#include "record/codec.h"
#include "sources/posts_date.h"
#include "sources/posts_front_matter.h"
#include "sources/posts_text.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/scratch_folder.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Posts : public testing::Test {
 protected:
  CollectingSink read(const std::string& path, const std::string& content) const {
    folder_.write(path, content);
    return read_from(folder_.path(), path);
  }
  static CollectingSink read_from(const fs::path& root, const std::string& path) {
    CollectingSink sink;
    posts_source.read({root, path, {}}, {}, sink);
    return sink;
  }
  Observation one(const std::string& path, const std::string& content) const {
    const CollectingSink sink = read(path, content);
    EXPECT_THAT(sink.issues, ElementsAre()) << path;
    EXPECT_EQ(sink.observations.size(), 1U) << path;
    return sink.observations.empty() ? Observation{} : sink.observations[0];
  }
  static Sureness sureness(const std::string& path, std::string_view head) {
    return posts_source.recognise({"/life/" + path, path, false, head.size(), head, {}});
  }

  ScratchFolder folder_;
};

const Date ides = *Date::from_ymd(2024, 3, 15);

TEST_F(Posts, a_jekyll_post_has_its_date_in_its_name) {
  const Observation post =
      one("blog/_posts/2024-03-15-spring.md", "---\ntitle: 봄이 왔다\ntags: [회고, 일상]\n---\n글\n");
  EXPECT_EQ(post.kind, Kind::Post);
  EXPECT_EQ(post.title, "봄이 왔다");
  EXPECT_EQ(post.begin, When::on(ides));
  EXPECT_EQ(post.traits.at(trait::time_from), "name");
  EXPECT_EQ(post.traits.at(trait::tags), "회고,일상");
  EXPECT_EQ(post.locator, "");
}

TEST_F(Posts, the_front_matter_knows_better_than_the_name) {
  const Observation post =
      one("_posts/2024-03-15-x.md", "---\ntitle: X\ndate: 2024-03-16 21:30:00 +0900\n---\n");
  EXPECT_EQ(post.begin, When::at(WallTime::at(ides + 1, 21 * 3600 + 1800), Offset{32400}));
  EXPECT_EQ(post.traits.at(trait::time_from), "front-matter");
}

TEST_F(Posts, hugo_writes_toml_or_json_and_dates_a_bundles_folder) {
  const Observation toml = one(
      "content/a.md", "+++\ntitle = 'TOML'\ndate = 2024-03-15T09:00:00+09:00\ntags = ['a b', 'c']\n+++\n");
  EXPECT_EQ(toml.begin, When::at(WallTime::at(ides, 9 * 3600), Offset{32400}));
  EXPECT_EQ(toml.traits.at(trait::tags), "a b,c");
  const Observation local = one("content/b.md", "+++\ntitle = 'Local'\ndate = 2024-03-15\n+++\n");
  EXPECT_EQ(local.begin, When::on(ides));
  const Observation json =
      one("content/c.md",
          "{\n \"title\": \"J \\\"}\\\"\",\n \"date\": \"2024-03-15\",\n \"tags\": [\"x\"]\n}\nText\n");
  EXPECT_EQ(json.title, "J \"}\"");
  EXPECT_EQ(json.traits.at(trait::tags), "x");
  EXPECT_EQ(json.quantities.at("words"), 1);
  const Observation bundle = one("content/post/2024-03-15-trip/index.md", "---\ntitle: Trip\n---\n");
  EXPECT_EQ(bundle.kind, Kind::Post);
  EXPECT_EQ(bundle.begin, When::on(ides));
}

TEST_F(Posts, an_obsidian_daily_note_is_a_note) {
  const Observation note = one("Daily/2024-03-15.md", "오늘은 드럼 연습\n");
  EXPECT_EQ(note.kind, Kind::Note);
  EXPECT_EQ(note.title, "2024-03-15");
  EXPECT_EQ(one("Daily/20240315.md", "x\n").kind, Kind::Note);
  EXPECT_EQ(one("vault/idea.md", "---\ncreated: 2024-03-15T10:20\n---\nx\n").kind, Kind::Note);
  EXPECT_EQ(one("vault/idea.md", "---\ncreated: 2024-03-15T10:20\n---\nx\n").begin,
            When::floating(WallTime::at(ides, 10 * 3600 + 1200)));
  EXPECT_EQ(one("_posts/2024-03-15.md", "x\n").kind, Kind::Post);
}

TEST_F(Posts, a_dated_name_alone_makes_no_post_in_a_vault) {
  EXPECT_EQ(one("vault/2024-03-15 회의.md", "안건\n").kind, Kind::Note);
  EXPECT_EQ(one("vault/2024-03-15 회의.md", "안건\n").title, "회의");
  EXPECT_EQ(one("2024-03-15-meeting.md", "# 회의\n").kind, Kind::Note);
  for (const char* path :
       {"site/content/2024-03-15-a.md", "src/posts/2024-03-15-a.md", "blog/2024-03-15-a.md"})
    EXPECT_EQ(one(path, "글\n").kind, Kind::Post) << path;
  EXPECT_EQ(one("2024-03-15-a.md", "---\nlayout: post\n---\n글\n").kind, Kind::Post);
}

TEST_F(Posts, a_page_of_notion_has_its_date_under_its_title) {
  const std::string id = " 0123456789abcdef0123456789abcdef.md";
  const Observation page = one("Export/첫 합주" + id,
                               "# 첫 합주, 그리고\n\n생성일: 2024년 3월 15일 오후 7:11\n태그: 드럼, "
                               "합주\n상태: 완료\n\n드럼을 쳤다: 즐겁게.\n");
  EXPECT_EQ(page.kind, Kind::Note);
  EXPECT_EQ(page.title, "첫 합주, 그리고");
  EXPECT_EQ(page.begin, When::floating(WallTime::at(ides, 19 * 3600 + 660)));
  EXPECT_EQ(page.traits.at(trait::time_from), "property");
  EXPECT_EQ(page.traits.at(trait::tags), "드럼,합주");
  EXPECT_EQ(page.quantities.at("words"), 6);
  const Observation english =
      one("Notes" + id,
          "# Notes\n\nCreated: March 15, 2024 12:05 AM\nDate: March 16, 2024 → March 18, 2024\n\nText\n");
  EXPECT_EQ(english.begin, When::on(ides + 1));
  const Observation blog = one("A" + id, "# A\n\nPublished: 2024/03/15\n\nText\n");
  EXPECT_EQ(blog.kind, Kind::Post);
  EXPECT_EQ(sureness("a/A" + id, "# A\n\nCreated: March 15, 2024 7:11 PM\n"), Sureness::Sure);
  EXPECT_EQ(sureness("a/A" + id, "# A\n\nText\n"), Sureness::Maybe);
  EXPECT_EQ(sureness("a/A.md", "# A\n\nCreated: March 15, 2024 7:11 PM\n"), Sureness::Maybe);
  EXPECT_THAT(read("A" + id, "# A\n\nText without properties\n").observations, ElementsAre());
}

TEST_F(Posts, a_backup_of_velog_is_read_with_quotes_in_its_title_too) {
  const std::string head =
      "description: \"회고\"\ndate: 2021-12-30T15:00:00.123Z\ntags: [\"회고\",\"일상\"]\n---\n글\n";
  const Observation post = one("content/회고.md", "---\ntitle: \"2021 회고\"\n" + head);
  EXPECT_EQ(post.kind, Kind::Post);
  EXPECT_EQ(post.begin, When::at(instant(WallTime::at(*Date::from_ymd(2021, 12, 30), 15 * 3600), Offset{0})));
  EXPECT_EQ(post.traits.at(trait::tags), "회고,일상");
  const CollectingSink broken = read("content/회고.md", "---\ntitle: \"나의 \"회고\" 글\"\n" + head);
  EXPECT_EQ(broken.issues.size(), 1U);
  ASSERT_EQ(broken.observations.size(), 1U);
  EXPECT_EQ(broken.observations[0].title, "나의 \"회고\" 글");
  EXPECT_EQ(broken.observations[0].begin, post.begin);
}

TEST_F(Posts, a_draft_is_a_note_and_proves_no_silence) {
  for (const auto& [path, content] :
       {std::pair{"_drafts/a.md", "---\ntitle: A\ndate: 2024-03-15\n---\n"},
        std::pair{"b.md", "---\ntitle: A\ndate: 2024-03-15\ndraft: true\n---\n"},
        std::pair{"_posts/2024-03-15-c.md", "---\ntitle: A\npublished: false\n---\n"}}) {
    const CollectingSink sink = read(path, content);
    ASSERT_EQ(sink.observations.size(), 1U) << path;
    EXPECT_EQ(sink.observations[0].kind, Kind::Note) << path;
    EXPECT_EQ(sink.observations[0].traits.at(trait::status), "draft") << path;
    EXPECT_THAT(sink.claims, ElementsAre()) << path;
  }
}

TEST_F(Posts, the_title_is_stated_or_the_first_heading_or_the_name) {
  EXPECT_EQ(one("2024-03-15-name.md", "# A *loud* [title](http://x.org) #\n").title, "A loud title");
  EXPECT_EQ(one("2024-03-15-name.md", "```\n# a comment\n```\nText\n").title, "name");
  EXPECT_EQ(one("2024-03-15-name.md", "# {{ page.title }}\n").title, "name");
}

TEST_F(Posts, a_copy_in_another_folder_is_the_same_post) {
  const auto identity = [&](const char* path, const char* content) { return one(path, content).identity; };
  const std::string first = identity("_posts/2024-03-15-x.md", "---\ntitle: Spring  Has Come\n---\nText\n");
  EXPECT_EQ(identity("old/2024-03-15-y.md", "# spring has come\n\nText, corrected\n"), first);
  EXPECT_EQ(identity("old/z.md", "---\ntitle: Spring has come\ndate: 2024-03-15T23:00:00+09:00\n---\n"),
            first);
  EXPECT_NE(identity("_posts/2024-03-16-x.md", "---\ntitle: Spring Has Come\n---\n"), first);
  EXPECT_NE(identity("_posts/2024-03-15-x.md", "---\ntitle: Summer Has Come\n---\n"), first);
}

TEST_F(Posts, without_any_date_there_is_no_record) {
  EXPECT_THAT(read("README.md", "# A project\n").issues, ElementsAre());
  EXPECT_THAT(read("notes/idea.md", "text\n").issues, ElementsAre());
  EXPECT_THAT(read("content/_index.md", "---\ntitle: All posts\n---\n").issues, ElementsAre());
  EXPECT_THAT(read("archetypes/default.md", "+++\ntitle = 'T'\ndate = '{{ .Date }}'\n+++\n").issues,
              ElementsAre());
  for (const char* path : {"about.md", "_posts/undated.md"}) {
    const CollectingSink sink = read(path, "---\ntitle: About\n---\n");
    EXPECT_THAT(sink.observations, ElementsAre());
    ASSERT_EQ(sink.issues.size(), 1U);
    EXPECT_THAT(sink.issues[0].reason, HasSubstr("no date"));
  }
}

TEST_F(Posts, a_date_that_is_none_is_said_and_the_name_is_believed) {
  const CollectingSink sink = read("2024-03-15-x.md", "---\ntitle: X\ndate: 2024-13-45\n---\n");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "date");
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("2024-13-45"));
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].begin, When::on(ides));
  // Hugo's "no date" is no date, and no mistake either.
  EXPECT_EQ(one("2024-03-15-y.md", "---\ndate: 0001-01-01T00:00:00Z\n---\n").begin, When::on(ides));
}

TEST_F(Posts, broken_front_matter_is_one_issue_with_its_line) {
  const CollectingSink yaml = read("2024-03-15-x.md", "---\ntitle: X\ntags: [a, b\n---\nText\n");
  ASSERT_EQ(yaml.issues.size(), 1U);
  EXPECT_THAT(yaml.issues[0].place, HasSubstr("line "));
  EXPECT_EQ(yaml.observations.size(), 1U);
  const CollectingSink toml = read("x.md", "+++\ntitle = X\n+++\nText\n");
  ASSERT_EQ(toml.issues.size(), 1U);
  EXPECT_EQ(toml.issues[0].place, "line 2");
  EXPECT_THAT(toml.issues[0].reason, HasSubstr("TOML"));
  EXPECT_THAT(toml.observations, ElementsAre());
}

TEST_F(Posts, files_of_windows_and_old_editors_are_read) {
  EXPECT_EQ(one("a.md", "\xEF\xBB\xBF---\r\ntitle: 봄\r\ndate: 2024-03-15\r\n---\r\n글\r\n").title, "봄");
  // 회고, CP949
  EXPECT_EQ(one("b.md", "---\ntitle: \xC8\xB8\xB0\xED\ndate: 2024-03-15\n---\n").title, "회고");
  // A name as macOS spells it, decomposed.
  EXPECT_EQ(one("2024-03-15-\xE1\x84\x87\xE1\x85\xA9\xE1\x86\xB7.md", "x\n").title, "봄");
}

TEST_F(Posts, what_is_no_text_or_too_long_is_an_issue) {
  const CollectingSink binary = read("2024-03-15-x.md", std::string("\x7f"
                                                                    "ELF\0\0\0",
                                                                    7));
  ASSERT_EQ(binary.issues.size(), 1U);
  EXPECT_THAT(binary.issues[0].reason, HasSubstr("no text"));
  const CollectingSink large = read("2024-03-15-y.md", std::string((8U << 20) + 1, 'x'));
  ASSERT_EQ(large.issues.size(), 1U);
  EXPECT_THAT(large.issues[0].reason, HasSubstr("8 MiB"));
  EXPECT_THAT(large.observations, ElementsAre());
  EXPECT_THROW(read_from(folder_.path(), "not-there.md"), Error);
  EXPECT_THAT(read("empty.md", "").issues, ElementsAre());
}

TEST_F(Posts, words_are_counted_without_code_and_marks) {
  const Observation post =
      one("2024-03-15-x.md",
          "# 제목\n\n**굵은** 글과 [링크](https://example.org/a.html).\n\n"
          "```python\nprint('이건 코드')\n```\n\n{% highlight c %}\nint x;\n{% endhighlight %}\n"
          "![그림](a.png) [[노트|이름]] https://example.org\n<!-- 숨은\n말 -->\n- [x] 한 일\n"
          "[name]: https://example.org\n");
  // 제목 굵은 글과 링크. 이름 한 일
  EXPECT_EQ(post.quantities.at("words"), 7);
  EXPECT_EQ(post.quantities.at("characters"), 13);
  EXPECT_EQ(post.quantities.at("links"), 3);
}

TEST_F(Posts, the_language_is_stated_or_told_by_its_letters) {
  const std::string korean = "가을이 되면 한 해를 돌아보는 글을 쓴다. LLM 논문과 Docker 공부를 했다.\n";
  EXPECT_EQ(one("2024-03-15-x.md", korean).traits.at(trait::language), "ko");
  EXPECT_EQ(
      one("2024-03-15-x.md", "In autumn I write a long text about the year.\n").traits.at(trait::language),
      "en");
  EXPECT_EQ(one("2024-03-15-x.md", "---\nlang: en-US\n---\n" + korean).traits.at(trait::language), "en");
  EXPECT_EQ(one("2024-03-15-x.md", "짧다\n").traits.count(trait::language), 0U);
}

TEST_F(Posts, a_blogs_folder_is_the_scope_of_its_coverage) {
  const auto scope = [&](const char* path) {
    const CollectingSink sink = read(path, "---\ntitle: X\ndate: 2024-03-15\n---\n");
    EXPECT_EQ(sink.claims.size(), 1U);
    EXPECT_EQ(sink.claims.at(0).kind, Kind::Post);
    EXPECT_EQ(sink.claims.at(0).coverage, CoverageClass::Complete);
    EXPECT_EQ(sink.claims.at(0).from, std::nullopt);
    EXPECT_EQ(sink.claims.at(0).to, std::nullopt);
    return sink.claims.at(0).scope;
  };
  EXPECT_EQ(scope("me/blog/_posts/2024/x.md"), "me/blog");
  EXPECT_EQ(scope("site/content/post/x.md"), "site");
  EXPECT_EQ(scope("_posts/x.md"), folder_.path().filename().string());
  EXPECT_EQ(scope("vault/daily/x.md"), "vault");
  EXPECT_EQ(scope("x.md"), folder_.path().filename().string());
}

TEST_F(Posts, a_bomb_of_aliases_is_not_expanded) {
  std::string bomb = "---\ntitle: Bomb\ndate: 2024-03-15\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += "*" + before + ",";
    bomb += "]\n";
  }
  const std::clock_t begin = std::clock();
  EXPECT_EQ(one("bomb.md", bomb + "tags: *z\n---\n").title, "Bomb");
  EXPECT_LT(std::clock() - begin, 2 * CLOCKS_PER_SEC);
}

TEST_F(Posts, nesting_without_end_is_refused_and_a_line_of_openings_is_read_once) {
  const CollectingSink yaml = read("2024-03-15-x.md", "---\na: " + std::string(60000, '[') + "\n---\n");
  EXPECT_EQ(yaml.issues.size(), 1U);
  EXPECT_EQ(yaml.observations.size(), 1U);
  const std::clock_t begin = std::clock();
  for (const char* opening : {"[[", "![", "](", "{{", "<a", "<!--", "**", "> ", "https://", "[x]: "}) {
    std::string line;
    while (line.size() < 500000) line += opening;
    read_post_text(line);
  }
  EXPECT_LT(std::clock() - begin, 10 * CLOCKS_PER_SEC);
}

TEST_F(Posts, are_recognised_by_a_date_and_projects_files_are_not) {
  EXPECT_EQ(sureness("a.md", "---\ntitle: X\ndate: 2024-03-15\n---\n"), Sureness::Sure);
  EXPECT_EQ(sureness("a.mdx", "---\npubDate: 'Jul 08 2022'\n---\n"), Sureness::Sure);
  EXPECT_EQ(sureness("a.md", "+++\ndate = \"2024-03-15\"\n+++\n"), Sureness::Sure);
  EXPECT_EQ(sureness("a.md", "{\n  \"date\": \"2024-03-15\",\n}"), Sureness::Sure);
  EXPECT_EQ(sureness("2024-03-15.md", "text"), Sureness::Sure);
  EXPECT_EQ(sureness("_posts/x.md", "text"), Sureness::Sure);
  EXPECT_EQ(sureness("a.md", "---\ntitle: X\n---\ndate: 2024-03-15\n"), Sureness::Maybe);
  EXPECT_EQ(sureness("a.md", "text\ndate: 2024-03-15\n"), Sureness::Maybe);
  EXPECT_EQ(sureness("a.txt", "---\ndate: 2024-03-15\n---\n"), Sureness::No);
  for (const char* path : {"README.md", "readme.ko.md", "docs/CHANGELOG.md", "LICENSE.md", "CONTRIBUTING.md",
                           "node_modules/a/2024-03-15-x.md", "lib/site-packages/x.md", "vendor/a.md"})
    EXPECT_EQ(sureness(path, "---\ndate: 2024-03-15\n---\n"), Sureness::No) << path;
}

TEST(PostDate, is_read_as_stated) {
  const auto at = [](int hour, int minute = 0, int second = 0) {
    return WallTime::at(ides, hour * 3600 + minute * 60 + second);
  };
  const std::pair<const char*, When> known[] = {
      {"2024-03-15", When::on(ides)},
      {"2024-3-15", When::on(ides)},
      {"2024/03/15", When::on(ides)},
      {"2024.03.15", When::on(ides)},
      {"20240315", When::on(ides)},
      {"2024년 3월 15일", When::on(ides)},
      {"Mar 15 2024", When::on(ides)},
      {"March 15, 2024", When::on(ides)},
      {"15 Mar 2024", When::on(ides)},
      {"2024-03-15 9:05", When::floating(at(9, 5))},
      {"2024-03-15T09:05:07.123", When::floating(at(9, 5, 7))},
      {"2024-03-15 3:05 PM", When::floating(at(15, 5))},
      {"2024-03-15 12:05 AM", When::floating(at(0, 5))},
      {"2024년 3월 15일 오후 3:05", When::floating(at(15, 5))},
      {"2024년 3월 15일 오전 12:05", When::floating(at(0, 5))},
      {"2024-03-15 09:05:07 +0545", When::at(at(9, 5, 7), Offset{20700})},
      {"2024-03-15T09:05:07+09:00", When::at(at(9, 5, 7), Offset{32400})},
      {"2024-03-15 09:05:07 KST", When::at(at(9, 5, 7), Offset{32400})},
      {"2024-03-15 09:05:07 Asia/Seoul", When::at(at(9, 5, 7), std::string("Asia/Seoul"))},
      {"2024-03-15T09:05:07Z", When::at(instant(at(9, 5, 7), Offset{0}))},
      {"Fri, 15 Mar 2024 09:05:07 GMT", When::at(instant(at(9, 5, 7), Offset{0}))},
      {"Fri, 15 Mar 2024 09:05:07 -0330", When::at(at(9, 5, 7), Offset{-12600})},
  };
  for (const auto& [text, when] : known) EXPECT_EQ(parse_stated_date(text), when) << text;
  for (const char* bad : {"", "soon", "2024", "2024-03", "2024-02-30", "2024-03/15", "0000-01-01", "24-03-15",
                          "2024-03-15 25:00", "2024-03-15 09:05 Seoul", "2024-03-15 tomorrow", "15/03/2024",
                          "2024-03-15 0:30 PM", "99999999", "2024-03-151"})
    EXPECT_EQ(parse_stated_date(bad), std::nullopt) << bad;
}

TEST(PostDate, stands_at_the_front_of_a_name) {
  EXPECT_EQ(date_in_name("2017-2-5-i-dont-like-zeroes")->when, When::on(*Date::from_ymd(2017, 2, 5)));
  EXPECT_EQ(date_in_name("2017-2-5-i-dont-like-zeroes")->rest, "i-dont-like-zeroes");
  EXPECT_EQ(date_in_name("2024-03-15")->rest, "");
  EXPECT_EQ(date_in_name("20240315 회의")->rest, "회의");
  EXPECT_EQ(date_in_name("202403150905 idea")->when, When::floating(WallTime::at(ides, 9 * 3600 + 300)));
  for (const char* other : {"", "title", "12345678", "2024-13-01-x", "2024-03-150", "1234-03-15 battle",
                            "2024", "20240315090", "title-2024-03-15"})
    EXPECT_FALSE(date_in_name(other)) << other;
}

TEST(FrontMatter, divides_lists_as_generators_do) {
  const FrontMatter matter = read_front_matter(
      "---\nTags: one two\ncategories: a b, c\nlist:\n  - x y\n  - z\nnested:\n  date: 2000-01-01\nnone:\n"
      "title: 'It''s'\n---\nbody");
  EXPECT_THAT(matter.list("tags"), ElementsAre("one", "two"));
  EXPECT_THAT(matter.list("categories"), ElementsAre("a b", "c"));
  EXPECT_THAT(matter.list("list"), ElementsAre("x y", "z"));
  EXPECT_THAT(matter.list("none"), ElementsAre());
  EXPECT_EQ(matter.text("date"), std::nullopt);
  EXPECT_EQ(matter.text("title"), "It's");
  EXPECT_EQ(matter.problem, "");
}

TEST(FrontMatter, is_only_what_stands_between_its_lines) {
  EXPECT_FALSE(read_front_matter("text\n---\na: b\n---\n").present);
  EXPECT_FALSE(read_front_matter("---\na rule, and no end\n").present);
  EXPECT_FALSE(read_front_matter("---\n" + std::string(70000, ' ') + "\n---\n").present);
  EXPECT_FALSE(read_front_matter("{{ liquid }}\n").present);
  EXPECT_TRUE(read_front_matter("---\n---\n").present);
  EXPECT_EQ(read_front_matter("---\n---\nbody").body, 8U);
}

// ---- real files: read again with nothing but the names and the lines that begin with "date:"
// ------------------

std::string file_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A day of a file by its name and its line "date:"; empty where there is none.
std::string independent_day(const fs::path& file) {
  const std::string text = file_text(file);
  const std::string head = text.substr(0, 4) == "---\n" ? text.substr(3, text.find("\n---", 3)) : "";
  const std::size_t stated = head.find("\ndate: ");
  const std::string name = file.filename().string();
  int year = 0;
  int month = 0;
  int day = 0;
  char after = 0;
  const bool in_head = stated != std::string::npos &&
                       std::sscanf(head.c_str() + stated, "\ndate: %4d-%2d-%2d", &year, &month, &day) == 3;
  if (!in_head && std::sscanf(name.c_str(), "%4d-%2d-%2d%c", &year, &month, &day, &after) != 4) return "";
  const auto date = Date::from_ymd(year, month, day);
  return date ? date->iso() : "";
}

class RealPosts : public Posts {
 protected:
  void SetUp() override {
    if (!fs::exists(samples_)) GTEST_SKIP() << "no samples at " << samples_;
  }
  static std::string day_of(const Observation& post) {
    const auto wall = stated_wall(*post.begin);
    return (wall ? *wall : WallTime{post.begin->seconds}).date().iso();
  }
  fs::path samples_ = fs::path(HOEGO_SAMPLES_DIR) / "posts";
};

TEST_F(RealPosts, have_the_days_of_an_independent_reading) {
  std::map<std::string, int> posts;
  for (const char* folder : {"jekyll__jekyll", "gohugoio__hugoDocs", "obsidianmd__obsidian-help"}) {
    for (const auto& entry : fs::directory_iterator(samples_ / folder)) {
      const std::string name = entry.path().filename().string();
      const CollectingSink sink = read_from(samples_ / folder, name);
      const std::string day = independent_day(entry.path());
      ASSERT_EQ(sink.observations.size(), day.empty() ? 0U : 1U) << name;
      if (day.empty()) continue;
      EXPECT_EQ(day_of(sink.observations[0]), day) << name;
      EXPECT_THAT(sink.issues, ElementsAre()) << name;
      ++posts[folder];
    }
  }
  // 34 files of Jekyll's own tests, of which only dubious.markdown has no date; manuals have none at all.
  EXPECT_EQ(posts, (std::map<std::string, int>{{"jekyll__jekyll", 33}}));
}

TEST_F(RealPosts, of_jekylls_tests_are_told_apart) {
  const fs::path jekyll = samples_ / "jekyll__jekyll";
  const auto one_of = [&](const char* name) {
    const CollectingSink sink = read_from(jekyll, name);
    EXPECT_EQ(sink.observations.size(), 1U) << name;
    return sink.observations.empty() ? Observation{} : sink.observations[0];
  };
  EXPECT_EQ(one_of("2017-2-5-i-dont-like-zeroes.md").begin, When::on(*Date::from_ymd(2017, 2, 5)));
  EXPECT_EQ(one_of("2017-2-5-i-dont-like-zeroes.md").kind, Kind::Post);
  EXPECT_EQ(one_of("2017-2-5-i-dont-like-zeroes.md").title, "i-dont-like-zeroes");

  const WallTime overridden = WallTime::at(*Date::from_ymd(2010, 1, 10), 13 * 3600 + 7 * 60 + 9);
  EXPECT_EQ(one_of("2010-01-09-timezone-override.markdown").begin, When::at(overridden, Offset{0}));
  EXPECT_EQ(one_of("2010-01-09-time-override.markdown").begin, When::floating(overridden));

  EXPECT_EQ(one_of("2008-02-02-not-published.markdown").kind, Kind::Note);
  EXPECT_EQ(one_of("2008-02-02-not-published.markdown").traits.at(trait::status), "draft");
  EXPECT_EQ(one_of("2008-02-02-published.markdown").kind, Kind::Post);
  EXPECT_EQ(one_of("2010-01-08-triple-dash.markdown").title, "Foo --- Bar");
  EXPECT_EQ(one_of("2009-05-18-tags.markdown").traits.at(trait::tags), "food,cooking,pizza");
  EXPECT_EQ(one_of("2009-01-27-categories.markdown").traits.at("categories"), "foo,bar,baz");

  const CollectingSink dubious = read_from(jekyll, "dubious.markdown");
  EXPECT_THAT(dubious.observations, ElementsAre());
  ASSERT_EQ(dubious.issues.size(), 1U);
  EXPECT_THAT(dubious.issues[0].reason, HasSubstr("no date"));
}

}  // namespace
}  // namespace hoego
