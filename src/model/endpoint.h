#pragma once
#include <functional>
#include <optional>
#include <string>

namespace hoego {

/// Whether a connection that anybody on the way can read may be made to another machine.
enum class PlainHttp { LoopbackOnly, Anywhere };

/// Where a language model answers: the address of its chat completions, taken apart.
struct Endpoint {
  std::string url;   ///< whole, normalised: "https://host/v1/chat/completions"
  std::string host;  ///< lower case, without port and brackets
  bool tls = false;
  bool loopback = false;  ///< this machine: 127.0.0.0/8, ::1, localhost
};

/// `address` is what stands before "/chat/completions" ("http://127.0.0.1:8080/v1"), or the whole; without a
/// path "/v1" is taken. Throws UsageError for what is no http or https address, for a name, password, query
/// or fragment in it, and for plain http to another machine under LoopbackOnly.
Endpoint endpoint_from(const std::string& address, PlainHttp allowed);

/// A key, and the name of the variable it came from.
struct ApiKey {
  std::string secret;
  std::string variable;
};

/// The key for an endpoint: HOEGO_API_KEY; else OPENAI_API_KEY or HF_TOKEN, but each for its own host alone,
/// so that the key of one house is not carried to another. Nothing for plain http to another machine: a key
/// never travels where it can be read. Throws UsageError, without the key, where it holds what no key holds.
std::optional<ApiKey> api_key(const Endpoint& endpoint,
                              const std::function<std::optional<std::string>(const char*)>& environment);

}  // namespace hoego
