#include "story/own_words.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/letters.h"
#include "story/called.h"
#include "story/en_pledge.h"
#include "story/ko_pledge.h"
#include "story/weight.h"

namespace hoego {
namespace {

constexpr std::size_t most_before = 4;

/// Where words go: behind a sentence of the document, or among those that the text does not tell.
struct Seat {
  std::size_t section = 0;
  std::size_t sentence = 0;
  auto operator<=>(const Seat&) const = default;
};

/// Words and the finding they are on; empty: one of no finding any more.
struct Placed {
  const OwnWords* words = nullptr;
  std::string finding;
};

std::string finding_of(const Findings& findings, const std::string& id) {
  return is_finding(findings, id) ? id : of_same_subject(findings, id);
}

/// The last sentence of the finding; one of the opening counts only where there is no other, and then the
/// words stand behind all of it.
std::optional<Seat> told_at(const Document& document, const std::string& finding, const std::string& period) {
  if (finding.empty() || finding == period) return std::nullopt;
  std::array<std::optional<Seat>, 3> found;  // its own sentence, one that tells it too, the opening
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    const Section& section = document.sections[s];
    for (std::size_t i = 0; i < section.sentences.size(); ++i) {
      const Sentence& sentence = section.sentences[i];
      const bool own = sentence.finding == finding;
      const bool also = std::find(sentence.also.begin(), sentence.also.end(), finding) != sentence.also.end();
      if (!own && !also) continue;
      if (section.id == "opening") {
        found[2] = Seat{s, section.sentences.size() - 1};
      } else {
        found.at(own ? 0 : 1) = Seat{s, i};
      }
    }
  }
  for (const auto& seat : found) {
    if (seat) return seat;
  }
  return std::nullopt;
}

/// Of the year before only what weighs most comes back.
std::vector<Placed> heaviest(const Findings& findings, std::vector<Placed> before) {
  if (before.size() <= most_before) return before;
  std::map<std::string, std::size_t> rank;
  const std::vector<Weighed> weighed = by_weight(findings);
  for (std::size_t i = 0; i < weighed.size(); ++i) {
    rank.emplace(weighed[i].subject, i);
    for (const Point& point : weighed[i].points) rank.emplace(point.finding, i);
  }
  const auto of = [&](const Placed& one) {
    const auto found = rank.find(one.finding);
    return found == rank.end() ? weighed.size() : found->second;
  };
  std::vector<Placed> sorted = before;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Placed& a, const Placed& b) { return of(a) < of(b); });
  sorted.resize(most_before);
  const auto kept = [&](const Placed& one) {
    return std::any_of(sorted.begin(), sorted.end(), [&](const Placed& k) { return k.words == one.words; });
  };
  before.erase(std::remove_if(before.begin(), before.end(), [&](const Placed& one) { return !kept(one); }),
               before.end());
  return before;
}

/// The words of a document in one language.
class Teller {
 public:
  Teller(const Findings& findings, Language language, Tone tone)
      : setting_(findings),
        language_(language),
        plain_(language == Language::Korean && tone == Tone::Plain),
        chooser_(language == Language::Korean ? ko::hear : en::hear) {}

  /// The words, with a told sentence in front where they are of the year before or stand by themselves.
  void add(const Placed& one, bool told, std::vector<Sentence>& to) {
    const bool before = is_before(*one.words);
    const std::string finding = one.finding.empty() ? period_id(setting_.findings.period) : one.finding;
    if (before || !told) to.push_back({lead(one, told, finding) + ":", finding});
    to.push_back({one.words->text, finding, {}, before ? Voice::OwnBefore : Voice::Own});
  }

  bool is_before(const OwnWords& words) const { return words.year < setting_.year; }

 private:
  std::string lead(const Placed& one, bool told, const std::string& finding) {
    const bool korean = language_ == Language::Korean;
    const std::string about = told ? std::string{} : name_of(one.finding);
    const std::vector<std::string> moulds =
        is_before(*one.words) ? (korean ? ko::before_moulds(about, one.words->year, setting_)
                                        : en::before_moulds(about, one.words->year, setting_))
                              : (korean ? ko::own_moulds(about) : en::own_moulds(about));
    std::string text = chooser_.pick({Topic::Period, finding}, moulds);
    return plain_ ? ko::plain(text) : text;
  }

