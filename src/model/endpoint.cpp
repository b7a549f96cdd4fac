#include "model/endpoint.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "base/error.h"
#include "base/letters.h"

namespace hoego {
namespace {

constexpr std::string_view completions = "/chat/completions";
constexpr std::size_t longest_address = 2048;
constexpr std::size_t longest_key = 4096;

[[noreturn]] void refuse(const std::string& what, const std::string& remedy) {
  throw UsageError(what, "--endpoint", remedy);
}

/// The client's own reader of addresses: what is judged here is what is connected to.
class Address {
 public:
  explicit Address(const std::string& text) : url_(curl_url(), curl_url_cleanup) {
    const bool read = url_ && text.size() <= longest_address &&
                      std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; }) &&
                      curl_url_set(url_.get(), CURLUPART_URL, text.c_str(),
                                   CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
    if (!read)
      refuse("this is no address of an endpoint, or it holds a name and password",
             "write it as http://127.0.0.1:8080/v1 or https://host/v1; a key belongs in HOEGO_API_KEY");
  }

  std::string part(CURLUPart part) const {
    char* text = nullptr;
    if (curl_url_get(url_.get(), part, &text, 0) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
    return text;
  }
  void set_path(const std::string& path) { curl_url_set(url_.get(), CURLUPART_PATH, path.c_str(), 0); }

 private:
  std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url_;
};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string completions_path(std::string path) {
  while (!path.empty() && path.back() == '/') path.pop_back();
  if (path.empty()) path = "/v1";
  return ends_with(path, completions) ? path : path + std::string(completions);
}

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  return host.substr(0, 4) == "127." &&
         std::all_of(host.begin(), host.end(), [](char c) { return is_digit(c) || c == '.'; });
}

std::string without_brackets(std::string host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return host;
}

/// Keys of one house, and the host they are for.
struct HouseKey {
  const char* variable;
  std::string_view host;
};
constexpr std::array<HouseKey, 2> house_keys = {
    {{"OPENAI_API_KEY", "api.openai.com"}, {"HF_TOKEN", "router.huggingface.co"}}};

ApiKey checked(std::string secret, const char* variable) {
  const bool sound = secret.size() <= longest_key &&
                     std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (!sound)
    throw UsageError("the key holds blanks, control characters or letters that no key has", variable,
                     "set it again, without quotes or line ends in it");
  return {std::move(secret), variable};
}

}  // namespace

Endpoint endpoint_from(const std::string& address, PlainHttp allowed) {
  Address read(address);
  const std::string scheme = read.part(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https")
    refuse(fmt::format("\"{}\" is not spoken here", clipped(scheme)),
           "http:// on this machine, https:// elsewhere");
  if (!read.part(CURLUPART_QUERY).empty() || !read.part(CURLUPART_FRAGMENT).empty())
    refuse("an address with ? or #", "give the address alone; a key belongs in HOEGO_API_KEY");
  read.set_path(completions_path(read.part(CURLUPART_PATH)));

  Endpoint endpoint;
  endpoint.url = read.part(CURLUPART_URL);
  endpoint.host = small_letters(without_brackets(read.part(CURLUPART_HOST)));
  endpoint.tls = scheme == "https";
  endpoint.loopback = is_loopback(endpoint.host);
  if (!endpoint.tls && !endpoint.loopback && allowed == PlainHttp::LoopbackOnly)
    refuse(fmt::format("plain http to {}: anybody on the way could read the year", endpoint.host),
           "use https://, or --insecure on a network that you trust (without a key)");
  return endpoint;
}

std::optional<ApiKey> api_key(const Endpoint& endpoint,
                              const std::function<std::optional<std::string>(const char*)>& environment) {
  if (!endpoint.tls && !endpoint.loopback) return std::nullopt;
  const auto own = environment("HOEGO_API_KEY");
  if (own && !own->empty()) return checked(*own, "HOEGO_API_KEY");
  for (const HouseKey& house : house_keys) {
    if (!endpoint.tls || endpoint.host != house.host) continue;
    const auto secret = environment(house.variable);
    if (secret && !secret->empty()) return checked(*secret, house.variable);
  }
  return std::nullopt;
}

}  // namespace hoego
