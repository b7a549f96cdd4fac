#pragma once
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "record/codec.h"
#include "sources/source.h"

namespace hoego::fuzz {

/// Stops the program where a source gives what must never become a record.
class CheckingSink : public Sink {
 public:
  void observation(Observation observation) override {
    const std::string broken = broken_invariant(observation);
    if (broken.empty()) return;
    std::fprintf(stderr, "%s: %s\n", observation.identity.c_str(), broken.c_str());
    std::abort();
  }
  void issue(Issue issue) override {
    if (issue.reason.empty() || issue.path.empty()) std::abort();
  }
  void coverage(CoverageClaim /*claim*/) override {}
};

/// Lets a source read bytes as a file of its own, which lies in memory. hoego::Error is a fair answer.
inline void read_bytes(const Source& source, const std::uint8_t* data, std::size_t size) {
  const int file = memfd_create("unit", 0);
  if (file < 0) std::abort();
  for (std::size_t written = 0; written < size;) {
    const ssize_t count = write(file, data + written, size - written);
    if (count <= 0) std::abort();
    written += static_cast<std::size_t>(count);
  }
  CheckingSink sink;
  try {
    source.read({"/proc/self/fd", std::to_string(file), {}}, {}, sink);
  } catch (const Error&) {
  }
  close(file);
}

}  // namespace hoego::fuzz
