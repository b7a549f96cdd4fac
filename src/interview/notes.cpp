#include "interview/notes.h"

#include <algorithm>

#include "base/text.h"
#include "interview/markdown_lines.h"

namespace hoego {
namespace {

constexpr int own_level = 2;  ///< of the headings that are written

/// A note as it lies in the file.
struct Part {
  std::string id;
  int level = own_level;
  std::size_t heading = 0;  ///< its line
  std::size_t end = 0;      ///< the line behind its last
};

struct File {
  std::string_view markdown;
  std::vector<MarkdownLine> lines;
  std::vector<Fenced> inside;
  std::vector<Part> parts;
};

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool ends_note(const MarkdownHeading& heading, int level) {
  return !heading.id.empty() || heading.level <= level;
}

File read(std::string_view markdown) {
  File file{markdown, markdown_lines(markdown), {}, {}};
  file.inside = fenced(file.lines);
  bool open = false;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const auto heading = file.inside[i] == Fenced::Yes ? std::nullopt : heading_in(file.lines[i].text);
    if (!heading) continue;
    if (open && ends_note(*heading, file.parts.back().level)) {
      file.parts.back().end = i;
      open = false;
    }
    if (heading->id.empty()) continue;
    file.parts.push_back({clean_text(heading->id), heading->level, i, file.lines.size()});
    open = true;
  }
  return file;
}

/// Where the backslashes of a line begin that keep it from ending its note: behind its indent. Nothing where
/// the line, without them, would not end it.
std::optional<std::size_t> guard(std::string_view line, int level) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t slashes = std::min(line.find_first_not_of('\\', indent), line.size());
  const std::string bare = std::string(line.substr(0, indent)) + std::string(line.substr(slashes));
  const auto heading = heading_in(bare);
  const bool ends = (heading && ends_note(*heading, level)) || is_fence(bare);
  return ends ? std::optional(indent) : std::nullopt;
}

/// The first line of the words of a note and the one behind their last; equal where there are none.
std::pair<std::size_t, std::size_t> words_in(const File& file, const Part& part) {
  std::size_t first = part.heading + 1;
  std::size_t end = part.end;
  while (first < end && is_blank(file.lines[first].text)) ++first;
  while (end > first && is_blank(file.lines[end - 1].text)) --end;
  return {first, end};
}

std::string text_of(const File& file, const Part& part) {
  const auto words = words_in(file, part);
  std::string text;
  for (std::size_t i = words.first; i < words.second; ++i) {
    std::string line(file.lines[i].text);
    const auto at = file.inside[i] == Fenced::Yes ? std::nullopt : guard(line, part.level);
    if (at && line[*at] == '\\') line.erase(*at, 1);
    text += (i == words.first ? "" : "\n") + line;
  }
  return clean_text(text);
}

/// The text as it is read back: without blank lines around it, its lines ending in LF.
std::string as_typed(std::string_view text) {
  std::string out;
  std::string blank;
  for (const MarkdownLine& line : markdown_lines(text)) {
    std::string_view words = line.text;
    if (!words.empty() && words.back() == '\r') words.remove_suffix(1);
    if (!is_blank(words)) {
      out += blank + std::string(words) + "\n";
      blank.clear();
    } else if (!out.empty()) {
      blank += std::string(words) + "\n";
    }
  }
  if (!out.empty()) out.pop_back();
  return out;
}

/// The typed text as it stands under a heading of this level.
std::string as_written(std::string_view typed, int level, std::string_view end_of_line) {
  const std::vector<MarkdownLine> lines = markdown_lines(typed);
  const std::vector<Fenced> inside = fenced(lines);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line(lines[i].text);
    const auto at = inside[i] == Fenced::Yes ? std::nullopt : guard(line, level);
    if (at) line.insert(*at, "\\");
    out += line + std::string(end_of_line);
  }
  return out;
}

std::string_view end_of_line(const File& file) {
  if (file.lines.empty()) return "\n";
  const MarkdownLine& first = file.lines.front();
  const std::string_view end =
      file.markdown.substr(first.begin + first.text.size(), first.next - first.begin - first.text.size());
  return end == "\r\n" ? "\r\n" : "\n";
}

