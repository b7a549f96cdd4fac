#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "record/codec.h"
#include "sources/photos.h"
#include "tests/support/collecting_sink.h"

namespace {

/// The input as a file without a folder. Everything is written or the process ends: a half fuzzed input
/// proves nothing.
class MemoryFile {
 public:
  MemoryFile(const std::uint8_t* data, std::size_t size) : number_(::memfd_create("picture", MFD_CLOEXEC)) {
    if (number_ < 0 || ::write(number_, data, size) != static_cast<ssize_t>(size)) std::abort();
  }
  ~MemoryFile() { ::close(number_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string name() const { return std::to_string(number_); }

 private:
  int number_;
};

void read(const MemoryFile& picture, std::vector<std::string> sidecars) {
  hoego::CollectingSink sink;
  try {
    hoego::photos_source.read({"/proc/self/fd", picture.name(), std::move(sidecars)}, {}, sink);
  } catch (const hoego::Error&) {
    return;  // a unit that cannot be read
  }
  for (const hoego::Observation& photo : sink.observations) {
    const std::string broken = hoego::broken_invariant(photo);
    if (broken.empty()) continue;
    std::fprintf(stderr, "broken invariant: %s\n", broken.c_str());
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  read(file, {});
  static const MemoryFile bare_picture(reinterpret_cast<const std::uint8_t*>("\x89PNG\r\n\x1A\n"), 8);
  read(bare_picture, {file.name()});  // as the sidecar of a picture that says nothing
  return 0;
}
