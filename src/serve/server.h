#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "serve/route.h"

namespace hoego {

/// An HTTP server that only this machine reaches (127.0.0.1), for the page of one life. It answers each
/// request in a thread of its own, so that handlers must be safe with threads. An exception of a handler
/// becomes an answer (serve/refusal.h). Requests of other sites are turned away (serve/guard.h); entity tags
/// and ranges are its own business.
class Server {
 public:
  struct Limits {
    std::size_t connections = 64;
    /// Of those, how many may be bodies that take their time (films, events): the others are left for what is
    /// quick.
    std::size_t streams = 24;
  };

  /// Listens at the port, 0 for one that is free, and takes connections once it runs. Nothing where the port
  /// is in use. Throws Error where it cannot listen at all.
  static std::optional<Server> at_port(int port, std::vector<Route> routes, Limits limits);
  static std::optional<Server> at_port(int port, std::vector<Route> routes) {
    return at_port(port, std::move(routes), Limits());
  }

  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  /// Ends what still runs.
  ~Server();

  int port() const;
  /// Begins to answer, in threads of its own.
  void start();
  /// Answers what was asked, and is over when that is done: streams are cut.
  void stop();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hoego
