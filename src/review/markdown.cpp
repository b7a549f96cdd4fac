#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "review/markdown_parts.h"
#include "review/own_words.h"
#include "review/review.h"
#include "story/markdown_text.h"

namespace hoego {

namespace {

bool tells(const Sentence& sentence, const std::string& id) {
  return sentence.finding == id ||
         std::find(sentence.also.begin(), sentence.also.end(), id) != sentence.also.end();
}

/// Whether a sentence goes on about what the one before it told: a comparison or a change of an activity, the
/// cost of a trip.
bool goes_on(const Sentence& before, const Sentence& sentence) {
  return tells(before, sentence.finding) ||
         std::any_of(sentence.also.begin(), sentence.also.end(),
                     [&](const std::string& id) { return tells(before, id); });
}

/// Sentences in a row that tell one finding carry its number once, at the last of them.
bool told_again(const Section& section, std::size_t i) {
  const auto& all = section.sentences;
  return i + 1 < all.size() && all[i + 1].voice == Voice::Told && !leads_to_words(section, i + 1) &&
         all[i + 1].finding == all[i].finding && all[i + 1].also == all[i].also;
}

}  // namespace

std::string paragraphs(const Section& section, Footnotes& notes) {
  constexpr int least = 3;
  std::string text;
  int inside = 0;  // sentences of the paragraph so far; none behind a quote
  const auto& sentences = section.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (sentence.voice != Voice::Told) {
      text += "\n\n" + block_quote(sentence, notes.language());
      inside = 0;
      continue;
    }
    const bool turns = i > 0 && !goes_on(sentences[i - 1], sentence);
    const bool alone = i + 1 == sentences.size();  // a last sentence stays with the others
    if (i > 0 && (inside == 0 || (turns && inside >= least && !alone))) {
      text += "\n\n";
      inside = 0;
    } else if (i > 0) {
      text += ' ';
    }
    text += as_markdown(sentence.text);
    if (!told_again(section, i) && !leads_to_words(section, i)) text += notes.marks(sentence);
    ++inside;
  }
  return text + "\n";
}

std::string notes_text(const Footnotes& notes, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < notes.told().size(); ++i) {
    const Note note = notes.note(notes.told()[i]);
    text += fmt::format("{}: {} · `{}`\n", notes.label(i), as_markdown(note.words), note.id);
  }
  return text;
}

std::string body_text(const Review& review, Footnotes& notes) {
  std::string text;
  for (const Section& section : review.story.sections) {
    if (!text.empty()) text += '\n';
    if (!section.title.empty()) text += "## " + as_markdown(section.title) + "\n\n";
    text += paragraphs(section, notes);
  }
  const std::string told = notes_text(notes);
  return told.empty() ? text : text + "\n" + told;
}

namespace {

std::string whole_text(const Review& review, Footnotes notes) {
  return "# " + as_markdown(review.story.title) + "\n\n" + body_text(review, notes);
}

}  // namespace

std::string to_markdown(const Review& review) {
  return whole_text(review, Footnotes(review.findings, review.language));
}

std::string to_plain_markdown(const Review& review) {
  return whole_text(review, Footnotes::none(review.findings, review.language));
}

}  // namespace hoego
