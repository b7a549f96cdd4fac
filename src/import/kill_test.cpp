#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "import/trial_test.h"

namespace hoego {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

void five_hundred_files(const Ground& ground) {
  for (int i = 0; i < 500; ++i) {
    std::string content = i % 3 == 0 ? fmt::format("PIC {}", i) : std::string("LINES\n");
    for (int line = 0; i % 3 != 0 && line < 1 + i % 40; ++line) {
      content += line % 11 == 10 ? "bad\n" : fmt::format("line {} of {}\n", line, i);
    }
    ground.write(fmt::format("{}/f{}", i % 7, i), content);
  }
}

/// Runs this program's `import FILES INDEX` in a process of its own.
pid_t start_import(const Ground& ground) {
  const std::string files = ground.files().string();
  const std::string index = ground.index().string();
  const pid_t child = fork();
  if (child == 0) {
    execl("/proc/self/exe", "hoego", "import", files.c_str(), index.c_str(), nullptr);
    _exit(127);
  }
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST(Kill, at_fifty_points_of_an_import_the_next_one_ends_as_if_nothing_had_been) {
  const Ground ground;
  five_hundred_files(ground);
  const auto began = Clock::now();
  ASSERT_EQ(wait_for(start_import(ground)), 0);
  const auto whole = std::chrono::duration_cast<microseconds>(Clock::now() - began);
  const std::string undisturbed = dump(ground);
  ASSERT_NE(undisturbed.find("line 0 of 1"), std::string::npos);

  std::mt19937 random(20241020);
  int killed = 0;
  for (int point = 0; point < 50; ++point) {
    std::filesystem::remove_all(ground.index().parent_path());
    // Once or twice, one after another, before it may end.
    for (unsigned kills = 1 + random() % 2; kills > 0; --kills) {
      const pid_t child = start_import(ground);
      std::this_thread::sleep_for(microseconds(random() % whole.count()));
      kill(child, SIGKILL);
      if (WIFSIGNALED(wait_for(child))) ++killed;
    }
    ASSERT_EQ(wait_for(start_import(ground)), 0);
    ASSERT_EQ(dump(ground), undisturbed) << "after point " << point;
  }
  EXPECT_GT(killed, 40);
}

}  // namespace
}  // namespace hoego
