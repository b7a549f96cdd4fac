#pragma once
#include "sources/source.h"

namespace hoego {

/// Markdown files as blogs and vaults keep them (Jekyll, Hugo, Astro, Obsidian, plain): one unit a file, one
/// post or note at most, with its date as stated. See doc/sources/posts.md.
extern const Source posts_source;

}  // namespace hoego
