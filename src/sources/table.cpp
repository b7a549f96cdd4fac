#include "sources/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/table_encoding.h"
#include "sources/table_html.h"
#include "sources/table_xlsx.h"

namespace hoego {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
constexpr std::size_t most_sniffed_rows = 64;
/// As long as `Candidate::head` can be: a text of this length may go on.
constexpr std::size_t head_bytes = 4096;

/// Bytes in which ASCII means itself: UTF-8, CP949 or Latin-1. No delimiter, quote or newline is ever the
/// second byte of a CP949 character (0x41-0x5A, 0x61-0x7A, 0x81-0xFE), so rows are cut before they are
/// decoded.
class Bytes {
 public:
  virtual ~Bytes() = default;
  int get() { return at_ < chunk_.size() || fill() ? static_cast<unsigned char>(chunk_[at_++]) : -1; }
  int peek() { return at_ < chunk_.size() || fill() ? static_cast<unsigned char>(chunk_[at_]) : -1; }

 protected:
  /// The next bytes, not empty; empty at the end.
  virtual std::string more() = 0;

 private:
  bool fill() {
    chunk_ = more();
    at_ = 0;
    return !chunk_.empty();
  }

  std::string chunk_;
  std::size_t at_ = 0;
};

class TextBytes : public Bytes {
 public:
  explicit TextBytes(std::string text) : text_(std::move(text)) {}

 protected:
  std::string more() override { return std::exchange(text_, {}); }

 private:
  std::string text_;
};

/// An input's bytes, in UTF-8 if they are UTF-16, without a mark.
class InputBytes : public Bytes {
 public:
  explicit InputBytes(Input& input) : input_(input) {
    std::string head = raw();
    if (const auto wide = utf16_of(head)) {
      utf16_.emplace(*wide);
      head = utf16_->convert(head);
    }
    if (std::string_view(head).substr(0, 3) == utf8_mark) head.erase(0, 3);
    head_ = std::move(head);
  }

  bool is_utf16() const { return utf16_.has_value(); }
  /// The first ones, until something is read.
  std::string_view head() const { return head_; }

 protected:
  std::string more() override {
    if (!head_.empty()) return std::exchange(head_, {});
    for (;;) {
      std::string bytes = raw();
      if (!utf16_ || bytes.empty()) return bytes;
      if (bytes = utf16_->convert(bytes); !bytes.empty()) return bytes;
    }
  }

 private:
  std::string raw() {
    std::string bytes(chunk_bytes, '\0');
    bytes.resize(input_.read(offset_, bytes.data(), bytes.size()));
    offset_ += bytes.size();
    return bytes;
  }

  Input& input_;
  std::uint64_t offset_ = 0;
  std::optional<Utf16> utf16_;
  std::string head_;
};

/// A row before it is decoded.
struct RawRow {
  std::uint64_t line = 0;
  std::vector<std::string> cells;
  std::size_t bytes = 0;
  bool too_long = false;
  bool too_many = false;
  bool unclosed = false;

  void append(int c) {
    if (too_many) return;
    if (cells.back().size() >= longest_table_cell || bytes >= longest_table_row) {
      too_long = true;
      return;
    }
    cells.back().push_back(static_cast<char>(c));
    ++bytes;
  }
  bool is_blank_line() const { return cells.size() == 1 && cells[0].empty(); }
};

/// Cuts text into rows and cells.
class Splitter {
 public:
  Splitter(Bytes& bytes, char delimiter) : bytes_(bytes), delimiter_(static_cast<unsigned char>(delimiter)) {}

  bool next(RawRow& row) {
    do {
      if (bytes_.peek() < 0) return false;
      row = {};
      row.line = line_;
      while (cell(row) == delimiter_) {
      }
    } while (row.is_blank_line() && !row.unclosed);
    return true;
  }
  /// Whether the last cell of the last row ran to the end of the text, with no newline behind it.
  bool open_ended() const { return open_ended_; }

