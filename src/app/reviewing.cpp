#include "app/reviewing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "analysis/coverage.h"
#include "analysis/private_areas.h"
#include "analysis/year.h"
#include "app/installed.h"
#include "app/notes_files.h"
#include "app/resolution_files.h"
#include "base/error.h"
#include "promises/promises.h"
#include "review/share.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

fs::path bundle_path() {
  if (const auto bundle = installed("page.html")) return *bundle;
  throw Error("the page's bundle is not installed", beside_the_program("page.html").string(),
              "build it with `make build`, or install hoego again");
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Error("cannot read", path.string(), "check its permissions");
  return text.str();
}

/// A correction that applies to nothing, as a problem to tell.
Issue issue_of(const UnusedCorrection& unused) {
  const std::string nearest = fmt::format("{}", fmt::join(unused.candidates, ", "));
  return {unused.where, unused.what, "applies to nothing any more",
          nearest.empty() ? "take it out, or give another day" : "nearest: " + nearest};
}

struct Found {
  Findings findings;
  std::vector<Issue> issues;
};

Found find_all(Life& life, const Timeline& timeline, DateRange days, Date as_of,
               const std::optional<DateRange>& against) {
  const Period period{days.from, days.to, as_of};
  const Places atlas = places();
  const AllTime all = over_all_time(timeline, life.config().settings, atlas, as_of);
  Found found;
  found.findings = look_back(all, period, against.value_or(year_before(period)));
  for (const UnusedCorrection& unused : found.findings.unused_corrections)
    found.issues.push_back(issue_of(unused));
  JudgedPromises judged = judge_promises(resolution_files(life), all, days, found.findings.coverage);
  found.findings.promises = std::move(judged.promises);
  std::move(judged.issues.begin(), judged.issues.end(), std::back_inserter(found.issues));
  cite(found.findings, timeline);
  std::vector<Issue> notes = add_own_words(life, today(life.config()), found.findings);
  std::move(notes.begin(), notes.end(), std::back_inserter(found.issues));
  return found;
}

/// The middle of a town, by its name.
std::optional<Coordinates> centre_of(const Places& atlas, const Place& place) {
  if (place.town_id == 0) return std::nullopt;
  for (const std::string& name : {place.town_en, place.town_ko}) {
    for (const auto& [town, at] : atlas.find_town(name)) {
      if (town.town_id == place.town_id) return at;
    }
  }
  return std::nullopt;
}

/// Names also of those whom only a private source knows: a title elsewhere may hold them.
Discretion discretion(const Life& life, Date as_of, Language language) {
  constexpr std::size_t shortest = 2;  // one syllable is a part of too many words
  Discretion discretion;
  const Timeline timeline = life.timeline(as_of);
  discretion.people = people_in(timeline.records(), life.config().decisions.names);
  discretion.private_ids = private_ids(life.config().settings);
  for (const std::string& name : private_names(life.config().settings)) {
    if (points_of(name).size() >= shortest) discretion.hidden.add(name, "");
  }
  discretion.centre_of = [atlas = places()](const Place& place) { return centre_of(atlas, place); };
  discretion.language = language;
  return discretion;
}

std::optional<FoundFinding> find_in(const Findings& findings, const std::string& id) {
  if (id == period_id(findings.period)) return FoundFinding{"period", {}, 0};
  for (const Evident& one : evident(findings)) {
    if (one.id == id) return FoundFinding{std::string(one.what), one.evidence->records, one.evidence->count};
  }
  for (const CoverageFinding& coverage : findings.coverage) {
    if (coverage.id == id) return FoundFinding{"coverage of " + coverage.source, {}, 0};
  }
  return std::nullopt;
}

