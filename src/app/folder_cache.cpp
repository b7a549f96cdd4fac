#include "app/folder_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/hash.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr const char* part_ending = ".part";

/// A name that nobody else writes to.
fs::path part_of(const fs::path& file) {
  std::ostringstream name;
  name << file.filename().string() << '.' << getpid() << '.'
       << std::chrono::steady_clock::now().time_since_epoch().count() << part_ending;
  return file.parent_path() / name.str();
}

struct Entry {
  fs::path path;
  std::uint64_t size = 0;
  fs::file_time_type used;
};

std::vector<Entry> entries_of(const fs::path& folder) {
  std::vector<Entry> entries;
  std::error_code ignored;
  for (const auto& one : fs::directory_iterator(folder, ignored)) {
    std::error_code gone;
    const Entry entry{one.path(), one.file_size(gone), one.last_write_time(gone)};
    if (!gone) entries.push_back(entry);
  }
  return entries;
}

}  // namespace

fs::path FolderCache::file_of(const std::string& key) const {
  return folder_ / hash_hex(key);
}

std::optional<std::string> FolderCache::find(const std::string& key) const {
  const fs::path file = file_of(key);
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) return std::nullopt;
  utimensat(AT_FDCWD, file.c_str(), nullptr, 0);  // used now
  return bytes.str();
}

void FolderCache::keep(const std::string& key, const std::string& bytes) {
  std::error_code failed;
  fs::create_directory(folder_, failed);
  const fs::path file = file_of(key);
  const fs::path part = part_of(file);
  {
    std::ofstream out(part, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) failed = std::make_error_code(std::errc::io_error);
  }
  if (!failed) fs::rename(part, file, failed);
  if (failed) {
    fs::remove(part, failed);
    return;
  }
  const std::lock_guard lock(mutex_);
  written_ += bytes.size();
  if (looked_ && written_ < most_bytes_ / 16) return;
  make_room();
}

void FolderCache::make_room() {
  std::vector<Entry> entries = entries_of(folder_);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& one, const Entry& other) { return one.used < other.used; });
  std::uint64_t all = 0;
  for (const Entry& entry : entries) all += entry.size;
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (const Entry& entry : entries) {
    const bool left_behind = entry.path.extension() == part_ending && entry.used < long_ago;
    if (all <= most_bytes_ && !left_behind) continue;
    std::error_code ignored;
    if (fs::remove(entry.path, ignored)) all -= std::min(all, entry.size);
  }
  written_ = 0;
  looked_ = true;
}

}  // namespace hoego
