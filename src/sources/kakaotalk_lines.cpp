#include "sources/kakaotalk_lines.h"

#include <algorithm>

#include "base/text.h"

namespace hoego::kakaotalk {
namespace {

constexpr std::size_t longest_name = 300;
constexpr int header_lines = 12;

bool starts_with(std::string_view text, std::string_view mark) {
  return text.substr(0, mark.size()) == mark;
}

bool ends_with(std::string_view text, std::string_view mark) {
  return text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark;
}

void trim_end(std::string_view& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
}

/// `---------- 2024년 3월 15일 금요일 ----------`.
std::optional<Stamp> divider(std::string_view line) {
  constexpr std::string_view dashes = "-----";
  if (!starts_with(line, dashes)) return std::nullopt;
  trim_end(line);
  if (!ends_with(line, dashes)) return std::nullopt;
  line.remove_prefix(std::min(line.find_first_not_of('-'), line.size()));
  while (!line.empty() && line.back() == '-') line.remove_suffix(1);
  trim_end(line);
  skip_blanks(line);
  const auto stamp = take_stamp(line);
  if (!stamp || stamp->second || !line.empty()) return std::nullopt;
  return stamp;
}

/// `[이름] [오후 7:02] 글`; a name may have brackets of its own.
std::optional<Shape> bracket(std::string_view line) {
  if (!starts_with(line, "[")) return std::nullopt;
  const std::string_view near = line.substr(0, longest_name);
  for (std::size_t at = near.find("] ["); at != std::string_view::npos; at = near.find("] [", at + 1)) {
    std::string_view rest = line.substr(at + 3);
    const auto clock = take_clock(rest);
    if (!clock || !starts_with(rest, "]")) continue;
    rest.remove_prefix(1);
    if (starts_with(rest, " ")) rest.remove_prefix(1);
    Shape shape{Shape::Form::Bracket, {}, line.substr(1, at - 1), rest};
    shape.stamp.second = clock;
    return shape;
  }
  return std::nullopt;
}

/// What begins with a date: a stamped message, an event, or a day.
Shape stamped(std::string_view line) {
  std::string_view rest = line;
  const auto stamp = take_stamp(rest);
  if (!stamp) return {};
  Shape shape{Shape::Form::Event, *stamp, {}, {}};
  std::string_view seen = rest;
  trim_end(seen);
  if (seen.empty()) {
    if (!stamp->second && !stamp->has_weekday) return {};
    if (!stamp->second) shape.form = Shape::Form::Day;
    return shape;
  }
  if (!stamp->second) return {};
  if (starts_with(rest, ": ")) return shape;
  if (!starts_with(rest, ", ")) return {};
  rest.remove_prefix(2);
  std::size_t colon = rest.substr(0, longest_name + 3).find(" : ");
  if (colon == std::string_view::npos && rest.size() < longest_name && ends_with(seen, " :"))
    colon = rest.find(" :");
  if (colon == std::string_view::npos) return shape;
  shape.form = Shape::Form::Stamped;
  shape.sender = rest.substr(0, colon);
  shape.text = rest.substr(std::min(rest.size(), colon + 3));
  return shape;
}

/// A group's name with the number of its members behind it, as the telephones write it: `독서 모임 5`.
std::string without_count(const std::string& name) {
  std::size_t end = name.size();
  if (end > 0 && name.back() == ')') --end;
  std::size_t at = end;
  while (at > 0 && end - at < 5 && name[at - 1] >= '0' && name[at - 1] <= '9') --at;
  if (at == end) return name;
  if (end < name.size() && (at == 0 || name[at - 1] != '(')) return name;
  if (end < name.size()) --at;
  const std::string bare = at > 0 && name[at - 1] == ' ' ? trim(name.substr(0, at)) : std::string();
  return bare.empty() ? name : bare;
}

/// The chat's name in a title line, empty where the title has none; nothing for another line.
std::optional<std::string> title_in(std::string_view line) {
  const std::string text = trim(line);
  std::string_view rest = text;
  for (const std::string_view mark : {"KakaoTalk Chats with ", "KakaoTalk Chat with "}) {
    if (starts_with(rest, mark)) return trim(rest.substr(mark.size()));
  }
  if (starts_with(rest, "대화 상대 : ")) return without_count(trim(rest.substr(rest.find(':') + 1)));
  if (rest == "카카오톡 대화 내역" || rest == "카카오톡 대화") return "";
  for (const std::string_view mark : {" with KakaoTalk Chats", " KakaoTalk Chats", " 카카오톡 대화"}) {
    if (!ends_with(rest, mark)) continue;
    rest.remove_suffix(mark.size());
    for (const std::string_view particle : {"님과의", "님과"}) {
      if (ends_with(rest, particle)) {
        rest.remove_suffix(particle.size());
        break;
      }
    }
    return trim(rest);
  }
  return std::nullopt;
}

/// What is behind `저장한 날짜 :`; nothing for another line.
std::optional<std::string> saved_in(std::string_view line) {
  for (const std::string_view mark : {"저장한 날짜", "Date Saved", "Saved Date"}) {
    if (!starts_with(line, mark)) continue;
    line.remove_prefix(mark.size());
    skip_blanks(line);
    if (!starts_with(line, ":")) return std::nullopt;
    return trim(line.substr(1));
  }
  return std::nullopt;
}

/// The program for Windows writes `2024-03-15 19:02:11` and no count of members.
bool is_of_a_computer(const std::string& saved) {
  return WallTime::parse(saved).has_value() && saved.size() == 19;
}

}  // namespace

bool Lines::next(std::string& line) {
  raw_.clear();
  bool any = false;
  unended_ = true;
  std::streambuf& bytes = *in_.rdbuf();
  for (int c = bytes.sbumpc(); c != std::char_traits<char>::eof(); c = bytes.sbumpc()) {
    any = true;
    if (c == '\n') {
      unended_ = false;
      break;
    }
    if (raw_.size() < max_bytes) raw_.push_back(static_cast<char>(c));
  }
  if (!any) return false;
  if (raw_.size() == max_bytes) {  // it may have been cut within a character
    std::size_t back = 0;
    while (back < 4 && (static_cast<unsigned char>(raw_[raw_.size() - 1 - back]) & 0xc0) == 0x80) ++back;
    if (static_cast<unsigned char>(raw_[raw_.size() - 1 - back]) >= 0xc0) raw_.resize(raw_.size() - 1 - back);
  }
  if (!raw_.empty() && raw_.back() == '\r') raw_.pop_back();
  std::string_view content = raw_;
  if (++number_ == 1 && starts_with(content, "\xEF\xBB\xBF")) content.remove_prefix(3);
  line = is_utf8(content) ? clean_text(content) : decode_guess(content);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return true;
}

Shape shape_of(std::string_view line) {
  if (const auto stamp = divider(line)) return {Shape::Form::Divider, *stamp, {}, {}};
  if (const auto shape = bracket(line)) return *shape;
  return stamped(line);
}

Header read_header(std::istream& in) {
  Header header;
  Lines lines(in);
  std::string line;
  bool with_count = true;
  for (int i = 0; i < header_lines && lines.next(line); ++i) {
    if (shape_of(line).form != Shape::Form::Text) break;
    if (const auto saved = saved_in(line)) {
      header.saved_line = true;
      std::string_view rest = *saved;
      const auto stamp = take_stamp(rest);
      if (stamp && !header.saved) header.saved = stamp->wall();
      if (is_of_a_computer(*saved)) with_count = false;
    } else if (const auto title = title_in(line)) {
      header.titled = true;
      if (!title->empty() && !header.chat) header.chat = title->substr(0, longest_name);
    }
  }
  if (header.chat) header.chat = clean_text(with_count ? without_count(*header.chat) : *header.chat);
  return header;
}

bool is_systems_own(std::string_view text) {
  if (text.find('\n') != std::string_view::npos) return false;
  trim_end(text);
  if (ends_with(text, ".")) text.remove_suffix(1);
  for (const std::string_view mark :
       {"님이 들어왔습니다", "님이 나갔습니다", "초대했습니다", "님을 내보냈습니다", "님이 내보냈습니다",
        "메시지를 가렸습니다", "님이 부방장이 되었습니다", "님이 방장이 되었습니다",
        "부방장에서 해제되었습니다", "joined this chatroom", "left this chatroom", "joined the chatroom",
        "left the chatroom", "has been removed from this chatroom",
        "has been hidden by the chatroom managers"}) {
    if (ends_with(text, mark) && text.size() < 2000 + mark.size()) return true;
  }
  for (const std::string_view whole :
       {"삭제된 메시지입니다", "(삭제된 메시지)", "메시지가 삭제되었습니다", "This message was deleted",
        "The message has been deleted", "This message has been deleted", "Deleted message"}) {
    if (text == whole) return true;
  }
  return starts_with(text, "This message has been hidden") ||
         (text.find(" invited ") != std::string_view::npos && ends_with(text, "to this chatroom"));
}

}  // namespace hoego::kakaotalk
