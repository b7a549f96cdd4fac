#include "import/pool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "record/codec.h"

namespace hoego {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t window = 16;  ///< jobs given to one reader at a time
constexpr std::size_t read_bytes = std::size_t{256} << 10;
constexpr int worker_fd = 3;
constexpr std::chrono::milliseconds longest_start{60'000};  ///< on a machine that is busy with other things

[[noreturn]] void cannot_start(const std::string& why) {
  throw Error(fmt::format("no reader process can be started: {}", why), "/proc/self/exe",
              "see that /proc is there and the machine has processes and memory left");
}

/// Runs in the child of a fork: nothing here may allocate or lock.
[[noreturn]] void become_worker(int socket, pid_t parent, bool keep_stderr) {
  setpgid(0, 0);  // a Ctrl-C is the importer's business; and what a reader starts is killed with it
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0) _exit(127);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  if (!keep_stderr) dup2(nothing, STDERR_FILENO);
  if (socket == worker_fd) {
    fcntl(socket, F_SETFD, 0);
  } else {
    dup2(socket, worker_fd);
  }
  close_range(worker_fd + 1, ~0U, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  static char program[] = "hoego";
  static char command[] = "worker";
  static char number[] = {static_cast<char>('0' + worker_fd), '\0'};
  char* const arguments[] = {static_cast<char*>(program), static_cast<char*>(command),
                             static_cast<char*>(number), nullptr};
  execv("/proc/self/exe", static_cast<char* const*>(arguments));
  _exit(127);
}

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return fmt::format("the reader crashed (signal {})", WTERMSIG(status));
  return fmt::format("the reader stopped by itself (exit status {})", WEXITSTATUS(status));
}

}  // namespace

struct ReaderPool::Process {
  struct Outstanding {
    PoolJob job;
    std::uint64_t items = 0;
  };

  Process() = default;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() { kill_and_reap(); }

  /// The wait status.
  int kill_and_reap() {
    if (pid < 0) return 0;
    kill(-pid, SIGKILL);
    kill(pid, SIGKILL);
    return reap();
  }
  int reap() {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    kill(-pid, SIGKILL);  // what it had started
    ::close(socket);
    pid = -1;
    return status;
  }
  bool takes_more() const {
    return jobs.size() < window &&
           std::none_of(jobs.begin(), jobs.end(), [](const Outstanding& one) { return one.job.heavy; });
  }

  pid_t pid = -1;
  int socket = -1;
  bool greeted = false;
  std::string out;
  FrameReader in;
  std::deque<Outstanding> jobs;
  Clock::time_point heard = Clock::now();
};

ReaderPool::ReaderPool(Limits limits, ReadOptions options, PoolListener& listener)
    : limits_(limits), options_(std::move(options)), listener_(listener) {}

ReaderPool::~ReaderPool() = default;

bool ReaderPool::idle() const {
  return queue_.empty() && std::all_of(processes_.begin(), processes_.end(),
                                       [](const auto& process) { return process->jobs.empty(); });
}

void ReaderPool::start() {
  int ends[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, static_cast<int*>(ends)) != 0)
    cannot_start("no socket");
  // Asked for by developers who want to see a sanitizer's report.
  const bool keep_stderr = getenv("HOEGO_WORKER_STDERR") != nullptr;
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) become_worker(ends[1], parent, keep_stderr);
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    cannot_start("fork refused");
  }
  auto process = std::make_unique<Process>();
  process->pid = child;
  process->socket = ends[0];
  fcntl(process->socket, F_SETFL, O_NONBLOCK);
  append_frame(process->out, FrameType::Setup, encode(ReaderSetup{options_, limits_.memory}));
  processes_.push_back(std::move(process));
}

ReaderPool::Process* ReaderPool::least_busy() {
  Process* best = nullptr;
  for (const auto& process : processes_) {
    if (process->takes_more() && (!best || process->jobs.size() < best->jobs.size())) best = process.get();
  }
  return best;
}

void ReaderPool::hand_out() {
  while (!queue_.empty()) {
    Process* process = least_busy();
    const bool busy =
        !process || process->jobs.size() >= window / 4 || (queue_.front().heavy && !process->jobs.empty());
    if (busy && processes_.size() < static_cast<std::size_t>(std::max(limits_.processes, 1))) {
      start();
      process = processes_.back().get();
    }
    if (!process) return;
    give(*process, std::move(queue_.front()));
    queue_.pop_front();
  }
}

void ReaderPool::give(Process& process, PoolJob job) {
  if (process.jobs.empty()) process.heard = Clock::now();
  append_frame(process.out, FrameType::Job, encode(job.job));
  process.jobs.push_back({std::move(job)});
}

