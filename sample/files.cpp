#include "sample/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/error.h"

namespace hoego::sample {
namespace {

std::string reason(int number) {
  return std::generic_category().message(number);
}

/// The environment without any GIT_ variable, and with the machine's and the user's git configuration shut
/// out: the same bytes on every machine.
std::vector<std::string> quiet_environment() {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (std::strncmp(*entry, "GIT_", 4) != 0) out.emplace_back(*entry);
  }
  out.emplace_back("GIT_CONFIG_NOSYSTEM=1");
  out.emplace_back("GIT_CONFIG_GLOBAL=/dev/null");
  // git gives the memory of each object it packs back to the system; kept, it is three times as fast.
  out.emplace_back("MALLOC_TRIM_THRESHOLD_=67108864");
  out.emplace_back("MALLOC_TOP_PAD_=4194304");
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  out.reserve(texts.size() + 1);
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  const auto fail = [&](int number) {
    throw Error(fmt::format("cannot write the sample life: {}", reason(number)), path.string(),
                "choose a folder that can be written to and has 100 MB to spare");
  };
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail(errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int number = errno;
      ::close(file);
      fail(number);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::close(file) != 0) fail(errno);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(in), {}};
  if (!in || out.empty()) {
    throw Error("cannot read back what was written of the sample life", path.string(),
                "leave the folder alone while it is written, and try again");
  }
  return out;
}

void run(const std::vector<std::string>& arguments, const std::filesystem::path& input) {
  std::vector<std::string> words = arguments;
  std::vector<std::string> environment = quiet_environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.empty() ? "/dev/null" : input.c_str(),
                                   O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                                  pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    throw Error(fmt::format("cannot run {}: {}", words.front(), reason(failed)), words.front(),
                fmt::format("install {} and try again", words.front()));
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0) {
    throw Error(fmt::format("{} {} failed", words.front(), words.size() > 3 ? words[3] : ""), words.back(),
                "its own message is above; try again in an empty folder");
  }
}

}  // namespace hoego::sample
