#pragma once
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace hoego {

/// Small pictures in a folder, as many as fit: those that were not asked for the longest go first. What
/// cannot be written is not kept. Safe with threads, and with several processes at one folder.
class PictureCache {
 public:
  /// The folder is made when there is something to keep, the one above it is not.
  PictureCache(std::filesystem::path folder, std::uint64_t most_bytes)
      : folder_(std::move(folder)), most_bytes_(most_bytes) {}

  /// `key`: what the picture *is*, of any characters.
  std::optional<std::string> find(const std::string& key) const;
  void keep(const std::string& key, const std::string& jpeg);

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