  std::string name_of(const std::string& finding) const {
    if (finding == period_id(setting_.findings.period))
      return language_ == Language::Korean ? ko::this_period(setting_) : en::this_period(setting_);
    for (const Promise& promise : setting_.findings.promises) {
      if (promise.id == finding)
        return language_ == Language::Korean ? ko::own_words(promise) : en::own_words(promise);
    }
    return called(setting_.findings, finding, language_);
  }

  Setting setting_;
  Language language_;
  bool plain_;
  Chooser chooser_;
};

Section rest_section(std::vector<Sentence> sentences, Language language) {
  return {"words", language == Language::Korean ? "따로 적어 둔 말" : "In my own words",
          std::move(sentences)};
}

}  // namespace

std::string timeless(std::string_view id) {
  std::string out;
  int time_parts = 0;  // that may still follow a year: month, day
  while (!id.empty()) {
    const std::size_t end = std::min(id.find('-'), id.size());
    const std::string_view part = id.substr(0, end);
    id.remove_prefix(std::min(end + 1, id.size()));
    const bool year = part.size() == 4 && is_digits(part) && (part[0] == '1' || part[0] == '2');
    if (year || (time_parts > 0 && part.size() == 2 && is_digits(part))) {
      time_parts = year ? 2 : time_parts - 1;
      continue;
    }
    time_parts = 0;
    out += (out.empty() ? "" : "-") + std::string(part);
  }
  return out;
}

std::string of_same_subject(const Findings& findings, std::string_view id) {
  const std::string subject = timeless(id);
  for (const std::string& known : finding_ids(findings)) {
    if (timeless(known) == subject) return known;
  }
  // A habit that changed in another way, or not at all, is the same habit.
  const Activity* longest = nullptr;
  for (const Activity& activity : findings.activities) {
    bool about = subject == against_id(activity) || subject == cost_id(activity.id);
    for (int kind = 0; kind <= static_cast<int>(ChangeKind::Resumed); ++kind)
      about = about || subject == activity.id + "-" + std::string(name(static_cast<ChangeKind>(kind)));
    if (about && (longest == nullptr || activity.id.size() > longest->id.size())) longest = &activity;
  }
  return longest == nullptr ? std::string{} : longest->id;
}

void add_own_words(const Findings& findings, Language language, Tone tone, Document& document) {
  if (findings.own_words.empty()) return;
  Teller teller(findings, language, tone);
  std::vector<Placed> all;
  std::vector<Placed> own;
  for (const OwnWords& words : findings.own_words)
    (teller.is_before(words) ? all : own).push_back({&words, finding_of(findings, words.on)});
  all = heaviest(findings, std::move(all));
  all.insert(all.end(), own.begin(), own.end());

  std::map<Seat, std::vector<Sentence>> behind;
  std::vector<Sentence> rest;
  const std::string period = period_id(findings.period);
  for (const Placed& one : all) {
    auto seat = told_at(document, one.finding, period);
    // What is told of a habit is told of its changes too.
    const Activity* activity = activity_of(findings, one.finding);
    if (!seat && activity != nullptr) seat = told_at(document, activity->id, period);
    teller.add(one, seat.has_value(), seat ? behind[*seat] : rest);
  }
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    std::vector<Sentence> sentences;
    for (std::size_t i = 0; i < document.sections[s].sentences.size(); ++i) {
      sentences.push_back(std::move(document.sections[s].sentences[i]));
      const auto words = behind.find({s, i});
      if (words == behind.end()) continue;
      std::move(words->second.begin(), words->second.end(), std::back_inserter(sentences));
    }
    document.sections[s].sentences = std::move(sentences);
  }
  if (rest.empty()) return;
  auto at = document.sections.end();
  if (at != document.sections.begin() && std::prev(at)->id == "limits") --at;
  document.sections.insert(at, rest_section(std::move(rest), language));
}

}  // namespace hoego
