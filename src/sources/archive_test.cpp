#include "sources/archive.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "record/codec.h"
#include "sources/archive_for_tests.h"
#include "sources/archive_names.h"
#include "tests/support/collecting_sink.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using namespace testing_archive;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

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

// ---- a format for these tests: "NOTE …", with "NAME.side" beside it ----

Sureness recognise_note(const Candidate& one) {
  return one.head.substr(0, 4) == "NOTE" ? Sureness::Sure : Sureness::No;
}

void read_note(const Unit& unit, const ReadOptions&, Sink& sink) {
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

std::span<const Source* const> note_formats();

constexpr std::string_view note_type = "notes";

const Source notes = {
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
const Source boxes = {.type = "archive",
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

std::span<const Source* const> note_formats() {
  static const std::array<const Source*, 2> formats = {&notes, &boxes};
  return formats;
}

class Archives : public testing::Test {
 protected:
  Archives() {
    std::string pattern = (fs::temp_directory_path() / "hoego-archive-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Archives() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  MemberSink read(const std::string& name, const ArchiveLimits& limits = {}, const ReadOptions& options = {},
                  std::vector<std::string> companions = {}) const {
    MemberSink sink;
    read_archive({folder_, name, std::move(companions)}, options, sink, note_formats(), limits);
    for (const Observation& one : sink.observations) EXPECT_EQ(broken_invariant(one), "");
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
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

std::vector<std::string> titles(const MemberSink& sink) {
  std::vector<std::string> out;
  for (const Observation& one : sink.observations) out.push_back(one.file + ": " + one.title);
  return out;
}

std::vector<std::string> reasons(const MemberSink& sink) {
  std::vector<std::string> out;
  for (const Issue& one : sink.issues)
    out.push_back(fmt::format("{} {}: {}", one.path, one.place, one.reason));
  return out;
}

Sureness sureness(const std::string& name, const std::string& bytes) {
  Candidate candidate;
  candidate.relative = name;
  candidate.size = bytes.size();
  candidate.head = std::string_view(bytes).substr(0, 4096);
  return archive_source.recognise(candidate);
}

// ---- recognising ----

TEST(ArchiveKinds, an_archive_is_known_by_its_bytes_whatever_its_name) {
  const std::vector<Packed> files = {{"a.txt", "NOTE a"}, {"b/c.txt", std::string(9000, 'x')}};
  EXPECT_EQ(sureness("Takeout", zip_of(files)), Sureness::Sure);
  EXPECT_EQ(sureness("x.tar", tar_of(files)), Sureness::Sure);
  EXPECT_EQ(sureness("x.tgz", gzip_of(tar_of(files))), Sureness::Sure);
  EXPECT_EQ(sureness("long.tar.gz", gzip_of(tar_of({{std::string(300, 'n'), "x"}}))), Sureness::Sure);
}

TEST(ArchiveKinds, a_document_that_is_a_zip_inside_is_none) {
  EXPECT_EQ(sureness("a.bin", zip_of({{"[Content_Types].xml", "<Types/>"}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"_rels/.rels", "<r/>"}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"xl/drawings/drawing1.xml", "<d/>"}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"some.bin", "x"}, {"docProps/app.xml", "<d/>"}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"mimetype", "application/epub+zip", false}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"META-INF/MANIFEST.MF", "Manifest"}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"AndroidManifest.xml", "x"}})), Sureness::No);
  EXPECT_EQ(sureness("a.bin", zip_of({{"doc.kml", "<kml/>"}})), Sureness::No);
  EXPECT_EQ(sureness("a.XLSX", zip_of({{"odd.xml", "x"}})), Sureness::No);
}

TEST(ArchiveKinds, other_bytes_are_none) {
  EXPECT_EQ(sureness("a.gz", gzip_of("a log, line by line\n")), Sureness::No);
  EXPECT_EQ(sureness("a.gz", "\x1f\x8b\x08 no gzip"), Sureness::No);
  EXPECT_EQ(sureness("a.zip", "PK\x03\x04"), Sureness::No);
  EXPECT_EQ(sureness("a.zip", "<html>not found</html>"), Sureness::No);
  EXPECT_EQ(sureness("a.zip", ""), Sureness::No);
}

