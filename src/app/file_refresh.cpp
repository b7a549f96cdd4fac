#include "app/file_refresh.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/error.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest = 16U << 20U;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw Error("cannot read", file.string(), "check its permissions");
  return bytes;
}

[[noreturn]] void cannot_write(const fs::path& file) {
  throw Error(std::string("cannot write: ") + std::strerror(errno), file.string(),
              "check that its folder can be written to and has room");
}

/// A file that is there for as long as it is not put in the place of another.
class Draft {
 public:
  explicit Draft(const fs::path& beside)
      : path_(beside.string() + ".hoego-XXXXXX"), descriptor_(mkstemp(path_.data())) {
    if (descriptor_ < 0) cannot_write(beside);
  }
  ~Draft() {
    close(descriptor_);
    if (!placed_) unlink(path_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void write(const std::string& bytes) const {
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t done = ::write(descriptor_, bytes.data() + at, bytes.size() - at);
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) cannot_write(path_);
      at += static_cast<std::size_t>(done);
    }
    if (fsync(descriptor_) != 0) cannot_write(path_);
  }

  void put_in_place_of(const fs::path& file) {
    std::error_code error;
    fs::permissions(path_, fs::status(file).permissions(), error);
    if (error || rename(path_.c_str(), file.c_str()) != 0) cannot_write(file);
    placed_ = true;
  }

 private:
  std::string path_;
  int descriptor_;
  bool placed_ = false;
};

}  // namespace

FileRefresh::FileRefresh(fs::path file) {
  std::error_code error;
  file_ = fs::canonical(file, error);
  if (error || !fs::is_regular_file(file_))
    throw UsageError("there is no such file", file.string(), "--into takes a Markdown file that is there");
  if (fs::file_size(file_) > longest)
    throw UsageError("the file is longer than 16 MB", file.string(), "--into takes a text");
  text_ = bytes_of(file_);
}

void FileRefresh::write(const std::string& text) const {
  if (text == text_) return;
  Draft draft(file_);
  draft.write(text);
  if (bytes_of(file_) != text_)
    throw Error("the file was changed meanwhile and is left as it is", file_.string(),
                "run the command again");
  draft.put_in_place_of(file_);
}

}  // namespace hoego
