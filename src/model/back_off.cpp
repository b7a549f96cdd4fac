#include "model/back_off.h"

#include <curl/curl.h>

#include <algorithm>
#include <string>

#include "base/letters.h"

namespace hoego {
namespace {

bool may_pass(int status) {
  return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
}

}  // namespace

std::optional<std::chrono::seconds> asked_wait(std::string_view retry_after, std::int64_t now) {
  constexpr std::size_t most_digits = 9;
  const std::string text(retry_after);
  if (is_digits(text)) return std::chrono::seconds(text.size() > most_digits ? 999'999'999 : std::stol(text));
  const auto date = static_cast<std::int64_t>(curl_getdate(text.c_str(), nullptr));
  if (text.empty() || date < 0) return std::nullopt;
  return std::chrono::seconds(std::max<std::int64_t>(0, date - now));
}

std::optional<std::chrono::seconds> BackOff::wait(int status, int sent, std::string_view retry_after,
                                                  std::int64_t now) const {
  if (!may_pass(status) || sent > most) return std::nullopt;
  std::chrono::seconds wait = first;
  for (int i = 1; i < sent && wait < longest; ++i) wait *= 2;
  wait = std::min(wait, longest);
  const auto asked = asked_wait(retry_after, now);
  if (!asked) return wait;
  if (*asked > longest) return std::nullopt;
  return std::max(wait, *asked);
}

}  // namespace hoego
