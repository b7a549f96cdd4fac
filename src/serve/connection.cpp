#include "serve/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hoego {
namespace {

/// A request that has begun comes quickly, and a browser that plays a film may let it wait for long.
constexpr std::chrono::milliseconds longest_silence{5'000};
constexpr std::chrono::milliseconds longest_pause{60'000};
constexpr std::chrono::milliseconds patience_at_end{20};

bool ready(int socket, short events, std::chrono::milliseconds patience) {
  pollfd polled{socket, events, 0};
  int count = 0;
  do {
    count = poll(&polled, 1, static_cast<int>(patience.count()));
  } while (count < 0 && errno == EINTR);
  return count > 0;
}

}  // namespace

bool OpenConnections::add(int socket) {
  const std::lock_guard lock(mutex_);
  if (!over_) sockets_.insert(socket);
  return !over_;
}

void OpenConnections::remove(int socket) {
  const std::lock_guard lock(mutex_);
  sockets_.erase(socket);
}

void OpenConnections::end_all() {
  const std::lock_guard lock(mutex_);
  over_ = true;
  for (const int socket : sockets_) shutdown(socket, SHUT_RD);
}

Connection::Connection(int socket, OpenConnections& all)
    : socket_(socket), all_(all), open_(all.add(socket)) {}

Connection::~Connection() {
  // What was not read would have the answer thrown away with it.
  shutdown(socket_, SHUT_WR);
  for (int left = 64; left > 0 && ready(socket_, POLLIN, patience_at_end); --left) {
    if (recv(socket_, buffer_.data(), buffer_.size(), 0) <= 0) break;
  }
  all_.remove(socket_);
  close(socket_);
}

bool Connection::wait(std::chrono::milliseconds patience) {
  if (!open_) return false;
  if (begin_ < end_) return true;
  if (!ready(socket_, POLLIN, patience)) return false;
  char first = 0;
  return recv(socket_, &first, 1, MSG_PEEK) > 0;
}

bool Connection::is_writable() const {
  return ready(socket_, POLLOUT, longest_pause);
}

ssize_t Connection::read(char* to, std::size_t count) {
  if (begin_ == end_) {
    if (!ready(socket_, POLLIN, longest_silence)) return -1;
    const ssize_t came = recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (came <= 0) return came;
    begin_ = 0;
    end_ = static_cast<std::size_t>(came);
  }
  const std::size_t taken = std::min(count, end_ - begin_);
  std::memcpy(to, buffer_.data() + begin_, taken);
  begin_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t Connection::write(const char* from, std::size_t count) {
  if (!ready(socket_, POLLOUT, longest_pause)) return -1;
  return send(socket_, from, count, MSG_NOSIGNAL);
}

void Connection::get_remote_ip_and_port(std::string& address, int& port) const {
  address = "127.0.0.1";
  port = 0;
}

void Connection::get_local_ip_and_port(std::string& address, int& port) const {
  address = "127.0.0.1";
  port = 0;
}

}  // namespace hoego
