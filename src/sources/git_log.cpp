#include "sources/git_log.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "sources/git_languages.h"

namespace hoego {
namespace {

constexpr std::size_t longest_token = 64 * 1024;
constexpr char header_mark = '\x01';
constexpr char trailer_separator = '\x1f';

bool is_object_id(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

/// The number at the front of `text`, taken off together with the tab after it.
std::optional<std::uint64_t> take_count(std::string_view& text) {
  const std::size_t tab = text.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + tab, value);
  if (failed != std::errc() || end != text.data() + tab) return std::nullopt;
  text.remove_prefix(tab + 1);
  return value;
}

/// A text cut at a length may end within a UTF-8 sequence.
void drop_half_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
  if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0x80) text.pop_back();
}

std::optional<Offset> parse_zone(std::string_view zone) {
  return zone.size() == 5 ? Offset::parse(zone) : std::nullopt;
}

}  // namespace

std::vector<std::string> git_log_format(bool with_line_counts) {
  constexpr const char* format =
      "--format=tformat:%x01%H%x00%aN%x00%aE%x00%ad%x00"
      "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)%x00%s%x00";
  std::vector<std::string> out = {
      "-z",         "--encoding=UTF-8",    "--date=raw", "--no-color", "--no-decorate",
      "--no-notes", "--no-show-signature", format};
  if (!with_line_counts) {
    out.emplace_back("--no-patch");
    return out;
  }
  // A renamed file is not its lines once more; -O/dev/null takes back a configured order of files.
  out.insert(out.end(), {"--numstat", "--find-renames", "-l400", "--no-ext-diff", "--no-textconv",
                         "--no-relative", "--ignore-submodules=all", "-O/dev/null"});
  return out;
}

GitLogParser::GitLogParser(std::function<void(const LoggedCommit&)> commit) : commit_(std::move(commit)) {}

void GitLogParser::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\0');
    const std::string_view part = bytes.substr(0, end);
    const std::size_t room = longest_token - token_.size();
    cut_ = cut_ || part.size() > room;
    token_.append(part.substr(0, room));
    if (end == std::string_view::npos) return;
    if (cut_) drop_half_character(token_);
    token();
    token_.clear();
    cut_ = false;
    bytes.remove_prefix(end + 1);
  }
}

void GitLogParser::finish(bool whole) {
  if (whole && pending_) emit();
  pending_ = false;
  token_.clear();
  cut_ = false;
  expect_ = Expect::Header;
}

void GitLogParser::token() {
  switch (expect_) {
    case Expect::Header:
      start(token_);
      break;
    case Expect::Field:
      field(token_);
      break;
    case Expect::Changes:
      if (!start(token_)) change(token_);
      break;
    case Expect::OldPath:
      expect_ = Expect::NewPath;
      break;
    case Expect::NewPath:
      count(token_);
      expect_ = Expect::Changes;
      break;
  }
}

bool GitLogParser::start(std::string_view text) {
  if (text.empty() || text[0] != header_mark || !is_object_id(text.substr(1))) return false;
  if (pending_) emit();
  now_ = {};
  now_.id = text.substr(1);
  field_ = 0;
  expect_ = Expect::Field;
  return true;
}

void GitLogParser::field(std::string_view text) {
  std::string* const fields[] = {&now_.author_name, &now_.author_email, &now_.author_date, &now_.co_authors,
                                 &now_.subject};
  *fields[field_] = text;
  if (++field_ < std::size(fields)) return;
  pending_ = true;
  expect_ = Expect::Changes;
}

// git-diff(1), "OTHER DIFF FORMATS": ADDED TAB DELETED TAB PATH NUL, or with a rename an empty path and two
// paths after it; "-" for the counts of a binary file.
void GitLogParser::change(std::string_view text) {
  if (!text.empty() && text[0] == '\n') text.remove_prefix(1);
  change_.reset();
  if (text.substr(0, 4) == "-\t-\t") {
    text.remove_prefix(4);
  } else {
    const auto added = take_count(text);
    if (!added) return;
    const auto deleted = take_count(text);
    if (!deleted) return;
    change_ = ChangedLines{*added, *deleted};
  }
  if (text.empty())
    expect_ = Expect::OldPath;
  else
    count(text);
}

void GitLogParser::count(std::string_view path) {
  ++now_.files;
  if (!change_) return;
  ChangedLines& lines = now_.lines[std::string(language_of(path))];
  lines.added += change_->added;
  lines.deleted += change_->deleted;
}

void GitLogParser::emit() {
  pending_ = false;
  commit_(now_);
}

std::optional<When> parse_git_date(std::string_view text) {
  const std::size_t blank = std::min(text.find(' '), text.size());
  std::int64_t seconds = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + blank, seconds);
  if (failed != std::errc() || end != text.data() + blank || blank == 0) return std::nullopt;
  // A day inside the years 1..9999 at both ends, so that no offset leads out of them.
  const std::int64_t lowest = WallTime::at(*Date::from_ymd(Date::min_year, 1, 2)).seconds;
  const std::int64_t highest = WallTime::at(*Date::from_ymd(Date::max_year, 12, 31)).seconds;
  if (seconds < lowest || seconds > highest) return std::nullopt;
  const auto offset = parse_zone(text.substr(std::min(blank + 1, text.size())));
  if (!offset) return When::at(Instant{seconds});
  return When::at(wall_time(Instant{seconds}, *offset), *offset);
}

RawCommit parse_raw_commit(std::string_view bytes) {
  RawCommit out;
  while (!bytes.empty() && bytes[0] != '\n') {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    if (line.substr(0, 7) == "parent ") ++out.parents;
    const std::size_t mail_end = line.rfind("> ");
    if (line.substr(0, 7) == "author " && mail_end != std::string_view::npos)
      out.author_date = line.substr(mail_end + 2);
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  return out;
}

std::string co_author_emails(std::string_view trailers) {
  std::vector<std::string> emails;
  while (!trailers.empty()) {
    const std::string_view value = trailers.substr(0, trailers.find(trailer_separator));
    trailers.remove_prefix(std::min(value.size() + 1, trailers.size()));
    const std::size_t open = value.rfind('<');
    const std::size_t close = value.rfind('>');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
    const std::string email = trim(decode_guess(value.substr(open + 1, close - open - 1)));
    const bool odd = email.empty() || email.find_first_of(",\n") != std::string::npos;
    if (!odd && std::find(emails.begin(), emails.end(), email) == emails.end()) emails.push_back(email);
  }
  std::string out;
  for (const auto& email : emails) out += (out.empty() ? "" : ",") + email;
  return out;
}

std::optional<std::string> repository_name(std::string_view url) {
  while (!url.empty() && (url.back() == '/' || url.back() == '\n')) url.remove_suffix(1);
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
    if (url.find('/') == std::string_view::npos) return std::nullopt;
  }
  const std::size_t cut = url.find_last_of("/:");
  std::string_view name = cut == std::string_view::npos ? url : url.substr(cut + 1);
  constexpr std::string_view suffix = ".git";
  if (name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix)
    name.remove_suffix(suffix.size());
  if (name.empty() || name == "." || name == ".." || name == suffix ||
      name.find('@') != std::string_view::npos)
    return std::nullopt;
  return decode_guess(name);
}

}  // namespace hoego
