#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hoego {

/// How often, and after which waits, a request is sent again that the endpoint could not serve just then.
struct BackOff {
  int most = 4;                      ///< times it is sent again
  std::chrono::seconds first{1};     ///< doubled each time: one person's one request needs no jitter
  std::chrono::seconds longest{60};  ///< a server that asks for more is not waited for

  /// The wait before it is sent again after it was answered with `status` and `sent` attempts have been made;
  /// nothing where another one is of no use. 408, 429 and 5xx but 501 and 505 may pass. `retry_after` is the
  /// header (RFC 9110, 10.2.3), seconds or a date; `now` in seconds since 1970, for the date.
  std::optional<std::chrono::seconds> wait(int status, int sent, std::string_view retry_after,
                                           std::int64_t now) const;
};

/// Seconds to wait that a Retry-After header asks for; never negative. Nothing where it is neither form.
std::optional<std::chrono::seconds> asked_wait(std::string_view retry_after, std::int64_t now);

}  // namespace hoego