void ReaderPool::write_to(Process& process) {
  while (!process.out.empty()) {
    const ssize_t sent = send(process.socket, process.out.data(), process.out.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;  // full, or gone: reading will tell
    process.out.erase(0, static_cast<std::size_t>(sent));
  }
}

void ReaderPool::read_from(Process& process) {
  const ssize_t count = recv(process.socket, process.in.room(read_bytes), read_bytes, 0);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (count <= 0) return end(process, how_it_ended(process.reap()));
  process.in.filled(static_cast<std::size_t>(count));
  process.heard = Clock::now();
  try {
    while (process.pid >= 0) {
      const std::optional<Frame> frame = process.in.next();
      if (!frame) return;
      take(process, *frame);
    }
  } catch (const Error& error) {
    process.kill_and_reap();
    end(process, error.what());
  }
}

void ReaderPool::take(Process& process, const Frame& frame) {
  if (frame.type == FrameType::Hello && !process.greeted) {
    process.greeted = true;
    return;
  }
  if (!process.greeted || process.jobs.empty()) {
    process.kill_and_reap();
    return end(process, "the reader spoke out of turn");
  }
  const std::uint64_t job = process.jobs.front().job.number;
  switch (frame.type) {
    case FrameType::Observation:
    case FrameType::Issue:
    case FrameType::Coverage:
      return take_item(process, frame);
    case FrameType::Done:
      process.jobs.pop_front();
      return listener_.done(job);
    case FrameType::Alive:
      return;
    case FrameType::Failed:
    case FrameType::Member:
    case FrameType::MemberFailed:
      return take_message(process, frame);
    default:
      process.kill_and_reap();
      return end(process, "the reader sent what is no message");
  }
}

void ReaderPool::take_message(Process& process, const Frame& frame) {
  const std::uint64_t job = process.jobs.front().job.number;
  Issue issue;
  MemberNote note;
  try {
    if (frame.type == FrameType::Member)
      note = decode_member(frame.payload);
    else
      issue = decode_issue(frame.payload);
  } catch (const Error&) {
    process.kill_and_reap();
    return end(process, "the reader sent what is no message");
  }
  switch (frame.type) {
    case FrameType::Member:
      return listener_.member(job, note);
    case FrameType::MemberFailed:
      return listener_.member_failed(job, issue);
    default:
      process.jobs.pop_front();
      return listener_.failed(job, issue);
  }
}

void ReaderPool::take_item(Process& process, const Frame& frame) {
  Process::Outstanding& current = process.jobs.front();
  if (++current.items > limits_.most_items) {
    process.kill_and_reap();
    return end(process, fmt::format("more than {} things in one file", limits_.most_items));
  }
  listener_.item(current.job.number, frame.type, frame.payload);
}

void ReaderPool::end(Process& process, const std::string& reason) {
  if (!process.greeted) cannot_start(reason);
  std::deque<Process::Outstanding> jobs = std::move(process.jobs);
  process.jobs.clear();  // the process itself is taken off the list when `pump` is through with it
  if (jobs.empty()) return;
  PoolJob blamed = std::move(jobs.front().job);
  jobs.pop_front();
  while (!jobs.empty()) {
    queue_.push_front(std::move(jobs.back().job));
    jobs.pop_back();
  }
  const Issue issue{clean_text(blamed.job.unit.path), "", reason,
                    "see whether it opens elsewhere; it is tried again when it changes"};
  listener_.lost(std::move(blamed), issue);
}

void ReaderPool::check_stalls() {
  const Clock::time_point now = Clock::now();
  for (const auto& process : processes_) {
    const auto patience = process->greeted ? limits_.stall : std::max(limits_.stall, longest_start);
    if (process->pid < 0 || process->jobs.empty() || now - process->heard < patience) continue;
    process->kill_and_reap();
    end(*process, fmt::format("the reader said nothing for {} s",
                              std::chrono::duration_cast<std::chrono::seconds>(limits_.stall).count()));
  }
}

void ReaderPool::pump(std::chrono::milliseconds patience) {
  hand_out();
  std::vector<pollfd> polled;
  for (const auto& process : processes_) {
    write_to(*process);
    polled.push_back(
        {process->socket, static_cast<short>(process->out.empty() ? POLLIN : POLLIN | POLLOUT), 0});
  }
  const int ready =
      poll(polled.data(), polled.size(), static_cast<int>(std::min(patience, limits_.stall / 4).count()));
  if (ready > 0) {
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if ((polled[i].revents & POLLOUT) != 0) write_to(*processes_[i]);
      if ((polled[i].revents & ~POLLOUT) != 0) read_from(*processes_[i]);
    }
  }
  check_stalls();
  processes_.erase(std::remove_if(processes_.begin(), processes_.end(),
                                  [](const auto& process) { return process->pid < 0; }),
                   processes_.end());
}

}  // namespace hoego
