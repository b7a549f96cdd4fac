#include "app/prompt_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "app/installed.h"
#include "base/error.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest = 256U << 10U;

PromptFile read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(longest + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (!in.is_open() || in.bad() || fs::is_directory(path))
    throw UsageError("cannot read the prompt", path.string(), "check the path and its permissions");
  if (text.size() > longest)
    throw UsageError("the prompt is longer than 256 KiB", path.string(), "shorten it");
  return read_prompt(text, path.string());
}

fs::path folder() {
  if (const auto found = installed("prompts")) return *found;
  throw Error("the prompts are not installed", beside_the_program("prompts").string(),
              "install hoego again, or give files of your own: --prompt FILE");
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder())) {
    std::string name = entry.path().stem().string();
    if (name.rfind("repair", 0) != 0) all.push_back(std::move(name));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

PromptFile prompt_called(const std::string& name) {
  const bool file = name.find('/') != std::string::npos || fs::path(name).extension() == ".md";
  if (file) return read_file(name);
  const fs::path path = folder() / (name + ".md");
  if (fs::exists(path)) return read_file(path);
  throw UsageError(fmt::format("there is no prompt \"{}\"", name), "--prompt",
                   fmt::format("one of {}, or a file: mine.md", fmt::join(names(), ", ")));
}

PromptFile usual_prompt(Language language, Tone tone) {
  if (language == Language::English) return prompt_called("blog.en");
  return prompt_called(tone == Tone::Plain ? "essay.ko" : "blog.ko");
}

PromptFile repair_prompt(Language language) {
  return read_file(folder() / (language == Language::English ? "repair.en.md" : "repair.ko.md"));
}

}  // namespace hoego