 private:
  /// Reads one cell; says what ended it: the delimiter, '\n' or -1.
  int cell(RawRow& row) {
    if (row.cells.size() < most_table_cells)
      row.cells.emplace_back();
    else
      row.too_many = true;
    int c = bytes_.get();
    for (; c == ' ' && delimiter_ != ' '; c = bytes_.get()) row.append(c);
    if (c == '=' && bytes_.peek() == '"') c = bytes_.get();
    if (c == '"') {
      if (!row.too_many) row.cells.back().clear();
      quoted(row);
      c = bytes_.get();
    }
    for (; c >= 0 && c != delimiter_ && c != '\n' && c != '\r'; c = bytes_.get()) row.append(c);
    open_ended_ = c < 0;
    if (c == '\r' && bytes_.peek() == '\n') bytes_.get();
    if (c == '\r') c = '\n';
    if (c == '\n') ++line_;
    return c;
  }

  void quoted(RawRow& row) {
    for (;;) {
      int c = bytes_.get();
      if (c < 0) {
        row.unclosed = true;
        return;
      }
      if (c == '"') {
        if (bytes_.peek() != '"') return;
        bytes_.get();
      }
      if (c == '\r') {
        if (bytes_.peek() == '\n') continue;
        c = '\n';
      }
      if (c == '\n') ++line_;
      row.append(c);
    }
  }

  Bytes& bytes_;
  int delimiter_;
  std::uint64_t line_ = 1;
  bool open_ended_ = false;
};

/// How evenly a delimiter divides the first rows: how many have the commonest number of cells, and that
/// number; (0, 1) where it divides none.
std::pair<std::size_t, std::size_t> evenness(std::string_view head, char delimiter) {
  TextBytes bytes{std::string(head)};
  Splitter splitter(bytes, delimiter);
  std::map<std::size_t, std::size_t> rows_of;
  RawRow row;
  for (std::size_t i = 0; i < most_sniffed_rows && splitter.next(row); ++i) {
    const bool cut = i > 0 && splitter.open_ended();
    if (row.cells.size() > 1 && !cut) ++rows_of[row.cells.size()];
  }
  std::pair<std::size_t, std::size_t> best{0, 1};
  for (const auto& [cells, rows] : rows_of) best = std::max(best, {rows, cells});
  return best;
}

char delimiter_of(std::string_view head) {
  char best = ',';
  std::pair<std::size_t, std::size_t> most{0, 1};
  for (const char candidate : {',', '\t', ';', '|'}) {
    const auto even = evenness(head, candidate);
    if (even > most) {
      most = even;
      best = candidate;
    }
  }
  return best;
}

/// The encoding of a text whose rows are read one by one: told from its first bytes, else, where these are
/// ASCII, from the first row that is not.
class Decoder {
 public:
  explicit Decoder(std::optional<TextEncoding> encoding) : encoding_(encoding) {}

  void decode_cells(RawRow& row) {
    if (!encoding_) look_at(row);
    for (std::string& cell : row.cells) cell = decoded(cell, encoding_.value_or(TextEncoding::Utf8));
  }

 private:
  void look_at(const RawRow& row) {
    std::string line;
    for (const std::string& cell : row.cells) {
      if (!is_ascii(cell)) line += cell + ' ';
    }
    if (!line.empty()) encoding_ = encoding_of(line + '\n');
  }

  std::optional<TextEncoding> encoding_;
};

class DelimitedReader : public TableReader {
 public:
  explicit DelimitedReader(Input& input)
      : bytes_(input),
        decoder_(bytes_.is_utf16() ? TextEncoding::Utf8 : encoding_of(bytes_.head())),
        splitter_(bytes_, delimiter_of(bytes_.head())) {}

  bool next(TableRow& row) override {
    RawRow raw;
    if (!splitter_.next(raw)) return false;
    if (raw.unclosed) {
      problem(raw.line, "a quote is opened and not closed before the end: this row and all behind it is lost",
              "close the quote, or export the file again");
      return false;
    }
    if (raw.too_many || raw.too_long) {
      problem(raw.line,
              raw.too_many ? "more than 1,000 cells in a row: the rest is left out"
                           : "a text longer than 1 MiB in a cell, or 8 MiB in a row, is cut",
              "see whether the quotes around it are closed");
    }
    decoder_.decode_cells(raw);
    row.line = raw.line;
    row.cells = std::move(raw.cells);
    if (width_ == 0) width_ = row.cells.size();
    row.ragged = row.cells.size() != width_;
    return true;
  }

