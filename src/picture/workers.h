#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "picture/job.h"

namespace hoego {

/// Makes pictures small in processes of their own, since their bytes are foreign: this very program, run as
/// `picture-worker FD`, a picture at a time. One that crashes or takes too long is killed, and costs that
/// picture alone. Safe with threads.
class PictureWorkers {
 public:
  struct Limits {
    std::size_t processes = 2;
    std::chrono::milliseconds one_picture{15'000};
    std::chrono::milliseconds queue{20'000};  ///< how long one waits for a process that is free
  };

  PictureWorkers();
  explicit PictureWorkers(Limits limits);
  /// Ends the processes; nobody may wait for a picture any more.
  ~PictureWorkers();
  PictureWorkers(const PictureWorkers&) = delete;
  PictureWorkers& operator=(const PictureWorkers&) = delete;

  /// A JPEG. Throws PictureError.
  std::string small(const PictureJob& job);

 private:
  class Process;
  std::unique_ptr<Process> take();
  void give_back(std::unique_ptr<Process> process);

  Limits limits_;
  std::mutex mutex_;
  std::condition_variable news_;
  std::vector<std::unique_ptr<Process>> idle_;
  std::size_t busy_ = 0;
};

}  // namespace hoego
