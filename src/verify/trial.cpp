#include "verify/trial.h"

#include <algorithm>
#include <array>

namespace hoego {

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const std::string& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

Trial::Trial(const Said& said, const Known& known, const Context& context)
    : said_(said), known_(known), context_(context) {}

/// "이 밖에도 …", "beside these, …".
bool Trial::speaks_of_the_rest() const {
  const std::string_view text = said_.folded();
  for (const std::string_view head : {"이 밖", "beside these", "besides these", "apart from these"}) {
    if (text.substr(0, head.size()) == head) return true;
  }
  return false;
}

/// What a sentence that names nothing one does speaks of by its verb: "I wrote nothing", "한 권도 못 읽었다".
Trial::Keys Trial::implied_by_verb() const {
  const auto& names = said_.names();
  const bool named = std::any_of(names.begin(), names.end(), [](const NamedThing& one) {
    return one.what != Named::Place && one.what != Named::General;
  });
  if (named) return {};
  struct Verb {
    Kind kind;
    std::array<std::string_view, 7> words;
  };
  constexpr std::array<Verb, 8> verbs = {
      {{Kind::Post, {"wrote ", "published", "쓰지 ", "못 썼", "안 썼", "nothing written", "blogged"}},
       {Kind::Book, {" read ", "finished no book", "읽지 ", "읽었", "읽은", "읽기"}},
       {Kind::Commit, {"committed", "pushed", "커밋", "committing", "코딩", "coded"}},
       {Kind::Expense, {"bought", "돈을 쓴", "돈을 썼", "결제", "paid for", "지출"}},
       {Kind::Review, {" reviewed", "reviewing", "리뷰", "reviews", "code review", "리뷰를"}},
       {Kind::Chat, {"asked", "물었", "물은", "물어", "prompted", "talked to a", "프롬프트"}},
       {Kind::Message, {"메시지", "texted", "messages", "문자를", "카톡", "messaged"}},
       {Kind::Photo, {"photographed", "took no picture", "찍지 ", "찍었", "찍은", "snapped"}}}};
  const std::string_view text = said_.folded();
  Keys keys;
  for (const Verb& verb : verbs) {
    const bool said = std::any_of(verb.words.begin(), verb.words.end(), [text](std::string_view word) {
      return !word.empty() && text.find(word) != std::string_view::npos;
    });
    if (!said) continue;
    for (const Activity& one : known_.findings.activities) {
      if (one.kind == verb.kind) keys.push_back(activity_key(one.id));
    }
  }
  return keys;
}

/// "9월 28일에 떠나 열하루를 보냈다": where a sentence names nothing else, a trip is named by its days.
Trial::Keys Trial::trips_by_their_days() const {
  const auto& days = said_.days();
  const bool begins_so = !days.empty() && (days.front().at == 0 || said_.folded().substr(0, 2) == "i ");
  const bool named = std::any_of(said_.names().begin(), said_.names().end(),
                                 [](const NamedThing& one) { return one.what != Named::General; });
  Keys keys;
  if (!begins_so || named) return keys;
  for (const Trip& trip : known_.findings.trips) {
    const bool edge = std::any_of(days.begin(), days.end(), [&trip](const SaidDays& day) {
      return day.fineness == Fineness::Day &&
             (day.days.from == trip.days.from || day.days.from == trip.days.to);
    });
    if (edge) keys.push_back("finding:" + trip.id);
  }
  return keys;
}

/// What a number that names nothing is of by its counter: 권, 장, a sum of money, countries.
Trial::Keys Trial::implied_by_unit(std::size_t amount) const {
  const SaidUnit unit = said_.amounts()[amount].unit;
  const bool named = std::any_of(said_.names().begin(), said_.names().end(),
                                 [](const NamedThing& one) { return one.what == Named::Activity; });
  Keys implied;
  for (const Activity& one : known_.findings.activities) {
    const std::string key = "activity:" + one.id;
    const bool book = unit == SaidUnit::Book && one.kind == Kind::Book;
    const bool photo = unit == SaidUnit::Photo && one.kind == Kind::Photo;
    const bool commit = unit == SaidUnit::Commit && one.kind == Kind::Commit;
    const bool money = unit == SaidUnit::Money && one.kind == Kind::Expense;
    const bool piece =
        unit == SaidUnit::Piece && !named && (one.kind == Kind::Post || one.kind == Kind::Paper);
    if (book || photo || commit || money || piece) implied.push_back(key);
  }
  const Keys trips = trips_by_their_days();
  implied.insert(implied.end(), trips.begin(), trips.end());
  if (unit == SaidUnit::Country) implied.emplace_back("countries");
  return implied;
}

/// Keys of what a number may be about, the likeliest first: names near it, then the others of the sentence
/// that have no number of the unit of their own, then what is implied, then what was spoken of before.
std::vector<Trial::Keys> Trial::tiers_of(std::size_t amount) const {
  std::vector<Keys> tiers;
  // What is left of a list that was told is of none of its names.
  if (speaks_of_the_rest()) return tiers;
  const auto add = [&tiers](const Keys& keys) {
    if (!keys.empty()) tiers.push_back(keys);
  };
  Keys near;
  for (const NamedThing* one : said_.names_in(said_.near(amount)))
    near.insert(near.end(), one->keys.begin(), one->keys.end());
  add(near);
  add(promise_meant());
  const auto& amounts = said_.amounts();
  const auto owned = [&](const NamedThing& name) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      if (i == amount || amounts[i].unit != amounts[amount].unit) continue;
      if (said_.near(i).holds(name.at)) return true;
    }
    return false;
  };
  // The last named before it, then any other.
  const auto& names = said_.names();
  for (std::size_t i = names.size(); i-- > 0;) {
    if (names[i].at < amounts[amount].at && (near.empty() || names[i].quoted || !owned(names[i])))
      add(names[i].keys);
  }
  for (const NamedThing& one : names) {
    if (one.at > amounts[amount].at && (tiers.empty() || !owned(one))) add(one.keys);
  }
  add(implied_by_unit(amount));
  add(implied_by_verb());
  // "나머지 23개": of what other numbers of the sentence are of as well.
  for (std::size_t i = names.size(); i-- > 0;) {
    if (names[i].what == Named::Activity && names[i].at < amounts[amount].at) add(names[i].keys);
  }
  for (const Keys& keys : context_.keys) add(keys);
  return tiers;
}

