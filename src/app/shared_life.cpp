#include <algorithm>
#include <set>

#include "analysis/private_areas.h"
#include "app/life.h"
#include "record/observation.h"

namespace hoego {
namespace {

using Scope = std::pair<std::string, std::string>;  // source; calendar or repository

std::set<Scope> scopes_of(const std::vector<Record>& records) {
  std::set<Scope> scopes;
  for (const Record& record : records) {
    for (const char* key : {trait::calendar, trait::repository, trait::chat}) {
      const std::string* name = record.find_trait(key);
      if (name == nullptr) continue;
      for (const Origin& origin : record.origins) scopes.insert({origin.source, *name});
    }
  }
  return scopes;
}

/// "~/diary/" and "~/diary" are the same folder.
std::filesystem::path without_last_slash(const std::filesystem::path& path) {
  const std::filesystem::path plain = path.lexically_normal();
  return plain.has_filename() ? plain : plain.parent_path();
}

}  // namespace

bool Life::has_private_sources() const {
  return std::any_of(config_.sources.begin(), config_.sources.end(),
                     [](const ConfiguredSource& one) { return one.is_private; });
}

bool Life::is_private(const std::string& source, const std::string& path) const {
  const std::filesystem::path file = without_last_slash(locate(source) / path);
  return std::any_of(config_.sources.begin(), config_.sources.end(), [&](const ConfiguredSource& one) {
    if (!one.is_private) return false;
    if (one.path == source) return true;
    const std::filesystem::path root = without_last_slash(locate(one.path));
    const auto [end, ignored] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    return end == root.end();
  });
}

Timeline Life::shared_timeline(Date as_of) const {
  const auto open = [this](const std::string& source, const std::string& path) {
    return !is_private(source, path);
  };
  // What a private source tells moves zones, titles and merges of the others' records: they are derived anew.
  std::vector<Record> records = has_private_sources() ? derived(open).records : store_.records(std::nullopt);
  const std::set<Scope> before = scopes_of(records);
  remove_private(records, config_.settings);
  const std::set<Scope> after = scopes_of(records);
  std::vector<SourcedClaim> kept;
  for (SourcedClaim& item : claims(open)) {
    const Scope scope{item.source, item.claim.scope};
    if (before.count(scope) == 0 || after.count(scope) > 0) kept.push_back(std::move(item));
  }
  return assemble(std::move(records), kept, config_.decisions, as_of);
}

}  // namespace hoego
