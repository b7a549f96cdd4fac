#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/activities.h"
#include "app/cmd.h"
#include "app/commands.h"
#include "app/completion_scripts.h"
#include "app/life.h"
#include "app/output.h"
#include "base/error.h"
#include "promises/check.h"
#include "promises/check_text.h"

namespace hoego {
namespace {

std::string replaced(std::string text, std::string_view mark, const std::string& by) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
    text.replace(at, mark.size(), by);
  return text;
}

std::string names_of_commands() {
  std::string names;
  for (const Command& command : all_commands())
    names += (names.empty() ? "" : " ") + std::string(command.name);
  return names;
}

/// A line a command: its name and its options.
std::string options_of_commands() {
  std::string lines;
  for (const Command& command : all_commands()) {
    if (!lines.empty()) lines += "\n";
    lines += std::string(command.name) + " -C --strict --help";
    for (std::size_t at = 0; at < command.options.size();) {
      const std::size_t blank = std::min(command.options.find(' ', at), command.options.size());
      lines += " --" + std::string(command.options.substr(at, blank - at));
      at = blank + 1;
    }
  }
  return lines;
}

/// What a check may begin with, and the names that it may hold, as they are written in one.
std::string check_words(Life& life) {
  std::string lines;
  std::set<std::string> told;
  const auto tell = [&](const std::string& word) {
    if (!word.empty() && told.insert(word).second) lines += word + "\n";
  };
  const auto name = [&tell](const std::string& id, const Label& label) {
    for (const std::string& written : {id, label.ko, label.en}) {
      if (!written.empty()) tell(name_text(written));
    }
  };
  for (const std::string_view word : measure_words()) tell(std::string(word));
  const Settings& settings = life.config().settings;
  for (const ActivityRule& rule : settings.activities) name(rule.id, rule.label);
  if (settings.activities.empty()) {
    // Without rules, activities are what repeats in the calendars.
    const Timeline timeline = life.timeline(today(life.config()));
    const Assignment assignment(timeline, settings);
    std::set<std::string> ids;
    for (const Record& record : timeline.records()) ids.insert(assignment.of(record));
    ids.erase("");
    for (const std::string& id : ids) name(id, assignment.label_of(id));
  }
  for (const KindActivity& kind : kind_activities()) name(kind.id, kind.label);
  for (const AreaRule& area : settings.areas) name(area.id, area.label);
  for (const ActivityRule& rule : settings.activities) tell(rule.area.empty() ? "" : name_text(rule.area));
  return lines;
}

/// This year and the four before it, the latest first.
std::string years(Date today) {
  std::string lines;
  for (int back = 0; back < 5; ++back) lines += fmt::format("{}\n", today.year() - back);
  return lines;
}

}  // namespace

int cmd_completion(const Arguments& arguments) {
  const std::string what = arguments.words.size() == 1 ? arguments.words.front() : "";
  // What the scripts ask for: quick, and silent outside a life folder.
  if (what == "words" || what == "years") {
    if (!Life::exists(arguments)) return 0;
    Life life = Life::open(arguments);
    write_output({}, what == "years" ? years(today(life.config())) : check_words(life));
    return 0;
  }
  const std::string script(completion_script(what));
  if (script.empty())
    throw UsageError("completion takes one shell", "hoego completion", "hoego completion bash, zsh or fish");
  write_output(
      {}, replaced(replaced(script, "@COMMANDS@", names_of_commands()), "@OPTIONS@", options_of_commands()));
  return 0;
}

}  // namespace hoego
