#include "model/client.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/letters.h"
#include "base/text.h"

namespace hoego {

/// One request that was sent, and all that is known of it.
struct ModelClient::Attempt {
  HttpAnswer http;
  ChatAnswer chat;
  std::string beginning;    ///< of the body, for an error that is no JSON
  std::int64_t prompt = 0;  ///< tokens, estimated

  bool succeeded() const { return http.status >= 200 && http.status < 300; }
};

namespace {

constexpr std::size_t beginning_kept = 2000;

Ending ending_of(const HttpAnswer& http, const ChatAnswer& chat) {
  if (http.end == HttpEnd::Cancelled) return Ending::Cancelled;
  if (chat.too_much || http.end == HttpEnd::TooMuch) return Ending::TooMuch;
  if (!chat.error.empty()) return Ending::BrokeOff;
  if (chat.finish == Finish::Length) return Ending::Length;
  if (chat.finish == Finish::Filtered) return Ending::Filtered;
  return chat.ended ? Ending::Whole : Ending::BrokeOff;
}

std::string trouble_of(const HttpAnswer& http, const ChatAnswer& chat) {
  if (!chat.error.empty()) return chat.error;
  switch (http.end) {
    case HttpEnd::FellSilent:
      return "the endpoint fell silent";
    case HttpEnd::TooLong:
      return "the whole took too long";
    case HttpEnd::Cut:
      return "the connection was cut";
    default:
      return "the stream ended without its end";
  }
}

}  // namespace

ModelClient::ModelClient(Endpoint endpoint, std::optional<ApiKey> key, std::string model, Deadlines deadlines,
                         BackOff back_off, ClientHooks hooks)
    : endpoint_(std::move(endpoint)),
      key_(std::move(key)),
      model_(std::move(model)),
      deadlines_(deadlines),
      back_off_(back_off),
      hooks_(std::move(hooks)) {}

ModelClient::Attempt ModelClient::send(const ChatRequest& request) {
  Attempt attempt;
  ChatReader reader;
  std::size_t seen = 0;
  HttpRequest http{endpoint_.url, request_body(request, dialect_), key_ ? key_->secret : std::string()};
  attempt.prompt = estimated_tokens(request.messages);
  attempt.http = post(
      http, deadlines_,
      [&](std::string_view bytes) {
        if (attempt.beginning.size() < beginning_kept) attempt.beginning += bytes.substr(0, beginning_kept);
        seen += bytes.size();
        hooks_.progress(seen);
        return reader.feed(bytes);
      },
      hooks_.cancelled);
  attempt.chat = reader.finish();
  return attempt;
}

Completion ModelClient::ask(ChatRequest request) {
  request.model = model_;
  for (int sent = 1;; ++sent) {
    Attempt attempt = send(request);
    const bool answered = attempt.succeeded() && !trim(attempt.chat.text).empty();
    if (answered) {
      Completion completion;
      completion.ending = ending_of(attempt.http, attempt.chat);
      completion.usage =
          attempt.chat.usage.value_or(Usage{attempt.prompt, estimated_tokens(attempt.chat.text), false});
      completion.trouble = without_key(trouble_of(attempt.http, attempt.chat));
      completion.called_tools = attempt.chat.called_tools;
      completion.text = std::move(attempt.chat.text);
      return completion;
    }
    const int status = attempt.http.status;
    if (attempt.http.end == HttpEnd::Whole && (status == 400 || status == 422)) {
      if (const auto other = other_dialect(dialect_, attempt.beginning)) {
        dialect_ = *other;
        hooks_.say("the endpoint does not know a parameter; sending without it");
        continue;
      }
    }
    if (!wait_to_send_again(attempt, sent)) give_up(attempt);
  }
}

bool ModelClient::wait_to_send_again(const Attempt& attempt, int sent) {
  if (attempt.http.end == HttpEnd::Cancelled || attempt.succeeded()) return false;
  const auto wait = back_off_.wait(attempt.http.status, sent, attempt.http.retry_after, hooks_.now());
  if (!wait || !hooks_.wait) return false;
  hooks_.say(
      fmt::format("the endpoint answered {}; sending again in {} s", attempt.http.status, wait->count()));
  return hooks_.wait(*wait);
}

std::string ModelClient::without_key(std::string text) const {
  if (!key_) return text;
  const std::string& secret = key_->secret;
  for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at))
    text.replace(at, secret.size(), "[key]");
  return text;
}

