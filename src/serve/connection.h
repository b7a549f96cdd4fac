#pragma once
#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <set>
#include <string>

/// Inside this layer only.
namespace hoego {

/// The connections that are open, so that they can be told that it is over. Safe with threads.
class OpenConnections {
 public:
  /// False: it is over already.
  bool add(int socket);
  void remove(int socket);
  /// Lets what is being answered be answered, and takes no further request.
  void end_all();

 private:
  std::mutex mutex_;
  std::set<int> sockets_;
  bool over_ = false;
};

/// One connection as httplib reads and writes it, with deadlines: it belongs to one thread. Closes the socket
/// at its end.
class Connection : public httplib::Stream {
 public:
  /// `all` must outlive it.
  Connection(int socket, OpenConnections& all);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Whether there is something to read within this time.
  bool wait(std::chrono::milliseconds patience);

  bool is_readable() const override { return true; }
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t count) override;
  ssize_t write(const char* from, std::size_t count) override;
  // Both ends are this machine; nobody asks for more.
  void get_remote_ip_and_port(std::string& address, int& port) const override;
  void get_local_ip_and_port(std::string& address, int& port) const override;
  int socket() const override { return socket_; }

 private:
  int socket_;
  OpenConnections& all_;
  bool open_;
  std::array<char, 8192> buffer_{};  // lines are read a byte at a time
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace hoego
