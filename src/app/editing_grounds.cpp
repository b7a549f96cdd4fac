#include "app/editing_grounds.h"

#include <fmt/format.h>

#include "app/reviewing.h"
#include "base/error.h"

namespace hoego {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::minutes idle{10};

}  // namespace

CheckGround::CheckGround(Life& life, Date day)
    : config(life.config()),
      today(day),
      timeline(life.timeline(day)),
      atlas(places()),
      all(over_all_time(timeline, config.settings, atlas, day)) {}

template <class T>
std::shared_ptr<const T> EditingGrounds::kept(Latest<T>& latest, const std::string& of,
                                              const std::string& generation) {
  const bool importing = life_.is_importing();
  const std::lock_guard lock(mutex_);
  if (!latest.made || latest.of != of || (latest.generation != generation && !importing)) return nullptr;
  latest.used = Clock::now();
  return latest.made;
}

template <class T>
void EditingGrounds::keep(Latest<T>& latest, const std::string& of, const std::string& generation,
                          std::shared_ptr<const T> made) {
  const std::lock_guard lock(mutex_);
  latest = {of, generation, std::move(made), Clock::now()};
}

std::shared_ptr<const CheckGround> EditingGrounds::of_checks() {
  if (auto found = kept(checks_, "", life_.records_generation())) return found;
  std::shared_ptr<const CheckGround> made;
  life_.with_fresh_life([&](Life& life) {
    const std::string generation = life_.records_generation();
    made = kept(checks_, "", generation);  // another thread was quicker
    if (!made) {
      made = std::make_shared<const CheckGround>(life, today(life.config()));
      keep(checks_, "", generation, made);
    }
    return Response{};
  });
  return made;
}

std::shared_ptr<const Findings> EditingGrounds::of_year(int year) {
  const std::string of = fmt::format("{}", year);
  if (auto found = kept(year_, of, life_.generation())) return found;
  std::shared_ptr<const Findings> made;
  life_.with_fresh_life([&](Life& life) {
    const std::string generation = life_.generation();
    made = kept(year_, of, generation);
    if (!made) {
      made = std::make_shared<const Findings>(review_of(life, request_of_year(life, year)).review.findings);
      keep(year_, of, generation, made);
    }
    return Response{};
  });
  return made;
}

void EditingGrounds::let_go() {
  const auto before = Clock::now() - idle;
  const std::lock_guard lock(mutex_);
  if (checks_.used < before) checks_ = {};
  if (year_.used < before) year_ = {};
}

}  // namespace hoego
