#pragma once
#include "bench/truth/section.h"

namespace hoego::truth {

/// One declaration a section; the list of them stands in main.cpp.
std::vector<Report> comparisons(Seeds seeds);
std::vector<Report> evenings(Seeds seeds);
std::vector<Report> commute(Seeds seeds);
std::vector<Report> changes(Seeds seeds);
/// What `penalty_for` was set by; runs only where it is named.
std::vector<Report> changes_calibration(Seeds seeds);
std::vector<Report> trips(Seeds seeds);
std::vector<Report> forecasts(Seeds seeds);
/// Changes of habit and comparisons with a third of the sources gone.
std::vector<Report> sources_gone(Seeds seeds);
/// Sentences of simulated lives, true and subtly false, before the verifier of a text.
std::vector<Report> verifier(Seeds seeds);

}  // namespace hoego::truth
