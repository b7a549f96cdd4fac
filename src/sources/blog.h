#pragma once
#include "sources/source.h"

namespace hoego {

/// Exports of blogs: WordPress (WXR), Blogger (Atom), Tistory (a page of HTML a post). See
/// doc/sources/blog.md.
extern const Source blog_source;

}  // namespace hoego
