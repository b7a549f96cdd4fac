#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "analysis/all_time.h"
#include "app/served_life.h"

namespace hoego {

/// What checks are judged on, by one thread at a time.
struct CheckGround {
  Config config;
  Date today;
  Timeline timeline;
  Places atlas;
  AllTime all;  ///< of the members above

  CheckGround(Life& life, Date day);
  CheckGround(const CheckGround&) = delete;
  CheckGround& operator=(const CheckGround&) = delete;

  /// To be held while `all` is used: the patterns of the owner's rules are not to be shared between threads.
  std::unique_lock<std::mutex> hold() const { return std::unique_lock(in_use); }

  mutable std::mutex in_use;
};

/// What is typed on the page is held against this, many times a minute: made once of each generation of the
/// life, and let go when nobody has asked for a while, as it holds the records. Safe with threads. While
/// another process imports, as it was before. Throws as ServedLife does.
class EditingGrounds {
 public:
  /// Borrows the life.
  explicit EditingGrounds(ServedLife& life) : life_(life) {}

  std::shared_ptr<const CheckGround> of_checks();
  /// What is found in a year that has begun; throws UsageError for another.
  std::shared_ptr<const Findings> of_year(int year);
  /// Lets go what nobody has asked for in ten minutes.
  void let_go();

 private:
  template <class T>
  struct Latest {
    std::string of;          ///< what was asked
    std::string generation;  ///< of the life
    std::shared_ptr<const T> made;
    std::chrono::steady_clock::time_point used;
  };
  template <class T>
  std::shared_ptr<const T> kept(Latest<T>& latest, const std::string& of, const std::string& generation);
  template <class T>
  void keep(Latest<T>& latest, const std::string& of, const std::string& generation,
            std::shared_ptr<const T> made);

  ServedLife& life_;
  std::mutex mutex_;
  Latest<CheckGround> checks_;
  Latest<Findings> year_;
};

}  // namespace hoego
