#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/budget.h"
#include "model/http.h"
#include "model/sse.h"

namespace hoego {

/// Why the model stopped.
enum class Finish { NotSaid, Stop, Length, Filtered, Tools, Other };

/// What a chat completion said.
struct ChatAnswer {
  std::string text;  ///< clean UTF-8 (base/text.h), as the model wrote it
  Finish finish = Finish::NotSaid;
  std::optional<Usage> usage;  ///< where the endpoint states it
  std::string error;           ///< of a body that is an error, in the endpoint's words; may be empty
  bool ended = false;          ///< "[DONE]", a finish_reason, or a whole answer in one piece was seen
  bool thought = false;        ///< there was reasoning beside the text, which is left out
  bool called_tools = false;   ///< tools were called, which are never run
  bool too_much = false;       ///< it went on beyond what an answer may hold
  int unreadable = 0;          ///< pieces that are no JSON, passed over
};

/// Reads the body of an answer to POST /v1/chat/completions in pieces of any size: a stream of events, one
/// JSON document, or an error in whatever form servers give it. Anything may come: memory is bounded, nothing
/// fails. The first choice alone is read.
class ChatReader {
 public:
  static constexpr std::size_t most_body = 32U << 20U;   ///< bytes of the whole body
  static constexpr std::size_t most_piece = 1U << 20U;   ///< of one event, and of an answer in one piece
  static constexpr std::size_t most_text = 512U << 10U;  ///< of what the model wrote

  ChatReader() : events_(most_piece) {}

  Receive feed(std::string_view bytes);
  /// After the last piece.
  ChatAnswer finish();

 private:
  enum class Form { Unknown, Events, Document };

  void read_event(std::string_view data);
  void read_json(std::string_view text);

  EventReader events_;
  Form form_ = Form::Unknown;
  std::string document_;
  std::string raw_;  ///< the text as it came, in which a character may still be halved
  std::size_t seen_ = 0;
  bool done_ = false;
  ChatAnswer answer_;
};

}  // namespace hoego
