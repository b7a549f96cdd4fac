#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hoego::bibtex {

/// Deeper braces than any person writes: such an entry is broken.
inline constexpr int deepest_braces = 64;
/// Bytes of one field's value.
inline constexpr std::size_t longest_value = std::size_t{1} << 20;

/// `@article{key, title = {…}, …}`, with macros replaced and LaTeX as it stands.
struct Entry {
  std::string type;                           ///< in small letters
  std::string key;                            ///< empty where there is none
  std::map<std::string, std::string> fields;  ///< names in small letters; of two of a name, the first
  std::size_t line = 0;                       ///< of the '@', from 1

  /// A field's value; empty where there is none.
  const std::string& field(const std::string& name) const;
};

/// The entries of a bibliography (BibTeX 0.99; Patashnik, "BibTeXing", 1988, and biblatex's manual), in
/// order. Text between entries, `@comment` and `@preamble` are passed over, `@string` macros are remembered.
/// An entry that is broken is told to `broken` (its line, what is wrong) and reading goes on at the next '@';
/// an entry on a line of its own ends a broken one before it, so that one missing brace costs one entry.
/// Linear.
class Entries {
 public:
  using Broken = std::function<void(std::size_t line, const std::string& reason)>;

  /// `text` is UTF-8 and must outlive this object.
  Entries(std::string_view text, Broken broken);
  std::optional<Entry> next();

 private:
  struct Failure;

  std::optional<Entry> entry_at(std::size_t at);
  void read_fields(Entry& entry, char close);
  void read_macro(char close);
  void skip_group(char close);
  std::string read_key(char close);
  std::string read_name();
  std::string read_value();
  std::string braced();
  std::string quoted();
  std::string bare_word();
  void skip_blanks();
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool at_entry_line(std::size_t at) const;
  std::size_t line_of(std::size_t at);

  std::string_view text_;
  Broken broken_;
  std::size_t at_ = 0;
  std::size_t counted_to_ = 0;
  std::size_t line_ = 1;
  std::size_t expanded_ = 0;
  bool unclosed_comment_ = false;
  std::map<std::string, std::string> macros_;
};

}  // namespace hoego::bibtex
