#include "app/replaced_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/error.h"
#include "base/hash.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr const char* remedy = "check that the folder is there, can be written to and has room";

/// Where the bytes lie: behind any links.
fs::path behind_links(const fs::path& file) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(file, error);
  return error ? file : real;
}

[[noreturn]] void cannot_write(const fs::path& file) {
  throw Error(std::string("cannot write: ") + std::strerror(errno), file.string(), remedy);
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// As near to a change as can be: what another program saves is not overwritten.
bool still_holds(const fs::path& real, const std::optional<std::string>& before) {
  std::ifstream in(real, std::ios::binary);
  const bool there = in.is_open();
  const std::string now =
      there ? std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>())
            : std::string{};
  return there == before.has_value() && now == before.value_or("");
}

/// A file that is gone again unless it took the other's place.
class Part {
 public:
  explicit Part(const fs::path& file)
      : file_(file), path_(fmt::format("{}.{}.part", file.string(), getpid())) {}
  ~Part() {
    if (!placed_) unlink(path_.c_str());
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  void write(std::string_view text) const {
    struct stat old {};
    const bool there = stat(file_.c_str(), &old) == 0;
    const int descriptor = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) cannot_write(file_);
    const bool written = (!there || fchmod(descriptor, old.st_mode & 07777U) == 0) &&
                         write_all(descriptor, text) && fsync(descriptor) == 0;
    if (close(descriptor) != 0 || !written) cannot_write(file_);
  }

  void place() {
    if (std::rename(path_.c_str(), file_.c_str()) != 0) cannot_write(file_);
    placed_ = true;
  }

 private:
  fs::path file_;
  std::string path_;
  bool placed_ = false;
};

}  // namespace

std::optional<std::string> owners_file(const fs::path& file, std::uintmax_t most) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  if (error || !fs::is_regular_file(status))
    throw Error("cannot be read", file.string(), "check that it is a file, and its permissions");
  if (fs::file_size(file, error) > most || error)
    throw Error(fmt::format("is longer than {} megabytes", most >> 20U), file.string(),
                "keep only words of your own in it");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error("cannot be read", file.string(), "check its permissions");
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

std::string owners_tag(const std::optional<std::string>& bytes) {
  return bytes ? hash_hex(*bytes) : std::string();
}

bool replace_file(const fs::path& file, const std::optional<std::string>& before, std::string_view text) {
  const fs::path real = behind_links(file);
  std::error_code error;
  fs::create_directories(real.parent_path(), error);
  Part part(real);
  part.write(text);
  if (!still_holds(real, before)) return false;
  part.place();
  return true;
}

bool remove_file(const fs::path& file, std::string_view before) {
  const fs::path real = behind_links(file);
  if (!still_holds(real, std::string(before))) return false;
  if (unlink(real.c_str()) != 0) cannot_write(real);
  return true;
}

}  // namespace hoego
