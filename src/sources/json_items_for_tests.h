#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "record/codec.h"
#include "sources/source.h"

namespace hoego::for_tests {

struct Collected : Sink {
  std::vector<Observation> observations;
  std::vector<Issue> issues;
  std::vector<CoverageClaim> claims;
  void observation(Observation o) override {
    EXPECT_EQ(broken_invariant(o), "") << o.identity;
    observations.push_back(std::move(o));
  }
  void issue(Issue i) override { issues.push_back(std::move(i)); }
  void coverage(CoverageClaim c) override { claims.push_back(std::move(c)); }
};

/// One file that lies in memory, as it would in an archive.
class OneFile : public Files {
 public:
  explicit OneFile(std::string bytes) : bytes_(std::move(bytes)) {}
  std::unique_ptr<Input> open(const std::string& path) const override { return input_of(bytes_, path); }

 private:
  std::string bytes_;
};

inline Collected read_with(const Source& source, const std::string& bytes, const ReadOptions& options = {}) {
  const OneFile file(bytes);
  Collected sink;
  source.read({"/", "export.json", {}, &file}, options, sink);
  return sink;
}

inline Sureness recognised_by(const Source& source, std::string_view bytes) {
  Candidate candidate;
  candidate.path = "/x/export.json";
  candidate.relative = "export.json";
  candidate.size = bytes.size();
  candidate.head = bytes.substr(0, 4096);
  return source.recognise(candidate);
}

/// Types of all sources that are sure of a file: what `hoego add` would say.
inline std::vector<std::string> sure_of(std::string_view bytes) {
  std::vector<std::string> out;
  for (const Source* source : all_sources()) {
    if (recognised_by(*source, bytes) == Sureness::Sure) out.emplace_back(source->type);
  }
  return out;
}

inline std::string trait_of(const Observation& o, const char* name) {
  const auto found = o.traits.find(name);
  return found == o.traits.end() ? "" : found->second;
}

inline std::string begin_of(const Observation& o) {
  return WallTime{o.begin->seconds}.iso() + (o.begin->form == When::Form::Instant ? "Z" : "?");
}

inline std::vector<std::string> identities(const Collected& read) {
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
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out.push_back(static_cast<char>(c));
  EXPECT_EQ(pclose(pipe), 0) << command;
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
