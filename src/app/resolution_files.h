#pragma once
#include <vector>

#include "app/life.h"
#include "promises/resolutions.h"

namespace hoego {

/// resolutions/YEAR.md of the life folder, by year; UTF-8, UTF-16 or CP949. A file that is no text, or longer
/// than a megabyte, has an issue and no lines. Without a folder, none.
std::vector<Resolutions> resolution_files(const Life& life);

/// resolutions/YEAR.md of that year, whether or not it is there.
std::filesystem::path resolution_file(const Life& life, int year);

}  // namespace hoego
