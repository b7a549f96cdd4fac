#include "sources/kakaotalk_talk.h"

#include "base/text.h"
#include "sources/kakaotalk_lines.h"

namespace hoego::kakaotalk {
namespace {

/// Servers' stamps are in order; a telephone's clock may show them a little astray.
constexpr int disorder_seconds = 300;

bool starts_with(std::string_view text, std::string_view mark) {
  return text.substr(0, mark.size()) == mark;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const bool follows = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
    if (!follows && c != ' ' && c != '\t' && c != '\n') ++count;
  }
  return count;
}

void drop_blank_end(std::string& text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\t')) text.pop_back();
}

/// Collects a message line by line and gives it on when it is whole.
class Speaker {
 public:
  Speaker(const Hearer& hear, Reading& reading) : hear_(hear), reading_(reading) {}

  void begin(WallTime at, std::string_view sender, std::string_view text, std::size_t line) {
    end();
    const std::string name = trim(sender);
    if (name.empty()) return;
    message_ = Message{at, name, {}, 0, line};
    message_->append(text);
  }
  void append(std::string_view text) {
    if (message_) message_->append(text);
  }
  void end() {
    if (!message_) return;
    Message whole = std::move(*message_);
    message_.reset();
    if (wanted_) wanted_ = hand_on(std::move(whole), hear_, reading_);
  }
  bool wanted() const { return wanted_; }

 private:
  const Hearer& hear_;
  Reading& reading_;
  std::optional<Message> message_;
  bool wanted_ = true;
};

/// Reads the text files.
class Chat {
 public:
  Chat(std::istream& in, std::optional<WallTime> saved, const Hearer& hear)
      : lines_(in), saved_(saved), speaker_(hear, reading_) {}

  Reading read() {
    std::string line;
    while (speaker_.wanted() && lines_.next(line)) take(line);
    if (speaker_.wanted()) speaker_.end();
    return reading_;
  }

 private:
  /// A file begins either with dividers or with stamps. The other's lines are text.
  enum class Style { Unknown, Divided, Stamped };

  void take(const std::string& line);
  void take_divided(const std::string& line, const Shape& shape);
  void take_stamped(const std::string& line, const Shape& shape);
  /// Whether a line that tells this time can be one of the export's own.
  bool is_due(WallTime at, int tolerance) {
    const bool early = latest_ && at.seconds + tolerance < latest_->seconds;
    const bool late = saved_ && at.date() > saved_->date() + 1;
    if (!early && !late) return true;
    if (reading_.pasted++ == 0) reading_.pasted_line = lines_.number();
    return false;
  }
  void pass(WallTime at) {
    if (!latest_ || at > *latest_) latest_ = at;
  }

