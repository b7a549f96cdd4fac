#pragma once
#include "story/plan.h"

/// The chapters of the plan that need more than a few lines.
namespace hoego::parts {

/// Overnight trips that are told, in order of departure.
std::vector<const Trip*> overnight(const Findings& findings);
/// The trip that led farthest from home, among two or more; none where places or homes are not known.
const Trip* farthest(const Findings& findings);

void add_trips(const Findings& findings, Chapter& chapter);
/// What a journey cost, where statements tell.
void add_trip_cost(const Trip& trip, Chapter& chapter);
/// What belongs to some activities alone: pull requests that were merged, prompts a day, what it cost.
void add_details(const Activity& activity, Chapter& chapter);
/// The changes of an activity that are told: the greatest that are certain enough and dated, in order of
/// time.
std::vector<const hoego::Change*> told_changes(const Activity& activity);
/// Their sentences. `silence_told`: the opening has told that it stopped.
std::vector<Point> change_points(const Activity& activity, bool silence_told);
/// Where the time went: areas, evenings, the way to work.
void add_time(const Findings& findings, Chapter& chapter);
/// What is still owed.
void add_open(const Findings& findings, Chapter& chapter);
void add_planned(const Findings& findings, Chapter& chapter);
void add_limits(const Findings& findings, Chapter& chapter);

}  // namespace hoego::parts
