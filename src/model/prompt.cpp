#include "model/prompt.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.h"
#include "base/nearest.h"
#include "base/text.h"

namespace hoego {
namespace {

const std::vector<std::string> keys = {"name", "language", "tone", "temperature", "length", "sections"};
const std::vector<std::string> placeholders = {"findings", "language", "tone", "length", "period", "as_of"};
const std::vector<std::string> section_ids = {"opening",   "promises", "trips",      "turns", "activities",
                                              "occasions", "time",     "comparison", "ahead", "limits"};
constexpr std::string_view findings_mark = "{{findings}}";

/// Where in the file something stands that cannot be used.
struct Line {
  const std::string& file;
  int number = 0;

  [[noreturn]] void refuse(const std::string& what, const std::string& remedy) const {
    throw UsageError(what, fmt::format("{}, line {}", file, number), remedy);
  }
  void require_known(const std::string& what, const std::string& word,
                     const std::vector<std::string>& known) const {
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    const auto near = nearest_names(word, known, 1);
    refuse(fmt::format("unknown {} \"{}\"", what, word),
           near.empty() ? fmt::format("one of {}", fmt::join(known, ", "))
                        : fmt::format("did you mean \"{}\"?", near.front()));
  }
};

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    if (std::string item = trim(text.substr(at, comma - at)); !item.empty()) items.push_back(std::move(item));
    at = comma + 1;
  }
  return items;
}

double temperature_of(const std::string& text, const Line& line) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 2))
    line.refuse(fmt::format("\"{}\" is no temperature", text), "a number from 0 to 2, such as 0.6");
  return value;
}

void read_key(PromptFile& prompt, const std::string& key, const std::string& value, const Line& line) {
  line.require_known("key", key, keys);
  if (key == "name") prompt.name = value;
  if (key == "length") prompt.length = value;
  if (key == "temperature") prompt.temperature = temperature_of(value, line);
  if (key == "language") {
    line.require_known("language", value, {"ko", "en"});
    prompt.language = value == "ko" ? Language::Korean : Language::English;
  }
  if (key == "tone") {
    line.require_known("tone", value, {"polite", "plain"});
    prompt.tone = value == "plain" ? Tone::Plain : Tone::Polite;
  }
  if (key == "sections") {
    prompt.sections = listed(value);
    for (const std::string& section : prompt.sections) line.require_known("section", section, section_ids);
  }
}

/// Takes the first line off `text`.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(text.size(), end + 1));
  return line;
}

/// Reads the front matter and takes it off `text`; the number of lines it had.
int read_front_matter(PromptFile& prompt, std::string_view& text, const std::string& file) {
  Line line{file, 1};
  if (trim(next_line(text)) != "---")
    line.refuse("a prompt begins with its front matter",
                "---, name: …, language: ko, ---, and then the text");
  for (;;) {
    ++line.number;
    if (text.empty()) line.refuse("the front matter has no end", "end it with ---");
    std::string written = trim(next_line(text));
    if (written == "---") return line.number;
    if (written.empty() || written.front() == '#') continue;
    if (const std::size_t comment = written.find(" #"); comment != std::string::npos) written.resize(comment);
    const std::size_t colon = written.find(':');
    if (colon == std::string::npos)
      line.refuse(fmt::format("\"{}\" is no key with a value", written), "write it as name: blog");
    read_key(prompt, trim(written.substr(0, colon)), trim(written.substr(colon + 1)), line);
  }
}

void check_placeholders(std::string_view text, Line line) {
  while (!text.empty()) {
    const std::string_view written = next_line(text);
    for (std::size_t at = written.find("{{"); at != std::string_view::npos; at = written.find("{{", at + 2)) {
      const std::size_t end = written.find("}}", at);
      if (end == std::string_view::npos)
        line.refuse("a placeholder without its end", "write it as {{length}}");
      line.require_known("placeholder", std::string(written.substr(at + 2, end - at - 2)), placeholders);
    }
    ++line.number;
  }
}

}  // namespace

PromptFile read_prompt(std::string_view bytes, const std::string& file) {
  const std::string clean = decode_guess(bytes);
  std::string_view text = clean;
  PromptFile prompt;
  const int lines = read_front_matter(prompt, text, file);
  check_placeholders(text, {file, lines + 1});
  const std::size_t mark = text.find(findings_mark);
  prompt.before = trim(text.substr(0, mark));
  if (mark != std::string_view::npos) prompt.after = trim(text.substr(mark + findings_mark.size()));
  const Line end{file, lines + 1};
  if (prompt.after.find(findings_mark) != std::string::npos)
    end.refuse("{{findings}} stands there twice", "leave one");
  if (prompt.before.empty())
    end.refuse("no instructions stand before {{findings}}", "say what is to be written");
  if (prompt.name.empty()) end.refuse("the prompt has no name", "name: blog");
  return prompt;
}

std::string filled(std::string_view text, const std::map<std::string, std::string>& values) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find("{{");
    const std::size_t end = at == std::string_view::npos ? at : text.find("}}", at);
    if (end == std::string_view::npos) break;
    out += text.substr(0, at);
    const auto value = values.find(std::string(text.substr(at + 2, end - at - 2)));
    out += value == values.end() ? std::string(text.substr(at, end + 2 - at)) : value->second;
    text.remove_prefix(end + 2);
  }
  return out + std::string(text);
}

}  // namespace hoego
