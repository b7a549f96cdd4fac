#pragma once
#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace hoego {

/// The bytes of one file, wherever it lies: on the disk, in an archive, in memory. Belongs to one thread.
/// Reading throws Error (what is wrong with the bytes, where, what to do) when they cannot be had.
class Input {
 public:
  virtual ~Input() = default;

  /// Bytes. An archive's word is taken for it and checked while reading.
  virtual std::uint64_t size() const = 0;
  /// Copies at most `count` bytes from `offset` on; returns how many: fewer only at the end. Reading on is
  /// cheap; in a compressed archive, going back may mean reading from its start again.
  virtual std::size_t read(std::uint64_t offset, char* to, std::size_t count) = 0;
  /// All of it, valid as long as this object. Large files on the disk are mapped rather than read. Throws
  /// Error when there is more than `most` bytes.
  virtual std::string_view whole(std::uint64_t most) = 0;
};

/// A regular file on the disk. Small ones are read by `whole`, which is quicker; large ones are mapped
/// read-only, so that a picture of 200 MB costs only the pages that are looked at. A mapped file that is cut
/// short by someone else while it is read kills the process with SIGBUS: readers are worker processes. Throws
/// Error when the file cannot be opened or is no regular file.
std::unique_ptr<Input> open_file(const std::filesystem::path& path);
/// Bytes in memory; `name` is what errors say.
std::unique_ptr<Input> input_of(std::string bytes, std::string name);

/// An input as a stream from its beginning; the input must outlive it.
std::unique_ptr<std::istream> stream_of(Input& input);

/// Where a unit's files lie, if not in a folder of the disk.
class Files {
 public:
  virtual ~Files() = default;
  /// Opens by the path relative to the unit's root. Throws Error.
  virtual std::unique_ptr<Input> open(const std::string& path) const = 0;
};

}  // namespace hoego
