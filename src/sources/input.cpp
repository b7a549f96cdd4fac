#include "sources/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>
#include <utility>

#include "base/error.h"

namespace hoego {
namespace {

constexpr std::size_t largest_read = 256 << 10;

[[noreturn]] void too_large(const std::string& name, std::uint64_t size, std::uint64_t most) {
  throw Error(fmt::format("{} bytes are more than can be one ({} MiB)", size, most >> 20), name,
              "divide it, or leave it out");
}

class DiskFile : public Input {
 public:
  explicit DiskFile(const std::filesystem::path& path)
      : path_(path.string()), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    try {
      look();
    } catch (...) {
      if (file_ >= 0) ::close(file_);
      throw;
    }
  }
  ~DiskFile() override {
    if (!mapped_.empty()) ::munmap(const_cast<char*>(mapped_.data()), mapped_.size());
    ::close(file_);
  }
  DiskFile(const DiskFile&) = delete;
  DiskFile& operator=(const DiskFile&) = delete;

  std::uint64_t size() const override { return size_; }

  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    std::size_t have = 0;
    while (have < count) {
      const ssize_t more = ::pread(file_, to + have, count - have, static_cast<off_t>(offset + have));
      if (more < 0 && errno == EINTR) continue;
      if (more < 0) cannot_be_read();
      if (more == 0) break;
      have += static_cast<std::size_t>(more);
    }
    return have;
  }

  std::string_view whole(std::uint64_t most) override {
    if (size_ > most) too_large(path_, size_, most);
    if (size_ == 0) return {};
    if (!read_.empty() || !mapped_.empty()) return mapped_.empty() ? std::string_view(read_) : mapped_;
    if (size_ <= largest_read) {
      read_.resize(static_cast<std::size_t>(size_));
      read_.resize(read(0, read_.data(), read_.size()));  // someone may have cut it just now
      return read_;
    }
    void* start = ::mmap(nullptr, static_cast<std::size_t>(size_), PROT_READ, MAP_PRIVATE, file_, 0);
    if (start == MAP_FAILED) cannot_be_read();
    mapped_ = {static_cast<const char*>(start), static_cast<std::size_t>(size_)};
    return mapped_;
  }

 private:
  void look() {
    if (file_ < 0) {
      throw Error(fmt::format("cannot be opened: {}", std::strerror(errno)), path_,
                  "see whether it is still there and whether you may read it");
    }
    struct stat status {};
    if (::fstat(file_, &status) != 0 || !S_ISREG(status.st_mode))
      throw Error("is not a regular file", path_, "leave it out of the source's folder");
    size_ = static_cast<std::uint64_t>(status.st_size);
  }
  [[noreturn]] void cannot_be_read() const {
    throw Error(fmt::format("cannot be read: {}", std::strerror(errno)), path_,
                "copy it to this machine's disk");
  }

  std::string path_;
  int file_;
  std::uint64_t size_ = 0;
  std::string read_;         ///< a small file
  std::string_view mapped_;  ///< a large one
};

class Memory : public Input {
 public:
  Memory(std::string bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

  std::uint64_t size() const override { return bytes_.size(); }
  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    if (offset >= bytes_.size()) return 0;
    return bytes_.copy(to, count, static_cast<std::size_t>(offset));
  }
  std::string_view whole(std::uint64_t most) override {
    if (bytes_.size() > most) too_large(name_, bytes_.size(), most);
    return bytes_;
  }

 private:
  std::string bytes_;
  std::string name_;
};

/// Reads ahead; goes back by asking the input again.
class InputBuffer : public std::streambuf {
 public:
  explicit InputBuffer(Input& input) : input_(input) {}

 protected:
  int_type underflow() override {
    const std::size_t count = input_.read(next_, bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    next_ += count;
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
  }
  pos_type seekoff(off_type by, std::ios_base::seekdir from, std::ios_base::openmode which) override {
    const auto here = static_cast<off_type>(next_) - (egptr() - gptr());
    if (from == std::ios_base::cur && by == 0) return here;
    const off_type base = from == std::ios_base::beg   ? 0
                          : from == std::ios_base::cur ? here
                                                       : static_cast<off_type>(input_.size());
    return seekpos(base + by, which);
  }
  pos_type seekpos(pos_type to, std::ios_base::openmode) override {
    if (to < 0) return pos_type(off_type(-1));
    next_ = static_cast<std::uint64_t>(static_cast<off_type>(to));
    setg(nullptr, nullptr, nullptr);
    return to;
  }

 private:
  Input& input_;
  std::uint64_t next_ = 0;
  std::array<char, std::size_t{64} << 10> bytes_{};
};

class InputStream : public std::istream {
 public:
  explicit InputStream(Input& input) : std::istream(nullptr), buffer_(input) {
    rdbuf(&buffer_);
    exceptions(std::ios::badbit);  // an Error thrown by the input passes through
  }

 private:
  InputBuffer buffer_;
};

}  // namespace

std::unique_ptr<Input> open_file(const std::filesystem::path& path) {
  return std::make_unique<DiskFile>(path);
}

std::unique_ptr<Input> input_of(std::string bytes, std::string name) {
  return std::make_unique<Memory>(std::move(bytes), std::move(name));
}

std::unique_ptr<std::istream> stream_of(Input& input) {
  return std::make_unique<InputStream>(input);
}

}  // namespace hoego
