#include "sample/posts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sample/files.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

struct Topic {
  std::string_view title;
  std::string_view tag;
};

constexpr std::array topics = {Topic{"개발자가 되고 보낸 날들", "일"},
                               Topic{"모델 서빙을 처음 맡다", "일"},
                               Topic{"배치 추론의 함정", "일"},
                               Topic{"느린 글쓰기", "글쓰기"},
                               Topic{"드럼을 배우기로 했다", "음악"},
                               Topic{"메트로놈과 친해지기", "음악"},
                               Topic{"첫 합주", "음악"},
                               Topic{"책장 정리", "책"},
                               Topic{"여름에 읽은 책", "책"},
                               Topic{"짧은 여행의 기록", "여행"},
                               Topic{"쿠버네티스를 미루던 이유", "공부"},
                               Topic{"논문 읽는 법", "공부"},
                               Topic{"토크나이저 들여다보기", "공부"},
                               Topic{"번역이라는 일", "공부"},
                               Topic{"프롬프트도 코드다", "일"},
                               Topic{"이사하고 한 달", "생활"},
                               Topic{"출근길에 듣는 것들", "생활"},
                               Topic{"무대에 서기 전", "음악"}};

constexpr std::array sentences = {"오늘도 생각보다 오래 걸렸다.",
                                  "처음에는 그 까닭을 몰랐다.",
                                  "적어 두지 않으면 잊을 것 같아 적는다.",
                                  "다음에는 조금 더 천천히 해 보려고 한다.",
                                  "작은 것부터 하나씩 고쳤다.",
                                  "그래도 재미있었다."};

std::string body(Random& random) {
  std::string out;
  for (int i = random.between(3, 8); i > 0; --i) {
    out += sentences[static_cast<std::size_t>(random.below(static_cast<int>(sentences.size())))];
    out += i % 3 == 0 ? "\n\n" : "\n";
  }
  return out;
}

std::string hyphenated(std::string title) {
  std::replace(title.begin(), title.end(), ' ', '-');
  return title;
}

}  // namespace

std::vector<Post> write_blog(const Story& story) {
  Random random(story.seed, "blog");
  std::vector<Post> posts;
  std::size_t number = static_cast<std::size_t>(random.below(static_cast<int>(topics.size())));
  for (const Date day : story.posts) {
    const Topic& topic = topics[number++ % topics.size()];
    Post post;
    post.day = day;
    post.minute = random.between(20 * 60, 23 * 60);
    post.title = topic.title;
    // A subject that comes again gets its year.
    if (number > topics.size()) post.title += fmt::format(" {}", day.year());
    post.path = fmt::format("blog/_posts/{}-{}.md", day.iso(), hyphenated(post.title));
    post.text = fmt::format(
        "---\nlayout: post\ntitle: \"{}\"\ndate: {} {:02}:{:02}:00 +0900\ntags: [{}, 기록]\n---\n\n{}",
        post.title, day.iso(), post.minute / 60, post.minute % 60, topic.tag, body(random));
    posts.push_back(std::move(post));
  }
  return posts;
}

void write_posts(const std::filesystem::path& folder, const std::vector<Post>& posts) {
  std::filesystem::create_directories(folder / "blog/_posts");
  std::filesystem::create_directories(folder / "blog/_drafts");
  for (const Post& post : posts) write_file(folder / post.path, post.text);
  write_file(folder / "blog/_config.yml", "title: 서하늘의 기록\nlang: ko\ntimezone: Asia/Seoul\n");
  write_file(folder / "blog/_drafts/one.md",
             "---\nlayout: post\ntitle: \"쓰려다 만 글\"\n---\n\n무엇이 계속 드럼을 치게 했을까.\n");
}

}  // namespace hoego::sample
