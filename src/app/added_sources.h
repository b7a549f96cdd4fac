#pragma once
#include <string>
#include <vector>

#include "app/life.h"

namespace hoego {

/// What the owner wants looked at too.
struct Addition {
  std::filesystem::path path;  ///< absolute, or from the working folder
  std::string type;            ///< as which it is to be read; empty: as it is recognised
};

/// One of them, as hoego.toml has it.
struct Added {
  std::string path;    ///< as it is written there: the index knows it by that
  bool known = false;  ///< it was a source already, or was named twice
};

struct AddedSources {
  std::vector<Added> sources;  ///< in the order in which they were asked for
  std::string written;         ///< what hoego.toml has more at its end; empty: nothing
};

/// Writes the paths into the life's hoego.toml, as `[[source]]` at its end: all, or none. All else stays as
/// it is, byte for byte. Throws UsageError for a path that is not there or a type that is none, and where the
/// file could not be read with them; Error where it cannot be written, or was changed that very moment.
AddedSources add_sources(const Life& life, const std::vector<Addition>& additions);

/// Takes `written` off the end of the life's hoego.toml. Throws UsageError where it does not end so any more.
void take_out_sources(const Life& life, const std::string& written);

/// Whether it is one that the life has already; null where it is none.
const ConfiguredSource* source_at(const Life& life, const std::filesystem::path& path);

}  // namespace hoego
