#include "app/extracting.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

/// A folder of its own with posts to look back on and texts to read.
class Extracting : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("hoego_extracting_" + std::to_string(getpid()));
    fs::create_directories(folder_ / "life");
    setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    setenv("HOEGO_NOW", "2024-12-31T12:00:00+09:00", 1);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  std::string run(const std::string& file, bool json, const std::string& language = "ko") const {
    Life life = Life::of_paths({(folder_ / "life").string()}, std::nullopt);
    Arguments arguments;
    arguments.json = json;
    arguments.language = language;
    arguments.output = folder_ / "out";
    EXPECT_EQ(extract_promises(life, arguments, file), 0);
    std::ifstream in(folder_ / "out", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  std::string refusal(const std::string& file) const {
    try {
      run(file, false);
    } catch (const UsageError& error) {
      return error.what();
    }
    return "none";
  }

  fs::path folder_;
};

TEST_F(Extracting, prints_lines_to_paste) {
  const std::string file = write("회고.md", "# 2024\n\n내년에는 해외여행을 가지 않겠다. 재미있었다.\n");
  const std::string ko = run(file, false);
  EXPECT_NE(ko.find("3: 다짐 · 내년 · \"내년에는 해외여행을 가지 않겠다.\""), std::string::npos) << ko;
  EXPECT_NE(ko.find("- [ ] 내년에는 해외여행을 가지 않겠다.   `trips abroad = 0`"), std::string::npos) << ko;
  const std::string en = run(file, false, "en");
  EXPECT_NE(en.find("3: promise · next year"), std::string::npos) << en;
}

TEST_F(Extracting, tells_machines_the_year_and_the_rule) {
  const std::string file = write("2023-회고.md", "내년에는 오로라를 보고 싶다.\n");
  const auto out = nlohmann::json::parse(run(file, true));
  EXPECT_EQ(out["schema"], "hoego.extract/1");
  EXPECT_EQ(out["year"], 2023);
  ASSERT_EQ(out["promises"].size(), 1U);
  EXPECT_EQ(out["promises"][0]["kind"], "wish");
  EXPECT_EQ(out["promises"][0]["period"]["from"], "2024-01-01");
}

TEST_F(Extracting, reads_what_an_old_editor_or_a_blog_wrote) {
  const std::string cp949 =
      "\xB3\xBB\xB3\xE2\xBF\xA1\xB4\xC2 \xC3\xA5\xC0\xBB \xC0\xD0\xB0\xDA\xB4\xD9.\n";  // 내년에는 책을
                                                                                        // 읽겠다.
  EXPECT_NE(run(write("old.txt", cp949), false).find("내년에는 책을 읽겠다."), std::string::npos);
  const std::string utf16("\xFF\xFEI\0 \0w\0i\0l\0l\0 \0r\0e\0a\0d\0.\0", 26);
  EXPECT_NE(run(write("utf16.txt", utf16), false).find("I will read."), std::string::npos);
  const std::string html =
      "<html><body><h2>끝으로</h2><p>내년에는 <b>책을</b> 읽겠다.</p><script>I will "
      "run.</script></body></html>";
  const std::string out = run(write("post.html", html), false);
  EXPECT_NE(out.find("내년에는 책을 읽겠다."), std::string::npos);
  EXPECT_EQ(out.find("run"), std::string::npos);
}

TEST_F(Extracting, refuses_what_is_no_text) {
  EXPECT_EQ(refusal((folder_ / "nothing.md").string()), "there is no such file");
  EXPECT_EQ(refusal(write("empty.md", "")), "the file is empty");
  EXPECT_EQ(refusal(write("picture.png", std::string("\x89PNG\0\0\0\r", 8))), "this is no text");
  EXPECT_EQ(refusal(folder_.string()), "this is no file");
}

}  // namespace
}  // namespace hoego
