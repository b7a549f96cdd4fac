#include "sources/json_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10;
constexpr std::size_t longest_name = 64;
constexpr std::size_t deepest_lists = 16;

bool is_blank(int c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string byte_place(std::uint64_t offset) {
  return fmt::format("byte {}", offset);
}

}  // namespace

JsonItems::JsonItems(Input& input, std::vector<std::string_view> lists, std::string path, Sink& sink,
                     std::size_t most)
    : input_(&input),
      lists_(std::move(lists)),
      path_(std::move(path)),
      sink_(sink),
      most_(most),
      buffer_(chunk) {
  char mark[3] = {};
  const std::string_view head(mark, input.read(0, mark, sizeof mark));
  if (head.substr(0, 3) == "\xEF\xBB\xBF") next_ = 3;
  if (head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF") {
    if (input.size() > largest_utf16)
      throw Error("the JSON is in UTF-16 and larger than 32 MiB", path_, "save it as UTF-8");
    decoded_ = input_of(decode_guess(input.whole(largest_utf16)), path_);
    input_ = decoded_.get();
  }
  while (is_blank(peek())) take();
  if (peek() < 0) throw Error("the file is empty", path_, "export it again");
  if (peek() != '[' && peek() != '{') throw Error("this is no JSON", path_, "export it again, as JSON");
}

bool JsonItems::fill() {
  at_ = 0;
  end_ = input_->read(next_, buffer_.data(), buffer_.size());
  next_ += end_;
  return end_ > 0;
}

int JsonItems::take() {
  const int c = peek();
  if (c >= 0) ++at_;
  return c;
}

std::size_t JsonItems::next_of(Mark& mark) {
  if (mark.piece == next_ && mark.found >= at_) return mark.found;
  const void* hit = std::memchr(&buffer_[at_], mark.character, end_ - at_);
  mark.piece = next_;
  mark.found =
      hit == nullptr ? end_ : static_cast<std::size_t>(static_cast<const char*>(hit) - buffer_.data());
  return mark.found;
}

void JsonItems::keep(std::string_view bytes) {
  if (!keeping_) return;
  if (item_.size() + bytes.size() > most_) {
    keeping_ = false;
    too_large_ = true;
    item_.clear();
    return;
  }
  item_ += bytes;
}

/// Everything up to the closing quote. A line break inside is against the grammar: among documents that stand
/// one a line it means that the line was cut.
JsonItems::End JsonItems::scan_string(bool is_name) {
  if (is_name) name_.clear();
  for (;;) {
    if (peek() < 0) return End::Cut;
    const std::size_t to = std::min({next_of(quote_), next_of(escape_), next_of(line_end_)});
    const std::string_view run(&buffer_[at_], to - at_);
    if (is_name) name_ += run.substr(0, longest_name - std::min(longest_name, name_.size()));
    keep(run);
    at_ = to;
    if (at_ == end_) continue;
    const char c = buffer_[at_++];
    keep({&c, 1});
    if (c == '"') return End::Whole;
    if (c == '\n' && open_.empty()) return End::Broken;
    if (c != '\\') continue;
    const int escaped = take();
    if (escaped < 0) return End::Cut;
    const char kept = static_cast<char>(escaped);
    keep({&kept, 1});
  }
}

/// Goes on from inside `depth` brackets until they are all closed, or until a list begins that is wanted.
JsonItems::End JsonItems::scan(std::size_t depth) {
  bool value = false;
  broke_line_ = false;
  for (;;) {
    const int c = take();
    if (c < 0) return End::Cut;
    const char kept = static_cast<char>(c);
    keep({&kept, 1});
    switch (c) {
      case '"':
        if (const End end = scan_string(depth == 1 && !value); end != End::Whole) return end;
        break;
      case '{':
      case '[':
        if (c == '[' && depth == 1 && value && std::find(lists_.begin(), lists_.end(), name_) != lists_.end())
          return End::List;
        ++depth;
        break;
      case '}':
      case ']':
        if (--depth == 0) return End::Whole;
        break;
      case ':':
      case ',':
        if (depth == 1) value = c == ':';
        break;
      case '\n':
        if (lines_ && open_.empty()) return End::Broken;
        broke_line_ = true;
        break;
      default:
        break;
    }
  }
}

