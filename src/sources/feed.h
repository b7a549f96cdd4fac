#pragma once
#include "sources/source.h"

namespace hoego {

/// A feed of a blog that was saved: RSS, Atom or JSON Feed; every item a post. See doc/sources/feed.md.
extern const Source feed_source;

}  // namespace hoego
