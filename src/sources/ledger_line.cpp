#include "sources/ledger_line.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/letters.h"
#include "base/text.h"
#include "sources/table_encoding.h"

namespace hoego::ledger {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 10;
constexpr std::size_t longest_payee = 500;
constexpr std::string_view blanks = " \t";

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text;
}

/// Without a comment, which a blank stands before.
std::string_view without_comment(std::string_view text) {
  for (std::size_t at = text.find(';'); at != std::string_view::npos; at = text.find(';', at + 1)) {
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t') return text.substr(0, at);
  }
  return text;
}

std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t end = 0;
  while (end < text.size() && end <= most && is_digit(text[end])) ++end;
  if (end == 0 || end > most) return std::nullopt;
  int out = 0;
  std::from_chars(text.data(), text.data() + end, out);
  text.remove_prefix(end);
  return out;
}

bool is_date_mark(char c) {
  return c == '-' || c == '/' || c == '.';
}

/// Takes a date off the beginning of a line.
Header take_date(std::string_view& text, std::optional<int> year) {
  Header out;
  std::array<int, 3> numbers{};
  std::size_t count = 0;
  char mark = 0;
  for (; count < 3; ++count) {
    const auto number = take_number(text, 4);
    if (!number) return out;
    numbers.at(count) = *number;
    if (count == 2) continue;
    if (text.empty() || !is_date_mark(text[0]) || (mark != 0 && text[0] != mark)) {
      ++count;
      break;
    }
    mark = text[0];
    text.remove_prefix(1);
  }
  const bool ends = text.empty() || text[0] == ' ' || text[0] == '\t' || text[0] == '=';
  if (count < 2 || !ends) return out;
  out.kind = Header::Kind::NoYear;
  if (count == 2 && !year) return out;
  const auto day = count == 3 ? Date::from_ymd(numbers[0], numbers[1], numbers[2])
                              : Date::from_ymd(*year, numbers[0], numbers[1]);
  out.kind = day ? Header::Kind::Transaction : Header::Kind::NoDate;
  if (day) out.day = *day;
  return out;
}

std::string payee_of(std::string_view text) {
  std::string out = trim(text);
  if (const std::size_t bar = out.find(" | "); bar != std::string::npos && bar > 0) out.resize(bar);
  if (out.size() > longest_payee) {
    std::size_t end = longest_payee;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
  }
  std::replace(out.begin(), out.end(), '\t', ' ');
  return trim(out);
}

/// Beancount's payee, or its narration where there is no payee: the first quoted text that is not empty.
std::string quoted_payee(std::string_view text) {
  for (std::size_t open = text.find('"'); open != std::string_view::npos;) {
    std::string out;
    std::size_t at = open + 1;
    for (; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      out.push_back(text[at]);
    }
    if (!out.empty()) return payee_of(clean_text(out));
    if (at >= text.size()) return {};
    open = text.find('"', at + 1);
  }
  return {};
}

