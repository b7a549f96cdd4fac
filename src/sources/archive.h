#pragma once
#include <cstdint>
#include <span>

#include "sources/source.h"

namespace hoego {

/// Archives read where they lie, never unpacked to the disk: .zip (also zip64), .tar, .tar.gz. All parts of a
/// Google Takeout in one folder are one unit. See doc/sources/archive.md.
extern const Source archive_source;

/// What an archive may ask of this machine. Each is named in the message where it ends the reading.
struct ArchiveLimits {
  std::uint64_t most_members = 1'000'000;
  std::uint64_t most_name_bytes = std::uint64_t{128} << 20;  ///< of all members' paths together
  /// How many times its packed size a member may be, beyond the first `free_growth` bytes that come out of
  /// it.
  std::uint64_t most_growth = 200;
  std::uint64_t free_growth = std::uint64_t{64} << 20;
  /// Bytes that may come out of one archive, however often its members are read: this, and for each of its
  /// own bytes up to 100 more, but beyond `generous` only 4 more.
  std::uint64_t free_total = std::uint64_t{1} << 30;
  std::uint64_t generous = std::uint64_t{64} << 30;
  /// A compressed member that is asked for as a whole, and an archive inside an archive: held in memory.
  std::uint64_t most_whole = std::uint64_t{128} << 20;
  std::uint64_t most_nested = std::uint64_t{64} << 20;
};

/// Reads the units inside with `formats`, as the importer reads those of a folder. Those in an archive inside
/// this one too, but no deeper. Throws Error where nothing can be read at all.
void read_archive(const Unit& unit, const ReadOptions& options, Sink& sink,
                  std::span<const Source* const> formats, const ArchiveLimits& limits = {});

}  // namespace hoego
