#include "sources/bibtex_entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace hoego::bibtex {
namespace {

constexpr std::size_t most_fields = 1000;
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_macros = 10'000;
constexpr std::size_t longest_macro = 4096;
/// Macros made of macros grow fast: all that they may add to one file.
constexpr std::size_t most_expanded = std::size_t{4} << 20;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
}  // namespace

/// An entry that cannot be read: caught by `next`, never leaves this file.
struct Entries::Failure {
  std::string reason;
};

const std::string& Entry::field(const std::string& name) const {
  static const std::string none;
  const auto found = fields.find(name);
  return found == fields.end() ? none : found->second;
}

Entries::Entries(std::string_view text, Broken broken) : text_(text), broken_(std::move(broken)) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < months.size(); ++i) macros_[std::string(months[i])] = std::to_string(i + 1);
}

std::size_t Entries::line_of(std::size_t at) {
  line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_to_),
                                               text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  counted_to_ = at;
  return line_;
}

std::optional<Entry> Entries::next() {
  for (;;) {
    const std::size_t begin = text_.find('@', at_);
    if (begin == std::string_view::npos) return std::nullopt;
    at_ = begin + 1;
    const std::size_t line = line_of(begin);
    try {
      if (auto entry = entry_at(begin + 1)) {
        entry->line = line;
        return entry;
      }
    } catch (const Failure& failure) {
      broken_(line, failure.reason);
    }
  }
}

std::optional<Entry> Entries::entry_at(std::size_t at) {
  std::size_t end = at;
  while (end < text_.size() && (is_letter(text_[end]) || text_[end] == '_')) ++end;
  if (end == at || end - at > longest_name) return std::nullopt;  // an address in running text
  at_ = end;
  skip_blanks();
  const char open = peek();
  if (open != '{' && open != '(') return std::nullopt;
  const char close = open == '{' ? '}' : ')';
  ++at_;
  Entry entry;
  entry.type = small_letters(text_.substr(at, end - at));
  if (entry.type == "comment" || entry.type == "preamble") {
    skip_group(close);
    return std::nullopt;
  }
  if (entry.type == "string") {
    read_macro(close);
    return std::nullopt;
  }
  entry.key = read_key(close);
  read_fields(entry, close);
  return entry;
}

/// Passes over balanced braces; JabRef keeps its groups in such a comment. What is not closed ends at its
/// line.
void Entries::skip_group(char close) {
  const std::size_t begin = at_;
  int depth = unclosed_comment_ ? 0 : 1;
  for (; at_ < text_.size() && depth > 0; ++at_) {
    if (at_entry_line(at_)) break;
    if (text_[at_] == '{' || (close == ')' && text_[at_] == '(')) ++depth;
    if (text_[at_] == '}' || (close == ')' && text_[at_] == ')')) --depth;
  }
  if (unclosed_comment_ || (depth > 0 && at_ >= text_.size())) {
    unclosed_comment_ = true;  // from here on none can be closed: looking again would cost the square
    at_ = std::min(text_.find('\n', begin), text_.size());
  }
}

void Entries::read_macro(char close) {
  skip_blanks();
  const std::string name = small_letters(read_name());
  skip_blanks();
  if (peek() != '=') throw Failure{"a macro without \"=\""};
  ++at_;
  std::string value = read_value();
  skip_blanks();
  if (peek() == ',') ++at_;
  skip_blanks();
  if (peek() != close) throw Failure{"a macro that is not closed"};
  ++at_;
  if (macros_.size() >= most_macros) throw Failure{fmt::format("more than {} macros", most_macros)};
  if (value.size() > longest_macro) throw Failure{fmt::format("a macro of {} bytes", value.size())};
  macros_[name] = std::move(value);
}

/// EndNote writes entries without a key: then the first word is a field's name.
std::string Entries::read_key(char close) {
  skip_blanks();
  const std::size_t begin = at_;
  while (at_ < text_.size() && at_ - begin <= longest_name) {
    const char c = text_[at_];
    if (c == ',' || c == close) break;
    if (c == '=' || c == '{' || c == '"' || (c == '@' && at_entry_line(at_))) break;
    ++at_;
  }
  if (peek() == '=') {
    at_ = begin;
    return {};
  }
  if (peek() != ',' && peek() != close) throw Failure{"its key is not ended by a comma"};
  std::string key(text_.substr(begin, at_ - begin));
  while (!key.empty() && is_blank(key.back())) key.pop_back();
  return key;
}

