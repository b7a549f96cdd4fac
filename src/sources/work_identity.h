#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// What tells one book or paper from another.
struct Work {
  std::string doi;    ///< as `doi_in` gives it
  std::string arxiv;  ///< as `arxiv_in` gives it
  std::string isbn;   ///< as `isbn_in` gives it; only of what *is* the book, not of a chapter in it
  std::string title;
  std::string first_author;  ///< "Family, Given" or "Given Family"
};

/// `doi:…`, else `arxiv:…`, else `isbn:…`, else `title:` and a hash of title (letters and digits alone, case
/// folded) and the first author's family name. arXiv's own DOIs (10.48550/arXiv.…) are `arxiv:…`. Empty where
/// nothing tells. The year is left out: editors of bibliographies disagree about it.
std::string work_identity(const Work& work);

/// A DOI (ISO 26324) in lower case without `https://doi.org/` or `doi:`; nothing for other texts.
std::optional<std::string> doi_in(std::string_view text);
/// An arXiv number (https://info.arxiv.org/help/arxiv_identifier.html) without its version, where the text
/// says that it is one: `arXiv:2005.14165v4`, `https://arxiv.org/abs/hep-th/9901001`, `10.48550/arXiv.…`.
std::optional<std::string> arxiv_in(std::string_view text);
/// The same, where the text is nothing but the number.
std::optional<std::string> arxiv_number(std::string_view text);
/// The first ISBN with a right check digit, as 13 digits (ISO 2108).
std::optional<std::string> isbn_in(std::string_view text);
/// The last word of the family name: "Hicks" of "von Hicks, III, Michael" and of "Michael von Hicks".
std::string family_name(std::string_view author);

}  // namespace hoego
