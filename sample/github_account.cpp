#include "sample/github_account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sample/owner.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

constexpr std::array colleagues = {"mango-kim", "soyeon-han", "hb-ahn", "token-witch"};
constexpr std::array pages = {"quicktour",          "installation",
                              "pipeline_tutorial",  "autoclass_tutorial",
                              "preprocessing",      "training",
                              "accelerate",         "peft",
                              "model_sharing",      "agents",
                              "llm_tutorial",       "chat_templating",
                              "tokenizer_summary",  "attention",
                              "pad_truncation",     "bertology",
                              "perplexity",         "generation_strategies",
                              "custom_models",      "run_scripts",
                              "sagemaker",          "serialization",
                              "torchscript",        "benchmarks",
                              "troubleshooting",    "contributing",
                              "add_new_model",      "testing",
                              "pr_checks",          "philosophy",
                              "glossary",           "task_summary",
                              "performance",        "quantization",
                              "perf_train_gpu_one", "perf_infer_cpu",
                              "big_models",         "debugging",
                              "hpo_train",          "tflite",
                              "main_classes/agent", "main_classes/callback",
                              "model_doc/llama",    "model_doc/gemma",
                              "tasks/summarization"};

class Contributor {
 public:
  explicit Contributor(const Story& story) : story_(story), random_(story.seed, "github") {}

  GitHubAccount work();

 private:
  void own(Date from, Date until, int least_days, int most_days);
  void by_others(Date from, Date until, int least_days, int most_days, int reviewed_percent);
  void leave_open();
  void wait_for_owner();
  void talk();
  void number_them();
  void close(PullRequest& pull_request, int least_days, int most_days, bool merged);
  void review(const PullRequest& pull_request);
  std::string next_page() { return pages[page_++ % pages.size()]; }
  /// A day on which the owner sits down to it, that one or the first after it.
  Date free(Date date) const {
    while (story_.quiet(date) || story_.quiet(date + 1)) date = date + 1;
    return date;
  }
  /// Nothing happens on the last day.
  Instant before_the_end(Instant instant) const { return std::min(instant, korean(today() - 1, 15 * 60)); }

  const Story& story_;
  Random random_;
  GitHubAccount out_;
  std::size_t page_ = 0;
};

void Contributor::close(PullRequest& pull_request, int least_days, int most_days, bool merged) {
  const int minutes = random_.between(least_days * 1440, most_days * 1440);
  pull_request.closed = before_the_end({pull_request.created.seconds + std::int64_t{60} * minutes});
  pull_request.merged = merged;
}

void Contributor::own(Date from, Date until, int least_days, int most_days) {
  for (Date date = from; date <= until; date = date + random_.between(least_days, most_days)) {
    date = free(date);
    if (date > until) break;
    PullRequest one;
    one.author = owner_login;
    one.title = fmt::format("🌐 [i18n-KO] Translated `{}.md` to Korean", next_page());
    // After dinner, now and then after midnight: the day in Korea is not the day in UTC.
    one.created = {korean(date, random_.between(21 * 60, 24 * 60 + 50)).seconds + random_.below(60)};
    close(one, 3, 16, true);
    out_.pull_requests.push_back(std::move(one));
  }
}

void Contributor::review(const PullRequest& pull_request) {
  const std::int64_t end =
      pull_request.closed ? pull_request.closed->seconds : korean(today() - 2, 0).seconds;
  const Date created = korean_day(pull_request.created);
  Date date = free(created + random_.between(0, 2));
  const int rounds = random_.chance(30) ? 2 : 1;
  for (int i = 1; i <= rounds; ++i) {
    const Instant submitted = {korean(date, random_.between(21 * 60, 24 * 60 + 40)).seconds +
                               random_.below(60)};
    if (submitted <= pull_request.created || submitted.seconds >= end) return;
    const int state = i == rounds ? 40 : (random_.chance(50) ? 30 : 1);
    out_.reviews.push_back({0, pull_request.number, std::string(owner_login), state, submitted});
    date = free(date + 2);
  }
}

void Contributor::by_others(Date from, Date until, int least_days, int most_days, int reviewed_percent) {
  for (Date date = from; date <= until; date = date + random_.between(least_days, most_days)) {
    PullRequest one;
    one.number = -static_cast<int>(out_.pull_requests.size()) - 1;
    one.author = random_.one_of(colleagues);
    one.title = fmt::format("🌐 [i18n-KO] Translated `{}.md` to Korean", next_page());
    one.created = {korean(date, random_.between(10 * 60, 23 * 60)).seconds + random_.below(60)};
    close(one, 4, 21, !random_.chance(6));
    if (random_.chance(reviewed_percent)) {
      review(one);
    } else if (random_.chance(25)) {
      // Merged without the review that was asked for: nothing is owed any more.
      one.asked = {std::string(owner_login)};
    }
    out_.pull_requests.push_back(std::move(one));
  }
}

/// The newest of the owner's are not yet merged, an older one lies about, another was given up.
void Contributor::leave_open() {
  std::vector<PullRequest*> own;
  for (PullRequest& one : out_.pull_requests) {
    if (one.author == owner_login && korean_day(one.created).year() == today().year()) own.push_back(&one);
  }
  std::sort(own.begin(), own.end(),
            [](const PullRequest* a, const PullRequest* b) { return a->created < b->created; });
  const std::size_t count = own.size();
  for (const std::size_t i : {count - 1, count - 2, count - 3, count / 2}) {
    own[i]->closed.reset();
    own[i]->merged = false;
    own[i]->asked = {random_.one_of(colleagues)};
  }
  own[count / 3]->merged = false;
}

