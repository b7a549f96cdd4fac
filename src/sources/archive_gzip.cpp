#include "sources/archive_gzip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/error.h"

namespace hoego {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10;
constexpr int gzip_window = 15 + 16;
constexpr const char* download_again = "download or copy it again; what was whole in it was read";

Bytef* as_bytes(char* bytes) {
  return reinterpret_cast<Bytef*>(bytes);
}

}  // namespace

struct GzipInput::State {
  std::shared_ptr<Input> packed;
  ArchiveBudget& budget;
  std::optional<MemberGrowth> growth;
  z_stream stream{};
  bool is_open = false;
  bool ended = false;
  std::uint64_t taken = 0;     ///< bytes of the packed file that were given to zlib
  std::uint64_t position = 0;  ///< bytes that came out
  std::uint64_t furthest = 0;
  std::string damage;
  std::string remedy;
  std::vector<char> in = std::vector<char>(chunk);
  std::vector<char> passed_over;

  State(std::shared_ptr<Input> input, ArchiveBudget& all) : packed(std::move(input)), budget(all) {}
  ~State() {
    if (is_open) inflateEnd(&stream);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void begin() {
    if (is_open) inflateEnd(&stream);
    stream = z_stream{};
    is_open = inflateInit2(&stream, gzip_window) == Z_OK;
    if (!is_open) throw Error("not enough memory to decompress it", "", "close other programs");
    ended = false;
    taken = position = 0;
    growth.emplace(budget, packed->size(), "");
  }

  std::uint64_t place() const { return taken - stream.avail_in; }
  void end_with(std::string reason, const char* what_to_do) {
    ended = true;
    damage = std::move(reason);
    remedy = what_to_do;
  }

  bool refill() {
    if (stream.avail_in > 0) return true;
    const std::size_t count = packed->read(taken, in.data(), in.size());
    taken += count;
    stream.next_in = as_bytes(in.data());
    stream.avail_in = static_cast<uInt>(count);
    return count > 0;
  }

  /// A gzip may be several, one after the other (RFC 1952, 2.2); other bytes behind it do not count.
  void next_stream() {
    if (!refill() || *stream.next_in != 0x1f || inflateReset(&stream) != Z_OK) ended = true;
  }

  /// What grows without end ends the reading of this archive as a damage does: what came before is kept.
  void grow(std::uint64_t bytes) {
    try {
      growth->grow(bytes);
    } catch (const Error& error) {
      if (budget.is_spent()) throw;
      end_with(fmt::format("the archive {}", error.what()),
               "if you trust it, unpack it; what came before was read");
    }
  }

  std::size_t next(char* to, std::size_t count) {
    stream.next_out = as_bytes(to);
    stream.avail_out = static_cast<uInt>(count);
    while (!ended && stream.avail_out == count) {
      if (!refill()) {
        end_with(fmt::format("the archive is cut off after {} bytes", taken), download_again);
        break;
      }
      const int status = inflate(&stream, Z_NO_FLUSH);
      if (status == Z_STREAM_END)
        next_stream();
      else if (status != Z_OK && status != Z_BUF_ERROR)
        end_with(fmt::format("the archive is damaged at byte {}", place()), download_again);
    }
    const std::size_t got = count - stream.avail_out;
    position += got;
    furthest = std::max(furthest, position);
    grow(got);
    return got;
  }
};

GzipInput::GzipInput(std::shared_ptr<Input> packed, ArchiveBudget& budget)
    : state_(std::make_unique<State>(std::move(packed), budget)) {
  state_->begin();
}

GzipInput::~GzipInput() = default;

std::uint64_t GzipInput::size() const {
  return state_->furthest;
}

std::size_t GzipInput::read(std::uint64_t offset, char* to, std::size_t count) {
  State& state = *state_;
  if (offset < state.position) state.begin();
  while (state.position < offset) {
    state.passed_over.resize(chunk);
    const std::uint64_t wanted = std::min<std::uint64_t>(chunk, offset - state.position);
    if (state.next(state.passed_over.data(), static_cast<std::size_t>(wanted)) == 0) return 0;
  }
  std::size_t have = 0;
  while (have < count) {
    const std::size_t more = state.next(to + have, std::min(count - have, chunk));
    if (more == 0) break;
    have += more;
  }
  return have;
}

std::string_view GzipInput::whole(std::uint64_t) {
  throw Error("a compressed archive cannot be had as a whole", "", "unpack it");
}

const std::string& GzipInput::damage() const {
  return state_->damage;
}

const std::string& GzipInput::remedy() const {
  return state_->remedy;
}

bool GzipInput::ends_before(std::uint64_t offset) const {
  return !state_->damage.empty() && offset > state_->furthest;
}

}  // namespace hoego
