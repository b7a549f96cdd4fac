#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>

#include "base/civil.h"
#include "sources/source.h"
#include "store/store.h"

namespace hoego {

/// A folder or file to bring into the index.
struct ImportSource {
  std::filesystem::path path;
  std::string name;                                 ///< the path as the owner wrote it: its name in the index
  std::string type;                                 ///< the format the owner named, or empty
  bool keep_text = false;                           ///< as in ReadOptions
  std::map<std::string, std::string> columns = {};  ///< as in ReadOptions
};

struct Progress {
  std::uint64_t done = 0;    ///< units read
  std::uint64_t total = 0;   ///< units to read that were found so far
  bool walking = true;       ///< `total` may still grow
  std::uint64_t bytes = 0;   ///< of the main files that were read
  double seconds = 0;        ///< since the import began
  std::uint64_t things = 0;  ///< that were found in them
  std::string source =
      {};  ///< name of the one that was read last; while nothing is, of the one that is walked
};

struct ImportOptions {
  int jobs = 0;  ///< reader processes; 0: as many as the machine has processors
  /// Called at most ten times a second, and at the end where anything was read; may be empty.
  std::function<void(const Progress&)> progress;
  Instant now;                              ///< its UTC day is the day the sources were looked at
  const std::atomic<bool>* stop = nullptr;  ///< set: finish what is whole and return; may be null
  /// A reader that says nothing for so long is killed.
  std::chrono::milliseconds stall{60'000};
  std::uint64_t reader_memory = std::uint64_t{1} << 30;  ///< bytes of address space; 0 for no limit
};

struct ImportCounts {
  std::uint64_t fresh = 0;    ///< units that were not known
  std::uint64_t same = 0;     ///< units that are as they were
  std::uint64_t changed = 0;  ///< units that were read again
  std::uint64_t gone = 0;     ///< units that are there no more
};

struct ImportResult : ImportCounts {
  std::map<std::string, ImportCounts> by_type;
  std::uint64_t unknown = 0;   ///< files that no format recognises
  std::uint64_t problems = 0;  ///< issues the index holds for these sources
  bool wrote = false;          ///< whether the index was written: else what was derived of it still holds
  bool stopped = false;        ///< by `ImportOptions::stop`
};

/// Brings the index up to date with the sources. Reads only what changed, in reader
/// processes; commits whole units only, so that it can end anywhere and be taken up again. Removes what is
/// gone only where the source itself is there. What is in the index at the end depends on the sources and
/// `options` alone, not on their order, the number of jobs, or what came before.
///
/// The program must call `worker_main` when it is run with the arguments `worker FD`.
/// Throws Error for an index that cannot be written or is being imported into, and UsageError for a forced
/// type that is none of `formats`.
ImportResult import(Store& store, std::span<const ImportSource> sources,
                    std::span<const Source* const> formats, const ReadOptions& options,
                    const ImportOptions& import_options);

}  // namespace hoego
