#pragma once
#include "analysis/finding.h"

/// What an activity is to a story, whatever is told of it.
namespace hoego {

/// Nights and readings happen by themselves: how many there are says nothing of what one did. Of messages and
/// comments one does not keep count.
bool is_deed(Kind kind);

/// Days without the activity from the day after its last up to the last lived day, where absence is known and
/// every one of them was covered; 0 otherwise.
int silent_days(const Findings& findings, const Activity& activity);

/// A silence tells something when it is long beside the usual distance between two times.
bool remarkable_silence(const Findings& findings, const Activity& activity);

/// The deed with the longest remarkable silence; null where there is none.
const Activity* longest_silence(const Findings& findings);

/// Whether nothing before the activity's first went unseen since the period began, and a month or more lies
/// before it.
bool late_first(const Findings& findings, const Activity& activity);

/// Whether the days seen differ so much that the counts do not compare as they stand.
bool unequal_cover(const Comparison& against);

/// Whether something of the one period is not once in the other: that is seen, not inferred, and needs no
/// clear difference to be said.
bool all_or_none(const Activity& activity);

}  // namespace hoego
