#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "review/markdown_parts.h"
#include "review/review.h"

namespace hoego {

/// A sentence never opens a block, since only `#`, `>`, `-`, `+`, digits with a point and the like at its
/// head could.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '{' && i + 1 < text.size() && (text[i + 1] == '{' || text[i + 1] == '%')) {
      out += "&#123;";  // Jekyll's and Hugo's own signs, which they read before Markdown
    } else {
      const bool sign = std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos;
      const bool opens = i == 0 && std::string_view("#>+-=").find(c) != std::string_view::npos;
      if (sign || opens) out += '\\';
      out += c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return out;
}

namespace {

/// What a paragraph is about: a comparison belongs to its activity.
std::string subject(const Sentence& sentence) {
  constexpr std::string_view against = "against-";
  const std::string& id = sentence.finding;
  return id.rfind(against, 0) == 0 ? id.substr(against.size()) : id;
}

}  // namespace

std::string paragraphs(const Section& section, Footnotes& notes) {
  constexpr int least = 3;
  std::string text;
  int inside = 0;
  const auto& sentences = section.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    const bool turns = i > 0 && subject(sentence) != subject(sentences[i - 1]);
    const bool alone = i + 1 == sentences.size();  // a last sentence stays with the others
    if (turns && inside >= least && !alone) {
      text += "\n\n";
      inside = 0;
    } else if (i > 0) {
      text += ' ';
    }
    text += escaped(sentence.text);
    // Sentences in a row that tell one finding carry its number once, at the last of them.
    const bool goes_on = i + 1 < sentences.size() && sentences[i + 1].finding == sentence.finding &&
                         sentences[i + 1].also == sentence.also;
    if (!goes_on) text += notes.marks(sentence);
    ++inside;
  }
  return text + "\n";
}

std::string notes_text(const Footnotes& notes, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < notes.told().size(); ++i) {
    const Note note = notes.note(notes.told()[i]);
    text += fmt::format("{}: {} · `{}`\n", notes.label(i), escaped(note.words), note.id);
  }
  return text;
}

std::string body_text(const Review& review, Footnotes& notes) {
  std::string text;
  for (const Section& section : review.story.sections) {
    if (!text.empty()) text += '\n';
    if (!section.title.empty()) text += "## " + escaped(section.title) + "\n\n";
    text += paragraphs(section, notes);
  }
  const std::string told = notes_text(notes);
  return told.empty() ? text : text + "\n" + told;
}

std::string to_markdown(const Review& review) {
  Footnotes notes(review.findings, review.language);
  return "# " + escaped(review.story.title) + "\n\n" + body_text(review, notes);
}

}  // namespace hoego
