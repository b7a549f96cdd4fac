#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/archive_container.h"
#include "sources/archive_gzip.h"

namespace hoego {
namespace {

constexpr std::size_t block = 512;
constexpr std::uint64_t longest_header = 1 << 20;  ///< of long names and pax records
constexpr std::uint64_t largest_size = std::uint64_t{1} << 60;
constexpr std::uint64_t kept_whole = 16 << 20;  ///< in a compressed archive
constexpr const char* download_again = "download or copy it again; what was whole in it was read";

/// A number of a header: octal digits, or binary where the first bit is set (GNU).
std::optional<std::uint64_t> number_of(std::string_view field) {
  std::uint64_t value = 0;
  if ((static_cast<unsigned char>(field[0]) & 0x80U) != 0) {
    for (std::size_t i = field.size() - 8; i < field.size(); ++i)
      value = value << 8 | static_cast<unsigned char>(field[i]);
    return value;
  }
  const std::size_t start = field.find_first_not_of(' ');
  for (const char digit : field.substr(std::min(start, field.size()))) {
    if (digit == ' ' || digit == '\0') break;
    if (digit < '0' || digit > '7') return std::nullopt;
    value = value << 3 | static_cast<std::uint64_t>(digit - '0');
  }
  return value;
}

std::string_view text_of(std::string_view field) {
  return field.substr(0, field.find('\0'));
}

bool checksum_fits(std::string_view header) {
  const auto stated = number_of(header.substr(148, 8));
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < block; ++i)
    sum += i >= 148 && i < 156 ? std::uint64_t{' '} : std::uint64_t{static_cast<unsigned char>(header[i])};
  return stated && *stated == sum;
}

struct TarEntry {
  std::string name;
  std::uint64_t size = 0;
  std::uint64_t data = 0;  ///< offset
  std::uint64_t modified = 0;
  char type = '0';
  bool sparse = false;

  bool is_file() const { return type == '0' || type == '\0' || type == '7' || type == 'S'; }
};

/// Goes from header to header. POSIX.1-2017 (pax interchange format, ustar), and GNU's long names.
class TarHeaders {
 public:
  explicit TarHeaders(Input& bytes) : bytes_(bytes) {}

  /// Nothing at the end; `damage` then says whether it was a bad one.
  std::optional<TarEntry> next() {
    std::string long_name;
    std::map<std::string, std::string> extended;
    while (const auto header = read_header()) {
      TarEntry entry = entry_from(*header);
      if (!damage_.empty()) return std::nullopt;
      if (entry.type == 'x' || entry.type == 'L') {
        const auto body = read_body(entry);
        if (!body) return std::nullopt;
        if (entry.type == 'L')
          long_name = text_of(*body);
        else
          extended = records_of(*body);
        continue;
      }
      if (!long_name.empty()) entry.name = long_name;
      apply(extended, entry);
      if (!damage_.empty()) return std::nullopt;
      position_ = after(entry);
      return entry;
    }
    return std::nullopt;
  }

  const std::string& damage() const { return damage_; }
  std::uint64_t position() const { return position_; }

 private:
  static std::uint64_t after(const TarEntry& entry) {
    return entry.data + (entry.size + block - 1) / block * block;
  }

  std::optional<std::string> read_header() {
    std::string header(block, '\0');
    const std::size_t got = bytes_.read(position_, header.data(), block);
    if (got == 0) return std::nullopt;  // some leave the end mark out
    if (got < block) {
      damage_ = "cut off";
      return std::nullopt;
    }
    if (header.find_first_not_of('\0') == std::string::npos) return std::nullopt;
    if (!checksum_fits(header)) {
      damage_ = "damaged: no file's header where one must be";
      return std::nullopt;
    }
    return header;
  }

  TarEntry entry_from(std::string_view header) {
    TarEntry entry;
    entry.type = header[156];
    entry.name = text_of(header.substr(0, 100));
    // GNU's own format ("ustar  ") has other things where POSIX has a prefix.
    const std::string_view prefix = text_of(header.substr(345, 155));
    if (header.substr(257, 6) == std::string_view("ustar\0", 6) && !prefix.empty())
      entry.name = std::string(prefix) + '/' + entry.name;
    entry.sparse = entry.type == 'S';
    entry.modified = number_of(header.substr(136, 12)).value_or(0);
    const auto size = number_of(header.substr(124, 12));
    const bool without_data = entry.type >= '1' && entry.type <= '6';
    if (!without_data) entry.size = size.value_or(largest_size);
    if (entry.size >= largest_size) damage_ = "damaged: a file of an impossible size";
    entry.data = position_ + block;
    position_ = entry.size < largest_size && !entry.is_file() ? after(entry) : entry.data;
    return entry;
  }

