#pragma once
#include "story/plan.h"
#include "story/threads.h"

/// The chapters of the plan that need more than a few lines.
namespace hoego::parts {

/// Overnight trips that are told, in order of departure.
std::vector<const Trip*> overnight(const Findings& findings);
/// The trip that led farthest from home, among two or more; none where places or homes are not known.
const Trip* farthest(const Findings& findings);

void add_trips(const Findings& findings, Chapter& chapter);
/// What a journey cost, where statements tell.
void add_trip_cost(const Trip& trip, Chapter& chapter);
/// What belongs to some activities alone: pull requests that were merged, prompts a day.
void add_details(const Activity& activity, Chapter& chapter);
void add_cost(const Activity& activity, Chapter& chapter);
/// What was done, a chapter a thread; what is told one by one is the weightiest. How many pictures there are
/// goes to the trips, where there are any.
std::vector<Chapter> threads(const Findings& findings, Chapter& trips);
/// The changes of an activity that are told: the greatest that are certain enough and dated, in order of
/// time.
std::vector<const hoego::Change*> told_changes(const Activity& activity);
/// Their sentences. `silence_told`: the opening has told that it stopped.
std::vector<Point> change_points(const Activity& activity, bool silence_told);
/// Of what add_time tells, what belongs to a thread: days of code beside days of prompts, the evenings of an
/// area, and the hours of all areas with that which took most.
void add_of_thread(const Findings& findings, const Thread& thread, Chapter& chapter);
/// Where the time went: areas, evenings, code and prompts, the way to work.
void add_time(const Findings& findings, Chapter& chapter);
/// What is still owed.
void add_open(const Findings& findings, Chapter& chapter);
void add_planned(const Findings& findings, Chapter& chapter);
/// The mark of an activity that weighs most, if it is among those of the period that are told.
void add_bests(const Findings& findings, const Activity& activity, Chapter& chapter);
/// First and last times that weigh most: at most four sentences of firsts, two of lasts.
void add_occasions(const Findings& findings, Chapter& chapter);
/// The longest lull after a trip that is told.
void add_lull(const Findings& findings, Chapter& trips);
/// What is told of an anniversary: the owner's own, an age, or one that was found.
Topic topic_of(const Milestone& milestone);
/// Of the anniversaries that were found, that of the activity with most times alone.
bool is_told(const Findings& findings, const Milestone& milestone);
/// The board: how many were kept, a sentence for each that has a verdict (of more than eight the decided ones
/// and those at risk first, then how the others stand), what the owner ticked.
void add_promises(const Findings& findings, Chapter& chapter);
/// Promises whose days reach beyond the period, those of the same days together.
void add_begun(const Findings& findings, Chapter& chapter);
void add_limits(const Findings& findings, Chapter& chapter);

}  // namespace hoego::parts
