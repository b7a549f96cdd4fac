#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sources/source.h"

namespace hoego {

/// What passes between the importer and a reader process: frames of a length (4 bytes, little-endian, of what
/// follows it), a type (1 byte) and a payload. Either side takes the other's bytes for hostile.
enum class FrameType : std::uint8_t {
  Setup = 1,         ///< to the reader, first: the owner's names, the memory it may take
  Job = 2,           ///< to the reader: a unit to read
  Hello = 16,        ///< from the reader, first
  Observation = 17,  /// payloads as in record/codec.h
  Issue = 18,
  Coverage = 19,
  Done = 20,          ///< the oldest job is read
  Failed = 21,        ///< the oldest job could not be read: an Issue
  Member = 22,        ///< a unit inside the oldest job is read now: a MemberNote
  MemberFailed = 23,  ///< that could not be read: an Issue
  Alive = 24,         ///< at work, with nothing to say
};

struct Frame {
  FrameType type = FrameType::Hello;
  std::string_view payload;
};

inline constexpr std::size_t largest_frame = std::size_t{16} << 20;

void append_frame(std::string& out, FrameType type, std::string_view payload);

/// Cuts a stream of bytes into frames.
class FrameReader {
 public:
  /// Room for at least `count` more bytes; what was read there is told with `filled`.
  char* room(std::size_t count);
  void filled(std::size_t count) { end_ += count; }
  /// The next whole frame, valid until the next call of `room`. Throws Error for one that is too long.
  std::optional<Frame> next();

 private:
  std::string bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

struct ReaderSetup {
  ReadOptions options;
  std::uint64_t memory = 0;  ///< bytes of address space; 0 for no limit
};

struct ReaderJob {
  std::string type;
  bool forced = false;
  Unit unit;
  bool keep_text = false;  ///< as in ReadOptions, and so the next
  std::map<std::string, std::string> columns = {};
  std::vector<std::string> skip = {};
};

/// As told to Sink::member.
struct MemberNote {
  std::string type;
  std::string path;
};

std::string encode(const MemberNote& note);
std::string encode(const ReaderSetup& setup);
std::string encode(const ReaderJob& job);
/// All throw Error for bytes that are not of their kind.
ReaderSetup decode_setup(std::string_view bytes);
ReaderJob decode_job(std::string_view bytes);
MemberNote decode_member(std::string_view bytes);

}  // namespace hoego