  Lines lines_;
  std::optional<WallTime> saved_;
  Reading reading_;
  Speaker speaker_;
  Style style_ = Style::Unknown;
  std::optional<Date> day_;
  std::optional<WallTime> latest_;
};

void Chat::take(const std::string& line) {
  const Shape shape = shape_of(line);
  if (shape.form == Shape::Form::Divider) {
    const Date day = shape.stamp.day;
    if ((latest_ && day < latest_->date()) || !is_due(WallTime::at(day, 86399), 0))
      return speaker_.append(line);
    speaker_.end();
    style_ = Style::Divided;
    day_ = day;
    return pass(WallTime::at(day));
  }
  if (style_ == Style::Divided) return take_divided(line, shape);
  take_stamped(line, shape);
}

void Chat::take_divided(const std::string& line, const Shape& shape) {
  if (shape.form == Shape::Form::Bracket) {
    const WallTime at = WallTime::at(*day_, *shape.stamp.second);
    if (!is_due(at, disorder_seconds)) return speaker_.append(line);
    pass(at);
    return speaker_.begin(at, shape.sender, shape.text, lines_.number());
  }
  if (is_systems_own(line)) return speaker_.end();
  speaker_.append(line);
}

void Chat::take_stamped(const std::string& line, const Shape& shape) {
  switch (shape.form) {
    case Shape::Form::Bracket:
      if (style_ == Style::Stamped) return speaker_.append(line);
      if (reading_.undated++ == 0) reading_.undated_line = lines_.number();
      return;
    case Shape::Form::Day:
      if (!is_due(WallTime::at(shape.stamp.day, 86399), 0)) return speaker_.append(line);
      return speaker_.end();
    case Shape::Form::Event:
    case Shape::Form::Stamped:
      if (!is_due(shape.stamp.wall(), disorder_seconds)) return speaker_.append(line);
      style_ = Style::Stamped;
      pass(shape.stamp.wall());
      speaker_.end();
      if (shape.form == Shape::Form::Stamped)
        speaker_.begin(shape.stamp.wall(), shape.sender, shape.text, lines_.number());
      return;
    default:
      return speaker_.append(line);
  }
}

std::optional<int> leading_number(std::string_view& text) {
  int value = 0;
  std::size_t length = 0;
  while (length < text.size() && length < 3 && text[length] >= '0' && text[length] <= '9')
    value = value * 10 + (text[length++] - '0');
  if (length == 0) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

/// `사진 3장`, `사진 3`, `3 photos`: how many; nothing for other words.
std::optional<int> several(std::string_view text, std::string_view korean, std::string_view english) {
  std::string_view rest = text;
  if (starts_with(rest, korean)) {
    rest.remove_prefix(korean.size());
    if (!starts_with(rest, " ")) return std::nullopt;
    rest.remove_prefix(1);
    const auto count = leading_number(rest);
    return count && (rest.empty() || rest == "장" || rest == "개") ? count : std::nullopt;
  }
  const auto count = leading_number(rest);
  if (!count || !starts_with(rest, " ")) return std::nullopt;
  return fold_case(rest.substr(1)) == english ? count : std::nullopt;
}

bool is_file_named(const std::string& text, std::initializer_list<std::string_view> extensions) {
  if (text.size() > 255 || text.find_first_of(" \t\n/:") != std::string::npos) return false;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string::npos || dot == 0) return false;
  const std::string extension = fold_case(text.substr(dot + 1));
  for (const std::string_view known : extensions) {
    if (extension == known) return true;
  }
  return false;
}

}  // namespace

void Message::append(std::string_view more) {
  characters += count_characters(more);
  if (!text.empty()) text += '\n';
  if (text.size() + more.size() <= max_text_bytes) text += more;
}

Media media_of(const std::string& text) {
  using Type = Media::Type;
  if (text.find('\n') != std::string::npos) return {};
  for (const std::string_view word : {"사진", "<사진>", "<사진 읽지 않음>", "Photo", "Photos", "<Photo>"}) {
    if (text == word) return {Type::Photo, 1};
  }
  if (const auto count = several(text, "사진", "photos")) return {Type::Photo, *count};
  for (const std::string_view word : {"동영상", "<동영상>", "<동영상 읽지 않음>", "Video", "<Video>"}) {
    if (text == word) return {Type::Video, 1};
  }
  if (const auto count = several(text, "동영상", "videos")) return {Type::Video, *count};
  for (const std::string_view word : {"이모티콘", "Emoticon", "Emoticons", "Sticker", "(이모티콘)",
                                      "(Emoticon)", "<이모티콘>", "<Emoticon>"}) {
    if (text == word) return {Type::Emoticon, 1};
  }
  for (const std::string_view mark : {"(이모티콘) ", "(Emoticon) "}) {
    if (starts_with(text, mark)) return {Type::Emoticon, 1};
  }
  for (const std::string_view mark : {"파일: ", "File: ", "<파일: "}) {
    if (starts_with(text, mark)) return {Type::File, 1};
  }
  if (is_file_named(text, {"jpg", "jpeg", "png", "gif", "webp", "heic"})) return {Type::Photo, 1};
  if (is_file_named(text, {"mp4", "mov", "avi", "m4v"})) return {Type::Video, 1};
  return {};
}

bool hand_on(Message&& message, const Hearer& hear, Reading& reading) {
  drop_blank_end(message.text);
  if (message.text.empty() || is_systems_own(message.text)) return true;
  ++reading.messages;
  return hear(std::move(message));
}

Reading read_text(std::istream& in, std::optional<WallTime> saved, const Hearer& hear) {
  return Chat(in, saved, hear).read();
}

}  // namespace hoego::kakaotalk
