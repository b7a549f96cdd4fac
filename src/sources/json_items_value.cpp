#include "sources/json_items_value.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"

namespace hoego {
namespace {

constexpr double last_seconds = 1e11;               // the year 5138
constexpr double last_milliseconds = 1e14;          // the same
constexpr std::int64_t end_of_time = 253402214400;  // 9999-12-31

/// Builds values bottom-up: finished ones wait on one stack until their container ends.
class Builder {
 public:
  bool Null() { return add({}); }
  bool Bool(bool value) { return add(JsonValue::flag(value)); }
  bool Int(int value) { return add(JsonValue::of(static_cast<double>(value))); }
  bool Uint(unsigned value) { return add(JsonValue::of(static_cast<double>(value))); }
  bool Int64(std::int64_t value) { return add(JsonValue::of(static_cast<double>(value))); }
  bool Uint64(std::uint64_t value) { return add(JsonValue::of(static_cast<double>(value))); }
  bool Double(double value) { return add(JsonValue::of(value)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) { return String(text, size, copy); }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return add(JsonValue::of(std::string(text, size)));
  }
  bool StartObject() { return deeper(); }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    names_.emplace_back(text, size);
    return true;
  }
  bool EndObject(rapidjson::SizeType count) {
    --depth_;
    auto names = last(names_, count);
    auto values = last(values_, count);
    return add(JsonValue::object(std::move(names), std::move(values)));
  }
  bool StartArray() { return deeper(); }
  bool EndArray(rapidjson::SizeType count) {
    --depth_;
    return add(JsonValue::list(last(values_, count)));
  }

  const std::string& refusal() const { return refusal_; }
  JsonValue take() { return values_.empty() ? JsonValue{} : std::move(values_.front()); }

 private:
  bool deeper() {
    if (++depth_ <= deepest_json) return true;
    refusal_ = fmt::format("nested more than {} deep", deepest_json);
    return false;
  }
  bool add(JsonValue value) {
    if (++count_ > most_json_values) {
      refusal_ = fmt::format("more than {} values in one item", most_json_values);
      return false;
    }
    values_.push_back(std::move(value));
    return true;
  }
  template <typename T>
  static std::vector<T> last(std::vector<T>& stack, std::size_t count) {
    const auto from = stack.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<T> out(std::make_move_iterator(from), std::make_move_iterator(stack.end()));
    stack.erase(from, stack.end());
    return out;
  }

  std::vector<JsonValue> values_;
  std::vector<std::string> names_;
  std::size_t count_ = 0;
  std::size_t depth_ = 0;
  std::string refusal_;
};

/// The code unit of the `\uXXXX` at `at`; nothing where there is none.
std::optional<unsigned> escaped_unit(const std::string& bytes, std::size_t at) {
  if (at + 6 > bytes.size() || bytes[at] != '\\' || bytes[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = bytes[i];
    const bool digit = c >= '0' && c <= '9';
    const char small = static_cast<char>(c | 0x20);
    if (!digit && (small < 'a' || small > 'f')) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : small - 'a' + 10);
  }
  return unit;
}

void mend_lone_surrogates(std::string& bytes) {
  for (std::size_t at = bytes.find('\\'); at != std::string::npos; at = bytes.find('\\', at)) {
    const auto unit = escaped_unit(bytes, at);
    if (!unit || *unit < 0xD800 || *unit > 0xDFFF) {
      at += 2;
      continue;
    }
    const auto next = *unit < 0xDC00 ? escaped_unit(bytes, at + 6) : std::nullopt;
    if (next && *next >= 0xDC00 && *next <= 0xDFFF) {
      at += 12;
      continue;
    }
    bytes.replace(at + 2, 4, "fffd");
    at += 6;
  }
}

std::optional<Instant> within_time(std::int64_t seconds) {
  if (seconds <= 0 || seconds >= end_of_time) return std::nullopt;
  return Instant{seconds};
}

std::optional<Instant> rfc3339(std::string_view text) {
  constexpr std::size_t clock_length = 19;  // YYYY-MM-DDTHH:MM:SS
  if (text.size() <= clock_length || text.size() > 40) return std::nullopt;
  const auto wall = WallTime::parse(text.substr(0, clock_length));
  text.remove_prefix(clock_length);
  if (!wall) return std::nullopt;
  if (text.front() == '.') {
    text.remove_prefix(1);
    text.remove_prefix(std::min(text.size(), text.find_first_not_of("0123456789")));
  }
  const auto offset = Offset::parse(text == " UTC" || text == "z" ? "Z" : text);
  if (!offset) return std::nullopt;
  return within_time(instant(*wall, *offset).seconds);
}

}  // namespace