/// The years named in an id ("trip-2024-09-ca"), else all.
std::vector<int> likely_years(const std::string& id, const std::vector<int>& all) {
  std::vector<int> years;
  for (const int year : all) {
    if (id.find(std::to_string(year)) != std::string::npos) years.push_back(year);
  }
  for (auto year = all.rbegin(); year != all.rend(); ++year) {
    if (std::find(years.begin(), years.end(), *year) == years.end()) years.push_back(*year);
  }
  return years;
}

}  // namespace

ReviewRequest request_of_year(const Life& life, int year) {
  ReviewRequest request;
  request.period = whole_year(year);
  if (request.period.from > today(life.config()))
    throw UsageError("the year has not begun", "year", "choose a year that has begun");
  return request;
}

Reviewed review_of(Life& life, const ReviewRequest& request) {
  const Date as_of = request.as_of.value_or(today(life.config()));
  const bool for_others = request.audience == Audience::Others;
  const Timeline timeline = for_others ? life.shared_timeline(as_of) : life.timeline(as_of);
  Found found = find_all(life, timeline, request.period, as_of, request.against);
  if (for_others)
    found.findings = shared(std::move(found.findings), discretion(life, as_of, request.language));
  Reviewed reviewed;
  // What is left out for others may be what a note or a correction is about.
  if (!for_others) reviewed.issues = std::move(found.issues);
  reviewed.review.findings = std::move(found.findings);
  reviewed.review.story = tell(reviewed.review.findings, request.language, request.tone);
  reviewed.review.language = request.language;
  return reviewed;
}

JudgedPromises judged_in(const std::vector<Resolutions>& files, const AllTime& all) {
  DateRange days{all.as_of, all.as_of};
  for (const Resolutions& file : files) {
    for (const PromiseLine& line : file.lines) {
      if (line.days) days = {std::min(days.from, line.days->from), std::max(days.to, line.days->to)};
    }
  }
  const DateRange seen{days.from, std::min(days.to, all.as_of)};
  return judge_promises(files, all, days, coverage_findings(all.timeline, seen));
}

JudgedPromises judged_promises(Life& life, int year, Date as_of) {
  std::vector<Resolutions> files;
  for (Resolutions& file : resolution_files(life)) {
    if (file.year == year) files.push_back(std::move(file));
  }
  const Timeline timeline = life.timeline(as_of);
  const Places atlas = places();
  return judged_in(files, over_all_time(timeline, life.config().settings, atlas, as_of));
}

std::vector<Issue> owner_issues(Life& life, std::optional<Date> wanted) {
  const Corrections& corrections = life.config().settings.corrections;
  const bool none = corrections.trips.empty() && corrections.changes.empty() && !has_notes(life);
  if (none && resolution_files(life).empty()) return {};
  const Date as_of = wanted.value_or(today(life.config()));
  const DateRange year = whole_year(as_of.year());
  return find_all(life, life.timeline(as_of), year, as_of, std::nullopt).issues;
}

std::string page_bundle() {
  return read_file(bundle_path());
}

std::string formatted(const Review& review, const std::string& format) {
  if (format == "md") return to_markdown(review);
  if (format == "json") return to_json(review);
  if (format == "html") return to_html(review, page_bundle());
  throw UsageError(fmt::format("unknown format \"{}\"", format), "--format", "md, html or json");
}

std::vector<int> years_with_records(const Timeline& timeline, Date last) {
  std::set<int> years;
  for (const Record& record : timeline.records()) {
    if (record.mine && record.day() <= last) years.insert(record.day().year());
  }
  return {years.begin(), years.end()};
}

std::optional<FoundFinding> find_finding(Life& life, const std::string& id, std::optional<Date> wanted) {
  const Date as_of = wanted.value_or(today(life.config()));
  const Timeline timeline = life.timeline(as_of);
  for (const int year : likely_years(id, years_with_records(timeline, as_of))) {
    const DateRange days = whole_year(year);
    if (auto found = find_in(find_all(life, timeline, days, as_of, std::nullopt).findings, id)) return found;
  }
  return std::nullopt;
}

}  // namespace hoego