std::vector<Trial::Keys> Trial::tiers_around(const Span& span) const {
  std::vector<Keys> tiers;
  const auto add = [&tiers](const Keys& keys) {
    if (!keys.empty()) tiers.push_back(keys);
  };
  Keys near;
  for (const NamedThing* one : said_.names_in(span))
    near.insert(near.end(), one->keys.begin(), one->keys.end());
  add(near);
  add(promise_meant());
  const auto& names = said_.names();
  for (std::size_t i = names.size(); i-- > 0;) {
    if (names[i].at < span.at) add(names[i].keys);
  }
  for (const NamedThing& one : names) {
    if (one.at >= span.end) add(one.keys);
  }
  add(implied_by_verb());
  for (const Keys& keys : context_.keys) add(keys);
  return tiers;
}

/// Every place that stands near must be one of the fact's.
bool Trial::places_fit(const std::vector<const NamedThing*>& near, const Keys& of, const Keys& places) const {
  return std::all_of(near.begin(), near.end(), [&](const NamedThing* one) {
    return one->what != Named::Place || meet(one->keys, of) || meet(one->keys, places);
  });
}

std::vector<VerifiedPart> Trial::parts() {
  dates_.clear();
  for (std::size_t i = 0; i < said_.days().size(); ++i) dates_.push_back(date(i));
  numbers_.clear();
  for (std::size_t i = 0; i < said_.amounts().size(); ++i) numbers_.push_back(number(i));
  settle_sums(numbers_);
  // A number with which its month agrees vouches for the month.
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (!numbers_[i].scoped || numbers_[i].standing != Standing::Agrees) continue;
    for (const std::size_t day : said_.days_of(i)) {
      if (dates_[day].standing == Standing::Agrees) continue;
      // A gap in the records counts nothing.
      if (said_.cues_of(said_.around(said_.days()[day].at, said_.days()[day].end)).has(Cue::Unknown))
        continue;
      dates_[day].standing = Standing::Agrees;
      dates_[day].finding = numbers_[i].finding;
    }
  }
  std::vector<VerifiedPart> all;
  const auto add = [&all](const Finding& one, std::size_t at, std::size_t end) {
    VerifiedPart part;
    part.stated = one.stated;
    part.at = at;
    part.end = end;
    part.standing = one.standing;
    part.found = one.standing == Standing::Agrees ? std::string{} : one.found;
    part.finding = one.finding;
    all.push_back(std::move(part));
  };
  for (std::size_t i = 0; i < numbers_.size(); ++i)
    add(numbers_[i], said_.amounts()[i].at, said_.amounts()[i].end);
  for (std::size_t i = 0; i < dates_.size(); ++i) {
    if (is_scope_year(said_.days()[i]) || said_.days()[i].ends_span) continue;
    const std::size_t end = said_.days()[i].to ? said_.days()[*said_.days()[i].to].end : said_.days()[i].end;
    add(dates_[i], said_.days()[i].at, end);
  }
  weekdays(all);
  trends(all);
  absent_last_year(all);
  verdicts(all);
  orders(all);
  names(all);
  unread_directions(all);
  std::stable_sort(all.begin(), all.end(),
                   [](const VerifiedPart& a, const VerifiedPart& b) { return a.at < b.at; });
  return all;
}

std::vector<Amount> Trial::held() const {
  std::vector<Amount> all;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (numbers_[i].standing == Standing::Agrees) all.push_back(said_.amounts()[i]);
  }
  return all;
}

}  // namespace hoego
