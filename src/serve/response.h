#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace hoego {

/// Sends bytes; false: nobody is there any more who wants them.
using Send = std::function<bool(std::string_view)>;

/// A body of known length that is never in memory as a whole. Any range of it can be asked for.
struct Content {
  std::uint64_t size = 0;
  /// Sends exactly the bytes from `offset` on, `count` of them; false, or an exception, ends the connection.
  std::function<bool(std::uint64_t offset, std::uint64_t count, const Send& send)> give;
};

/// A body that goes on until it ends, such as server-sent events.
struct EndlessContent {
  /// Called again and again; false: that was all.
  std::function<bool(const Send& send)> next;
};

/// What a browser may keep of an answer.
enum class Caching {
  Nothing,    ///< a life is private: it lies on no disk but where its owner put it
  AskAlways,  ///< it may be kept, and is asked for again each time
};

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::variant<std::string, Content, EndlessContent> body;
  std::string etag;  ///< strong, with its quotes; empty: none
  Caching caching = Caching::Nothing;
  std::map<std::string, std::string> headers;  ///< more of them, or others than the usual ones
};

}  // namespace hoego
