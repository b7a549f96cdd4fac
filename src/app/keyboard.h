#pragma once
#include <csignal>
#include <optional>
#include <string>

namespace hoego {

/// Standard input, line by line, typed or piped. While it lives, Ctrl-C does not end the program: it ends the
/// input, after whatever is being done.
class Keyboard {
 public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  /// The next line without its end; nothing at the end of the input, and from then on.
  std::optional<std::string> line();
  bool ended() const { return ended_; }
  bool is_terminal() const { return terminal_; }

 private:
  bool fill();

  sigset_t before_;
  int signals_ = -1;
  bool terminal_ = false;
  bool ended_ = false;
  std::string read_;  ///< and not yet given
};

}  // namespace hoego
