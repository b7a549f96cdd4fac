#pragma once
#include <string>
#include <vector>

#include "model/writing.h"

namespace hoego {

/// A draft that was written, with what it came from.
struct DraftRun {
  std::string prompt;
  Writing writing;
  double seconds = 0;
  std::string text;  ///< Markdown
};

/// One line for the person: how many sentences stand, what was mended and struck, tokens and time.
std::string summary_line(const DraftRun& run);
/// The prompts beside each other, a line each, for a terminal.
std::string comparison_table(const std::vector<DraftRun>& runs);
/// `hoego.draft/1`.
std::string drafts_json(const std::vector<DraftRun>& runs, const std::string& endpoint,
                        const std::string& model);

}  // namespace hoego