std::string one_line(std::string_view heading) {
  std::string line;
  for (const char c : clean_text(heading)) line.push_back(c == '`' || c == '\n' || c == '\t' ? ' ' : c);
  return line;
}

std::size_t begin_of(const File& file, std::size_t line) {
  return line < file.lines.size() ? file.lines[line].begin : file.markdown.size();
}

std::string replaced(const File& file, const Part& part, std::string_view typed) {
  const std::string_view end = end_of_line(file);
  const std::string words = as_written(typed, part.level, end);
  std::string out;
  const auto keep = [&](std::size_t from, std::size_t to) { out += file.markdown.substr(from, to - from); };
  if (words.empty()) {
    keep(0, begin_of(file, part.heading));
    keep(begin_of(file, part.end), file.markdown.size());
    return out;
  }
  const auto old = words_in(file, part);
  const bool none = old.first == old.second;
  const std::size_t first = none ? begin_of(file, part.heading + 1) : begin_of(file, old.first);
  keep(0, first);
  if (none && file.markdown.substr(0, first).back() != '\n') out += end;
  if (none) out += end;
  out += words;
  keep(none ? first : begin_of(file, old.second), file.markdown.size());
  return out;
}

std::string added(const File& file, std::string_view finding, std::string_view heading,
                  std::string_view typed) {
  const std::string end(end_of_line(file));
  const std::string words = as_written(typed, own_level, end);
  std::string out(file.markdown);
  if (words.empty()) return out;
  if (!file.lines.empty() && out.back() != '\n') out += end;
  if (!file.lines.empty() && !is_blank(file.lines.back().text)) out += end;
  const std::string name = one_line(heading);
  return out + std::string(own_level, '#') + " " + name + (name.empty() ? "" : " ") + "`" +
         std::string(finding) + "`" + end + end + words;
}

/// Whether the notes are those of before, but for the one at `changed`: it is `id` with the typed words, or,
/// where there are none, no more.
bool is_as_meant(const File& before, const File& after, std::size_t changed, const std::string& id,
                 std::string_view typed) {
  std::size_t at = 0;
  const auto next_is = [&](const std::string& wanted, const std::string& words) {
    const bool is =
        at < after.parts.size() && after.parts[at].id == wanted && text_of(after, after.parts[at]) == words;
    ++at;
    return is;
  };
  for (std::size_t i = 0; i < before.parts.size(); ++i) {
    const Part& part = before.parts[i];
    if (i != changed && !next_is(part.id, text_of(before, part))) return false;
    if (i == changed && !typed.empty() && !next_is(id, clean_text(typed))) return false;
  }
  const bool new_one = changed == before.parts.size() && !typed.empty();
  if (new_one && !next_is(id, clean_text(typed))) return false;
  return at == after.parts.size();
}

}  // namespace

std::vector<OwnWords> read_notes(std::string_view markdown, int year) {
  const File file = read(markdown);
  std::vector<OwnWords> notes;
  for (const Part& part : file.parts) {
    std::string text = text_of(file, part);
    if (!is_blank(text)) notes.push_back({part.id, std::move(text), year});
  }
  return notes;
}

std::optional<std::string> with_note(std::string_view markdown, std::string_view finding,
                                     std::string_view heading, std::string_view text) {
  const File before = read(markdown);
  const std::string id = clean_text(finding);
  const auto part =
      std::find_if(before.parts.begin(), before.parts.end(), [&](const Part& one) { return one.id == id; });
  const std::string typed = as_typed(text);
  const bool there = part != before.parts.end();
  std::string edited = there ? replaced(before, *part, typed) : added(before, finding, heading, typed);
  const auto changed = static_cast<std::size_t>(part - before.parts.begin());
  if (!is_as_meant(before, read(edited), changed, id, typed)) return std::nullopt;
  return edited;
}

std::optional<std::size_t> unclosed_fence(std::string_view markdown) {
  const std::vector<Fenced> inside = fenced(markdown_lines(markdown));
  const auto first = std::find(inside.begin(), inside.end(), Fenced::Unclosed);
  if (first == inside.end()) return std::nullopt;
  return static_cast<std::size_t>(first - inside.begin()) + 1;
}

}  // namespace hoego
