#include "import/pool.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/error.h"
#include "import/trial_test.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A ground with one unit in trouble among many that are well.
void around(const Ground& ground, const std::string& trouble) {
  for (int i = 0; i < 60; ++i) {
    ground.write(fmt::format("f{}", 100 + i), fmt::format("LINES\nline {}\n", i));
  }
  ground.write("f130.trouble", "TROUBLE " + trouble);
}

/// All else is read, what the troubled unit said is not kept, and it is not tried again.
void expect_one_problem(const Ground& ground, const std::string& reason,
                        const ImportOptions& options = trial_options()) {
  const ImportResult result = import_ground(ground, options);
  EXPECT_EQ(result.fresh, 61U);
  EXPECT_EQ(result.problems, 1U);
  EXPECT_THAT(reasons(ground), ElementsAre(HasSubstr("f130.trouble: " + reason)));
  EXPECT_THAT(dump(ground), Not(HasSubstr("said before the trouble")));
  EXPECT_THAT(dump(ground), HasSubstr("line 59"));
  const ImportResult again = import_ground(ground, options);
  EXPECT_EQ(again.same, 61U);
  EXPECT_FALSE(again.wrote);
}

TEST(Readers, a_crash_costs_one_line) {
  const Ground ground;
  around(ground, "abort");
  expect_one_problem(ground, "the reader crashed (signal 6)");
}

TEST(Readers, one_that_leaves_costs_one_line) {
  const Ground ground;
  around(ground, "exit");
  expect_one_problem(ground, "the reader stopped by itself (exit status 0)");
}

TEST(Readers, one_that_hangs_is_killed) {
  const Ground ground;
  around(ground, "loop");
  ImportOptions options = trial_options();
  options.stall = std::chrono::seconds(3);
  expect_one_problem(ground, "the reader said nothing for 3 s", options);
}

TEST(Readers, one_that_eats_memory_costs_one_line) {
#if defined(HOEGO_SANITIZED)
  GTEST_SKIP() << "AddressSanitizer needs all addresses for itself";
#endif
  const Ground ground;
  around(ground, "memory");
  ImportOptions options = trial_options();
  options.reader_memory = std::uint64_t{256} << 20;
  expect_one_problem(ground, "the reader needed too much memory", options);
}

TEST(Readers, garbage_is_not_believed) {
  const Ground ground;
  around(ground, "garbage");
  expect_one_problem(ground, "the reader's process is not understood");
}

TEST(Readers, an_error_is_told_with_its_remedy) {
  const Ground ground;
  around(ground, "throw");
  expect_one_problem(ground, "the header is missing");
  EXPECT_THAT(dump(ground), HasSubstr("export it again"));
}

TEST(Readers, a_librarys_own_exception_is_told_too) {
  const Ground ground;
  around(ground, "strange");
  expect_one_problem(ground, "the reader failed: a library's own words");
}

TEST(Readers, an_impossible_thing_is_a_problem_and_all_else_is_kept) {
  const Ground ground;
  around(ground, "impossible");
  import_ground(ground);
  EXPECT_THAT(dump(ground), HasSubstr("f130.trouble: line 7 a position out of range"));
  EXPECT_THAT(dump(ground), HasSubstr("said before the trouble"));
}

TEST(Readers, a_broken_item_between_processes_is_a_problem_and_all_else_is_kept) {
  const Ground ground;
  around(ground, "broken item");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.problems, 1U);
  EXPECT_THAT(reasons(ground), ElementsAre(HasSubstr("f130.trouble: broken item")));
  EXPECT_THAT(dump(ground), HasSubstr("said before the trouble"));
}

TEST(Readers, many_crashes_cost_a_line_each) {
  const Ground ground;
  for (int i = 0; i < 20; ++i)
    ground.write(fmt::format("f{}", i), i % 2 == 0 ? "TROUBLE abort" : "LINES\nwell\n");
  const ImportResult result = import_ground(ground);
  EXPECT_EQ(result.fresh, 20U);
  EXPECT_EQ(result.problems, 10U);
}

TEST(Protocol, frames_come_out_as_they_went_in_however_they_are_cut) {
  std::string bytes;
  append_frame(bytes, FrameType::Issue, "first");
  append_frame(bytes, FrameType::Done, "");
  append_frame(bytes, FrameType::Observation, std::string(100'000, 'x'));
  for (const std::size_t step : {1U, 3U, 4096U, 200'000U}) {
    FrameReader reader;
    std::vector<std::pair<FrameType, std::size_t>> seen;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      const std::string part = bytes.substr(at, step);
      std::copy(part.begin(), part.end(), reader.room(part.size()));
      reader.filled(part.size());
      while (const auto frame = reader.next()) seen.emplace_back(frame->type, frame->payload.size());
    }
    EXPECT_THAT(seen, ElementsAre(std::pair(FrameType::Issue, 5U), std::pair(FrameType::Done, 0U),
                                  std::pair(FrameType::Observation, 100'000U)));
  }
}

TEST(Protocol, jobs_of_random_bytes_are_refused_or_read_but_never_past_their_end) {
  std::mt19937 random(7);
  const std::string good = encode(ReaderJob{"photos", true, {"/root", "a/b.jpg", {"a/b.xmp"}}});
  EXPECT_EQ(decode_job(good).unit.companions, std::vector<std::string>{"a/b.xmp"});
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = good.substr(0, random() % (good.size() + 1));
    if (!bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random());
    try {
      EXPECT_LE(encode(decode_job(bytes)).size(), bytes.size());
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("not understood"));
    }
  }
}

}  // namespace
}  // namespace hoego
