#include "app/toml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/toml_reader.h"
#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";  // of UTF-8, which toml++ does not count as a column

/// A value alone, as TOML reads it.
toml::table parsed_pair(const TomlPair& pair) {
  return parse_toml(fmt::format("{} = {}\n", pair.key, pair.value), "value");
}

toml::table table_of(const std::vector<TomlPair>& pairs) {
  toml::table table;
  for (const TomlPair& pair : pairs) table.insert_or_assign(pair.key, *parsed_pair(pair).get(pair.key));
  return table;
}

template <typename Table>  // const or not
Table* find_in(Table& root, const TomlPlace& place) {
  auto* node = root.get(place.name);
  if (node != nullptr && place.nth) {
    auto* array = node->as_array();
    node = array != nullptr && *place.nth < array->size() ? array->get(*place.nth) : nullptr;
  }
  if (node != nullptr && !place.inner.empty())
    node = node->is_table() ? node->as_table()->get(place.inner) : nullptr;
  return node == nullptr ? nullptr : node->as_table();
}

/// Whether the node stands in a line `key = value`, rather than under a header of its own.
bool stands_in_a_line(const toml::node& node) {
  if (const toml::table* table = node.as_table()) return table->is_inline();
  const toml::array* array = node.as_array();
  return array == nullptr || !array->is_array_of_tables() || array->get(0)->as_table()->is_inline();
}

std::vector<std::string> lines_between(const std::string& text, std::size_t begin, std::size_t end) {
  std::vector<std::string> lines;
  while (begin < end) {
    const std::size_t stop = std::min(text.find('\n', begin), end);
    std::string line = text.substr(begin, stop - begin);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
    begin = stop + 1;
  }
  return lines;
}

