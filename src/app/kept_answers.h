#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "app/folder_cache.h"
#include "serve/response.h"

namespace hoego {

/// Answers of JSON that took long, each of one generation of a life. Safe with threads.
class KeptAnswers {
 public:
  /// `folder`: where they also outlive the process; null: nowhere. It must outlive this.
  explicit KeptAnswers(std::size_t most, FolderCache* folder = nullptr) : most_(most), folder_(folder) {}

  /// What was asked so, of this generation.
  std::optional<Response> find(const std::string& asked, const std::string& generation);
  /// The last one, of whatever generation.
  std::optional<Response> last(const std::string& asked);
  /// In the place of the one that was there; the one used longest ago goes where there are too many.
  void keep(const std::string& asked, const std::string& generation, const Response& answer);

 private:
  struct Kept {
    std::string generation;
    Response answer;
    std::uint64_t used = 0;
  };

  /// Those of the folder are looked for once. `mutex_` is held.
  Kept* kept(const std::string& asked);
  void put(const std::string& asked, Kept answer);

  std::size_t most_;
  FolderCache* folder_;
  std::mutex mutex_;
  std::uint64_t clock_ = 0;
  std::map<std::string, Kept> kept_;
};

}  // namespace hoego
