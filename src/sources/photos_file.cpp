#include "sources/photos_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace hoego {
namespace {

constexpr std::size_t largest_read = 256 << 10;

[[noreturn]] void refuse(const std::filesystem::path& path, std::string what, std::string remedy) {
  throw Error(std::move(what), path.string(), std::move(remedy));
}

[[noreturn]] void cannot_be_read(const std::filesystem::path& path) {
  refuse(path, fmt::format("cannot be read: {}", std::strerror(errno)), "copy it to this machine's disk");
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::string read_whole(const std::filesystem::path& path, int file, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const ssize_t more = ::read(file, bytes.data() + have, size - have);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) cannot_be_read(path);
    if (more == 0) break;  // someone cut it just now
    have += static_cast<std::size_t>(more);
  }
  bytes.resize(have);
  return bytes;
}

}  // namespace

FileBytes::FileBytes(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) {
    refuse(path, fmt::format("cannot be opened: {}", std::strerror(errno)),
           "see whether it is still there and whether you may read it");
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    refuse(path, "is not a regular file", "leave it out of the source's folder");
  }
  if (status.st_size == 0)
    refuse(path, "the file is empty", "copy it again from where it came, or delete it");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size <= largest_read) {
    read_ = read_whole(path, file.number(), size);
    return;
  }
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (start == MAP_FAILED) cannot_be_read(path);
  mapped_ = {static_cast<const char*>(start), size};
}

FileBytes::~FileBytes() {
  if (!mapped_.empty()) ::munmap(const_cast<char*>(mapped_.data()), mapped_.size());
}

}  // namespace hoego
