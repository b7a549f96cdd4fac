#pragma once
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/toml_text.h"

namespace hoego {

/// One edit of a file of the owner's.
struct OwnerEdit {
  std::string file;  ///< "corrections.toml", in the life folder
  std::vector<LineEdit> lines;
  std::string before;  ///< tag of the bytes before; empty: the file was not there
  std::string after;   ///< tag of those after
};

/// Whether an edit is done, or only said how it would be.
enum class Write { Yes, No };

/// Edits the TOML files of one life folder, and takes its last edits back. What somebody else writes
/// meanwhile is never overwritten: an edit is made in what the file then holds, and an edit is taken back
/// only where the file still holds what it left. Safe with threads.
class OwnerEdits {
 public:
  explicit OwnerEdits(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// `change`: may be done again where the file changes meanwhile. Throws UsageError where hoego could not
  /// read the file afterwards, or nothing would change; the file then is as it was.
  OwnerEdit edit(const std::string& file, const std::function<void(TomlText&)>& change, Write write);
  /// Takes back the edit that led from the one tag to the other. Throws Refusal: 404 where it is not known
  /// (any more), 409 where the file was changed since.
  OwnerEdit undo(const std::string& file, const std::string& before, const std::string& after);
  /// Those that `undo` would take back now, the last of each file first.
  std::vector<OwnerEdit> undoable();

 private:
  struct Kept {
    OwnerEdit edit;
    std::optional<std::string> before;
    std::string after;
  };
  /// Throws UsageError where hoego cannot read the life folder's files with this one as `text`.
  void check(const std::string& file, const std::string& text) const;
  void keep(Kept kept);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::deque<Kept> kept_;  ///< the last one at the end
};

}  // namespace hoego
