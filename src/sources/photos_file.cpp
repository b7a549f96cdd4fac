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

[[noreturn]] void refuse(const std::filesystem::path& path, std::string what, std::string remedy) {
  throw Error(std::move(what), path.string(), std::move(remedy));
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

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
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
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (start == MAP_FAILED) {
    refuse(path, fmt::format("cannot be read: {}", std::strerror(errno)), "copy it to this machine's disk");
  }
  bytes_ = {static_cast<const char*>(start), size};
}

MappedFile::~MappedFile() {
  ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace hoego
