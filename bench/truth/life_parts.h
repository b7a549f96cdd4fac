#pragma once
#include <optional>
#include <span>
#include <string>

#include "bench/truth/draw.h"
#include "bench/truth/life.h"

namespace hoego::truth {

/// A town of the simulated world.
struct Town {
  const char* en;
  const char* ko;
  Coordinates at;
  const char* country;
};
std::span<const Town> towns();

/// The steps of draw_life, in this order; each draws from a stream of its own.
void draw_homes(Life& life, std::uint64_t seed, const Gazetteer& atlas);
void draw_trips(Life& life, std::uint64_t seed, const Gazetteer& atlas);
/// Work, evenings out, the second place, in the days that trips leave.
void draw_everyday(Life& life, std::uint64_t seed);
/// Positions, visits, photos, friends' photos.
void draw_sightings(Life& life, std::uint64_t seed, const Gazetteer& atlas);
/// Calendar, tickets, messages.
void draw_papers(Life& life, std::uint64_t seed, const Gazetteer& atlas);

/// Whether a life has a source: drawn once for all of them.
bool has_source(const Life& life, const std::string& source);

/// A trip while it is being made: stretch follows stretch.
class Path {
 public:
  Path(Instant from, Coordinates at, int trip) : now_(from), at_(at), trip_(trip) {}
  void stay(std::int64_t seconds, Doing doing);
  void travel(Coordinates to, double hours, Doing doing);

  Instant now() const { return now_; }
  Coordinates at() const { return at_; }
  std::vector<Stretch> take() { return std::move(stretches_); }

 private:
  Instant now_;
  Coordinates at_;
  int trip_;
  std::vector<Stretch> stretches_;
};

inline constexpr std::int64_t hour = 3600;

}  // namespace hoego::truth
