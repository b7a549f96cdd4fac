// The boxes of a film, walked over an input that may lie in a compressed archive: always forward, small boxes
// read one by one, the sample tables (which grow with the film) passed over.
#include "sources/photos_movie.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "sources/photos_bytes.h"

namespace hoego {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t sample = 64 << 10;
constexpr std::size_t window = 8 << 10;
constexpr std::uint64_t longest_text = 4096;
constexpr std::uint64_t longest_keys = 64 << 10;
constexpr std::size_t most_boxes = 1 << 18;

struct Box {
  std::string kind;
  std::uint64_t content = 0;  ///< offset in the file
  std::uint64_t end = 0;      ///< offset behind it; never beyond what holds it
  bool cut = false;           ///< it says that it is longer

  std::uint64_t length() const { return end - content; }
};

/// Reads boxes from the input; gives up on a film of absurdly many.
class BoxReader {
 public:
  explicit BoxReader(Input& file) : file_(file) {}

  std::uint64_t size() const { return file_.size(); }

  /// Read through a small window, so that looking at a box and then into it is reading on.
  std::string bytes(std::uint64_t at, std::uint64_t count) {
    std::string read;
    while (read.size() < count) {
      const std::uint64_t next = at + read.size();
      if (next < window_at_ || next >= window_at_ + window_.size()) {
        window_.resize(window);
        window_.resize(file_.read(next, window_.data(), window_.size()));
        window_at_ = next;
        if (window_.empty()) break;
      }
      read += window_.substr(static_cast<std::size_t>(next - window_at_),
                             static_cast<std::size_t>(count - read.size()));
    }
    return read;
  }
  /// The beginning of what a box holds.
  std::string content(const Box& box, std::uint64_t most) {
    return bytes(box.content, std::min(most, box.length()));
  }
  /// The box at `at` inside something that ends at `limit`.
  std::optional<Box> box(std::uint64_t at, std::uint64_t limit) {
    if (at + 8 > limit || ++boxes_ > most_boxes) return std::nullopt;
    const std::string head = bytes(at, std::min<std::uint64_t>(16, limit - at));
    std::uint64_t length = big_endian(head, 0, 4).value_or(0);
    std::uint64_t header = 8;
    if (length == 1) {
      length = big_endian(head, 8, 8).value_or(0);
      header = 16;
    } else if (length == 0) {
      length = limit - at;
    }
    if (head.size() < header || length < header) return std::nullopt;
    const bool cut = length > limit - at;
    return Box{head.substr(4, 4), at + header, cut ? limit : at + length, cut};
  }
  template <typename Visit>
  void for_each(std::uint64_t from, std::uint64_t limit, const Visit& visit) {
    while (const auto found = box(from, limit)) {
      visit(*found);
      from = found->end;
    }
  }
  template <typename Visit>
  void for_each_in(const Box& parent, const Visit& visit) {
    for_each(parent.content, parent.end, visit);
  }

 private:
  Input& file_;
  std::string window_;
  std::uint64_t window_at_ = 0;
  std::size_t boxes_ = 0;
};

/// Length, beginning and end of the media data, which may lie in many boxes.
class MediaSample {
 public:
  void add(BoxReader& reader, std::uint64_t begin, std::uint64_t end) {
    length_ += end - begin;
    if (head_.size() < sample) {
      const std::string more = reader.bytes(begin, std::min(sample - head_.size(), end - begin));
      head_ += more;
      begin += more.size();
    }
    const std::uint64_t rest = std::min(sample, end - begin);
    if (rest == 0) return;
    tail_ += reader.bytes(end - rest, rest);
    if (tail_.size() > sample) tail_.erase(0, tail_.size() - sample);
  }
  bool empty() const { return length_ == 0; }
  std::string identity() const { return "video:" + hash_hex(fmt::format("{}\n", length_) + head_ + tail_); }

