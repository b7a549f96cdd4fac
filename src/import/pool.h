#pragma once
#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "import/protocol.h"
#include "record/issue.h"

namespace hoego {

/// A unit for a reader, and the number by which its importer knows it.
struct PoolJob {
  std::uint64_t number = 0;
  ReaderJob job;
  bool heavy = false;  ///< may take long: nothing waits behind it
};

/// What the readers have to say; every payload is still hostile bytes. For one job: items, then exactly one
/// of `done`, `failed` and `lost`.
class PoolListener {
 public:
  virtual ~PoolListener() = default;
  /// An observation, issue or coverage claim, encoded.
  virtual void item(std::uint64_t job, FrameType type, std::string_view payload) = 0;
  virtual void done(std::uint64_t job) = 0;
  virtual void failed(std::uint64_t job, const Issue& issue) = 0;
  /// The reader was lost at it. The job may be submitted again, with more to skip.
  virtual void lost(PoolJob job, const Issue& issue) = 0;
  /// The items that follow are of this unit inside the job's.
  virtual void member(std::uint64_t job, const MemberNote& note) = 0;
  /// The last `member` could not be read.
  virtual void member_failed(std::uint64_t job, const Issue& issue) = 0;
};

/// The reader processes: this very program, run as `worker FD`. One that crashes, says nothing for too long
/// or talks nonsense is killed; the unit it was at fails, and what waited behind that is read by another.
class ReaderPool {
 public:
  struct Limits {
    int processes = 1;
    std::chrono::milliseconds stall{60'000};
    std::uint64_t memory = 0;
    std::uint64_t most_items = 10'000'000;  ///< of one unit
  };

  ReaderPool(Limits limits, ReadOptions options, PoolListener& listener);
  /// Kills what still runs.
  ~ReaderPool();
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;

  void submit(PoolJob job) { queue_.push_back(std::move(job)); }
  std::size_t waiting() const { return queue_.size(); }
  bool idle() const;
  /// Hands out jobs, waits at most so long for news and tells them. Throws Error where no reader can be
  /// started.
  void pump(std::chrono::milliseconds patience);

 private:
  struct Process;

  void hand_out();
  Process* least_busy();
  void start();
  void give(Process& process, PoolJob job);
  void write_to(Process& process);
  void read_from(Process& process);
  void take(Process& process, const Frame& frame);
  void take_item(Process& process, const Frame& frame);
  void take_message(Process& process, const Frame& frame);
  void end(Process& process, const std::string& reason);
  void check_stalls();

  Limits limits_;
  ReadOptions options_;
  PoolListener& listener_;
  std::deque<PoolJob> queue_;
  std::vector<std::unique_ptr<Process>> processes_;
};

}  // namespace hoego
