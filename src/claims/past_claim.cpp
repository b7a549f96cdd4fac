#include "claims/past_claim.h"

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "claims/characters.h"
#include "claims/hangul.h"
#include "claims/mentions.h"
#include "claims/said_period.h"

namespace hoego {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Whether a sentence tells of what was: compiled once for a text.
class PastReader {
 public:
  PastReader()
      : korean_(spelled_expression(
            "({했}|했었|(ㅣ|ㅕ)ㅆ‧)(다|어요|습니다|음|네요|지|죠|는데|지만|고|던|을|거든요|더라|다고)|(-ㅁ|"
            "함|읽음|씀|갔음|침)$|(셈|수준|정도|기록|달성|완주|완독){이다}$|"
            "(ㄴ|은) (한 )?해(다|였다|였습니다)?$")),
        english_(
            "\\b(was|were|had|did|didn't|took|read|wrote|went|ran|made|saw|came|swam|rode|drove|flew|gave|"
            "got|met|spent|slept|sang|taught|"
            "shot|built|kept|ended up|became|began|fell|[a-z]{2,}ed|i've|i have|we've|we have|have been)\\b"),
        never_(
            "\\b(wanted|planned|hoped|going to|supposed|should have|could have|would "
            "have|goal|if)\\b|\\?$|(까|나요|는가)$"),
        never_korean_(spelled_expression(
            "(려고|고 싶|목표|계획|예정|기로|다짐)(는|을|를|이|가)? "
            "?.{0,12}(했|{했}|-ㄴ|였)|\\?$|(-ㄹ까|나요|는가)$|(친구|동생|사람들)(은|는|이|가)_")) {}

  bool is_past(const WrittenSentence& sentence) const {
    if (has_hangul(sentence.text)) {
      const std::string text = spelled(bare_end(sentence.text));
      return !never_korean_.matches(text) && (korean_.matches(text) || in_short(sentence));
    }
    return !never_.matches(sentence.text) && (english_.matches(sentence.text) || in_short(sentence));
  }

 private:
  /// "- PR 31개", "- 40 posts": an item that only counts, which looks back unless its heading looks ahead.
  static bool in_short(const WrittenSentence& sentence) {
    if (sentence.ticked && !*sentence.ticked) return false;
    const std::string heading = fold_case(sentence.heading);
    const bool ahead =
        has_any(heading, {"목표", "다짐", "계획", "내년", "goal", "resolution", "plan", "next"});
    return sentence.item && !ahead;
  }

  Pattern korean_;
  Pattern english_;
  Pattern never_;
  Pattern never_korean_;
};

std::optional<Beside> comparison_in(std::string_view text) {
  const bool beside = has_any(
      text, {"작년보다", "지난해보다", "작년에 비해", "지난해에 비해", "전년보다", "작년의", "지난해의",
             "작년만큼", "작년과", "작년이랑", "than last year", "than the year before", "as last year",
             "than the previous year", "compared to last year", "compared with last year"});
  if (!beside) return std::nullopt;
  if (has_any(text,
              {"두 배", "세 배", "2배", "3배", "절반", "twice as", "half as", "three times as", "double"}))
    return Beside::Times;
  if (has_any(text, {"비슷", "만큼", "똑같", "as much as", "as many as", "as often as", "about the same",
                     "same as"}))
    return Beside::Same;
  if (has_any(text, {"못 ", "덜 ", "적게", "적었", "줄었", "줄어", "줄였", "안 ", "뜸", "드물", "게을",
                     "less", "fewer", "not as"}))
    return Beside::Less;
  if (has_any(text, {"더 ", "많이", "많았", "자주", "늘었", "늘어", "늘렸", "훨씬", "more", "most"}))
    return Beside::More;
  return std::nullopt;
}

double factor_in(std::string_view text) {
  if (has_any(text, {"절반", "half as"})) return 0.5;
  if (has_any(text, {"세 배", "3배", "three times"})) return 3;
  return 2;
}

/// Said of another year: "작년에는 책을 20권 읽었다", "in 2021".
bool of_another_year(std::string_view text) {
  return has_any(text, {"작년에", "작년엔", "재작년", "지난해에", "지난해엔", "지금까지", "평생", "통산",
                        "last year i", "last year we", "the year before last", "in 2019", "in 2020",
                        "in 2021", "in 2022", "so far in my life", "ever since"});
}

class ClaimFinder {
 public:
  ClaimFinder(const Vocabulary& vocabulary, const CountryByName& country)
      : vocabulary_(vocabulary), country_(country) {}