 private:
  std::uint64_t length_ = 0;
  std::string head_;
  std::string tail_;
};

// --- moov ---

void read_header_time(MovieFacts& facts, std::uint64_t stamp) {
  constexpr std::int64_t from_1904 = 2'082'844'800;  // seconds between 1904 and 1970
  constexpr std::int64_t first = 631'152'000;        // 1990: no earlier film was a file
  constexpr std::int64_t last = 4'102'444'800;       // 2100
  if (stamp == 0) return;
  auto seconds = static_cast<std::int64_t>(std::min<std::uint64_t>(stamp, std::uint64_t{1} << 40));
  // Some writers count from 1970; before that, no film was a file.
  if (seconds >= from_1904) seconds -= from_1904;
  if (seconds < first || seconds >= last) {
    facts.header_problem = fmt::format("the movie header's date is none: {}", stamp);
    return;
  }
  facts.header_time = Instant{seconds};
}

void read_movie_header(MovieFacts& facts, std::string_view box) {
  const bool wide = big_endian(box, 0, 1).value_or(0) == 1;
  const unsigned width = wide ? 8 : 4;
  const std::uint64_t scale_at = 4 + 2 * width;
  read_header_time(facts, big_endian(box, 4, width).value_or(0));
  const std::uint64_t scale = big_endian(box, scale_at, 4).value_or(0);
  const std::uint64_t duration = big_endian(box, scale_at + 4, width).value_or(0);
  const std::uint64_t unknown = wide ? ~std::uint64_t{0} : 0xFFFFFFFF;
  if (scale == 0 || duration == 0 || duration == unknown) return;
  facts.seconds = static_cast<double>(duration) / static_cast<double>(scale);
}

void read_track_header(MovieFacts& facts, std::string_view box) {
  const std::uint64_t at = big_endian(box, 0, 1).value_or(0) == 1 ? 88 : 76;
  const auto width = static_cast<int>(big_endian(box, at, 4).value_or(0) >> 16);  // 16.16
  const auto height = static_cast<int>(big_endian(box, at + 4, 4).value_or(0) >> 16);
  if (std::int64_t{width} * height <= std::int64_t{facts.width} * facts.height) return;
  facts.width = width;
  facts.height = height;
}

void take_position(MovieFacts& facts, std::string_view text) {
  if (facts.position.position) return;
  const StatedPosition stated = iso6709(text);
  if (stated.position || !stated.problem.empty()) facts.position = stated;
}

void take_text(std::string& to, std::string_view text) {
  if (to.empty()) to = trim(clean_text(text));
}

void take_named(MovieFacts& facts, std::string_view name, std::string_view text) {
  constexpr std::string_view apple = "com.apple.quicktime.";
  const bool is_apple = name.substr(0, apple.size()) == apple;
  const std::string_view key = is_apple ? name.substr(apple.size()) : name;
  if (is_apple && key == "creationdate") take_text(facts.created, text);
  if (is_apple && key == "content.identifier") take_text(facts.content_identifier, text);
  if ((is_apple && key == "location.ISO6709") || key == "\xA9xyz") take_position(facts, text);
  if ((is_apple && key == "make") || key == "\xA9mak" || key == "com.android.manufacturer")
    take_text(facts.make, text);
  if ((is_apple && key == "model") || key == "\xA9mod" || key == "com.android.model")
    take_text(facts.model, text);
  if (key ==
      "\xA9"
      "day")
    take_text(facts.day, text);
}

/// The names that the entries of `ilst` refer to by number, from 1.
std::vector<std::string> keys_in(std::string_view box) {
  std::vector<std::string> keys;
  std::uint64_t at = 8;
  while (const auto length = big_endian(box, at, 4)) {
    if (*length < 8) break;
    keys.emplace_back(slice(box, at + 8, *length - 8));
    at += *length;
  }
  return keys;
}

void read_items(MovieFacts& facts, BoxReader& reader, const Box& list, const std::vector<std::string>& keys) {
  reader.for_each_in(list, [&](const Box& item) {
    const std::uint64_t index = big_endian(item.kind, 0, 4).value_or(0);
    const std::string name = index >= 1 && index <= keys.size() ? keys[index - 1] : item.kind;
    reader.for_each_in(item, [&](const Box& data) {
      if (data.kind != "data" || data.length() <= 8) return;
      const std::string bytes = reader.content(data, longest_text);
      constexpr std::uint64_t utf8 = 1;
      if (big_endian(bytes, 0, 4) == utf8) take_named(facts, name, slice(bytes, 8, longest_text));
    });
  });
}

/// QuickTime's `meta` is a plain box, ISO's has a version before its content.
void read_meta(MovieFacts& facts, BoxReader& reader, const Box& meta) {
  const bool plain = slice(reader.content(meta, 8), 4, 4) == "hdlr";
  std::vector<std::string> keys;
  reader.for_each(meta.content + (plain ? 0 : 4), meta.end, [&](const Box& box) {
    if (box.kind == "keys") keys = keys_in(reader.content(box, longest_keys));
    if (box.kind == "ilst") read_items(facts, reader, box, keys);
  });
}

void read_user_data(MovieFacts& facts, BoxReader& reader, const Box& user_data) {
  reader.for_each_in(user_data, [&](const Box& box) {
    if (box.kind == "meta") read_meta(facts, reader, box);
    if (box.kind[0] != '\xA9') return;
    const std::string bytes = reader.content(box, longest_text);
    const std::uint64_t length = big_endian(bytes, 0, 2).value_or(0);  // then the language
    take_named(facts, box.kind, slice(bytes, 4, length));
  });
}

void read_track(MovieFacts& facts, BoxReader& reader, const Box& track) {
  std::string header;
  bool shown = false;
  reader.for_each_in(track, [&](const Box& box) {
    if (box.kind == "tkhd") header = reader.content(box, 96);
    if (box.kind == "udta") read_user_data(facts, reader, box);
    if (box.kind != "mdia") return;
    reader.for_each_in(box, [&](const Box& media) {
      if (media.kind == "hdlr") shown = slice(reader.content(media, 12), 8, 4) == "vide";
    });
  });
  if (!shown) return;
  facts.has_picture = true;
  read_track_header(facts, header);
}

void read_moov(MovieFacts& facts, BoxReader& reader, const Box& moov) {
  facts.has_header = true;
  reader.for_each_in(moov, [&](const Box& box) {
    if (box.kind == "mvhd") read_movie_header(facts, reader.content(box, 128));
    if (box.kind == "trak") read_track(facts, reader, box);
    if (box.kind == "udta") read_user_data(facts, reader, box);
    if (box.kind == "meta") read_meta(facts, reader, box);
  });
}

// --- ISO 6709 ---

/// Degrees of one part, whose sign is its first character: the digits before the point tell whether minutes
/// and seconds are written too.
std::optional<double> degrees(std::string_view part, std::size_t degree_digits) {
  const std::size_t point = std::min(part.find('.'), part.size());
  const std::size_t whole = point - 1;
  for (std::size_t i = 1; i < part.size(); ++i) {
    if ((part[i] < '0' || part[i] > '9') && i != point) return std::nullopt;
  }
  const double number = std::strtod(std::string(part.substr(1)).c_str(), nullptr);
  double value = 0;
  if (whole == degree_digits) {
    value = number;
  } else if (whole == degree_digits + 2) {
    const double degree = static_cast<int>(number / 100);
    value = degree + (number - degree * 100) / 60;
  } else if (whole == degree_digits + 4) {
    const double degree = static_cast<int>(number / 10'000);
    const double minute = static_cast<int>((number - degree * 10'000) / 100);
    value = degree + minute / 60 + (number - degree * 10'000 - minute * 100) / 3600;
  } else {
    return std::nullopt;
  }
  return part[0] == '-' ? -value : value;
}

}  // namespace

StatedPosition iso6709(std::string_view text) {
  const std::string stated = trim(clean_text(text.substr(0, longest_text)));
  if (stated.empty() || stated.size() > 64 || (stated[0] != '+' && stated[0] != '-')) return {};
  const std::size_t second = stated.find_first_of("+-", 1);
  if (second == std::string::npos) return {};
  const std::size_t third = std::min(stated.find_first_of("+-/", second + 1), stated.size());
  const std::string_view all = stated;
  const auto latitude = degrees(all.substr(0, second), 2);
  const auto longitude = degrees(all.substr(second, third - second), 3);
  if (!latitude || !longitude) return {};
  const auto position = coordinates(*latitude, *longitude);
  if (position) return {position, {}};
  if (*latitude == 0 && *longitude == 0) return {{}, "the position is 0, 0, which means unknown"};
  return {{}, fmt::format("the position {:.6g}, {:.6g} is not on Earth", *latitude, *longitude)};
}

bool is_movie(std::string_view head, std::string_view name) {
  const std::string_view kind = slice(head, 4, 4);
  if (kind == "ftyp") {
    constexpr std::array brands = {"qt  "sv, "isom"sv, "iso2"sv, "iso3"sv, "iso4"sv, "iso5"sv, "iso6"sv,
                                   "mp41"sv, "mp42"sv, "mp4v"sv, "avc1"sv, "M4V "sv, "M4VH"sv, "M4VP"sv,
                                   "MSNV"sv, "XAVC"sv, "dash"sv, "niko"sv, "pana"sv, "hvc1"sv};
    const std::string_view brand = slice(head, 8, 4);
    const bool mobile = brand.substr(0, 2) == "3g";
    const bool sound = name.size() > 4 && fold_case(name.substr(name.size() - 4)) == ".m4a";
    return !sound && (mobile || std::find(brands.begin(), brands.end(), brand) != brands.end());
  }
  constexpr std::array first_boxes = {"moov"sv, "mdat"sv, "wide"sv, "free"sv, "skip"sv, "pnot"sv};
  const std::string extension = name.size() > 4 ? fold_case(name.substr(name.size() - 4)) : std::string();
  return (extension == ".mov" || extension == ".mp4" || extension == ".3gp") &&
         std::find(first_boxes.begin(), first_boxes.end(), kind) != first_boxes.end();
}

MovieFacts read_movie(Input& file) {
  MovieFacts facts;
  BoxReader reader(file);
  MediaSample media;
  reader.for_each(0, reader.size(), [&](const Box& box) {
    const bool needed = box.kind == "mdat" || box.kind == "moov";
    facts.cut_short = facts.cut_short || (needed && box.cut);
    if (box.kind == "mdat") media.add(reader, box.content, box.end);
    if (box.kind == "moov" && !facts.has_header) read_moov(facts, reader, box);
  });
  if (media.empty()) {
    facts.cut_short = facts.cut_short || facts.has_header;
    media.add(reader, 0, reader.size());
  }
  facts.identity = media.identity();
  return facts;
}

}  // namespace hoego
