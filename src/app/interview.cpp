#include "app/interview.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/notes_files.h"
#include "app/output.h"
#include "interview/month_chart.h"
#include "story/en_numbers.h"
#include "story/ko_numbers.h"

namespace hoego {
namespace {

constexpr std::string_view stop_word = ":q";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Every line of a text behind `margin`, fit for a terminal.
std::string indented(std::string_view text, std::string_view margin) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += std::string(margin) + one_line(text.substr(0, end), 2000) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

Interview::Interview(const Life& life, const Findings& findings, Language language, Asks asks)
    : life_(life),
      findings_(findings),
      language_(language),
      asks_(asks),
      year_(findings.period.from.year()) {}

std::string Interview::say(const char* ko, const char* en) const {
  return language_ == Language::Korean ? ko : en;
}

void Interview::begin(std::size_t all, std::size_t answered) const {
  const bool korean = language_ == Language::Korean;
  const auto number = static_cast<long long>(answered);
  if (korean)
    fmt::print("{}년을 돌아보는 물음 {}예요.", year_, ko::counted(static_cast<long long>(all), "가지"));
  else
    fmt::print("{} about {}.", en::capitalized(en::counted(static_cast<long long>(all), "question")), year_);
  if (answered > 0 && korean) fmt::print(" {}에는 답이 있어요.", ko::counted(number, "가지"));
  if (answered > 0 && !korean)
    fmt::print(" {} answered already.", en::capitalized(en::small(number) + (number == 1 ? " is" : " are")));
  fmt::print("\n{}\n", say("여러 줄로 적고 빈 줄로 마쳐요. 그냥 빈 줄이면 건너뛰고, :q면 멈춰요.",
                           "Write as many lines as you like and end with an empty one. An empty line alone "
                           "skips, :q stops."));
}

void Interview::show_months(const std::vector<std::optional<int>>& months) const {
  static constexpr std::array<const char*, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string chart = month_chart(months);
  if (chart.empty()) return;
  const auto month = [this](std::size_t index) {
    return language_ == Language::Korean ? fmt::format("{}월", index % 12 + 1) : names.at(index % 12);
  };
  const bool gaps = std::find(months.begin(), months.end(), std::nullopt) != months.end();
  fmt::print("  {} {} {}{}\n", month(0), chart, month(months.size() - 1),
             gaps ? say("  (· 기록이 없는 달)", "  (· not covered)") : std::string{});
}

void Interview::show_words(const std::string& title, const std::string& text) const {
  fmt::print("  {}\n{}", title, indented(text, "    > "));
}

void Interview::show(const Question& question, std::size_t number, std::size_t of) const {
  fmt::print("\n{}/{}{}{}\n", number, of, question.heading.empty() ? "" : "  ", question.heading);
  for (const std::string& sentence : question.told) fmt::print("{}", indented(sentence, "  "));
  show_months(question.months);
  for (const OwnWords& words : question.before)
    show_words(fmt::format(fmt::runtime(say("{}년에 적은 말:", "What you wrote in {}:")), words.year),
               words.text);
  if (const OwnWords* answer = answer_to(question, findings_))
    show_words(
        say("지금 적혀 있는 말 (빈 줄이면 그대로 둬요):", "What stands there now (an empty line keeps it):"),
        answer->text);
  fmt::print("  {}\n", question.text);
}

Interview::Typed Interview::read(Keyboard& keyboard, std::string& text) const {
  text.clear();
  for (;;) {
    if (keyboard.is_terminal()) fmt::print("> ");
    std::fflush(stdout);
    const auto line = keyboard.line();
    if (!line && keyboard.is_terminal()) fmt::print("\n");
    if (!line || *line == stop_word) return Typed::Stop;
    if (is_blank(*line)) return text.empty() ? Typed::Nothing : Typed::Answer;
    text += (text.empty() ? "" : "\n") + *line;
  }
}

void Interview::end(std::size_t kept, std::size_t left) const {
  const bool korean = language_ == Language::Korean;
  const std::string file = notes_file(life_, year_).string();
  const auto number = static_cast<long long>(kept);
  fmt::print("\n");
  if (kept > 0 && korean) fmt::print("{}를 {}에 적어 뒀어요.\n", ko::counted(number, "가지"), file);
  if (kept > 0 && !korean)
    fmt::print("{} kept in {}.\n", en::capitalized(en::counted(number, "answer")), file);
  if (left == 0) {
    fmt::print(fmt::runtime(say("모두 답이 있어요. 다음: hoego review {:04}\n",
                                "All are answered. Next: hoego review {:04}\n")),
               year_);
  } else if (korean) {
    fmt::print("남은 물음은 {}예요. 이어서: hoego write {:04}\n",
               ko::counted(static_cast<long long>(left), "가지"), year_);
  } else {
    fmt::print("{} left. To go on: hoego write {:04}\n",
               en::capitalized(en::counted(static_cast<long long>(left), "question")), year_);
  }
}

void Interview::run(const std::vector<Question>& questions) {
  const auto answered = [this](const Question& question) {
    return answer_to(question, findings_) != nullptr;
  };
  const auto before = static_cast<std::size_t>(std::count_if(questions.begin(), questions.end(), answered));
  begin(questions.size(), before);
  Keyboard keyboard;
  std::size_t kept = 0;
  std::size_t filled = 0;  // that had no answer before
  bool stopped = false;
  for (std::size_t i = 0; i < questions.size() && !stopped; ++i) {
    const Question& question = questions[i];
    const OwnWords* known = answer_to(question, findings_);
    if (known != nullptr && asks_ == Asks::Open) continue;
    show(question, i + 1, questions.size());
    std::string text;
    stopped = read(keyboard, text) == Typed::Stop;
    if (text.empty()) continue;
    const std::string finding = known != nullptr ? known->on : question.finding;
    keep_answer(life_, year_,
                {finding, question.heading, text, known != nullptr ? known->text : std::string{}});
    ++kept;
    if (known == nullptr) ++filled;
  }
  end(kept, questions.size() - before - filled);
}

}  // namespace hoego
