#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sources/archive_container.h"
#include "sources/source.h"

namespace hoego {

/// The files of an archive, or of all parts of one, as if unpacked into one folder; and the units among them.
class ArchiveTree : public Files {
 public:
  /// A unit inside: indices of files.
  struct Inside {
    const Source* format = nullptr;
    std::size_t main = 0;
    std::vector<std::size_t> companions;
  };

  /// All are borrowed.
  ArchiveTree(const Unit& unit, std::span<const Source* const> formats, ArchiveBudget& budget);

  /// Lists all parts. Problems go to `problem`, with the part's path relative to the unit's root. Throws
  /// Error where there is only one part and it cannot be listed, or none can.
  void list(const std::function<void(Issue)>& problem);
  /// The units, in the order in which they lie. What nobody can decide goes to `problem`.
  std::vector<Inside> units(const std::function<void(Issue)>& problem) const;

  std::unique_ptr<Input> open(const std::string& path) const override;

  /// The path of a file below its archive.
  std::string path_of(std::size_t file) const;
  /// The path by which it is found again: "takeout-001.zip/Takeout/…", clean text. A path that is no file's
  /// is taken to be in the part of `beside`.
  std::string shown(const std::string& path, std::size_t beside) const;
  /// The last day on which any of its files was changed, as far as they say.
  std::optional<Date> newest() const { return newest_; }
  ArchiveBudget& budget() const { return budget_; }
  /// Whether it lies in another archive.
  bool is_nested() const { return unit_.files != nullptr; }

 private:
  struct Part {
    std::string path;  ///< relative to the unit's root
    std::unique_ptr<Container> container;
  };
  struct File {
    std::string folder;
    std::string name;
    std::size_t part = 0;
    Member member;  ///< without its path
    const Source* format = nullptr;
    const Source* rival = nullptr;
    std::optional<std::string> kept;  ///< a small companion in an archive that is read from front to back
  };

  void list_part(const std::string& path, const std::function<void(Issue)>& problem);
  void take(std::size_t part, Member member, const std::function<void(Issue)>& problem);
  void look_at(File& file, const std::string& path, const Member& member);
  bool may_accompany(const std::string& name) const;
  void sort_files(const std::function<void(Issue)>& problem);
  void group(std::size_t begin, std::size_t end, std::vector<Inside>& out,
             const std::function<void(Issue)>& problem) const;
  std::optional<std::size_t> find(const std::string& path) const;
  ArchiveBytes bytes_of(const std::string& part) const;

  const Unit& unit_;
  std::span<const Source* const> formats_;
  ArchiveBudget& budget_;
  std::vector<Part> parts_;
  std::vector<File> files_;
  std::uint64_t kept_ = 0;
  std::optional<Date> newest_;
};

}  // namespace hoego
