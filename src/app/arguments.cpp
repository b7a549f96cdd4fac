#include "app/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/config.h"
#include "base/error.h"

namespace hoego {
namespace {

/// What `hoego draft` alone has; false for another option.
bool add_draft_option(CLI::App& app, const std::string& name, Arguments& arguments) {
  if (name == "endpoint")
    app.add_option("--endpoint", arguments.endpoint);
  else if (name == "model")
    app.add_option("--model", arguments.model);
  else if (name == "prompt")
    app.add_option("--prompt", arguments.prompts)->take_all()->expected(1);
  else if (name == "with")
    app.add_option("--with", arguments.with)
        ->take_all()
        ->expected(1)
        ->check(CLI::IsMember({"titles", "notes"}));
  else if (name == "max-tokens")
    app.add_option("--max-tokens", arguments.max_tokens)->check(CLI::Range(16, 1'000'000));
  else if (name == "budget")
    app.add_option("--budget", arguments.budget)->check(CLI::Range(100, 100'000'000));
  else if (name == "timeout")
    app.add_option("--timeout", arguments.timeout)->check(CLI::Range(1, 86'400));
  else if (name == "insecure")
    app.add_flag("--insecure", arguments.insecure);
  else if (name == "dry-run")
    app.add_flag("--dry-run", arguments.dry_run);
  else
    return false;
  return true;
}

void add_option(CLI::App& app, const std::string& name, Arguments& arguments) {
  if (name == "as")
    app.add_option("--as", arguments.type);
  else if (name == "jobs")
    app.add_option("--jobs", arguments.jobs)->check(CLI::Range(1, 256));
  else if (name == "as-of")
    app.add_option("--as-of", arguments.as_of);
  else if (name == "against")
    app.add_option("--against", arguments.against);
  else if (name == "lang")
    app.add_option("--lang", arguments.language)->check(CLI::IsMember({"ko", "en"}));
  else if (name == "tone")
    app.add_option("--tone", arguments.tone)->check(CLI::IsMember({"polite", "plain"}));
  else if (name == "format")
    app.add_option("--format", arguments.format);
  else if (name == "output")
    app.add_option("-o,--output", arguments.output);
  else if (name == "on")
    app.add_option("--on", arguments.on);
  else if (name == "from")
    app.add_option("--from", arguments.from);
  else if (name == "to")
    app.add_option("--to", arguments.to);
  else if (name == "kind")
    app.add_option("--kind", arguments.kind);
  else if (name == "search")
    app.add_option("--search", arguments.search);
  else if (name == "check")
    app.add_option("--check", arguments.check);
  else if (name == "front-matter")
    app.add_option("--front-matter", arguments.front_matter)
        ->check(CLI::IsMember({"jekyll", "hugo", "velog", "obsidian"}));
  else if (name == "into")
    app.add_option("--into", arguments.into);
  else if (name == "share")
    app.add_flag("--share", arguments.share);
  else if (name == "port")
    app.add_option("--port", arguments.port)->check(CLI::Range(0, 65'535));
  else if (name == "seed")
    app.add_option("--seed", arguments.seed);
  else if (name == "json")
    app.add_flag("--json", arguments.json);
  else if (name == "yes")
    app.add_flag("--yes", arguments.yes);
  else if (name == "again")
    app.add_flag("--again", arguments.again);
  else if (name == "open")
    app.add_flag("--open", arguments.open);
  else if (!add_draft_option(app, name, arguments))
    throw std::logic_error("no such option: " + name);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    if (blank > at) words.emplace_back(text.substr(at, blank - at));
    at = blank + 1;
  }
  return words;
}

void add_common(CLI::App& app, Arguments& arguments) {
  app.set_help_flag();  // the pages are our own
  app.add_option("-C", arguments.directory);
  app.add_flag("--strict", arguments.strict);
  app.add_flag("-h,--help", arguments.help);
}

std::string command_names() {
  std::string names;
  for (const Command& command : all_commands())
    names += (names.empty() ? "" : ", ") + std::string(command.name);
  return names;
}

[[noreturn]] void unknown_command(const std::string& word) {
  std::vector<std::string> known;
  for (const Command& command : all_commands()) known.emplace_back(command.name);
  const std::string nearest = nearest_name(word, known);
  throw UsageError(
      fmt::format("there is no command \"{}\"", word), "command line",
      nearest.empty() ? "one of " + command_names() : fmt::format("did you mean `hoego {}`?", nearest));
}

}  // namespace

Arguments read_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  // -C may stand before the command.
  int at = 1;
  if (argc > 2 && std::string(argv[1]) == "-C") {
    arguments.directory = argv[2];
    at = 3;
  }
  if (at >= argc) {
    arguments.help = true;
    return arguments;
  }
  const std::string word = argv[at];
  if (word == "--help" || word == "-h" || word == "help") {
    arguments.help = true;
    if (at + 1 < argc && find_command(argv[at + 1]) != nullptr) arguments.command = argv[at + 1];
    return arguments;
  }
  if (word == "--version") {
    arguments.version = true;
    return arguments;
  }
  const Command* command = find_command(word);
  if (command == nullptr) unknown_command(word);
  arguments.command = word;

  CLI::App app;
  add_common(app, arguments);
  for (const std::string& option : words_of(command->options)) add_option(app, option, arguments);
  app.add_option("words", arguments.words);
  try {
    app.parse(argc - at, argv + at);
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what(), "hoego " + word, fmt::format("see `hoego {} --help`", word));
  }
  return arguments;
}

}  // namespace hoego
