#include <algorithm>
#include <map>

#include "app/recognised.h"
#include "base/error.h"
#include "base/text.h"
#include "import/tree.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t most_examples = 3;
constexpr std::int64_t no_source = -1;  ///< the index knows nothing of it: all is new

void count(std::map<std::string, Recognition::Part>& parts, const FoundUnit& unit, const std::string& name) {
  const std::string type(unit.format == nullptr ? std::string_view() : unit.format->type);
  Recognition::Part& part = parts[type];
  part.type = type;
  ++part.units;
  if (part.examples.size() < most_examples) part.examples.push_back(name);
}

std::vector<Recognition::Part> in_order(const std::map<std::string, Recognition::Part>& by_type) {
  std::vector<Recognition::Part> parts;
  for (const auto& [type, part] : by_type) parts.push_back(part);
  std::stable_sort(parts.begin(), parts.end(), [](const Recognition::Part& a, const Recognition::Part& b) {
    return a.type.empty() != b.type.empty() ? b.type.empty() : a.units > b.units;
  });
  return parts;
}

}  // namespace

Recognition recognise(const Life& life, const fs::path& path, const std::string& type,
                      std::chrono::milliseconds patience) {
  std::error_code error;
  if (!fs::exists(path, error) && !error)
    throw UsageError("there is no such file or folder", path.string(), "check the path");
  const Source* forced = type.empty() ? nullptr : find_source(type);
  const ReadOptions options;
  const ImportSource source{path, path.string(), forced ? std::string(forced->type) : ""};
  SourceTree tree(life.store(), no_source, source, all_sources(), forced, options);
  const Clock::time_point end = Clock::now() + patience;
  Recognition found;
  std::map<std::string, Recognition::Part> by_type;
  std::vector<Store::StoredUnit> units;
  for (SourceTree::Step step; found.whole && tree.next(step); step = {}) {
    for (const FoundUnit& unit : step.units) {
      std::string name = clean_text(unit.path.whole());
      if (name.empty()) name = clean_text(path.filename().native());
      if (unit.issue) found.issues.push_back(*unit.issue);
      count(by_type, unit, name);
      Store::StoredUnit told{unit.path.folder, unit.path.name,
                             unit.format ? std::string(unit.format->type) : "", ""};
      if (told.folder.empty() && told.name.empty()) told.name = name;
      told.issues = unit.issue ? 1 : 0;
      units.push_back(std::move(told));
    }
    found.whole = Clock::now() < end;
  }
  for (const Issue& issue : tree.issues()) found.issues.push_back(issue);
  found.parts = in_order(by_type);
  found.lines = recognised_lines(units);
  return found;
}

}  // namespace hoego
