#include "sources/archive_zip_directory.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace hoego {
namespace {

constexpr std::size_t end_size = 22;
constexpr std::size_t longest_comment = 65'535;
constexpr std::size_t locator_size = 20;
constexpr std::size_t end64_size = 56;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::uint64_t all_ones = 0xffffffff;

std::uint64_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint64_t value = 0;
  for (int i = 0; i < size; ++i)
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])} << (8 * i);
  return value;
}

std::string bytes_at(Input& input, std::uint64_t at, std::size_t count) {
  std::string bytes(count, '\0');
  bytes.resize(input.read(at, bytes.data(), count));
  return bytes;
}

struct Directory {
  std::uint64_t count = 0;
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};

/// The end record of zip64, where there is one.
std::optional<Directory> long_directory(Input& input, std::string_view before_end) {
  if (before_end.size() < locator_size) return std::nullopt;
  const std::string_view locator = before_end.substr(before_end.size() - locator_size);
  if (locator.substr(0, 4) != std::string_view("PK\x06\x07", 4)) return std::nullopt;
  const std::string end = bytes_at(input, number_at(locator, 8, 8), end64_size);
  if (end.size() < end64_size || std::string_view(end).substr(0, 4) != std::string_view("PK\x06\x06", 4))
    return std::nullopt;
  return Directory{number_at(end, 32, 8), number_at(end, 48, 8), number_at(end, 40, 8)};
}

std::optional<Directory> find_directory(Input& input) {
  const std::uint64_t size = input.size();
  if (size < end_size) return std::nullopt;
  const std::size_t tail_size =
      static_cast<std::size_t>(std::min<std::uint64_t>(size, end_size + longest_comment + locator_size));
  const std::string tail = bytes_at(input, size - tail_size, tail_size);
  if (tail.size() < end_size) return std::nullopt;
  for (std::size_t at = tail.size() - end_size + 1; at-- > 0;) {
    if (tail.compare(at, 4, std::string_view("PK\x05\x06", 4)) != 0) continue;
    if (at + end_size + number_at(tail, at + 20, 2) > tail.size()) continue;
    if (const auto found = long_directory(input, std::string_view(tail).substr(0, at))) return found;
    return Directory{number_at(tail, at + 10, 2), number_at(tail, at + 16, 4), number_at(tail, at + 12, 4)};
  }
  return std::nullopt;
}

/// The header's place in a zip64 extra field, which holds only those numbers that did not fit.
std::optional<std::uint64_t> long_header(std::string_view entry, std::string_view extra) {
  while (extra.size() >= 4) {
    const std::uint64_t size = number_at(extra, 2, 2);
    if (size > extra.size() - 4) return std::nullopt;
    const std::string_view field = extra.substr(4, size);
    if (number_at(extra, 0, 2) == 1) {
      const std::size_t at =
          (number_at(entry, 24, 4) == all_ones ? 8U : 0U) + (number_at(entry, 20, 4) == all_ones ? 8U : 0U);
      if (field.size() < at + 8) return std::nullopt;
      return number_at(field, at, 8);
    }
    extra.remove_prefix(4 + size);
  }
  return std::nullopt;
}

/// Reads on through the directory in large pieces.
class Pieces {
 public:
  explicit Pieces(Input& input) : input_(input) {}
  /// `count` bytes at `at`, fewer at the end of the file.
  std::string_view at(std::uint64_t at, std::size_t count) {
    if (at < begin_ || at + count > begin_ + bytes_.size()) {
      begin_ = at;
      bytes_ = bytes_at(input_, at, std::max(count, std::size_t{1} << 20));
    }
    return std::string_view(bytes_).substr(static_cast<std::size_t>(at - begin_), count);
  }

 private:
  Input& input_;
  std::uint64_t begin_ = 0;
  std::string bytes_;
};

}  // namespace

std::optional<ZipDirectory> zip_directory(Input& input, std::uint64_t most) {
  const std::optional<Directory> found = find_directory(input);
  if (!found) return std::nullopt;
  ZipDirectory out;
  out.count = found->count;
  Pieces pieces(input);
  std::uint64_t at = found->begin;
  for (std::uint64_t i = 0; i < std::min(found->count, most); ++i) {
    if (at >= input.size()) break;
    const std::string entry(pieces.at(at, entry_size));
    if (entry.size() < entry_size || entry.compare(0, 4, std::string_view("PK\x01\x02", 4)) != 0) break;
    const std::uint64_t name = number_at(entry, 28, 2);
    const std::uint64_t extra = number_at(entry, 30, 2);
    std::uint64_t header = number_at(entry, 42, 4);
    if (header == all_ones) {
      header = long_header(entry, pieces.at(at + entry_size + name, static_cast<std::size_t>(extra)))
                   .value_or(all_ones);
    }
    out.headers.push_back(header);
    at += entry_size + name + extra + number_at(entry, 32, 2);
  }
  return out;
}

std::optional<std::uint64_t> zip_data_at(Input& input, std::uint64_t header, std::uint64_t size) {
  const std::uint64_t all = input.size();
  if (header >= all) return std::nullopt;
  const std::string local = bytes_at(input, header, local_size);
  if (local.size() < local_size || local.compare(0, 4, std::string_view("PK\x03\x04", 4)) != 0)
    return std::nullopt;
  const std::uint64_t data = header + local_size + number_at(local, 26, 2) + number_at(local, 28, 2);
  if (data > all || size > all - data) return std::nullopt;
  return data;
}

}  // namespace hoego
