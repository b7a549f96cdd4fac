#include "serve/peer.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace hoego {
namespace {

constexpr std::string_view loopback = "0100007F";  // as the table writes 127.0.0.1 on a little-endian machine

template <class Ask>
std::optional<int> port_by(int socket, Ask ask) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  if (ask(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0 || address.sin_family != AF_INET)
    return std::nullopt;
  return ntohs(address.sin_port);
}

std::string table() {
  std::ifstream in("/proc/net/tcp");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

long user_of(std::string_view table, int port, int to) {
  const std::string ends = fmt::format(": {}:{:04X} {}:{:04X} ", loopback, port, loopback, to);
  const std::size_t line = table.find(ends);
  if (line == std::string_view::npos) return -1;
  std::istringstream rest{std::string(table.substr(line + ends.size(), 120))};
  std::string state;
  std::string queues;
  std::string timer;
  std::string retransmits;
  long user = -1;
  return rest >> state >> queues >> timer >> retransmits >> user ? user : -1;
}

bool is_same_user(int socket) {
  const auto from = port_by(socket, getpeername);
  const auto to = port_by(socket, getsockname);
  const long user = from && to ? user_of(table(), *from, *to) : -1;
  return user <= 0 || user == static_cast<long>(geteuid());
}

}  // namespace hoego
