#include "app/original_entry.h"

#include <charconv>
#include <fstream>

#include "base/text.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most = std::size_t{8} << 10;
constexpr std::uintmax_t largest = std::uintmax_t{64} << 20;

bool next_line(std::istream& text, std::string& line) {
  if (!std::getline(text, line)) return false;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

bool begins(std::string_view line, std::string_view word) {
  return line.substr(0, word.size()) == word;
}

bool is_uid(std::string_view line, std::string_view uid) {
  if (!begins(line, "UID:") && !begins(line, "UID;")) return false;
  return line.substr(line.find(':') + 1) == uid;
}

/// "line 71".
std::optional<std::uint64_t> line_number(std::string_view locator) {
  constexpr std::string_view word = "line ";
  if (!begins(locator, word)) return std::nullopt;
  locator.remove_prefix(word.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(locator.data(), locator.data() + locator.size(), number);
  if (error != std::errc() || end != locator.data() + locator.size()) return std::nullopt;
  return number;
}

std::optional<std::string> found_in(const fs::path& path, const std::string& locator) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored) || fs::file_size(path, ignored) > largest) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (const auto number = line_number(locator)) return line_of(file, *number);
  if (path.extension() != ".ics") return std::nullopt;
  if (auto whole = component_of(file, locator)) return whole;
  // One time of a series: its day stands behind the UID.
  file.clear();
  file.seekg(0);
  return component_of(file, std::string_view(locator).substr(0, locator.rfind('/')));
}

}  // namespace

std::optional<std::string> component_of(std::istream& calendar, std::string_view uid) {
  std::string line, logical, component;
  bool inside = false;
  bool is_it = false;
  const auto take = [&] {
    if (begins(logical, "BEGIN:V") && logical != "BEGIN:VALARM") {
      inside = true;
      is_it = false;
      component.clear();
    }
    if (!inside) return false;
    is_it = is_it || is_uid(logical, uid);
    if (component.size() < most) component += logical + '\n';
    return is_it && begins(logical, "END:V") && logical != "END:VALARM";
  };
  while (next_line(calendar, line)) {
    if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
      logical.append(line, 1);
      continue;
    }
    if (take()) return component;
    logical = line;
  }
  if (take()) return component;
  return std::nullopt;
}

std::optional<std::string> line_of(std::istream& text, std::uint64_t number) {
  std::string line;
  for (std::uint64_t at = 0; at < number; ++at) {
    if (!next_line(text, line)) return std::nullopt;
  }
  if (number == 0) return std::nullopt;
  return line;
}

std::optional<std::string> original_entry(const Life& life, const Record& record) {
  for (const Origin& origin : record.origins) {
    if (origin.locator.empty()) continue;
    const Life::Original original = life.original(origin);
    if (!original.member.empty()) continue;
    auto entry = found_in(original.file, origin.locator);
    if (!entry || entry->empty() || !is_utf8(*entry) || entry->find('\0') != std::string::npos) continue;
    if (entry->size() > most) entry = clean_text(entry->substr(0, most));
    return entry;
  }
  return std::nullopt;
}

}  // namespace hoego
