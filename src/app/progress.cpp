#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace hoego {
namespace {

std::string time_left(const Progress& progress, double rate) {
  if (progress.walking || rate <= 0) return "";
  const auto seconds = std::lround(static_cast<double>(progress.total - progress.done) / rate);
  if (seconds < 60) return fmt::format(", {} s left", seconds);
  if (seconds < 3600) return fmt::format(", {} min left", (seconds + 59) / 60);
  return fmt::format(", {} h {} min left", seconds / 3600, seconds / 60 % 60);
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const Progress& progress) {
  if (!terminal_) return;
  const double rate = progress.seconds > 0 ? static_cast<double>(progress.done) / progress.seconds : 0;
  fmt::print(stderr, "\r\033[K{} of {}{} read, {:.0f}/s{}", progress.done, progress.total,
             progress.walking ? "+" : "", rate, time_left(progress, rate));
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) fmt::print(stderr, "\r\033[K");
  shown_ = false;
}

}  // namespace hoego
