#pragma once
#include <atomic>
#include <chrono>
#include <csignal>

namespace hoego {

/// While it lives, the first Ctrl-C (or SIGTERM) is a wish that one asks for; the second ends the program as
/// ever. A pipe that closed is an error of writing and no signal. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool wished() const;
  /// The same, for who looks often; valid as long as the program runs.
  const std::atomic<bool>& wish() const;
  /// Sleeps; false, at once, if it is wished meanwhile.
  bool wait(std::chrono::milliseconds time) const;

 private:
  struct sigaction interrupt_before_ {};
  struct sigaction terminate_before_ {};
  struct sigaction pipe_before_ {};
};

}  // namespace hoego
