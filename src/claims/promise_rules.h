#pragma once
#include <string_view>
#include <vector>

#include "claims/found_promise.h"

namespace hoego {

enum class Tongue { Korean, English };

/// Where a rule's pattern must be found.
enum class At {
  End,       ///< it ends the sentence: its final predicate (Korean)
  Anywhere,  ///< in a clause
  Item,      ///< it is all of an item of a list, or of a line that stands alone
  Bullet,    ///< it is all of an item of a list
  Goal,      ///< it is all of an item with an empty box, or under a heading of goals
};

/// What a rule rests on, so that a veto may be for some rules only.
enum class RuleGround {
  Intention,  ///< 려고 한다, 계획이다; I plan to
  Will,       ///< 겠다, 것이다: also said of what is guessed
  Decision,   ///< 기로 했다: of the past in form
  Topic,      ///< "my goal is…": told by the noun, whatever the predicate
  Desire,     ///< 고 싶다, I hope
  Form,       ///< the form of a list's item
};

/// Korean patterns are in the notation of claims/hangul.h, English ones are ICU expressions for text in small
/// letters; both may hold {next} (the year after the text's), {ahead} (a word for a time to come), {dated}
/// and {event}, Korean ones {others} (people who are not the writer), English ones {past}. (?=.*{event}) and
/// (?=.*{dated}) are asked of the text before a rule is tried.
struct PromiseRule {
  std::string_view name;
  Tongue language;
  Intention kind;
  RuleGround ground;
  At at;
  std::string_view pattern;
  std::string_view example;
};

/// What makes a sentence no promise although a rule fires; `against` empty: whatever the rule.
struct Veto {
  std::string_view name;
  Tongue language;
  std::vector<RuleGround> against;
  std::string_view pattern;
  std::string_view example;
};

/// A sentence that a rule calls a promise is a plan where it tells of a trip or an event.
struct Shift {
  Tongue language;
  std::string_view of_trip;  ///< must be found
  std::string_view unless;   ///< must not
};

/// All rules, by language; the first that fires names the promise.
const std::vector<PromiseRule>& promise_rules();
const std::vector<Veto>& promise_vetoes();
const std::vector<Shift>& promise_shifts();

/// The parts of the lists, by language and kind. Wishes and plans, which say so, stand before what only
/// wills.
const std::vector<PromiseRule>& korean_wishes();
const std::vector<PromiseRule>& korean_plans();
const std::vector<PromiseRule>& korean_promises();
const std::vector<Veto>& korean_vetoes();
const std::vector<PromiseRule>& english_wishes();
const std::vector<PromiseRule>& english_plans();
const std::vector<PromiseRule>& english_promises();
const std::vector<Veto>& english_vetoes();

/// Words for a time to come: the value of {ahead}.
std::string_view ahead_words(Tongue language);
/// Days that are only to come where the sentence is of no past (3주 뒤, on Monday), and {ahead}: {dated}.
std::string_view dated_words(Tongue language);
/// What one has an appointment for (공연, 이사, the wedding): {event}.
std::string_view event_words(Tongue language);
/// English verbs in the past, as they would stand behind I or we: {past}.
std::string_view english_pasts();
/// Korean words for others than the writer, as the beginning of a subject: the value of {others}.
std::string_view other_people();

}  // namespace hoego
