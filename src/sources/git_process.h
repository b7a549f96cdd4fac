#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// A child process whose standard output is read as it comes, without a shell, with nothing on its standard
/// input. Owns the child: whoever drops it before its end kills it. Not to be shared between threads.
class ChildProcess {
 public:
  /// `argv[0]` is looked up in PATH; `environment` is the whole environment of the child. Throws Error when
  /// it cannot be started.
  ChildProcess(const std::vector<std::string>& argv, const std::vector<std::string>& environment);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The next bytes of standard output, valid until the next call; empty at the end.
  std::string_view read();
  /// Waits for the end: the exit status, or 128 and the signal's number.
  int wait();
  /// The first 16 KiB of standard error, complete once `read` has returned nothing.
  const std::string& errors() const { return errors_; }

 private:
  void drain_errors();

  int pid_ = -1;
  int output_ = -1;
  int error_output_ = -1;
  int status_ = 0;
  std::string buffer_;
  std::string errors_;
};

/// Where a repository's parts lie.
struct GitFolders {
  std::filesystem::path work;  ///< the folder that was recognised
  std::filesystem::path git;   ///< HEAD of this work tree lies here
  std::filesystem::path
      common;  ///< refs, packed-refs and config lie here; the same as `git` but for worktrees
  bool bare = false;
};

/// Follows a `.git` file and a worktree's `commondir` by hand; throws Error when they lead nowhere.
GitFolders git_folders(const std::filesystem::path& folder);

/// The argument vector and environment of `git ARGUMENTS` in a repository that may be hostile: no program
/// named by its configuration is run, nothing is fetched, nothing is written, no configuration outside the
/// repository is read.
std::vector<std::string> git_command(const GitFolders& folders, const std::vector<std::string>& arguments);
std::vector<std::string> git_environment();

}  // namespace hoego