 private:
  InputBytes bytes_;
  Decoder decoder_;
  Splitter splitter_;
  std::size_t width_ = 0;
};

/// The first bytes of a file as bytes to be split; nothing for what is no text.
std::optional<std::string> sniffable(std::string_view head) {
  if (const auto wide = utf16_of(head)) {
    std::string text = Utf16(*wide).convert(head);
    if (std::string_view(text).substr(0, 3) == utf8_mark) text.erase(0, 3);
    if (text.find('\0') != std::string::npos) return std::nullopt;
    return text;
  }
  if (head.find('\0') != std::string_view::npos) return std::nullopt;
  if (head.substr(0, 3) == utf8_mark) head.remove_prefix(3);
  return std::string(head);
}

struct Sniffed {
  std::vector<std::vector<std::string>> rows;
  bool last_is_cut = false;  ///< the text may go on where the head ends
};

Sniffed sniff(std::string_view head) {
  Sniffed out;
  const auto text = sniffable(head);
  if (!text) return out;
  Decoder decoder(utf16_of(head) ? TextEncoding::Utf8 : encoding_of(*text));
  TextBytes bytes(*text);
  Splitter splitter(bytes, delimiter_of(*text));
  RawRow row;
  while (out.rows.size() < most_sniffed_rows && splitter.next(row)) {
    decoder.decode_cells(row);
    out.last_is_cut = row.unclosed || (splitter.open_ended() && head.size() >= head_bytes);
    for (std::string& cell : row.cells) cell = trim(cell);
    out.rows.push_back(std::move(row.cells));
  }
  return out;
}

}  // namespace

void TableReader::problem(std::uint64_t line, std::string reason, std::string remedy) {
  if (problems_.size() < most_problems) problems_.push_back({line, std::move(reason), std::move(remedy)});
}

void report(const TableReader& table, const std::string& path, Sink& sink) {
  for (const TableProblem& problem : table.problems())
    sink.issue({path, fmt::format("line {}", problem.line), problem.reason, problem.remedy});
}

std::unique_ptr<TableReader> open_delimited(Input& input) {
  return std::make_unique<DelimitedReader>(input);
}

std::unique_ptr<TableReader> open_table(Input& input, const std::string& name, const std::string& sheet) {
  std::string head(512, '\0');
  head.resize(input.read(0, head.data(), head.size()));
  if (head.substr(0, 4) == "PK\x03\x04") return open_xlsx(input, name, sheet);
  if (head.substr(0, 4) == "\xD0\xCF\x11\xE0")
    throw Error("an old Excel workbook (.xls), or one with a password", name,
                "open it in Excel or LibreOffice and save it as .xlsx or .csv, without a password");
  if (looks_like_html(head)) return open_html(input, name);
  return open_delimited(input);
}

std::vector<std::vector<std::string>> sniff_rows(std::string_view head) {
  if (looks_like_html(head)) return sniff_html_rows(head);
  Sniffed sniffed = sniff(head);
  if (sniffed.last_is_cut) sniffed.rows.pop_back();
  return std::move(sniffed.rows);
}

std::vector<std::string> sniff_header(std::string_view head) {
  Sniffed sniffed;
  if (looks_like_html(head))
    sniffed.rows = sniff_html_rows(head);
  else
    sniffed = sniff(head);
  if (sniffed.last_is_cut) {
    auto& cut = sniffed.rows.back();
    cut.pop_back();
    if (cut.empty()) sniffed.rows.pop_back();
  }
  for (auto& row : sniffed.rows) {
    if (row.size() > 1) return std::move(row);
  }
  return sniffed.rows.empty() ? std::vector<std::string>{} : std::move(sniffed.rows.front());
}

}  // namespace hoego
