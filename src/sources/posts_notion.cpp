#include "sources/posts_notion.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t id_digits = 32;
constexpr std::size_t most_properties = 100;
constexpr std::size_t longest_key = 100;
constexpr std::size_t longest_value = 4096;

/// Names that people and Notion's own templates give to properties, and what they are here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> known = {{
    {"published", "published"},
    {"publish date", "published"},
    {"published date", "published"},
    {"published at", "published"},
    {"게시일", "published"},
    {"발행일", "published"},
    {"게시 날짜", "published"},
    {"발행 날짜", "published"},
    {"date", "date"},
    {"날짜", "date"},
    {"작성일", "date"},
    {"작성 일시", "date"},
    {"작성일시", "date"},
    {"작성 날짜", "date"},
    {"작성날짜", "date"},
    {"일자", "date"},
    {"created", "created"},
    {"created time", "created"},
    {"created at", "created"},
    {"date created", "created"},
    {"생성일", "created"},
    {"생성 일시", "created"},
    {"생성일시", "created"},
    {"만든 날짜", "created"},
    {"생성 날짜", "created"},
    {"tags", "tags"},
    {"tag", "tags"},
    {"태그", "tags"},
    {"category", "categories"},
    {"카테고리", "categories"},
}};

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

/// A date without what `parse_stated_date` does not read: the end of a span, the zone's short name, the mark
/// of a mention.
std::string bare_date(std::string_view value) {
  value = value.substr(0, value.find("→"));
  value = value.substr(0, value.find(" ("));
  std::string out = trim(value);
  if (!out.empty() && out[0] == '@') out.erase(0, 1);
  return out;
}

}  // namespace

std::string name_without_notion_id(std::string_view stem) {
  if (stem.size() < id_digits + 2) return "";
  const std::string_view id = stem.substr(stem.size() - id_digits);
  const std::string_view rest = stem.substr(0, stem.size() - id_digits);
  if (rest.back() != ' ' || !std::all_of(id.begin(), id.end(), is_hex)) return "";
  return trim(rest);
}

FrontMatter read_notion_properties(std::string_view text) {
  FrontMatter out;
  std::string_view rest = text;
  std::string_view line = take_line(rest);
  if (line.substr(0, 2) != "# ") return out;
  while (!rest.empty() && trim(rest.substr(0, rest.find('\n'))).empty()) take_line(rest);
  for (std::size_t count = 0; count < most_properties && !rest.empty(); ++count) {
    std::string_view ahead = rest;
    line = take_line(ahead);
    const std::size_t divider = line.find(": ");
    if (divider == 0 || divider > longest_key) break;
    const std::string key = fold_case(trim(line.substr(0, divider)));
    const auto* found =
        std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.first == key; });
    std::string value = trim(line.substr(divider + 2));
    if (found != known.end() && value.size() <= longest_value) {
      const std::string name(found->second);
      if (name != "tags" && name != "categories") value = bare_date(value);
      out.values[name].items.push_back(std::move(value));
    }
    rest = ahead;
    out.present = true;
    out.body = text.size() - rest.size();
  }
  return out;
}

}  // namespace hoego
