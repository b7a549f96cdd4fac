#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "sources/source.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego::for_tests {

inline CollectingSink read_with(const Source& source, const std::string& bytes,
                                const ReadOptions& options = {}) {
  return read_text(source, "export.json", bytes, options);
}

inline Sureness recognised_by(const Source& source, std::string_view bytes) {
  return recognised(source, "export.json", bytes);
}

/// Types of all sources that are sure of a file: what `hoego add` would say.
inline std::vector<std::string> sure_of(std::string_view bytes) {
  std::vector<std::string> out;
  for (const Source* source : all_sources()) {
    if (recognised_by(*source, bytes) == Sureness::Sure) out.emplace_back(source->type);
  }
  return out;
}

inline std::string begin_of(const Observation& o) {
  return WallTime{o.begin->seconds}.iso() + (o.begin->form == When::Form::Instant ? "Z" : "?");
}

inline std::vector<std::string> identities(const CollectingSink& read) {
  std::vector<std::string> out;
  for (const Observation& o : read.observations) out.push_back(o.identity);
  return out;
}

// ---- real files and an independent reading of them

inline std::filesystem::path samples() {
  return HOEGO_SAMPLES_DIR;
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

inline bool has_jq() {
  return std::system("jq --version >/dev/null 2>&1") == 0;
}

/// What `jq -r FILTER FILE...` prints.
inline std::string jq(const std::string& filter, const std::vector<std::filesystem::path>& files) {
  std::string command = "jq -r '" + filter + "'";
  for (const auto& file : files) command += " '" + file.string() + "'";
  const auto [out, status] = run_shell(command);
  EXPECT_EQ(status, 0) << command;
  return out;
}

/// The same as sorted lines.
inline std::vector<std::string> jq_lines(const std::string& filter,
                                         const std::vector<std::filesystem::path>& files) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : jq(filter, files)) {
    if (c != '\n') {
      line.push_back(c);
    } else {
      lines.push_back(std::move(line));
      line.clear();
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace hoego::for_tests
