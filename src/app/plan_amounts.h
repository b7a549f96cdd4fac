#pragma once
#include <string>

#include "promises/check.h"
#include "story/document.h"

namespace hoego {

/// A value of a check in words: "20권", "1.5번", "12시간", "500,000원" / "20 books", "1.5 times".
std::string amount_in(const Check& check, double value, Language language);
/// Of a pace: "한 주에 " (before the amount) / " a week" (behind it).
std::string pace_in(const Check& check, Language language);
/// "44주", "아홉 달" / "44 weeks".
std::string unit_in(CheckUnit unit, int count, Language language);

}  // namespace hoego
