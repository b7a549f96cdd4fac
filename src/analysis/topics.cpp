#include "analysis/topics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/evidence.h"
#include "analysis/terms.h"
#include "analysis/trips.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr std::size_t fewest_mentions = 3;
constexpr double expected_before = 3;

bool has_words(const Record& record) {
  switch (record.kind) {
    case Kind::Post:
    case Kind::Note:
    case Kind::Paper:
    case Kind::Commit:
    case Kind::PullRequest:
    case Kind::Issue:
    case Kind::Chat:
      return record.mine;
    case Kind::Event:
      return record.mine && still_stands(record);
    default:
      return false;
  }
}

struct Text {
  const Record* record = nullptr;
  std::string words;
  std::string conversation;  ///< that it belongs to; mostly empty
};

/// The title of a conversation is that of its first prompt.
std::vector<Text> texts_of(const Timeline& timeline, Date as_of) {
  std::vector<Text> texts;
  std::set<std::string> begun;
  for (const Record& record : timeline.records()) {
    if (!has_words(record) || record.day() > as_of) continue;
    const std::string* kept = record.kind == Kind::Chat ? record.find_trait(trait::text) : nullptr;
    const std::string* conversation = record.kind == Kind::Chat ? record.find_trait("conversation") : nullptr;
    Text text{&record, {}, conversation == nullptr ? std::string() : *conversation};
    if (text.conversation.empty() || begun.insert(text.conversation).second) text.words = record.title;
    if (kept != nullptr) text.words += "\n" + *kept;
    if (!text.words.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

struct Mentions {
  std::vector<const Record*> records;  ///< by time, each once
  std::set<std::string> conversations;
  std::map<std::string, int> spellings;
  int marked = 0;
  bool hangul = false;
  bool common = false;
};

std::map<std::string, Mentions> mentions_in(const std::vector<Text>& texts) {
  std::vector<std::vector<Word>> words;
  Stems stems;
  for (const Text& text : texts) {
    words.push_back(words_in(text.words));
    for (const Word& word : words.back()) {
      if (word.hangul) stems.learn(word.text);
    }
  }
  std::map<std::string, Mentions> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const Word& word : words[i]) {
      const std::string spelling = word.hangul ? stems.stem(word.text) : word.text;
      const std::string key = fold_case(spelling);
      Mentions& mentions = all[key];
      mentions.hangul = word.hangul;
      mentions.common = is_common(word, key);
      ++mentions.spellings[spelling];
      if (!mentions.records.empty() && mentions.records.back() == texts[i].record) continue;
      const std::string& conversation = texts[i].conversation;
      if (!conversation.empty() && !mentions.conversations.insert(conversation).second) continue;
      mentions.records.push_back(texts[i].record);
      mentions.marked += word.marked ? 1 : 0;
    }
  }
  return all;
}

/// The most frequent spelling; of equals the one with capitals.
std::string usual_spelling(const Mentions& mentions) {
  return std::max_element(mentions.spellings.begin(), mentions.spellings.end(),
                          [](const auto& a, const auto& b) {
                            return std::pair(a.second, b.first) < std::pair(b.second, a.first);
                          })
      ->first;
}

/// Names that are told as what they are, and words of people's names, which are nobody's topic.
std::set<std::string> taken_names(const Lived& lived) {
  std::set<std::string> taken;
  const auto take = [&taken](const std::string& text) {
    taken.insert(fold_case(text));
    for (const Word& word : words_in(text)) taken.insert(fold_case(word.text));
  };
  for (const auto& [key, trace] : lived.traces) {
    for (const std::string& name : {key.second, trace.label.ko, trace.label.en}) take(name);
  }
  std::set<std::string> people;
  for (const Record& record : lived.timeline.records()) {
    for (const char* key :
         {trait::person, trait::sent_by, trait::author_name, trait::author_login, trait::author}) {
      if (const std::string* name = record.find_trait(key)) people.insert(*name);
    }
  }
  for (const std::string& name : people) take(name);
  return taken;
}

bool names_a_place(const Places& atlas, const Mentions& mentions) {
  return std::any_of(mentions.spellings.begin(), mentions.spellings.end(), [&](const auto& spelling) {
    return atlas.country_by_name(spelling.first) || !atlas.find_town(spelling.first).empty();
  });
}

bool is_name(const Mentions& mentions) {
  if (mentions.common) return false;
  return mentions.hangul || 2 * mentions.marked > static_cast<int>(mentions.records.size());
}

/// Since when the name would not have gone unseen before its first mention.
std::optional<Date> reach_of(const Reach& reach, const std::vector<const Record*>& records,
                             const std::vector<Text>& texts, Date as_of) {
  const Date first = records.front()->day();
  std::set<Kind> kinds;
  for (const Record* record : records) kinds.insert(record->kind);
  std::optional<Date> since;
  for (const Kind kind : kinds) {
    const auto of_kind = reach.of_kind(kind, first);
    if (!of_kind) return std::nullopt;
    since = since ? std::max(*since, *of_kind) : *of_kind;
  }
  if (!since || first - *since < least_reach) return std::nullopt;
  int before = 0;
  int after = 0;
  for (const Text& text : texts) {
    if (kinds.count(text.record->kind) == 0 || text.record->day() < *since || text.record->day() > as_of)
      continue;
    ++(text.record->day() < first ? before : after);
  }
  const double rate = static_cast<double>(records.size()) / std::max(1, after);
  return rate * before >= expected_before ? since : std::nullopt;
}

bool on_several_days(const std::vector<const Record*>& records) {
  return records.front()->day() != records.back()->day();
}

}  // namespace

void add_first_topics(const Lived& lived, DateRange days, std::vector<Occasion>& to) {
  const std::vector<Text> texts = texts_of(lived.timeline, days.to);
  const std::set<std::string> taken = taken_names(lived);
  for (const auto& [key, mentions] : mentions_in(texts)) {
    const std::vector<const Record*>& records = mentions.records;
    if (!days.contains(records.front()->day()) || records.size() < fewest_mentions ||
        !on_several_days(records))
      continue;
    if (!is_name(mentions) || taken.count(key) > 0 || names_a_place(lived.atlas, mentions)) continue;
    const auto since = reach_of(lived.reach, records, texts, days.to);
    if (!since) continue;
    const std::string spelling = usual_spelling(mentions);
    Occasion first;
    first.id = "first-topic-" + slug(key);
    first.subject = Subject::Topic;
    first.key = key;
    first.label = {spelling, spelling};
    first.date = records.front()->day();
    first.count = static_cast<int>(records.size());
    first.reaches_back_to = since;
    first.evidence = evidence_of(records);
    first.kind = records.front()->kind;
    to.push_back(std::move(first));
  }
}

}  // namespace hoego
