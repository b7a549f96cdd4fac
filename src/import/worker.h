#pragma once
#include <span>

#include "sources/source.h"

namespace hoego {

/// The whole life of a reader process: takes units from the importer over the socket `fd`, reads them with
/// their format and sends back what they say, until the importer closes the socket. Returns the process's
/// exit status. The importer starts it as `hoego worker FD`.
int worker_main(int fd, std::span<const Source* const> formats);

}  // namespace hoego
