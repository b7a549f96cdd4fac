#include "analysis/trip_pictures.h"

#include <algorithm>

namespace hoego {
namespace {

bool is_picture(const Record& record) {
  return record.kind == Kind::Photo || record.kind == Kind::Video;
}

struct Span {
  Instant from;
  Instant to;
};

/// From when to when sightings belong to a journey. Far ones begin and end on the way: at the airport of
/// one's own town, which lies within reach of home, but not near it.
Span seen_span(const Journey& journey) {
  return {journey.on_the_way_out.value_or(journey.away.front()).time,
          journey.on_the_way_back.value_or(journey.away.back()).time};
}

/// A picture without a position may be taken somewhat before the first or after the last sighting: up to half
/// way to the sighting at home, and three hours.
Span bare_span(const Journey& journey, Span seen) {
  constexpr std::int64_t longest = 3 * 3600;
  const std::int64_t before = journey.before ? (seen.from.seconds - journey.before->time.seconds) / 2 : 0;
  const std::int64_t after = journey.after ? (journey.after->time.seconds - seen.to.seconds) / 2 : 0;
  return {{seen.from.seconds - std::clamp<std::int64_t>(before, 0, longest)},
          {seen.to.seconds + std::clamp<std::int64_t>(after, 0, longest)}};
}

}  // namespace

std::vector<const Record*> pictures_of(const Journey& journey, const Timeline& timeline) {
  const Span seen = seen_span(journey);
  const Span bare = bare_span(journey, seen);
  std::vector<const Record*> pictures;
  for (const Record* record : timeline.on({journey.days.from - 1, journey.days.to + 1})) {
    if (!record->mine || !is_picture(*record) || record->all_day) continue;
    const Instant at = record->begin_instant();
    const Span& span = record->position ? seen : bare;
    if (span.from <= at && at <= span.to) pictures.push_back(record);
  }
  return pictures;
}

}  // namespace hoego
