#include <array>

#include "sources/archive.h"
#include "sources/bibtex.h"
#include "sources/blog.h"
#include "sources/card.h"
#include "sources/chatgpt.h"
#include "sources/claude.h"
#include "sources/csl.h"
#include "sources/csv.h"
#include "sources/feed.h"
#include "sources/git.h"
#include "sources/github.h"
#include "sources/goodreads.h"
#include "sources/ics.h"
#include "sources/jsonl.h"
#include "sources/kakaotalk.h"
#include "sources/ledger.h"
#include "sources/mail.h"
#include "sources/photos.h"
#include "sources/posts.h"
#include "sources/source.h"

namespace hoego {

std::span<const Source* const> all_sources() {
  static const std::array list = {
      &photos_source,    &ics_source,       &git_source,     &posts_source,   &feed_source,
      &blog_source,      &github_source,    &chatgpt_source, &claude_source,  &mail_source,
      &kakaotalk_source, &goodreads_source, &bibtex_source,  &csl_source,     &card_source,
      &ledger_source,    &csv_source,       &jsonl_source,   &archive_source,
  };
  return list;
}

const Source* find_source(std::string_view type) {
  if (type == "takeout") type = archive_source.type;  // whatever lies in it has a reader of its own
  if (type == "xlsx") type = csv_source.type;         // any table is read by a map of its columns
  for (const Source* source : all_sources()) {
    if (source->type == type) return source;
  }
  return nullptr;
}

}  // namespace hoego
