#include "import/worker.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <exception>
#include <new>

#include "base/error.h"
#include "base/text.h"
#include "import/protocol.h"
#include "record/codec.h"

namespace hoego {
namespace {

constexpr std::size_t flush_at = std::size_t{64} << 10;
constexpr std::chrono::seconds between_signs_of_life{5};
constexpr const char* leave_it = "see whether it opens elsewhere; it is tried again when it changes";

/// Thrown when the importer is gone: nobody is left to tell.
struct ImporterGone {};

class Socket {
 public:
  explicit Socket(int fd) : fd_(fd) {}

  void send(FrameType type, std::string_view payload) {
    append_frame(out_, type, payload);
    if (out_.size() >= flush_at) flush();
  }
  void flush() {
    std::string_view rest = out_;
    while (!rest.empty()) {
      const ssize_t sent = ::send(fd_, rest.data(), rest.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) throw ImporterGone{};
      rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    out_.clear();
    flushed_ = std::chrono::steady_clock::now();
  }
  std::chrono::steady_clock::time_point flushed() const { return flushed_; }
  /// The next frame, waiting for it; nothing when the importer has closed its end.
  std::optional<Frame> receive() {
    while (true) {
      if (auto frame = in_.next()) return frame;
      char* room = in_.room(flush_at);
      const ssize_t count = ::recv(fd_, room, flush_at, 0);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return std::nullopt;
      in_.filled(static_cast<std::size_t>(count));
    }
  }

 private:
  int fd_;
  std::string out_;
  FrameReader in_;
  std::chrono::steady_clock::time_point flushed_ = std::chrono::steady_clock::now();
};

class SocketSink : public Sink {
 public:
  SocketSink(Socket& socket, std::string path) : socket_(socket), path_(std::move(path)) {}

  void observation(Observation observation) override {
    std::string wrong = broken_invariant(observation);
    if (wrong.empty()) {
      const std::string bytes = encode(observation);
      if (bytes.size() < largest_frame) return socket_.send(FrameType::Observation, bytes);
      wrong = "more text than belongs to one thing";
    }
    issue({path_, clean_text(observation.locator), wrong, "look at it there; the rest of the file was read"});
  }
  void issue(Issue issue) override { send(FrameType::Issue, std::move(issue)); }
  void coverage(CoverageClaim claim) override { socket_.send(FrameType::Coverage, encode(claim)); }
  void member(std::string_view type, std::string_view path) override {
    socket_.send(FrameType::Member, encode(MemberNote{std::string(type), std::string(path)}));
    // Told at once, so that the importer knows where a crash was.
    socket_.flush();
  }
  void member_failed(Issue reason) override { send(FrameType::MemberFailed, std::move(reason)); }
  void alive() override {
    if (std::chrono::steady_clock::now() - socket_.flushed() < between_signs_of_life) return;
    socket_.send(FrameType::Alive, {});
    socket_.flush();
  }

  /// An issue is a line, whatever a hostile file puts into it.
  static std::string shortened(const std::string& text) {
    constexpr std::size_t longest = 4096;
    return clean_text(std::string_view(text).substr(0, longest));
  }

 private:
  void send(FrameType type, Issue issue) {
    if (issue.path.empty()) issue.path = path_;
    for (std::string* text : {&issue.path, &issue.place, &issue.reason, &issue.remedy})
      *text = shortened(*text);
    socket_.send(type, encode(issue));
  }

  Socket& socket_;
  std::string path_;
};

Issue failure_of(const ReaderJob& job, const std::string& place, const std::string& reason,
                 const std::string& remedy) {
  return {clean_text(job.unit.path), SocketSink::shortened(place), SocketSink::shortened(reason),
          SocketSink::shortened(remedy)};
}

/// Where an error happened, without the unit's own path, which an issue has already.
std::string place_in(const ReaderJob& job, const std::string& where) {
  return where == job.unit.path || where == job.unit.absolute().native() ? std::string() : where;
}

void read_unit(const ReaderJob& job, std::span<const Source* const> formats, ReadOptions options,
               Socket& socket) {
  const auto format = std::find_if(formats.begin(), formats.end(),
                                   [&job](const Source* one) { return one->type == job.type; });
  options.forced = job.forced;
  options.keep_text = job.keep_text;
  options.columns = job.columns;
  options.skip = job.skip;
  SocketSink sink(socket, clean_text(job.unit.path));
  try {
    if (format == formats.end()) {
      throw Error(fmt::format("no reader for {}", job.type), "", "the programs of two versions are mixed");
    }
    (*format)->read(job.unit, options, sink);
    socket.send(FrameType::Done, {});
  } catch (const Error& error) {
    socket.send(FrameType::Failed,
                encode(failure_of(job, place_in(job, error.where()), error.what(), error.remedy())));
  } catch (const std::bad_alloc&) {
    socket.send(FrameType::Failed,
                encode(failure_of(job, "", "the reader needed too much memory", leave_it)));
  } catch (const std::exception& error) {
    socket.send(FrameType::Failed,
                encode(failure_of(job, "", fmt::format("the reader failed: {}", error.what()), leave_it)));
  }
}

void limit(std::uint64_t memory) {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
#if !defined(HOEGO_SANITIZED)
  // AddressSanitizer reserves terabytes of addresses for itself.
  const rlimit address_space{memory, memory};
  if (memory != 0) setrlimit(RLIMIT_AS, &address_space);
#else
  (void)memory;
#endif
}

}  // namespace

int worker_main(int fd, std::span<const Source* const> formats) {
  Socket socket(fd);
  try {
    const std::optional<Frame> first = socket.receive();
    if (!first || first->type != FrameType::Setup) return 2;
    const ReaderSetup setup = decode_setup(first->payload);
    limit(setup.memory);
    socket.send(FrameType::Hello, {});
    socket.flush();
    while (const std::optional<Frame> frame = socket.receive()) {
      if (frame->type != FrameType::Job) return 2;
      read_unit(decode_job(frame->payload), formats, setup.options, socket);
      // Told at once, so that a crash in the next unit is not taken for one in this.
      socket.flush();
    }
  } catch (const ImporterGone&) {
    return 0;
  } catch (const Error&) {
    return 2;
  }
  return 0;
}

}  // namespace hoego
