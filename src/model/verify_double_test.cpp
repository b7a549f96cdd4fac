#include <map>

#include "base/letters.h"
#include "story/names.h"
#include "verify/verify.h"

/// In place of the verifier until it is there: a number agrees if an activity or a trip that the sentence
/// names has it.
namespace hoego {
namespace {

struct Known {
  std::string id;
  std::vector<std::string> names;
  std::vector<int> numbers;
};

std::vector<Known> known(const Findings& findings) {
  std::vector<Known> all;
  for (const Activity& activity : findings.activities)
    all.push_back({activity.id, {activity.label.ko, activity.label.en}, {activity.count}});
  for (const Trip& trip : findings.trips)
    all.push_back({trip.id,
                   {trip_name(trip, Language::Korean), trip_name(trip, Language::English)},
                   {trip.nights, trip.photos, trip.days.days()}});
  return all;
}

bool names_it(const std::string& text, const Known& one) {
  const std::string small = small_letters(text);
  for (const std::string& name : one.names) {
    if (!name.empty() && small.find(small_letters(name)) != std::string::npos) return true;
  }
  return false;
}

VerifiedPart part_of(const std::string& text, std::size_t at, std::size_t end,
                     const std::vector<Known>& all) {
  std::string digits;
  for (std::size_t i = at; i < end; ++i) {
    if (text[i] != ',') digits += text[i];
  }
  VerifiedPart part{Stated::Count, at, end, Standing::CannotBeKnown, "", ""};
  for (const Known& one : all) {
    if (!names_it(text, one)) continue;
    part.standing = Standing::Differs;
    part.found = std::to_string(one.numbers.front());
    for (const int number : one.numbers) {
      if (digits == std::to_string(number)) return {Stated::Count, at, end, Standing::Agrees, "", one.id};
    }
  }
  return part;
}

}  // namespace

VerifiedSentence verify_sentence(const WrittenSentence& sentence, const Findings& findings) {
  VerifiedSentence out;
  out.sentence = sentence;
  const std::vector<Known> all = known(findings);
  const std::string& text = sentence.text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || (text[end] == ',' && end > at))) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    if (text.substr(at, end - at) != std::to_string(findings.period.from.year()))
      out.parts.push_back(part_of(text, at, end, all));
    at = end;
  }
  out.standing = out.parts.empty() ? Standing::NotAClaim : Standing::Agrees;
  for (const Standing worse : {Standing::CannotBeKnown, Standing::Differs}) {
    for (const VerifiedPart& part : out.parts) {
      if (part.standing == worse) out.standing = worse;
    }
  }
  return out;
}

std::vector<VerifiedSentence> verify(std::string_view text, const Findings& findings) {
  std::vector<VerifiedSentence> all;
  for (const WrittenSentence& sentence : sentences_of(text))
    all.push_back(verify_sentence(sentence, findings));
  return all;
}

}  // namespace hoego
