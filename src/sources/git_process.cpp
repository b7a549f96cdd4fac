#include "sources/git_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>

#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t read_size = 64 * 1024;
constexpr std::size_t most_errors = 16 * 1024;

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  out.reserve(texts.size() + 1);
  for (const auto& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

void close_once(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

/// Bytes read, 0 at the end.
std::size_t read_some(int descriptor, char* data, std::size_t size) {
  ssize_t count = 0;
  do {
    count = ::read(descriptor, data, size);
  } while (count < 0 && errno == EINTR);
  return count < 0 ? 0 : static_cast<std::size_t>(count);
}

int spawn(const std::vector<std::string>& argv, const std::vector<std::string>& environment, int output,
          int error_output, int& pid) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error_output, STDERR_FILENO);
  // The child dies of a closed pipe even if this process ignores the signal.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  auto arguments = pointers(argv);
  auto variables = pointers(environment);
  const int failed =
      posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), variables.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failed;
}

/// The first line of a small file, without blanks around it.
std::optional<std::string> first_line(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(4096, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || in.gcount() <= 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(in.gcount()));
  text = text.substr(0, text.find_first_of("\r\n"));
  return trim(text);
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& argv,
                           const std::vector<std::string>& environment) {
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  const std::string remedy = "close other programs and try again";
  if (::pipe2(out.data(), O_CLOEXEC) != 0) throw Error("no pipe to a process", argv[0], remedy);
  if (::pipe2(err.data(), O_CLOEXEC) != 0) {
    ::close(out[0]);
    ::close(out[1]);
    throw Error("no pipe to a process", argv[0], remedy);
  }
  output_ = out[0];
  error_output_ = err[0];
  const int failed = spawn(argv, environment, out[1], err[1], pid_);
  ::close(out[1]);
  ::close(err[1]);
  if (failed == 0) return;
  pid_ = -1;
  close_once(output_);
  close_once(error_output_);
  throw Error(fmt::format("cannot run {}: {}", argv[0], std::strerror(failed)), argv[0],
              failed == ENOENT ? fmt::format("install {0} (apt-get install {0})", argv[0]) : remedy);
}

ChildProcess::~ChildProcess() {
  close_once(output_);
  close_once(error_output_);
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  wait();
}

void ChildProcess::drain_errors() {
  std::array<char, 4096> bytes{};
  const std::size_t count = read_some(error_output_, bytes.data(), bytes.size());
  if (count == 0) close_once(error_output_);
  if (errors_.size() < most_errors) errors_.append(bytes.data(), count);
}

std::string_view ChildProcess::read() {
  buffer_.resize(read_size);
  while (output_ >= 0 || error_output_ >= 0) {
    std::array<pollfd, 2> waiting = {pollfd{output_, POLLIN, 0}, pollfd{error_output_, POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (waiting[1].revents != 0) drain_errors();
    if (waiting[0].revents == 0) continue;
    const std::size_t count = read_some(output_, buffer_.data(), buffer_.size());
    if (count > 0) return std::string_view(buffer_).substr(0, count);
    close_once(output_);
  }
  return {};
}

int ChildProcess::wait() {
  if (pid_ < 0) return status_;
  int raw = 0;
  while (::waitpid(pid_, &raw, 0) < 0 && errno == EINTR) continue;
  pid_ = -1;
  status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  return status_;
}

GitFolders git_folders(const fs::path& folder) {
  GitFolders out;
  out.work = folder;
  out.git = folder / ".git";
  std::error_code ignored;
  if (!is_there(out.git)) {
    out.bare = true;
    out.git = folder;
  } else if (fs::is_regular_file(out.git, ignored)) {
    // gitrepository-layout(5): "gitdir: PATH", relative to the folder of the file.
    const auto line = first_line(out.git);
    constexpr std::string_view key = "gitdir:";
    if (line && line->substr(0, key.size()) == key) out.git = folder / trim(line->substr(key.size()));
  }
  if (!is_there(out.git / "HEAD")) {
    throw Error("the repository's git folder is not there", out.git.string(),
                "if it was moved, run `git worktree repair` in its main repository");
  }
  out.common = out.git;
  if (const auto line = first_line(out.git / "commondir"); line && !line->empty())
    out.common = out.git / *line;
  return out;
}

std::vector<std::string> git_command(const GitFolders& folders, const std::vector<std::string>& arguments) {
  std::vector<std::string> out = {"git", "--no-pager", "-C", folders.work.string()};
  // Named, so that neither a parent folder nor core.worktree decides what is read.
  out.emplace_back(folders.bare ? "--git-dir=." : "--git-dir=.git");
  if (!folders.bare) out.emplace_back("--work-tree=.");
  for (const char* setting :
       {"core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "safe.directory=*",
        "diff.external=", "log.showSignature=false", "gpg.program=false", "log.showRoot=true",
        // Memory: git keeps under 256 MiB also among large files and packs.
        "core.packedGitLimit=64m", "core.packedGitWindowSize=1m", "core.deltaBaseCacheLimit=32m",
        "core.bigFileThreshold=16m"}) {
    out.insert(out.end(), {"-c", setting});
  }
  out.insert(out.end(), arguments.begin(), arguments.end());
  return out;
}

std::vector<std::string> git_environment() {
  const char* path = std::getenv("PATH");
  return {fmt::format("PATH={}", path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin"),
          "HOME=/nonexistent",
          "XDG_CONFIG_HOME=/nonexistent",
          "LC_ALL=C",
          "GIT_OPTIONAL_LOCKS=0",
          "GIT_ALLOW_PROTOCOL=none",
          "GIT_NO_LAZY_FETCH=1",
          "GIT_NO_REPLACE_OBJECTS=1",
          "GIT_TERMINAL_PROMPT=0",
          "GIT_CONFIG_NOSYSTEM=1",
          "GIT_CONFIG_GLOBAL=/dev/null",
          "GIT_ATTR_NOSYSTEM=1"};
}

}  // namespace hoego
