#include "sources/table_html.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/table_encoding.h"

namespace hoego {
namespace {

constexpr std::uint64_t most_page_bytes = std::uint64_t{32} << 20;
constexpr std::size_t most_cells = std::size_t{8} << 20;
constexpr std::size_t most_text = std::size_t{64} << 20;
/// The parser looks through all open elements at each stray end.
constexpr std::size_t most_depth = 1000;
constexpr std::size_t most_tables_in_each_other = 32;

struct Table {
  std::vector<TableRow> rows;
  std::size_t filled = 0;  ///< cells with text
  std::size_t widest = 0;
};

/// Runs of blanks as one.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!blank || (!out.empty() && out.back() != ' ')) out.push_back(blank ? ' ' : c);
  }
  return trim(out);
}

/// A table while it is read.
class OpenTable {
 public:
  void begin_row(std::uint64_t line) {
    row_ = {line, {}, false};
    in_row_ = true;
  }
  /// Says how many cells it has.
  std::size_t end_row() {
    end_cell();
    if (!in_row_) return 0;
    in_row_ = false;
    fill_spanned();
    const auto filled = static_cast<std::size_t>(std::count_if(
        row_.cells.begin(), row_.cells.end(), [](const std::string& cell) { return !cell.empty(); }));
    table_.filled += filled;
    const std::size_t cells = row_.cells.size();
    table_.widest = std::max(table_.widest, cells);
    if (filled > 0) table_.rows.push_back(std::move(row_));
    return cells;
  }
  /// `index` is the column stated for it, from 1; 0 for the next one.
  void begin_cell(std::size_t columns, std::size_t rows, std::size_t index, std::uint64_t line) {
    if (!in_row_) begin_row(line);
    end_cell();
    fill_spanned();
    if (index > row_.cells.size() + 1 && index <= most_table_cells) row_.cells.resize(index - 1);
    in_cell_ = true;
    columns_ = columns;
    rows_ = rows;
  }
  void end_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    std::string text = squeezed(clean_text(std::exchange(text_, {})));
    for (std::size_t i = 0; i < columns_ && row_.cells.size() < most_table_cells; ++i) {
      if (spans_.size() <= row_.cells.size()) spans_.resize(row_.cells.size() + 1);
      spans_[row_.cells.size()] = rows_ - 1;
      row_.cells.push_back(std::exchange(text, {}));  // the others stay empty
    }
  }
  /// Says how many bytes it took.
  std::size_t add(std::string_view text) {
    if (!in_cell_) return 0;
    text = text.substr(0, longest_table_cell - std::min(text_.size(), longest_table_cell));
    text_ += text;
    return text.size();
  }

  Table close() {
    end_row();
    return std::move(table_);
  }
  /// Without the row that is not finished.
  Table cut() { return std::move(table_); }

 private:
  /// Leaves empty what cells of rows above span.
  void fill_spanned() {
    while (row_.cells.size() < spans_.size() && spans_[row_.cells.size()] > 0 &&
           row_.cells.size() < most_table_cells) {
      --spans_[row_.cells.size()];
      row_.cells.emplace_back();
    }
  }

  Table table_;
  TableRow row_;
  std::vector<std::size_t> spans_;  ///< for each column, how many rows below are still spanned
  std::string text_;
  bool in_row_ = false;
  bool in_cell_ = false;
  std::size_t columns_ = 1;
  std::size_t rows_ = 1;
};

