#include "claims/promise_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "claims/characters.h"
#include "claims/hangul.h"
#include "claims/promise_rules.h"
#include "claims/said_period.h"

namespace hoego {
namespace {

struct CompiledRule {
  const PromiseRule* rule;
  Pattern pattern;
  bool of_event;  ///< only where there is an {event}
  bool dated;     ///< only where there is a {dated}
};
struct CompiledVeto {
  const Veto* veto;
  Pattern pattern;
};
struct Asked {
  Tongue language;
  Pattern event;
  Pattern dated;
};
struct CompiledShift {
  Tongue language;
  Pattern of_trip;
  Pattern unless;
};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// What a pattern asks of the whole text at its very beginning is looked for once for all rules that ask it.
constexpr std::string_view asks_event = "(?=.*{event})";
constexpr std::string_view asks_dated = "(?=.*{dated})";

std::string expression(Tongue language, std::string_view pattern, int year) {
  std::string text(pattern);
  replace_all(text, asks_event, "");
  replace_all(text, asks_dated, "");
  replace_all(text, "{others}", other_people());
  replace_all(text, "{dated}", dated_words(language));
  replace_all(text, "{event}", event_words(language));
  replace_all(text, "{past}", english_pasts());
  replace_all(text, "{ahead}", ahead_words(language));
  replace_all(text, "{next}", std::to_string(year + 1) + (language == Tongue::Korean ? "(년)?" : ""));
  return language == Tongue::Korean ? spelled_expression(text) : text;
}

bool asks(const PromiseRule& rule, std::string_view what) {
  return rule.pattern.find(what) != std::string_view::npos;
}

/// An expression of the tables; a slip in one is told with the name of the rule.
Pattern compiled(std::string_view rule, const std::string& text) {
  try {
    return Pattern(text);
  } catch (const UsageError& error) {
    throw Error(fmt::format("the rule \"{}\" is no regular expression", rule),
                error.where().substr(error.where().size() - 14),
                "mend it in the tables of src/claims, by that name");
  }
}

/// After an intention one may say how one feels about it: "…하려고 하는데 잘 될지 모르겠다".
constexpr std::string_view afterthought =
    "([ ,]*.{0,90}(는데|지만|고|니|며|면서|서|라)?[ "
    ",]*.{0,90}_(모르겠다|모르겠어요|모르겠습니다|모르겠지만|설렌다|설레요|설렙니다|기대된다|기대돼요|"
    "기대됩니다|걱정이다|걱정이에요|걱정입니다|걱정된다|떨린다|떨려요|두렵다|궁금하다|두근거린다|두근거려요|"
    "무섭다|신난다|지켜봐야겠다))?";

std::string anchored(const PromiseRule& rule, int year) {
  std::string inner = expression(rule.language, rule.pattern, year);
  switch (rule.at) {
    case At::End:
      return fmt::format("(?:{}){}$", inner, spelled_expression(afterthought));
    case At::Anywhere:
      return inner;
    case At::Item:
    case At::Bullet:
    case At::Goal:
      return fmt::format("^(?:{})$", inner);
  }
  return inner;
}

/// Others' words in a sentence of one's own: a quotation that 라고, 라는 or 하고 follows.
std::string without_quotations(std::string_view sentence) {
  std::u32string text = code_points(sentence);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t open = text[at];
    const char32_t close = open == U'“'                    ? U'”'
                           : open == U'‘'                  ? U'’'
                           : (open == '"' || open == '\'') ? open
                                                           : 0;
    if (close == 0) continue;
    const std::size_t end = text.find(close, at + 1);
    if (end == std::u32string::npos) break;
    const std::u32string_view after = std::u32string_view(text).substr(end + 1, 3);
    constexpr std::u32string_view quoting = U"라이하고는";
    const bool quotes = !after.empty() && quoting.find(after.front()) != std::u32string_view::npos &&
                        after.substr(0, 2) != U"이다" && after.substr(0, 2) != U"이에" &&
                        after.substr(0, 2) != U"하기";
    if (quotes) {
      text.erase(at, end + 1 - at);
    } else {
      at = end;
    }
  }
  return utf8(text);
}

/// In small letters, with plain quotes.
std::string plain_english(std::string_view sentence) {
  std::string text = fold_case(sentence);
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"’", "'"},
                                 {"‘", "'"},
                                 {"“", "\""},
                                 {"”", "\""},
                                 {"—", " – "},
                                 {" - ", " – "}})
    replace_all(text, from, to);
  return trim(text);
}

