#pragma once
#include <map>
#include <string>
#include <string_view>

#include "model/draft.h"

namespace hoego {

/// The sentences that do not stand, numbered from 1 in their order, each with what is wrong, as a delimited
/// block (model/material.h). Empty where all stand.
std::string repair_data(const Draft& draft);

/// What a model answered to it: "3: the sentence", one a line, by number; one without words leaves the
/// sentence out. Lines of any other form are passed over.
std::map<std::size_t, std::string> read_repairs(std::string_view answer);

/// The draft with these in place of what did not stand, verified again as a whole. A number that is not
/// among `repairs` keeps its sentence.
Draft repaired(const Draft& draft, const std::map<std::size_t, std::string>& repairs,
               const Findings& findings);

}  // namespace hoego
