#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "review/footnotes.h"
#include "review/own_words.h"
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

/// What a paragraph is about: a comparison belongs to its activity.
std::string subject(const Sentence& sentence) {
  constexpr std::string_view against = "against-";
  const std::string& id = sentence.finding;
  return id.rfind(against, 0) == 0 ? id.substr(against.size()) : id;
}

/// Sentences in a row that tell one finding carry its number once, at the last of them.
bool goes_on(const Section& section, std::size_t i) {
  const auto& all = section.sentences;
  return i + 1 < all.size() && all[i + 1].voice == Voice::Told && !leads_to_words(section, i + 1) &&
         all[i + 1].finding == all[i].finding && all[i + 1].also == all[i].also;
}

/// Sentences as paragraphs of three or more, broken where the subject changes, and the owner's words as
/// quotes between them.
std::string paragraphs(const Section& section, Footnotes& notes, Language language) {
  constexpr int least = 3;
  std::string text;
  int inside = 0;  // sentences of the paragraph so far; none behind a quote
  const auto& sentences = section.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (sentence.voice != Voice::Told) {
      text += "\n\n" + block_quote(sentence, language);
      inside = 0;
      continue;
    }
    const bool turns = i > 0 && subject(sentence) != subject(sentences[i - 1]);
    const bool alone = i + 1 == sentences.size();  // a last sentence stays with the others
    if (i > 0 && (inside == 0 || (turns && inside >= least && !alone))) {
      text += "\n\n";
      inside = 0;
    } else if (i > 0) {
      text += ' ';
    }
    text += escaped(sentence.text);
    if (!goes_on(section, i) && !leads_to_words(section, i)) text += notes.marks(sentence);
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
    text += paragraphs(section, notes, review.language);
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