  void look_at(const WrittenSentence& sentence, std::vector<PastClaim>& out) const {
    if (!past_.is_past(sentence)) return;
    const std::string text = fold_case(sentence.text);
    const std::vector<Mention> named = mentions(text, vocabulary_.activities);
    if (const auto beside = comparison_in(text)) {
      PastClaim claim;
      claim.sentence = sentence;
      claim.beside = beside;
      claim.activity = named.empty() ? of_verb(text) : named.front().id;
      if (*beside == Beside::Times) claim.value = factor_in(text);
      if (!claim.activity.empty()) out.push_back(std::move(claim));
      return;
    }
    if (of_another_year(text)) return;
    for (const Quantity& one : quantities(text)) {
      if (auto claim = of_quantity(one, text, named)) {
        claim->sentence = sentence;
        out.push_back(std::move(*claim));
      }
    }
  }

 private:
  bool knows(std::string_view id) const {
    return std::any_of(vocabulary_.activities.begin(), vocabulary_.activities.end(),
                       [&](const Vocabulary::Name& name) { return name.id == id; });
  }

  /// What the verb alone says: reading is of books, taking pictures of photos.
  std::string of_verb(std::string_view text) const {
    if (has_any(text, {"읽", " read "}) && knows("books")) return "books";
    if (has_any(text, {"찍"}) && knows("photos")) return "photos";
    return {};
  }

  std::optional<PastClaim> of_quantity(const Quantity& one, std::string_view text,
                                       const std::vector<Mention>& named) const {
    if (one.rate || one.counter == Counter::Percent || one.counter == Counter::Step ||
        one.counter == Counter::Kilometre)
      return std::nullopt;
    PastClaim claim;
    claim.value = one.value;
    claim.high = one.high;
    claim.bound = one.bound;
    claim.month = month_said(text);
    claim.countries = countries_in(text, country_);
    claim.abroad = has_any(text, {"해외", "abroad", "overseas", "foreign"});
    const bool travels =
        claim.abroad || !claim.countries.empty() || has_any(text, {"여행", "trip", "travel"});
    if (one.counter == Counter::Country) {
      claim.what = Claimed::Countries;
      return claim;
    }
    if (one.counter == Counter::Night) {
      claim.what = Claimed::Nights;
      return travels ? std::optional(claim) : std::nullopt;
    }
    if (one.counter == Counter::Trip || (travels && one.counter == Counter::Time && !is_named(one, named))) {
      claim.what = Claimed::Trips;
      return claim;
    }
    claim.activity = activity_of(one, text, named);
    if (claim.activity.empty()) return std::nullopt;
    if (one.counter == Counter::Hour) claim.what = Claimed::Hours;
    if (one.counter == Counter::Day) claim.what = Claimed::Days;
    if (claim.activity == "photos" && !claim.countries.empty()) claim.what = Claimed::TripPhotos;
    return claim;
  }

  static bool is_named(const Quantity& one, const std::vector<Mention>& named) {
    return std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
      return (mention.end <= one.at && one.at - mention.end < 24) ||
             (mention.at >= one.at && mention.at < one.end);
    });
  }

  /// By the counter where it says enough (권, 장 of what is photographed), else the activity named nearest:
  /// in Korean before the number, in English in or after it, else before.
  std::string activity_of(const Quantity& one, std::string_view text,
                          const std::vector<Mention>& named) const {
    const Mention* best = nullptr;
    for (const Mention& mention : named) {
      if (mention.at >= one.at && mention.end <= one.end + 1) return mention.id;
      if (mention.end <= one.at) best = &mention;
    }
    if (one.counter == Counter::Book && knows("books")) return "books";
    if (one.counter == Counter::Photo && (has_any(text, {"찍", "사진", "photo", "picture"})) &&
        knows("photos"))
      return "photos";
    if (one.counter == Counter::Photo || one.counter == Counter::Book) return {};
    if (best != nullptr) return best->id;
    for (const Mention& mention : named) {
      if (mention.at >= one.end && mention.at - one.end < 24) return mention.id;
    }
    return {};
  }

  const Vocabulary& vocabulary_;
  const CountryByName& country_;
  PastReader past_;
};

}  // namespace

std::string_view name(Claimed claimed) {
  switch (claimed) {
    case Claimed::Count:
      return "count";
    case Claimed::Hours:
      return "hours";
    case Claimed::Days:
      return "days";
    case Claimed::Trips:
      return "trips";
    case Claimed::Countries:
      return "countries";
    case Claimed::Nights:
      return "nights";
    case Claimed::TripPhotos:
      return "photos of a trip";
  }
  return "count";
}

std::vector<PastClaim> past_claims(const std::vector<WrittenSentence>& sentences,
                                   const Vocabulary& vocabulary, const CountryByName& country) {
  const ClaimFinder finder(vocabulary, country);
  std::vector<PastClaim> all;
  for (const WrittenSentence& sentence : sentences) finder.look_at(sentence, all);
  return all;
}

}  // namespace hoego
