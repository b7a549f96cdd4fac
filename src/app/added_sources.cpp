#include "app/added_sources.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/replaced_file.h"
#include "base/error.h"
#include "sources/source.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest_config = std::uintmax_t{4} << 20;

/// A basic string of TOML.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      out.push_back(c);
  }
  return out + "\"";
}

/// The path to write: relative to the life folder where it lies in it, else absolute.
std::string written_path(const fs::path& life, const fs::path& path) {
  const fs::path whole = fs::weakly_canonical(path);
  const fs::path relative = whole.lexically_relative(fs::weakly_canonical(life));
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return (inside ? relative : whole).string();
}

void check(const Addition& addition) {
  std::error_code error;
  const bool there = fs::exists(addition.path, error);
  if (error)
    throw UsageError("cannot be looked at: " + error.message(), addition.path.string(),
                     "nothing was added; check its permissions");
  if (!there)
    throw UsageError("there is no such file or folder", addition.path.string(),
                     "nothing was added; check the path");
  if (addition.type.empty() || find_source(addition.type) != nullptr) return;
  std::vector<std::string> types;
  for (const Source* source : all_sources()) types.emplace_back(source->type);
  const std::string nearest = nearest_name(addition.type, types);
  throw UsageError(fmt::format("unknown type \"{}\"", addition.type), "type",
                   nearest.empty() ? "nothing was added; leave the type out"
                                   : fmt::format("nothing was added; did you mean \"{}\"?", nearest));
}

std::string lines_for(const std::string& path, const std::string& type) {
  std::string lines = fmt::format("\n[[source]]\npath = {}\n", quoted(path));
  if (!type.empty()) lines += fmt::format("type = {}\n", quoted(type));
  return lines;
}

}  // namespace

const ConfiguredSource* source_at(const Life& life, const fs::path& path) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(path, ignored);
  for (const ConfiguredSource& source : life.config().sources) {
    if (fs::weakly_canonical(life.locate(source.path), ignored) == whole) return &source;
  }
  return nullptr;
}

AddedSources add_sources(const Life& life, const std::vector<Addition>& additions) {
  AddedSources done;
  for (const Addition& addition : additions) {
    check(addition);
    if (const ConfiguredSource* source = source_at(life, addition.path)) {
      done.sources.push_back({source->path, true});
      continue;
    }
    const std::string path = written_path(life.folder(), addition.path);
    const bool twice = std::any_of(done.sources.begin(), done.sources.end(),
                                   [&path](const Added& one) { return one.path == path; });
    if (!twice) done.written += lines_for(path, addition.type);
    done.sources.push_back({path, twice});
  }
  if (done.written.empty()) return done;
  const fs::path file = life.folder() / "hoego.toml";
  const std::optional<std::string> before = owners_file(file, longest_config);
  if (before && !before->empty() && before->back() != '\n') done.written.insert(0, "\n");
  const std::string after = before.value_or("") + done.written;
  (void)config_of(after, std::nullopt);  // what could not be read is not written
  if (!replace_file(file, before, after))
    throw Error("the file was changed this very moment", file.string(), "nothing was added; try again");
  return done;
}

void take_out_sources(const Life& life, const std::string& written) {
  const fs::path file = life.folder() / "hoego.toml";
  const std::optional<std::string> before = owners_file(file, longest_config);
  const auto changed = [&file] {
    return UsageError("the file was changed since, and was left as it is", file.string(),
                      "take the lines out in your editor");
  };
  const bool as_written = before && !written.empty() && before->size() >= written.size() &&
                          before->compare(before->size() - written.size(), written.size(), written) == 0;
  if (!as_written) throw changed();
  if (!replace_file(file, before, before->substr(0, before->size() - written.size()))) throw changed();
}

}  // namespace hoego
