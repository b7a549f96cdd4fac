#include "sources/xml_events_encoding.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t piece = std::size_t{64} << 10;
constexpr std::size_t longest_piece = std::size_t{1} << 20;
constexpr std::uint64_t longest_whole = std::uint64_t{64} << 20;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The encoding that `<?xml version="1.0" encoding="…"?>` names, in small letters; empty for none.
std::string declared_encoding(std::string_view head) {
  if (!starts_with(head, "<?xml")) return "";
  head = head.substr(0, head.find("?>"));
  const std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return "";
  const std::size_t open = head.find_first_of("\"'", at);
  if (open == std::string_view::npos) return "";
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos || close - open > 40) return "";
  std::string name(head.substr(open + 1, close - open - 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

/// What people mean by a name: browsers read these so as well (WHATWG Encoding, 4.2).
std::string meant_encoding(const std::string& name) {
  for (const char* korean : {"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "ks_c_5601", "cp949", "ms949",
                             "uhc", "windows-949", "x-windows-949"}) {
    if (name == korean) return "windows-949";
  }
  if (name == "iso-8859-1" || name == "latin1") return "windows-1252";
  // A declaration that can be read as ASCII is no UTF-16, whatever it says.
  if (starts_with(name, "utf-") || name == "utf8" || name == "us-ascii" || name == "ascii") return "";
  return decode("", name) ? name : "";
}

bool is_stateful(const std::string& name) {
  return starts_with(name, "iso-2022") || starts_with(name, "hz");
}

}  // namespace

std::string XmlText::next() {
  if (!begun_) {
    look_at_the_start();
    begun_ = true;
  }
  while (true) {
    if (bytes_.empty() && !fill()) return "";
    std::size_t end = at_end_ ? bytes_.size() : end_of_piece();
    while (end == 0 && fill()) end = at_end_ ? bytes_.size() : end_of_piece();
    if (end == 0) end = bytes_.size();
    std::string text = decoded(std::string_view(bytes_).substr(0, end));
    bytes_.erase(0, end);
    // Pieces of nothing but control characters leave nothing.
    if (!text.empty()) return text;
  }
}

void XmlText::look_at_the_start() {
  fill();
  std::size_t mark = 0;
  if (starts_with(bytes_, "\xEF\xBB\xBF")) {
    form_ = Form::Utf8;
    mark = 3;
  } else if (starts_with(bytes_, "\xFF\xFE") || starts_with(bytes_, "\xFE\xFF")) {
    form_ = Form::Utf16;
    encoding_ = bytes_[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
    mark = 2;
  } else if (starts_with(bytes_, std::string_view("<\0", 2)) ||
             starts_with(bytes_, std::string_view("\0<", 2))) {
    form_ = Form::Utf16;
    encoding_ = bytes_[0] == '<' ? "UTF-16LE" : "UTF-16BE";
  } else if (std::string name = meant_encoding(declared_encoding(std::string_view(bytes_).substr(0, 1024)));
             !name.empty()) {
    form_ = Form::Named;
    encoding_ = std::move(name);
  }
  bytes_.erase(0, mark);
  if (form_ != Form::Named || !is_stateful(encoding_)) return;
  bytes_ = std::string(input_.whole(longest_whole));
  at_end_ = true;
}

bool XmlText::fill() {
  if (at_end_) return false;
  const std::size_t had = bytes_.size();
  bytes_.resize(had + piece);
  const std::size_t got = input_.read(read_, bytes_.data() + had, piece);
  bytes_.resize(had + got);
  read_ += got;
  at_end_ = got < piece;
  return got > 0;
}

/// Behind the last byte that ends a character in every encoding that is read so; 0 to read on first.
std::size_t XmlText::end_of_piece() const {
  if (form_ == Form::Utf16) {
    std::size_t end = bytes_.size() & ~std::size_t{1};
    const std::size_t high_byte = encoding_ == "UTF-16LE" ? 1 : 2;  // from the end
    if (end >= 2 && (static_cast<unsigned char>(bytes_[end - high_byte]) & 0xfc) == 0xd8) end -= 2;
    return end;
  }
  const std::size_t last = bytes_.find_last_of("\n <>");
  if (last != std::string::npos) return last + 1;
  if (bytes_.size() < longest_piece) return 0;
  std::size_t end = bytes_.size();
  while (end > 1 && (static_cast<unsigned char>(bytes_[end - 1]) & 0xc0) == 0x80) --end;
  return end > 1 ? end - 1 : bytes_.size();
}

std::string XmlText::decoded(std::string_view bytes) {
  if (form_ == Form::Unknown && !is_ascii(bytes)) decide(bytes);
  std::string text;
  if (form_ == Form::Unknown || form_ == Form::Utf8) {
    text = bytes;
    // Clean text knows no carriage return, and the line that it alone ends must not run into the next.
    std::replace(text.begin(), text.end(), '\r', ' ');
    return clean_text(text);
  }
  return decode(bytes, encoding_).value_or("");
}

/// The first bytes beyond ASCII tell: nobody writes CP949 that happens to be UTF-8.
void XmlText::decide(std::string_view bytes) {
  form_ = Form::Utf8;
  if (is_utf8(bytes)) return;
  const std::string korean = decode(bytes, "windows-949").value_or("");
  if (korean.find(replacement) == std::string::npos) {
    form_ = Form::Named;
    encoding_ = "windows-949";
    return;
  }
  std::string text = clean_text(bytes);
  for (std::size_t at = 0; (at = text.find(replacement, at)) != std::string::npos;) text.erase(at, 3);
  if (!is_ascii(text)) return;  // UTF-8 with a few bad bytes
  form_ = Form::Named;
  encoding_ = "windows-1252";
}

}  // namespace hoego
