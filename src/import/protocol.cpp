#include "import/protocol.h"

#include <fmt/format.h>

#include <cassert>
#include <cstring>

#include "base/error.h"

namespace hoego {
namespace {

constexpr std::size_t head_size = 5;
constexpr std::uint64_t most_texts = 1 << 20;

[[noreturn]] void refuse(const char* reason) {
  throw Error(fmt::format("the reader's process is not understood: {}", reason), "worker",
              "run `hoego sync` again; if it stays, the programs of two versions are mixed");
}

void append_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
}

std::uint64_t number_at(const char* at, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) value |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return value;
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size(), 4);
  out += text;
}

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  append_number(out, texts.size(), 4);
  for (const std::string& text : texts) append_text(out, text);
}

class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number(int bytes) { return number_at(take(static_cast<std::size_t>(bytes)).data(), bytes); }
  std::string text() { return std::string(take(number(4))); }
  std::vector<std::string> texts() {
    const std::uint64_t count = number(4);
    if (count > most_texts) refuse("too many names");
    std::vector<std::string> out;
    for (std::uint64_t i = 0; i < count; ++i) out.push_back(text());
    return out;
  }
  void done() const {
    if (!rest_.empty()) refuse("bytes left over");
  }

 private:
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) refuse("cut short");
    const std::string_view bytes = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return bytes;
  }
  std::string_view rest_;
};

}  // namespace

void append_frame(std::string& out, FrameType type, std::string_view payload) {
  assert(payload.size() < largest_frame);
  append_number(out, payload.size() + 1, 4);
  out.push_back(static_cast<char>(type));
  out += payload;
}

char* FrameReader::room(std::size_t count) {
  if (begin_ == end_) begin_ = end_ = 0;
  if (bytes_.size() - end_ < count && begin_ > 0) {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (bytes_.size() - end_ < count) bytes_.resize(end_ + count);
  return bytes_.data() + end_;
}

std::optional<Frame> FrameReader::next() {
  if (end_ - begin_ < head_size) return std::nullopt;
  const char* at = bytes_.data() + begin_;
  const std::uint64_t size = number_at(at, 4);
  if (size == 0 || size > largest_frame) refuse("a frame of a wrong length");
  if (end_ - begin_ < 4 + size) return std::nullopt;
  begin_ += 4 + size;
  return Frame{static_cast<FrameType>(at[4]), std::string_view(at + head_size, size - 1)};
}

std::string encode(const ReaderSetup& setup) {
  std::string out;
  append_texts(out, setup.options.owner_names);
  append_texts(out, setup.options.owner_emails);
  append_number(out, setup.memory, 8);
  return out;
}

ReaderSetup decode_setup(std::string_view bytes) {
  Fields in(bytes);
  ReaderSetup setup;
  setup.options.owner_names = in.texts();
  setup.options.owner_emails = in.texts();
  setup.memory = in.number(8);
  in.done();
  return setup;
}

std::string encode(const ReaderJob& job) {
  std::string out;
  append_number(out, job.forced ? 1 : 0, 1);
  append_number(out, job.keep_text ? 1 : 0, 1);
  append_number(out, job.columns.size(), 4);
  for (const auto& [column, meaning] : job.columns) {
    append_text(out, column);
    append_text(out, meaning);
  }
  append_text(out, job.type);
  append_text(out, job.unit.root.native());
  append_text(out, job.unit.path);
  append_texts(out, job.unit.companions);
  append_texts(out, job.skip);
  return out;
}

ReaderJob decode_job(std::string_view bytes) {
  Fields in(bytes);
  ReaderJob job;
  job.forced = in.number(1) != 0;
  job.keep_text = in.number(1) != 0;
  const std::uint64_t columns = in.number(4);
  if (columns > most_texts) refuse("too many columns");
  for (std::uint64_t i = 0; i < columns; ++i) {
    std::string column = in.text();
    job.columns[std::move(column)] = in.text();
  }
  job.type = in.text();
  job.unit.root = in.text();
  job.unit.path = in.text();
  job.unit.companions = in.texts();
  job.skip = in.texts();
  in.done();
  return job;
}

std::string encode(const MemberNote& note) {
  std::string out;
  append_text(out, note.type);
  append_text(out, note.path);
  return out;
}

MemberNote decode_member(std::string_view bytes) {
  Fields in(bytes);
  MemberNote note;
  note.type = in.text();
  note.path = in.text();
  in.done();
  return note;
}

}  // namespace hoego
