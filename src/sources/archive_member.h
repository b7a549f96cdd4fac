#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "sources/archive.h"

namespace hoego {

/// One file in an archive on the disk, found again by the path under which it was read: clean text; in an
/// archive inside this one, that archive's path before it. Throws Error where it is not there, or more comes
/// out than `limits` allows. For a worker process: the bytes are foreign.
std::unique_ptr<Input> open_member(const std::filesystem::path& archive, const std::string& member,
                                   const ArchiveLimits& limits = {});

}  // namespace hoego
