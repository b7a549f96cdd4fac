#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "story/document.h"
#include "story/moulds.h"

namespace hoego {

/// The id without its time: "trip-2023-09-ca" and "trip-2024-05-ca" are of one subject, "trip-ca".
std::string timeless(std::string_view id);

/// The finding of this period that is of the same subject as one of another year: the same journey's country
/// or town, the same activity, area or promise. Of several the first. Empty where there is none.
std::string of_same_subject(const Findings& findings, std::string_view id);

/// Puts the owner's words into a told document: each behind the last sentence of its finding, those of the
/// year before, a few, with a told sentence in front. What the text does not tell has a section of its own
/// near the end.
void add_own_words(const Findings& findings, Language language, Tone tone, Document& document);

namespace ko {
/// Ways to introduce words of a year before, in polite Korean without a mark at the end. `about`: what they
/// are on; empty where the text has just told it.
std::vector<std::string> before_moulds(const std::string& about, int year, const Setting& setting);
/// The same for words of this year on what the text does not tell.
std::vector<std::string> own_moulds(const std::string& about);
}  // namespace ko

namespace en {
std::vector<std::string> before_moulds(const std::string& about, int year, const Setting& setting);
std::vector<std::string> own_moulds(const std::string& about);
}  // namespace en

}  // namespace hoego