void JsonItems::pass_scalar() {
  keeping_ = false;
  if (peek() == '"') {
    take();
    scan_string(false);
    return;
  }
  for (int c = peek(); c >= 0 && !is_blank(c) && c != ',' && c != ']' && c != '}'; c = peek()) take();
}

void JsonItems::broken(std::uint64_t where, const std::string& reason) {
  sink_.issue({path_, byte_place(where), reason, "export it again; the items around it were read"});
}

void JsonItems::cut(std::uint64_t where) {
  done_ = true;
  sink_.issue({path_, byte_place(where),
               fmt::format("the file ends in the middle, after {} whole items", count_),
               "download or export it again; what was whole is kept"});
}

/// The rest of an object whose list has ended; another list may follow.
bool JsonItems::leave_wrapper() {
  keeping_ = false;
  const End end = scan(1);
  if (end == End::List) {
    open_.push_back('[');
  } else if (end == End::Whole) {
    open_.pop_back();
  } else {
    cut(offset());
    return false;
  }
  return true;
}

bool JsonItems::find_object() {
  while (!done_) {
    if (!open_.empty() && open_.back() == '{') {
      if (!leave_wrapper()) return false;
      continue;
    }
    while (is_blank(peek()) || peek() == ',') take();
    const int c = peek();
    if (c == '{') return true;
    if (c < 0) {
      if (!open_.empty()) cut(offset());
      done_ = true;
    } else if (c == '[' && open_.size() < deepest_lists) {
      take();
      open_.push_back('[');
    } else if (c == ']' && !open_.empty()) {
      take();
      open_.pop_back();
    } else if (!open_.empty() && c != '[' && c != '}') {
      const std::uint64_t before = offset();
      pass_scalar();
      if (offset() == before) take();
    } else {
      broken(offset(), "what follows is no JSON");
      done_ = true;
    }
  }
  return false;
}

std::optional<JsonValue> JsonItems::parsed(std::uint64_t from) {
  if (too_large_) {
    sink_.issue({path_, byte_place(from),
                 fmt::format("an item of {} bytes, more than {}", offset() - from, most_),
                 "it was left out; divide it if you need it"});
    return std::nullopt;
  }
  largest_ = std::max(largest_, item_.size());
  JsonReading reading = read_json(item_);
  if (!reading.value) broken(from, fmt::format("an item is broken: {}", reading.problem));
  return std::move(reading.value);
}

/// Documents one a line: from now on a line's end is an item's end, so that a cut line costs only itself.
void JsonItems::notice_lines() {
  const int c = peek();
  if (open_.empty() && !broke_line_ && (c == '\n' || c == '\r')) lines_ = true;
}

std::optional<JsonItem> JsonItems::object() {
  const std::uint64_t from = offset();
  item_.clear();
  keeping_ = true;
  too_large_ = false;
  take();
  keep("{");
  switch (scan(1)) {
    case End::List:
      open_.push_back('{');
      open_.push_back('[');
      return std::nullopt;
    case End::Cut:
      cut(from);
      return std::nullopt;
    case End::Broken:
      broken(from, "a line ends in the middle of an item");
      return std::nullopt;
    case End::Whole:
      break;
  }
  notice_lines();
  auto value = parsed(from);
  if (!value) return std::nullopt;
  ++count_;
  const bool listed = std::find(open_.begin(), open_.end(), '[') != open_.end();
  return JsonItem{from, listed, std::move(*value)};
}

std::optional<JsonItem> JsonItems::next() {
  while (find_object()) {
    if (auto item = object()) return item;
  }
  return std::nullopt;
}

}  // namespace hoego
