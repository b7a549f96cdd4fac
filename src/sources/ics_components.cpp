#include "sources/ics_components.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace hoego::ics {
namespace {

constexpr std::size_t max_component_bytes = std::size_t{4} << 20;
constexpr std::size_t max_calendars = 10000;

constexpr std::array event_properties = {
    "UID",        "RECURRENCE-ID", "DTSTART",  "DTEND",  "DURATION",      "SUMMARY", "LOCATION",
    "STATUS",     "CREATED",       "TRANSP",   "GEO",    "LAST-MODIFIED", "DTSTAMP", "SEQUENCE",
    "CATEGORIES", "ORGANIZER",     "ATTENDEE", "EXRULE", "EXDATE",        "RRULE",   "RDATE",
};
constexpr std::array timezone_properties = {
    "TZID", "X-LIC-LOCATION", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO",
};

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return upper(c); });
  return out;
}

/// The name of a content line: what stands before its parameters and value.
std::string property_name(std::string_view line) {
  const std::size_t end = line.find_first_of(";:");
  if (end == std::string_view::npos || end > 64) return {};
  return upper(line.substr(0, end));
}

std::string_view property_value(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
}

/// RFC 5545, 3.3.11: backslashes before commas, semicolons, backslashes and n.
std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out.push_back(text[i]);
      continue;
    }
    const char next = text[++i];
    out.push_back(next == 'n' || next == 'N' ? ' ' : next);
  }
  return out;
}

template <std::size_t N>
bool among(const std::array<const char*, N>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&](const char* known) { return name == known; });
}

/// Follows BEGIN and END by counting, never by calling itself.
class Splitter {
 public:
  Splitter(IssueLog& issues, const std::function<void(const Component&)>& take)
      : issues_(issues), take_(take) {}

  void line(const std::string& text, std::size_t number) {
    const std::string name = property_name(text);
    if (name == "BEGIN") return begin(upper(property_value(text)), number);
    if (name == "END") return end(upper(property_value(text)), number);
    if (open_) return keep(name, text);
    if (depth_ == 0 && !names_.empty() && (name == "X-WR-CALNAME" || name == "NAME")) {
      if (names_.back().empty() || name == "X-WR-CALNAME") names_.back() = unescape(property_value(text));
    }
  }

  std::vector<std::string> finish(std::size_t number) {
    if (open_) abandon(number);
    if (in_calendar_) {
      issues_.add(line_place(number), "the file ends before END:VCALENDAR",
                  "export the calendar again; what stands before was read");
    }
    return std::move(names_);
  }

 private:
  void begin(const std::string& type, std::size_t number) {
    if (type == "VCALENDAR") {
      if (open_) abandon(number);
      depth_ = 0;
      in_calendar_ = true;
      if (names_.size() < max_calendars) names_.emplace_back();
      return;
    }
    if (type == "VEVENT" || type == "VTIMEZONE") {
      if (open_) abandon(number);  // neither stands inside another: the END before it is missing
      depth_ = 0;
      open_ = true;
      too_big_ = false;
      component_ = {type == "VEVENT" ? Component::Type::Event : Component::Type::Timezone,
                    "BEGIN:" + type + "\r\n", number, names_.empty() ? 0 : names_.size() - 1};
      return;
    }
    ++depth_;
    if (is_observance(type)) append("BEGIN:" + type);
  }

  void end(const std::string& type, std::size_t number) {
    if (type == "VCALENDAR") {
      if (open_) abandon(number);
      depth_ = 0;
      in_calendar_ = false;
      return;
    }
    if (open_ && type == (component_.type == Component::Type::Event ? "VEVENT" : "VTIMEZONE")) {
      if (depth_ == 0) return close(type);
      return abandon(number);
    }
    if (is_observance(type)) append("END:" + type);
    if (depth_ > 0) --depth_;
  }

  bool is_observance(const std::string& type) const {
    return open_ && component_.type == Component::Type::Timezone && depth_ == 1 &&
           (type == "STANDARD" || type == "DAYLIGHT");
  }

  void keep(const std::string& name, const std::string& text) {
    if (component_.type == Component::Type::Event) {
      if (depth_ == 0 && among(event_properties, name)) append(text);
    } else if (depth_ <= 1 && among(timezone_properties, name)) {
      append(text);
    }
  }

  void append(const std::string& text) {
    if (component_.text.size() + text.size() > max_component_bytes)
      too_big_ = true;
    else
      component_.text.append(text).append("\r\n");
  }

  void close(const std::string& type) {
    open_ = false;
    if (too_big_) {
      issues_.add(line_place(component_.line), fmt::format("a {} of more than 4 MiB", type),
                  "look at that line: no calendar writes this");
      return;
    }
    component_.text.append("END:" + type + "\r\n");
    take_(component_);
  }

  void abandon(std::size_t number) {
    open_ = false;
    depth_ = 0;
    issues_.add(
        line_place(component_.line),
        fmt::format("its END is missing (the next thing begins at line {}), so it was left out", number),
        "export the calendar again");
  }

  IssueLog& issues_;
  const std::function<void(const Component&)>& take_;
  std::vector<std::string> names_;
  Component component_;
  bool in_calendar_ = false;
  bool open_ = false;
  bool too_big_ = false;
  std::size_t depth_ = 0;  ///< of nested components inside the calendar or the open component
};

}  // namespace

void IssueLog::add(const std::string& place, const std::string& reason, const std::string& remedy) {
  if (++count_ < max_issues) return sink_.issue({path_, place, reason, remedy});
  if (count_ == max_issues) {
    sink_.issue(
        {path_, place, "more problems in this file than are listed", "mend the first ones, then sync"});
  }
}

void IssueLog::add_once(const std::string& place, const std::string& reason, const std::string& remedy) {
  if (said_.size() < max_issues && said_.insert(reason).second) add(place, reason, remedy);
}

std::string line_place(std::size_t line) {
  return fmt::format("line {}", line);
}

std::vector<std::string> split_components(ContentLines& lines, IssueLog& issues,
                                          const std::function<void(const Component&)>& take) {
  Splitter splitter(issues, take);
  std::string line;
  while (lines.next(line)) {
    const std::size_t end = line.find_last_not_of(" \t");
    line.resize(end == std::string::npos ? 0 : end + 1);
    splitter.line(line, lines.number());
  }
  if (lines.cut() > 0) {
    issues.add("", fmt::format("{} lines of more than 1 MiB were cut", lines.cut()),
               "nothing to do if they are attachments");
  }
  return splitter.finish(lines.number());
}

}  // namespace hoego::ics
