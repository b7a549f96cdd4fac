#pragma once
#include <string>
#include <string_view>

namespace hoego::bibtex {

/// A field's text as a person reads it: LaTeX accents (`\"o`, `\'{e}`, `\v{s}`, `\c c`, `{\ss}`), letters,
/// quotes, dashes and a few signs and Greek letters of formulas as Unicode; braces and dollars dropped;
/// blanks run together. The name of any other command is dropped, what stands in its braces stays. Clean
/// text. Accents: The Not So Short Introduction to LaTeX, 2.4.8. Linear in the length, without recursion.
std::string plain_text(std::string_view latex);

}  // namespace hoego::bibtex
