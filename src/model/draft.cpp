#include "model/draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

/// "“171번”: 기록과 달라요(38번)".
std::string complaint(const VerifiedSentence& sentence, const VerifiedPart& part, Language language) {
  const std::string& text = sentence.sentence.text;
  const std::size_t at = std::min(part.at, text.size());
  const std::string words = clean_text(text.substr(at, std::max(part.end, at) - at));
  const bool differs = part.standing == Standing::Differs;
  std::string said = language == Language::Korean
                         ? (differs ? "기록과 다름" : "기록으로는 알 수 없음")
                         : (differs ? "the records say otherwise" : "no record tells");
  if (!part.found.empty())
    said += language == Language::Korean ? fmt::format("({})", part.found) : fmt::format(" ({})", part.found);
  return fmt::format("“{}”: {}", words, said);
}

DraftSentence draft_sentence(const VerifiedSentence& verified, Language language) {
  DraftSentence out;
  out.text = trim(verified.sentence.text);
  out.standing = verified.standing;
  for (const VerifiedPart& part : verified.parts) {
    if (part.standing == Standing::Agrees) add_once(out.findings, part.finding);
    const bool wrong = part.standing == Standing::Differs || part.standing == Standing::CannotBeKnown;
    if (wrong) out.why += (out.why.empty() ? "" : "; ") + complaint(verified, part, language);
  }
  if (!out.stands() && out.why.empty())
    out.why = language == Language::Korean ? "기록으로는 알 수 없음" : "no record tells";
  return out;
}

/// The blocks as the verifier reads them, one a line with a blank one between.
std::string text_to_verify(const AnswerText& answer) {
  std::string text;
  for (const AnswerBlock& block : answer.blocks) {
    if (block.form == AnswerBlock::Form::Heading)
      text += std::string(static_cast<std::size_t>(block.level), '#') + ' ';
    if (block.form == AnswerBlock::Form::Item) text += "- ";
    text += block.text + "\n\n";
  }
  return text;
}

/// The block of a sentence that begins on this line of `text_to_verify`.
std::size_t block_of(int line) {
  return static_cast<std::size_t>(std::max(0, line - 1)) / 2;
}

}  // namespace

std::vector<const DraftSentence*> Draft::sentences() const {
  std::vector<const DraftSentence*> all;
  for (const DraftBlock& block : blocks) {
    for (const DraftSentence& sentence : block.sentences) all.push_back(&sentence);
  }
  return all;
}

std::size_t Draft::struck() const {
  const auto all = sentences();
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const DraftSentence* sentence) { return !sentence->stands(); }));
}

std::set<std::string> Draft::told() const {
  std::set<std::string> ids;
  for (const DraftSentence* sentence : sentences()) {
    if (!sentence->stands()) continue;
    ids.insert(sentence->findings.begin(), sentence->findings.end());
  }
  return ids;
}

Draft verified(const AnswerText& answer, const Findings& findings, Language language) {
  Draft draft;
  draft.language = language;
  draft.addresses = answer.addresses;
  for (const AnswerBlock& block : answer.blocks) draft.blocks.push_back({block.form, block.level, {}});
  Judge judge(findings);
  for (const VerifiedSentence& sentence : judge.text(text_to_verify(answer))) {
    const std::size_t block = block_of(sentence.sentence.line);
    if (block >= draft.blocks.size() || draft.blocks[block].form == AnswerBlock::Form::Heading) continue;
    draft.blocks[block].sentences.push_back(draft_sentence(sentence, language));
  }
  for (std::size_t i = 0; i < answer.blocks.size(); ++i) {
    if (answer.blocks[i].form != AnswerBlock::Form::Heading) continue;
    WrittenSentence heading;
    heading.text = answer.blocks[i].text;
    draft.blocks[i].sentences.push_back(draft_sentence(judge.sentence(heading), language));
  }
  draft.blocks.erase(std::remove_if(draft.blocks.begin(), draft.blocks.end(),
                                    [](const DraftBlock& block) { return block.sentences.empty(); }),
                     draft.blocks.end());
  return draft;
}

void strike_broken_end(Draft& draft) {
  if (draft.blocks.empty() || draft.blocks.back().form == AnswerBlock::Form::Heading) return;
  DraftSentence& last = draft.blocks.back().sentences.back();
  std::string_view text = last.text;
  for (const std::string_view closing : {"”", "’", "」", "』", "\"", "'", ")"}) {
    if (text.size() > closing.size() && text.substr(text.size() - closing.size()) == closing)
      text.remove_suffix(closing.size());
  }
  for (const std::string_view end : {".", "!", "?", "…"}) {
    if (text.size() >= end.size() && text.substr(text.size() - end.size()) == end) return;
  }
  last.standing = Standing::CannotBeKnown;
  last.findings.clear();
  last.why = draft.language == Language::Korean ? "답이 여기서 끊김" : "the answer broke off here";
}

}  // namespace hoego