class PageReader {
 public:
  /// `cut`: the page may go on behind its end, so what is open there is left out.
  PageReader(const std::string& page, bool cut) {
    htmlSAXHandler sax{};
    sax.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<PageReader*>(self)->begin(text_of(name), attributes);
    };
    sax.endElement = [](void* self, const xmlChar* name) {
      static_cast<PageReader*>(self)->end(text_of(name));
    };
    sax.characters = sax.ignorableWhitespace = [](void* self, const xmlChar* text, int length) {
      static_cast<PageReader*>(self)->characters(
          {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    };
    sax.cdataBlock = [](void*, const xmlChar*, int) {};  // scripts and styles
    constexpr std::size_t piece = std::size_t{64} << 10;
    parser_ = htmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
    if (parser_ == nullptr) return;
    htmlCtxtUseOptions(parser_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                    HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    for (std::size_t at = 0; at < page.size() && !full_; at += piece) {
      const auto count = static_cast<int>(std::min(piece, page.size() - at));
      htmlParseChunk(parser_, page.data() + at, count, 0);
    }
    if (!cut) htmlParseChunk(parser_, nullptr, 0, 1);
    for (; !open_.empty(); open_.pop_back()) keep(cut ? open_.back().cut() : open_.back().close());
    xmlFreeDoc(parser_->myDoc);
    htmlFreeParserCtxt(parser_);
  }
  PageReader(const PageReader&) = delete;
  PageReader& operator=(const PageReader&) = delete;

  bool full() const { return full_; }
  Table take() { return std::move(largest_); }

 private:
  static std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
  }
  static std::size_t number_in(const xmlChar** attributes, std::initializer_list<std::string_view> names,
                               std::size_t otherwise) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      if (std::find(names.begin(), names.end(), text_of(attributes[0])) == names.end()) continue;
      const std::string_view value = text_of(attributes[1]);
      std::size_t number = 0;
      std::from_chars(value.data(), value.data() + value.size(), number);
      return std::min(number, most_table_cells);
    }
    return otherwise;
  }

  void begin(std::string_view name, const xmlChar** attributes) {
    if (++depth_ > most_depth) full_ = true;
    if (full_) return;
    const auto line = static_cast<std::uint64_t>(std::max(xmlSAX2GetLineNumber(parser_), 1));
    if (name == "table") {
      if (open_.size() < most_tables_in_each_other) open_.emplace_back();
      return;
    }
    if (open_.empty()) return;
    OpenTable& table = open_.back();
    if (name == "tr" || name == "row") {
      end_row();
      table.begin_row(line);
    } else if (name == "td" || name == "th" || name == "cell") {
      const std::size_t across = number_in(attributes, {"ss:mergeacross"}, 0) + 1;
      const std::size_t down = number_in(attributes, {"ss:mergedown"}, 0) + 1;
      table.begin_cell(std::max<std::size_t>(number_in(attributes, {"colspan"}, across), 1),
                       std::max<std::size_t>(number_in(attributes, {"rowspan"}, down), 1),
                       number_in(attributes, {"ss:index"}, 0), line);
    } else if (name == "br" || name == "p" || name == "div") {
      table.add(" ");
    }
  }
  void end(std::string_view name) {
    if (depth_ > 0) --depth_;
    if (open_.empty() || full_) return;
    if (name == "td" || name == "th" || name == "cell") open_.back().end_cell();
    if (name == "tr" || name == "row") end_row();
    if (name != "table") return;
    keep(open_.back().close());
    open_.pop_back();
  }
  void characters(std::string_view text) {
    if (open_.empty() || full_) return;
    text_ += open_.back().add(text);
    full_ = full_ || text_ > most_text;
  }
  void end_row() {
    cells_ += open_.back().end_row();
    full_ = full_ || cells_ > most_cells;
  }
  void keep(Table table) {
    if (table.filled > largest_.filled) largest_ = std::move(table);
  }

  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<OpenTable> open_;  ///< a table in a cell of another comes after it
  Table largest_;
  std::size_t depth_ = 0;
  std::size_t text_ = 0;
  std::size_t cells_ = 0;
  bool full_ = false;
};

class HtmlReader : public TableReader {
 public:
  explicit HtmlReader(PageReader&& page) {
    const bool full = page.full();
    table_ = page.take();
    if (full && !table_.rows.empty())
      problem(table_.rows.back().line,
              "more than 8 million cells, 64 MiB of text or 1,000 open elements: the rest is left out",
              "download a shorter time at once");
  }
  bool next(TableRow& row) override {
    if (at_ == table_.rows.size()) return false;
    row = std::move(table_.rows[at_++]);
    row.cells.resize(table_.widest);
    return true;
  }

 private:
  Table table_;
  std::size_t at_ = 0;
};

}  // namespace

bool looks_like_html(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  std::string narrow;  // also of UTF-16, as far as is looked at
  const bool wide = head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF";
  for (const char c : head.substr(wide ? 2 : 0, 512)) {
    if (!wide || c != '\0') narrow.push_back(c);
  }
  const std::size_t at = narrow.find_first_not_of(" \t\r\n");
  if (at == std::string::npos || narrow[at] != '<' || at + 1 == narrow.size()) return false;
  const char c = narrow[at + 1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '!' || c == '?';
}

std::unique_ptr<TableReader> open_html(Input& input, const std::string& name) {
  if (input.size() > most_page_bytes)
    throw Error("a page over 32 MiB", name, "download a shorter time at once, or save it as .csv");
  return std::make_unique<HtmlReader>(PageReader(decode_by_lines(input.whole(most_page_bytes)), false));
}

std::vector<std::vector<std::string>> sniff_html_rows(std::string_view head) {
  Table table = PageReader(decode_by_lines(head), true).take();
  std::vector<std::vector<std::string>> out;
  for (TableRow& row : table.rows) out.push_back(std::move(row.cells));
  return out;
}

}  // namespace hoego
