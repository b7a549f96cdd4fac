#include "sources/json_items_head.h"

#include <algorithm>

#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t head_bytes = 4096;
constexpr std::size_t deepest = 32;
constexpr std::string_view blanks = " \t\r\n";

class HeadScan {
 public:
  explicit HeadScan(std::string_view head) : rest_(head) {}

  std::vector<JsonKey> keys() {
    while (!rest_.empty() && step()) {
    }
    return std::move(keys_);
  }

 private:
  struct Level {
    bool list;
    std::size_t base;  ///< length of the container's own path
    bool wants_name;
  };

  bool step() {
    const char c = rest_.front();
    switch (c) {
      case '{':
      case '[':
        return enter(c == '[');
      case '}':
      case ']':
        return leave();
      case ',':
        if (!levels_.empty()) levels_.back().wants_name = !levels_.back().list;
        break;
      case '"':
        text();
        return true;
      default:
        if (c != ':' && blanks.find(c) == std::string_view::npos) return scalar();
    }
    rest_.remove_prefix(1);
    return true;
  }

  bool enter(bool list) {
    if (levels_.size() == deepest) return false;
    if (!levels_.empty()) keys_.push_back({path_, list ? "[" : "{"});
    levels_.push_back({list, path_.size(), !list});
    if (list) path_ += "[]";
    rest_.remove_prefix(1);
    return true;
  }
  bool leave() {
    if (levels_.empty()) return false;
    path_.resize(levels_.back().base);
    levels_.pop_back();
    rest_.remove_prefix(1);
    return true;
  }
  void text() {
    rest_.remove_prefix(1);
    std::string value;
    std::size_t i = 0;
    for (; i < rest_.size() && rest_[i] != '"'; ++i) {
      if (rest_[i] == '\\' && i + 1 < rest_.size()) ++i;
      value.push_back(rest_[i]);
    }
    const bool closed = i < rest_.size();
    rest_.remove_prefix(std::min(i + 1, rest_.size()));
    if (levels_.empty() || !levels_.back().wants_name) {
      keys_.push_back({path_, std::move(value)});
    } else if (closed) {
      path_.resize(levels_.back().base);
      if (!path_.empty()) path_.push_back('.');
      path_ += value;
      levels_.back().wants_name = false;
    }
  }
  /// A number or a word; anything else is no JSON, and what was seen before it does not count.
  bool scalar() {
    const std::size_t size = std::min(rest_.find_first_of(",]} \t\r\n"), rest_.size());
    const std::string_view word = rest_.substr(0, size);
    constexpr std::string_view good = "0123456789+-.eEtruefalsnNIity";
    if (levels_.empty() || word.find_first_not_of(good) != std::string_view::npos) {
      keys_.clear();
      return false;
    }
    keys_.push_back({path_, std::string(word)});
    rest_.remove_prefix(size);
    return true;
  }

  std::string_view rest_;
  std::string path_;
  std::vector<Level> levels_;
  std::vector<JsonKey> keys_;
};

bool begins_as_json(std::string_view head) {
  const std::size_t first = head.find_first_not_of(blanks);
  return first != std::string_view::npos && (head[first] == '[' || head[first] == '{');
}

}  // namespace

std::vector<JsonKey> keys_in_head(std::string_view head) {
  head = head.substr(0, head_bytes);
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  if (head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF") {
    const std::string decoded = decode_guess(head);
    return begins_as_json(decoded) ? HeadScan(decoded).keys() : std::vector<JsonKey>{};
  }
  return begins_as_json(head) ? HeadScan(head).keys() : std::vector<JsonKey>{};
}

const std::string* find_key(const std::vector<JsonKey>& keys, std::string_view path) {
  for (const JsonKey& key : keys) {
    if (key.path == path) return &key.value;
  }
  return nullptr;
}

}  // namespace hoego