void Entries::read_fields(Entry& entry, char close) {
  for (std::size_t count = 0;; ++count) {
    while (skip_blanks(), peek() == ',') ++at_;
    if (at_ >= text_.size()) throw Failure{"the file ends in the middle of it"};
    if (peek() == close) {
      ++at_;
      return;
    }
    if (at_entry_line(at_)) throw Failure{"a brace is not closed before the next entry"};
    if (count >= most_fields) throw Failure{fmt::format("more than {} fields", most_fields)};
    std::string name = small_letters(read_name());
    skip_blanks();
    if (peek() != '=') throw Failure{"the field \"" + name + "\" has no \"=\""};
    ++at_;
    entry.fields.emplace(std::move(name), read_value());
  }
}

std::string Entries::read_name() {
  constexpr std::string_view enders = "={}\",#%()@\\";
  const std::size_t begin = at_;
  while (at_ < text_.size() && !is_blank(text_[at_]) && enders.find(text_[at_]) == enders.npos &&
         at_ - begin <= longest_name)
    ++at_;
  if (at_ == begin) throw Failure{"a field's name is missing, or a brace or comma before it"};
  if (at_ - begin > longest_name) throw Failure{"a field's name that is too long"};
  return std::string(text_.substr(begin, at_ - begin));
}

/// Parts joined by '#': braces, quotes, numbers and macros.
std::string Entries::read_value() {
  std::string out;
  for (;;) {
    skip_blanks();
    if (peek() == '{')
      out += braced();
    else if (peek() == '"')
      out += quoted();
    else
      out += bare_word();
    if (out.size() > longest_value) throw Failure{"a value of more than 1 MiB"};
    skip_blanks();
    if (peek() != '#') return out;
    ++at_;
  }
}

std::string Entries::braced() {
  const std::size_t begin = ++at_;
  for (int depth = 1; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '{' && ++depth > deepest_braces)
      throw Failure{fmt::format("braces deeper than {} levels", deepest_braces)};
    if (c == '}' && --depth == 0) return std::string(text_.substr(begin, at_++ - begin));
    if (c == '@' && at_entry_line(at_)) throw Failure{"a brace is not closed before the next entry"};
    if (at_ - begin > longest_value) throw Failure{"a value of more than 1 MiB"};
  }
  throw Failure{"a brace is not closed before the end of the file"};
}

std::string Entries::quoted() {
  const std::size_t begin = ++at_;
  for (int depth = 0; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '{' && ++depth > deepest_braces)
      throw Failure{fmt::format("braces deeper than {} levels", deepest_braces)};
    if (c == '}' && --depth < 0) throw Failure{"a brace is closed that was not opened"};
    if (c == '"' && depth == 0) return std::string(text_.substr(begin, at_++ - begin));
    if (c == '@' && at_entry_line(at_)) throw Failure{"a quote is not closed before the next entry"};
    if (at_ - begin > longest_value) throw Failure{"a value of more than 1 MiB"};
  }
  throw Failure{"a quote is not closed before the end of the file"};
}

/// A number, or a macro; one that nobody defined is its own name, as in a journal's abbreviation.
std::string Entries::bare_word() {
  std::string name = read_name();
  const auto macro = macros_.find(small_letters(name));
  if (macro == macros_.end() || expanded_ > most_expanded) return name;
  expanded_ += macro->second.size();
  return macro->second;
}

void Entries::skip_blanks() {
  while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
}

/// Whether an entry begins here, on a line of its own: `@word{`.
bool Entries::at_entry_line(std::size_t at) const {
  if (text_[at] != '@') return false;
  std::size_t before = at;
  while (before > 0 && (text_[before - 1] == ' ' || text_[before - 1] == '\t') && at - before < 16) --before;
  if (before > 0 && text_[before - 1] != '\n' && text_[before - 1] != '\r') return false;
  std::size_t end = at + 1;
  while (end < text_.size() && is_letter(text_[end]) && end - at < 40) ++end;
  return end > at + 1 && end < text_.size() && text_[end] == '{';
}

}  // namespace hoego::bibtex
