#pragma once
#include "sources/source.h"

namespace hoego {

/// Pull requests, reviews, issues and comments on GitHub, as its account export, its REST API, `gh` and its
/// webhooks write them. See doc/sources/github.md.
extern const Source github_source;

}  // namespace hoego
