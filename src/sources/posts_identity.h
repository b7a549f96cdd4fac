#pragma once
#include <string>
#include <string_view>

#include "record/when.h"

namespace hoego {

/// The day by which a post is known: as stated; of an instant, whose local clock is not stated, its UTC day.
Date post_day(const When& when);

/// What a post *is*, wherever it is read (a Markdown file, a feed, an export): its title, without regard to
/// case and blanks, and its day.
std::string post_identity(std::string_view title, const When& when);

}  // namespace hoego
