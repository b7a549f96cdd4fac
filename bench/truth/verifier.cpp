#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "bench/truth/draw.h"
#include "bench/truth/looked_back.h"
#include "bench/truth/sections.h"
#include "bench/truth/sentence_words.h"
#include "bench/truth/side_by_side.h"
#include "bench/truth/told_year.h"
#include "verify/verify.h"

namespace hoego::truth {
namespace {

constexpr int lives = 160;  ///< drawn; of them those of two years or more
constexpr int facts_a_mould = 2;
constexpr int fewest_of_a_kind = 500;
constexpr int fewest_in_all = 10'000;
constexpr double most_passed = 0.01;
constexpr double most_passed_of_a_kind = 0.02;
constexpr double most_struck = 0.03;

/// Standings of sentences of one sort.
struct Tally {
  std::array<int, 4> of = {};

  int operator[](Standing standing) const { return of.at(static_cast<std::size_t>(standing)); }
  void add(Standing standing) { ++of.at(static_cast<std::size_t>(standing)); }
  void add(const Tally& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of.at(i) += other.of.at(i);
  }
  int count() const { return of[0] + of[1] + of[2] + of[3]; }
  /// Of false sentences.
  int passed() const { return (*this)[Standing::Agrees] + (*this)[Standing::NotAClaim]; }
  /// Of true ones.
  int struck() const { return (*this)[Standing::Differs] + (*this)[Standing::CannotBeKnown]; }
};

struct Key {
  Language language = Language::Korean;
  std::optional<Falsehood> by;  ///< nothing: true
  auto operator<=>(const Key&) const = default;
};

struct Miss {
  Key key;
  Standing standing = Standing::NotAClaim;
  std::string text;
  std::string where;
};

struct Judged {
  std::map<Key, Tally> tallies;
  std::vector<Miss> errors;

  void add(const Judged& other) {
    for (const auto& [key, tally] : other.tallies) tallies[key].add(tally);
    errors.insert(errors.end(), other.errors.begin(), other.errors.end());
  }
  Tally all(std::optional<Falsehood> by) const {
    Tally sum;
    for (const auto& [key, tally] : tallies) {
      if (key.by == by) sum.add(tally);
    }
    return sum;
  }
};

/// Of a line as of a text: some moulds are two sentences.
Standing standing_of(const std::string& text, hoego::Judge& judge) {
  constexpr std::array<Standing, 3> worst_first = {Standing::Differs, Standing::CannotBeKnown,
                                                   Standing::Agrees};
  const std::vector<VerifiedSentence> sentences = judge.text(text);
  for (const Standing standing : worst_first) {
    const bool any = std::any_of(sentences.begin(), sentences.end(), [standing](const VerifiedSentence& one) {
      return one.standing == standing;
    });
    if (any) return standing;
  }
  return Standing::NotAClaim;
}

/// Writes sentences of one life, true and false, and has them verified.
class Writer {
 public:
  Writer(const Findings& findings, std::uint64_t seed)
      : judge_(findings), facts_(facts_of(findings)), draw_(seed, "sentences"), style_(seed) {}

  void judge(const Mould& mould, Language language) {
    std::vector<const Fact*> fitting;
    for (const Fact& fact : facts_) {
      if (mould.fits(fact)) fitting.push_back(&fact);
    }
    for (int left = facts_a_mould; left > 0 && !fitting.empty();) {
      const auto chosen = fitting.begin() + draw_.below(static_cast<int>(fitting.size()));
      if (judge(mould, **chosen, language)) --left;
      fitting.erase(chosen);
    }
  }
  Judged take() { return std::move(judged_); }

 private:
  bool judge(const Mould& mould, const Fact& fact, Language language) {
    style_ += 1'000'003;
    const auto text = written(mould, fact, {}, language, style_);
    if (!text) return false;
    add({language, std::nullopt}, *text, mould);
    std::map<Falsehood, std::vector<Alteration>> by_kind;
    for (Alteration& alteration : alterations(mould, fact, language))
      by_kind[*alteration.by].push_back(std::move(alteration));
    for (const auto& [by, ways] : by_kind) {
      const auto chosen = static_cast<std::size_t>(draw_.below(static_cast<int>(ways.size())));
      const auto lie = written(mould, fact, ways[chosen], language, style_);
      if (lie && *lie != *text) add({language, by}, *lie, mould);
    }
    return true;
  }

  void add(const Key& key, const std::string& text, const Mould& mould) {
    const Standing standing = standing_of(text, judge_);
    judged_.tallies[key].add(standing);
    const bool passed = standing == Standing::Agrees || standing == Standing::NotAClaim;
    const bool wrong = key.by ? passed : standing != Standing::Agrees;
    if (wrong) judged_.errors.push_back({key, standing, text, mould.where});
  }

