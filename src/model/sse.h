#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace hoego {

/// Reads a stream of server-sent events (WHATWG HTML, 9.2.6) that arrives in pieces of any size. Only the
/// data of events is of use here; names, ids and comments are passed over. Memory is bounded.
class EventReader {
 public:
  using Event = std::function<void(std::string_view data)>;

  /// `most`: bytes of a line, and of the data of an event.
  explicit EventReader(std::size_t most) : most_(most) {}

  /// Calls `event` for each event that a blank line ended. False, and nothing more is read, once a line or an
  /// event is longer than `most`.
  bool feed(std::string_view bytes, const Event& event);
  /// The stream ended: an event that no blank line ended is given as well, unlike the standard has it, since
  /// servers leave the last one out.
  void finish(const Event& event);

 private:
  void end_line(const Event& event);
  void dispatch(const Event& event);

  std::size_t most_;
  std::string line_;
  std::string data_;
  bool has_data_ = false;
  bool after_return_ = false;  ///< the last byte was a carriage return, which a line feed may follow
  bool first_ = true;          ///< a byte order mark may stand here
  bool too_long_ = false;
};

}  // namespace hoego
