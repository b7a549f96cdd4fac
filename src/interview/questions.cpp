#include "interview/questions.h"

#include <algorithm>

#include "interview/asking.h"
#include "story/called.h"
#include "story/own_words.h"

namespace hoego {
namespace {

constexpr std::size_t most_told = 3;

bool lists_promises(const Sentence& sentence) {
  return std::any_of(sentence.also.begin(), sentence.also.end(),
                     [](const std::string& id) { return id.rfind("promise-", 0) == 0; });
}

/// The told sentences about the subject of a question, around the one of its own finding.
std::vector<std::string> told_of(const Document& story, const Findings& findings, const Ask& ask) {
  const Activity* activity = activity_of(findings, ask.point.finding);
  const auto concerns = [&](const std::string& id) {
    return id == ask.point.finding || id == ask.subject ||
           (activity != nullptr && activity_of(findings, id) == activity);
  };
  std::vector<const Sentence*> sentences;
  std::vector<const Sentence*> opening;  // tells in short what other sentences tell whole
  for (const Section& section : story.sections) {
    if (section.id == "comparison") continue;
    for (const Sentence& sentence : section.sentences) {
      const bool lead = sentence.text.back() == ':';  // to the owner's own words
      if (sentence.voice != Voice::Told || lead || !concerns(sentence.finding)) continue;
      if (lists_promises(sentence)) continue;
      (section.id == "opening" ? opening : sentences).push_back(&sentence);
    }
  }
  if (sentences.empty()) {
    sentences = opening;
  } else if (ask.point.topic == Topic::LongestSilence && !opening.empty()) {
    sentences.push_back(opening.back());  // that silence is told nowhere else
  }
  std::size_t last = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i]->finding == ask.point.finding) last = i;
  }
  const std::size_t from = last + 1 > most_told ? last + 1 - most_told : 0;
  std::vector<std::string> told;
  for (std::size_t i = from; i < sentences.size() && i <= last; ++i) told.push_back(sentences[i]->text);
  return told;
}

std::vector<std::optional<int>> months_of(const Findings& findings, const std::string& finding) {
  const Activity* activity = activity_of(findings, finding);
  if (activity == nullptr) return {};
  const Period& period = findings.period;
  const Date last = period.lived_to();
  const int lived = (last.year() - period.from.year()) * 12 + last.month() - period.from.month() + 1;
  std::vector<std::optional<int>> months = activity->by_month;
  months.resize(std::min(months.size(), static_cast<std::size_t>(std::max(0, lived))));
  return months;
}

std::vector<OwnWords> words_before(const Findings& findings, const Ask& ask) {
  std::vector<OwnWords> before;
  const Activity* activity = activity_of(findings, ask.point.finding);
  for (const OwnWords& words : findings.own_words) {
    if (words.year >= findings.period.from.year()) continue;
    const std::string now = of_same_subject(findings, words.on);
    const bool same_activity = activity != nullptr && activity_of(findings, now) == activity;
    if (!now.empty() && (now == ask.point.finding || now == ask.subject || same_activity))
      before.push_back(words);
  }
  return before;
}

Ask of_period(const Findings& findings) {
  const std::string id = period_id(findings.period);
  return {Asking::Period, id, {Topic::Period, id}};
}

}  // namespace

std::vector<Question> questions(const Findings& findings, Language language, Tone tone, std::size_t most) {
  const bool korean = language == Language::Korean;
  const Setting setting(findings);
  const Document story = tell(findings, language, tone);
  std::vector<Ask> all = asks(findings);
  if (all.empty() || most == 0) return {};
  if (all.size() > most - 1) all.resize(most - 1);
  all.push_back(of_period(findings));
  Chooser chooser(korean ? ko::hear : en::hear);
  std::vector<Question> list;
  for (const Ask& ask : all) {
    const auto moulds = korean ? ko::ask_moulds(ask, setting) : en::ask_moulds(ask, setting);
    std::string text = chooser.pick(ask.point, moulds);
    if (korean && tone == Tone::Plain) text = ko::plain_question(std::move(text));
    Question question;
    question.finding = ask.point.finding;
    question.heading = called(findings, ask.point.finding, language);
    if (ask.what != Asking::Period) question.told = told_of(story, findings, ask);
    question.months = months_of(findings, ask.point.finding);
    question.before = words_before(findings, ask);
    question.text = std::move(text);
    list.push_back(std::move(question));
  }
  return list;
}

const OwnWords* answer_to(const Question& question, const Findings& findings) {
  const OwnWords* earlier = nullptr;
  for (const OwnWords& words : findings.own_words) {
    if (words.year < findings.period.from.year()) continue;
    if (words.on == question.finding) return &words;
    if (!is_finding(findings, words.on) && timeless(words.on) == timeless(question.finding)) earlier = &words;
  }
  return earlier;
}

}  // namespace hoego
