#pragma once
#include <string>
#include <vector>

#include "story/plan.h"

namespace hoego {

/// What the plan tells of one subject: a journey, an activity, a promise, a day to remember.
struct Weighed {
  std::string subject;  ///< id of the journey, activity or promise, else of the finding
  std::vector<Point> points;
};

/// The subjects of the plan, the weightiest first: those of the opening, then in turn the first of every
/// chapter, the second of every chapter and so on, as each chapter begins with what weighs most. Sentences
/// that sum up, list or tell what the records do not reach have no subject. Pointers are borrowed from the
/// findings.
std::vector<Weighed> by_weight(const Findings& findings);

}  // namespace hoego
