#pragma once
#include <optional>
#include <string>
#include <vector>

#include "record/observation.h"
#include "sources/json_items_value.h"

namespace hoego {

/// One thing that an item of GitHub's JSON says.
struct GitHubFact {
  Observation observation;  ///< without locator
  Instant newest;           ///< the latest moment of which it speaks
};

struct GitHubItem {
  std::vector<GitHubFact> facts;
  bool known = false;     ///< it is GitHub's, whether or not it holds anything that counts
  bool exported = false;  ///< of an account's or organisation's export, where nothing is left out
  std::string problem;    ///< why something that should count cannot
};

/// Reads one object: an element of an export's file, of an answer of the REST API (also of events), of what
/// `gh … --json` prints, or the payload of a webhook. Bodies are measured, never kept.
GitHubItem read_github_item(const JsonValue& item);

}  // namespace hoego
