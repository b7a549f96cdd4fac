#include "model/http.h"

#include <curl/curl.h>

#include <memory>
#include <optional>

#include "base/error.h"
#include "base/letters.h"

namespace hoego {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int glance = 100;  // milliseconds between two looks at the clock

/// What a running request has seen.
struct Exchange {
  const std::function<Receive(std::string_view)>* receive = nullptr;
  HttpAnswer answer;
  std::optional<Receive> stopped;  ///< Enough or TooMuch
  std::optional<Clock::time_point> last_byte;
};

std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  exchange.last_byte = Clock::now();
  const Receive said = (*exchange.receive)({bytes, size * count});
  if (said == Receive::More) return size * count;
  exchange.stopped = said;
  return 0;  // ends the transfer
}

std::string header_value(std::string_view line, std::string_view name) {
  if (line.size() <= name.size() || line[name.size()] != ':') return {};
  if (small_letters(line.substr(0, name.size())) != name) return {};
  line.remove_prefix(name.size() + 1);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' '))
    line.remove_suffix(1);
  return clipped(std::string(line), 500);
}

std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* user) {
  HttpAnswer& answer = static_cast<Exchange*>(user)->answer;
  const std::string_view line(bytes, size * count);
  if (auto value = header_value(line, "retry-after"); !value.empty()) answer.retry_after = std::move(value);
  if (auto value = header_value(line, "location"); !value.empty()) answer.location = std::move(value);
  return line.size();
}

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Headers headers_of(const HttpRequest& request) {
  curl_slist* list = nullptr;
  list = curl_slist_append(list, "Content-Type: application/json");
  list = curl_slist_append(list, "Accept: text/event-stream, application/json");
  list = curl_slist_append(list, "Expect:");
  if (!request.bearer.empty())
    list = curl_slist_append(list, ("Authorization: Bearer " + request.bearer).c_str());
  return {list, curl_slist_free_all};
}

void set_up(CURL* easy, const HttpRequest& request, const Deadlines& deadlines, curl_slist* headers,
            Exchange& exchange) {
  const auto set = [easy](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  set(CURLOPT_POSTFIELDS, request.body.c_str());
  set(CURLOPT_HTTPHEADER, headers);
  set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));  // a proxy is not told the key
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_USERAGENT, "hoego");
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(deadlines.connect.count()));
  set(CURLOPT_NOSIGNAL, 1L);
  if (request.url.rfind("http:", 0) == 0) set(CURLOPT_NOPROXY, "*");
  set(CURLOPT_WRITEFUNCTION, on_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(&exchange));
}

HttpEnd end_of(CURLcode code, const Exchange& exchange) {
  if (exchange.stopped) return *exchange.stopped == Receive::Enough ? HttpEnd::Whole : HttpEnd::TooMuch;
  switch (code) {
    case CURLE_OK:
      return HttpEnd::Whole;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return HttpEnd::NotTrusted;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:  // the only one that is left to the client is that of connecting
    case CURLE_SSL_CONNECT_ERROR:
      return HttpEnd::NotConnected;
    default:
      return HttpEnd::Cut;
  }
}

/// What has taken too long by now.
std::optional<HttpEnd> overdue(const Exchange& exchange, const Deadlines& deadlines,
                               Clock::time_point begun) {
  const auto now = Clock::now();
  if (now - begun > deadlines.whole) return HttpEnd::TooLong;
  if (!exchange.last_byte && now - begun > deadlines.connect + deadlines.first_byte) return HttpEnd::NoAnswer;
  if (exchange.last_byte && now - *exchange.last_byte > deadlines.idle) return HttpEnd::FellSilent;
  return std::nullopt;
}

}  // namespace

HttpAnswer post(const HttpRequest& request, const Deadlines& deadlines,
                const std::function<Receive(std::string_view)>& receive,
                const std::function<bool()>& cancelled) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), curl_easy_cleanup);
  const std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi(curl_multi_init(), curl_multi_cleanup);
  if (!easy || !multi)
    throw Error("the HTTP client does not start", "libcurl", "free some memory and try again");
  Exchange exchange;
  exchange.receive = &receive;
  const Headers headers = headers_of(request);
  set_up(easy.get(), request, deadlines, headers.get(), exchange);
  curl_multi_add_handle(multi.get(), easy.get());
  const auto begun = Clock::now();
  for (;;) {
    int running = 0;
    curl_multi_perform(multi.get(), &running);
    int left = 0;
    if (const CURLMsg* message = curl_multi_info_read(multi.get(), &left); message != nullptr) {
      exchange.answer.end = end_of(message->data.result, exchange);
      if (message->data.result != CURLE_OK)
        exchange.answer.trouble = curl_easy_strerror(message->data.result);
      break;
    }
    if (cancelled()) {
      exchange.answer.end = HttpEnd::Cancelled;
      break;
    }
    if (const auto late = overdue(exchange, deadlines, begun)) {
      exchange.answer.end = *late;
      break;
    }
    curl_multi_poll(multi.get(), nullptr, 0, glance, nullptr);
  }
  long status = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
  exchange.answer.status = static_cast<int>(status);
  curl_multi_remove_handle(multi.get(), easy.get());
  return std::move(exchange.answer);
}

}  // namespace hoego
