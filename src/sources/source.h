#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/sink.h"
#include "sources/input.h"

namespace hoego {

/// How sure a source is that something is of its kind.
enum class Sureness { No, Maybe, Sure };

/// A file or folder offered to the sources. The walk offers a folder before anything in it.
struct Candidate {
  std::filesystem::path path;  ///< absolute
  std::string relative;        ///< from the source's root, '/' separated, as the file system spells it
  bool is_directory = false;
  std::uint64_t size = 0;          ///< bytes; 0 for a folder
  std::string_view head;           ///< first bytes of a file, at most 4096; empty for a folder
  std::vector<std::string> names;  ///< names in the folder itself, for a folder
};

/// What must be read together.
struct Unit {
  std::filesystem::path root;           ///< the source's root: a folder, or the folder of a single file
  std::string path;                     ///< main file or folder, relative to the root; its name in the index
  std::vector<std::string> companions;  ///< further files (sidecars), relative to the root, sorted
  const Files* files = nullptr;         ///< an archive that holds them; null: they lie in `root` on the disk

  std::filesystem::path absolute() const { return root / path; }
  /// The main file, or a companion. Throws Error.
  std::unique_ptr<Input> open() const { return open(path); }
  std::unique_ptr<Input> open(const std::string& file) const {
    return files ? files->open(file) : open_file(root / file);
  }
};

/// What a person decided about a source and a reader needs to know.
struct ReadOptions {
  std::vector<std::string> owner_names;   ///< [me] names
  std::vector<std::string> owner_emails;  ///< [me] emails
  bool forced = false;                    ///< the type was named by the owner: trust it over guesses
  bool keep_text = false;  ///< `text = true`: also what was written to a model or a person, not only how much
  /// `map = { … }`: which column is what, for tables; see the sources that read them.
  std::map<std::string, std::string> columns = {};
  /// Members of an archive, as told to Sink::member, that are passed over: they ended a reader before.
  std::vector<std::string> skip = {};
};

/// One format. Functions are pure of global state; `read` runs in a worker process of its own and may throw
/// hoego::Error when the whole unit cannot be read; a bad item is an Issue and reading goes on.
struct Source {
  std::string_view type;  ///< as in `--as` and hoego.toml
  int version;            ///< raised whenever the same bytes would give other observations: forces a reread
  std::string_view describe;  ///< one line for people: "photos with their dates and places"
  Sureness (*recognise)(const Candidate& candidate);
  /// Whether a file of this name may accompany another at all (".xmp"): the only ones that `companions` is
  /// offered, so that a folder of many thousands is not compared name by name. Null where there are no
  /// companions.
  bool (*may_accompany)(std::string_view name);
  /// Names of the companions of `main` among `siblings` (names in its folder that may accompany, sorted by
  /// their bytes, so that they can be looked up); may be null.
  std::vector<std::string> (*companions)(const std::string& main, const std::vector<std::string>& siblings);
  /// Fingerprint of a folder unit, cheap (a few stats): changes whenever its content may have changed. Null
  /// for sources whose units are files.
  std::string (*fingerprint)(const std::filesystem::path& folder);
  /// True for a folder unit whose inside may also hold units of other sources (a repository with a blog in
  /// it).
  bool descend;
  void (*read)(const Unit& unit, const ReadOptions& options, Sink& sink);
};

/// THE list of formats, in the order in which they are asked.
std::span<const Source* const> all_sources();
/// By `type`; null if there is none.
const Source* find_source(std::string_view type);

}  // namespace hoego
