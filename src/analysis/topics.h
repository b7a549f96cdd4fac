#pragma once
#include <vector>

#include "analysis/occasions.h"

namespace hoego {

/// Names first met in `days`: words (see `words_in`, `Stems`) of titles of own posts, notes, papers, commits,
/// calendar entries, pull requests and issues, of conversations with assistants, and of prompts where their
/// text is kept. A conversation is one mention, whatever its length.
///
/// A name comes in three mentions or more on two days or more, never before, and would have been met before:
/// every kind that shows it reaches back a year, and at the rate since its first mention there would have
/// been three among the titles seen before it (the rule of three: with fewer, none is chance; Hanley and
/// Lippman-Hand, JAMA 249, 1983). Latin words are names where most of their spellings say so, Korean ones
/// unless common. Places, people, activities, repositories, languages and tools are told as such, not here.
void add_first_topics(const Lived& lived, DateRange days, std::vector<Occasion>& to);

}  // namespace hoego
