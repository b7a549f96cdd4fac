#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace hoego {

/// One JSON value (RFC 8259), held whole. What is not there reads as null, so that looking deep into a
/// foreign document needs no ladder of questions: `item["user"]["login"].line()`. Texts are as the document
/// has them: not clean, except by `line`.
class JsonValue {
 public:
  enum class Type : std::uint8_t { Null, Flag, Number, Text, List, Object };

  JsonValue() = default;
  static JsonValue flag(bool value);
  static JsonValue of(double number);
  static JsonValue of(std::string text);
  static JsonValue list(std::vector<JsonValue> values);
  /// `names` and `values` are of one length.
  static JsonValue object(std::vector<std::string> names, std::vector<JsonValue> values);

  Type type() const { return type_; }
  bool is_text() const { return type_ == Type::Text; }
  bool is_list() const { return type_ == Type::List; }
  bool is_object() const { return type_ == Type::Object; }
  bool is_true() const { return type_ == Type::Flag && number_ != 0; }

  /// A member of an object, the last of several with one name; null where there is none.
  const JsonValue& operator[](std::string_view name) const;
  /// Whether the object has such a member at all, be it null.
  bool has(std::string_view name) const;
  /// Elements of a list; values of an object's members, in the order of `names`.
  const std::vector<JsonValue>& values() const { return values_; }
  const std::vector<std::string>& names() const { return names_; }

  /// Empty for what is no text.
  std::string_view text() const { return text_; }
  /// Finite numbers only.
  std::optional<double> number() const;
  /// The text clean, trimmed, on one line and cut at `most` bytes between characters. A whole number in
  /// digits.
  std::string line(std::size_t most = 1000) const;
  /// A point in time after 1970: RFC 3339 with its offset (also " UTC"), or a number of seconds since 1970,
  /// or of milliseconds where seconds would lie beyond the year 5000. A text without an offset is none.
  std::optional<Instant> instant() const;

 private:
  const JsonValue* find(std::string_view name) const;

  Type type_ = Type::Null;
  double number_ = 0;
  std::string text_;
  std::vector<JsonValue> values_;
  std::vector<std::string> names_;
};

/// A document, or in words what is wrong with it.
struct JsonReading {
  std::optional<JsonValue> value;
  std::string problem;
};

inline constexpr std::size_t most_json_values = 1'000'000;
inline constexpr std::size_t deepest_json = 200;

/// Reads one document of at most `most_json_values` values, nested at most `deepest_json` deep. Halves of
/// surrogate pairs that stand alone (Python writes them) become U+FFFD in `bytes`.
JsonReading read_json(std::string& bytes);

}  // namespace hoego
