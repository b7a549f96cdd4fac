#include "picture/job.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t longest_text = 4096;

void put_number(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFF);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

std::string framed(const std::string& bytes) {
  std::string out;
  put_number(out, static_cast<std::uint32_t>(bytes.size()));
  return out + bytes;
}

/// Takes values off the front; after one that is not there, nothing is.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    const std::string_view four = take(4);
    return four.size() == 4 ? static_cast<std::uint32_t>(frame_length(four)) : 0;
  }
  std::string text() { return std::string(take(number())); }
  /// Whether all was there, and nothing is left.
  bool whole() const { return good_ && bytes_.empty(); }

 private:
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) good_ = false;
    if (!good_) return {};
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  std::string_view bytes_;
  bool good_ = true;
};

std::string line(const std::string& text) {
  return clean_text(std::string_view(text).substr(0, longest_text));
}

}  // namespace

std::size_t frame_length(std::string_view four) {
  std::size_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(four[i]);
  return value;
}

std::string frame_of(const PictureJob& job) {
  std::string bytes;
  put_number(bytes, static_cast<std::uint32_t>(job.box.width));
  put_number(bytes, static_cast<std::uint32_t>(job.box.height));
  put_text(bytes, job.file);
  put_text(bytes, job.member);
  return framed(bytes);
}

std::string frame_of(const PictureAnswer& answer) {
  std::string bytes;
  put_number(bytes, answer.error ? static_cast<std::uint32_t>(answer.error->trouble()) : 0);
  if (answer.error) {
    put_text(bytes, line(answer.error->what()));
    put_text(bytes, line(answer.error->where()));
    put_text(bytes, line(answer.error->remedy()));
  } else {
    put_text(bytes, answer.jpeg);
  }
  return framed(bytes);
}

std::optional<PictureJob> job_from(std::string_view bytes) {
  constexpr std::uint32_t longest_side = 1 << 14;
  Taker taker(bytes);
  PictureJob job;
  const std::uint32_t width = taker.number();
  const std::uint32_t height = taker.number();
  job.file = taker.text();
  job.member = taker.text();
  if (!taker.whole() || width == 0 || height == 0 || width > longest_side || height > longest_side)
    return std::nullopt;
  job.box = {static_cast<int>(width), static_cast<int>(height)};
  return job;
}

std::optional<PictureAnswer> answer_from(std::string_view bytes) {
  Taker taker(bytes);
  PictureAnswer answer;
  const std::uint32_t trouble = taker.number();
  if (trouble > static_cast<std::uint32_t>(Trouble::Gone)) return std::nullopt;
  if (trouble == 0) {
    answer.jpeg = taker.text();
    const bool jpeg = std::string_view(answer.jpeg).substr(0, 3) == "\xFF\xD8\xFF";
    return taker.whole() && jpeg ? std::optional(std::move(answer)) : std::nullopt;
  }
  const std::string what = taker.text();
  const std::string where = taker.text();
  const std::string remedy = taker.text();
  if (!taker.whole()) return std::nullopt;
  answer.error.emplace(static_cast<Trouble>(trouble), line(what), line(where), line(remedy));
  return answer;
}

}  // namespace hoego
