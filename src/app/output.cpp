#include "app/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"

namespace hoego {

void write_output(const std::filesystem::path& file, std::string_view text) {
  if (file.empty()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (std::fflush(stdout) != 0) throw Error("cannot write", "standard output", std::strerror(errno));
    return;
  }
  const std::filesystem::path part = file.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.flush();
    if (!out) throw Error("cannot write", file.string(), "check that the folder is there and has room");
  }
  std::error_code error;
  std::filesystem::rename(part, file, error);
  if (error)
    throw Error("cannot write: " + error.message(), file.string(), "check that the folder can be written to");
}

std::string issue_line(const std::string& where, const Issue& issue) {
  std::string line = where;
  if (!issue.place.empty()) line += ", " + issue.place;
  line += ": " + issue.reason;
  if (!issue.remedy.empty()) line += "; " + issue.remedy;
  return one_line(line, 400);
}

std::string one_line(std::string_view text, std::size_t most) {
  std::string line;
  std::size_t points = 0;
  for (const char c : clean_text(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool starts_point = (byte & 0xC0) != 0x80;
    if (starts_point && ++points > most) return line + "…";
    line.push_back(byte < 0x20 ? ' ' : c);
  }
  return line;
}

std::optional<DateRange> period_from(const std::string& word) {
  if (word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos) {
    const int year = std::stoi(word);
    const auto from = Date::from_ymd(year, 1, 1);
    if (from) return DateRange{*from, *Date::from_ymd(year, 12, 31)};
  }
  const std::size_t dots = word.find("..");
  if (dots == std::string::npos) return std::nullopt;
  const auto from = Date::parse(word.substr(0, dots));
  const auto to = Date::parse(word.substr(dots + 2));
  if (!from || !to || *to < *from) return std::nullopt;
  return DateRange{*from, *to};
}

DateRange period_option(const std::string& option, const std::string& text) {
  const auto period = period_from(text);
  if (!period)
    throw UsageError(fmt::format("\"{}\" is not a period", text), option,
                     "write a year (2023) or two days (2023-01-01..2023-06-30)");
  return *period;
}

Date day_option(const std::string& option, const std::string& text) {
  const auto day = Date::parse(text);
  if (!day) throw UsageError(fmt::format("\"{}\" is not a day", text), option, "write it as 2024-03-15");
  return *day;
}

int year_word(const std::string& command, const std::string& word, const std::string& remedy) {
  if (word.size() == 4 && is_digits(word) && word > "0000") return std::stoi(word);
  throw UsageError(fmt::format("\"{}\" is no year", word), command, remedy);
}

std::string thousands(std::uint64_t number) {
  std::string text = fmt::format("{}", number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

}  // namespace hoego
