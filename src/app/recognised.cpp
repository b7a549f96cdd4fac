#include "app/recognised.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "app/output.h"
#include "base/error.h"
#include "base/text.h"
#include "sources/card_statement.h"
#include "sources/source.h"

namespace hoego {
namespace {

constexpr std::size_t most_names = 12;  ///< of one kind that are named one by one

/// What stands directly in a source's folder: a file, or a folder with all that is in it.
struct Entry {
  bool folder = false;
  std::map<std::string, std::size_t> formats;  ///< units by format; "" for what nobody takes
  std::string holds;                           ///< of an archive
  std::size_t things = 0;
  std::size_t problems = 0;
};

/// "ics:2 photos:312" as "ics 2, photos 312".
std::string told(const std::string& holds) {
  std::string out;
  for (const char c : holds) out += c == ':' ? " " : c == ' ' ? ", " : std::string(1, c);
  return out;
}

std::string words_for(const Entry& entry) {
  if (!entry.holds.empty()) return "archive with " + told(entry.holds);
  if (entry.folder) {
    std::string out;
    for (const auto& [format, units] : entry.formats) {
      if (format.empty()) continue;
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", format, thousands(units));
    }
    return out.empty() ? "nothing I know" : out;
  }
  const std::string& format = entry.formats.begin()->first;
  if (format.empty()) return entry.problems > 0 ? "not to be told: see `hoego problems`" : "nothing I know";
  if (format == "archive") return "archive with nothing I know";
  const Source* source = find_source(format);
  if (source == nullptr) return format;
  return fmt::format("{}: {}", format,
                     trim(source->describe.substr(0, source->describe.find_first_of(":("))));
}

void print_line(const RecognisedLine& line) {
  const std::string problems = line.problems == 0 ? std::string()
                                                  : fmt::format(", {} problem{}", thousands(line.problems),
                                                                line.problems == 1 ? "" : "s");
  fmt::print("  {:<44} {}{}{}\n", one_line(line.name), line.words,
             line.things == 0
                 ? std::string()
                 : fmt::format(" ({} thing{})", thousands(line.things), line.things == 1 ? "" : "s"),
             problems);
}

std::map<std::string, Entry> entries_of(const std::vector<Store::StoredUnit>& units) {
  std::map<std::string, Entry> entries;
  for (const Store::StoredUnit& unit : units) {
    const std::string path = unit.folder.empty() ? unit.name : unit.folder + '/' + unit.name;
    const std::size_t slash = path.find('/');
    Entry& entry = entries[path.substr(0, slash)];
    entry.folder = entry.folder || slash != std::string::npos;
    ++entry.formats[unit.format];
    if (slash == std::string::npos) entry.holds = unit.holds;
    entry.things += unit.observations;
    entry.problems += unit.issues;
  }
  return entries;
}

/// A file's first bytes, as the formats are shown them; empty where it cannot be opened.
std::string head_of(const std::filesystem::path& file) {
  std::array<char, 4096> bytes{};
  try {
    return {bytes.data(), open_file(file)->read(0, bytes.data(), bytes.size())};
  } catch (const Error&) {
    return {};  // it was there when it was read; what it holds is told without its columns
  }
}

/// Which column of a statement was taken for what, in the words of `map`, so that the owner can object.
void print_columns(const std::filesystem::path& file, const std::map<std::string, std::string>& decided) {
  std::string line;
  for (const card::Reading& reading : card::readings_told_by(head_of(file), decided))
    line += fmt::format("{}{} ← {}", line.empty() ? "" : ", ", reading.meaning, one_line(reading.column));
  if (!line.empty()) fmt::print("    columns: {}\n", line);
}

bool is_statement(const Entry& entry) {
  return !entry.folder && entry.formats.begin()->first == "card";
}

std::map<std::string, std::string> decided_columns(const Life& life, const std::string& written) {
  for (const ConfiguredSource& source : life.config().sources) {
    if (source.path == written) return source.columns;
  }
  return {};
}

}  // namespace

std::vector<RecognisedLine> recognised_lines(const std::vector<Store::StoredUnit>& units) {
  std::map<std::string, std::vector<std::pair<std::string, const Entry*>>> by_words;
  const std::map<std::string, Entry> entries = entries_of(units);
  for (const auto& [name, entry] : entries) {
    // Folders and archives differ in what they hold: each has its own line.
    by_words[entry.folder || !entry.holds.empty() ? "" : words_for(entry)].emplace_back(name, &entry);
  }
  std::vector<RecognisedLine> lines;
  for (const auto& [words, group] : by_words) {
    if (group.size() <= most_names || words.empty()) {
      for (const auto& [name, entry] : group) {
        lines.push_back({clean_text(name) + (entry->folder ? "/" : ""), words_for(*entry),
                         is_statement(*entry) ? name : "", entry->things, entry->problems});
      }
      continue;
    }
    RecognisedLine all{
        fmt::format("{} files, {} …", thousands(group.size()), clean_text(group.front().first)), words, ""};
    for (const auto& [name, entry] : group) {
      all.things += entry->things;
      all.problems += entry->problems;
    }
    lines.push_back(std::move(all));
  }
  return lines;
}

void print_recognised(Life& life, const std::string& written) {
  for (const StoredSource& source : life.store().sources()) {
    if (source.path != written) continue;
    const std::filesystem::path root = life.locate(written);
    const std::filesystem::path folder = std::filesystem::is_directory(root) ? root : root.parent_path();
    for (const RecognisedLine& line : recognised_lines(life.store().units(source.id))) {
      print_line(line);
      if (!line.file.empty()) print_columns(folder / line.file, decided_columns(life, written));
    }
  }
}

}  // namespace hoego
