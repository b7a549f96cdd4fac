#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/finding.h"
#include "story/document.h"

/// What each finding holds, as a model is told it. Inside this layer only.
namespace hoego {

using FactValues = nlohmann::ordered_json;

/// By id of the finding: its kind under "is", names in the language, numbers rounded to what a text can say.
/// What is not known is not there. Findings less certain than what the story tells are left out.
std::map<std::string, FactValues> fact_values(const Findings& findings, Language language);

}  // namespace hoego