  hoego::Judge judge_;
  std::vector<Fact> facts_;
  Draw draw_;
  std::uint64_t style_;
  Judged judged_;
};

Judged judged_life(std::uint64_t seed, const std::vector<Mould>& korean, const std::vector<Mould>& english) {
  const auto findings = told_year(seed);
  if (!findings) return {};
  Writer writer(*findings, seed);
  for (const Mould& mould : korean) writer.judge(mould, Language::Korean);
  for (const Mould& mould : english) writer.judge(mould, Language::English);
  return writer.take();
}

double share(int part, int all) {
  return static_cast<double>(part) / std::max(1, all);
}

Figure at_most(std::string what, int part, int all, double most) {
  return {std::move(what), fmt::format("{} of {} ({:.2f} %)", part, all, 100 * share(part, all)),
          fmt::format("<= {:.0f} %", 100 * most), all > 0 && share(part, all) <= most};
}

std::vector<Figure> figures_of(const Judged& judged) {
  std::vector<Figure> figures;
  Tally lies;
  for (const Falsehood by : falsehoods) lies.add(judged.all(by));
  const Tally truths = judged.all(std::nullopt);
  const int all = lies.count() + truths.count();
  figures.push_back(
      {"sentences", fmt::format("{}", all), fmt::format(">= {}", fewest_in_all), all >= fewest_in_all});
  figures.push_back(at_most("false ones passed", lies.passed(), lies.count(), most_passed));
  for (const Falsehood by : falsehoods) {
    const Tally of = judged.all(by);
    Figure figure =
        at_most(fmt::format("false by {}, passed", name(by)), of.passed(), of.count(), most_passed_of_a_kind);
    figure.bar += fmt::format(" of {} or more", fewest_of_a_kind);
    figure.reached = figure.reached && of.count() >= fewest_of_a_kind;
    figures.push_back(std::move(figure));
  }
  figures.push_back(at_most("true ones struck", truths.struck(), truths.count(), most_struck));
  return figures;
}

std::string_view language_name(Language language) {
  return language == Language::Korean ? "Korean" : "English";
}

void add_tables(const Judged& judged, std::vector<std::string>& lines) {
  lines.insert(lines.end(), {"| false by | language | sentences | passed as agrees | passed as not a claim | "
                             "differs | cannot be known |",
                             "|---|---|---|---|---|---|---|"});
  for (const Falsehood by : falsehoods) {
    for (const Language language : {Language::Korean, Language::English}) {
      const auto found = judged.tallies.find({language, by});
      const Tally tally = found == judged.tallies.end() ? Tally() : found->second;
      lines.push_back(fmt::format("| {} | {} | {} | {} | {} | {} | {} |", name(by), language_name(language),
                                  tally.count(), tally[Standing::Agrees], tally[Standing::NotAClaim],
                                  tally[Standing::Differs], tally[Standing::CannotBeKnown]));
    }
  }
  lines.insert(
      lines.end(),
      {"",
       "| true | sentences | agrees | struck as differs | struck as cannot be known | told as not a claim |",
       "|---|---|---|---|---|---|"});
  for (const Language language : {Language::Korean, Language::English}) {
    const auto found = judged.tallies.find({language, std::nullopt});
    const Tally tally = found == judged.tallies.end() ? Tally() : found->second;
    lines.push_back(fmt::format("| {} | {} | {} | {} | {} | {} |", language_name(language), tally.count(),
                                tally[Standing::Agrees], tally[Standing::Differs],
                                tally[Standing::CannotBeKnown], tally[Standing::NotAClaim]));
  }
}

/// So many errors of each kind and language, each by another mould as far as there are any.
void add_errors(std::vector<Miss> errors, int most, std::vector<std::string>& lines) {
  std::map<std::pair<Key, std::string>, int> of_mould;
  std::map<Key, int> shown;
  for (int round = 0; round < most; ++round) {
    of_mould.clear();
    for (const Miss& error : errors) {
      const int before = of_mould[{error.key, error.where}]++;
      if (before != round || shown[error.key] >= most) continue;
      ++shown[error.key];
      lines.push_back(fmt::format("- {} {}: {} ({}, {})", error.key.by ? "false by" : "true",
                                  error.key.by ? name(*error.key.by) : "", error.text, name(error.standing),
                                  error.where));
    }
  }
}

}  // namespace

/// With SHOW=N in the environment N errors of each kind are shown; only those of the sentences for building,
/// as nobody who works on the verifier should see the others.
std::vector<Report> verifier(Seeds seeds) {
  const std::vector<Mould> korean = moulds_of(seeds, Language::Korean);
  const std::vector<Mould> english = moulds_of(seeds, Language::English);
  Judged judged;
  const std::function<Judged(int)> work = [&](int n) {
    return judged_life(seed_of(seeds, n), korean, english);
  };
  for (const Judged& life : side_by_side(lives, work)) judged.add(life);
  const bool building = seeds == Seeds::Tuning;
  Report report{fmt::format("Sentences beside the findings, {}", building ? "for building" : "for reporting"),
                figures_of(judged)};
  add_tables(judged, report.lines);
  const char* show = std::getenv("SHOW");
  if (building && show != nullptr) {
    report.lines.emplace_back();
    add_errors(std::move(judged.errors), std::atoi(show), report.lines);
  }
  return {report};
}

}  // namespace hoego::truth
