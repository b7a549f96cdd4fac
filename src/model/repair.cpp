#include "model/repair.h"

#include <nlohmann/json.hpp>
#include <set>

#include "base/letters.h"
#include "base/text.h"
#include "model/material.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

/// "3: words", "3. words", "[3] words", "- 3) words"; nothing for another line.
std::optional<std::pair<std::size_t, std::string>> numbered(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t-*[(#");
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t number = 0;
  const std::size_t begin = at;
  while (at < line.size() && is_digit(line[at]) && at - begin < 4)
    number = number * 10 + static_cast<std::size_t>(line[at++] - '0');
  if (at == begin || at >= line.size() || std::string_view(":.)]").find(line[at]) == std::string_view::npos)
    return std::nullopt;
  const std::size_t words = line.find_first_not_of(":.)]* \t", at);
  if (words != std::string_view::npos && words == at + 1 && line[at] == '.' && is_digit(line[words]))
    return std::nullopt;  // 3.5
  return std::make_pair(number, words == std::string_view::npos ? std::string() : trim(line.substr(words)));
}

/// The sentence as plain words of one paragraph.
std::string plain(const std::string& words, int& addresses) {
  const AnswerText read = read_answer(words);
  addresses += read.addresses;
  std::string text;
  for (const AnswerBlock& block : read.blocks) text += (text.empty() ? "" : " ") + block.text;
  return text;
}

}  // namespace

std::string repair_data(const Draft& draft) {
  Json list = Json::array();
  for (const DraftSentence* sentence : draft.sentences()) {
    if (sentence->stands()) continue;
    list.push_back({{"number", list.size() + 1}, {"sentence", sentence->text}, {"wrong", sentence->why}});
  }
  return list.empty() ? std::string() : delimited(list.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::map<std::size_t, std::string> read_repairs(std::string_view answer) {
  std::map<std::size_t, std::string> repairs;
  const std::string text = clean_text(answer);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    if (auto repair = numbered(std::string_view(text).substr(at, end - at)))
      repairs.insert(std::move(*repair));
    at = end + 1;
  }
  return repairs;
}

Draft repaired(const Draft& draft, const std::map<std::size_t, std::string>& repairs,
               const Findings& findings) {
  AnswerText text;
  text.addresses = draft.addresses;
  std::set<std::string> before;
  std::size_t number = 0;
  for (const DraftBlock& block : draft.blocks) {
    AnswerBlock words{block.form, block.level, ""};
    for (const DraftSentence& sentence : block.sentences) {
      before.insert(sentence.text);
      const auto repair = sentence.stands() ? repairs.end() : repairs.find(++number);
      const std::string one = repair == repairs.end() ? sentence.text : plain(repair->second, text.addresses);
      if (!one.empty()) words.text += (words.text.empty() ? "" : " ") + one;
    }
    if (!words.text.empty()) text.blocks.push_back(std::move(words));
  }
  Draft again = verified(text, findings, draft.language);
  for (DraftBlock& block : again.blocks) {
    for (DraftSentence& sentence : block.sentences) sentence.mended = before.count(sentence.text) == 0;
  }
  return again;
}

}  // namespace hoego
