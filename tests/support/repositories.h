#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "sources/git.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shell.h"

/// Repositories made by git itself, of streams for git-fast-import(1).
namespace hoego::repositories {

namespace fs = std::filesystem;

/// What was said of a repository.
class Commits : public CollectingSink {
 public:
  const Observation& titled(const std::string& title) const {
    for (const auto& observation : observations) {
      if (observation.title == title) return observation;
    }
    ADD_FAILURE() << "no commit \"" << title << "\"";
    static const Observation none;
    return none;
  }
};

/// Standard output of a shell command; the test fails when the command does.
inline std::string shell(const std::string& command) {
  const auto [out, status] = run_shell(
      "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C; { " + command + "\n} 2>/dev/null");
  EXPECT_EQ(status, 0) << command;
  return out;
}

/// The whole of a folder as bytes and times: for each file its name, its content and its mtime.
inline std::string picture_of(const fs::path& folder) {
  return shell(
      "cd '" + folder.string() +
      "' && find . -type f -print0 | sort -z | xargs -0 sha256sum && find . -printf '%p %T@ %s\\n' | sort");
}

class Git : public testing::Test {
 protected:
  fs::path at(const std::string& name) const { return folder_.path() / name; }
  static std::string in(const fs::path& repository) { return "git -C '" + repository.string() + "' "; }

  /// A repository of a fast-import stream (git-fast-import(1)).
  fs::path import(const std::string& name, const std::string& stream) const {
    const fs::path repository = at(name);
    shell("git init -q -b main '" + repository.string() + "'");
    std::ofstream(at("stream"), std::ios::binary) << stream;
    shell(in(repository) + "fast-import --quiet < '" + at("stream").string() + "'");
    shell(in(repository) + "reset -q --hard");
    return repository;
  }

  static Commits read(const fs::path& repository) {
    Commits sink;
    git_source.read({repository.parent_path(), repository.filename().string(), {}}, {}, sink);
    return sink;
  }

  const fs::path& folder() const { return folder_.path(); }

 private:
  ScratchFolder folder_;
};

inline std::string data(const std::string& text) {
  return "data " + std::to_string(text.size()) + "\n" + text + "\n";
}

/// One commit of a fast-import stream on a branch.
inline std::string commit(const std::string& branch, const std::string& author, const std::string& date,
                          const std::string& message, const std::string& changes,
                          const std::string& header = "") {
  return "commit refs/heads/" + branch + "\nauthor " + author + " " + date +
         "\ncommitter Builder <build@example.org> " + date + "\n" + header + data(message) + changes + "\n";
}

inline std::string file(const std::string& path, const std::string& content) {
  return "M 100644 inline " + path + "\n" + data(content);
}

inline const std::string jiwoo = "Jiwoo <jiwoo@example.org>";
inline const std::string mina = "Mina <mina@example.org>";

/// Two authors, a merge, a rename, a binary file, a co-author, an odd offset.
inline std::string small_life() {
  return commit("main", jiwoo, "1704067200 +0900", "Begin",
                file("a.py", "1\n2\n3\n") + file("README.md", "x\n")) +
         commit("main", jiwoo, "1704153600 +0545", "Kathmandu", file("a.py", "1\n2\n")) +
         "checkpoint\n\n" +  // so that main~1 can be named
         commit("side", mina, "1706745600 -0330",
                "Sidework\n\nCo-authored-by: Jiwoo <jiwoo@example.org>\n"
                "Co-authored-by: Min Su <minsu@example.org>\n",
                "from refs/heads/main~1\n" + file("notes.svelte", "s\n")) +
         commit("main", jiwoo, "1706832000 +0900", "Merge side",
                "merge refs/heads/side\n" + file("m.txt", "m\n")) +
         commit("main", jiwoo, "1706918400 +0900", "Move and paint",
                "R a.py b.py\n" + file("paint.png", std::string("\0\1\2\0", 4)));
}

/// Commits per month (by the author's clock) and author, as git itself counts them.
inline std::map<std::string, int> gits_own_count(const fs::path& repository) {
  std::istringstream lines(shell("git -C '" + repository.string() +
                                 "' log --exclude=refs/stash --all --no-merges --date=format:%Y-%m "
                                 "--format='%ad %aN <%aE>' | sort | uniq -c"));
  std::map<std::string, int> out;
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream in(line);
    int count = 0;
    in >> count;
    std::getline(in >> std::ws, line);
    out[line] = count;
  }
  return out;
}

/// The same of what was read.
inline std::map<std::string, int> our_count(const Commits& sink) {
  std::map<std::string, int> out;
  for (const auto& commit : sink.observations) {
    const auto wall = stated_wall(*commit.begin);
    ++out[(wall ? wall->date().iso().substr(0, 7) : "?") + " " + trait_of(commit, trait::author_name) + " <" +
          trait_of(commit, trait::author_email) + ">"];
  }
  return out;
}

}  // namespace hoego::repositories
