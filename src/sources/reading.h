#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/sink.h"
#include "sources/work_identity.h"

namespace hoego {

/// A book or a paper as a reading list or a bibliography knows it. Texts are clean.
struct Reading {
  Kind kind = Kind::Paper;  ///< Book or Paper
  Work work;
  std::string locator;
  std::vector<std::string> authors;  ///< "Family, Given" or "Given Family", as written
  std::vector<std::string> tags;
  std::string series;  ///< "The Locked Tomb #1"
  std::string venue;   ///< journal, proceedings, school
  std::string status;  ///< "read", "to-read", "currently-reading", or the origin's own word
  std::string as_of;   ///< see trait::as_of; may be empty

  bool is_read = false;              ///< the origin says so, with a date or without
  std::optional<When> read;          ///< when it was read to its end
  std::optional<Date> started;       ///< when reading began
  std::optional<When> added;         ///< when it was put on the list
  std::string added_from = "added";  ///< what says so: "added"; "urldate", "accessed" for a page's visit
  std::optional<double> pages;
  std::optional<double> published;  ///< year
  std::optional<double> rating;
};

/// The observation of it; nothing where nothing tells what it is, or a paper has no date at all. A book
/// begins on the day on which it was read, a paper on that or else when it was added (`time_from` says so). A
/// book without a date read is known, but not dated.
std::optional<Observation> observation_of(const Reading& reading);

/// Which days a list could have seen: from the first date read to the newest date in it, complete. A list of
/// papers that knows no dates read, but for each when it was added, is a window over those.
class ReadingDays {
 public:
  void see(const Reading& reading);
  void claim(const std::string& scope, Sink& sink) const;

 private:
  struct Days {
    std::optional<Date> first_read;
    std::optional<Date> first_added;
    std::optional<Date> newest;
    bool all_added = true;
  };
  static void claim(Kind kind, const Days& days, const std::string& scope, Sink& sink);

  Days books_;
  Days papers_;
};

/// What the plugin "Zotero Reading List" writes into the field Extra, which exports call a note:
/// `Read_Status: Read`, `Read_Status_Date: 2024-03-15T12:00:00.000Z`.
struct ZoteroExtra {
  bool is_read = false;
  std::optional<When> since;  ///< when it got that status
};
ZoteroExtra read_zotero_extra(std::string_view note);

}  // namespace hoego
