#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hoego {

/// The command line, read. What a command does not have keeps its default.
struct Arguments {
  std::string command;
  std::vector<std::string> words;           ///< what stands after the command: paths, a year, an id
  std::filesystem::path directory;          ///< -C; empty: found upwards from the working folder
  std::filesystem::path output;             ///< -o; empty: standard output
  std::optional<std::string> type;          ///< --as
  std::optional<std::string> as_of;         ///< --as-of
  std::optional<std::string> against;       ///< --against
  std::optional<std::string> language;      ///< --lang
  std::optional<std::string> on;            ///< --on
  std::optional<std::string> from;          ///< --from
  std::optional<std::string> to;            ///< --to
  std::optional<std::string> kind;          ///< --kind
  std::optional<std::string> search;        ///< --search
  std::optional<std::string> check;         ///< --check
  std::optional<std::string> front_matter;  ///< --front-matter
  std::filesystem::path into;               ///< --into; empty: none
  std::string tone = "polite";              ///< --tone
  std::string format;                       ///< --format; empty: the command's own default
  std::string endpoint;                     ///< --endpoint
  std::string model;                        ///< --model
  std::vector<std::string> prompts;         ///< --prompt, once or more
  std::vector<std::string> with;            ///< --with: "titles", "notes"
  std::int64_t max_tokens = 4096;           ///< --max-tokens
  std::int64_t budget = 60'000;             ///< --budget, in tokens
  int timeout = 1800;                       ///< --timeout, in seconds
  std::optional<int> port;                  ///< --port
  int jobs = 0;                             ///< --jobs; 0: as many as processors
  std::uint64_t seed = 2024;                ///< --seed
  bool json = false;
  bool strict = false;
  bool open = false;
  bool share = false;
  bool again = false;     ///< --again
  bool insecure = false;  ///< --insecure: plain http to another machine
  bool dry_run = false;   ///< --dry-run: show what would be sent
  bool yes = false;       ///< --yes: overwrite without asking
  bool help = false;      ///< --help: `command` may be empty
  bool version = false;
};

/// Throws UsageError for a word or option that the command does not have, naming the nearest.
Arguments read_arguments(int argc, const char* const* argv);

}  // namespace hoego
