#pragma once
#include "app/config.h"
#include "resolve/timeline.h"

/// The one place in which what is private is taken out of what others will see.
namespace hoego {

/// The timeline as if the private had never been recorded: without every record of which any origin is of a
/// `[[source]]` with `private = true`, or whose activity is of an `[[area]]` with `private = true`, and
/// without what the private sources could have seen. What follows from them cannot be found then.
Timeline without_private(const Timeline& timeline, const Config& config);

/// Takes out what the owner wrote about a private area: promises that count it or name it, and the area
/// itself.
void drop_private(Findings& findings, const Settings& settings);

}  // namespace hoego
