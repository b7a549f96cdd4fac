#include "app/interrupt.h"

#include <algorithm>
#include <thread>

namespace hoego {
namespace {

// A signal handler can reach nothing else.
std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void on_signal(int /*signal*/) {
  signalled = true;
}

}  // namespace

Interrupt::Interrupt() {
  signalled = false;
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &interrupt_before_);
  sigaction(SIGTERM, &action, &terminate_before_);
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  sigaction(SIGPIPE, &action, &pipe_before_);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &interrupt_before_, nullptr);
  sigaction(SIGTERM, &terminate_before_, nullptr);
  sigaction(SIGPIPE, &pipe_before_, nullptr);
}

bool Interrupt::wished() const {
  return signalled;
}

const std::atomic<bool>& Interrupt::wish() const {
  return signalled;
}

bool Interrupt::wait(std::chrono::milliseconds time) const {
  constexpr std::chrono::milliseconds glance(50);
  for (; time.count() > 0 && !wished(); time -= glance) std::this_thread::sleep_for(std::min(time, glance));
  return !wished();
}

}  // namespace hoego
