#include "sample/config_writer.h"

#include <fmt/format.h>

#include <iterator>

#include "sample/files.h"
#include "sample/owner.h"

namespace hoego::sample {
namespace {

constexpr std::string_view rules = R"(
[[source]]
path = "pictures"
type = "photos"

[[source]]
path = "calendars"
type = "ics"

[[source]]
path = "repos/work"
type = "git"

[[source]]
path = "repos/huggingface-docs-ko"
type = "git"

[[source]]
path = "blog"
type = "posts"

[[source]]
path = "exports"

[[activity]]
id    = "drums"
label = { ko = "드럼", en = "drums" }
area  = "music"
match = [{ kind = "event", calendar = "밴드" }, { kind = "event", title = "드럼|합주" }]

[[activity]]
id    = "gym"
label = { ko = "헬스장", en = "gym" }
area  = "health"
match = [{ kind = "event", title = "^헬스장" }, { kind = "expense", title = "헬스장" }]

[[activity]]
id    = "pilates"
label = { ko = "필라테스", en = "Pilates" }
area  = "health"
match = [{ kind = "event", title = "^필라테스" }]

[[activity]]
id    = "study"
label = { ko = "스터디", en = "study" }
area  = "study"
match = [{ kind = "event", title = "스터디" }]

[[activity]]
id    = "writers"
label = { ko = "글쓰기 모임", en = "writers' group" }
area  = "study"
match = [{ kind = "event", title = "^글쓰기 모임" }]

[[activity]]
id    = "commits"
label = { ko = "커밋", en = "commits" }
area  = "work"
match = [{ kind = "commit", repository = "work" }]

[[activity]]
id    = "translation"
label = { ko = "번역", en = "translation" }
area  = "study"
match = [{ kind = "commit", repository = "huggingface-docs-ko" }]

[[activity]]
id    = "posts"
label = { ko = "글", en = "posts" }
area  = "study"
match = [{ kind = "post" }]

[[activity]]
id    = "pull_requests"
label = { ko = "PR", en = "pull requests" }
area  = "study"
match = [{ kind = "pull_request" }]

[[activity]]
id    = "reviews"
label = { ko = "리뷰", en = "reviews" }
area  = "study"
match = [{ kind = "review" }]

[[activity]]
id    = "chats"
label = { ko = "챗봇", en = "prompts" }
area  = "work"
match = [{ kind = "chat" }]

[[activity]]
id    = "books"
label = { ko = "책", en = "books" }
area  = "study"
match = [{ kind = "book" }]

[[activity]]
id    = "papers"
label = { ko = "논문", en = "papers" }
area  = "study"
match = [{ kind = "paper" }]

[[area]]
id    = "music"
label = { ko = "음악", en = "music" }

[[area]]
id    = "work"
label = { ko = "일", en = "work" }

[[area]]
id    = "health"
label = { ko = "몸", en = "health" }

[[area]]
id    = "study"
label = { ko = "공부와 글", en = "study and writing" }

[[area]]
id    = "work"
label = { ko = "일", en = "work" }

[[milestone]]
label = { ko = "개발자", en = "developer" }
)";

std::string toml(const Story& story) {
  std::string out = "# 견본으로 지어낸 사람의 설정입니다.\n";
  out += "language    = \"ko\"\nhome_zone   = \"Asia/Seoul\"\nholidays    = \"KR\"\n";
  out += fmt::format("as_of       = {}           # 지어낸 삶은 이날까지입니다\n\n[me]\n", today().iso());
  fmt::format_to(std::back_inserter(out), "names   = [\"{}\", \"{}\"]\nemails  = [\"{}\", \"{}\"]\n",
                 owner_name, owner_login, owner_email, owner_work_email);
  out += "cameras = [\"Apple iPhone 13 mini\", \"FUJIFILM X-T4\"]\n";
  out += rules;
  return out + fmt::format("since = {}\n", story.commits.front().from.iso());
}

std::string list(const std::vector<Promise>& all) {
  std::string out;
  for (const Promise& promise : all) {
    out += "- [ ] " + promise.text;
    if (!promise.check.empty()) out += "   `" + promise.check + "`";
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<Promise> promises(const Story& story) {
  std::string names;
  std::string codes;
  for (const std::string& country : story.promised_countries) {
    codes += (codes.empty() ? "" : ",") + country;
  }
  for (const Trip& trip : story.trips) {
    if (!trip.ahead && trip.title.ends_with("여행") && trip.to + 1 == story.lull.from) {
      names = trip.title.substr(0, trip.title.rfind(' '));
    }
  }
  return {
      {fmt::format("{} 말고는 해외여행 가지 않기", names), fmt::format("trips abroad except {} = 0", codes)},
      {"일주일에 두 번 운동", "gym >= 2 per week"},
      {"한 달에 글 한 편", "posts >= 1 every month"},
      {"6월까지 스터디 20번", "study >= 20 by 06-30"},
      {"드럼 250시간", "hours of drums >= 250"},
      {"더 자주 웃기", ""}};
}

std::vector<Promise> next_promises() {
  return {{"저녁의 반은 비워 두기", "share of music in evenings <= 50 %"},
          {"내년 말까지 글 12편", "posts >= 12 by 2025-12-31"},
          {"내년에도 돌아보는 글 쓰기", ""}};
}

void write_config(const std::filesystem::path& folder, const Story& story) {
  write_file(folder / "hoego.toml", toml(story));
  std::filesystem::create_directories(folder / "resolutions");
  write_file(folder / "resolutions/2024.md", "# 2024\n" + list(promises(story)) +
                                                 fmt::format("## {}..2025-12-31\n", today().iso()) +
                                                 list(next_promises()));
}

}  // namespace hoego::sample