/// Clauses that stand for themselves: "I read little, but I will read more".
std::vector<std::string> clauses(const std::string& text) {
  constexpr std::string_view mark = "\n";
  std::string marked = text;
  for (const std::string_view cut :
       {"; ", ", but ", " but ", ", so ", " – ", ", and i", ", and we", ", yet "})
    replace_all(marked, cut,
                fmt::format("{}{}", mark,
                            cut.substr(cut.size() - 2) == " i" ? "i"
                            : cut == ", and we"                ? "we"
                                                               : ""));
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= marked.size();) {
    const std::size_t end = std::min(marked.find('\n', at), marked.size());
    std::string clause = trim(std::string_view(marked).substr(at, end - at));
    if (!clause.empty()) out.push_back(std::move(clause));
    at = end + 1;
  }
  return out;
}

/// Whether the innermost heading that says so announces goals, rather than looks back on them.
class Headings {
 public:
  explicit Headings(int year)
      : back_(
            "돌아보|돌아봄|회고|결과|점검|작년|지난|이룬|달성|못 ?한|잘 ?한|한 ?일|했던|아쉬|review|last "
            "year|looking back|how .* went|retrospective|done|"
            "achieve|went well"),
        goals_(fmt::format(
            "목표|다짐|계획|할 ?일|하고 ?싶|버킷|해야 "
            "?할|새해|내년|{0}|도전|약속|앞으로|goal|resolution|plan|to-?do|bucket|wish|promise|next|"
            "ahead|looking forward|commit",
            year + 1)) {}

  enum class Sort { None, Goals, Back };
  Sort sort(std::string_view headings) const {
    for (std::size_t end = headings.size(); end > 0;) {
      const std::size_t slash = headings.substr(0, end).rfind(" / ");
      const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 3;
      const std::string_view one = headings.substr(begin, end - begin);
      if (back_.matches(one)) return Sort::Back;
      if (goals_.matches(one)) return Sort::Goals;
      end = slash == std::string_view::npos ? 0 : slash;
    }
    return Sort::None;
  }

 private:
  Pattern back_;
  Pattern goals_;
};

}  // namespace

struct PromiseReader::Compiled {
  explicit Compiled(int year) : periods(year), headings(year) {
    for (const PromiseRule& rule : promise_rules())
      rules.push_back(
          {&rule, compiled(rule.name, anchored(rule, year)), asks(rule, asks_event), asks(rule, asks_dated)});
    for (const Tongue tongue : {Tongue::Korean, Tongue::English})
      asked.push_back({tongue, compiled("{event}", expression(tongue, "{event}", year)),
                       compiled("{dated}", expression(tongue, "{dated}", year))});
    for (const Veto& veto : promise_vetoes())
      vetoes.push_back({&veto, compiled(veto.name, expression(veto.language, veto.pattern, year))});
    for (const Shift& shift : promise_shifts())
      shifts.push_back({shift.language,
                        compiled("of a trip", expression(shift.language, shift.of_trip, year)),
                        compiled("unless", expression(shift.language, shift.unless, year))});
  }

