#pragma once
#include <map>
#include <string>
#include <vector>

#include "resolve/whereabouts.h"

namespace hoego {

/// A camera that stayed on home time during one stay in another zone.
struct HomeTimeStay {
  std::string camera;
  Instant from;  ///< pictures whose shown clock, read as home time, lies in from..to are meant
  Instant to;
  double certainty = 0;  ///< 0..1, that it was on home time rather than set to local time
};

/// Cameras without GPS that were left on home time while their owner was in another zone, found by comparing
/// the stretches of ten minutes in which the camera shot with those in which a device that knows its place
/// did: whichever reading of the camera's clock (home, local) brings the two closer together. `shots`: what
/// each camera's clock showed. Only stays for which home time is at least 0.9 certain are returned, by camera
/// and time.
std::vector<HomeTimeStay> cameras_on_home_time(const Whereabouts& whereabouts,
                                               const std::map<std::string, std::vector<WallTime>>& shots);

}  // namespace hoego
