// All sample calendars and the fuzzer's seeds, side by side with python3-recurring-ical-events.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "record/codec.h"
#include "sources/ics.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

struct Difference {
  std::size_t only_ours = 0;
  std::size_t only_theirs = 0;
  bool operator==(const Difference&) const = default;
};

struct Explained {
  Difference difference;
  std::string_view reason;
};

/// Files on which the two readings differ, by how much, and why. Everything not named here must be equal.
const std::map<std::string, Explained>& explained() {
  static const std::map<std::string, Explained> table = {
      {"datetime_vtimezone.ics",
       {{1, 1}, "the oracle reads times in an unknown zone as floating, VTIMEZONE or not"}},
      {"Office-2012-owa.ics",
       {{90, 88}, "the oracle does not know the zone names that Outlook shows to people"}},
      {"badRRULE.ics", {{0, 605}, "the oracle follows a rule that is none: RRULE:RRULE:AnythingRandom;..."}},
      {"biweekly-exdate-until.ics",
       {{48, 48}, "the oracle moves series in UTC to X-WR-TIMEZONE; hoego reads as stated"}},
      {"rdate_exdate.ics", {{0, 1}, "the oracle ignores an EXDATE that is a day in a series with times"}},
      {"exdate_other_form.ics",
       {{0, 1}, "the oracle ignores an EXDATE that is a day in a series with times"}},
      {"classify.ics", {{0, 1}, "the oracle shows what a higher SEQUENCE replaced"}},
      {"sequence.ics", {{0, 1}, "the oracle shows what a higher SEQUENCE replaced"}},
      {"rules.ics",
       {{20, 0}, "icalendar 4 reads no two-digit ordinal (BYDAY=20MO); dateutil alone gives the same days"}},
      {"8.ics", {{0, 1}, "no VCALENDAR around the events: hoego refuses the file"}},
      {"overlaps.ics", {{0, 5}, "no VCALENDAR around the events: hoego refuses the file"}},
      {"spanlist.ics", {{0, 5}, "no VCALENDAR around the events: hoego refuses the file"}},
  };
  return table;
}

/// Files that the oracle cannot read at all, so that nothing can be compared.
const std::map<std::string, std::string_view>& beyond_the_oracle() {
  static const std::map<std::string, std::string_view> table = {
      {"0.ics", "no DTSTART"},
      {"1.ics", "no DTSTART"},
      {"attendee-with-url.ics", "no DTSTART"},
      {"event-with-category.ics", "no DTSTART"},
      {"incoming.ics", "no DTSTART"},
      {"restriction.ics", "no DTSTART"},
      {"process-calendar.ics", "no DTSTART"},
      {"process-incoming.ics", "no DTSTART"},
      {"2446.ics", "no period in a list (icalendar 4)"},
      {"5.ics", "no period in a list (icalendar 4)"},
      {"freebusy.ics", "no period in a list (icalendar 4)"},
      {"rdate_period.ics", "no comparison of an RDATE period with a time"},
      {"recur_instances.ics", "no comparison of an RDATE period with a time"},
      {"rrule-rdate-period.ics", "no comparison of an RDATE period with a time"},
      {"RDATE_test.ics", "dates and times mixed in a VTIMEZONE"},
      {"RDATE_utc_test.ics", "dates and times mixed in a VTIMEZONE"},
      {"RRULE_UNTIL_test.ics", "dates and times mixed in a VTIMEZONE"},
      {"caltime.ics", "broken lines"},
      {"dst-transition-rules.ics", "broken lines"},
      {"issue250.ics", "broken lines"},
      {"stresstest.ics", "broken lines"},
      {"duration_negative.ics", "broken values"},
      {"google_birthday.ics", "broken values"},
      {"issue251.ics", "broken values"},
      {"zday.ics", "broken values"},
      {"daily-count-exdate-recurrence-id.ics", "an end before the start"},
      {"end_before_start.ics", "an end before the start"},
      {"issue252.ics", "bytes in no encoding"},
      {"issue253.ics", "bytes in no encoding"},
      {"lunar.ics", "no RSCALE"},
      {"multiple_rrules.ics", "no two rules"},
  };
  return table;
}

struct OracleFile {
  std::vector<std::pair<std::string, std::string>> windows;
  std::set<std::string> items;
  std::string error;
};

struct OracleRun {
  int status = 0;
  bool complete = false;
  std::map<std::string, OracleFile> files;
};

std::vector<fs::path> calendars_below(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".ics") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void take_line(const std::string& line, std::string& file, OracleRun& run) {
  const std::size_t blank = line.find(' ');
  const std::string word = line.substr(0, blank);
  const std::string rest = blank == std::string::npos ? "" : line.substr(blank + 1);
  if (word == "FILE") run.files[file = rest];
  if (word == "WINDOW") run.files[file].windows.emplace_back(rest.substr(0, 10), rest.substr(11));
  if (word == "ITEM") run.files[file].items.insert(rest);
  if (word == "ERROR") run.files[file].error = rest;
  if (word == "DONE") run.complete = true;
}

