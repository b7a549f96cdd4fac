#include "app/resolution_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/letters.h"
#include "base/text.h"
#include "sources/text_head.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest = 1U << 20U;

Resolutions read_file(const fs::path& path, int year) {
  const std::string name = (fs::path("resolutions") / path.filename()).string();
  Resolutions unread;
  unread.name = name;
  unread.year = year;
  std::error_code error;
  if (fs::file_size(path, error) > longest || error) {
    unread.issues.push_back({name, "", error ? "cannot be read" : "is longer than a megabyte",
                             error ? "check its permissions" : "keep only promises in it"});
    return unread;
  }
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (is_binary_head(bytes)) {
    unread.issues.push_back({name, "", "is no text", "a line a promise: - [ ] words `check`"});
    return unread;
  }
  return read_resolutions(decode_guess(bytes), name, year);
}

}  // namespace

fs::path resolution_file(const Life& life, int year) {
  return life.folder() / "resolutions" / fmt::format("{:04}.md", year);
}

std::vector<Resolutions> resolution_files(const Life& life) {
  std::vector<std::pair<int, fs::path>> found;
  std::error_code error;
  if (!life.has_folder()) return {};
  for (const auto& entry : fs::directory_iterator(life.folder() / "resolutions", error)) {
    const std::string stem = entry.path().stem().string();
    if (entry.path().extension() == ".md" && stem.size() == 4 && is_digits(stem) && stem > "0000")
      found.emplace_back(std::stoi(stem), entry.path());
  }
  std::sort(found.begin(), found.end());
  std::vector<Resolutions> files;
  for (const auto& [year, path] : found) files.push_back(read_file(path, year));
  return files;
}

}  // namespace hoego
