#include <array>
#include <deque>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sources/kakaotalk_lines.h"
#include "sources/kakaotalk_talk.h"

namespace hoego::kakaotalk {
namespace {

constexpr std::size_t longest_name = 300;

/// One record of the table, cut line by line: Date, User, and all the rest as Message.
class Record {
 public:
  void feed(std::string_view line) {
    if (open_) fields_[at_].push_back('\n');
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      std::string& field = fields_[at_];
      if (open_ && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
        field.push_back(line[++i]);
      } else if (open_ && c == '"') {
        open_ = false;
      } else if (!open_ && c == '"' && field.empty()) {
        open_ = true;
      } else if (!open_ && c == ',' && at_ + 1 < fields_.size()) {
        ++at_;
      } else {
        field.push_back(c);
      }
    }
  }
  /// Whether a quote is not closed yet.
  bool open() const { return open_; }
  const std::string& day() const { return fields_[0]; }
  const std::string& user() const { return fields_[1]; }
  const std::string& message() const { return fields_[2]; }

 private:
  std::array<std::string, 3> fields_;
  std::size_t at_ = 0;
  bool open_ = false;
};

/// The records of a table. Where a quote is not closed within the limit, its line is given out as it is and
/// the lines after it are read again.
class Rows {
 public:
  explicit Rows(std::istream& in) : lines_(in) {}

  bool next(Record& record, std::size_t& number) {
    std::string line;
    if (!next_line(line)) return false;
    number = number_;
    record = Record();
    record.feed(line);
    std::vector<std::string> behind;
    for (std::size_t bytes = line.size(); record.open() && bytes < Message::max_text_bytes;) {
      if (!next_line(line)) break;
      bytes += line.size() + 1;
      record.feed(line);
      behind.push_back(std::move(line));
    }
    if (record.open()) {
      number_ -= behind.size();
      ahead_.insert(ahead_.begin(), std::make_move_iterator(behind.begin()),
                    std::make_move_iterator(behind.end()));
    }
    return true;
  }

 private:
  bool next_line(std::string& line) {
    if (!ahead_.empty()) {
      line = std::move(ahead_.front());
      ahead_.pop_front();
    } else if (!lines_.next(line)) {
      return false;
    }
    ++number_;
    return true;
  }

  Lines lines_;
  std::deque<std::string> ahead_;
  std::size_t number_ = 0;
};

Message message_of(const Record& record, WallTime at, std::size_t line) {
  Message message{at, clean_text(trim(record.user()).substr(0, longest_name)), {}, 0, line};
  std::string_view rest = record.message();
  for (std::size_t end = 0; end != std::string_view::npos; rest.remove_prefix(end + 1)) {
    end = rest.find('\n');
    message.append(rest.substr(0, end));
    if (end == std::string_view::npos) break;
  }
  return message;
}

}  // namespace

Reading read_table(std::istream& in, const Hearer& hear) {
  Reading reading;
  Rows rows(in);
  Record record;
  std::size_t line = 0;
  bool heading = true;
  for (bool wanted = true; wanted && rows.next(record, line);) {
    if (std::exchange(heading, false)) continue;
    // What was deleted, and some of what the program says, has neither date nor user.
    if (!record.open() && record.day().empty() && record.user().empty()) continue;
    const auto at = record.open() ? std::nullopt : WallTime::parse(trim(record.day()));
    if (!at) {
      if (reading.broken++ == 0) reading.broken_line = line;
      continue;
    }
    Message message = message_of(record, *at, line);
    if (!message.sender.empty()) wanted = hand_on(std::move(message), hear, reading);
  }
  return reading;
}

}  // namespace hoego::kakaotalk
