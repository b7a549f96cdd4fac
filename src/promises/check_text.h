#pragma once
#include <string>
#include <string_view>

#include "promises/check.h"

namespace hoego {

/// A check as one writes it: `read_check` reads it back as the same check. A `by` has its year.
std::string text_of(const Check& check);

/// A name as it stands in a check: in quotation marks where it has blanks or marks in it, or is a word of the
/// language.
std::string name_text(std::string_view name);

/// A value in digits, without an exponent: "24", "2.5".
std::string value_text(double value);

}  // namespace hoego
