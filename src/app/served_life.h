#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "analysis/activities.h"
#include "app/life.h"
#include "app/life_catalogue.h"
#include "app/served_sync.h"
#include "serve/response.h"
#include "store/index_watch.h"

namespace hoego {

/// A life folder as the server's threads use it. Each request that needs the index opens it for itself, since
/// a Store belongs to one thread; what takes long (deriving records, a review) is done by one thread at a
/// time. Safe with threads.
class ServedLife {
 public:
  /// What of all records a small answer needs, without the records.
  struct Overview {
    Config config;
    Assignment assignment;
    /// What a source tells of, by its path as it is written; the last day is no later than today.
    struct Share {
      std::uint64_t records = 0;
      std::optional<DateRange> days;
    };
    std::map<std::string, Share> sources;
    Overview(Life& life, Date today);
    Overview(const Overview&) = delete;
    Overview& operator=(const Overview&) = delete;

   private:
    Overview(Life& life, const Timeline& timeline, Date today);
  };

  /// `folder`: of a life that is there.
  explicit ServedLife(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path cache_folder() const { return folder_ / ".hoego"; }
  /// Another word whenever an answer may be another one: what was derived in the index, the owner's files,
  /// the day, the program. It means the same to the next process.
  std::string generation();
  /// The same of the records and whose they are alone: promises, notes and texts change nothing.
  std::string records_generation();
  /// Whether another process brings the index up to date.
  bool is_importing();
  /// The sync that is asked for here.
  ServedSync& sync() { return sync_; }

  /// Has the life used by this thread. Throws Refusal: 503 where the folder or the index is not to be had
  /// now.
  Response with_life(const std::function<Response(Life&)>& use);
  /// The same, with the records derived anew where something changed, one thread at a time. While another
  /// process imports, what is committed is what there is.
  Response with_fresh_life(const std::function<Response(Life&)>& use);
  /// As the records are now; while another process imports, as they were before.
  std::shared_ptr<const Overview> overview(Life& life);
  std::shared_ptr<const LifeCatalogue> catalogue(Life& life);

 private:
  void require_folder() const;
  Life open() const;
  std::string owner_files() const;
  Date day();

  std::filesystem::path folder_;
  std::filesystem::path index_;
  std::string program_;  ///< which one works it out: another version may find otherwise
  ServedSync sync_;
  std::mutex watching_;
  IndexWatch watch_;
  std::string config_of_;
  Config config_;
  std::timed_mutex working_;  ///< held for what takes long
  std::mutex overviewing_;
  std::string overview_of_;
  std::shared_ptr<const Overview> overview_;
  std::mutex cataloguing_;
  std::string catalogue_of_;
  std::shared_ptr<const LifeCatalogue> catalogue_;
};

}  // namespace hoego
