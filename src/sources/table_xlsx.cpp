#include "sources/table_xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include "base/civil.h"
#include "base/error.h"
#include "base/text.h"
#include "sources/table_package.h"

namespace hoego {
namespace {

using Node = XmlPart::Node;

constexpr std::uint64_t most_small_part = std::uint64_t{16} << 20;
constexpr std::uint64_t most_shared_bytes = std::uint64_t{512} << 20;
constexpr std::uint64_t most_sheet_bytes = std::uint64_t{1} << 30;
constexpr std::size_t most_shared_text = std::size_t{128} << 20;
constexpr std::size_t most_shared_count = std::size_t{4} << 20;
constexpr std::size_t most_sheets = 1000;
constexpr std::size_t most_styles = 100000;

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

struct SheetName {
  std::string name;
  std::string relation;
  bool hidden = false;
};

struct Workbook {
  std::vector<SheetName> sheets;
  bool base_1904 = false;
};

Workbook read_workbook(XmlPart& part) {
  Workbook out;
  for (Node node = part.next(); node != Node::Over && node != Node::Broken; node = part.next()) {
    if (node != Node::Begin) continue;
    if (part.name() == "workbookPr") {
      const std::string base = part.attribute("date1904").value_or("");
      out.base_1904 = base == "1" || base == "true";
    } else if (part.name() == "sheet" && out.sheets.size() < most_sheets) {
      const std::string state = part.attribute("state").value_or("");
      out.sheets.push_back({clean_text(part.attribute("name").value_or("")),
                            part.attribute("id").value_or(""), state == "hidden" || state == "veryHidden"});
    }
  }
  return out;
}

/// The part that a relation of the workbook leads to.
std::optional<std::string> target_of(Package& package, const std::string& relation) {
  const auto part = package.part("xl/_rels/workbook.xml.rels", most_small_part);
  if (!part) return std::nullopt;
  for (Node node = part->next(); node != Node::Over && node != Node::Broken; node = part->next()) {
    if (node != Node::Begin || part->attribute("Id") != relation) continue;
    std::string target = part->attribute("Target").value_or("");
    if (target.substr(0, 1) == "/") return target.substr(1);
    return "xl/" + target;
  }
  return std::nullopt;
}

/// Number formats that every program knows and no file writes down (18.8.30), with those of East Asia.
bool is_builtin_date(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/// For each style of a cell, whether it shows a date.
std::vector<bool> read_styles(Package& package) {
  std::vector<bool> out;
  const auto part = package.part("xl/styles.xml", most_small_part);
  if (!part) return out;
  std::map<int, bool> formats;
  bool in_cell_styles = false;
  for (Node node = part->next(); node != Node::Over && node != Node::Broken; node = part->next()) {
    if (node == Node::Text) continue;
    if (part->name() == "cellXfs") in_cell_styles = node == Node::Begin;
    if (node != Node::Begin) continue;
    const int id = number_of<int>(part->attribute("numFmtId").value_or("0")).value_or(0);
    if (part->name() == "numFmt" && formats.size() < most_styles)
      formats[id] = is_date_format(part->attribute("formatCode").value_or(""));
    if (part->name() != "xf" || !in_cell_styles || out.size() >= most_styles) continue;
    const auto own = formats.find(id);
    out.push_back(own != formats.end() ? own->second : is_builtin_date(id));
  }
  return out;
}

/// Excel writes a carriage return as `_x000D_` (22.9.2.19).
std::string cell_text(std::string text) {
  constexpr std::string_view mark = "_x000D_";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
    text.erase(at, mark.size());
  return clean_text(text);
}

/// Collects the text of `t` elements within one element, without the reading aids of East Asian writing.
class RunText {
 public:
  void see(Node node, const XmlPart& part) {
    if (node == Node::Text) {
      if (in_text_ && !in_reading_ && text_.size() < longest_table_cell)
        text_ += part.text().substr(0, longest_table_cell - text_.size());
      return;
    }
    if (part.name() == "t") in_text_ = node == Node::Begin;
    if (part.name() == "rPh") in_reading_ = node == Node::Begin;
  }
  std::string take() { return cell_text(std::exchange(text_, {})); }

 private:
  std::string text_;
  bool in_text_ = false;
  bool in_reading_ = false;
};

std::vector<std::string> read_shared(Package& package, const std::string& name) {
  std::vector<std::string> out;
  const auto part = package.part("xl/sharedStrings.xml", most_shared_bytes);
  if (!part) return out;
  RunText run;
  std::size_t bytes = 0;
  for (Node node = part->next(); node != Node::Over && node != Node::Broken; node = part->next()) {
    run.see(node, *part);
    if (node != Node::End || part->name() != "si") continue;
    out.push_back(run.take());
    bytes += out.back().size();
    if (bytes > most_shared_text || out.size() > most_shared_count)
      throw Error("the workbook holds more than 128 MiB of texts", name, "save the sheet as .csv");
  }
  return out;
}

std::string plain_number(const std::string& text) {
  const auto value = number_of<double>(text);
  if (!value || !std::isfinite(*value)) return cell_text(text);
  if (*value == std::trunc(*value) && std::abs(*value) < 1e18) return fmt::format("{:.0f}", *value + 0.0);
  return fmt::format("{:.15g}", *value);
}

/// Column of a reference such as "AB12", from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
    if (letters == 3) return std::nullopt;
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

class SheetReader : public TableReader {
 public:
  SheetReader(std::unique_ptr<Package> package, const std::string& name, const std::string& sheet)
      : package_(std::move(package)) {
    const auto part = package_->part("xl/workbook.xml", most_small_part);
    if (!part) throw Error("a zip without a workbook in it", name, "save the table as .xlsx or .csv");
    const Workbook workbook = read_workbook(*part);
    base_1904_ = workbook.base_1904;
    dates_ = read_styles(*package_);
    shared_ = read_shared(*package_, name);
    const std::string target =
        target_of(*package_, chosen(workbook, name, sheet)).value_or("xl/worksheets/sheet1.xml");
    part_ = package_->part(target, most_sheet_bytes);
    if (!part_)
      throw Error("the workbook's sheet cannot be opened", name, "save it again, without a password");
  }

  bool next(TableRow& row) override {
    while (!over_) {
      const Node node = part_->next();
      if (node == Node::Over) over_ = true;
      if (node == Node::Broken) return broken();
      if (node != Node::Begin || part_->name() != "row") continue;
      const auto stated = number_of<std::uint64_t>(part_->attribute("r").value_or(""));
      line_ = stated && *stated > 0 ? *stated : line_ + 1;
      if (!read_row(row)) return broken();
      if (!row.cells.empty()) return true;
    }
    return false;
  }

 private:
  struct Cell {
    std::size_t column = 0;
    std::string type;
    bool date = false;
    std::string value;  ///< of `v`
    bool in_value = false;
    bool is_inline = false;
    RunText run;
  };

  static std::string chosen(const Workbook& workbook, const std::string& name, const std::string& sheet) {
    std::string known;
    for (const SheetName& one : workbook.sheets) {
      if (sheet.empty() ? !one.hidden : one.name == sheet) return one.relation;
      known += (known.empty() ? "" : ", ") + one.name;
      if (known.size() > 500) break;
    }
    if (sheet.empty()) return workbook.sheets.empty() ? "" : workbook.sheets.front().relation;
    throw Error(fmt::format("there is no sheet \"{}\"", sheet), name, "it has: " + known);
  }

  bool broken() {
    over_ = true;
    if (part_->too_large())
      problem(line_, "the sheet unpacks to more than 1 GiB: what was before this is kept", "save it as .csv");
    else
      problem(line_, "the sheet is cut off or damaged here: what was before is kept", "download it again");
    return false;
  }

  /// False where the part breaks within the row.
  bool read_row(TableRow& row) {
    row = {line_, {}, false};
    std::size_t next_column = 0;
    row_bytes_ = 0;
    told_ = false;
    for (;;) {
      const Node node = part_->next();
      if (node == Node::Over || node == Node::Broken) return false;
      if (node == Node::End && part_->name() == "row") break;
      if (node != Node::Begin || part_->name() != "c") continue;
      Cell cell = begin_cell(next_column);
      if (!read_cell(cell)) return false;
      next_column = cell.column + 1;
      put(cell, row);
    }
    widest_ = std::max(widest_, row.cells.size());
    if (!row.cells.empty()) row.cells.resize(widest_);
    return true;
  }

  Cell begin_cell(std::size_t next_column) const {
    Cell cell;
    cell.column = column_of(part_->attribute("r").value_or("")).value_or(next_column);
    cell.type = part_->attribute("t").value_or("n");
    const auto style = number_of<std::size_t>(part_->attribute("s").value_or("0"));
    cell.date = style && *style < dates_.size() && dates_[*style];
    return cell;
  }

  bool read_cell(Cell& cell) {
    for (;;) {
      const Node node = part_->next();
      if (node == Node::Over || node == Node::Broken) return false;
      if (node == Node::Text) {
        if (cell.in_value && cell.value.size() < longest_table_cell)
          cell.value += part_->text().substr(0, longest_table_cell - cell.value.size());
      } else if (node == Node::End && part_->name() == "c") {
        return true;
      } else if (part_->name() == "v") {
        cell.in_value = node == Node::Begin;
      } else if (part_->name() == "is") {
        cell.is_inline = true;
      }
      if (cell.is_inline) cell.run.see(node, *part_);
    }
  }

  std::string shown(Cell& cell) const {
    if (cell.is_inline) return cell.run.take();
    if (cell.type == "s") {
      const auto at = number_of<std::size_t>(trim(cell.value));
      return at && *at < shared_.size() ? shared_[*at] : std::string();
    }
    if (cell.type == "b") return cell.value == "1" ? "TRUE" : "FALSE";
    if (cell.type != "n") return cell_text(cell.value);
    const std::string number = trim(cell.value);
    if (cell.date) {
      const auto serial = number_of<double>(number);
      if (const auto date = serial ? sheet_date(*serial, base_1904_) : std::nullopt) return *date;
    }
    return number.empty() ? number : plain_number(number);
  }

  void put(Cell& cell, TableRow& row) {
    std::string text = shown(cell);
    if (cell.column >= most_table_cells || row_bytes_ + text.size() > longest_table_row) {
      if (!told_ && !text.empty())
        problem(line_, "more than 1,000 cells or 8 MiB in a row: the rest is left out", "divide the sheet");
      told_ = told_ || !text.empty();
      return;
    }
    row_bytes_ += text.size();
    if (cell.column >= row.cells.size()) row.cells.resize(cell.column + 1);
    row.cells[cell.column] = std::move(text);
  }

  std::unique_ptr<Package> package_;
  bool base_1904_ = false;
  std::vector<bool> dates_;
  std::vector<std::string> shared_;
  std::unique_ptr<XmlPart> part_;
  std::uint64_t line_ = 0;
  std::size_t widest_ = 0;
  std::size_t row_bytes_ = 0;
  bool told_ = false;
  bool over_ = false;
};

}  // namespace

std::optional<std::string> sheet_date(double serial, bool base_1904) {
  constexpr double last = 2958466;  // the day after 9999-12-31 from the base of 1900
  constexpr int day_seconds = 86400;
  if (!(serial >= 0) || serial >= (base_1904 ? last - 1462 : last)) return std::nullopt;
  auto days = static_cast<int>(std::floor(serial));
  auto seconds = static_cast<int>(std::lround((serial - days) * day_seconds));
  if (seconds == day_seconds) {
    ++days;
    seconds = 0;
  }
  std::string clock = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (days == 0 && (seconds != 0 || !base_1904)) return clock;
  // Excel holds 1900 for a leap year: before its March every number is one too low.
  const Date base = base_1904 ? *Date::from_ymd(1904, 1, 1) : *Date::from_ymd(1899, 12, days < 60 ? 31 : 30);
  const Date date = base + days;
  if (date.year() > Date::max_year) return std::nullopt;
  return seconds == 0 ? date.iso() : date.iso() + " " + clock;
}

bool is_date_format(std::string_view code) {
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next one is shown as it is, or is only a width or a filling
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string inside = fold_case(code.substr(i + 1, end - i - 1));
      if (!inside.empty() && inside.find_first_not_of("hms") == std::string::npos) return true;
      i = end;
    } else if (std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::unique_ptr<TableReader> open_xlsx(Input& input, const std::string& name, const std::string& sheet) {
  return std::make_unique<SheetReader>(open_package(input, name), name, sheet);
}

}  // namespace hoego
