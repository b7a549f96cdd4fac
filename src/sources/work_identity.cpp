#include "sources/work_identity.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t longest_number = 300;

/// Letters, digits and their marks, case folded: what stays of a title whoever typed it.
std::string bare(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string out;
  const auto size = static_cast<std::int32_t>(folded.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 c = 0;
    U8_NEXT(folded.data(), at, size, c);
    const bool mark = c >= 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (c >= 0 && (u_isalnum(c) || mark))
      out.append(folded, static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
  }
  return out;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// The arXiv number at the front of a text in lower case: `2005.14165`, `hep-th/9901001`, `math.gt/0309136`.
std::optional<std::string> number_at_front(std::string_view text) {
  const std::size_t year_month = digits_at(text, 0);
  if (year_month == 4 && text.substr(4, 1) == ".") {
    const std::size_t serial = digits_at(text, 5);
    if (serial == 4 || serial == 5) return std::string(text.substr(0, 5 + serial));
    return std::nullopt;
  }
  std::size_t slash = 0;
  while (slash < text.size() && slash < 20 &&
         ((text[slash] >= 'a' && text[slash] <= 'z') || text[slash] == '-' || text[slash] == '.'))
    ++slash;
  if (slash < 2 || text.substr(slash, 1) != "/" || digits_at(text, slash + 1) != 7) return std::nullopt;
  // The class after the point is left out by arXiv itself: math.GT/0309136 is math/0309136.
  const std::string archive(text.substr(0, std::min(slash, text.find('.'))));
  return archive + std::string(text.substr(slash, 8));
}

bool right_isbn10(std::string_view isbn) {
  int sum = 0;
  for (int i = 0; i < 10; ++i) {
    const char c = isbn[static_cast<std::size_t>(i)];
    sum += (10 - i) * (c == 'X' ? 10 : c - '0');
  }
  return sum % 11 == 0;
}

char check_digit13(std::string_view first_twelve) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (first_twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::optional<std::string> checked_isbn(std::string digits) {
  if (digits.size() == 13 && digits.find('X') == std::string::npos &&
      (digits.compare(0, 3, "978") == 0 || digits.compare(0, 3, "979") == 0) &&
      check_digit13(digits) == digits.back())
    return digits;
  if (digits.size() != 10 || digits.find('X') < 9 || !right_isbn10(digits)) return std::nullopt;
  if (digits == "0000000000") return std::nullopt;
  std::string out = "978" + digits.substr(0, 9);
  out.push_back(check_digit13(out));
  return out;
}

}  // namespace

std::optional<std::string> doi_in(std::string_view text) {
  if (text.empty() || text.size() > longest_number) return std::nullopt;
  std::string doi = small_letters(clean_text(trim(text)));
  for (const std::string_view prefix :
       {"https://", "http://", "www.", "dx.", "doi.org/", "doi:", "doi ", " "}) {
    if (doi.compare(0, prefix.size(), prefix) == 0) doi.erase(0, prefix.size());
  }
  doi.erase(0, doi.find_first_not_of(' '));
  while (!doi.empty() && (doi.back() == '.' || doi.back() == ',' || doi.back() == ';')) doi.pop_back();
  const bool whole = doi.compare(0, 3, "10.") == 0 && digits_at(doi, 3) >= 4 && doi.find('/') != doi.npos;
  const bool shortened = doi.compare(0, 3, "10/") == 0 && doi.size() > 3;
  if ((!whole && !shortened) || doi.back() == '/') return std::nullopt;
  if (doi.find_first_of(" \t\n\"") != std::string::npos) return std::nullopt;
  return doi;
}

std::optional<std::string> arxiv_number(std::string_view text) {
  if (text.empty() || text.size() > longest_number) return std::nullopt;
  const std::string number = small_letters(trim(text));
  const auto found = number_at_front(number);
  if (!found) return std::nullopt;
  const std::size_t slash = number.find('/');
  const std::size_t length = slash == number.npos ? found->size() : slash + 8;
  const std::string_view after = std::string_view(number).substr(length);
  const bool version = after.size() > 1 && after[0] == 'v' && digits_at(after, 1) == after.size() - 1;
  return after.empty() || version || after[0] == ' ' ? found : std::nullopt;
}

std::optional<std::string> arxiv_in(std::string_view text) {
  if (text.empty() || text.size() > 4096) return std::nullopt;
  const std::string all = small_letters(text);
  for (const std::string_view marker : {"arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:", "10.48550/arxiv."}) {
    const std::size_t at = all.find(marker);
    if (at == std::string::npos) continue;
    std::string_view rest = std::string_view(all).substr(at + marker.size());
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (auto found = number_at_front(rest)) return found;
  }
  return std::nullopt;
}

std::optional<std::string> isbn_in(std::string_view text) {
  text = text.substr(0, longest_number);
  std::string digits;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (is_digit(c) || ((c == 'X' || c == 'x') && digits.size() == 9)) {
      digits.push_back(c == 'x' ? 'X' : c);
    } else if (c != '-') {
      if (auto isbn = checked_isbn(digits)) return isbn;
      // "978 89 374 6001 2" is written with blanks: go on while the digits may still become one.
      if (c != ' ' || digits.size() >= 13) digits.clear();
    }
    if (digits.size() > 13) digits.clear();
  }
  return std::nullopt;
}

std::string family_name(std::string_view author) {
  const std::string whole = trim(author.substr(0, 4096));
  std::string family = trim(std::string_view(whole).substr(0, whole.find(',')));
  const auto last_word = [](const std::string& name) {
    const std::size_t blank = name.find_last_of(" \t\n");
    return blank == std::string::npos ? name : name.substr(blank + 1);
  };
  constexpr std::array<std::string_view, 6> suffixes = {"jr", "jr.", "sr", "sr.", "ii", "iii"};
  const std::string last = last_word(family);
  const bool suffix = std::find(suffixes.begin(), suffixes.end(), small_letters(last)) != suffixes.end();
  if (suffix && family.size() > last.size()) family = trim(family.substr(0, family.size() - last.size()));
  return last_word(family);
}

std::string work_identity(const Work& work) {
  const auto arxiv_of_doi = arxiv_in(work.doi);
  if (!work.doi.empty() && !arxiv_of_doi) return "doi:" + work.doi;
  if (!work.arxiv.empty() || arxiv_of_doi) return "arxiv:" + (arxiv_of_doi ? *arxiv_of_doi : work.arxiv);
  if (!work.isbn.empty()) return "isbn:" + work.isbn;
  const std::string title = bare(work.title);
  if (title.empty()) return {};
  return "title:" + hash_hex(title + "\n" + bare(family_name(work.first_author)));
}

}  // namespace hoego
