#include "verify/verify.h"

#include <algorithm>

#include "claims/characters.h"
#include "claims/promise_reader.h"
#include "verify/trial.h"

namespace hoego {
namespace {

/// Findings with all that is read of them once.
struct ReadFindings {
  explicit ReadFindings(const Findings& all) : findings(all), names(all), facts(facts_of(all)) {}

  /// Made when a sentence first may be a plan: it costs more than all else.
  const PromiseReader& promises() {
    if (!reader) reader = std::make_unique<PromiseReader>(findings.period.from.year());
    return *reader;
  }

  const Findings& findings;
  const KnownNames names;
  const Facts facts;
  std::unique_ptr<PromiseReader> reader;
};

/// The sentences of one text, in their order.
class Verifier {
 public:
  explicit Verifier(ReadFindings& read) : read_(read) {}

  VerifiedSentence judge(const WrittenSentence& sentence) {
    VerifiedSentence out;
    out.sentence = sentence;
    if (sentence.heading != context_.heading) context_ = Context{{}, {}, {}, sentence.heading};
    const Said said(sentence.text, read_.names, read_.findings);
    if (!is_claim(sentence, said)) {
      remember_names(said);
      return out;
    }
    const Known known{read_.findings, read_.names, read_.facts};
    Trial trial(said, known, context_);
    out.parts = trial.parts();
    out.standing = standing_of(out.parts);
    remember(said, trial);
    return out;
  }

 private:
  static Standing standing_of(const std::vector<VerifiedPart>& parts) {
    const auto any = [&parts](Standing standing) {
      return std::any_of(parts.begin(), parts.end(),
                         [standing](const VerifiedPart& one) { return one.standing == standing; });
    };
    if (any(Standing::Differs)) return Standing::Differs;
    if (any(Standing::CannotBeKnown)) return Standing::CannotBeKnown;
    return parts.empty() ? Standing::NotAClaim : Standing::Agrees;
  }

  void remember(const Said& said, const Trial& trial) {
    remember_names(said);
    context_.numbers = trial.held();
  }

  /// Also of a question: "Pilates? Not since May."
  void remember_names(const Said& said) {
    constexpr std::size_t most = 6;
    std::vector<std::string> keys;
    for (const NamedThing& one : said.names()) {
      if (one.what != Named::General) keys.insert(keys.end(), one.keys.begin(), one.keys.end());
    }
    std::vector<DateRange> days;
    for (const SaidDays& one : said.days()) {
      if (one.fineness != Fineness::Year && !one.ends_span && !one.to) days.push_back(one.days);
    }
    if (!days.empty()) context_.days = std::move(days);
    if (!keys.empty()) context_.keys.push_front(std::move(keys));
    if (context_.keys.size() > most) context_.keys.pop_back();
  }

  /// Words without which no rule of claims/promise_rules.h fires: reading them all costs more than the rest.
  static bool may_intend(std::string_view text) {
    for (const std::string_view word :
         {"려고",      "려 ",  "기로",  "것이",    "거다",     "거예요", "겠",     "계획",
          "목표",      "내년", "다짐",  "싶",      "바라",     "바란",   "하자",   "해야",
          "예정",      "will", "'ll",   "plan",    "going to", "hope",   "want",   "goal",
          "next year", "wish", "resol", "like to", "intend",   "aim",    "promise"}) {
      if (text.find(word) != std::string_view::npos) return true;
    }
    return false;
  }

  /// Questions, wishes and plans of one's own are none, unless they speak of what is entered or promised.
  bool is_claim(const WrittenSentence& sentence, const Said& said) {
    const std::string& text = said.text();
    if (!text.empty() && text.back() == '?') return false;
    for (const NamedThing& one : said.names()) {
      for (const std::string& key : one.keys) {
        if (key.rfind("finding:promise", 0) == 0 || key.rfind("title:", 0) == 0 ||
            (key == "promises" && !said.amounts().empty()))
          return true;
      }
    }
    if (!may_intend(said.folded())) return true;
    const auto promise = read_.promises().read(sentence);
    if (!promise) return true;
    // "Going less often since March" plans nothing.
    const bool since = std::any_of(said.days().begin(), said.days().end(), [this](const SaidDays& day) {
      return day.open == Open::Onwards && day.days.from <= read_.findings.period.lived_to();
    });
    if (since && !said.turns().empty()) return true;
    if (promise->kind != Intention::Plan) return false;
    // A plan for days of the period is entered somewhere, or it cannot be known.
    return std::any_of(said.days().begin(), said.days().end(), [this](const SaidDays& day) {
      return day.fineness == Fineness::Day && day.days.from <= read_.findings.period.to;
    });
  }

  ReadFindings& read_;
  Context context_;
};

}  // namespace

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::Agrees:
      return "agrees";
    case Standing::Differs:
      return "differs";
    case Standing::CannotBeKnown:
      return "cannot be known";
    case Standing::NotAClaim:
      return "not a claim";
  }
  return "not a claim";
}

std::string_view name(Stated stated) {
  switch (stated) {
    case Stated::Count:
      return "count";
    case Stated::Duration:
      return "duration";
    case Stated::Money:
      return "money";
    case Stated::Share:
      return "share";
    case Stated::Date:
      return "date";
    case Stated::Span:
      return "span";
    case Stated::Comparison:
      return "comparison";
    case Stated::Direction:
      return "direction";
    case Stated::Place:
      return "place";
    case Stated::Person:
      return "person";
    case Stated::Name:
      return "name";
    case Stated::Order:
      return "order";
  }
  return "count";
}

struct Judge::Read : ReadFindings {
  using ReadFindings::ReadFindings;
};

Judge::Judge(const Findings& findings) : read_(std::make_unique<Read>(findings)) {}
Judge::~Judge() = default;

std::vector<VerifiedSentence> Judge::text(std::string_view text) {
  Verifier verifier(*read_);
  std::vector<VerifiedSentence> all;
  for (const WrittenSentence& sentence : sentences_of(text)) all.push_back(verifier.judge(sentence));
  return all;
}

VerifiedSentence Judge::sentence(const WrittenSentence& sentence) {
  return Verifier(*read_).judge(sentence);
}

std::vector<VerifiedSentence> verify(std::string_view text, const Findings& findings) {
  return Judge(findings).text(text);
}

VerifiedSentence verify_sentence(const WrittenSentence& sentence, const Findings& findings) {
  return Judge(findings).sentence(sentence);
}

}  // namespace hoego
