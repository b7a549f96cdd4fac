#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sources/input.h"

namespace hoego::mail {

/// Whether a line stands between two messages of an mbox: `From SENDER Fri Mar 15 10:02:11 2024`
/// (RFC 4155). The first line of a patch by `git format-patch` is none.
bool is_separator(std::string_view line);

/// The messages of an mbox, one at a time: a separator after a blank line begins one; of lines that begin
/// with `>From ` (mboxo) or `>>From ` (mboxrd) one `>` is taken away.
class MailBox {
 public:
  /// What a message has beyond this is passed over.
  static constexpr std::size_t max_message_bytes = std::size_t{32} << 20;

  /// `input` is borrowed.
  explicit MailBox(Input& input) : input_(input) {}

  struct Item {
    std::uint64_t offset = 0;  ///< where its first header begins
    std::string bytes;
    bool cut = false;  ///< it was longer than is read
  };
  /// False at the end.
  bool next(Item& item);

 private:
  struct Piece {
    std::string_view bytes;   ///< with its newline
    bool begins_line = true;  ///< false for what follows of a line of more than 256 KiB
  };
  bool next_piece(Piece& piece);

  Input& input_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t read_ = 0;  ///< bytes of the input that went into the buffer
  bool ended_ = false;
  bool within_line_ = false;
  bool pending_ = false;  ///< a separator was read that begins the next message
};

}  // namespace hoego::mail
