#pragma once
#include <string_view>

namespace hoego {

/// Whether the program at the other end of a loopback connection runs as this one's user, or as root. Other
/// users of the machine reach its loopback address too, and a life is not theirs. True where the system does
/// not tell.
bool is_same_user(int socket);

/// The user id of the connection from `port` to `to`, in the text of /proc/net/tcp (proc(5)); -1 where it is
/// not there.
long user_of(std::string_view table, int port, int to);

}  // namespace hoego
