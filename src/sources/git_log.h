#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/when.h"

namespace hoego {

struct ChangedLines {
  std::uint64_t added = 0;
  std::uint64_t deleted = 0;
};

/// One commit as `git log` printed it; texts are raw bytes.
struct LoggedCommit {
  std::string id;  ///< 40 or 64 hexadecimal digits
  std::string author_name;
  std::string author_email;
  std::string author_date;  ///< seconds and zone, "1112911993 -0700"; empty where git could not read it
  std::string co_authors;   ///< values of Co-authored-by trailers, separated by U+001F
  std::string subject;
  std::map<std::string, ChangedLines, std::less<>> lines;  ///< by language (git_languages.h)
  std::uint64_t files = 0;                                 ///< changed files, binary ones too
};

/// The arguments of `git log` whose output GitLogParser reads, up to and with the options of format.
std::vector<std::string> git_log_format(bool with_line_counts);

/// Reads the output of `git log -z` with the arguments above, as it streams: memory is bounded by one commit
/// with texts of 64 KiB each. Any bytes are taken; what is not a commit is skipped.
class GitLogParser {
 public:
  /// `commit` is called for each commit once its last byte was seen.
  explicit GitLogParser(std::function<void(const LoggedCommit&)> commit);

  void feed(std::string_view bytes);
  /// After the last byte: hands out the last commit if the output is known to be whole.
  void finish(bool whole);
  /// Whether changes of the last commit were seen. Git prints them all at once, when it has read every file.
  bool has_changes() const { return pending_ && now_.files > 0; }

 private:
  enum class Expect { Header, Field, Changes, OldPath, NewPath };
  void token();
  bool start(std::string_view text);
  void field(std::string_view text);
  void change(std::string_view text);
  void count(std::string_view path);
  void emit();

  std::function<void(const LoggedCommit&)> commit_;
  std::string token_;
  bool cut_ = false;
  Expect expect_ = Expect::Header;
  std::size_t field_ = 0;
  bool pending_ = false;
  std::optional<ChangedLines> change_;  ///< of the file whose path comes next; nothing for a binary file
  LoggedCommit now_;
};

/// "SECONDS ZONE" as in a commit object: seconds since 1970 (may be negative), zone as ±HHMM. A zone beyond
/// 18 hours or not of that form makes it a bare instant. Nothing where the seconds are no number or lead out
/// of the years 1..9999.
std::optional<When> parse_git_date(std::string_view text);

/// What `git cat-file commit` says of a commit and `git log` may hide.
struct RawCommit {
  std::size_t parents = 0;
  std::string author_date;  ///< as in LoggedCommit; empty where there is none
};
RawCommit parse_raw_commit(std::string_view bytes);

/// E-mail addresses of `LoggedCommit::co_authors`, comma separated, each once, in order.
std::string co_author_emails(std::string_view trailers);

/// A repository's name from the address of its remote: the last part of the path, without ".git". Nothing
/// where there is no path; never a host, user or password.
std::optional<std::string> repository_name(std::string_view url);

}  // namespace hoego
