#pragma once
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "sources/archive.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/scratch_folder.h"

/// A format for tests of archives ("NOTE …", with "NAME.side" beside it), and what is read of it.
namespace hoego::archived_notes {

/// What was said, with the members in their order, as the importer keeps it.
class MemberSink : public CollectingSink {
 public:
  void member(std::string_view type, std::string_view path) override {
    members.push_back(fmt::format("{} {}", type, path));
    before_ = observations.size();
  }
  void member_failed(Issue reason) override {
    observations.resize(before_);
    issue(std::move(reason));
  }
  void alive() override { ++signs_of_life; }

  std::vector<std::string> members;
  std::uint64_t signs_of_life = 0;

 private:
  std::size_t before_ = 0;
};

inline Sureness recognise_note(const Candidate& one) {
  return one.head.substr(0, 4) == "NOTE" ? Sureness::Sure : Sureness::No;
}

inline void read_note(const Unit& unit, const ReadOptions&, Sink& sink) {
  const auto file = unit.open();
  // In the ways of all sources: from the end, in pieces, and as a whole.
  std::string backwards(static_cast<std::size_t>(file->size()), '\0');
  const std::size_t half = backwards.size() / 2;
  file->read(half, backwards.data() + half, backwards.size() - half);
  file->read(0, backwards.data(), half);
  const std::string whole(file->whole(std::uint64_t{1} << 30));
  EXPECT_EQ(backwards, whole);
  EXPECT_EQ(unit.open()->whole(std::uint64_t{1} << 30), whole);
  std::string title = whole.size() > 100 ? fmt::format("{} bytes {}", whole.size(), hash_hex(whole)) : whole;
  for (const std::string& companion : unit.companions) {
    title += " + " + std::string(unit.open(companion)->whole(1000));
  }
  Observation note;
  note.kind = Kind::Note;
  note.identity = hash_hex(whole);
  note.title = clean_text(title);
  note.begin = When::on(Date{19'800});
  sink.observation(note);
  if (title.find("bad") != std::string::npos) sink.issue({"", "line 1", "a bad word", "mend it"});
  if (title.find("throw") != std::string::npos) throw Error("it stops here", unit.path, "export it again");
  sink.coverage({Kind::Note, CoverageClass::Complete, "notes", std::nullopt, std::nullopt});
}

inline std::span<const Source* const> note_formats();

inline constexpr std::string_view note_type = "notes";

inline const Source notes = {
    .type = note_type,
    .version = 1,
    .describe = "notes",
    .recognise = recognise_note,
    .may_accompany = [](std::string_view name) { return name.find(".side") != std::string_view::npos; },
    .companions =
        [](const std::string& main, const std::vector<std::string>& siblings) {
          std::vector<std::string> out;
          for (const std::string& name : siblings) {
            if (name == main + ".side") out.push_back(name);
          }
          return out;
        },
    .fingerprint = nullptr,
    .descend = false,
    .read = read_note};
inline const Source boxes = {.type = "archive",
                             .version = 1,
                             .describe = "archives",
                             .recognise = archive_source.recognise,
                             .may_accompany = archive_source.may_accompany,
                             .companions = archive_source.companions,
                             .fingerprint = nullptr,
                             .descend = false,
                             .read = [](const Unit& unit, const ReadOptions& options, Sink& sink) {
                               read_archive(unit, options, sink, note_formats());
                             }};

inline std::span<const Source* const> note_formats() {
  static const std::array<const Source*, 2> formats = {&notes, &boxes};
  return formats;
}

class Archives : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& bytes) const { folder_.write(name, bytes); }
  MemberSink read(const std::string& name, const ArchiveLimits& limits = {}, const ReadOptions& options = {},
                  std::vector<std::string> companions = {}) const {
    MemberSink sink;
    read_archive({folder(), name, std::move(companions)}, options, sink, note_formats(), limits);
    return sink;
  }
  MemberSink read_bytes(const std::string& bytes, const ArchiveLimits& limits = {}) const {
    write("a.zip", bytes);
    return read("a.zip", limits);
  }
  std::string failure_of(const std::string& bytes) const {
    try {
      read_bytes(bytes);
    } catch (const Error& error) {
      return fmt::format("{}: {}", error.what(), error.remedy());
    }
    return "read";
  }
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  ScratchFolder folder_;
};

inline std::vector<std::string> titles(const MemberSink& sink) {
  std::vector<std::string> out;
  for (const Observation& one : sink.observations) out.push_back(one.file + ": " + one.title);
  return out;
}

inline std::vector<std::string> told(const MemberSink& sink) {
  std::vector<std::string> out;
  for (const Issue& one : sink.issues)
    out.push_back(fmt::format("{} {}: {}", one.path, one.place, one.reason));
  return out;
}

}  // namespace hoego::archived_notes
