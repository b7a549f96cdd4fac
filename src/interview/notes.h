#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// The owner's words in the text of notes/YEAR.md: under each heading that ends in a finding's id in a code
/// span ("## 캐나다 `trip-2024-09-ca`"), what follows up to the next heading. Headings without one are the
/// owner's own and bring nothing. Never fails: what is no note is left alone.
std::vector<OwnWords> read_notes(std::string_view markdown, int year);

/// The same file with `text` as the words on `finding`: what stood there before is replaced, a new one is put
/// at the end under `heading`; every other byte stays as it was. An empty `text` takes the note out.
std::string with_note(std::string_view markdown, std::string_view finding, std::string_view heading,
                      std::string_view text);

}  // namespace hoego
