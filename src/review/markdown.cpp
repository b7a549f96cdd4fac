#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "review/footnotes.h"
#include "review/review.h"

namespace hoego {
namespace {

/// Foreign words can hold anything: what Markdown or HTML would read as a sign becomes plain text. A sentence
/// never opens a block, since only `#`, `>`, `-`, `+`, digits with a point and the like at its head could.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      const bool sign = std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos;
      const bool opens = i == 0 && std::string_view("#>+-=").find(c) != std::string_view::npos;
      if (sign || opens) out += '\\';
      out += c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return out;
}

/// Whether a sentence goes on about what the one before it told: a comparison or a change of an activity, the
/// cost of a trip.
bool goes_on(const Sentence& before, const Sentence& sentence) {
  const auto tells = [](const Sentence& one, const std::string& id) {
    return one.finding == id || std::find(one.also.begin(), one.also.end(), id) != one.also.end();
  };
  return tells(before, sentence.finding) ||
         std::any_of(sentence.also.begin(), sentence.also.end(),
                     [&](const std::string& id) { return tells(before, id); });
}

/// Sentences as paragraphs of three or more, broken where the subject changes.
std::string paragraphs(const Section& section, Footnotes& notes) {
  constexpr int least = 3;
  std::string text;
  int inside = 0;
  const auto& sentences = section.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    const bool turns = i > 0 && !goes_on(sentences[i - 1], sentence);
    const bool alone = i + 1 == sentences.size();  // a last sentence stays with the others
    if (turns && inside >= least && !alone) {
      text += "\n\n";
      inside = 0;
    } else if (i > 0) {
      text += ' ';
    }
    text += escaped(sentence.text);
    // Sentences in a row that tell one finding carry its number once, at the last of them.
    const bool again = i + 1 < sentences.size() && sentences[i + 1].finding == sentence.finding &&
                       sentences[i + 1].also == sentence.also;
    if (!again) text += notes.marks(sentence);
    ++inside;
  }
  return text + "\n";
}

}  // namespace

std::string to_markdown(const Review& review) {
  Footnotes notes(review.findings, review.language);
  std::string text = "# " + escaped(review.story.title) + "\n";
  for (const Section& section : review.story.sections) {
    text += section.title.empty() ? "\n" : "\n## " + escaped(section.title) + "\n\n";
    text += paragraphs(section, notes);
  }
  const auto& told = notes.told();
  if (!told.empty()) text += "\n";
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Note note = notes.note(told[i]);
    text += fmt::format("[^{}]: {} · `{}`\n", i + 1, escaped(note.words), note.id);
  }
  return text;
}

}  // namespace hoego
