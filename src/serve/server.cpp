#include "serve/server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <utility>

#include "base/error.h"
#include "serve/answering.h"
#include "serve/connection.h"
#include "serve/peer.h"
#include "serve/threads.h"

namespace hoego {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t most_body = std::size_t{1} << 20;
constexpr int most_requests = 1000;  ///< of one connection
constexpr std::chrono::milliseconds longest_idle{5'000};

/// httplib's server with connections that can be told to end: its own wait five seconds for a browser that
/// says nothing more.
class LoopbackServer : public httplib::Server {
 public:
  OpenConnections& connections() { return connections_; }

 private:
  bool process_and_close_socket(int socket) override {
    Connection connection(socket, connections_);
    if (!is_same_user(socket)) {
      constexpr std::string_view refusal =
          "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
      connection.httplib::Stream::write(std::string(refusal));
      return true;
    }
    bool last = false;
    for (int count = 1; !last && count <= most_requests && connection.wait(longest_idle); ++count) {
      bool closed = false;
      const auto prepare = [&last](httplib::Request& request) {
        // It would cut every body, errors too, by rules of its own, and pack what has a strong tag.
        request.ranges.clear();
        request.headers.erase("Accept-Encoding");
        // A body that nobody read would be taken for the next request.
        if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) return;
        last = true;
        request.headers.erase("Connection");
        request.set_header("Connection", "close");
      };
      if (!process_request(connection, count == most_requests, closed, prepare)) break;
      last = last || closed;
    }
    return true;
  }

  OpenConnections connections_;
};

}  // namespace

struct Server::Impl {
  Impl(std::vector<Route> routes, Limits limits) : answering(std::move(routes), limits.streams) {
    http.new_task_queue = [limits] { return new Threads(limits.connections); };
    http.set_tcp_nodelay(true);
    http.set_keep_alive_max_count(most_requests);
    http.set_payload_max_length(most_body);
    // Not httplib's own, which let two servers share a port.
    http.set_socket_options([](int socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    http.set_pre_routing_handler([this](const httplib::Request& asked, httplib::Response& out) {
      if (!answering.needs_no_body(asked)) return httplib::Server::HandlerResponse::Unhandled;
      answering.answer(asked, out);
      return httplib::Server::HandlerResponse::Handled;
    });
    // What is left has been found already and waits for its body.
    const auto answer = [this](const httplib::Request& asked, httplib::Response& out) {
      answering.answer(asked, out);
    };
    const std::string any = "[^]*";
    http.Post(any, answer);
    http.Put(any, answer);
    http.Delete(any, answer);
  }
  ~Impl() { stop(); }

  void stop() {
    if (!thread.joinable()) return;
    http.stop();
    http.connections().end_all();
    thread.join();
  }

  Answering answering;
  LoopbackServer http;
  std::thread thread;
  int port = 0;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

std::optional<Server> Server::at_port(int port, std::vector<Route> routes, Limits limits) {
  auto impl = std::make_unique<Impl>(std::move(routes), limits);
  errno = 0;
  if (port == 0)
    impl->port = impl->http.bind_to_any_port(loopback);
  else if (impl->http.bind_to_port(loopback, port))
    impl->port = port;
  if (impl->port <= 0) {
    if (errno == EADDRINUSE) return std::nullopt;
    throw Error(fmt::format("cannot listen: {}", std::strerror(errno)), fmt::format("{}:{}", loopback, port),
                "choose another port, from 1024 on");
  }
  impl->answering.set_port(impl->port);
  return Server(std::move(impl));
}

int Server::port() const {
  return impl_->port;
}

void Server::start() {
  impl_->thread = std::thread([impl = impl_.get()] { impl->http.listen_after_bind(); });
  // It cannot be stopped before it runs.
  while (!impl_->http.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Server::stop() {
  impl_->stop();
}

}  // namespace hoego
