#pragma once
#include <optional>
#include <string>

#include "serve/request.h"

namespace hoego {

/// Why a request is turned away.
struct TurnedAway {
  int status = 0;
  std::string what;
  std::string remedy;
};

/// Whether a request comes from where it may: another site's page can reach this machine's own addresses too,
/// by a name that it has resolved to 127.0.0.1 (DNS rebinding: the Host is then its own), by a form (the
/// Origin is then its own), or as a picture in its page (the browser then says Sec-Fetch-Site).
std::optional<TurnedAway> turned_away(const Request& request, int port);

}  // namespace hoego
