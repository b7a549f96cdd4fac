#include <fmt/format.h>
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "sources/archive_container.h"
#include "sources/archive_zip_directory.h"

namespace hoego {
namespace {

constexpr std::uint64_t checked_whole = 4 << 20;  ///< stored members up to here are checked by their CRC
constexpr std::uint64_t kept_when_going_back = std::uint64_t{64} << 20;
constexpr std::size_t chunk = std::size_t{64} << 10;
constexpr const char* download_again = "download or copy it again";

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, ZipCloser>;
using ZipFile = std::unique_ptr<zip_file_t, ZipCloser>;

/// An Input as libzip reads it (zip_source_function(3)).
class SourceOverInput {
 public:
  explicit SourceOverInput(std::shared_ptr<Input> input) : input_(std::move(input)) {
    zip_error_init(&error_);
  }
  ~SourceOverInput() { zip_error_fini(&error_); }
  SourceOverInput(const SourceOverInput&) = delete;
  SourceOverInput& operator=(const SourceOverInput&) = delete;

  static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    return static_cast<SourceOverInput*>(self)->do_answer(data, length, command);
  }

 private:
  zip_int64_t do_answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
    switch (command) {
      case ZIP_SOURCE_OPEN:
        position_ = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return read(static_cast<char*>(data), length);
      case ZIP_SOURCE_STAT: {
        auto* status = static_cast<zip_stat_t*>(data);
        zip_stat_init(status);
        status->size = input_->size();
        status->valid = ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
      }
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&error_, data, length);
      case ZIP_SOURCE_SEEK: {
        const zip_int64_t to =
            zip_source_seek_compute_offset(position_, input_->size(), data, length, &error_);
        if (to < 0) return -1;
        position_ = static_cast<std::uint64_t>(to);
        return 0;
      }
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(position_);
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      default:
        zip_error_set(&error_, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }

  /// No exception may pass through a C library.
  zip_int64_t read(char* to, zip_uint64_t length) noexcept {
    try {
      const std::size_t count = input_->read(position_, to, static_cast<std::size_t>(length));
      position_ += count;
      return static_cast<zip_int64_t>(count);
    } catch (...) {
      zip_error_set(&error_, ZIP_ER_READ, EIO);
      return -1;
    }
  }

  std::shared_ptr<Input> input_;
  std::uint64_t position_ = 0;
  zip_error_t error_{};
};

std::string words_of(zip_error_t* error) {
  switch (zip_error_code_zip(error)) {
    case ZIP_ER_CRC:
      return "its bytes are not those that were packed (CRC)";
    case ZIP_ER_COMPNOTSUPP:
      return "packed in a way that cannot be read here";
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
      return "protected by a password";
    default:
      return fmt::format("cannot be unpacked: {}", clean_text(zip_error_strerror(error)));
  }
}

/// One member while it is decompressed. Reading on is cheap; going back reads a small one into memory, and a
/// large one from its start.
class ZipMember : public Input {
 public:
  ZipMember(zip_t* archive, const Member& member, ArchiveBudget& budget)
      : archive_(archive), member_(member), budget_(budget) {
    begin();
  }

  std::uint64_t size() const override { return member_.size; }

  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    if (offset >= member_.size) return 0;
    if (!is_whole_ && offset < position_ && member_.size <= kept_when_going_back) load();
    if (is_whole_) return whole_.copy(to, count, static_cast<std::size_t>(offset));
    if (offset < position_) begin();
    std::vector<char> passed_over(offset > position_ ? chunk : 0);
    while (position_ < offset) {
      const std::uint64_t wanted = std::min<std::uint64_t>(chunk, offset - position_);
      if (next(passed_over.data(), static_cast<std::size_t>(wanted)) == 0) return 0;
    }
    std::size_t have = 0;
    while (have < count) {
      const std::size_t more = next(to + have, std::min(count - have, chunk));
      if (more == 0) break;
      have += more;
    }
    return have;
  }

  std::string_view whole(std::uint64_t most) override {
    if (member_.size > most) {
      throw Error(fmt::format("{} bytes are more than can be one ({} MiB)", member_.size, most >> 20),
                  member_.path, "divide it, or leave it out");
    }
    const std::uint64_t limit = budget_.limits().most_whole;
    if (!is_whole_ && member_.size > limit) {
      throw Error(
          fmt::format("{} MiB, more than the {} MiB that a packed file may have to be read in an archive",
                      member_.size >> 20, limit >> 20),
          member_.path, "unpack the archive and name the folder as a source");
    }
    if (!is_whole_) load();
    return whole_;
  }

 private:
  [[noreturn]] void fail(zip_error_t* error) const {
    throw Error(words_of(error), member_.path, "download or copy the archive again; all else in it was read");
  }

  void begin() {
    file_.reset(zip_fopen_index(archive_, member_.place, 0));
    if (!file_) fail(zip_get_error(archive_));
    position_ = 0;
    growth_.emplace(budget_, member_.packed, member_.path);
  }

  void load() {
    if (position_ != 0) begin();
    std::string all;
    while (position_ < member_.size) {
      const std::size_t have = all.size();
      all.resize(have + static_cast<std::size_t>(std::min<std::uint64_t>(chunk, member_.size - position_)));
      const std::size_t more = next(all.data() + have, all.size() - have);
      all.resize(have + more);
      if (more == 0) break;
    }
    whole_ = std::move(all);
    is_whole_ = true;
    file_.reset();
  }

