#include "app/keyboard.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace hoego {

Keyboard::Keyboard() : terminal_(isatty(STDIN_FILENO) == 1) {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  sigprocmask(SIG_BLOCK, &interrupt, &before_);
  signals_ = signalfd(-1, &interrupt, SFD_CLOEXEC);
  if (signals_ < 0) {
    sigprocmask(SIG_SETMASK, &before_, nullptr);
    throw Error(std::strerror(errno), "the keyboard", "run it again");
  }
}

Keyboard::~Keyboard() {
  close(signals_);
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

/// Waits for more; false where there is none.
bool Keyboard::fill() {
  std::array<pollfd, 2> waited{{{STDIN_FILENO, POLLIN, 0}, {signals_, POLLIN, 0}}};
  while (poll(waited.data(), waited.size(), -1) < 0) {
    if (errno != EINTR) return false;
  }
  if (waited[1].revents != 0) {
    signalfd_siginfo taken{};
    while (read(signals_, &taken, sizeof taken) < 0 && errno == EINTR) {
    }
    return false;
  }
  std::array<char, 4096> buffer{};
  ssize_t size = 0;
  do {
    size = read(STDIN_FILENO, buffer.data(), buffer.size());
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return false;
  read_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

std::optional<std::string> Keyboard::line() {
  std::size_t end = read_.find('\n');
  while (end == std::string::npos && !ended_) {
    const std::size_t known = read_.size();
    ended_ = !fill();
    end = read_.find('\n', known);
  }
  if (end == std::string::npos && read_.empty()) return std::nullopt;
  std::string line = read_.substr(0, end);
  read_.erase(0, end == std::string::npos ? end : end + 1);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace hoego
