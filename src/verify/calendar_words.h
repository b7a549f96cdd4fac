#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// By what else an entry of a calendar is spoken of: 드럼 레슨 as 레슨 and lesson, "Dentist" as 치과, 지호
/// 생일 as Jiho's birthday. In small letters; empty where its words are in no table.
std::vector<std::string> calendar_words(std::string_view title);

/// Hangul in Latin letters, syllable by syllable (Revised Romanization, without changes of sound);
/// other characters as they are.
std::string romanized(std::string_view text);

}  // namespace hoego
