#pragma once
#include <string>
#include <vector>

#include "base/civil.h"

namespace hoego::sample {

/// A file in an archive.
struct Member {
  std::string name;  ///< with slashes; UTF-8
  std::string bytes;
  bool packed = true;  ///< else stored as it is, which is what a picture is
};

/// A ZIP file (PKWARE's APPNOTE 6.3, without zip64); all members have the one time.
std::string zip(const std::vector<Member>& members, WallTime modified);

/// A ustar archive (POSIX.1-2017, pax) in gzip (RFC 1952), all times 0. Names of up to 99 bytes.
std::string tar_gz(const std::vector<Member>& members);

}  // namespace hoego::sample