OracleRun ask_oracle(const std::vector<fs::path>& files) {
  // Debian's own interpreter: its modules are what tools/setup installs.
  std::string command = "timeout 300 /usr/bin/python3 '" HOEGO_SOURCE_DIR "/tests/support/ics_oracle.py'";
  for (const fs::path& file : files) command += " '" + file.string() + "'";
  OracleRun run;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return run;
  std::string line;
  std::string file;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c != '\n') {
      line.push_back(static_cast<char>(c));
      continue;
    }
    take_line(line, file, run);
    line.clear();
  }
  const int status = pclose(pipe);
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

std::string text_of(const When& when) {
  if (when.form == When::Form::Day) return WallTime{when.seconds}.date().iso();
  if (when.form == When::Form::Floating) return WallTime{when.seconds}.iso();
  const auto at = stated_instant(when);
  return at ? WallTime{at->seconds}.iso() + "Z" : "?";
}

std::string single_spaced(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const char shown = c == '\t' ? ' ' : c;
    if (shown != ' ' || (!out.empty() && out.back() != ' ')) out.push_back(shown);
  }
  return out;
}

std::set<std::string> within(const std::vector<Observation>& observations, const OracleFile& oracle) {
  std::set<std::string> out;
  for (const Observation& o : observations) {
    const std::string day = text_of(*o.begin).substr(0, 10);
    const bool inside = std::any_of(oracle.windows.begin(), oracle.windows.end(), [&](const auto& window) {
      return window.first <= day && day < window.second;
    });
    if (!inside) continue;
    out.insert(single_spaced(o.title) + "\t" + text_of(*o.begin) + "\t" + text_of(o.end ? *o.end : *o.begin));
  }
  return out;
}

std::string missing_in(const std::set<std::string>& other, const std::set<std::string>& items,
                       std::size_t& count) {
  std::string out;
  for (const std::string& item : items) {
    if (other.count(item) != 0) continue;
    if (++count <= 5) out += "    " + item + "\n";
  }
  return out;
}

CollectingSink read_calendar(const fs::path& path) {
  CollectingSink sink;
  try {
    ics_source.read({path.parent_path(), path.filename().string(), {}}, {}, sink);
  } catch (const Error& error) {
    sink.issues.push_back({path.filename().string(), "", error.what(), error.remedy()});
  }
  return sink;
}

void compare(const fs::path& path, const OracleFile& oracle) {
  const std::string name = path.filename().string();
  const CollectingSink ours = read_calendar(path);
  EXPECT_EQ(beyond_the_oracle().count(name), oracle.error.empty() ? 0U : 1U) << name << ": " << oracle.error;
  if (!oracle.error.empty()) return;
  const auto items = within(ours.observations, oracle);
  Difference found;
  const std::string lacking = missing_in(items, oracle.items, found.only_theirs);
  const std::string surplus = missing_in(oracle.items, items, found.only_ours);
  const auto known = explained().find(name);
  const Difference expected = known == explained().end() ? Difference{} : known->second.difference;
  EXPECT_EQ(found.only_ours, expected.only_ours) << name << ", only hoego has:\n" << surplus;
  EXPECT_EQ(found.only_theirs, expected.only_theirs) << name << ", only the oracle has:\n" << lacking;
}

void compare_folder(const fs::path& folder) {
  const auto files = calendars_below(folder);
  ASSERT_FALSE(files.empty());
  const OracleRun run = ask_oracle(files);
  if (run.status == 3)
    GTEST_SKIP() << "python3-recurring-ical-events is not installed: nothing to compare with";
  ASSERT_EQ(run.status, 0);
  ASSERT_TRUE(run.complete);
  for (const fs::path& file : files) compare(file, run.files.at(file.string()));
}

TEST(IcsOracle, real_calendars_have_the_same_occurrences) {
  const fs::path folder = fs::path(HOEGO_SAMPLES_DIR) / "ics";
  if (!fs::exists(folder)) GTEST_SKIP() << "no sample calendars at " << folder;
  compare_folder(folder);
}

TEST(IcsOracle, own_calendars_have_the_same_occurrences) {
  compare_folder(fs::path(HOEGO_SOURCE_DIR) / "tests/fuzz/seeds/ics");
}

TEST(IcsOracle, every_observation_of_a_real_calendar_keeps_the_invariants) {
  const fs::path folder = fs::path(HOEGO_SAMPLES_DIR) / "ics";
  if (!fs::exists(folder)) GTEST_SKIP() << "no sample calendars at " << folder;
  std::size_t read = 0;
  for (const fs::path& file : calendars_below(folder)) {
    std::set<std::string> identities;
    for (const Observation& o : read_calendar(file).observations) {
      EXPECT_EQ(broken_invariant(o), "") << file << " " << o.identity;
      EXPECT_TRUE(identities.insert(o.identity).second) << file << " twice: " << o.identity;
      ++read;
    }
  }
  EXPECT_GT(read, 1000U);
}

}  // namespace
}  // namespace hoego
