#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "record/coverage.h"
#include "record/issue.h"
#include "record/observation.h"
#include "record/record.h"

namespace hoego {

/// A folder or file the owner named.
struct StoredSource {
  std::int64_t id = 0;
  std::string path;                  ///< as the owner gave it
  std::string type;                  ///< forced type; empty for any
  std::optional<Date> checked = {};  ///< UTC day on which its whole tree was last looked at
};

/// Where a unit lies in its source: the folder and the name in it, as the file system spells them (which may
/// be no UTF-8: show `clean_text` of it). Both empty: the source's root itself.
struct UnitPath {
  std::string folder;
  std::string name;

  std::string whole() const { return folder.empty() ? name : folder + '/' + name; }
  bool operator==(const UnitPath&) const = default;
};

/// The index: what the sources said, and the records derived from it. A cache: a file of another schema is
/// emptied, never migrated. Every function throws Error where the file cannot be used, also when another
/// process holds it for longer than three seconds. One Store belongs to one thread.
class Store {
 public:
  /// Opens the index, with its folders, making what is not there. Writes nothing to an index that is there
  /// and of this version.
  static Store open(const std::filesystem::path& index_file);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Changes made while it lives are written together by `commit`, or not at all. Not nested.
  class Transaction {
   public:
    explicit Transaction(Store& store);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

   private:
    Store* store_;
  };

  /// Held by whoever imports, so that two do not do the same work; ends with the process, however it ends.
  class ImportLock {
   public:
    explicit ImportLock(int file) : file_(file) {}
    ~ImportLock();
    ImportLock(ImportLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
    ImportLock& operator=(ImportLock&&) = delete;
    ImportLock(const ImportLock&) = delete;
    ImportLock& operator=(const ImportLock&) = delete;

   private:
    int file_;
  };
  /// Throws Error if another process imports into this index.
  ImportLock lock_for_import();

  /// Rows written through this Store since it was opened.
  std::int64_t rows_written() const;

  // Sources.

  /// Finds the source, or puts it in.
  std::int64_t source_id(const std::string& path, const std::string& type);
  std::vector<StoredSource> sources() const;  ///< by path, then type
  /// Removes a source and all that was read from it; records are derived again by who calls.
  void forget_source(std::int64_t id);
  /// The day on which the source's whole tree was last looked at.
  void set_checked(std::int64_t source, Date day);
  /// What is wrong with the source itself.
  std::vector<Issue> source_issues(std::int64_t source) const;
  void set_source_issues(std::int64_t source, const std::vector<Issue>& issues);

  // What was read.

  struct StoredObservation {
    std::string source;  ///< the source's path
    std::string unit;    ///< UnitPath::whole
    Observation observation;
  };
  /// All observations, by kind, identity, source, unit, and their order in the unit. Constant memory. The
  /// callback may read from this store, but not write to it.
  void each_observation(const std::function<void(const StoredObservation&)>& take) const;

  struct StoredIssue {
    std::string source;
    std::string unit;  ///< empty for the source itself
    Issue issue;
  };
  std::vector<StoredIssue> issues() const;  ///< by source, unit, and their order in the unit

  struct StoredClaim {
    std::string source;
    std::string unit;
    CoverageClaim claim;
    /// The UTC day on which the unit was last known to be as it was read: a living unit's coverage ends
    /// there.
    Date read_on;
  };
  std::vector<StoredClaim> claims() const;  ///< by source, unit, and their order in the unit

  // Units, for the import.

  struct KnownUnit {
    std::string name;
    std::string format;  ///< empty: looked at, and nothing that is known
    std::string key;
    std::string holds = {};  ///< of an archive, how many units of which format: "ics:2 photos:312"
  };
  /// The units of one folder, by name.
  std::vector<KnownUnit> units_in(std::int64_t source, const std::string& folder) const;
  std::optional<KnownUnit> unit_at(std::int64_t source, const UnitPath& path) const;
  /// Folders that hold units, sorted.
  std::vector<std::string> folders_of(std::int64_t source) const;
  std::uint64_t issue_count(std::int64_t source) const;

  struct StoredUnit {
    std::string folder;
    std::string name;
    std::string format;  ///< empty: nothing that is known
    std::string holds;   ///< as in KnownUnit
    std::uint64_t observations = 0;
    std::uint64_t issues = 0;
  };
  /// Every file and folder of a source that was looked at and is no companion, by folder, then name.
  std::vector<StoredUnit> units(std::int64_t source) const;

  /// A unit that is being read: invisible until `finish_unit`, gone with `drop_unit`.
  std::int64_t stage_unit();
  void stage(std::int64_t unit, std::uint64_t ordinal, const Observation& observation);
  void stage(std::int64_t unit, std::uint64_t ordinal, const Issue& issue);
  void stage(std::int64_t unit, std::uint64_t ordinal, const CoverageClaim& claim);
  /// Takes back the observations and claims that were staged, not the issues.
  void unstage(std::int64_t unit);
  /// Takes back the observations and claims of these ordinals and higher.
  void unstage(std::int64_t unit, std::uint64_t first_observation, std::uint64_t first_claim);
  /// Puts the staged unit in the place of the one that had this path, if any.
  void finish_unit(std::int64_t unit, std::int64_t source, const UnitPath& path, const std::string& format,
                   const std::string& key, const std::string& holds = {});
  void drop_unit(std::int64_t unit);
  /// Removes the unit of this path, if there is one.
  void remove_unit(std::int64_t source, const UnitPath& path);
  /// Drops what an interrupted import left half read.
  void drop_unfinished();

  // Derived.

  /// Makes these the records, in one transaction; rows that are as they were are not written.
  void replace_records(const std::vector<Record>& records);
  /// By which decisions the records were derived. Empty: a unit came or went since, or that was never done.
  std::string derived() const;
  /// To be set when the records have been replaced, and taken back (empty) before: a process may end between.
  void set_derived(const std::string& decisions);
  /// Records by begin (instant), then id; with `days` those that touch one of these local days.
  std::vector<Record> records(std::optional<DateRange> days) const;
  std::optional<Record> record(const std::string& id) const;
  /// At most `most` records in whose title, place, calendar, repository, tags… every word of `text` is found,
  /// anywhere and without regard to case ("서울" finds "남서울"); by begin, then id.
  std::vector<Record> search_records(std::string_view text, int most) const;

  /// The numbers of all such records, ascending. A record has its number as long as nothing of it changes.
  std::vector<std::int64_t> matching_records(std::string_view text) const;
  std::optional<Record> record_numbered(std::int64_t number) const;
  /// All records with their numbers, by begin, then id. Constant memory; the callback may read from this
  /// store.
  void each_record(const std::function<void(std::int64_t number, const Record&)>& take) const;

  /// Empty for a key that was never set.
  std::string meta(const std::string& key) const;
  void set_meta(const std::string& key, const std::string& value);

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hoego
