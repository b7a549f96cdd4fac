#include "import/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

#include "base/text.h"
#include "sources/grouping.h"

namespace hoego {
namespace {

std::string words_of(int error) {
  return std::generic_category().message(error);
}

Issue unreadable(const std::string& path, int error) {
  if (error == EACCES || error == EPERM) {
    return {clean_text(path), "", "may not be read", "give yourself the right to read it"};
  }
  if (error == ELOOP)
    return {clean_text(path), "", "a link that leads in a circle", "mend or remove the link"};
  return {clean_text(path), "", fmt::format("cannot be read: {}", words_of(error)),
          "see that the disk is well and the path not too long"};
}

struct Closer {
  void operator()(DIR* folder) const { closedir(folder); }
};

void look_at_file(int folder, const std::string& path, const char* name, bool link, Listing& out) {
  struct stat found {};
  if (fstatat(folder, name, &found, link ? 0 : AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT && !link) return;  // gone between the listing and the look
    if (errno == ENOENT) {
      out.issues.push_back({clean_text(path), "", "a link that leads nowhere", "mend or remove the link"});
    } else {
      out.issues.push_back(unreadable(path, errno));
    }
    return;
  }
  if (!link && S_ISLNK(found.st_mode)) return look_at_file(folder, path, name, true, out);
  if (!link && S_ISDIR(found.st_mode) && !is_skipped_folder(name)) out.folders.emplace_back(name);
  if (!S_ISREG(found.st_mode) || is_skipped_file(name)) return;
  const std::int64_t modified = std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec;
  out.files.push_back({name, static_cast<std::uint64_t>(found.st_size), modified});
}

void look_at(int folder, const dirent& entry, Listing& out) {
  const char* name = static_cast<const char*>(entry.d_name);
  if (name == std::string_view(".") || name == std::string_view("..")) return;
  out.names.emplace_back(name);
  switch (entry.d_type) {
    case DT_DIR:
      if (!is_skipped_folder(name)) out.folders.emplace_back(name);
      return;
    case DT_REG:
    case DT_LNK:
    case DT_UNKNOWN:
      if (entry.d_type == DT_REG && is_skipped_file(name)) return;
      return look_at_file(folder, join_path(out.folder, name), name, entry.d_type == DT_LNK, out);
    default:
      return;
  }
}

void read_folder(int descriptor, Listing& out) {
  const std::unique_ptr<DIR, Closer> folder(fdopendir(descriptor));
  if (!folder) {
    out.readable = false;
    out.issues.push_back(unreadable(out.folder, errno));
    ::close(descriptor);
    return;
  }
  errno = 0;
  while (const dirent* entry = readdir(folder.get())) {
    look_at(descriptor, *entry, out);
    errno = 0;
  }
  if (errno != 0) {
    out.readable = false;
    out.issues.push_back(unreadable(out.folder, errno));
  }
  std::sort(out.names.begin(), out.names.end());
  std::sort(out.folders.begin(), out.folders.end());
  std::sort(out.files.begin(), out.files.end(),
            [](const FileEntry& a, const FileEntry& b) { return a.name < b.name; });
  std::sort(out.issues.begin(), out.issues.end(),
            [](const Issue& a, const Issue& b) { return a.path < b.path; });
}

}  // namespace

int open_quietly(int folder, const char* path, int flags) {
  const int quiet = openat(folder, path, flags | O_CLOEXEC | O_NOATIME);
  if (quiet >= 0 || errno != EPERM) return quiet;
  return openat(folder, path, flags | O_CLOEXEC);  // O_NOATIME is the owner's alone
}

Walk::Walk(const std::filesystem::path& root)
    : root_(open_quietly(AT_FDCWD, root.c_str(), O_RDONLY | O_DIRECTORY)), waiting_(1) {
  if (root_ < 0) failure_ = errno;
}

Walk::~Walk() {
  if (root_ >= 0) ::close(root_);
}

bool Walk::next(Listing& listing) {
  if (waiting_.empty()) return false;
  listing = Listing{};
  listing.folder = std::move(waiting_.back());
  waiting_.pop_back();
  const char* path = listing.folder.empty() ? "." : listing.folder.c_str();
  const int folder = root_ < 0 ? -1 : open_quietly(root_, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (folder < 0) {
    listing.readable = false;
    listing.issues.push_back(unreadable(listing.folder, root_ < 0 ? failure_ : errno));
    return true;
  }
  read_folder(folder, listing);
  return true;
}

void Walk::descend(const Listing& listing) {
  for (auto name = listing.folders.rbegin(); name != listing.folders.rend(); ++name) {
    waiting_.push_back(join_path(listing.folder, *name));
  }
}

}  // namespace hoego
