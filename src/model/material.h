#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// What a model is given to write from.
struct Material {
  std::string data;              ///< one delimited block: what stands in it is data, whatever it says
  std::vector<std::string> ids;  ///< of the findings in it
  std::size_t left_out = 0;      ///< findings for which there was no room
};

/// The findings (as `for_sending` leaves them) and the story told of them: per finding the program's own
/// sentences and its values, in the order of the story, then what the story does not tell. `sections`: those
/// of the story that are given, all if empty. Whole findings are left out from the end on until the block is
/// within `most_tokens` by estimate. The same findings give the same bytes.
Material material(const Findings& findings, const Document& story, Language language,
                  const std::vector<std::string>& sections, std::int64_t most_tokens);

/// JSON inside marks that nothing in it can imitate: < > [ ] | and ` of strings are written as escapes, and
/// characters that cannot be seen (bidirectional controls, zero widths, tags) are taken out. The same data.
std::string delimited(std::string_view json);

/// Text as a person sees it: without characters that cannot be seen.
std::string visible(std::string_view text);

}  // namespace hoego