void Contributor::wait_for_owner() {
  const std::array days = {today() - 41, today() - 27, today() - 9};
  for (const Date date : days) {
    PullRequest one;
    one.author = random_.one_of(colleagues);
    one.title = fmt::format("🌐 [i18n-KO] Translated `{}.md` to Korean", next_page());
    one.created = korean(date, random_.between(11 * 60, 20 * 60));
    one.asked = {std::string(owner_login), random_.one_of(colleagues)};
    out_.pull_requests.push_back(std::move(one));
  }
  // Open, but somebody else is asked; and one of which nobody asks anything.
  PullRequest other = out_.pull_requests.back();
  other.title = "Fix typo in the Korean toctree";
  other.created = korean(today() - 12, 13 * 60 + 20);
  other.author = colleagues[0];
  other.asked = {colleagues[1]};
  out_.pull_requests.push_back(other);
  other.title = "[WIP] Glossary of Korean terms";
  other.created = korean(today() - 33, 10 * 60 + 5);
  other.asked.clear();
  out_.pull_requests.push_back(other);
}

void Contributor::talk() {
  const Date begin = story_.translation_from;
  const auto issue = [&](std::string_view author, const char* title, Instant created, bool closed) {
    Issue one{0, std::string(author), title, created, std::nullopt};
    if (closed) one.closed = Instant{created.seconds + 20 * 86400};
    out_.issues.push_back(std::move(one));
  };
  issue(colleagues[1], "[i18n-KO] Translating docs to Korean", korean(day("2023-03-02"), 11 * 60), false);
  issue(owner_login, "Korean: broken link in `quicktour.md`", korean(free(begin + 12), 22 * 60 + 10), true);
  issue(owner_login, "Korean: which word for \"fine-tuning\"?", korean(free(begin + 70), 23 * 60 + 5), false);
  issue(colleagues[3], "Docs preview is empty for `ko`", korean(begin + 40, 15 * 60), true);
  for (std::size_t i = 0; i < out_.pull_requests.size(); ++i) {
    const PullRequest& one = out_.pull_requests[i];
    const bool owner = i % 5 == 0;
    if (i % 3 != 0 && !owner) continue;
    const Date date = free(korean_day(one.created) + 1);
    if (date >= today() - 1) continue;
    Comment said{0, -static_cast<int>(i) - 1, true, owner ? std::string(owner_login) : colleagues[i % 4], "",
                 {}};
    said.text =
        owner ? "리뷰 감사합니다! 반영했습니다." : "확인했습니다. 용어집의 표현으로 맞추면 좋겠습니다 😊";
    said.created = {korean(date, random_.between(20 * 60, 23 * 60 + 30)).seconds + random_.below(60)};
    out_.comments.push_back(std::move(said));
  }
}

/// Numbers and ids grow with time, and other people's lie between.
void Contributor::number_them() {
  struct Slot {
    Instant created;
    int* number = nullptr;
    int before = 0;
  };
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < out_.pull_requests.size(); ++i) {
    PullRequest& one = out_.pull_requests[i];
    slots.push_back({one.created, &one.number, -static_cast<int>(i) - 1});
  }
  for (Issue& one : out_.issues) slots.push_back({one.created, &one.number, 0});
  std::stable_sort(slots.begin(), slots.end(),
                   [](const Slot& a, const Slot& b) { return a.created < b.created; });
  std::vector<int> given(out_.pull_requests.size());
  int number = 21840;
  for (const Slot& slot : slots) {
    *slot.number = number += random_.between(3, 60);
    if (slot.before < 0) given[static_cast<std::size_t>(-slot.before - 1)] = *slot.number;
  }
  for (Review& one : out_.reviews) one.pull_request = given[static_cast<std::size_t>(-one.pull_request - 1)];
  for (Comment& one : out_.comments) one.number = given[static_cast<std::size_t>(-one.number - 1)];
  const auto by_number = [](const auto& a, const auto& b) { return a.number < b.number; };
  std::sort(out_.pull_requests.begin(), out_.pull_requests.end(), by_number);
  std::sort(out_.issues.begin(), out_.issues.end(), by_number);
  std::stable_sort(out_.reviews.begin(), out_.reviews.end(),
                   [](const Review& a, const Review& b) { return a.submitted < b.submitted; });
  std::stable_sort(out_.comments.begin(), out_.comments.end(),
                   [](const Comment& a, const Comment& b) { return a.created < b.created; });
  int id = 1350402311;
  for (Review& one : out_.reviews) one.id = id += random_.between(200, 90000);
  for (Comment& one : out_.comments) one.id = id += random_.between(200, 90000);
}

GitHubAccount Contributor::work() {
  own(day("2023-05-21"), day("2023-11-20"), 50, 70);
  by_others(day("2023-04-03"), day("2023-11-30"), 12, 25, 30);
  own(story_.translation_from, today() - 2, 6, 11);
  by_others(day("2024-01-10"), today() - 6, 3, 8, 60);
  leave_open();
  wait_for_owner();
  talk();
  // Colleagues review the owner's.
  for (std::size_t i = 0; i < out_.pull_requests.size(); ++i) {
    const PullRequest& one = out_.pull_requests[i];
    if (one.author != owner_login || !one.merged) continue;
    out_.reviews.push_back({0,
                            -static_cast<int>(i) - 1,
                            random_.one_of(colleagues),
                            40,
                            {(one.created.seconds + one.closed->seconds) / 2}});
  }
  number_them();
  return std::move(out_);
}

}  // namespace

GitHubAccount contribute(const Story& story) {
  return Contributor(story).work();
}

}  // namespace hoego::sample
