#pragma once
#include <filesystem>
#include <memory>
#include <string>

namespace hoego {

/// Tells from outside whether an index has changed. Reads nothing of it, and makes nothing that is not there.
/// One belongs to one thread.
class IndexWatch {
 public:
  explicit IndexWatch(std::filesystem::path index_file);
  ~IndexWatch();
  IndexWatch(const IndexWatch&) = delete;
  IndexWatch& operator=(const IndexWatch&) = delete;

  /// A word that is another one whenever the records may be others, or the days that the sources cover; the
  /// same one tomorrow and to another process if they are not. Throws Error where the index cannot be used;
  /// "none" where there is none.
  std::string generation();
  /// Whether a process imports into it (see Store::lock_for_import).
  bool is_importing() const;

 private:
  struct Seen;
  std::filesystem::path file_;
  std::unique_ptr<Seen> seen_;
};

}  // namespace hoego
