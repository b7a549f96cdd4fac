#include "model/sse.h"

#include <algorithm>

namespace hoego {

bool EventReader::feed(std::string_view bytes, const Event& event) {
  while (!bytes.empty() && !too_long_) {
    if (after_return_ && bytes.front() == '\n') {
      after_return_ = false;
      bytes.remove_prefix(1);
      continue;
    }
    after_return_ = false;
    const std::size_t end = bytes.find_first_of("\r\n");
    const std::string_view piece = bytes.substr(0, end);
    if (line_.size() + piece.size() > most_) {
      too_long_ = true;
      break;
    }
    line_ += piece;
    if (end == std::string_view::npos) break;
    after_return_ = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    end_line(event);
  }
  return !too_long_;
}

void EventReader::finish(const Event& event) {
  if (too_long_) return;
  if (!line_.empty()) end_line(event);
  if (!too_long_) dispatch(event);
}

void EventReader::end_line(const Event& event) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  constexpr std::string_view field = "data";
  std::string_view line = line_;
  if (first_ && line.substr(0, mark.size()) == mark) line.remove_prefix(mark.size());
  first_ = false;
  if (line.empty()) {
    dispatch(event);
  } else if (line.substr(0, field.size()) == field &&
             (line.size() == field.size() || line[field.size()] == ':')) {
    line.remove_prefix(std::min(line.size(), field.size() + 1));
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (has_data_) data_ += '\n';
    data_ += line;
    has_data_ = true;
    too_long_ = data_.size() > most_;
  }
  line_.clear();
}

void EventReader::dispatch(const Event& event) {
  if (has_data_) event(data_);
  data_.clear();
  has_data_ = false;
}

}  // namespace hoego
