#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "app/cmd.h"
#include "app/interrupt.h"
#include "app/served_place.h"
#include "base/error.h"
#include "serve/server.h"

namespace hoego {
namespace {

constexpr int usual_port = 4634;  // "hoeg" on the keys of a telephone

Server server_for(const Arguments& arguments, ServedPlace& place) {
  if (auto server = Server::at_port(arguments.port.value_or(usual_port), api_routes(place)))
    return std::move(*server);
  const int port = arguments.port.value_or(usual_port);
  if (arguments.port)
    throw Error(fmt::format("port {} is in use", port), "--port",
                "another hoego may serve there already; leave out --port, or name another one");
  fmt::print(stderr, "hoego: port {} is in use, by another hoego perhaps; taking one that is free\n", port);
  auto server = Server::at_port(0, api_routes(place));
  if (!server) throw Error("no port is free", "127.0.0.1", "end what uses so many of them");
  return std::move(*server);
}

/// What cannot be read of a life is said here; its first sync is shown on the page.
void open_life(const Arguments& arguments, ServedPlace& place) {
  Life life = Life::open(arguments);
  life.derive();
  prepare_first_review(place.open(life.folder()));
}

}  // namespace

int cmd_serve(const Arguments& arguments) {
  if (!arguments.words.empty())
    throw UsageError(fmt::format("one word too many: \"{}\"", arguments.words.front()), "hoego serve",
                     "see `hoego serve --help`");
  ServedPlace place(proposed_folder(arguments));
  const bool has_life = Life::exists(arguments);
  if (has_life) open_life(arguments, place);
  Server server = server_for(arguments, place);
  const Interrupt interrupt;
  server.start();
  fmt::print("http://127.0.0.1:{}/\n", server.port());
  std::fflush(stdout);
  if (has_life)
    fmt::print(stderr, "hoego: serving {} to this machine; Ctrl-C ends it\n",
               place.api().life.folder().string());
  else
    fmt::print(stderr,
               "hoego: there is no life folder here yet; the page helps to make one; Ctrl-C ends it\n");
  while (interrupt.wait(std::chrono::hours(1))) {
  }
  server.stop();
  return 0;
}

}  // namespace hoego
