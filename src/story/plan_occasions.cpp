#include <algorithm>
#include <array>

#include "story/plan_parts.h"

namespace hoego::parts {
namespace {

constexpr std::size_t most_firsts = 4;  ///< sentences; one may name several of a subject
constexpr std::size_t most_named = 5;
constexpr std::size_t most_lasts = 2;
constexpr std::size_t most_bests = 3;

/// Subjects in the order of their weight. Countries are told by their trips, activities by their months and
/// their silence; people are private.
constexpr std::array<Subject, 5> told_subjects = {Subject::Tool, Subject::Topic, Subject::Town,
                                                  Subject::Language, Subject::Repository};

bool is_latin(const std::string& key) {
  return !key.empty() && static_cast<unsigned char>(key[0]) < 0x80;
}

/// Towns abroad are told by their trips.
bool in_a_country_of_home(const Findings& findings, const Occasion& town) {
  return std::any_of(findings.homes.begin(), findings.homes.end(),
                     [&](const Home& home) { return town.key.rfind(home.spot.place.country + "/", 0) == 0; });
}

bool weighs(const Findings& findings, const Occasion& one) {
  constexpr int a_habit = 10;
  constexpr int korean_name = 6;  ///< a Latin word is a name by its spelling, a Korean one may be any noun
  switch (one.subject) {
    case Subject::Tool:
      return one.key.rfind("model/", 0) != 0 && one.count > 2;
    case Subject::Topic:
      return is_latin(one.key) || one.count >= korean_name;
    case Subject::Town:
      return in_a_country_of_home(findings, one);
    case Subject::Language:
    case Subject::Repository:
      return one.count >= a_habit;
    default:
      return false;
  }
}

/// A language and the repository that brought it are one beginning, or one end; so are a repository and the
/// activity it was made for.
bool told_by_another(const std::vector<Occasion>& all, const Occasion& one) {
  if (one.subject != Subject::Language && one.subject != Subject::Repository) return false;
  return std::any_of(all.begin(), all.end(), [&](const Occasion& other) {
    const bool broader = other.subject == Subject::Activity ||
                         (other.subject == Subject::Repository && one.subject == Subject::Language);
    return broader && other.date == one.date;
  });
}

Point point_of(Topic topic, std::vector<const Occasion*> occasions) {
  Point point{topic, occasions.front()->id};
  for (std::size_t i = 1; i < occasions.size(); ++i) point.also.push_back(occasions[i]->id);
  point.occasions = std::move(occasions);
  return point;
}

void add_firsts(const Findings& findings, Chapter& chapter) {
  std::size_t told = 0;
  for (const Subject subject : told_subjects) {
    std::vector<const Occasion*> group;
    for (const Occasion& one : findings.firsts) {
      const bool own = one.subject == subject && weighs(findings, one);
      if (own && !told_by_another(findings.firsts, one)) group.push_back(&one);
    }
    if (group.empty() || told == most_firsts) continue;
    std::stable_sort(group.begin(), group.end(),
                     [](const Occasion* a, const Occasion* b) { return a->count > b->count; });
    if (group.size() > most_named) group.resize(most_named);
    std::stable_sort(group.begin(), group.end(),
                     [](const Occasion* a, const Occasion* b) { return a->date < b->date; });
    chapter.points.push_back(point_of(Topic::FirstTimes, group));
    ++told;
  }
}

void add_lasts(const Findings& findings, Chapter& chapter) {
  std::vector<const Occasion*> lasts;
  for (const Occasion& one : findings.lasts) {
    const bool told =
        std::find(told_subjects.begin(), told_subjects.end(), one.subject) != told_subjects.end();
    if (told && one.silent_to && one.key.rfind("model/", 0) != 0 && !told_by_another(findings.lasts, one))
      lasts.push_back(&one);
  }
  std::stable_sort(lasts.begin(), lasts.end(),
                   [](const Occasion* a, const Occasion* b) { return a->count > b->count; });
  if (lasts.size() > most_lasts) lasts.resize(most_lasts);
  for (const Occasion* one : lasts) chapter.points.push_back(point_of(Topic::LastTime, {one}));
}

const Best* longest_lull(const Findings& findings) {
  const Best* longest = nullptr;
  for (const Best& best : findings.bests) {
    if (best.what != BestKind::Lull) continue;
    const bool told = std::any_of(findings.trips.begin(), findings.trips.end(), [&](const Trip& trip) {
      return trip.id == best.after && trip.certainty >= told_from;
    });
    if (told && (longest == nullptr || best.value > longest->value)) longest = &best;
  }
  return longest;
}

/// How rare a best is: of weeks and days by the years they stand out from, at least one before the period; of
/// round counts by their size. 0 for what is not told.
int rarity(const Findings& findings, const Best& best) {
  constexpr int a_year = 365;
  const int years = best.reaches_back_to ? (findings.period.from - *best.reaches_back_to) / a_year : 0;
  switch (best.what) {
    case BestKind::Week:
      return years > 0 ? 2 + years : 0;
    case BestKind::Day:
      return years > 0 ? 1 + years : 0;
    case BestKind::RoundCount:
      return best.value >= 1000 ? 4 : 2;
    default:
      return 0;  // streaks and silences stand with their activities
  }
}

Topic topic_of(const Best& best) {
  if (best.what == BestKind::Week) return Topic::BestWeek;
  return best.what == BestKind::Day ? Topic::BestDay : Topic::RoundCount;
}

struct Candidate {
  const Best* best;
  const Activity* activity;
  int rarity;
};

/// The rarest, one of an activity.
std::vector<Candidate> told_bests(const Findings& findings) {
  constexpr std::size_t heaviest = 8;  // what is told whole
  std::vector<Candidate> all;
  for (std::size_t i = 0; i < findings.activities.size() && i < heaviest; ++i) {
    const Activity& activity = findings.activities[i];
    for (const Best& best : findings.bests) {
      if (best.activity != activity.id || best.activity.empty()) continue;
      if (const int rare = rarity(findings, best)) all.push_back({&best, &activity, rare});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rarity > b.rarity; });
  const std::size_t most = longest_lull(findings) == nullptr ? most_bests : most_bests - 1;
  std::vector<Candidate> told;
  for (const Candidate& one : all) {
    const bool again = std::any_of(told.begin(), told.end(),
                                   [&](const Candidate& other) { return other.activity == one.activity; });
    if (!again && told.size() < most) told.push_back(one);
  }
  return told;
}

}  // namespace

Topic topic_of(const Milestone& milestone) {
  if (milestone.what == MilestoneKind::Age) return Topic::Age;
  return milestone.what == MilestoneKind::Found ? Topic::FoundAnniversary : Topic::Anniversary;
}

bool is_told(const Findings& findings, const Milestone& milestone) {
  if (milestone.what != MilestoneKind::Found) return true;
  const auto weight = [&](const Milestone& one) {
    for (const Activity& activity : findings.activities) {
      if (activity.label.ko == one.label.ko) return activity.count;
    }
    return 0;
  };
  return std::none_of(findings.milestones.begin(), findings.milestones.end(), [&](const Milestone& other) {
    return other.what == MilestoneKind::Found && weight(other) > weight(milestone);
  });
}

void add_occasions(const Findings& findings, Chapter& chapter) {
  add_firsts(findings, chapter);
  add_lasts(findings, chapter);
}

void add_bests(const Findings& findings, const Activity& activity, Chapter& chapter) {
  for (const Candidate& one : told_bests(findings)) {
    if (one.activity != &activity) continue;
    Point point{topic_of(*one.best), one.best->id, {activity.id}, {}, {&activity}};
    point.best = one.best;
    chapter.points.push_back(std::move(point));
  }
}

void add_lull(const Findings& findings, Chapter& trips) {
  const Best* lull = longest_lull(findings);
  if (lull == nullptr) return;
  const auto trip = std::find_if(findings.trips.begin(), findings.trips.end(),
                                 [&](const Trip& one) { return one.id == lull->after; });
  Point point{Topic::Lull, lull->id, {trip->id}, {&*trip}};
  point.best = lull;
  trips.points.push_back(std::move(point));
}

}  // namespace hoego::parts
