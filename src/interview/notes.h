#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// The owner's words in the text of notes/YEAR.md (UTF-8, with or without its mark, LF or CRLF). A heading
/// that ends in a finding's id in a code span ("## 캐나다 `trip-2024-09-ca`") begins a note, which goes on to
/// the next such heading or the next one of its own level or above; deeper headings are part of it. All else
/// is the owner's own and brings nothing. What stands in a code block that is closed is no heading; a fence
/// that is never closed is an ordinary line. A backslash before what would else end the note is taken off.
/// Never fails: what is no note is left alone. The words are clean UTF-8 in NFC; a note without any is none.
std::vector<OwnWords> read_notes(std::string_view markdown, int year);

/// The same file with `text` as the words on `finding`: what stood there before is replaced (of several such
/// notes the first), a new one is put at the end under `heading`; every other byte stays as it was. A line of
/// the text that would end the note gets a backslash, so that reading brings back what was typed. A text
/// without words takes the note out. Nothing where the other notes would not be read as before: a code block
/// above is never closed.
std::optional<std::string> with_note(std::string_view markdown, std::string_view finding,
                                     std::string_view heading, std::string_view text);

/// The line, counted from 1, of the first fence that is never closed.
std::optional<std::size_t> unclosed_fence(std::string_view markdown);

}  // namespace hoego
