#include "picture/workers.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>

namespace hoego {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int worker_fd = 3;

/// Runs in the child of a fork of a program with threads: nothing here may allocate or lock.
[[noreturn]] void become_worker(int socket) {
  setpgid(0, 0);  // a Ctrl-C is the server's business
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0) _exit(127);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  if (socket == worker_fd)
    fcntl(socket, F_SETFD, 0);
  else
    dup2(socket, worker_fd);
  close_range(worker_fd + 1, ~0U, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) ::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  static char program[] = "hoego";
  static char command[] = "picture-worker";
  static char number[] = {static_cast<char>('0' + worker_fd), '\0'};
  char* const arguments[] = {static_cast<char*>(program), static_cast<char*>(command),
                             static_cast<char*>(number), nullptr};
  execv("/proc/self/exe", static_cast<char* const*>(arguments));
  _exit(127);
}

}  // namespace

/// One process, with the socket to it. Killed at its end.
class PictureWorkers::Process {
 public:
  Process() {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, static_cast<int*>(ends)) != 0) cannot_start();
    pid_ = fork();
    if (pid_ == 0) become_worker(ends[1]);
    close(ends[1]);
    socket_ = ends[0];
    if (pid_ < 0) {
      close(socket_);
      cannot_start();
    }
    fcntl(socket_, F_SETFL, O_NONBLOCK);
  }
  ~Process() {
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    close(socket_);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Nothing where it ended, said nonsense, or was not in time: then it is of no use any more.
  std::optional<PictureAnswer> answer(const PictureJob& job, Clock::time_point deadline) {
    std::string frame = frame_of(job);
    if (!pass(POLLOUT, frame, deadline)) return std::nullopt;
    std::string head(4, '\0');
    if (!pass(POLLIN, head, deadline)) return std::nullopt;
    const std::size_t length = frame_length(head);
    if (length > largest_picture_frame) return std::nullopt;
    std::string bytes(length, '\0');
    if (!pass(POLLIN, bytes, deadline)) return std::nullopt;
    return answer_from(bytes);
  }

 private:
  [[noreturn]] static void cannot_start() {
    throw PictureError(Trouble::Busy, "no process for pictures can be started", "",
                       "see that the machine has processes and memory left");
  }

  /// All of `bytes` in one direction.
  bool pass(short direction, std::string& bytes, Clock::time_point deadline) const {
    std::size_t begin = 0;
    while (begin < bytes.size()) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
      pollfd polled{socket_, direction, 0};
      const int ready = left > 0 ? poll(&polled, 1, static_cast<int>(left)) : 0;
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) return false;
      char* at = bytes.data() + begin;
      const std::size_t count = bytes.size() - begin;
      const ssize_t passed =
          direction == POLLIN ? recv(socket_, at, count, 0) : send(socket_, at, count, MSG_NOSIGNAL);
      if (passed < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (passed <= 0) return false;
      begin += static_cast<std::size_t>(passed);
    }
    return true;
  }

  pid_t pid_ = -1;
  int socket_ = -1;
};

PictureWorkers::PictureWorkers() {
  limits_.processes = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);
}
PictureWorkers::PictureWorkers(Limits limits) : limits_(limits) {}
PictureWorkers::~PictureWorkers() = default;

std::unique_ptr<PictureWorkers::Process> PictureWorkers::take() {
  std::unique_lock lock(mutex_);
  if (!news_.wait_for(lock, limits_.queue, [this] { return busy_ < limits_.processes; }))
    throw PictureError(Trouble::Busy, "too many pictures are being made", "", "try again in a moment");
  ++busy_;
  if (idle_.empty()) return nullptr;
  std::unique_ptr<Process> process = std::move(idle_.back());
  idle_.pop_back();
  return process;
}

void PictureWorkers::give_back(std::unique_ptr<Process> process) {
  {
    const std::lock_guard lock(mutex_);
    --busy_;
    if (process) idle_.push_back(std::move(process));
  }
  news_.notify_one();
}

std::string PictureWorkers::small(const PictureJob& job) {
  std::unique_ptr<Process> process = take();
  std::optional<PictureAnswer> answer;
  try {
    const bool used = process != nullptr;
    if (!used) process = std::make_unique<Process>();
    const auto begin = Clock::now();
    answer = process->answer(job, begin + limits_.one_picture);
    // One that lay idle may have been ended by anybody meanwhile, which says nothing of this picture.
    const bool at_once = Clock::now() - begin < std::chrono::milliseconds(50);
    if (!answer && used && at_once) {
      process = std::make_unique<Process>();
      answer = process->answer(job, begin + limits_.one_picture);
    }
  } catch (...) {
    give_back(nullptr);
    throw;
  }
  if (!answer) process.reset();
  give_back(std::move(process));
  if (!answer)
    throw PictureError(Trouble::Damaged, "the picture ended the process that read it, or took too long",
                       job.file, "see whether it opens elsewhere");
  if (!answer->error) return std::move(answer->jpeg);
  const PictureError& error = *answer->error;
  throw PictureError(error.trouble(), error.what(), error.where().empty() ? job.file : error.where(),
                     error.remedy());
}

}  // namespace hoego