/// The lines in which two texts differ, as one stretch.
LineEdit line_edit(const std::string& before, const std::string& after) {
  std::vector<std::string> removed = lines_between(before, 0, before.size());
  std::vector<std::string> added = lines_between(after, 0, after.size());
  const auto [first, other] = std::mismatch(removed.begin(), removed.end(), added.begin(), added.end());
  const auto same = first - removed.begin();
  removed.erase(removed.begin(), removed.begin() + same);
  added.erase(added.begin(), added.begin() + same);
  while (!removed.empty() && !added.empty() && removed.back() == added.back()) {
    removed.pop_back();
    added.pop_back();
  }
  return {static_cast<std::size_t>(same) + 1, std::move(removed), std::move(added)};
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

TomlText::TomlText(std::string text, std::string file) : text_(std::move(text)), file_(std::move(file)) {
  if (!is_utf8(text_)) throw UsageError("is not UTF-8, and was left as it is", file_, "save it as UTF-8");
  root_ = parse_toml(text_, file_);
  const std::size_t first = text_.find('\n');
  newline_ = first != std::string::npos && first > 0 && text_[first - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t TomlText::count(const std::string& name) const {
  const toml::array* array = root_[name].as_array();
  return array == nullptr ? 0 : array->size();
}

const toml::table* TomlText::find(const TomlPlace& place) const {
  return find_in(root_, place);
}

TomlText::Span TomlText::span(const toml::source_region& region) const {
  const auto offset = [this](toml::source_position position) {
    std::size_t at = text_.compare(0, mark.size(), mark) == 0 ? mark.size() : 0;
    for (toml::source_index line = 1; line < position.line && at < text_.size(); ++line) at = next_line(at);
    for (toml::source_index column = 1; column < position.column && at < text_.size(); ++column) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  };
  return {offset(region.begin), offset(region.end)};
}

std::size_t TomlText::line_begin(std::size_t at) const {
  const std::size_t before = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
  return before == std::string::npos ? 0 : before + 1;
}

std::size_t TomlText::line_end(std::size_t at) const {
  const std::size_t end = std::min(text_.find('\n', at), text_.size());
  return end > at && end < text_.size() && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t TomlText::next_line(std::size_t at) const {
  const std::size_t end = text_.find('\n', at);
  return end == std::string::npos ? text_.size() : end + 1;
}

bool TomlText::is_blank_line(std::size_t begin) const {
  return begin < text_.size() && text_.find_first_not_of(" \t\r", begin) == text_.find('\n', begin);
}

std::vector<TomlText::Span> TomlText::table_lines(const toml::table& table) const {
  std::vector<Span> lines;
  const auto take = [&](Span part) { lines.push_back({line_begin(part.begin), next_line(part.end)}); };
  take(span(table.source()));
  for (const auto& [key, value] : table) {
    take({span(key.source()).begin, span(value.source()).end});
    const toml::table* inner = value.as_table();
    if (inner == nullptr || inner->is_inline()) continue;
    const std::vector<Span> more = table_lines(*inner);
    lines.insert(lines.end(), more.begin(), more.end());
  }
  std::sort(lines.begin(), lines.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> apart;
  for (const Span& line : lines) {
    if (!apart.empty() && line.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, line.end);
    else
      apart.push_back(line);
  }
  return apart;
}

std::vector<std::string> TomlText::lines(const std::string& name, std::size_t nth) const {
  const toml::table* table = find({name, nth});
  if (table == nullptr) return {};
  if (table->is_inline()) {
    const Span item = span(table->source());
    return lines_between(text_, item.begin, item.end);
  }
  std::vector<std::string> all;
  for (const Span& part : table_lines(*table)) {
    const std::vector<std::string> more = lines_between(text_, part.begin, part.end);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

std::size_t TomlText::line(const std::string& name, std::size_t nth) const {
  const toml::table* table = find({name, nth});
  return table == nullptr ? 0 : table->source().begin.line;
}

std::string TomlText::appended(const std::string& head, const std::vector<TomlPair>& pairs) const {
  std::string out = text_;
  const bool no_last_end = !out.empty() && out != mark && out.back() != '\n';
  if (no_last_end) out += newline_;
  const std::size_t last = out.empty() ? 0 : out.rfind('\n', out.size() - 1);
  const std::size_t last_line = last == 0 || last == std::string::npos ? 0 : out.rfind('\n', last - 1) + 1;
  const bool has_text = out.find_first_not_of(" \t\r\n", last_line) != std::string::npos;
  if (!out.empty() && out != mark && has_text) out += newline_;
  out += head;
  for (const TomlPair& pair : pairs) out += fmt::format("{}{} = {}", newline_, pair.key, pair.value);
  return no_last_end ? out : out + newline_;
}

void TomlText::add(const std::string& name, const std::vector<TomlPair>& pairs) {
  toml::table wanted = root_;
  if (!wanted.contains(name)) wanted.insert_or_assign(name, toml::array());
  toml::array* list = wanted.get(name)->as_array();
  if (list == nullptr) refuse(fmt::format("\"{}\" is no list of tables there", name));
  list->push_back(table_of(pairs));

  const toml::array* there = root_[name].as_array();
  if (there == nullptr || !stands_in_a_line(*there))
    return commit(appended("[[" + name + "]]", pairs), wanted);
  std::string item;
  for (const TomlPair& pair : pairs)
    item += fmt::format("{}{} = {}", item.empty() ? "{ " : ", ", pair.key, pair.value);
  item += " }";
  std::string out = text_;
  if (there->empty()) {
    const Span whole = span(there->source());
    out.replace(whole.begin, whole.end - whole.begin, "[" + item + "]");
  } else {
    out.insert(span(there->get(there->size() - 1)->source()).end, ", " + item);
  }
  commit(std::move(out), wanted);
}

std::string TomlText::with_key(const toml::table& table, const TomlPair& pair) const {
  std::string out = text_;
  std::size_t last = 0;  // where the last pair ends
  std::size_t key_at = 0;
  bool in_columns = false;
  for (const auto& [key, value] : table) {
    if (!stands_in_a_line(value)) continue;
    const Span name = span(key.source());
    in_columns = in_columns || text_.compare(name.end, 2, "  ") == 0;
    const Span whole = span(value.source());
    if (whole.end <= last) continue;
    last = whole.end;
    key_at = name.begin;
  }
  const std::string written = fmt::format("{} = {}", pair.key, pair.value);
  if (table.is_inline() && last > 0) return out.insert(last, ", " + written);
  if (table.is_inline()) {
    const Span whole = span(table.source());
    return out.replace(whole.begin, whole.end - whole.begin, "{ " + written + " }");
  }
  if (last == 0) return out.insert(line_end(span(table.source()).end), newline_ + written);
  const std::size_t begin = line_begin(key_at);
  const std::string indent = text_.substr(begin, key_at - begin);
  const std::size_t width = in_columns ? text_.find('=', key_at) - key_at - 1 : 0;
  const std::string line = fmt::format("{}{}{:<{}} = {}", newline_, indent, pair.key, width, pair.value);
  return out.insert(line_end(last), line);
}

void TomlText::set(const TomlPlace& place, const TomlPair& pair) {
  const toml::table* table = find(place);
  if (table == nullptr) refuse(fmt::format("there is no table \"{}\" there", place.name));
  toml::table wanted = root_;
  find_in(wanted, place)->insert_or_assign(pair.key, *parsed_pair(pair).get(pair.key));
  const toml::node* there = table->get(pair.key);
  if (there == nullptr) return commit(with_key(*table, pair), wanted);
  const Span value = span(there->source());
  std::string out = text_;
  commit(out.replace(value.begin, value.end - value.begin, pair.value), wanted);
}

void TomlText::unset(const TomlPlace& place, const std::string& key) {
  const toml::table* table = find(place);
  const toml::node* there = table == nullptr ? nullptr : table->get(key);
  if (there == nullptr) refuse(fmt::format("there is no key \"{}\" there", key));
  toml::table wanted = root_;
  find_in(wanted, place)->erase(key);
  const auto name =
      std::find_if(table->begin(), table->end(), [&](const auto& pair) { return pair.first.str() == key; });
  const Span pair{span(name->first.source()).begin, span(there->source()).end};
  if (table->is_inline()) return commit(without_item(pair), wanted);
  commit(without_lines({{line_begin(pair.begin), next_line(pair.end)}}), wanted);
}

void TomlText::push(const std::string& name, const TomlPair& pair) {
  const TomlPair whole{pair.key, "[" + pair.value + "]"};
  toml::table wanted = root_;
  if (!wanted.contains(name)) {
    wanted.insert_or_assign(name, table_of({whole}));
    return commit(appended("[" + name + "]", {whole}), wanted);
  }
  const toml::table* table = find({name});
  if (table == nullptr) refuse(fmt::format("\"{}\" is no table there", name));
  const toml::node* there = table->get(pair.key);
  const toml::array* list = there == nullptr ? nullptr : there->as_array();
  if (there == nullptr || (list != nullptr && list->empty())) return set({name}, whole);
  if (list == nullptr) refuse(fmt::format("\"{}\" is no list there", pair.key));
  find_in(wanted, {name})->get(pair.key)->as_array()->push_back(*parsed_pair(pair).get(pair.key));
  std::string out = text_;
  commit(out.insert(span(list->get(list->size() - 1)->source()).end, ", " + pair.value), wanted);
}

std::string TomlText::without_item(Span item) const {
  const std::size_t after = text_.find_first_not_of(" \t", item.end);
  if (after != std::string::npos && text_[after] == ',') {
    item.end = std::min(text_.find_first_not_of(" \t", after + 1), text_.size());
  } else {
    const std::size_t before =
        item.begin == 0 ? std::string::npos : text_.find_last_not_of(" \t\r\n", item.begin - 1);
    if (before != std::string::npos && text_[before] == ',') item.begin = before;
  }
  std::string out = text_;
  return out.erase(item.begin, item.end - item.begin);
}

std::string TomlText::without_lines(const std::vector<Span>& lines) const {
  std::string out = text_;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    // Where the last line of a text without a last line end goes, the one before has none.
    const bool to_the_end = line->end == text_.size() && text_.back() != '\n';
    out.erase(line->begin, line->end - line->begin);
    if (!to_the_end || line->begin != out.size()) continue;
    if (!out.empty() && out.back() == '\n') out.pop_back();
    if (!out.empty() && out.back() == '\r') out.pop_back();
  }
  return out;
}

void TomlText::remove(const std::string& name, std::size_t nth) {
  const toml::table* table = find({name, nth});
  if (table == nullptr) refuse(fmt::format("there is no such [[{}]]", name));
  toml::table wanted = root_;
  toml::array& list = *wanted.get(name)->as_array();
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(nth));
  const bool in_a_line = table->is_inline();
  if (list.empty() && !in_a_line) wanted.erase(name);
  if (in_a_line) return commit(without_item(span(table->source())), wanted);
  std::vector<Span> lines = table_lines(*table);
  const std::size_t above = lines.front().begin == 0 ? 0 : line_begin(lines.front().begin - 1);
  const bool open_below = lines.back().end == text_.size() || is_blank_line(lines.back().end);
  if (above < lines.front().begin && is_blank_line(above) && open_below)
    lines.front().begin = above;
  else if (lines.front().begin == 0 && is_blank_line(lines.back().end))
    lines.back().end = next_line(lines.back().end);
  commit(without_lines(lines), wanted);
}

void TomlText::refuse(const std::string& what) const {
  throw UsageError(what, file_, "change it in your editor; nothing was written");
}

void TomlText::commit(std::string text, const toml::table& wanted) {
  toml::table now;
  try {
    now = parse_toml(text, file_);
  } catch (const UsageError& error) {
    refuse(fmt::format("cannot be changed here without touching what stands around it ({})", error.what()));
  }
  if (now != wanted) refuse("cannot be changed here without touching what stands around it");
  if (text != text_) edits_.push_back(line_edit(text_, text));
  text_ = std::move(text);
  root_ = std::move(now);
}

}  // namespace hoego
