#pragma once
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "app/life.h"

namespace hoego {

/// The component of a calendar (RFC 5545, 3.6) that has this UID, its lines unfolded. Nothing where there is
/// none.
std::optional<std::string> component_of(std::istream& calendar, std::string_view uid);

/// A line by its number, from 1. Nothing where there are not so many.
std::optional<std::string> line_of(std::istream& text, std::uint64_t number);

/// What the file has of a record that is one entry of many: of a calendar, or a line of a table. UTF-8, at
/// most 8 KiB of it. Nothing where the file is gone, larger than 64 MiB, no UTF-8, or in an archive.
std::optional<std::string> original_entry(const Life& life, const Record& record);

}  // namespace hoego
