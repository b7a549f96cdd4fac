#include "serve/guard.h"

#include <fmt/format.h>

#include <string_view>

namespace hoego {
namespace {

constexpr std::size_t longest_path = 1024;
constexpr std::string_view own_names[] = {"127.0.0.1", "localhost", "[::1]"};

bool is_own_host(std::string_view host, int port) {
  for (const std::string_view name : own_names) {
    if (host == fmt::format("{}:{}", name, port)) return true;
    if (port == 80 && host == name) return true;  // browsers leave the usual port out
  }
  return false;
}

bool is_own_origin(std::string_view origin, int port) {
  constexpr std::string_view scheme = "http://";
  return origin.substr(0, scheme.size()) == scheme && is_own_host(origin.substr(scheme.size()), port);
}

bool is_api(const std::string& path) {
  return path.rfind("/api/", 0) == 0;
}

}  // namespace

std::optional<TurnedAway> turned_away(const Request& request, int port) {
  const std::string open_own = fmt::format("open http://127.0.0.1:{}/", port);
  if (!is_own_host(request.header("host"), port))
    return TurnedAway{421, "this is no name of this server", open_own};
  if (request.path.size() > longest_path)
    return TurnedAway{414, "the address is too long", "ask for less at once"};
  const std::string origin = request.header("origin");
  const bool changes = request.method != "GET";
  if (changes ? !is_own_origin(origin, port) : !origin.empty() && !is_own_origin(origin, port))
    return TurnedAway{403, "another site may not ask", open_own};
  const std::string site = request.header("sec-fetch-site");
  if (is_api(request.path) && !site.empty() && site != "same-origin" && site != "none")
    return TurnedAway{403, "another site may not ask", open_own};
  return std::nullopt;
}

}  // namespace hoego
