#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "base/civil.h"
#include "record/issue.h"
#include "sources/archive_bytes.h"
#include "sources/archive_names.h"

namespace hoego {

/// A regular file in an archive.
struct Member {
  std::string path;          ///< as in MemberPath
  std::uint64_t size = 0;    ///< bytes, as the archive says
  std::uint64_t packed = 0;  ///< bytes in the archive
  std::uint64_t place = 0;   ///< ascending in the archive's order; its own handle
  std::optional<Date> modified;
};

/// One archive file, listed once, then read member by member.
class Container {
 public:
  virtual ~Container() = default;
  /// Gives each regular file, in the archive's order, with clean paths; `take` may open it then. What is
  /// wrong with the archive goes to `problem`, with an empty path. Throws Error where nothing can be listed.
  virtual void list(const std::function<void(Member)>& take, const std::function<void(Issue)>& problem) = 0;
  /// The container must outlive the input. Throws Error.
  virtual std::unique_ptr<Input> open(const Member& member) = 0;
  /// Going back to an earlier member means beginning anew.
  virtual bool is_sequential() const { return false; }
  /// Of two members of one name the later one is the newer (tar -r).
  virtual bool replaces() const { return false; }
  /// After `list`: whether the archive ends before this member does.
  virtual bool is_cut(const Member& /*member*/) const { return false; }
};

/// `bytes` and `budget` are borrowed. Throws Error.
std::unique_ptr<Container> open_zip(const ArchiveBytes& bytes, ArchiveBudget& budget);
std::unique_ptr<Container> open_tar(const ArchiveBytes& bytes, ArchiveBudget& budget, bool compressed);

/// Collects what is the same problem of many members into one line.
class OddMembers {
 public:
  void add(const std::string& name) {
    if (count_++ == 0) first_ = name;
  }
  /// "12 of its files …"; nothing where there are none.
  void tell(const char* reason, const char* remedy, const std::function<void(Issue)>& problem) const;

 private:
  std::uint64_t count_ = 0;
  std::string first_;
};

/// Counts members and the bytes of their names; tells once where there are too many.
class MemberCount {
 public:
  explicit MemberCount(const ArchiveLimits& limits) : limits_(limits) {}
  /// Whether one more may be taken.
  bool take(std::size_t name_bytes, const std::function<void(Issue)>& problem);

 private:
  const ArchiveLimits& limits_;
  std::uint64_t count_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace hoego
