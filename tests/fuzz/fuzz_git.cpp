// The output of `git log` and of `git cat-file`, as a repository of a stranger may make them say.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "sources/git_log.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hoego;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::size_t whole = 0;
  std::size_t pieces = 0;
  const auto read = [&](std::size_t piece, std::size_t& commits) {
    GitLogParser parser([&](const LoggedCommit& commit) {
      ++commits;
      if (commit.id.size() != 40 && commit.id.size() != 64) std::abort();
      if (const auto when = parse_git_date(commit.author_date); when && when->form == When::Form::Offset)
        if (!stated_instant(*when)) std::abort();
      if (!is_utf8(co_author_emails(commit.co_authors)) || !is_utf8(decode_guess(commit.subject)))
        std::abort();
    });
    for (std::size_t at = 0; at < bytes.size(); at += piece) parser.feed(bytes.substr(at, piece));
    parser.finish(true);
  };
  read(size + 1, whole);
  read(7, pieces);
  if (whole != pieces) std::abort();
  parse_git_date(parse_raw_commit(bytes).author_date);
  parse_git_date(bytes);
  if (const auto name = repository_name(bytes); name && name->find('/') != std::string::npos) std::abort();
  return 0;
}
