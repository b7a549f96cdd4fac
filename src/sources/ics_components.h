#pragma once
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "record/sink.h"
#include "sources/ics_lines.h"

namespace hoego::ics {

/// Issues of one file: at most `max_issues` of them, then one that says so. A hostile file must not fill the
/// list of problems.
class IssueLog {
 public:
  static constexpr std::size_t max_issues = 200;

  /// `path` is the unit's. `sink` is borrowed and must outlive the log.
  IssueLog(std::string path, Sink& sink) : path_(std::move(path)), sink_(sink) {}

  void add(const std::string& place, const std::string& reason, const std::string& remedy);
  /// Only the first issue with this reason is reported.
  void add_once(const std::string& place, const std::string& reason, const std::string& remedy);

 private:
  std::string path_;
  Sink& sink_;
  std::size_t count_ = 0;
  std::set<std::string> said_;
};

/// "line 12"
std::string line_place(std::size_t line);

/// One VEVENT or VTIMEZONE, cut out of its file: only the properties that hoego reads, one a line, with CRLF.
/// Nested components are left out, but for STANDARD and DAYLIGHT of a VTIMEZONE.
struct Component {
  enum class Type { Event, Timezone };

  Type type = Type::Event;
  std::string text;
  std::size_t line = 0;      ///< where it begins
  std::size_t calendar = 0;  ///< index of the VCALENDAR in the file
};

/// Cuts a file into components without recursion, whatever its BEGIN and END lines say, and gives each to
/// `take`. Returns the name (X-WR-CALNAME, RFC 7986 NAME, or empty) of each VCALENDAR, in order: empty if the
/// file has none. A component without its END is an issue and is left out.
std::vector<std::string> split_components(ContentLines& lines, IssueLog& issues,
                                          const std::function<void(const Component&)>& take);

}  // namespace hoego::ics
