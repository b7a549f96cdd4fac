#pragma once
#include "bench/truth/section.h"

namespace hoego::truth {

/// One declaration a section; the list of them stands in main.cpp.
std::vector<Report> comparisons(Seeds seeds);
std::vector<Report> evenings(Seeds seeds);
std::vector<Report> commute(Seeds seeds);
std::vector<Report> trips(Seeds seeds);

}  // namespace hoego::truth
