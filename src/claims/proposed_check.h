#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "claims/found_promise.h"
#include "promises/check.h"

namespace hoego {

/// ISO code of a country by its name in Korean or English; nothing for what is none.
using CountryByName = std::function<std::optional<std::string>(std::string_view name)>;

/// A check that says what a promise says, in the language of doc/resolutions.md; empty where the sentence has
/// nothing that is counted, or names nothing that the vocabulary holds. Always well formed.
std::string proposed_check(const FoundPromise& promise, const Vocabulary& vocabulary,
                           const CountryByName& country);

/// Countries named in a sentence, each once, in order.
std::vector<std::string> countries_in(std::string_view sentence, const CountryByName& country);

}  // namespace hoego
