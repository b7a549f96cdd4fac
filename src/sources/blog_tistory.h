#pragma once
#include <string>
#include <string_view>

#include "sources/source.h"

namespace hoego {

/// Whether these are the first bytes of a page of Tistory's backup.
bool is_tistory_page(std::string_view head);

/// Reads one page: `NNN/NNN-title.html` in the backup. See doc/sources/blog.md.
void read_tistory_page(const Unit& unit, Sink& sink);

}  // namespace hoego