JsonValue JsonValue::flag(bool value) {
  JsonValue out;
  out.type_ = Type::Flag;
  out.number_ = value ? 1 : 0;
  return out;
}

JsonValue JsonValue::of(double number) {
  JsonValue out;
  out.type_ = Type::Number;
  out.number_ = number;
  return out;
}

JsonValue JsonValue::of(std::string text) {
  JsonValue out;
  out.type_ = Type::Text;
  out.text_ = std::move(text);
  return out;
}

JsonValue JsonValue::list(std::vector<JsonValue> values) {
  JsonValue out;
  out.type_ = Type::List;
  out.values_ = std::move(values);
  return out;
}

JsonValue JsonValue::object(std::vector<std::string> names, std::vector<JsonValue> values) {
  JsonValue out;
  out.type_ = Type::Object;
  out.names_ = std::move(names);
  out.values_ = std::move(values);
  return out;
}

const JsonValue* JsonValue::find(std::string_view name) const {
  for (std::size_t i = names_.size(); i > 0; --i) {
    if (names_[i - 1] == name) return &values_[i - 1];
  }
  return nullptr;
}

const JsonValue& JsonValue::operator[](std::string_view name) const {
  static const JsonValue nothing;
  const JsonValue* found = find(name);
  return found == nullptr ? nothing : *found;
}

bool JsonValue::has(std::string_view name) const {
  return find(name) != nullptr;
}

std::optional<double> JsonValue::number() const {
  if (type_ != Type::Number || !std::isfinite(number_)) return std::nullopt;
  return number_;
}

std::string JsonValue::line(std::size_t most) const {
  if (const auto n = number(); n && *n >= 0 && *n < 9e15 && *n == std::floor(*n)) {
    return fmt::format("{}", static_cast<std::int64_t>(*n));
  }
  std::string out = clean_text(std::string_view(text_).substr(0, most * 4));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  out = trim(out);
  if (out.size() <= most) return out;
  while (most > 0 && (static_cast<unsigned char>(out[most]) & 0xC0) == 0x80) --most;
  out.resize(most);
  return trim(out);
}

std::optional<Instant> JsonValue::instant() const {
  if (type_ == Type::Text) return rfc3339(text_);
  const auto n = number();
  if (!n || *n <= 0 || *n >= last_milliseconds) return std::nullopt;
  return within_time(static_cast<std::int64_t>(std::floor(*n < last_seconds ? *n : *n / 1000)));
}

JsonReading read_json(std::string& bytes) {
  if (bytes.find("\\ud") != std::string::npos || bytes.find("\\uD") != std::string::npos)
    mend_lone_surrogates(bytes);
  Builder builder;
  rapidjson::Reader reader;
  rapidjson::StringStream stream(bytes.c_str());
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNanAndInfFlag;
  const auto result = reader.Parse<flags>(stream, builder);
  if (!result.IsError()) return {builder.take(), {}};
  if (!builder.refusal().empty()) return {{}, builder.refusal()};
  return {{}, rapidjson::GetParseError_En(result.Code())};
}

}  // namespace hoego
