#include "review/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "review/markdown_parts.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Offset seoul{9 * 3600};

Review review(Language language = Language::Korean) {
  Findings findings = testing_life::life();
  Document story = tell(findings, language, Tone::Polite);
  return {std::move(findings), std::move(story), language};
}

struct Parts {
  std::string header;
  std::string text;
};

/// What stands between the first line and the next `---`, and what follows.
Parts parts_of(const std::string& markdown) {
  EXPECT_EQ(markdown.rfind("---\n", 0), 0U) << "the header is the first thing in the file";
  const std::size_t end = markdown.find("\n---\n", 3);
  EXPECT_NE(end, std::string::npos);
  return {markdown.substr(4, end + 1 - 4), markdown.substr(end + 5)};
}

YAML::Node header(BlogEngine engine, Language language = Language::Korean) {
  return YAML::Load(parts_of(to_markdown(review(language), engine, seoul)).header);
}

TEST(FrontMatter, of_jekyll_has_a_layout_a_date_with_its_zone_and_lists) {
  const YAML::Node yaml = header(BlogEngine::Jekyll);
  EXPECT_EQ(yaml["layout"].as<std::string>(), "post");
  EXPECT_EQ(yaml["title"].as<std::string>(), "2024년, 10월 20일까지");
  EXPECT_EQ(yaml["date"].as<std::string>(), "2024-10-20 00:00:00 +0900");
  EXPECT_EQ(yaml["categories"][0].as<std::string>(), "회고");
  EXPECT_EQ(yaml["tags"][1].as<std::string>(), "2024");
  EXPECT_EQ(yaml["tags"][1].Tag(), "!") << "quoted, so no number";
}

TEST(FrontMatter, of_hugo_has_an_offset_so_that_the_post_is_not_ahead) {
  const YAML::Node yaml = header(BlogEngine::Hugo, Language::English);
  EXPECT_EQ(yaml["date"].as<std::string>(), "2024-10-20T00:00:00+09:00");
  EXPECT_EQ(yaml["categories"][0].as<std::string>(), "retrospective");
  EXPECT_FALSE(yaml["layout"]);
}

TEST(FrontMatter, of_velog_is_what_its_posts_are_taken_out_with) {
  const YAML::Node yaml = header(BlogEngine::Velog);
  EXPECT_EQ(yaml["date"].as<std::string>(), "2024-10-19T15:00:00.000Z");
  EXPECT_EQ(yaml["description"].as<std::string>(), review().story.sections[0].sentences[0].text);
  EXPECT_EQ(yaml["tags"].size(), 2U);
  EXPECT_FALSE(yaml["categories"]);
}

TEST(FrontMatter, of_obsidian_has_tags_that_are_valid_there) {
  const YAML::Node yaml = header(BlogEngine::Obsidian);
  EXPECT_EQ(yaml["aliases"][0].as<std::string>(), "2024년, 10월 20일까지");
  EXPECT_EQ(yaml["tags"][0].as<std::string>(), "회고/2024") << "a tag of digits alone is none";
  EXPECT_EQ(yaml["date"].as<std::string>(), "2024-10-20");
}

TEST(FrontMatter, holds_the_title_in_the_place_of_the_text_but_where_the_file_is_the_title) {
  const std::string plain = to_markdown(review());
  const std::string title = "# 2024년, 10월 20일까지\n\n";
  ASSERT_EQ(plain.rfind(title, 0), 0U);
  for (const BlogEngine engine : {BlogEngine::Jekyll, BlogEngine::Hugo, BlogEngine::Velog})
    EXPECT_EQ(parts_of(to_markdown(review(), engine, seoul)).text, "\n" + plain.substr(title.size()));
  EXPECT_EQ(parts_of(to_markdown(review(), BlogEngine::Obsidian, seoul)).text, "\n" + plain);
}

TEST(FrontMatter, any_title_comes_back_as_it_was) {
  const std::vector<std::string> titles = {"단순한 제목",
                                           "yes",
                                           "2024",
                                           "2024-10-20",
                                           "null",
                                           "~",
                                           "",
                                           " 앞뒤 빈칸 ",
                                           "콜론: 과 # 샵",
                                           "\"따옴표\" '홑'",
                                           "back\\slash \\n \\x41",
                                           "- 목록",
                                           "? 물음",
                                           "[대괄호, {중괄호}]",
                                           "&닻 *별 !꼬리표 %지시 @골뱅이 `백틱`",
                                           "| 세로\n> 꺾쇠\n---\n...",
                                           "탭\t과 줄\n바꿈",
                                           "줄 구분 \u2028 문단 구분 \u2029",
                                           "emoji 😅 \U0001F469\u200D\U0001F4BB",
                                           std::string("표시 \xEF\xBB\xBF 안쪽"),
                                           "---",
                                           "key: \"값\" # 설명",
                                           std::string(3000, '"')};
  for (const std::string& title : titles) {
    const YAML::Node yaml = YAML::Load("title: " + yaml_quoted(title) + "\nnext: 1\n");
    EXPECT_EQ(yaml["title"].as<std::string>(), title);
    EXPECT_EQ(yaml["next"].as<int>(), 1) << title;
  }
}

TEST(FrontMatter, a_hostile_title_stays_within_its_line) {
  for (const BlogEngine engine :
       {BlogEngine::Jekyll, BlogEngine::Hugo, BlogEngine::Velog, BlogEngine::Obsidian}) {
    Review all = review();
    all.story.title = "끝\"\n---\nlayout: evil\n";
    all.story.sections[0].sentences[0].text = "\"\npermalink: /evil";
    const YAML::Node yaml = YAML::Load(parts_of(to_markdown(all, engine, seoul)).header);
    EXPECT_FALSE(yaml["permalink"]);
    EXPECT_NE(yaml["layout"].as<std::string>("none"), "evil");
  }
}

TEST(FrontMatter, has_no_year_where_the_period_is_of_two) {
  Review all = review();
  all.findings.period.from = testing_life::on("2023-07-01");
  const YAML::Node yaml = YAML::Load(parts_of(to_markdown(all, BlogEngine::Hugo, seoul)).header);
  EXPECT_EQ(yaml["tags"].size(), 1U);
}

TEST(Markdown, signs_of_jekyll_and_hugo_in_foreign_words_are_text) {
  Findings findings = testing_life::life();
  for (Planned& planned : findings.planned) planned.title = "{{ site.x }} {% include a %} {{< figure >}}";
  Document story = tell(findings, Language::English, Tone::Polite);
  const std::string text = to_markdown({std::move(findings), std::move(story), Language::English});
  EXPECT_THAT(text, Not(HasSubstr("{{")));
  EXPECT_THAT(text, Not(HasSubstr("{%")));
  EXPECT_THAT(text, HasSubstr("&#123;{ site.x }}"));
}

TEST(FrontMatter, engines_have_their_names) {
  EXPECT_EQ(blog_engine_from("velog"), BlogEngine::Velog);
  EXPECT_FALSE(blog_engine_from("tumblr"));
}

}  // namespace
}  // namespace hoego
