#include "sample/chats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "sample/random.h"

namespace hoego::sample {
namespace {

constexpr std::array titles = {
    "배치 추론 속도", "Dockerfile 줄이기",   "정규식 한 줄", "Streamlit 데모 만들기", "쿠버네티스 프로브",
    "판다스 groupby", "프롬프트 다듬기",     "LoRA 학습률",  "번역 용어 고르기",      "pytest fixture",
    "드럼 필인 이름", "SQL window function", "회의록 요약",  "토크나이저 특수 토큰",  "CI 캐시"};

constexpr std::array openings = {"이 코드가 왜 느린지 설명해 줘.",
                                 "아래 오류는 무엇 때문일까?",
                                 "Write a short docstring for this function.",
                                 "표로 정리해 줘.",
                                 "더 짧게 고쳐 줘.",
                                 "테스트를 세 개만 더 써 줘.",
                                 "한국어로 자연스럽게 옮겨 줘."};

constexpr std::array details = {" 파이썬 3.11이고 GPU는 한 장이야.",
                                " 되도록 표준 라이브러리만 써.",
                                " Please keep the names as they are.",
                                " 예외는 삼키지 말고 😅",
                                "\n\n```python\nfor batch in loader:\n    out = model(batch)\n```\n",
                                " 까닭도 한 줄씩 적어 줘."};

/// From that day on, so many conversations in a hundred working days.
struct Habit {
  Date from;
  int percent = 0;
};

class Asker {
 public:
  Asker(const Story& story, std::string tool)
      : story_(story), tool_(std::move(tool)), random_(story.seed, tool_) {}

  std::vector<Conversation> ask(const std::vector<Habit>& habits) {
    for (Date date = habits.front().from; date < today(); date = date + 1) {
      if (story_.quiet(date) || story_.quiet(date + 1)) continue;
      int percent = 0;
      for (const Habit& habit : habits) {
        if (habit.from <= date) percent = habit.percent;
      }
      // The first one is asked on the first day.
      if (out_.empty()) percent = 100;
      for (; percent > 0; percent -= 100) {
        if (random_.chance(std::min(percent, 100))) begin(date);
      }
    }
    return std::move(out_);
  }

 private:
  void begin(Date date) {
    const bool weekend = date.weekday() >= 6;
    const int minute = weekend || random_.chance(20) ? random_.between(21 * 60, 24 * 60 + 20)
                                                     : random_.between(9 * 60 + 30, 18 * 60 + 30);
    Conversation one{random_.uuid(), tool_, random_.one_of(titles), {}};
    Instant now{korean(date, minute).seconds + random_.below(60)};
    for (int left = random_.between(1, 5); left > 0; --left) {
      one.prompts.push_back(prompt(now));
      now.seconds += random_.between(50, 600);
    }
    // Some are taken up again a week later.
    const Date later = date + 7;
    if (random_.chance(8) && later < today() && !story_.quiet(later)) {
      one.prompts.push_back(prompt(korean(later, random_.between(10 * 60, 18 * 60))));
    }
    one.prompts.back().rewritten = false;
    out_.push_back(std::move(one));
  }

  Prompt prompt(Instant now) {
    Prompt one;
    one.id = random_.uuid();
    one.at = now;
    one.text = random_.one_of(openings);
    for (int more = random_.below(4); more > 0; --more) one.text += random_.one_of(details);
    if (tool_ == "ChatGPT") {
      one.picture = now.seconds > korean(day("2024-01-10"), 0).seconds && random_.chance(4);
      one.rewritten = random_.chance(8);
      one.asked_again = random_.chance(9);
    }
    return one;
  }

  const Story& story_;
  std::string tool_;
  Random random_;
  std::vector<Conversation> out_;
};

}  // namespace

std::vector<Conversation> ask_models(const Story& story) {
  std::vector<Conversation> out = Asker(story, "ChatGPT")
                                      .ask({{day("2023-03-15"), 6},
                                            {day("2023-08-01"), 14},
                                            {day("2024-01-08"), 60},
                                            {day("2024-05-01"), 120}});
  std::vector<Conversation> other =
      Asker(story, "Claude").ask({{day("2024-04-05"), 20}, {day("2024-07-01"), 60}});
  std::move(other.begin(), other.end(), std::back_inserter(out));
  std::stable_sort(out.begin(), out.end(), [](const Conversation& a, const Conversation& b) {
    return a.prompts.front().at < b.prompts.front().at;
  });
  return out;
}

}  // namespace hoego::sample