  bool stands(const PromiseRule& rule, const WrittenSentence& sentence) const {
    if (rule.at == At::End || rule.at == At::Anywhere) return true;
    const bool box = sentence.ticked && !*sentence.ticked;
    const auto sort = box ? Headings::Sort::Goals : headings.sort(sentence.heading);
    if (sort == Headings::Sort::Back) return false;
    if (rule.at == At::Item) return sentence.item || sentence.alone;
    return rule.at == At::Bullet ? sentence.item : sentence.item && sort == Headings::Sort::Goals;
  }

  bool vetoed(Tongue language, RuleGround ground, const std::string& text) const {
    return std::any_of(vetoes.begin(), vetoes.end(), [&](const CompiledVeto& one) {
      const auto& against = one.veto->against;
      const bool concerns =
          against.empty() || std::find(against.begin(), against.end(), ground) != against.end();
      return one.veto->language == language && concerns && one.pattern.matches(text);
    });
  }

  Intention kind(const PromiseRule& rule, const std::string& text) const {
    if (rule.kind != Intention::Promise || rule.ground == RuleGround::Topic ||
        rule.ground == RuleGround::Form)
      return rule.kind;
    const bool shifted = std::any_of(shifts.begin(), shifts.end(), [&](const CompiledShift& one) {
      return one.language == rule.language && one.of_trip.matches(text) && !one.unless.matches(text);
    });
    return shifted ? Intention::Plan : rule.kind;
  }

  /// The rule that fires on a text, its kind; `whole`: rules of form may look at it.
  std::optional<FoundPromise> fired(Tongue language, const std::string& text, const WrittenSentence& sentence,
                                    bool whole) const {
    const Asked& ask = language == Tongue::Korean ? asked.front() : asked.back();
    const bool of_event = ask.event.matches(text);
    const bool dated = ask.dated.matches(text);
    for (const CompiledRule& one : rules) {
      const PromiseRule& rule = *one.rule;
      if ((one.of_event && !of_event) || (one.dated && !dated)) continue;
      if (rule.language != language || !stands(rule, sentence)) continue;
      if (!whole && rule.at != At::End && rule.at != At::Anywhere) continue;
      if (!one.pattern.matches(text) || vetoed(language, rule.ground, text)) continue;
      FoundPromise found;
      found.kind = kind(rule, text);
      found.rule = rule.name;
      return found;
    }
    return std::nullopt;
  }

  std::vector<CompiledRule> rules;
  std::vector<Asked> asked;  ///< Korean, English
  std::vector<CompiledVeto> vetoes;
  std::vector<CompiledShift> shifts;
  PeriodReader periods;
  Headings headings;
};

PromiseReader::PromiseReader(int year) : compiled_(std::make_unique<Compiled>(year)) {}
PromiseReader::~PromiseReader() = default;

std::optional<FoundPromise> PromiseReader::read(const WrittenSentence& sentence) const {
  if (sentence.ticked && *sentence.ticked) return std::nullopt;
  std::optional<FoundPromise> found;
  if (has_hangul(sentence.text)) {
    found = compiled_->fired(Tongue::Korean, spelled(bare_end(without_quotations(sentence.text))), sentence,
                             true);
  } else {
    const std::string text = plain_english(sentence.text);
    const std::vector<std::string> parts = clauses(text);
    found = compiled_->fired(Tongue::English, text, sentence, true);
    for (std::size_t i = 0; i < parts.size() && !found && parts.size() > 1; ++i)
      found = compiled_->fired(Tongue::English, parts[i], sentence, false);
  }
  if (!found) return std::nullopt;
  found->sentence = sentence;
  found->period = compiled_->periods.read(sentence.text);
  if (found->period.said == SaidWhen::NotSaid && sentence.item)
    found->period = compiled_->periods.read(sentence.heading);
  return found;
}

std::vector<FoundPromise> PromiseReader::read(const std::vector<WrittenSentence>& sentences) const {
  std::vector<FoundPromise> all;
  for (const WrittenSentence& sentence : sentences) {
    if (auto found = read(sentence)) all.push_back(std::move(*found));
  }
  return all;
}

}  // namespace hoego
