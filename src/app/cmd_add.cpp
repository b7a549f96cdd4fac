#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/proposals.h"
#include "app/recognised.h"
#include "app/syncing.h"
#include "base/error.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "\"";
}

/// The path to write: relative to the life folder where it lies in it, else absolute.
std::string written_path(const fs::path& life, const std::string& word) {
  const fs::path path = fs::weakly_canonical(word);
  const fs::path relative = path.lexically_relative(fs::weakly_canonical(life));
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return (inside ? relative : path).string();
}

std::string with_sources(const fs::path& config, const std::vector<std::string>& paths,
                         const std::optional<std::string>& type) {
  std::ifstream in(config, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  std::string out = text.str();
  if (!out.empty() && out.back() != '\n') out.push_back('\n');
  for (const std::string& path : paths) {
    out += fmt::format("\n[[source]]\npath = {}\n", quoted(path));
    if (type) out += fmt::format("type = {}\n", quoted(*type));
  }
  return out;
}

}  // namespace

int cmd_add(const Arguments& arguments) {
  if (arguments.words.empty())
    throw UsageError("which paths?", "hoego add", "for example `hoego add ~/Pictures ~/calendar.ics`");
  std::vector<std::string> fresh;
  std::vector<std::string> wanted;
  fs::path config_file;
  {
    const Life life = Life::open(arguments);
    config_file = life.folder() / "hoego.toml";
    for (const std::string& word : arguments.words) {
      if (!fs::exists(word))
        throw UsageError("there is no such file or folder", word, "nothing was added; check the path");
      const std::string path = written_path(life.folder(), word);
      const auto known = std::find_if(
          life.config().sources.begin(), life.config().sources.end(), [&](const ConfiguredSource& source) {
            return fs::weakly_canonical(life.locate(source.path)) == fs::weakly_canonical(life.locate(path));
          });
      if (known == life.config().sources.end()) {
        fresh.push_back(path);
        wanted.push_back(path);
        continue;
      }
      fmt::print("{} is a source already\n", word);
      wanted.push_back(known->path);  // as it is written there: the index knows it by that
    }
  }
  if (!fresh.empty()) write_output(config_file, with_sources(config_file, fresh, arguments.type));
  Life life = Life::open(arguments);
  for (const std::string& path : wanted) {
    fmt::print("{}\n", path);
    const ImportResult result = life.sync(arguments.jobs, {path});
    print_recognised(life, path);
    print_sync_result(life, result);
  }
  print_proposals(life);
  return 0;
}

}  // namespace hoego
