#include "sources/archive_bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace hoego {
namespace {

constexpr std::uint64_t largest_read = 256 << 10;
constexpr std::uint64_t most_a_byte = 100;
constexpr std::uint64_t most_a_generous_byte = 4;

/// A part of a file, mapped.
class MappedPiece {
 public:
  MappedPiece(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size) {
    const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    const std::uint64_t before = offset % page;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    length_ = static_cast<std::size_t>(size + before);
    void* start = descriptor < 0 ? MAP_FAILED
                                 : ::mmap(nullptr, length_, PROT_READ, MAP_PRIVATE, descriptor,
                                          static_cast<off_t>(offset - before));
    if (descriptor >= 0) ::close(descriptor);
    if (start == MAP_FAILED) return;
    start_ = static_cast<const char*>(start);
    view_ = {start_ + before, static_cast<std::size_t>(size)};
  }
  ~MappedPiece() {
    if (start_) ::munmap(const_cast<char*>(start_), length_);
  }
  MappedPiece(const MappedPiece&) = delete;
  MappedPiece& operator=(const MappedPiece&) = delete;

  bool is_mapped() const { return start_ != nullptr; }
  std::string_view view() const { return view_; }

 private:
  const char* start_ = nullptr;
  std::size_t length_ = 0;
  std::string_view view_;
};

class Slice : public Input {
 public:
  Slice(const ArchiveBytes& bytes, std::uint64_t offset, std::uint64_t size, ArchiveBudget& budget,
        std::string name)
      : bytes_(bytes), offset_(offset), size_(size), budget_(budget), name_(std::move(name)) {}

  std::uint64_t size() const override { return size_; }

  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    if (offset >= size_) return 0;
    count = static_cast<std::size_t>(std::min<std::uint64_t>(count, size_ - offset));
    budget_.spend(count);
    return bytes_.input->read(offset_ + offset, to, count);
  }

  std::string_view whole(std::uint64_t most) override {
    if (size_ > most) {
      throw Error(fmt::format("{} bytes are more than can be one ({} MiB)", size_, most >> 20), name_,
                  "divide it, or leave it out");
    }
    if (size_ == 0) return {};
    if (!copy_.empty() || piece_) return piece_ ? piece_->view() : std::string_view(copy_);
    if (bytes_.on_disk.empty()) {
      budget_.spend(size_);
      return bytes_.input->whole(bytes_.input->size()).substr(offset_, size_);
    }
    if (size_ <= largest_read) {
      copy_.resize(static_cast<std::size_t>(size_));
      copy_.resize(read(0, copy_.data(), copy_.size()));
      return copy_;
    }
    budget_.spend(size_);
    piece_ = std::make_unique<MappedPiece>(bytes_.on_disk, offset_, size_);
    if (piece_->is_mapped()) return piece_->view();
    piece_.reset();
    throw Error(fmt::format("{} MiB of it cannot be looked at as a whole", size_ >> 20), name_,
                "unpack it and name the folder as a source");
  }

 private:
  ArchiveBytes bytes_;
  std::uint64_t offset_;
  std::uint64_t size_;
  ArchiveBudget& budget_;
  std::string name_;
  std::string copy_;
  std::unique_ptr<MappedPiece> piece_;
};

std::uint64_t total_for(const ArchiveLimits& limits, std::uint64_t bytes) {
  bytes = std::min(bytes, std::uint64_t{1} << 50);
  return limits.free_total + std::min(bytes * most_a_byte, limits.generous + bytes * most_a_generous_byte);
}

}  // namespace

ArchiveBudget::ArchiveBudget(const ArchiveLimits& limits, std::uint64_t archive_bytes, Sink& sink)
    : limits_(limits), total_(total_for(limits, archive_bytes)), sink_(sink) {}

void ArchiveBudget::spend(std::uint64_t bytes) {
  sink_.alive();
  if (is_spent() || bytes > total_ - spent_) {
    spent_ = total_ + 1;
    throw Error(fmt::format("more than {} MiB came out of the archive", total_ >> 20), "",
                "if you trust it, unpack it and name the folder as a source");
  }
  spent_ += bytes;
}

std::string ArchiveBudget::last_word() {
  if (told_) return {};
  told_ = true;
  return fmt::format("more than {} MiB came out of the archive: the rest was not read", total_ >> 20);
}

void MemberGrowth::grow(std::uint64_t bytes) {
  budget_.spend(bytes);
  produced_ += bytes;
  const ArchiveLimits& limits = budget_.limits();
  if (produced_ <= limits.free_growth || produced_ / limits.most_growth <= packed_) return;
  throw Error(fmt::format("grows to more than {} times its packed size", limits.most_growth), name_,
              "if you trust it, unpack it and name the folder as a source");
}

std::unique_ptr<Input> slice_of(const ArchiveBytes& bytes, std::uint64_t offset, std::uint64_t size,
                                ArchiveBudget& budget, std::string name) {
  return std::make_unique<Slice>(bytes, offset, size, budget, std::move(name));
}

}  // namespace hoego