  /// The bytes that come next; at the end, whether they were those that were packed.
  std::size_t next(char* to, std::size_t count) {
    if (position_ >= member_.size) return 0;
    count = static_cast<std::size_t>(std::min<std::uint64_t>(count, member_.size - position_));
    const zip_int64_t got = zip_fread(file_.get(), to, count);
    if (got < 0) fail(zip_file_get_error(file_.get()));
    if (got == 0) {
      throw Error(fmt::format("ends after {} of {} bytes", position_, member_.size), member_.path,
                  "download or copy the archive again; all else in it was read");
    }
    position_ += static_cast<std::uint64_t>(got);
    growth_->grow(static_cast<std::uint64_t>(got));
    char beyond = 0;
    // libzip compares the CRC when it is asked for more than there is.
    if (position_ == member_.size && zip_fread(file_.get(), &beyond, 1) < 0)
      fail(zip_file_get_error(file_.get()));
    return static_cast<std::size_t>(got);
  }

  zip_t* archive_;
  Member member_;
  ArchiveBudget& budget_;
  ZipFile file_;
  std::uint64_t position_ = 0;
  std::optional<MemberGrowth> growth_;
  bool is_whole_ = false;
  std::string whole_;
};

class ZipContainer : public Container {
 public:
  ZipContainer(const ArchiveBytes& bytes, ArchiveBudget& budget)
      : bytes_(bytes), budget_(budget), source_(bytes.input) {
    open_directory();
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_function_create(SourceOverInput::answer, &source_, &error);
    if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    const int failure = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (archive_) return;
    if (source) zip_source_free(source);
    if (failure == ZIP_ER_MEMORY)
      throw Error("its list of files is larger than this machine's memory", "", "unpack it");
    throw Error("its list of files is damaged", "", download_again);
  }

  void list(const std::function<void(Member)>& take, const std::function<void(Issue)>& problem) override {
    OddMembers encrypted;
    OddMembers odd;
    OddMembers nameless;
    MemberCount counter(budget_.limits());
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const auto index = static_cast<zip_uint64_t>(i);
      zip_stat_t status;
      const char* raw = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
      if (!raw || zip_stat_index(archive_.get(), index, 0, &status) != 0) continue;
      const std::string_view name = raw;
      if (!counter.take(name.size(), problem)) break;
      if (name.empty() || name.back() == '/' || is_link(index)) continue;
      MemberPath path = member_path(name);
      if (is_skipped_path(path.path)) continue;
      if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
        encrypted.add(path.path);
        continue;
      }
      if (path.path.empty()) {
        nameless.add(clean_text(name.substr(0, 200)));
        continue;
      }
      if (path.odd) odd.add(clean_text(name.substr(0, 200)));
      take(member_from(status, std::move(path.path), index));
    }
    encrypted.tell("protected by a password", "unpack it and name the folder as a source", problem);
    odd.tell("of a name that leads out of the archive or is written in a strange way",
             "nothing: it was read as if it lay inside", problem);
    nameless.tell("of a name that cannot be one", "unpack it and name the folder as a source", problem);
  }

  std::unique_ptr<Input> open(const Member& member) override {
    // What is packed not at all can be looked at in the archive itself.
    if (member.packed == member.size && member.size > checked_whole && is_stored(member) &&
        member.place < headers_.size()) {
      if (const auto data = zip_data_at(*bytes_.input, headers_[member.place], member.size))
        return slice_of(bytes_, *data, member.size, budget_, member.path);
    }
    return std::make_unique<ZipMember>(archive_.get(), member, budget_);
  }

 private:
  void open_directory() {
    const std::uint64_t most = budget_.limits().most_members;
    std::optional<ZipDirectory> directory = zip_directory(*bytes_.input, most);
    if (!directory) {
      throw Error("cut off: the list of what is in it, at its end, is missing", "", download_again);
    }
    if (directory->count > most) {
      throw Error(fmt::format("{} files in it are more than {}", directory->count, most), "",
                  "unpack it and name the folder as a source");
    }
    headers_ = std::move(directory->headers);
  }

  bool is_link(zip_uint64_t index) const {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive_.get(), index, 0, &system, &attributes) != 0) return false;
    return system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16);
  }

  bool is_stored(const Member& member) const {
    zip_stat_t status;
    return zip_stat_index(archive_.get(), member.place, 0, &status) == 0 &&
           (status.valid & ZIP_STAT_COMP_METHOD) != 0 && status.comp_method == ZIP_CM_STORE;
  }

  static Member member_from(const zip_stat_t& status, std::string path, zip_uint64_t index) {
    Member member;
    member.path = std::move(path);
    member.place = index;
    if ((status.valid & ZIP_STAT_SIZE) != 0) member.size = status.size;
    if ((status.valid & ZIP_STAT_COMP_SIZE) != 0) member.packed = status.comp_size;
    // libzip makes of the clock on the wall an instant of this machine's zone; 1980-01-01 is "none".
    std::tm wall{};
    if ((status.valid & ZIP_STAT_MTIME) != 0 && localtime_r(&status.mtime, &wall) != nullptr &&
        wall.tm_year > 80)
      member.modified = Date::from_ymd(wall.tm_year + 1900, wall.tm_mon + 1, wall.tm_mday);
    return member;
  }

  ArchiveBytes bytes_;
  ArchiveBudget& budget_;
  SourceOverInput source_;
  Zip archive_;  ///< reads through `source_`: closed before it
  std::vector<std::uint64_t> headers_;
};

}  // namespace

std::unique_ptr<Container> open_zip(const ArchiveBytes& bytes, ArchiveBudget& budget) {
  return std::make_unique<ZipContainer>(bytes, budget);
}

}  // namespace hoego
