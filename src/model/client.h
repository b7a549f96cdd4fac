#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "model/back_off.h"
#include "model/chat.h"
#include "model/chat_reader.h"
#include "model/endpoint.h"
#include "model/http.h"

namespace hoego {

/// What the client asks of whoever runs it. All are called on the caller's thread.
struct ClientHooks {
  std::function<bool()> cancelled = [] { return false; };
  /// Waits; false if cancelled meanwhile.
  std::function<bool(Milliseconds)> wait;
  /// Seconds since 1970, for a Retry-After that is a date.
  std::function<std::int64_t()> now = [] { return std::int64_t{0}; };
  /// A line for the person: a wait, a request that is sent again.
  std::function<void(const std::string&)> say = [](const std::string&) {};
  /// Characters of the answer so far.
  std::function<void(std::size_t)> progress = [](std::size_t) {};
};

/// How an answer came to its end.
enum class Ending {
  Whole,
  Length,    ///< it reached the most tokens it may have
  Filtered,  ///< the endpoint's filter stopped it
  BrokeOff,  ///< the connection or the stream ended before it did, or it took too long
  TooMuch,   ///< it did not stop by itself
  Cancelled
};

/// An answer with something in it.
struct Completion {
  std::string text;
  Ending ending = Ending::Whole;
  Usage usage;
  std::string trouble;  ///< of BrokeOff: what happened, in a few words
  bool called_tools = false;
};

/// One model at one endpoint.
class ModelClient {
 public:
  ModelClient(Endpoint endpoint, std::optional<ApiKey> key, std::string model, Deadlines deadlines,
              BackOff back_off, ClientHooks hooks);

  /// Asks, and waits for the whole answer; sends the request again where the endpoint could not serve it just
  /// then, and in another dialect where it does not know a word of it. What came before a connection broke or
  /// the person cancelled is kept. Throws Error, with what to do, where nothing came at all; the key is in
  /// none of its words.
  Completion ask(ChatRequest request);

  const Endpoint& endpoint() const { return endpoint_; }
  const std::string& model() const { return model_; }

 private:
  struct Attempt;

  Attempt send(const ChatRequest& request);
  bool wait_to_send_again(const Attempt& attempt, int sent);
  std::string without_key(std::string text) const;
  [[noreturn]] void give_up(const Attempt& attempt) const;
  [[noreturn]] void give_up_connection(const Attempt& attempt) const;
  [[noreturn]] void give_up_status(const Attempt& attempt) const;

  Endpoint endpoint_;
  std::optional<ApiKey> key_;
  std::string model_;
  Deadlines deadlines_;
  BackOff back_off_;
  ClientHooks hooks_;
  ChatDialect dialect_;
};

}  // namespace hoego
