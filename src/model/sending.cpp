#include "model/sending.h"

#include <algorithm>

#include "story/names.h"

namespace hoego {
namespace {

/// Whether the label of a first or a last is what a single entry is called.
bool is_title(Subject subject) {
  switch (subject) {
    case Subject::Country:
    case Subject::Town:
    case Subject::Activity:
    case Subject::Language:
    case Subject::Tool:
      return false;
    case Subject::Repository:
    case Subject::Person:
    case Subject::Book:
    case Subject::Topic:
      break;
  }
  return true;
}

void drop_titles(std::vector<Occasion>& occasions) {
  occasions.erase(std::remove_if(occasions.begin(), occasions.end(),
                                 [](const Occasion& occasion) { return is_title(occasion.subject); }),
                  occasions.end());
}

/// What something planned is called without its title: the place of a trip, else its activity; empty if
/// nothing else tells.
std::string plain_title(const Planned& planned, const Findings& findings, Language language) {
  if (planned.trip && planned.where) return place_name(planned.where->place, language);
  for (const Activity& activity : findings.activities) {
    if (activity.id == planned.activity) return activity_name(activity, language);
  }
  return {};
}

void replace_titles(Findings& findings, Language language) {
  for (Planned& planned : findings.planned) planned.title = plain_title(planned, findings, language);
  findings.planned.erase(std::remove_if(findings.planned.begin(), findings.planned.end(),
                                        [](const Planned& planned) { return planned.title.empty(); }),
                         findings.planned.end());
  for (OpenItem& item : findings.open) {
    item.title = kind_name(item.kind, language);
    item.repository.clear();
  }
  for (Trip& trip : findings.trips) {
    if (!trip.planned) continue;
    const std::string name = trip_name(trip, language);
    trip.planned->title = name.empty() ? std::string(language == Language::Korean ? "여행" : "a trip") : name;
  }
  for (Promise& promise : findings.promises) {
    for (Risk& risk : promise.risks) risk.title = kind_name(Kind::Event, language);
  }
  drop_titles(findings.firsts);
  drop_titles(findings.lasts);
}

/// What the story asks of a record is its kind and its day.
void bare_records(Findings& findings) {
  for (auto& [id, record] : findings.cited) {
    record.title.clear();
    record.position.reset();
    record.traits.clear();
    record.quantities.clear();
    record.origins.clear();
  }
}

/// A source is called by what it holds.
void hide_sources(Findings& findings, Language language) {
  for (CoverageFinding& coverage : findings.coverage) {
    coverage.source = kind_name(coverage.kind, language);
    coverage.scope.clear();
  }
  for (Promise& promise : findings.promises) promise.where.clear();
}

/// Every finding's id, and that of the period.
bool is_of(const OwnWords& words, const Findings& findings) {
  if (words.on == period_id(findings.period)) return true;
  const auto all = evident(findings);
  return std::any_of(all.begin(), all.end(), [&words](const Evident& one) { return one.id == words.on; });
}

}  // namespace

Findings for_sending(const Findings& findings, Language language, Sent sent) {
  Findings out = findings;
  bare_records(out);
  out.unused_corrections.clear();
  hide_sources(out, language);
  if (!sent.titles) replace_titles(out, language);
  if (!sent.notes) out.own_words.clear();
  out.own_words.erase(std::remove_if(out.own_words.begin(), out.own_words.end(),
                                     [&out](const OwnWords& words) { return !is_of(words, out); }),
                      out.own_words.end());
  return out;
}

}  // namespace hoego