TEST(ArchiveKinds, parts_of_one_takeout_know_each_other) {
  EXPECT_EQ(takeout_of("takeout-20240101T000000Z-001.zip"), "takeout-20240101T000000Z");
  EXPECT_EQ(takeout_of("takeout-20240101T000000Z-1-001.tgz"), "takeout-20240101T000000Z");
  for (const char* other : {"takeout-20240101T000000Z.zip", "takeout-2024-001.zip", "photos-001.zip",
                            "takeout-20240101T000000Z-1-2-3.zip", "takeout-20240101T000000Z-001.json",
                            "takeout-20240101T000000Z-00a.zip", "takeout-20240101T000000Z-.zip"}) {
    EXPECT_EQ(takeout_of(other), std::nullopt) << other;
  }
  const std::vector<std::string> siblings = {
      "takeout-20240101T000000Z-001.zip", "takeout-20240101T000000Z-002.zip",
      "takeout-20240101T000000Z-1-001.zip", "takeout-20250101T000000Z-001.zip"};
  EXPECT_THAT(archive_source.companions(siblings[1], siblings), ElementsAre(siblings[0], siblings[2]));
}

TEST(ArchiveKinds, a_members_path_stays_below_its_archive) {
  const auto path = [](std::string_view raw) { return member_path(raw).path; };
  EXPECT_EQ(path("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(path("/etc/passwd"), "etc/passwd");
  EXPECT_EQ(path("C:\\Users\\me\\a.txt"), "Users/me/a.txt");
  EXPECT_EQ(path("a/./b//c"), "a/b/c");
  EXPECT_EQ(path("../.."), "");
  EXPECT_FALSE(member_path("a/./b//c").odd);
  EXPECT_TRUE(member_path("a\\b").odd);
  EXPECT_TRUE(member_path("a/../b").odd);
  EXPECT_EQ(path(std::string(5000, 'x')), "");
}

// ---- reading ----

std::vector<Packed> a_few_files() {
  return {{"notes/a.txt", "NOTE a, bad"},
          {"notes/a.txt.side", "beside a"},
          {"notes/big.txt", "NOTE " + std::string(200'000, 'b')},
          {"notes/stored.txt", "NOTE stored", false},
          {"other.bin", "nothing known"},
          {"__MACOSX/notes/._a.txt", "NOTE what macOS leaves"},
          {"notes/.git/x", "NOTE never looked at"},
          {"empty.txt", ""},
          {"link.txt", "notes/a.txt", false, false, true}};
}

void expect_the_few_files(const MemberSink& sink, const std::string& archive) {
  const std::string big = "NOTE " + std::string(200'000, 'b');
  EXPECT_THAT(titles(sink),
              ElementsAre(archive + "/notes/a.txt: NOTE a, bad + beside a",
                          fmt::format("{}/notes/big.txt: {} bytes {}", archive, big.size(), hash_hex(big)),
                          archive + "/notes/stored.txt: NOTE stored"));
  EXPECT_THAT(reasons(sink), ElementsAre(archive + "/notes/a.txt line 1: a bad word"));
  EXPECT_THAT(sink.members,
              ElementsAre("notes " + archive + "/notes/a.txt", "notes " + archive + "/notes/big.txt",
                          "notes " + archive + "/notes/stored.txt"));
}

TEST_F(Archives, a_zip_is_read_as_a_folder_would_be) {
  write("a.zip", zip_of(a_few_files()));
  expect_the_few_files(read("a.zip"), "a.zip");
}

TEST_F(Archives, a_tar_is_read_as_a_folder_would_be) {
  write("a.tar", tar_of(a_few_files()));
  expect_the_few_files(read("a.tar"), "a.tar");
}

TEST_F(Archives, a_compressed_tar_is_read_as_a_folder_would_be) {
  write("a.tgz", gzip_of(tar_of(a_few_files())));
  expect_the_few_files(read("a.tgz"), "a.tgz");
}

TEST_F(Archives, what_it_could_have_seen_ends_with_its_newest_file) {
  const MemberSink sink = read_bytes(zip_of({{"a.txt", "NOTE a"}}));
  EXPECT_EQ(sink.claims.at(0).to, Date::parse("2024-10-20"));
  EXPECT_EQ(sink.claims.at(0).coverage, CoverageClass::Complete);
}

TEST_F(Archives, a_large_file_that_is_stored_is_looked_at_in_the_archive_itself) {
  const std::string large = "NOTE " + std::string(std::size_t{5} << 20, 'v');
  const std::string expected = fmt::format("{} bytes {}", large.size(), hash_hex(large));
  ArchiveLimits limits;
  limits.most_whole = 1 << 20;  // holds for what is packed
  EXPECT_THAT(titles(read_bytes(zip_of({{"x", "x"}, {"v.txt", large, false}}), limits)),
              ElementsAre("a.zip/v.txt: " + expected));
  EXPECT_THAT(titles(read_bytes(tar_of({{"x", "x"}, {"v.txt", large}}), limits)),
              ElementsAre("a.zip/v.txt: " + expected));
  const MemberSink packed = read_bytes(zip_of({{"v.txt", large}}), limits);
  EXPECT_THAT(reasons(packed),
              ElementsAre("a.zip/v.txt : 5 MiB, more than the 1 MiB that a packed file may have "
                          "to be read in an archive"));
  EXPECT_THAT(titles(packed), IsEmpty());
}

TEST_F(Archives, names_that_windows_in_korea_wrote_are_hangul) {
  const std::string cp949 = "\xc7\xd5\xc1\xd6.txt";  // 합주
  EXPECT_THAT(titles(read_bytes(zip_of({{cp949, "NOTE a"}}))), ElementsAre("a.zip/합주.txt: NOTE a"));
  EXPECT_THAT(titles(read_bytes(tar_of({{cp949, "NOTE a"}}))), ElementsAre("a.zip/합주.txt: NOTE a"));
}

TEST_F(Archives, decomposed_names_from_macos_find_their_sidecars) {
  const std::string decomposed = "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xb8.txt";  // 합
  EXPECT_THAT(titles(read_bytes(zip_of({{decomposed, "NOTE a"}, {"합.txt.side", "beside"}}))),
              ElementsAre("a.zip/합.txt: NOTE a + beside"));
}

TEST_F(Archives, long_names_in_a_tar_are_whole) {
  const std::string name = std::string(120, 'd') + "/" + std::string(120, 'n') + ".txt";
  EXPECT_THAT(titles(read_bytes(gzip_of(tar_of({{name, "NOTE a"}})))),
              ElementsAre("a.zip/" + name + ": NOTE a"));
}

TEST_F(Archives, the_parts_of_a_takeout_are_one_folder) {
  write("takeout-20240101T000000Z-001.zip",
        zip_of({{"Takeout/a.txt", "NOTE a"}, {"Takeout/index.html", "1"}}));
  write("takeout-20240101T000000Z-002.zip", zip_of({{"Takeout/a.txt.side", "from the other part"},
                                                    {"Takeout/index.html", "22"},
                                                    {"Takeout/b.txt", "NOTE bad"}}));
  const MemberSink sink =
      read("takeout-20240101T000000Z-001.zip", {}, {}, {"takeout-20240101T000000Z-002.zip"});
  EXPECT_THAT(titles(sink),
              ElementsAre("takeout-20240101T000000Z-001.zip/Takeout/a.txt: NOTE a + from the other part",
                          "takeout-20240101T000000Z-002.zip/Takeout/b.txt: NOTE bad"));
  EXPECT_THAT(reasons(sink),
              ElementsAre("takeout-20240101T000000Z-002.zip/Takeout/b.txt line 1: a bad word"));
}

TEST_F(Archives, a_damaged_part_costs_only_itself) {
  const std::string whole = zip_of({{"a.txt", "NOTE a"}});
  write("1.zip", whole);
  write("2.zip", whole.substr(0, whole.size() - 30));
  const MemberSink sink = read("2.zip", {}, {}, {"1.zip"});
  EXPECT_THAT(titles(sink), ElementsAre("1.zip/a.txt: NOTE a"));
  EXPECT_THAT(reasons(sink), ElementsAre(HasSubstr("2.zip : cut off")));
}

TEST_F(Archives, an_archive_in_an_archive_is_opened_and_one_deeper_is_not) {
  const std::string inner = zip_of({{"deep/c.txt", "NOTE bad c"}});
  const std::string middle =
      gzip_of(tar_of({{"b.txt", "NOTE b"}, {"inner.zip", inner, false}, {"b.txt.side", "beside b"}}));
  const MemberSink sink = read_bytes(zip_of({{"middle.tgz", middle}, {"in/inner.zip", inner}}));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/middle.tgz/b.txt: NOTE b + beside b",
                                        "a.zip/in/inner.zip/deep/c.txt: NOTE bad c"));
  EXPECT_THAT(reasons(sink),
              ElementsAre("a.zip/middle.tgz/inner.zip : an archive in an archive in an archive",
                          "a.zip/in/inner.zip/deep/c.txt line 1: a bad word"));
  EXPECT_THAT(sink.members, ElementsAre("archive a.zip/middle.tgz", "notes a.zip/middle.tgz/b.txt",
                                        "archive a.zip/middle.tgz/inner.zip", "archive a.zip/in/inner.zip",
                                        "notes a.zip/in/inner.zip/deep/c.txt"));
}

TEST_F(Archives, an_archive_in_an_archive_must_fit_into_memory) {
  ArchiveLimits limits;
  limits.most_nested = 1 << 20;
  const std::string inner = zip_of({{"a.txt", "NOTE " + std::string(2 << 20, 'x'), false}});
  EXPECT_THAT(reasons(read_bytes(zip_of({{"inner.zip", inner}}), limits)),
              ElementsAre("a.zip/inner.zip : an archive of 2 MiB in an archive: more than 1 MiB"));
}

TEST_F(Archives, what_ended_a_reader_before_is_passed_over_and_all_else_is_read) {
  const std::string inner = zip_of({{"c.txt", "NOTE c"}, {"d.txt", "NOTE d"}});
  write("a.zip", zip_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE b"}, {"inner.zip", inner}}));
  ReadOptions options;
  options.skip = {"a.zip/a.txt", "a.zip/inner.zip/d.txt"};
  EXPECT_THAT(titles(read("a.zip", {}, options)),
              ElementsAre("a.zip/b.txt: NOTE b", "a.zip/inner.zip/c.txt: NOTE c"));
}

TEST_F(Archives, a_member_that_cannot_be_read_is_one_line_and_nothing_of_it_is_kept) {
  const MemberSink sink = read_bytes(zip_of({{"a.txt", "NOTE throw"}, {"b.txt", "NOTE b"}}));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/b.txt: NOTE b"));
  EXPECT_THAT(reasons(sink), ElementsAre("a.zip/a.txt : it stops here"));
  EXPECT_EQ(sink.issues.at(0).remedy, "export it again");
}

// ---- bad and hostile archives ----

TEST_F(Archives, names_that_lead_out_are_read_inside_and_told) {
  for (const std::string& bytes :
       {zip_of({{"../../x.txt", "NOTE x"}, {"/abs.txt", "NOTE abs"}, {"win\\y.txt", "NOTE y"}}),
        tar_of({{"../../x.txt", "NOTE x"}, {"/abs.txt", "NOTE abs"}, {"win\\y.txt", "NOTE y"}})}) {
    const MemberSink sink = read_bytes(bytes);
    EXPECT_THAT(titles(sink),
                ElementsAre("a.zip/x.txt: NOTE x", "a.zip/abs.txt: NOTE abs", "a.zip/win/y.txt: NOTE y"));
    EXPECT_THAT(reasons(sink),
                ElementsAre("a.zip ../../x.txt, and 2 more: of a name that leads out of the archive "
                            "or is written in a strange way"));
  }
  EXPECT_FALSE(fs::exists(folder().parent_path() / "x.txt"));
}

TEST_F(Archives, passwords_are_one_line) {
  const MemberSink sink = read_bytes(
      zip_of({{"a.txt", "NOTE a", true, true}, {"b.txt", "NOTE b", true, true}, {"c.txt", "NOTE c"}}));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/c.txt: NOTE c"));
  EXPECT_THAT(reasons(sink), ElementsAre("a.zip a.txt, and 1 more: protected by a password"));
}

TEST_F(Archives, bytes_that_are_not_those_that_were_packed_are_told) {
  for (const bool deflated : {true, false}) {
    const MemberSink sink =
        read_bytes(zip_of({{"a.txt", "NOTE a", deflated, false, false, true}, {"b.txt", "NOTE b"}}));
    EXPECT_THAT(titles(sink), ElementsAre("a.zip/b.txt: NOTE b"));
    EXPECT_THAT(reasons(sink), ElementsAre("a.zip/a.txt : its bytes are not those that were packed (CRC)"));
  }
}

TEST_F(Archives, a_zip_that_is_cut_off_is_refused_with_what_to_do) {
  const std::string whole = zip_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE " + std::string(5000, 'b'), false}});
  EXPECT_EQ(failure_of(whole.substr(0, 3000)),
            "cut off: the list of what is in it, at its end, is missing: download or copy it again");
  std::string damaged = whole;
  damaged.replace(whole.find("PK\x01\x02"), 4, "XXXX");
  EXPECT_EQ(failure_of(damaged), "its list of files is damaged: download or copy it again");
}

std::string noise(std::size_t size) {
  std::string out;
  std::uint64_t state = 1;
  while (out.size() < size)
    out.push_back(static_cast<char>((state = state * 6364136223846793005U + 1442695040888963407U) >> 56));
  return out;
}

TEST_F(Archives, of_a_compressed_tar_that_is_cut_off_what_was_whole_is_kept) {
  const std::string whole =
      gzip_of(tar_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE b"}, {"c.txt", "NOTE " + noise(100'000)}}));
  const MemberSink sink = read_bytes(whole.substr(0, 50'000));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/a.txt: NOTE a", "a.zip/b.txt: NOTE b"));
  EXPECT_THAT(reasons(sink), ElementsAre("a.zip : the archive is cut off after 50000 bytes"));
  const MemberSink early = read_bytes(whole.substr(0, 2000));
  EXPECT_THAT(reasons(early), ElementsAre("a.zip : the archive is cut off after 2000 bytes"));
}

TEST_F(Archives, of_a_tar_that_is_cut_off_or_damaged_what_was_whole_is_kept) {
  const std::string whole = tar_of({{"a.txt", "NOTE a"}, {"b.txt", "NOTE " + noise(10'000)}});
  const MemberSink cut = read_bytes(whole.substr(0, 5000));
  EXPECT_THAT(titles(cut), ElementsAre("a.zip/a.txt: NOTE a"));
  EXPECT_THAT(reasons(cut), ElementsAre("a.zip byte 5000: the archive is cut off"));
  std::string damaged = whole;
  damaged.replace(1024, 5, "XXXXX");
  const MemberSink broken = read_bytes(damaged);
  EXPECT_THAT(titles(broken), ElementsAre("a.zip/a.txt: NOTE a"));
  EXPECT_THAT(reasons(broken),
              ElementsAre("a.zip byte 1024: the archive is damaged: no file's header where one must be"));
}

TEST_F(Archives, a_member_that_grows_beyond_reason_is_stopped) {
  ArchiveLimits limits;
  limits.free_growth = 1 << 20;
  const std::string bomb = "NOTE" + std::string(8 << 20, '\0');
  const MemberSink sink = read_bytes(zip_of({{"bomb.txt", bomb}, {"b.txt", "NOTE b"}}), limits);
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/b.txt: NOTE b"));
  EXPECT_THAT(reasons(sink), ElementsAre("a.zip/bomb.txt : grows to more than 200 times its packed size"));
  const MemberSink stream = read_bytes(gzip_of(tar_of({{"b.txt", "NOTE b"}, {"bomb.txt", bomb}})), limits);
  EXPECT_THAT(reasons(stream), ElementsAre(HasSubstr("grows to more than 200 times its packed size")));
}

TEST_F(Archives, members_that_lie_over_each_other_end_with_the_budget) {
  ZipMaker maker;
  maker.add({"0.txt", "NOTE " + noise(100'000)});
  for (int i = 1; i < 2000; ++i) maker.overlap(fmt::format("{}.txt", i));
  ArchiveLimits limits;
  limits.free_total = 1 << 20;
  const std::string bytes = maker.done();
  const MemberSink sink = read_bytes(bytes, limits);
  EXPECT_GT(sink.observations.size(), 10U);
  EXPECT_LT(sink.observations.size(), 1000U);
  EXPECT_THAT(sink.issues.back().reason, HasSubstr("MiB came out of the archive: the rest was not read"));
  EXPECT_THAT(sink.issues, SizeIs(2)) << "the member at which it ended, and the archive";
}

TEST_F(Archives, more_members_than_can_be_are_refused) {
  ArchiveLimits limits;
  limits.most_members = 10;
  std::vector<Packed> files;
  for (int i = 0; i < 11; ++i) files.push_back({fmt::format("{}.txt", i), "NOTE x"});
  EXPECT_THROW(read_bytes(zip_of(files), limits), Error);
  const MemberSink sink = read_bytes(gzip_of(tar_of(files)), limits);
  EXPECT_THAT(sink.observations, SizeIs(10));
  EXPECT_THAT(reasons(sink), ElementsAre("a.zip : more than 10 files in it: the rest was not read"));
}

TEST_F(Archives, two_files_of_one_name) {
  const std::vector<Packed> twice = {{"a.txt", "NOTE old"}, {"a.txt", "NOTE newer"}};
  const MemberSink zip = read_bytes(zip_of(twice));
  EXPECT_THAT(titles(zip), ElementsAre("a.zip/a.txt: NOTE old"));
  EXPECT_THAT(reasons(zip), ElementsAre("a.zip a.txt: another file has this name"));
  EXPECT_THAT(titles(read_bytes(tar_of(twice))), ElementsAre("a.zip/a.txt: NOTE newer"));
}

TEST_F(Archives, signs_of_life_come_while_it_is_unpacked) {
  const MemberSink sink =
      read_bytes(gzip_of(tar_of({{"video", std::string(4 << 20, 'v')}, {"a.txt", "NOTE a"}})));
  EXPECT_GE(sink.signs_of_life, 64U);
}

TEST_F(Archives, random_damage_never_ends_the_reader) {
  const std::vector<std::string> archives = {zip_of(a_few_files()), tar_of(a_few_files()),
                                             gzip_of(tar_of(a_few_files()))};
  std::uint64_t state = 7;
  const auto next = [&state] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
  for (int i = 0; i < 300; ++i) {
    std::string bytes = archives[static_cast<std::size_t>(i) % archives.size()];
    for (int hits = 0; hits < 8; ++hits) bytes[next() % bytes.size()] = static_cast<char>(next());
    if (i % 5 == 0) bytes.resize(next() % bytes.size());
    try {
      read_bytes(bytes);
    } catch (const Error& error) {
      EXPECT_STRNE(error.what(), "");
    }
  }
}

// ---- by the word of others ----

std::string answer_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out.push_back(static_cast<char>(c));
  return pclose(pipe) == 0 ? out : std::string();
}

TEST_F(Archives, python_and_tar_pack_what_is_read_here) {
  if (answer_of("/usr/bin/python3 -c 'print(1)'").empty()) GTEST_SKIP() << "python3 is not installed";
  const std::string script = fmt::format(R"(/usr/bin/python3 - '{}' <<'END'
import sys, zipfile, os
os.chdir(sys.argv[1]); os.makedirs("in/사진")
for i in range(40):
    open(f"in/사진/{{i}}.txt", "w").write(f"NOTE number {{i}}")
with zipfile.ZipFile("long.zip", "w") as z:
    for i in range(40):
        with z.open(zipfile.ZipInfo(f"사진/{{i}}.txt"), "w", force_zip64=True) as f: f.write(f"NOTE number {{i}}".encode())
with zipfile.ZipFile("many.zip", "w", zipfile.ZIP_DEFLATED) as z:
    for i in range(70000): z.writestr(f"x/{{i}}", "")
    z.writestr("last.txt", "NOTE last of many")
print(len(zipfile.ZipFile("long.zip").namelist()))
END)",
                                         folder().string());
  ASSERT_EQ(answer_of(script), "40\n");
  EXPECT_THAT(read("long.zip").observations, SizeIs(40)) << "zip64 by the members";
  EXPECT_THAT(titles(read("many.zip")), ElementsAre("many.zip/last.txt: NOTE last of many"))
      << "zip64 by their number";
  const std::string in = "cd '" + folder().string() + "' && ";
  for (const char* format : {"gnu", "pax", "ustar"}) {
    const std::string pack = fmt::format(
        "{}tar --format={} -czf packed.tgz -C in . && tar tzf packed.tgz | grep -c txt", in, format);
    ASSERT_EQ(answer_of(pack), "40\n");
    const MemberSink sink = read("packed.tgz");
    EXPECT_THAT(sink.observations, SizeIs(40)) << format;
    EXPECT_THAT(sink.observations, testing::Contains(Field(&Observation::file, "packed.tgz/사진/7.txt")))
        << format;
    EXPECT_THAT(sink.issues, IsEmpty()) << format;
  }
}

}  // namespace
}  // namespace hoego
