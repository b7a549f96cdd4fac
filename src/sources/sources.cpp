#include <array>

#include "sources/card.h"
#include "sources/git.h"
#include "sources/ics.h"
#include "sources/ledger.h"
#include "sources/photos.h"
#include "sources/posts.h"
#include "sources/source.h"

namespace hoego {

std::span<const Source* const> all_sources() {
  static const std::array list = {
      &photos_source, &ics_source, &git_source, &posts_source, &card_source,
  };
  return list;
}

const Source* find_source(std::string_view type) {
  for (const Source* source : all_sources()) {
    if (source->type == type) return source;
  }
  return nullptr;
}

}  // namespace hoego
