#pragma once
#include <cstdint>
#include <string>

#include "model/endpoint.h"
#include "model/sending.h"

namespace hoego {

/// What is about to leave the machine.
struct AboutToSend {
  const Endpoint& endpoint;
  const std::optional<ApiKey>& key;
  std::string model;
  Sent sent;
  Period period;
  std::size_t times = 1;  ///< prompts for which it is sent
  std::size_t findings = 0;
  std::int64_t tokens = 0;  ///< of one request, estimated
};

/// It in words, for the person who is to agree. The key is named by its variable.
std::string sending_notice(const AboutToSend& about, Language language);

}  // namespace hoego
