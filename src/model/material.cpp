#include "model/material.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/letters.h"
#include "model/budget.h"
#include "model/fact_values.h"

namespace hoego {
namespace {

constexpr std::string_view open_mark = "<<<DATA";
constexpr std::string_view close_mark = "DATA>>>";
constexpr std::size_t longest_note = 2000;

/// A finding, the section in which it stands and what is told of it there.
struct Fact {
  std::string id;
  std::string section;
  std::vector<std::string> also;
  std::vector<std::string> told;
};

bool wanted(const std::vector<std::string>& sections, const std::string& section) {
  return sections.empty() || std::find(sections.begin(), sections.end(), section) != sections.end();
}

/// The facts of the story, in its order: a fact that is told twice in a section stands once.
std::vector<Fact> told_facts(const Document& story, const std::vector<std::string>& sections) {
  std::vector<Fact> facts;
  for (const Section& section : story.sections) {
    if (!wanted(sections, section.id)) continue;
    for (const Sentence& sentence : section.sentences) {
      if (sentence.voice != Voice::Told || sentence.finding.empty()) continue;
      const auto same = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
        return fact.id == sentence.finding && fact.section == section.id;
      });
      Fact& fact = same == facts.end() ? facts.emplace_back() : *same;
      fact.id = sentence.finding;
      fact.section = section.id;
      fact.told.push_back(sentence.text);
      fact.also.insert(fact.also.end(), sentence.also.begin(), sentence.also.end());
    }
  }
  return facts;
}

/// Facts have numbers here: an id is made of a title, or of where a source lies.
FactValues fact_json(std::size_t number, const Fact& fact, const FactValues* values) {
  FactValues json;
  json["number"] = number;
  if (!fact.section.empty()) json["section"] = fact.section;
  if (!fact.told.empty()) json["told"] = fact.told;
  if (values != nullptr) json["values"] = *values;
  return json;
}

/// The owner's words, each with the number of the fact it is on, where that is there.
FactValues notes_json(const Findings& findings, const std::map<std::string, std::size_t>& numbers) {
  FactValues json = FactValues::array();
  for (const OwnWords& words : findings.own_words) {
    FactValues note;
    if (const auto number = numbers.find(words.on); number != numbers.end()) note["on_fact"] = number->second;
    note["year"] = words.year;
    note["owner_wrote"] = clipped(words.text, longest_note);
    json.push_back(std::move(note));
  }
  return json;
}

/// What sentences name beside their own finding, and, with `rest`, whatever else was found.
void add_untold(std::vector<Fact>& facts, const std::map<std::string, FactValues>& values, bool rest) {
  std::set<std::string> there;
  std::vector<Fact> more;
  for (const Fact& fact : facts) there.insert(fact.id);
  for (const Fact& fact : facts) {
    for (const std::string& id : fact.also) {
      if (values.count(id) != 0 && there.insert(id).second) more.push_back({id, fact.section, {}, {}});
    }
  }
  for (const auto& [id, value] : values) {
    const bool telling = value["is"] != "records" && value.value("verdict", "") != "unknown";
    if (rest && telling && there.insert(id).second) more.push_back({id, "", {}, {}});
  }
  facts.insert(facts.end(), more.begin(), more.end());
}

std::string written(const FactValues& json) {
  return json.dump(-1, ' ', false, FactValues::error_handler_t::replace);
}

std::int64_t tokens_of(const FactValues& json) {
  return estimated_tokens(delimited(written(json)));
}

char32_t next_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0xC0) return lead;
  char32_t point = lead & (lead >= 0xF0 ? 0x07U : lead >= 0xE0 ? 0x0FU : 0x1FU);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    point = (point << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return point;
}

/// Unicode 15: format characters that leave no mark, and tags.
bool is_invisible(char32_t point) {
  const auto in = [point](char32_t from, char32_t to) { return from <= point && point <= to; };
  return point == 0xAD || point == 0x061C || point == 0x180E || point == 0xFEFF || in(0x200B, 0x200F) ||
         in(0x202A, 0x202E) || in(0x2060, 0x206F) || in(0xFFF9, 0xFFFB) || in(0xE0000, 0xE0FFF);
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (!is_invisible(next_point(text, at))) out += text.substr(from, at - from);
  }
  return out;
}

std::string delimited(std::string_view json) {
  std::string out(open_mark);
  out += '\n';
  bool inside = false;  // a string
  const std::string seen = visible(json);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const char c = seen[i];
    if (inside && c == '\\' && i + 1 < seen.size()) {
      out += c;
      out += seen[++i];
      continue;
    }
    if (c == '"') inside = !inside;
    if (inside && std::string_view("<>[]|`").find(c) != std::string_view::npos)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  out += '\n';
  out += close_mark;
  return out;
}

Material material(const Findings& findings, const Document& story, Language language,
                  const std::vector<std::string>& sections, std::int64_t most_tokens) {
  const auto values = fact_values(findings, language);
  std::vector<Fact> facts = told_facts(story, sections);
  add_untold(facts, values, sections.empty());

  FactValues json;
  json["language"] = language == Language::Korean ? "ko" : "en";
  json["period"] = values.at(period_id(findings.period));
  if (!findings.own_words.empty()) json["notes"] = notes_json(findings, {});
  json["facts"] = FactValues::array();
  Material out;
  std::map<std::string, std::size_t> numbers;  // of the first fact of a finding, where its values stand
  std::int64_t tokens = tokens_of(json);
  for (const Fact& fact : facts) {
    const auto value = values.find(fact.id);
    const std::size_t number = json["facts"].size() + 1;
    const bool first = value != values.end() && numbers.count(fact.id) == 0;
    FactValues one = fact_json(number, fact, first ? &value->second : nullptr);
    tokens += tokens_of(one);
    if (tokens > most_tokens) {
      ++out.left_out;
      continue;
    }
    json["facts"].push_back(std::move(one));
    if (numbers.emplace(fact.id, number).second) out.ids.push_back(fact.id);
  }
  if (!findings.own_words.empty()) json["notes"] = notes_json(findings, numbers);
  out.data = delimited(written(json));
  return out;
}

}  // namespace hoego
