#include "sample/repository_writer.h"

#include <fmt/format.h>

#include <cassert>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "sample/files.h"

namespace hoego::sample {
namespace {

constexpr std::size_t longest_file = 120;  ///< lines; older ones are dropped from the top

/// Writes the input of `git fast-import` (git-fast-import(1)) and keeps the files as they are after each
/// commit.
class Stream {
 public:
  explicit Stream(const Repository& repository) : mailmap_(repository.mailmap) {}

  void commit(const Commit& commit) {
    ++mark_;
    auto out = std::back_inserter(out_);
    fmt::format_to(out, "commit refs/heads/{}\nmark :{}\n", commit.on_branch ? "proposal" : "main", mark_);
    fmt::format_to(out, "author {} <{}> {} +0900\n", commit.author, commit.email, unix_time(commit.authored));
    fmt::format_to(out, "committer {} <{}> {} +0900\n", commit.author, commit.email,
                   unix_time(commit.committed));
    data(commit.message + "\n");
    if (main_ != 0) fmt::format_to(out, "from :{}\n", main_);
    if (commit.merge) fmt::format_to(out, "merge :{}\n", branch_);
    if (main_ == 0 && !mailmap_.empty()) file(".mailmap", mailmap_);
    file(commit.path, commit.merge ? text_[commit.path] : grown(commit));
    (commit.on_branch ? branch_ : main_) = mark_;
  }

  const std::string& text() const { return out_; }

 private:
  static std::int64_t unix_time(WallTime korean) { return instant(korean, Offset{9 * 3600}).seconds; }

  void data(const std::string& text) {
    fmt::format_to(std::back_inserter(out_), "data {}\n{}\n", text.size(), text);
  }

  void file(const std::string& path, const std::string& text) {
    fmt::format_to(std::back_inserter(out_), "M 100644 inline {}\n", path);
    data(text);
  }

  static std::string line_of(const std::string& path, int number) {
    if (path.ends_with(".py")) return fmt::format("step_{0} = prepare(batch, {0})\n", number);
    if (path.ends_with(".yaml")) return fmt::format("key_{0}: {0}\n", number);
    return fmt::format("{}번째 문장을 한국어로 옮겼습니다.\n", number);
  }

  const std::string& grown(const Commit& commit) {
    std::vector<std::string>& lines = lines_[commit.path];
    for (int i = 0; i < commit.lines; ++i) lines.push_back(line_of(commit.path, ++written_));
    if (lines.size() > longest_file) {
      lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(longest_file));
    }
    std::string& text = text_[commit.path];
    text.clear();
    for (const std::string& line : lines) text += line;
    return text;
  }

  std::string mailmap_;
  std::string out_;
  std::map<std::string, std::vector<std::string>> lines_;
  std::map<std::string, std::string> text_;
  int mark_ = 0;
  int main_ = 0;
  int branch_ = 0;
  int written_ = 0;
};

}  // namespace

void write_repository(const std::filesystem::path& folder, const Repository& repository) {
  Stream stream(repository);
  for (const Commit& commit : repository.commits) stream.commit(commit);
  const std::filesystem::path repos = folder / "repos";
  const std::filesystem::path where = repos / repository.name;
  std::filesystem::create_directories(repos);
  const std::filesystem::path input = repos / (repository.name + ".fast-import");
  write_file(input, stream.text());

  const std::string path = where.string();
  run({"git", "init", "-q", "--template=", "-b", "main", path});
  // A log of references would hold the time of writing, an index refreshed the files' own times; how well
  // bytes are packed depends on the version of zlib.
  run({"git", "-C", path, "-c", "core.logAllRefUpdates=false", "-c", "pack.compression=0", "fast-import",
       "--quiet", "--date-format=raw"},
      input);
  run({"git", "-C", path, "read-tree", "HEAD"});
  run({"git", "-C", path, "checkout-index", "--all", "--quiet"});
  std::filesystem::remove(input);
}

}  // namespace hoego::sample
