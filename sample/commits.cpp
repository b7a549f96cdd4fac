#include "sample/commits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "sample/owner.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

struct Person {
  std::string_view name;
  std::string_view email;
};

constexpr std::array colleagues = {Person{"김도윤", "doyun.kim@work.example"},
                                   Person{"박지우", "jiwoo.park@work.example"},
                                   Person{"Lena Fischer", "lena.fischer@work.example"}};
constexpr std::array translators = {Person{"Jun Seok Oh", "junseok@translators.example"},
                                    Person{"최유나", "yuna.choi@translators.example"}};

constexpr std::array code = {"serving/app.py",      "serving/batch.py",    "training/train.py",
                             "training/data.py",    "evaluation/score.py", "prompts/templates.yaml",
                             "deploy/serving.yaml", "deploy/worker.yaml",  "docs/README.md",
                             "docs/runbook.md"};
constexpr std::array documents = {"docs/source/ko/quicktour.md", "docs/source/ko/pipeline_tutorial.md",
                                  "docs/source/ko/llm_tutorial.md", "docs/source/ko/tasks/summarization.md",
                                  "docs/source/ko/tokenizer_summary.md"};
constexpr std::array work_messages = {
    "fix: 추론 서버 타임아웃 늘림", "feat: 배치 추론 추가",    "refactor: 전처리 나눔",
    "test: 점수 계산 검사",         "chore: 이미지 버전 올림", "docs: 장애 대응 절차",
    "feat: 프롬프트 틀 고침",       "perf: 토큰 캐시",         "fix: 빈 입력 처리"};

template <typename Choices>
std::string pick(Random& random, const Choices& choices) {
  return std::string(choices[static_cast<std::size_t>(random.below(static_cast<int>(choices.size())))]);
}

WallTime clock(Random& random, Date date) {
  return WallTime::at(date, random.between(10 * 3600, 19 * 3600 + 1800));
}

Commit by_owner(Random& random, Date date) {
  Commit commit;
  commit.owner = true;
  commit.author = owner_name;
  commit.email = date < day("2023-01-01") ? owner_old_email : owner_work_email;
  commit.authored = clock(random, date);
  // Now and then a rebase: the committer's date is a day later, the author's is when it was written.
  commit.committed = random.chance(4) ? WallTime{commit.authored.seconds + 86400} : commit.authored;
  commit.message = pick(random, work_messages);
  commit.path = pick(random, code);
  commit.lines = random.between(1, 12);
  if (random.chance(5)) {
    commit.message += fmt::format("\n\nCo-authored-by: {} <{}>", colleagues[0].name, colleagues[0].email);
  }
  return commit;
}

Commit by(const Person& person, Random& random, Date date) {
  Commit commit;
  commit.author = person.name;
  commit.email = person.email;
  commit.authored = commit.committed = clock(random, date);
  commit.message = pick(random, work_messages);
  commit.path = pick(random, code);
  commit.lines = random.between(1, 12);
  return commit;
}

const CommitPace& pace_on(const Story& story, Date date) {
  const CommitPace* pace = &story.commits.front();
  for (const CommitPace& next : story.commits) {
    if (next.from <= date) pace = &next;
  }
  return *pace;
}

bool at_work(const Story& story, Date date) {
  return date.weekday() <= 5 && !story.quiet(date);
}

/// A colleague's branch and, the day after, the merge of it.
void branch(std::vector<Commit>& commits, Random& random, Date date, int number) {
  Commit topic = by(colleagues[2], random, date);
  topic.on_branch = true;
  topic.path = fmt::format("docs/proposals/{:03}.md", number);
  topic.message = fmt::format("docs: proposal {}", number);
  Commit merge = by(colleagues[1], random, date + 1);
  merge.merge = true;
  merge.message = fmt::format("Merge pull request #{} from lena/proposal-{}", 100 + number, number);
  merge.path = topic.path;
  merge.lines = topic.lines;
  commits.push_back(std::move(topic));
  commits.push_back(std::move(merge));
}

Repository work(const Story& story) {
  Random random(story.seed, "work");
  Repository out;
  out.name = "work";
  out.mailmap = fmt::format("{} <{}> <{}>\n", owner_name, owner_work_email, owner_old_email);
  int branches = 0;
  const Date first = story.commits.front().from;
  const Date back_at_work = story.lull.to + 1;
  for (Date date = first; date < today(); date = date + 1) {
    const CommitPace& pace = pace_on(story, date);
    int own = at_work(story, date) ? random.between(pace.least, pace.most) : 0;
    if (date == first || date == back_at_work) own = std::max(own, 1);
    for (int i = 0; i < own; ++i) out.commits.push_back(by_owner(random, date));
    if (date == first) out.commits.back().message = "feat: 첫 커밋";
    if (date.weekday() > 5 || date == first) continue;
    for (int i = random.below(3); i > 0; --i) {
      out.commits.push_back(by(colleagues[static_cast<std::size_t>(random.below(2))], random, date));
    }
    // One branch at a time: it is merged on the day after.
    if (date.weekday() % 2 == 1 && date.weekday() < 5 && random.chance(12)) {
      branch(out.commits, random, date, ++branches);
    }
  }
  return out;
}

Repository translation(const Story& story) {
  Random random(story.seed, "translation");
  Repository out;
  out.name = "huggingface-docs-ko";
  for (Date date = day("2023-08-07"); date < today(); date = date + random.between(3, 9)) {
    Commit commit = by(translators[static_cast<std::size_t>(random.below(2))], random, date);
    commit.path = pick(random, documents);
    commit.message = fmt::format("🌐 [i18n-KO] Translated `{}` to Korean", commit.path.substr(15));
    out.commits.push_back(std::move(commit));
  }
  for (Date date = story.translation_from; date < story.lull.from; date = date + random.between(3, 12)) {
    if (story.quiet(date)) continue;
    Commit commit = by_owner(random, date);
    commit.email = owner_email;
    commit.authored.seconds += 2 * std::int64_t{3600};
    commit.committed = commit.authored;
    commit.path = pick(random, documents);
    commit.message = fmt::format("🌐 [i18n-KO] Translated `{}` to Korean", commit.path.substr(15));
    out.commits.push_back(std::move(commit));
  }
  return out;
}

}  // namespace

std::vector<Repository> write_code(const Story& story) {
  std::vector<Repository> out = {work(story), translation(story)};
  for (Repository& repository : out) {
    std::stable_sort(repository.commits.begin(), repository.commits.end(),
                     [](const Commit& a, const Commit& b) { return a.authored < b.authored; });
  }
  return out;
}

}  // namespace hoego::sample
