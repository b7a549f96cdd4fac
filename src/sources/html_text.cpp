#include "sources/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t most_attributes = 64;
constexpr std::size_t longest_entity = 32;
constexpr std::size_t longest_value = 4096;
constexpr std::size_t meta_within = 1024;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
template <std::size_t count>
bool is_one_of(std::string_view name, const std::array<std::string_view, count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements without content (HTML Living Standard, 13.1.2).
constexpr std::array<std::string_view, 14> without_end = {"area",  "base",   "br",    "col",  "embed",
                                                          "hr",    "img",    "input", "link", "meta",
                                                          "param", "source", "track", "wbr"};
/// Elements after which a line ends.
constexpr std::array<std::string_view, 28> blocks = {
    "address", "article", "aside", "blockquote", "br",      "dd",    "div", "dl", "dt",     "figcaption",
    "figure",  "footer",  "h1",    "h2",         "h3",      "h4",    "h5",  "h6", "header", "hr",
    "li",      "main",    "ol",    "p",          "section", "table", "tr",  "ul"};
/// Elements of HTML5 that libxml2, which knows HTML 4, does not name.
constexpr std::array<std::string_view, 14> newer = {"article", "aside",   "audio", "figcaption", "figure",
                                                    "footer",  "header",  "main",  "mark",       "picture",
                                                    "section", "summary", "time",  "video"};

void append_code_point(std::string& out, unsigned long code) {
  if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) code = 0xfffd;
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xc0 | (code >> 6)));
    out.push_back(static_cast<char>(0x80 | (code & 0x3f)));
  } else {
    if (code < 0x10000) {
      out.push_back(static_cast<char>(0xe0 | (code >> 12)));
    } else {
      out.push_back(static_cast<char>(0xf0 | (code >> 18)));
      out.push_back(static_cast<char>(0x80 | ((code >> 12) & 0x3f)));
    }
    out.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (code & 0x3f)));
  }
}

/// The code point that stands between `&` and `;`.
std::optional<unsigned long> code_point(std::string_view name) {
  if (name.size() > 1 && name[0] == '#') {
    const bool hex = small_letter(name[1]) == 'x';
    unsigned long code = 0;
    const std::string_view digits = name.substr(hex ? 2 : 1);
    if (digits.empty()) return std::nullopt;
    for (const char c : digits) {
      const char small = small_letter(c);
      const bool letter = hex && small >= 'a' && small <= 'f';
      if (!is_digit(c) && !letter) return std::nullopt;
      code = std::min(
          code * (hex ? 16UL : 10UL) + static_cast<unsigned long>(letter ? small - 'a' + 10 : c - '0'),
          0x110000UL);
    }
    return code;
  }
  const std::string copy(name);
  if (copy == "apos") return '\'';
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(copy.c_str()));
  if (known == nullptr) return std::nullopt;
  return known->value;
}

/// Entities resolved; what is none stays as it stands.
std::string resolved(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, longest_entity).find(';');
    const auto code = end == std::string_view::npos ? std::nullopt : code_point(text.substr(1, end - 1));
    if (code) append_code_point(out, *code);
    if (!code) out.push_back('&');
    text.remove_prefix(code ? end + 1 : 1);
  }
  return clean_text(out);
}

/// Reads tags from the left. The cursor never goes back, but for a closing tag that is not there, which is
/// then not looked for again.
class HtmlReader {
 public:
  HtmlReader(std::string_view html, HtmlListener& listener, bool only_known)
      : rest_(html), listener_(listener), only_known_(only_known) {}

  void read() {
    while (!rest_.empty()) {
      std::size_t plain = std::min(rest_.find('<'), rest_.size());
      while (plain < rest_.size() && !is_markup(rest_.substr(plain)))
        plain = std::min(rest_.find('<', plain + 1), rest_.size());
      if (plain > 0) listener_.text(resolved(rest_.substr(0, plain)));
      rest_.remove_prefix(plain);
      if (!rest_.empty()) markup();
    }
  }

 private:
  bool is_markup(std::string_view at) const {
    if (at.size() < 2) return false;
    if (at[1] == '!' || at[1] == '?') return !only_known_ || at.substr(0, 4) == "<!--";
    const std::size_t name = at[1] == '/' ? 2 : 1;
    if (at.size() <= name || !is_letter(at[name])) return false;
    return !only_known_ || is_element(name_at(at.substr(name)));
  }
  static std::string name_at(std::string_view at) {
    return small_letters(
        at.substr(0, std::min(at.substr(0, 40).find_first_of(" \t\n\r\f/><"), std::size_t{40})));
  }
  static bool is_element(const std::string& name) {
    return is_one_of(name, newer) || htmlTagLookup(reinterpret_cast<const xmlChar*>(name.c_str())) != nullptr;
  }

  void markup() {
    if (rest_.substr(0, 4) == "<!--") return skip_behind("-->");
    if (rest_[1] == '!' || rest_[1] == '?') return skip_behind(">");
    const bool closing = rest_[1] == '/';
    const std::string name = name_at(rest_.substr(closing ? 2 : 1));
    rest_.remove_prefix(std::min((closing ? 2 : 1) + name.size(), rest_.size()));
    bool empty = false;
    attributes_.clear();
    if (!attributes(empty)) return;  // the text ends within the tag
    if (closing) return listener_.end(name);
    if (name == "script" || name == "style") return skip_raw(name);
    listener_.start(name, attributes_);
    if (empty || is_one_of(name, without_end)) listener_.end(name);
  }

