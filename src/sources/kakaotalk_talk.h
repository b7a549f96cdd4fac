#pragma once
#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>

#include "base/civil.h"

namespace hoego::kakaotalk {

/// One message, whole.
struct Message {
  WallTime at;
  std::string sender;          ///< as the export names its writer
  std::string text;            ///< lines divided by a newline; at most `max_text_bytes`
  std::size_t characters = 0;  ///< code points but blanks, of the whole text
  std::size_t line = 0;        ///< where it begins, from 1

  static constexpr std::size_t max_text_bytes = std::size_t{256} << 10;
  /// Adds a line to the text.
  void append(std::string_view more);
};

/// What a person sends that is no text, by the words which the export puts in its place.
struct Media {
  enum class Type { Text, Photo, Video, Emoticon, File };
  Type type = Type::Text;
  int count = 1;
};
Media media_of(const std::string& text);

/// What reading a chat came to, besides its messages.
struct Reading {
  std::size_t messages = 0;
  std::size_t pasted = 0;        ///< lines like messages of an earlier time: text that someone pasted
  std::size_t pasted_line = 0;   ///< the first of them
  std::size_t undated = 0;       ///< messages above any day, which have no date
  std::size_t undated_line = 0;  ///< the first of them
  std::size_t broken = 0;        ///< rows of a table that are none
  std::size_t broken_line = 0;   ///< the first of them
};

/// False stops the reading.
using Hearer = std::function<bool(Message&&)>;

/// Gives a whole message on, unless it is empty, deleted or the program's own; false when the hearer has
/// enough.
bool hand_on(Message&& message, const Hearer& hear, Reading& reading);

/// Reads an exported text and hands out the messages of people, in order, never earlier than the one before.
/// A line that looks like a message but tells an earlier time (by five minutes or more), or a day after
/// `saved`, is text that someone pasted into a message. Deleted messages and what the program itself says are
/// left out.
Reading read_text(std::istream& in, std::optional<WallTime> saved, const Hearer& hear);

/// The same of a table with the columns Date, User, Message (RFC 4180). A row is at most 256 KiB: a quote
/// that is not closed within that costs its line.
Reading read_table(std::istream& in, const Hearer& hear);

}  // namespace hoego::kakaotalk
