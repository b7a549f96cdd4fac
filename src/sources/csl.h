#pragma once
#include "sources/source.h"

namespace hoego {

/// Bibliographies in CSL JSON, as Zotero exports them. Format:
/// https://docs.citationstyles.org/en/stable/specification.html, and its csl-data.json schema.
extern const Source csl_source;

}  // namespace hoego
