#pragma once
#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "sources/kakaotalk_stamp.h"

namespace hoego::kakaotalk {

/// The lines of an export, clean and without their ends: UTF-8 with or without its mark; a line that is not
/// UTF-8 is CP949, else Latin-1. Holds one line at a time.
class Lines {
 public:
  /// What a line has beyond this is dropped.
  static constexpr std::size_t max_bytes = std::size_t{1} << 20;

  /// `in` is borrowed and opened in binary mode.
  explicit Lines(std::istream& in) : in_(in) {}
  /// False at the end.
  bool next(std::string& line);
  /// The number of the last line, from 1, as an editor counts.
  std::size_t number() const { return number_; }
  /// Whether the last line ended with the file, without an end of its own.
  bool unended() const { return unended_; }

 private:
  std::istream& in_;
  std::string raw_;
  std::size_t number_ = 0;
  bool unended_ = false;
};

/// What a line of an export is, by its shape alone. The views point into the line.
struct Shape {
  enum class Form {
    Text,     ///< nothing but text: a message's next line, or a header
    Divider,  ///< `--------------- 2024년 3월 15일 금요일 ---------------`
    Day,      ///< `2024년 3월 15일 금요일`
    Bracket,  ///< `[이름] [오후 7:02] 글`: a message whose day is told by the divider above
    Stamped,  ///< `2024년 3월 15일 오후 7:02, 이름 : 글`
    Event,    ///< a stamp with something nobody wrote: who came, who left; or with nothing
  };
  Form form = Form::Text;
  Stamp stamp{};  ///< of a Bracket only the clock
  std::string_view sender;
  std::string_view text;
};
Shape shape_of(std::string_view line);

/// What stands above the first message.
struct Header {
  bool titled = false;              ///< a line says that this is a chat of KakaoTalk
  bool saved_line = false;          ///< a line begins with 저장한 날짜 or Date Saved
  std::optional<std::string> chat;  ///< the chat's name; a count of members behind it is left out
  std::optional<WallTime> saved;    ///< when it was exported, on the clock of the machine that did
};
/// Reads up to twelve lines, as far as the first message or day.
Header read_header(std::istream& in);

/// Whether the program wrote this, not a person: who came, left, was invited, a message that was deleted.
bool is_systems_own(std::string_view text);

}  // namespace hoego::kakaotalk
