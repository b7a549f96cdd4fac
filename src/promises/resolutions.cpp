#include "promises/resolutions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// Where a list item's words begin; nothing if the line is none.
std::optional<std::size_t> item_begin(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return std::nullopt;
  if (line[at] == '-' || line[at] == '*' || line[at] == '+') {
    ++at;
  } else {
    const std::size_t digits = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    if (at == digits || at >= line.size() || (line[at] != '.' && line[at] != ')')) return std::nullopt;
    ++at;
  }
  if (at >= line.size() || line[at] != ' ') return std::nullopt;
  return line.find_first_not_of(' ', at);
}

class File {
 public:
  File(std::string name, int year) : days_(whole_year(year)) {
    file_.name = std::move(name);
    file_.year = year;
  }

  void read(std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      ++line_;
      read_line(text.substr(at, end - at));
      at = end + 1;
    }
  }

  Resolutions result() && { return std::move(file_); }

 private:
  void issue(std::size_t column, std::string reason, std::string remedy) {
    file_.issues.push_back(
        {file_.name, fmt::format("{}:{}", line_, column), std::move(reason), std::move(remedy)});
  }

  void read_line(std::string_view line) {
    if (line.rfind("```", 0) == 0 || line.rfind("~~~", 0) == 0) fenced_ = !fenced_;
    if (fenced_) return;
    if (!line.empty() && line.front() == '#') return read_heading(line);
    if (const auto begin = item_begin(line)) read_item(line, *begin);
  }

  void read_heading(std::string_view line) {
    const std::size_t hashes = line.find_first_not_of('#');
    if (hashes == std::string_view::npos) return;
    const std::string title = trim(line.substr(hashes));
    if (hashes == 1 && title.size() == 4 && is_digits(title)) {
      const int year = std::stoi(title);
      if (year >= Date::min_year) days_ = whole_year(year);
      return;
    }
    const std::size_t dots = title.find("..");
    if (dots == std::string::npos || title.empty() || !is_digit(title.front())) return;
    const auto from = Date::parse(trim(std::string_view(title).substr(0, dots)));
    const auto to = Date::parse(trim(std::string_view(title).substr(dots + 2)));
    days_.reset();
    if (from && to && *from <= *to) {
      days_ = DateRange{*from, *to};
      return;
    }
    issue(hashes + 2, fmt::format("no such days: \"{}\"", clipped(title)),
          from && to ? "the first day before the last: ## 2024-10-20..2025-12-31"
                     : "two days that exist: ## 2024-10-20..2025-12-31");
  }

  void read_item(std::string_view line, std::size_t begin) {
    PromiseLine item;
    item.line = line_;
    item.days = days_;
    item.readable = days_.has_value();
    if (line.size() >= begin + 3 && line[begin] == '[' && line[begin + 2] == ']') {
      item.ticked = line[begin + 1] == 'x' || line[begin + 1] == 'X';
      begin += 3;
    }
    read_check(line, begin, item);
    if (item.text.empty() && item.check.empty()) return;
    if (item.text.empty()) item.text = item.check;
    file_.lines.push_back(std::move(item));
  }

  void read_check(std::string_view line, std::size_t begin, PromiseLine& item) {
    const std::size_t open = line.find('`', begin);
    if (open == std::string_view::npos) {
      item.text = trim(line.substr(begin));
      return;
    }
    const std::size_t close = line.find('`', open + 1);
    item.column = characters(line.substr(0, open + 1)) + 1;
    item.text = trim(line.substr(begin, open - begin));
    if (close == std::string_view::npos) {
      item.readable = false;
      item.check = trim(line.substr(open + 1));
      return issue(item.column, "the check has no end", "a second backtick");
    }
    item.check = std::string(line.substr(open + 1, close - open - 1));
    const std::string after = trim(line.substr(close + 1));
    if (const std::size_t second = line.find('`', close + 1); second != std::string_view::npos) {
      item.readable = false;
      return issue(characters(line.substr(0, second)) + 1, "a second check on one line",
                   "one check a line: give the other a line of its own");
    }
    if (!after.empty()) item.text += (item.text.empty() ? "" : " ") + after;
  }

  Resolutions file_;
  std::optional<DateRange> days_;
  int line_ = 0;
  bool fenced_ = false;
};

}  // namespace

Resolutions read_resolutions(std::string_view text, const std::string& name, int year) {
  File file(name, year);
  file.read(text);
  return std::move(file).result();
}

Date last_day_of(const std::vector<Resolutions>& files, Date day) {
  for (const Resolutions& file : files) {
    for (const PromiseLine& line : file.lines) {
      if (line.days) day = std::max(day, line.days->to);
    }
  }
  return day;
}

}  // namespace hoego