  void skip_behind(std::string_view end) {
    const std::size_t found = rest_.find(end);
    rest_.remove_prefix(found == std::string_view::npos ? rest_.size() : found + end.size());
  }

  /// To the end tag of an element in which nothing is markup.
  void skip_raw(const std::string& name) {
    for (std::size_t at = rest_.find("</"); at != std::string_view::npos; at = rest_.find("</", at + 2)) {
      if (name_at(rest_.substr(at + 2)) != name) continue;
      rest_.remove_prefix(at);
      return skip_behind(">");
    }
    rest_ = {};
  }

  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_[0])) rest_.remove_prefix(1);
  }

  /// Reads to behind the `>`; false where there is none.
  bool attributes(bool& empty) {
    while (true) {
      skip_blanks();
      if (rest_.empty()) return false;
      if (rest_[0] == '>') {
        rest_.remove_prefix(1);
        return true;
      }
      if (rest_[0] == '/') {
        empty = rest_.substr(0, 2) == "/>";
        rest_.remove_prefix(1);
        continue;
      }
      const std::size_t length = std::min(rest_.find_first_of(" \t\n\r\f/>=", 1), rest_.size());
      std::string name = small_letters(rest_.substr(0, std::min(length, longest_value)));
      rest_.remove_prefix(length);
      skip_blanks();
      std::string_view value;
      if (!rest_.empty() && rest_[0] == '=') value = attribute_value();
      if (attributes_.size() < most_attributes && value.size() <= longest_value)
        attributes_.emplace_back(std::move(name), resolved(value));
    }
  }

  std::string_view attribute_value() {
    rest_.remove_prefix(1);
    skip_blanks();
    if (rest_.empty()) return {};
    const bool quoted = rest_[0] == '"' || rest_[0] == '\'';
    const std::size_t begin = quoted ? 1 : 0;
    const std::size_t found = quoted ? rest_.find(rest_[0], 1) : rest_.find_first_of(" \t\n\r\f>");
    const std::size_t end = std::min(found, rest_.size());
    const std::string_view value = rest_.substr(begin, end - begin);
    rest_.remove_prefix(std::min(end + begin, rest_.size()));
    return value;
  }

  std::string_view rest_;
  HtmlListener& listener_;
  bool only_known_;
  HtmlAttributes attributes_;
};

/// Gathers what a person reads.
class TextGatherer : public HtmlListener {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    if (is_left_out(name)) ++left_out_;
    const std::string_view target = attribute(attributes, "href");
    if (name == "a" && !target.empty() && target[0] != '#') ++out_.links;
    divide(name);
  }
  void text(std::string_view text) override {
    if (left_out_ == 0) out_.text.append(text);
  }
  void end(std::string_view name) override {
    if (is_left_out(name) && left_out_ > 0) --left_out_;
    divide(name);
  }
  HtmlText take() { return std::move(out_); }

 private:
  static bool is_left_out(std::string_view name) {
    return name == "pre" || name == "template" || name == "head";
  }
  void divide(std::string_view name) {
    if (out_.text.empty() || out_.text.back() == '\n') return;
    if (is_one_of(name, blocks) || name == "pre") out_.text.push_back('\n');
    if (name == "td" || name == "th") out_.text.push_back(' ');
  }

  HtmlText out_;
  int left_out_ = 0;
};

}  // namespace

std::string_view attribute(const HtmlAttributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool has_class(const HtmlAttributes& attributes, std::string_view name) {
  std::string_view all = attribute(attributes, "class");
  while (!all.empty()) {
    const std::size_t end = std::min(all.find_first_of(" \t\n"), all.size());
    if (all.substr(0, end) == name) return true;
    all.remove_prefix(std::min(end + 1, all.size()));
  }
  return false;
}

void read_html(std::string_view html, HtmlListener& listener) {
  HtmlReader(html, listener, false).read();
}

std::string decode_html(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF" || bytes.substr(0, 2) == "\xFF\xFE" ||
      bytes.substr(0, 2) == "\xFE\xFF")
    return decode_guess(bytes);
  const std::string head = small_letters(bytes.substr(0, meta_within));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return decode_guess(bytes);
  const std::size_t begin = std::min(head.find_first_not_of("\"' ", at + 8), head.size());
  std::string name = head.substr(begin, std::min(head.find_first_of("\"' />;", begin), head.size()) - begin);
  if (name == "euc-kr" || name == "ks_c_5601-1987" || name == "ksc5601") name = "windows-949";
  // A wrong word of UTF-8 is common in files that an old editor saved again.
  if (name.substr(0, 3) == "utf" || name.size() > 40) return decode_guess(bytes);
  const auto text = decode(bytes, name);
  return text ? *text : decode_guess(bytes);
}

HtmlText html_text(std::string_view html) {
  TextGatherer gatherer;
  read_html(html, gatherer);
  return gatherer.take();
}

std::string html_title(std::string_view html) {
  TextGatherer gatherer;
  HtmlReader(html, gatherer, true).read();
  std::string text = gatherer.take().text;
  for (std::size_t at = 0; (at = text.find("\xC2\xA0", at)) != std::string::npos;) text.replace(at, 2, " ");
  std::string line;
  for (const char c : text) {
    const bool blank = is_blank(c);
    if (!blank || (!line.empty() && line.back() != ' ')) line.push_back(blank ? ' ' : c);
  }
  return trim(line);
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out.push_back(c);
  }
  return out;
}

}  // namespace hoego
