#pragma once
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace hoego::truth {

/// What `work` gives for 0 .. count-1, in that order, done by two threads: whatever is summed up from it is
/// the same, bit by bit, as with one.
template <class Result>
std::vector<Result> side_by_side(int count, const std::function<Result(int)>& work) {
  std::vector<Result> results(static_cast<std::size_t>(count));
  std::atomic<int> next = 0;
  const auto take_turns = [&] {
    for (int n = next++; n < count; n = next++) results[static_cast<std::size_t>(n)] = work(n);
  };
  std::thread other(take_turns);
  take_turns();
  other.join();
  return results;
}

}  // namespace hoego::truth
