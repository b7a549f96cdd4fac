#include "sources/archive.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "sources/archive_for_tests.h"
#include "sources/archive_names.h"
#include "tests/support/archived_notes.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

using namespace std::string_literals;
using namespace archived_notes;
using namespace testing_archive;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

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

void expect_the_few_files(const MemberSink& sink, const std::string& archive) {
  const std::string big = "NOTE " + std::string(200'000, 'b');
  EXPECT_THAT(titles(sink),
              ElementsAre(archive + "/notes/a.txt: NOTE a, bad + beside a",
                          fmt::format("{}/notes/big.txt: {} bytes {}", archive, big.size(), hash_hex(big)),
                          archive + "/notes/stored.txt: NOTE stored"));
  EXPECT_THAT(told(sink), ElementsAre(archive + "/notes/a.txt line 1: a bad word"));
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
  EXPECT_THAT(told(packed),
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
  EXPECT_THAT(told(sink), ElementsAre("takeout-20240101T000000Z-002.zip/Takeout/b.txt line 1: a bad word"));
}

TEST_F(Archives, a_damaged_part_costs_only_itself) {
  const std::string whole = zip_of({{"a.txt", "NOTE a"}});
  write("1.zip", whole);
  write("2.zip", whole.substr(0, whole.size() - 30));
  const MemberSink sink = read("2.zip", {}, {}, {"1.zip"});
  EXPECT_THAT(titles(sink), ElementsAre("1.zip/a.txt: NOTE a"));
  EXPECT_THAT(told(sink), ElementsAre(HasSubstr("2.zip : cut off")));
}

TEST_F(Archives, an_archive_in_an_archive_is_opened_and_one_deeper_is_not) {
  const std::string inner = zip_of({{"deep/c.txt", "NOTE bad c"}});
  const std::string middle =
      gzip_of(tar_of({{"b.txt", "NOTE b"}, {"inner.zip", inner, false}, {"b.txt.side", "beside b"}}));
  const MemberSink sink = read_bytes(zip_of({{"middle.tgz", middle}, {"in/inner.zip", inner}}));
  EXPECT_THAT(titles(sink), ElementsAre("a.zip/middle.tgz/b.txt: NOTE b + beside b",
                                        "a.zip/in/inner.zip/deep/c.txt: NOTE bad c"));
  EXPECT_THAT(told(sink), ElementsAre("a.zip/middle.tgz/inner.zip : an archive in an archive in an archive",
                                      "a.zip/in/inner.zip/deep/c.txt line 1: a bad word"));
  EXPECT_THAT(sink.members, ElementsAre("archive a.zip/middle.tgz", "notes a.zip/middle.tgz/b.txt",
                                        "archive a.zip/middle.tgz/inner.zip", "archive a.zip/in/inner.zip",
                                        "notes a.zip/in/inner.zip/deep/c.txt"));
}

TEST_F(Archives, an_archive_in_an_archive_must_fit_into_memory) {
  ArchiveLimits limits;
  limits.most_nested = 1 << 20;
  const std::string inner = zip_of({{"a.txt", "NOTE " + std::string(2 << 20, 'x'), false}});
  EXPECT_THAT(told(read_bytes(zip_of({{"inner.zip", inner}}), limits)),
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
  EXPECT_THAT(told(sink), ElementsAre("a.zip/a.txt : it stops here"));
  EXPECT_EQ(sink.issues.at(0).remedy, "export it again");
}

TEST_F(Archives, python_and_tar_pack_what_is_read_here) {
  if (!output_of("/usr/bin/python3 -c 'print(1)'")) GTEST_SKIP() << "python3 is not installed";
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
  ASSERT_EQ(output_of(script), "40\n");
  EXPECT_THAT(read("long.zip").observations, SizeIs(40)) << "zip64 by the members";
  EXPECT_THAT(titles(read("many.zip")), ElementsAre("many.zip/last.txt: NOTE last of many"))
      << "zip64 by their number";
  const std::string in = "cd '" + folder().string() + "' && ";
  for (const char* format : {"gnu", "pax", "ustar"}) {
    const std::string pack = fmt::format(
        "{}tar --format={} -czf packed.tgz -C in . && tar tzf packed.tgz | grep -c txt", in, format);
    ASSERT_EQ(output_of(pack), "40\n");
    const MemberSink sink = read("packed.tgz");
    EXPECT_THAT(sink.observations, SizeIs(40)) << format;
    EXPECT_THAT(sink.observations, testing::Contains(Field(&Observation::file, "packed.tgz/사진/7.txt")))
        << format;
    EXPECT_THAT(sink.issues, IsEmpty()) << format;
  }
}

}  // namespace
}  // namespace hoego