  std::optional<std::string> read_body(const TarEntry& entry) {
    if (entry.size > longest_header) {
      damage_ = "damaged: a name that is too long";
      return std::nullopt;
    }
    std::string body(static_cast<std::size_t>(entry.size), '\0');
    if (bytes_.read(entry.data, body.data(), body.size()) == body.size()) return body;
    damage_ = "cut off";
    return std::nullopt;
  }

  /// "27 path=some/longer/path\n"
  static std::map<std::string, std::string> records_of(std::string_view body) {
    std::map<std::string, std::string> records;
    while (!body.empty()) {
      std::size_t length = 0;
      std::size_t at = 0;
      for (; at < body.size() && body[at] >= '0' && body[at] <= '9' && at < 8; ++at)
        length = length * 10 + static_cast<std::size_t>(body[at] - '0');
      if (length <= at + 1 || length > body.size() || body[at] != ' ') break;
      const std::string_view record = body.substr(at + 1, length - at - 2);
      const std::size_t equals = record.find('=');
      if (equals != std::string_view::npos)
        records[std::string(record.substr(0, equals))] = record.substr(equals + 1);
      body.remove_prefix(length);
    }
    return records;
  }

  void apply(const std::map<std::string, std::string>& extended, TarEntry& entry) {
    for (const auto& [key, value] : extended) {
      if (key == "path") entry.name = value;
      if (key.compare(0, 11, "GNU.sparse.") == 0) entry.sparse = true;
      if (key != "size") continue;
      const bool digits =
          !value.empty() && value.size() < 18 && value.find_first_not_of("0123456789") == std::string::npos;
      if (!digits) {
        damage_ = "damaged: a file of an impossible size";
        return;
      }
      if (entry.is_file()) entry.size = std::stoull(value);
    }
  }

  Input& bytes_;
  std::uint64_t position_ = 0;
  std::string damage_;
};

/// A member of a compressed archive, which is read from front to back.
class StreamedMember : public Input {
 public:
  /// `last` is the container's memory of the member that was read last, for those that open it twice.
  struct Last {
    std::uint64_t place = ~std::uint64_t{0};
    std::shared_ptr<const std::string> bytes;
  };

  StreamedMember(GzipInput& stream, Member member, const ArchiveBudget& budget, Last& last)
      : stream_(stream), member_(std::move(member)), budget_(budget), last_(last) {}

  std::uint64_t size() const override { return member_.size; }

  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    if (offset >= member_.size) return 0;
    if (!bytes_ && member_.size <= kept_whole) load();
    if (bytes_) return bytes_->copy(to, count, static_cast<std::size_t>(offset));
    count = static_cast<std::size_t>(std::min<std::uint64_t>(count, member_.size - offset));
    const std::size_t got = stream_.read(member_.place + offset, to, count);
    if (got < count) cut(offset + got);
    return got;
  }

  std::string_view whole(std::uint64_t most) override {
    if (member_.size > most) {
      throw Error(fmt::format("{} bytes are more than can be one ({} MiB)", member_.size, most >> 20),
                  member_.path, "divide it, or leave it out");
    }
    const std::uint64_t limit = budget_.limits().most_whole;
    if (member_.size > limit) {
      throw Error(
          fmt::format("{} MiB, more than the {} MiB that a packed file may have to be read in an archive",
                      member_.size >> 20, limit >> 20),
          member_.path, "unpack the archive and name the folder as a source");
    }
    if (!bytes_) load();
    return *bytes_;
  }

 private:
  [[noreturn]] void cut(std::uint64_t have) const {
    throw Error(fmt::format("ends after {} of {} bytes", have, member_.size), member_.path, download_again);
  }

  void load() {
    if (last_.place == member_.place && last_.bytes) {
      bytes_ = last_.bytes;
      return;
    }
    last_.bytes.reset();  // two at a time are too much
    std::string all;
    while (all.size() < member_.size) {
      const std::size_t have = all.size();
      all.resize(have + static_cast<std::size_t>(std::min<std::uint64_t>(1 << 20, member_.size - have)));
      const std::size_t got = stream_.read(member_.place + have, all.data() + have, all.size() - have);
      if (have + got < all.size()) cut(have + got);
    }
    bytes_ = std::make_shared<const std::string>(std::move(all));
    last_.place = member_.place;
    if (member_.size <= kept_whole) last_.bytes = bytes_;
  }

