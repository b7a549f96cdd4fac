#include "resolve/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "record/codec.h"

namespace hoego {
namespace {

int form_rank(const Observation& observation) {
  if (!observation.begin) return 9;
  switch (observation.begin->form) {
    case When::Form::Offset:
    case When::Form::Zoned:
      return 0;
    case When::Form::Instant:
      return 1;
    case When::Form::Floating:
      return 2;
    case When::Form::Day:
      return 3;
  }
  return 9;
}

int instrument_rank(const Observation& observation) {
  constexpr std::array<std::string_view, 15> order = {
      "exif",         "exif+gps",     "exif+sidecar", "quicktime",     "xmp",
      "xmp+gps",      "xmp+sidecar",  "sidecar",      "gps",           "movie-header+name",
      "movie-header", "name+sidecar", "takeout",      "exif-modified", "name"};
  const auto found = observation.traits.find(trait::time_from);
  if (found == observation.traits.end()) return 0;
  return static_cast<int>(std::find(order.begin(), order.end(), found->second) - order.begin());
}

constexpr int first_by_name = 13;  ///< in that order

const std::string& trait_or_empty(const Observation& observation, const char* key) {
  static const std::string none;
  const auto found = observation.traits.find(key);
  return found == observation.traits.end() ? none : found->second;
}

struct Ranked {
  int instrument;
  int form;
  std::string bytes;  ///< decides among equals, so that the order of import never does
  SourcedObservation item;
};

/// What a file name says is less than what an instrument wrote, whatever its form.
std::vector<Ranked> ranked(std::vector<SourcedObservation> observations) {
  std::vector<Ranked> all;
  all.reserve(observations.size());
  for (SourcedObservation& item : observations) {
    const int instrument = instrument_rank(item.observation);
    const int form = form_rank(item.observation);
    std::string bytes = encode(item.observation);
    all.push_back({instrument, form, std::move(bytes), std::move(item)});
  }
  std::sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) {
    const bool a_named = a.instrument >= first_by_name;
    const bool b_named = b.instrument >= first_by_name;
    const std::string& a_said = trait_or_empty(a.item.observation, trait::as_of);
    const std::string& b_said = trait_or_empty(b.item.observation, trait::as_of);
    return std::tie(b_said, a_named, a.form, a.instrument, a.bytes, a.item.origin) <
           std::tie(a_said, b_named, b.form, b.instrument, b.bytes, b.item.origin);
  });
  return all;
}

bool better_title(const std::string& candidate, const std::string& current) {
  if (candidate.empty()) return false;
  if (current.empty()) return true;
  return std::pair(candidate.size(), candidate) < std::pair(current.size(), current);
}

/// ISO 8601 texts of one shape sort as times do.
void keep_earliest(const char* key, const Observation& other, Observation& best) {
  const std::string& said = trait_or_empty(other, key);
  if (said.empty()) return;
  std::string& kept = best.traits[key];
  if (kept.empty() || said < kept) kept = said;
}

/// A booking that was moved keeps when it was meant to be at first.
void keep_first_plan(const Observation& first, Observation& best) {
  if (best.kind != Kind::Reservation || !first.begin || !best.begin || *first.begin == *best.begin) return;
  best.traits[trait::first_planned] = WallTime{first.begin->seconds}.iso();
  if (best.traits[trait::status] != "cancelled") best.traits[trait::status] = "changed";
}

}  // namespace

std::string record_id(Kind kind, const std::string& identity) {
  return fmt::format("{}-{}", name(kind), hash_hex(identity).substr(0, 16));
}

MergedThing merge(std::vector<SourcedObservation> observations) {
  assert(!observations.empty());
  if (observations.size() == 1) {  // most things were seen once
    SourcedObservation& only = observations.front();
    std::string id = record_id(only.observation.kind, only.observation.identity);
    return {std::move(id), std::move(only.observation), {std::move(only.origin)}, {}};
  }
  std::vector<Ranked> all = ranked(std::move(observations));
  MergedThing thing;
  thing.best = all.front().item.observation;
  std::set<std::string> identities;
  for (const Ranked& ranked_item : all) {
    const Observation& other = ranked_item.item.observation;
    if (!thing.best.position) thing.best.position = other.position;
    if (better_title(other.title, thing.best.title)) thing.best.title = other.title;
    thing.best.traits.insert(other.traits.begin(), other.traits.end());
    thing.best.quantities.insert(other.quantities.begin(), other.quantities.end());
    for (const char* key : {trait::booked, trait::added}) keep_earliest(key, other, thing.best);
    thing.origins.push_back(ranked_item.item.origin);
    identities.insert(other.identity);
  }
  keep_first_plan(all.back().item.observation, thing.best);
  thing.id = record_id(thing.best.kind, *identities.begin());
  for (auto identity = std::next(identities.begin()); identity != identities.end(); ++identity)
    thing.also.push_back(record_id(thing.best.kind, *identity));
  std::sort(thing.origins.begin(), thing.origins.end());
  thing.origins.erase(std::unique(thing.origins.begin(), thing.origins.end()), thing.origins.end());
  return thing;
}

}  // namespace hoego
