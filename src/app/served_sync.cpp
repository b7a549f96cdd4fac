#include "app/served_sync.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "app/syncing.h"
#include "base/error.h"

namespace hoego {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20;
constexpr std::chrono::milliseconds patience_at_end{2'000};

/// Runs in the child of a fork of a program with threads: nothing here may allocate or lock.
[[noreturn]] void become_sync(int out, pid_t parent, char* const* arguments) {
  setpgid(0, 0);                     // a Ctrl-C is the server's business
  prctl(PR_SET_PDEATHSIG, SIGTERM);  // without the page nobody knows of it
  if (getppid() != parent) _exit(127);
  const int nothing = open("/dev/null", O_RDONLY);
  if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0) _exit(127);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) ::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv("/proc/self/exe", arguments);
  _exit(127);
}

/// The lines that come out of a pipe; nothing at its end, and for one that is too long to be one.
class Lines {
 public:
  explicit Lines(int pipe) : pipe_(pipe) {}
  ~Lines() { close(pipe_); }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  std::optional<std::string> next() {
    for (;;) {
      const std::size_t end = text_.find('\n');
      if (end != std::string::npos) {
        std::string line = text_.substr(0, end);
        text_.erase(0, end + 1);
        return line;
      }
      if (text_.size() > longest_line || !more()) return std::nullopt;
    }
  }

 private:
  bool more() {
    std::array<char, 4096> bytes{};
    ssize_t count = 0;
    do {
      count = read(pipe_, bytes.data(), bytes.size());
    } while (count < 0 && errno == EINTR);
    if (count > 0) text_.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
  }

  int pipe_;
  std::string text_;
};

bool ends_it(const std::string& line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  return json.is_object() && json.value("state", "") != "running";
}

std::string how_it_ended(pid_t child) {
  if (child < 0) return "no process can be started";
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) return fmt::format("the sync was ended by signal {}", WTERMSIG(status));
  return fmt::format("the sync ended with status {}", WEXITSTATUS(status));
}

}  // namespace

ServedSync::~ServedSync() {
  cancel();
  {
    std::unique_lock lock(mutex_);
    news_.wait_for(lock, patience_at_end, [this] { return child_ < 0; });
    if (child_ > 0) kill(child_, SIGKILL);
  }
  if (follower_.joinable()) follower_.join();
}

void ServedSync::start() {
  const std::lock_guard lock(mutex_);
  if (child_ >= 0) return;
  if (follower_.joinable()) follower_.join();
  std::array<int, 2> ends{-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw Error("no sync can be started", folder_.string(), "close what has many files open, then try again");
  try {
    // Its parent is the thread that forks it: it must live as long.
    follower_ = std::thread([this, ends] { run(ends); });
  } catch (const std::system_error&) {
    for (const int end : ends) close(end);
    throw Error("no sync can be started", folder_.string(),
                "close what needs many processes, then try again");
  }
  ++told_.run;
  ++told_.number;
  told_.json = R"({"state":"running","phase":"looking"})";
  cancelled_ = false;
  child_ = 0;  // until its follower has begun it
}

void ServedSync::run(std::array<int, 2> ends) {
  std::string program = "hoego";
  std::string option = "-C";
  std::string folder = folder_.string();
  std::string command = "sync";
  std::string json = "--json";
  const std::array<char*, 6> arguments = {program.data(), option.data(), folder.data(),
                                          command.data(), json.data(),   nullptr};
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) become_sync(ends[1], parent, arguments.data());
  close(ends[1]);
  follow(ends[0], child);
}

void ServedSync::follow(int pipe, pid_t child) {
  {
    const std::lock_guard lock(mutex_);
    child_ = std::max(child, 0);
    if (cancelled_ && child > 0) kill(child, SIGTERM);
  }
  Lines lines(pipe);
  std::string last;
  while (last.empty()) {
    std::optional<std::string> line = lines.next();
    if (!line) break;
    if (ends_it(*line))
      last = std::move(*line);
    else
      tell(std::move(*line), IsOver::No);
  }
  {
    const std::lock_guard lock(mutex_);
    child_ = 0;  // it is gone soon, and its number may be another's
    if (child > 0 && last.empty()) kill(child, SIGKILL);
  }
  const std::string how = how_it_ended(child);
  if (last.empty() && is_cancelled())
    last = sync_stopped_json();  // before it could say so itself
  else if (last.empty())
    last =
        sync_error_json(how, folder_.string(), "what was read whole stays; start it again, and it goes on");
  tell(std::move(last), IsOver::Yes);
}

void ServedSync::tell(std::string json, IsOver over) {
  {
    const std::lock_guard lock(mutex_);
    ++told_.number;
    told_.json = std::move(json);
    if (over == IsOver::Yes) child_ = -1;
  }
  news_.notify_all();
}

void ServedSync::cancel() {
  const std::lock_guard lock(mutex_);
  if (child_ < 0 || cancelled_) return;
  cancelled_ = true;
  if (child_ > 0) kill(child_, SIGTERM);
}

bool ServedSync::is_cancelled() const {
  const std::lock_guard lock(mutex_);
  return cancelled_;
}

bool ServedSync::is_running() const {
  const std::lock_guard lock(mutex_);
  return child_ >= 0;
}

ServedSync::Told ServedSync::told() const {
  const std::lock_guard lock(mutex_);
  return told_;
}

ServedSync::Told ServedSync::told_after(std::uint64_t known, std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  news_.wait_for(lock, patience, [this, known] { return told_.number != known; });
  return told_;
}

}  // namespace hoego
