#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "record/issue.h"

namespace hoego {

/// Writes to standard output, or, where `file` is not empty, to that file: whole or not at all.
void write_output(const std::filesystem::path& file, std::string_view text);

/// "a.ics, UID 5: the end is before the beginning; mend the entry in the calendar".
std::string issue_line(const std::string& where, const Issue& issue);

/// One line of a foreign text for a terminal: no control characters, at most `most` code points.
std::string one_line(std::string_view text, std::size_t most = 80);

/// "2024", "2024-03-01..2024-06-30".
std::optional<DateRange> period_from(const std::string& word);
/// Throws UsageError naming the option.
DateRange period_option(const std::string& option, const std::string& text);
Date day_option(const std::string& option, const std::string& text);
/// "2024". Throws UsageError naming the command, with what it takes instead.
int year_word(const std::string& command, const std::string& word, const std::string& remedy);

/// "1,234".
std::string thousands(std::uint64_t number);

}  // namespace hoego
