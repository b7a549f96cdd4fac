#include "analysis/corrections.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoego {
namespace {

const TripCorrection* about(const std::vector<TripCorrection>& all, TripCorrection::What what, Date day) {
  const auto found = std::find_if(all.begin(), all.end(), [what, day](const TripCorrection& one) {
    return one.what == what && one.days.contains(day);
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool Corrections::never(Date day) const {
  return about(trips, TripCorrection::What::Never, day) != nullptr;
}

bool Corrections::split(Date day) const {
  return about(trips, TripCorrection::What::Split, day) != nullptr;
}

std::optional<DateRange> Corrections::same(Date day) const {
  const TripCorrection* found = about(trips, TripCorrection::What::Same, day);
  if (found == nullptr) return std::nullopt;
  return found->days;
}

std::string written(const TripCorrection& correction) {
  const std::string from = correction.days.from.iso();
  const std::string to = correction.days.to.iso();
  switch (correction.what) {
    case TripCorrection::What::Name:
      return fmt::format("[[trip]] at = {}", from);
    case TripCorrection::What::Split:
      return fmt::format("[[trip]] split = {}", from);
    case TripCorrection::What::Same:
      return fmt::format("[[trip]] same = [{}, {}]", from, to);
    case TripCorrection::What::Sure:
      return fmt::format("[[trip]] at = {}, sure = true", from);
    case TripCorrection::What::Never:
      break;
  }
  return fmt::format("[[trip]] never = [{}, {}]", from, to);
}

std::string written(const ChangeCorrection& correction) {
  return fmt::format("[[change]] activity = \"{}\", near = {}", correction.activity, correction.near.iso());
}

}  // namespace hoego