void ModelClient::give_up(const Attempt& attempt) const {
  const bool cancelled = attempt.http.end == HttpEnd::Cancelled || hooks_.cancelled();
  if (cancelled) throw Error("cancelled before anything came", endpoint_.url, "nothing was written");
  if (attempt.http.status == 0 || attempt.succeeded()) give_up_connection(attempt);
  give_up_status(attempt);
}

/// The endpoint could not be spoken with, or said nothing.
void ModelClient::give_up_connection(const Attempt& attempt) const {
  switch (attempt.http.end) {
    case HttpEnd::NotConnected:
      throw Error("no connection: " + attempt.http.trouble, endpoint_.url,
                  endpoint_.loopback ? "is the server running, and on this port?"
                                     : "check the address and the network");
    case HttpEnd::NotTrusted:
      throw Error(
          "its certificate is not to be trusted: " + attempt.http.trouble, endpoint_.url,
          "nothing was sent; check the address, and the certificates of this machine (ca-certificates)");
    case HttpEnd::NoAnswer:
    case HttpEnd::FellSilent:
    case HttpEnd::TooLong:
      throw Error("no answer in time", endpoint_.url,
                  "a model that is being loaded may need longer: --timeout SECONDS");
    default:
      break;
  }
  const ChatAnswer& chat = attempt.chat;
  if (!chat.error.empty()) throw Error(without_key(chat.error), endpoint_.url, "see the server's log");
  if (chat.too_much)
    throw Error("an answer without an end and without a text", endpoint_.url, "is this a chat model?");
  if (chat.called_tools)
    throw Error("the model called tools instead of writing", endpoint_.url,
                "take a model for chats; tools are never run");
  if (chat.thought && chat.finish == Finish::Length)
    throw Error("the model thought until its tokens were spent", endpoint_.url, "raise --max-tokens");
  if (attempt.http.end == HttpEnd::Cut)
    throw Error("the connection was cut before anything came", endpoint_.url, "try again");
  if (chat.unreadable > 0)
    throw Error("what came is no chat completion: " + without_key(clipped(clean_text(attempt.beginning))),
                endpoint_.url, "the endpoint is the address before /chat/completions");
  throw Error("an empty answer", endpoint_.url, "try again, or another model");
}

/// The endpoint refused.
void ModelClient::give_up_status(const Attempt& attempt) const {
  const int status = attempt.http.status;
  std::string said =
      attempt.chat.error.empty() ? clipped(clean_text(attempt.beginning), 200) : attempt.chat.error;
  said = without_key(said.empty() ? std::string("without a word") : said);
  const std::string what = fmt::format("the endpoint answered {}: {}", status, said);
  if (status >= 300 && status < 400)
    throw Error(fmt::format("the endpoint sends elsewhere: {}",
                            without_key(clipped(clean_text(attempt.http.location), 200))),
                endpoint_.url,
                "nobody is followed with a key and a year; name that address yourself if you trust it");
  if (status == 401 || status == 403) {
    const std::string remedy =
        key_ ? fmt::format("the key of {} is refused: is it for this endpoint?", key_->variable)
             : "it wants a key: set HOEGO_API_KEY (it is sent over https, or to this machine, alone)";
    throw Error(what, endpoint_.url, remedy);
  }
  if (status == 404) {
    const bool versioned = endpoint_.url.find("/v1/") != std::string::npos;
    throw Error(what, endpoint_.url,
                fmt::format("is there a model \"{}\"? {}", clipped(model_),
                            versioned ? "The endpoint is the address before /chat/completions"
                                      : "On most servers the endpoint ends in /v1"));
  }
  if (status == 429)
    throw Error(what, endpoint_.url,
                attempt.http.retry_after.empty()
                    ? "wait, or look at the limits of the account"
                    : fmt::format("it asks to wait: {}", clipped(clean_text(attempt.http.retry_after))));
  throw Error(what, endpoint_.url, status >= 500 ? "try again later" : "see what the endpoint says");
}

}  // namespace hoego
