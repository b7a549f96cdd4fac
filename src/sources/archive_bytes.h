#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "record/sink.h"
#include "sources/archive.h"
#include "sources/input.h"

namespace hoego {

/// What may still come out of one archive. Whoever takes bytes out of it says so.
class ArchiveBudget {
 public:
  /// `sink` is told that the reader is at work; it must outlive this.
  ArchiveBudget(const ArchiveLimits& limits, std::uint64_t archive_bytes, Sink& sink);

  /// Throws Error when it is spent.
  void spend(std::uint64_t bytes);
  bool is_spent() const { return spent_ > total_; }
  /// What to tell the person, the first time it is asked; nothing later.
  std::string last_word();
  const ArchiveLimits& limits() const { return limits_; }

 private:
  ArchiveLimits limits_;
  std::uint64_t total_;
  std::uint64_t spent_ = 0;
  bool told_ = false;
  Sink& sink_;
};

/// How one member grows while it is decompressed.
class MemberGrowth {
 public:
  MemberGrowth(ArchiveBudget& budget, std::uint64_t packed, std::string name)
      : budget_(budget), packed_(packed), name_(std::move(name)) {}
  /// Throws Error when it grows as no honest file does, or the budget is spent.
  void grow(std::uint64_t bytes);

 private:
  ArchiveBudget& budget_;
  std::uint64_t packed_;
  std::uint64_t produced_ = 0;
  std::string name_;
};

/// An archive's own bytes: on the disk, or in memory where it lies in another archive.
struct ArchiveBytes {
  std::shared_ptr<Input> input;
  std::filesystem::path on_disk;  ///< empty: in memory
};

/// Bytes that lie in the archive as they are. A large piece is given out whole as a view of the mapped file
/// (read-only), whatever its size: a map of the piece alone, for a reader has few addresses.
std::unique_ptr<Input> slice_of(const ArchiveBytes& bytes, std::uint64_t offset, std::uint64_t size,
                                ArchiveBudget& budget, std::string name);

}  // namespace hoego
