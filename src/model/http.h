#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

/// The one place in the program from which a connection goes out.
namespace hoego {

using Milliseconds = std::chrono::milliseconds;

/// How long one request may take.
struct Deadlines {
  Milliseconds connect{10'000};
  Milliseconds first_byte{300'000};  ///< of the answer's body: a model may have to be loaded first
  Milliseconds idle{90'000};         ///< between two pieces of it
  Milliseconds whole{1'800'000};
};

struct HttpRequest {
  std::string url;
  std::string body;    ///< JSON
  std::string bearer;  ///< empty: none; never told in an error
};

/// What the receiver of a body says to the piece it got.
enum class Receive { More, Enough, TooMuch };

enum class HttpEnd {
  Whole,         ///< the answer ended, or the receiver had enough
  Cut,           ///< the connection ended before the answer did
  NotConnected,  ///< no name, nobody there, or not in time
  NotTrusted,    ///< the certificate is not that of the host, or of nobody known
  NoAnswer,      ///< no byte in time
  FellSilent,    ///< no further byte in time
  TooLong,       ///< longer than the whole may take
  TooMuch,       ///< the receiver refused to read on
  Cancelled
};

struct HttpAnswer {
  HttpEnd end = HttpEnd::Whole;
  int status = 0;           ///< 0: none came
  std::string retry_after;  ///< header, as it came; may be empty
  std::string location;     ///< of a redirect, as it came; it is never followed
  std::string trouble;      ///< of a connection that failed, in the client's words
};

/// Sends a POST and hands over the body as it arrives, whatever the status. Redirects are not followed, no
/// cookies are kept, no credentials are looked for elsewhere, certificates are checked. Over https the
/// machine's proxy is used (https_proxy, no_proxy), which sees the host alone; over http none is.
/// `cancelled` is asked ten times a second.
HttpAnswer post(const HttpRequest& request, const Deadlines& deadlines,
                const std::function<Receive(std::string_view)>& receive,
                const std::function<bool()>& cancelled);

}  // namespace hoego
