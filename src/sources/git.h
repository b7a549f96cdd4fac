#pragma once
#include "sources/source.h"

namespace hoego {

/// Git repositories: a folder with `.git` in it (a folder, or the file of a worktree or submodule) or a bare
/// repository. One observation a commit that is no merge, reachable from any branch, tag, remote branch or
/// HEAD; see doc/sources/git.md. The walk must not enter `.git` itself. Needs `git` 2.32 or later in PATH.
extern const Source git_source;

}  // namespace hoego