  GzipInput& stream_;
  Member member_;
  const ArchiveBudget& budget_;
  Last& last_;
  std::shared_ptr<const std::string> bytes_;
};

class TarContainer : public Container {
 public:
  TarContainer(const ArchiveBytes& bytes, ArchiveBudget& budget, bool compressed)
      : bytes_(bytes), budget_(budget) {
    if (compressed) stream_ = std::make_unique<GzipInput>(bytes.input, budget);
  }

  void list(const std::function<void(Member)>& take, const std::function<void(Issue)>& problem) override {
    OddMembers odd;
    OddMembers unreadable;
    MemberCount counter(budget_.limits());
    TarHeaders headers(stream_ ? static_cast<Input&>(*stream_) : *bytes_.input);
    std::uint64_t end = 0;
    while (const auto entry = headers.next()) {
      end = entry->data + entry->size;
      if (!counter.take(entry->name.size(), problem)) return;
      if (!entry->is_file() || entry->name.empty() || entry->name.back() == '/') continue;
      MemberPath path = member_path(entry->name);
      if (is_skipped_path(path.path)) continue;
      if (entry->sparse || path.path.empty()) {
        unreadable.add(clean_text(std::string_view(entry->name).substr(0, 200)));
        continue;
      }
      if (path.odd) odd.add(clean_text(std::string_view(entry->name).substr(0, 200)));
      Member member;
      member.path = std::move(path.path);
      member.size = entry->size;
      member.packed = entry->size;
      member.place = entry->data;
      if (entry->modified > 0 && entry->modified < std::uint64_t{1} << 33)
        member.modified = wall_time(Instant{static_cast<std::int64_t>(entry->modified)}, Offset{}).date();
      // Cut in this very member: what lies before it was whole.
      if (!stream_ && end > bytes_.input->size()) break;
      take(std::move(member));
    }
    odd.tell("of a name that leads out of the archive or is written in a strange way",
             "nothing: it was read as if it lay inside", problem);
    unreadable.tell("of a kind that cannot be read in an archive (sparse, or without a name)",
                    "unpack it and name the folder as a source", problem);
    tell_damage(headers, end, problem);
  }

  std::unique_ptr<Input> open(const Member& member) override {
    if (!stream_) return slice_of(bytes_, member.place, member.size, budget_, member.path);
    return std::make_unique<StreamedMember>(*stream_, member, budget_, last_);
  }

  bool is_sequential() const override { return stream_ != nullptr; }
  bool replaces() const override { return true; }
  bool is_cut(const Member& member) const override {
    return stream_ && stream_->ends_before(member.place + member.size);
  }

 private:
  void tell_damage(const TarHeaders& headers, std::uint64_t end,
                   const std::function<void(Issue)>& problem) const {
    if (stream_ && !stream_->damage().empty()) return problem({"", "", stream_->damage(), stream_->remedy()});
    const std::string place = fmt::format("byte {}", headers.position());
    if (!headers.damage().empty())
      return problem({"", place, "the archive is " + headers.damage(), download_again});
    if (!stream_ && end > bytes_.input->size())
      problem({"", fmt::format("byte {}", bytes_.input->size()), "the archive is cut off", download_again});
  }

  ArchiveBytes bytes_;
  ArchiveBudget& budget_;
  std::unique_ptr<GzipInput> stream_;
  StreamedMember::Last last_;
};

}  // namespace

std::unique_ptr<Container> open_tar(const ArchiveBytes& bytes, ArchiveBudget& budget, bool compressed) {
  return std::make_unique<TarContainer>(bytes, budget, compressed);
}

void OddMembers::tell(const char* reason, const char* remedy,
                      const std::function<void(Issue)>& problem) const {
  if (count_ == 0) return;
  const std::string more = count_ == 1 ? "" : fmt::format(", and {} more", count_ - 1);
  problem({"", first_ + more, reason, remedy});
}

bool MemberCount::take(std::size_t name_bytes, const std::function<void(Issue)>& problem) {
  bytes_ += name_bytes;
  if (++count_ <= limits_.most_members && bytes_ <= limits_.most_name_bytes) return true;
  problem({"", "",
           count_ > limits_.most_members
               ? fmt::format("more than {} files in it: the rest was not read", limits_.most_members)
               : fmt::format("more than {} MiB of names in it: the rest was not read",
                             limits_.most_name_bytes >> 20),
           "unpack it and name the folder as a source"});
  return false;
}

}  // namespace hoego
