#pragma once
#include "story/plan.h"

/// The chapters of the plan that need more than a few lines.
namespace hoego::parts {

/// Overnight trips that are told, in order of departure.
std::vector<const Trip*> overnight(const Findings& findings);
/// The trip that led farthest from home, among two or more; none where places or homes are not known.
const Trip* farthest(const Findings& findings);

void add_trips(const Findings& findings, Chapter& chapter);
void add_planned(const Findings& findings, Chapter& chapter);
void add_limits(const Findings& findings, Chapter& chapter);

}  // namespace hoego::parts
