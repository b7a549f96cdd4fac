#pragma once
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "record/codec.h"
#include "sources/source.h"

namespace hoego::test {

/// Keeps everything that a source says, in order.
class CollectingSink : public Sink {
 public:
  void observation(Observation observation) override { observations.push_back(std::move(observation)); }
  void issue(Issue issue) override { issues.push_back(std::move(issue)); }
  void coverage(CoverageClaim claim) override { claims.push_back(std::move(claim)); }

  std::vector<Observation> observations;
  std::vector<Issue> issues;
  std::vector<CoverageClaim> claims;
};

/// A folder that lies in memory.
class MemoryFiles : public Files {
 public:
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  std::unique_ptr<Input> open(const std::string& path) const override {
    return input_of(files_.at(path), path);
  }

 private:
  std::map<std::string, std::string> files_;
};

/// What a source says of bytes in memory; every observation keeps the invariants.
inline CollectingSink read_text(const Source& source, const std::string& name, const std::string& bytes,
                                const ReadOptions& options = {}) {
  const MemoryFiles files(std::map<std::string, std::string>{{name, bytes}});
  CollectingSink sink;
  source.read({"/nowhere", name, {}, &files}, options, sink);
  for (const Observation& o : sink.observations) EXPECT_EQ(broken_invariant(o), "") << o.identity;
  return sink;
}

/// What a source says of a file on the disk.
inline CollectingSink read_path(const Source& source, const std::filesystem::path& path,
                                const ReadOptions& options = {}) {
  CollectingSink sink;
  source.read({path.parent_path(), path.filename().string(), {}}, options, sink);
  for (const Observation& o : sink.observations) EXPECT_EQ(broken_invariant(o), "") << o.identity;
  return sink;
}

inline Sureness recognised(const Source& source, const std::string& name, std::string_view head) {
  Candidate candidate;
  candidate.path = "/nowhere/" + name;
  candidate.relative = name;
  candidate.size = head.size();
  candidate.head = head.substr(0, 4096);
  return source.recognise(candidate);
}

inline std::string trait_of(const Observation& o, const char* name) {
  const auto found = o.traits.find(name);
  return found == o.traits.end() ? "" : found->second;
}

/// A moment as it was stated; "none" where there is none.
inline std::string text_of(const std::optional<When>& when) {
  if (!when) return "none";
  const WallTime wall{when->seconds};
  switch (when->form) {
    case When::Form::Instant:
      return wall.iso() + "Z";
    case When::Form::Offset:
      return wall.iso() + when->offset.iso();
    case When::Form::Zoned:
      return wall.iso() + "[" + when->zone + "]";
    case When::Form::Floating:
      return wall.iso();
    case When::Form::Day:
      return wall.date().iso();
  }
  return "?";
}

/// What a shell command prints, and its exit status.
inline std::pair<std::string, int> run(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {"", -1};
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), got);
  const int status = pclose(pipe);
  return {out, status};
}

}  // namespace hoego::test
