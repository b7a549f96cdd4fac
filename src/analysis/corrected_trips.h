#pragma once
#include <string>
#include <vector>

#include "analysis/corrections.h"
#include "analysis/finding.h"

namespace hoego {

/// What the owner says of the trips, as far as the sightings could not be made to say it already (a trip that
/// only a calendar tells of): parted, joined, named, made sure. `trips` by departure, before and after.
void correct(std::vector<Trip>& trips, const Corrections& corrections);

/// Corrections that apply to nothing, with the nearest candidates. `uncorrected`: the trips as they are found
/// without any correction.
std::vector<UnusedCorrection> unused_corrections(const Corrections& corrections,
                                                 const std::vector<Trip>& uncorrected,
                                                 const std::vector<Trip>& corrected);

/// The countries slept in, in order of arrival.
std::vector<std::string> countries_of(const std::vector<Stay>& stays);

}  // namespace hoego