bool is_directive(std::string_view word) {
  constexpr std::string_view words[] = {"open",  "close", "balance", "pad",       "note",  "document",
                                        "price", "event", "query",   "commodity", "custom"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

struct Lines::Bytes {
  explicit Bytes(Input& input) : stream(stream_of(input)) {
    std::array<char, 4> head{};
    const std::size_t count = input.read(0, head.data(), head.size());
    if (const auto wide = utf16_of({head.data(), count})) utf16.emplace(*wide);
  }

  int get() {
    if (!utf16) return stream->get();
    while (at == text.size()) {
      std::array<char, 4096> piece{};
      stream->read(piece.data(), piece.size());
      if (stream->gcount() == 0) return -1;
      text = utf16->convert({piece.data(), static_cast<std::size_t>(stream->gcount())});
      at = 0;
    }
    return static_cast<unsigned char>(text[at++]);
  }

  std::unique_ptr<std::istream> stream;
  std::optional<Utf16> utf16;
  std::string text;
  std::size_t at = 0;
};

Lines::Lines(Input& input) : bytes_(std::make_unique<Bytes>(input)) {}
Lines::~Lines() = default;

bool Lines::next(std::string& line) {
  std::string raw;
  int c = bytes_->get();
  if (c < 0) return false;
  for (; c >= 0 && c != '\n'; c = bytes_->get()) {
    if (raw.size() < longest_line) raw.push_back(static_cast<char>(c));
  }
  if (++number_ == 1 && raw.substr(0, 3) == utf8_mark) raw.erase(0, 3);
  line = is_ascii(raw) || is_utf8(raw) ? clean_text(raw) : decode_guess(raw);
  return true;
}

Words divide(std::string_view line) {
  line = without_blanks(without_comment(line));
  const std::size_t end = std::min(line.find_first_of(blanks), line.size());
  return {std::string(line.substr(0, end)), trim(line.substr(end))};
}

std::optional<int> parse_year(std::string_view text) {
  const std::string bare = trim(text);
  std::string_view rest = bare;
  const auto year = take_number(rest, 4);
  if (!year || !rest.empty() || *year < 1) return std::nullopt;
  return year;
}

Header parse_header(std::string_view line, std::optional<int> year, bool beancount) {
  Header out = take_date(line, year);
  if (out.kind != Header::Kind::Transaction) return out;
  if (line.substr(0, 1) == "=") line.remove_prefix(std::min(line.find_first_of(blanks), line.size()));
  line = without_blanks(line);
  const std::string word = divide(line).first;
  if (beancount && is_directive(word)) {
    out.kind = Header::Kind::Directive;
    return out;
  }
  if (word == "txn" && beancount) line.remove_prefix(3);
  if (line.substr(0, 1) == "*" || line.substr(0, 1) == "!") line = without_blanks(line.substr(1));
  if (beancount) {
    out.payee = quoted_payee(line);
    return out;
  }
  if (line.substr(0, 1) == "(") {
    const std::size_t end = line.find(')');
    if (end != std::string_view::npos) line = line.substr(end + 1);
  }
  out.payee = payee_of(without_comment(line));
  return out;
}

std::optional<PostingLine> parse_posting(std::string_view line, bool beancount) {
  line = without_blanks(line);
  if (line.empty() || line[0] == ';' || line[0] == '#' || (line[0] == '*' && line.size() == 1))
    return std::nullopt;
  if (line[0] == '*' || line[0] == '!') line = without_blanks(line.substr(1));
  if (beancount && (line.empty() || line[0] < 'A' || line[0] > 'Z')) {
    // An account begins with a capital letter, metadata with a small one.
    if (line.empty() || static_cast<unsigned char>(line[0]) < 0x80) return std::nullopt;
  }
  std::size_t end = line.size();
  for (std::size_t at = line.find_first_of(blanks); at != std::string_view::npos;
       at = line.find_first_of(blanks, at + 1)) {
    const bool two =
        line[at] == '\t' || (at + 1 < line.size() && blanks.find(line[at + 1]) != std::string_view::npos);
    const bool comment = at + 1 < line.size() && line[at + 1] == ';';
    if (!beancount && !two && !comment) continue;
    end = at;
    break;
  }
  PostingLine out;
  out.account = trim(line.substr(0, end));
  out.amount = std::string(without_comment(line.substr(end)));
  const char first = out.account.empty() ? '\0' : out.account.front();
  out.is_virtual = first == '(' || first == '[';
  if (out.account.empty() || out.account.size() > longest_account) return std::nullopt;
  return out;
}

bool tells_of_beancount(std::string_view line) {
  if (line.substr(0, 8) == "option \"" || line.substr(0, 8) == "plugin \"") return true;
  Header header = take_date(line, std::nullopt);
  if (header.kind != Header::Kind::Transaction) return false;
  const Words words = divide(line);
  if (words.first == "open") return words.rest.find(':') != std::string::npos;
  return (words.first == "*" || words.first == "!" || words.first == "txn") &&
         words.rest.substr(0, 1) == "\"";
}

}  // namespace hoego::ledger
