#pragma once
#include <string>
#include <vector>

#include "sources/ics.h"
#include "tests/support/reading.h"
#include "tests/support/scratch_folder.h"

/// Small calendars, and what is read of them in words.
namespace hoego::calendars {

/// A calendar of the given bytes, on the disk.
class CalendarFile {
 public:
  explicit CalendarFile(const std::string& bytes, std::string name = "calendar.ics")
      : name_(std::move(name)) {
    folder_.write(name_, bytes);
  }
  CollectingSink read(const ReadOptions& options = {}) const {
    return read_path(ics_source, folder_.path() / name_, options);
  }

 private:
  ScratchFolder folder_;
  std::string name_;
};

inline std::string calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Mine\n" + inside + "END:VCALENDAR\n";
}

/// A VEVENT with UID `u` (unless another is given) and the lines.
inline std::string event(const std::string& lines, const std::string& uid = "u") {
  return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "END:VEVENT\n";
}

inline CollectingSink read(const std::string& inside, const ReadOptions& options = {}) {
  return CalendarFile(calendar(inside)).read(options);
}

inline std::string span_of(const Observation& o) {
  return text_of(*o.begin) + (o.end ? " to " + text_of(*o.end) : "");
}

inline std::vector<std::string> spans(const CollectingSink& read) {
  std::vector<std::string> out;
  for (const Observation& o : read.observations) out.push_back(span_of(o));
  return out;
}

inline std::vector<std::string> identities(const CollectingSink& read) {
  std::vector<std::string> out;
  for (const Observation& o : read.observations) out.push_back(o.identity);
  return out;
}

}  // namespace hoego::calendars
