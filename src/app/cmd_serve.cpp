#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "app/api.h"
#include "app/cmd.h"
#include "app/interrupt.h"
#include "base/error.h"
#include "serve/server.h"

namespace hoego {
namespace {

constexpr int usual_port = 4634;  // "hoeg" on the keys of a telephone

Server server_for(const Arguments& arguments, Api& api) {
  if (auto server = Server::at_port(arguments.port.value_or(usual_port), api_routes(api)))
    return std::move(*server);
  const int port = arguments.port.value_or(usual_port);
  if (arguments.port)
    throw Error(fmt::format("port {} is in use", port), "--port",
                "another hoego may serve there already; leave out --port, or name another one");
  fmt::print(stderr, "hoego: port {} is in use, by another hoego perhaps; taking one that is free\n", port);
  auto server = Server::at_port(0, api_routes(api));
  if (!server) throw Error("no port is free", "127.0.0.1", "end what uses so many of them");
  return std::move(*server);
}

}  // namespace

int cmd_serve(const Arguments& arguments) {
  if (!arguments.words.empty())
    throw UsageError(fmt::format("one word too many: \"{}\"", arguments.words.front()), "hoego serve",
                     "see `hoego serve --help`");
  Life life = Life::open(arguments);
  life.refresh(0);  // what cannot be read is said here, not in the page
  Api api(life.folder());
  prepare_first_review(api);
  Server server = server_for(arguments, api);
  const Interrupt interrupt;
  server.start();
  fmt::print("http://127.0.0.1:{}/\n", server.port());
  std::fflush(stdout);
  fmt::print(stderr, "hoego: serving {} to this machine; Ctrl-C ends it\n", life.folder().string());
  while (interrupt.wait(std::chrono::hours(1))) {
  }
  server.stop();
  return 0;
}

}  // namespace hoego
