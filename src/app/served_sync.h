#pragma once
#include <sys/types.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace hoego {

/// The sync of a served life, one at a time: this very program, run as `sync --json`, so that whatever a sync
/// comes to (memory, a kill) is not the server's. Safe with threads.
class ServedSync {
 public:
  explicit ServedSync(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// Ends one that runs; the next goes on where it was.
  ~ServedSync();
  ServedSync(const ServedSync&) = delete;
  ServedSync& operator=(const ServedSync&) = delete;

  /// Begins one; one that runs goes on. Throws Error where no process can be started.
  void start();
  /// One that runs keeps what is whole and ends soon.
  void cancel();
  bool is_running() const;

  /// How far it is.
  struct Told {
    std::uint64_t number = 0;  ///< another one whenever something was told
    std::uint64_t run = 0;     ///< how many were begun
    std::string json;          ///< an object (doc/api.md, `GET /api/sync`); empty: none was begun
  };
  Told told() const;
  /// The same, as soon as it has another number than `known`, or after this time.
  Told told_after(std::uint64_t known, std::chrono::milliseconds patience) const;

 private:
  enum class IsOver { No, Yes };
  void run(std::array<int, 2> ends);
  void follow(int pipe, pid_t child);
  void tell(std::string json, IsOver over);
  bool is_cancelled() const;

  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  mutable std::condition_variable news_;
  Told told_;
  pid_t child_ = -1;  ///< -1: none runs; 0: one does that is not to be signalled
  bool cancelled_ = false;
  std::thread follower_;
};

}  // namespace hoego
