#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "sample/life.h"

/// What the tests of the sample life share.
namespace hoego::sample {

namespace fs = std::filesystem;
using Json = nlohmann::json;

inline std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder that goes away with its owner.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "hoego-sample-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Output {
  int status = 0;
  std::string text;
};

inline Output run_shell(const std::string& command) {
  Output out;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.text.append(buffer.data(), n);
  out.status = ::pclose(pipe);
  return out;
}

inline bool there_is(const std::string& command) {
  return run_shell(command).status == 0;
}

inline std::string git(const fs::path& repository) {
  return "git -C '" + repository.string() + "' ";
}

/// Every file below, by its path.
inline std::map<std::string, std::string> tree_of(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out[fs::relative(entry.path(), folder).string()] = content_of(entry.path());
  }
  return out;
}

inline std::size_t times(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

/// The life of the README, written once for all tests.
class SampleLife : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = std::make_unique<Scratch>();
    folder_ = scratch_->path() / "life";
    write_sample_life(folder_);
    truth_ = Json::parse(content_of(folder_ / "truth.json"));
  }
  static void TearDownTestSuite() { scratch_.reset(); }

  static const Json& activity(const char* id) { return truth_["activities"][id]; }
  static Json trip_from(const std::string& day) {
    for (const Json& trip : truth_["trips"]) {
      if (trip["from"] == day) return trip;
    }
    return nullptr;
  }

  inline static std::unique_ptr<Scratch> scratch_;
  inline static fs::path folder_;
  inline static Json truth_;
};

}  // namespace hoego::sample
