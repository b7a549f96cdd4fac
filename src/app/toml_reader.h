#pragma once
#include <toml++/toml.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace hoego {

/// The root of a text; `file`: its name, for messages. Throws UsageError with line and column where it is no
/// TOML.
toml::table parse_toml(std::string_view text, const std::string& file);

/// One table of a file that its owner writes by hand: reads values by key, and says file, line and what was
/// expected where one is of another kind. Private to the configuration (toml++ is a slow header).
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file) : table_(table), file_(std::move(file)) {}

  /// Throws UsageError for a key that is none of these, naming the nearest.
  void allow(const std::vector<std::string>& keys) const;

  bool has(const char* key) const { return table_.contains(key); }
  /// Throws UsageError where a key must be there and is not; `example`: a line that would do.
  void require(const char* key, bool present, const std::string& example) const;
  std::optional<std::string> text(const char* key) const;
  std::vector<std::string> texts(const char* key) const;
  /// `{ "Date" = "begin", "Title" = "title" }`; empty where there is none.
  std::map<std::string, std::string> text_map(const char* key) const;
  std::optional<bool> flag(const char* key) const;
  std::optional<double> number(const char* key) const;
  std::optional<Date> day(const char* key) const;
  /// `[2022-01-01, 2024-10-20]`.
  std::optional<DateRange> days(const char* key) const;
  std::optional<TomlTable> table(const char* key) const;
  /// `[[key]]` or `key = [{…}, {…}]`.
  std::vector<TomlTable> tables(const char* key) const;

  const std::string& file() const { return file_; }
  /// "hoego.toml, line 12" of a key, or of the table itself.
  std::string where(const char* key = nullptr) const;
  [[noreturn]] void refuse(const char* key, const std::string& what, const std::string& expected) const;

 private:
  const toml::table& table_;
  std::string file_;
};

}  // namespace hoego
