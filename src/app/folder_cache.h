#pragma once
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace hoego {

/// What took long to make, in a folder, as much as fits: what was not asked for the longest goes first. What
/// cannot be written is not kept. Safe with threads, and with several processes at one folder.
class FolderCache {
 public:
  /// The folder is made when there is something to keep, the one above it is not.
  FolderCache(std::filesystem::path folder, std::uint64_t most_bytes)
      : folder_(std::move(folder)), most_bytes_(most_bytes) {}

  /// `key`: what it *is*, of any characters. What was kept under it before is replaced.
  std::optional<std::string> find(const std::string& key) const;
  void keep(const std::string& key, const std::string& bytes);

 private:
  std::filesystem::path file_of(const std::string& key) const;
  void make_room();

  std::filesystem::path folder_;
  std::uint64_t most_bytes_;
  std::mutex mutex_;
  std::uint64_t written_ = 0;  ///< since room was made
  bool looked_ = false;
};

}  // namespace hoego
