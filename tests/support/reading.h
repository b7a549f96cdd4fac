#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "sources/source.h"
#include "tests/support/collecting_sink.h"

namespace hoego {

/// One file that lies in memory, as it would in an archive, whatever its path.
class OneFile : public Files {
 public:
  explicit OneFile(std::string bytes) : bytes_(std::move(bytes)) {}
  std::unique_ptr<Input> open(const std::string& path) const override { return input_of(bytes_, path); }

 private:
  std::string bytes_;
};

/// What a source says of bytes in memory.
inline CollectingSink read_text(const Source& source, const std::string& name, const std::string& bytes,
                                const ReadOptions& options = {}) {
  const OneFile file(bytes);
  CollectingSink sink;
  source.read({"/nowhere", name, {}, &file}, options, sink);
  return sink;
}

/// The test fails where two things of one file have one identity.
inline void expect_identities_apart(const CollectingSink& sink) {
  std::set<std::string> identities;
  for (const Observation& one : sink.observations)
    EXPECT_TRUE(identities.insert(one.identity).second) << one.locator;
}

/// What a source says of a file or folder on the disk.
inline CollectingSink read_path(const Source& source, const std::filesystem::path& path,
                                const ReadOptions& options = {}) {
  CollectingSink sink;
  source.read({path.parent_path(), path.filename().string(), {}}, options, sink);
  return sink;
}

/// What a source thinks of a file by its name and its first bytes.
inline Sureness recognised(const Source& source, const std::string& name, std::string_view bytes) {
  return source.recognise({"/nowhere/" + name, name, false, bytes.size(), bytes.substr(0, 4096), {}});
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

}  // namespace hoego
