#pragma once
#include <httplib.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include "serve/route.h"

/// Inside this layer only.
namespace hoego {

/// From a request of httplib to its response: guards, finds the route, asks it, and puts the answer into
/// headers and a body. Safe with threads.
class Answering {
 public:
  Answering(std::vector<Route> routes, std::size_t most_streams)
      : routes_(std::move(routes)), most_streams_(most_streams) {}

  /// Of the server, once it is known.
  void set_port(int port) { port_ = port; }
  /// Whether it needs no body to be answered: everything but a known route with another method than GET.
  bool needs_no_body(const httplib::Request& asked) const;
  void answer(const httplib::Request& asked, httplib::Response& out);

 private:
  Response response_to(const Request& request) const;
  Response found(Request request) const;
  void put(const Request& request, Response response, httplib::Response& out);
  void put_content(const Request& request, const std::string& etag, const std::string& type, Content content,
                   httplib::Response& out);
  /// Null where there are too many. The stream ends when this does.
  std::shared_ptr<void> stream();

  std::vector<Route> routes_;
  std::size_t most_streams_;
  std::atomic<std::size_t> streams_{0};
  int port_ = 0;
};

}  // namespace hoego
