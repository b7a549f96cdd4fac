#pragma once
#include <toml++/toml.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// A text as a TOML value on one line: "…", with what TOML wants escaped.
std::string toml_string(std::string_view text);

/// A key and its value as TOML: `name`, `"나고야"`.
struct TomlPair {
  std::string key;
  std::string value;
};

/// Which table: `{"me"}` is [me], `{"trip", 1}` the second [[trip]], `{"activity", 0, "label"}` the table
/// `label` in the first [[activity]].
struct TomlPlace {
  std::string name;
  std::optional<std::size_t> nth = {};  ///< from 0
  std::string inner = {};
};

/// Whole lines that an edit took out and put in, without their line ends.
struct LineEdit {
  std::size_t line = 0;  ///< of the first, from 1
  std::vector<std::string> removed;
  std::vector<std::string> added;
};

/// The text of a TOML file whose owner writes it by hand. An edit keeps every byte that it is not about:
/// comments, order, line ends, a missing one at the end, a byte order mark. What comes of it is read again,
/// and must be what was there before with just this change; else the edit throws UsageError, and the text is
/// as it was.
class TomlText {
 public:
  /// `file`: its name, for messages. Throws UsageError with line and column where the text is no TOML.
  TomlText(std::string text, std::string file);

  const std::string& text() const { return text_; }
  const toml::table& root() const { return root_; }
  /// What was done, in order; lines are numbered as they were then.
  const std::vector<LineEdit>& edits() const { return edits_; }

  /// How many tables of this name there are.
  std::size_t count(const std::string& name) const;
  /// The table there; nothing where there is none.
  const toml::table* find(const TomlPlace& place) const;
  /// The lines that `remove` takes out: the table's name and keys. In a list on one line the table alone.
  std::vector<std::string> lines(const std::string& name, std::size_t nth) const;
  /// The line of the table's name, from 1.
  std::size_t line(const std::string& name, std::size_t nth) const;

  /// Puts a [[name]] at the end, or one more into a list that is written `name = [{…}]`.
  void add(const std::string& name, const std::vector<TomlPair>& pairs);
  /// Puts a value in the place of the key's, or a key after the table's last one. The table must be there.
  void set(const TomlPlace& place, const TomlPair& pair);
  /// Takes the key out. It must be there.
  void unset(const TomlPlace& place, const std::string& key);
  /// Puts a value at the end of the list `key` of [name]; table and list are made where there are none.
  void push(const std::string& name, const TomlPair& pair);
  /// Takes a table out, and one empty line beside it. Comments that stand on lines of their own stay.
  void remove(const std::string& name, std::size_t nth);

 private:
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  Span span(const toml::source_region& region) const;
  std::size_t line_begin(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;  ///< before its line end
  std::size_t next_line(std::size_t at) const;
  bool is_blank_line(std::size_t begin) const;
  std::vector<Span> table_lines(const toml::table& table) const;
  std::string appended(const std::string& head, const std::vector<TomlPair>& pairs) const;
  std::string with_key(const toml::table& table, const TomlPair& pair) const;
  std::string without_item(Span item) const;
  std::string without_lines(const std::vector<Span>& lines) const;
  [[noreturn]] void refuse(const std::string& what) const;
  /// Takes the new text where it means exactly `wanted`.
  void commit(std::string text, const toml::table& wanted);

  std::string text_;
  std::string file_;
  std::string newline_;
  toml::table root_;
  std::vector<LineEdit> edits_;
};

}  // namespace hoego
