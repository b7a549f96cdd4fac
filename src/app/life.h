#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/places.h"
#include "app/arguments.h"
#include "app/config.h"
#include "import/importer.h"
#include "resolve/assemble.h"
#include "resolve/derive.h"
#include "resolve/timeline.h"
#include "story/document.h"

namespace hoego {

/// Who is told how far a sync is, and may end it; each may be empty.
struct SyncWatch {
  std::function<void(const Progress&)> progress = {};
  std::function<void()> settling = {};      ///< all is read; what it comes to is worked out
  const std::atomic<bool>* stop = nullptr;  ///< set: keep what is whole, and end
};

/// What one looks back on: a life folder, or only paths. Holds the configuration and the index.
class Life {
 public:
  /// The life folder of `arguments` (-C, else upwards from the working folder). Throws UsageError where there
  /// is none.
  static Life open(const Arguments& arguments);
  /// Without a life folder: these paths alone, indexed under $XDG_CACHE_HOME/hoego.
  static Life of_paths(const std::vector<std::string>& paths, const std::optional<std::string>& type);
  /// Whether a life folder is found.
  static bool exists(const Arguments& arguments);

  const Config& config() const { return config_; }
  const std::filesystem::path& folder() const { return folder_; }
  /// Whether it is a life folder, which may hold promises and notes; false: paths alone.
  bool has_folder() const { return has_folder_; }
  Store& store() { return store_; }
  const Store& store() const { return store_; }

  /// Brings the index up to date with the sources (all, or those whose written path is in `only`) and derives
  /// the records again where anything changed. With progress on a terminal.
  ImportResult sync(int jobs, const std::vector<std::string>& only = {}, const SyncWatch& watch = {});
  /// Derives the records again if the owner's decisions changed since; imports first if that was never done.
  void refresh(int jobs);
  /// The same of what was read so far: imports nothing.
  void derive();
  /// Whether the sources were never looked at, or the last sync of them did not end.
  bool is_unfinished() const;

  /// All records, as looked back on from `today`.
  Timeline timeline(Date today) const;
  /// The same as if private sources were not there, without what belongs to private areas: for reviews that
  /// others read. Coverage of calendars and repositories of which nothing is left goes too.
  Timeline shared_timeline(Date today) const;
  /// The years in which the owner has records up to this day, ascending; as of the last derivation.
  std::vector<int> years(Date last) const;
  /// Corrections and clocks that apply to nothing.
  std::vector<Issue> decision_issues() const;
  /// How many observations were found to be of a thing another one tells of too.
  std::uint64_t merged() const;

  /// Where a source of this written path lies.
  std::filesystem::path locate(const std::string& written) const;
  /// Where an origin can be opened.
  struct Original {
    std::filesystem::path file;  ///< absolute: the file or folder, or the archive it lies in
    std::string member;          ///< its path in the archive; empty where it lies in none
  };
  Original original(const Origin& origin) const;

 private:
  Life(std::filesystem::path folder, Config config, const std::filesystem::path& index);
  std::string decisions_key() const;
  /// By source, and file or folder in it.
  using Wanted = std::function<bool(const std::string& source, const std::string& path)>;
  std::vector<SourcedClaim> claims(const Wanted& wanted) const;
  Derived derived(const Wanted& wanted) const;
  bool has_private_sources() const;
  /// Also what another source holds too, whose folder is a private one's or around it.
  bool is_private(const std::string& source, const std::string& path) const;
  void derive_records();
  void drop_records();

  std::filesystem::path folder_;  ///< relative paths start here
  bool has_folder_ = true;
  Config config_;
  Store store_;
};

/// The moment of looking: HOEGO_NOW (an ISO 8601 time or day) or the clock.
Instant now();
/// The local day of `now()`, at home; no later than the configuration's `as_of`.
Date today(const Config& config);
/// What the analysis asks of geography, answered by the gazetteer in the data file.
Places places();
/// Language of the output: --lang, else the configuration, else the locale.
Language language_of(const Arguments& arguments, const Config& config);

}  // namespace hoego
