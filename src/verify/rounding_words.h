#pragma once
#include <string_view>

#include "verify/amounts.h"

namespace hoego {

/// How a number is rounded, by the words right before and behind it; `otherwise` where they do not say.
SaidRounding rounding_said(std::string_view before, std::string_view after, SaidRounding otherwise);

}  // namespace hoego
