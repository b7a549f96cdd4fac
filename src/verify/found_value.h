#pragma once
#include <string>
#include <string_view>

#include "verify/amounts.h"

namespace hoego {

/// What is found in place of a number that was said, in its unit and with its counter: "6번", "318시간 30분".
/// `words`: those of the number as written.
std::string ko_value(const Amount& said, std::string_view words, double value);
/// "6 times", "one book" found three: "3 books".
std::string en_value(const Amount& said, std::string_view words, double value);

}  // namespace hoego
