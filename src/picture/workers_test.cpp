#include "picture/workers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "picture/decoders.h"
#include "picture/pictures_for_tests.h"
#include "picture/worker.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(PictureJob, comes_through) {
  const std::string frame = frame_of(PictureJob{"/a/서울.zip", "b/c.jpg", {400, 800}});
  EXPECT_EQ(frame_length(frame), frame.size() - 4);
  const auto job = job_from(std::string_view(frame).substr(4));
  ASSERT_TRUE(job);
  EXPECT_EQ(job->file, "/a/서울.zip");
  EXPECT_EQ(job->member, "b/c.jpg");
  EXPECT_EQ(job->box.height, 800);
}

TEST(PictureAnswer, that_is_none_is_nothing) {
  PictureAnswer answer;
  answer.error.emplace(Trouble::Damaged, "bro\nken\xFF", "a.jpg", "look elsewhere");
  const std::string frame = frame_of(answer);
  const std::string_view bytes = std::string_view(frame).substr(4);
  ASSERT_TRUE(answer_from(bytes));
  EXPECT_EQ(answer_from(bytes)->error->trouble(), Trouble::Damaged);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(answer_from(bytes.substr(0, cut))) << cut;
  EXPECT_FALSE(answer_from(std::string(bytes) + "x"));
  answer = {"<script>", std::nullopt};
  EXPECT_FALSE(answer_from(std::string_view(frame_of(answer)).substr(4)));
}

class Pictures : public testing::Test {
 protected:
  Pictures() : folder_(fs::temp_directory_path() / ("hoego-workers-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directory(folder_);
  }
  ~Pictures() override { fs::remove_all(folder_); }

  PictureJob job(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return {(folder_ / name).string(), "", {40, 80}};
  }
  Trouble trouble_of(const PictureJob& job) {
    try {
      workers_.small(job);
    } catch (const PictureError& error) {
      EXPECT_STRNE(error.what(), "");
      EXPECT_NE(error.where(), "");
      return error.trouble();
    }
    ADD_FAILURE() << "it was made";
    return Trouble::Busy;
  }

  fs::path folder_;
  PictureWorkers workers_{
      PictureWorkers::Limits{2, std::chrono::milliseconds(3000), std::chrono::seconds(10)}};
};

TEST_F(Pictures, are_made_elsewhere) {
  const std::string small = workers_.small(job("a.jpg", encode_jpeg(made::red_above_blue(400, 300))));
  EXPECT_EQ(decode_jpeg(small, {100, 100}).width, 40);
}

TEST_F(Pictures, one_that_is_broken_costs_itself_alone) {
  EXPECT_EQ(trouble_of(job("broken.jpg", "\xFF\xD8\xFF")), Trouble::Damaged);
  EXPECT_EQ(trouble_of(job("a.txt", "words")), Trouble::NotKnown);
  EXPECT_EQ(trouble_of({(folder_ / "gone.jpg").string(), "", {40, 80}}), Trouble::Gone);
  EXPECT_EQ(trouble_of({folder_.string(), "", {40, 80}}), Trouble::Gone);
  EXPECT_FALSE(workers_.small(job("a.jpg", encode_jpeg(made::red_above_blue(400, 300)))).empty());
}

TEST_F(Pictures, one_that_takes_too_long_is_given_up) {
  // Nobody ever writes to this pipe; opening it would wait.
  const fs::path pipe = folder_ / "pipe.jpg";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const auto begin = std::chrono::steady_clock::now();
  trouble_of({pipe.string(), "", {40, 80}});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(6));
  EXPECT_FALSE(workers_.small(job("a.jpg", encode_jpeg(made::red_above_blue(400, 300)))).empty());
}

TEST_F(Pictures, many_threads_share_few_processes) {
  const PictureJob one = job("a.jpg", encode_jpeg(made::red_above_blue(800, 600)));
  const PictureJob broken = job("broken.jpg", "\xFF\xD8\xFF");
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 10; ++round) {
        good += workers_.small(one).empty() ? 0 : 1;
        EXPECT_THROW(workers_.small(broken), PictureError);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, 80);
}

}  // namespace
}  // namespace hoego

/// The test program is its own picture process (`picture-worker FD`).
int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "picture-worker")
    return hoego::picture_worker_main(std::stoi(argv[2]));
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
